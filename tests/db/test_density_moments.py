# SPDX-License-Identifier: GPL-2.0-or-later
"""A density made from sums that the database adds up is that of the incidents, and no incident leaves the server."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from est_plugin.analysis.density import DensityParameters, density_of
from est_plugin.analysis.map_density import map_moments
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.db.density_moments import read_map_moments, read_moments
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.incidents import read_points
from est_plugin.db.loaded_incidents import LoadedIncidents
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_numbers import fetch_numbers
from est_plugin.db.times import to_text
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import DatabaseError, InputError
from est_plugin.feedback import SilentFeedback
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

POINTS = 40_000
MONTH = Period.between(date(2026, 1, 1), date(2026, 1, 31))
FILTERS = {
    "all": IncidentFilter(),
    "month and category": IncidentFilter(MONTH, frozenset({"klotter"})),
    "nobody's": IncidentFilter(organisations=frozenset({"skola"})),
}


def places() -> np.ndarray:
    """A town with stacks of addresses, and points on the edges of pixels and next to them."""
    chance = np.random.default_rng(20261129)
    town = chance.normal((500_000.0, 6_500_000.0), 2000.0, (POINTS - 3000, 2))
    town[: len(town) // 4] = town[chance.integers(0, 200, len(town) // 4)]
    edges = np.array([500_000.0, 6_500_000.0]) + 7.5 * chance.integers(-200, 200, (1000, 2))
    return np.vstack([town, edges, np.nextafter(edges, 0), np.nextafter(edges, 1e9)])


@pytest.fixture(scope="module")
def name(server: Server) -> Iterator[str]:
    server.execute("postgres", "CREATE DATABASE est_moments TEMPLATE est_template")
    yield "est_moments"
    server.execute("postgres", "DROP DATABASE est_moments WITH (FORCE)")


@pytest.fixture(scope="module")
def many(server: Server, name: str) -> ServerDatabase:
    database = open_server_database(server.address(name))
    x, y = places().T
    with cursor_on(database) as cursor:
        cursor.execute("SET ROLE est_owner")
        cursor.execute(
            "INSERT INTO est.incident"
            " (uuid, source, source_ref, category, organisation, occurred_from, info_class, geom)"
            " SELECT gen_random_uuid(), 'x', n, CASE n %% 3 WHEN 0 THEN 'klotter' ELSE 'skadegorelse' END, 'polis',"
            " timestamptz '2026-01-15' + n %% 2 * interval '1 month', CASE n %% 10 WHEN 5 THEN 2 ELSE 1 END,"
            " ST_SetSRID(ST_MakePoint(x, y), 3006)"
            " FROM unnest(%s::float8[], %s::float8[]) WITH ORDINALITY AS p (x, y, n)",
            (x.tolist(), y.tolist()),
        )
        cursor.execute("RESET ROLE")
    return open_server_database(server.address(name, "anna"))


@pytest.mark.parametrize("size", [7.5, 25.0, 0.3])
@pytest.mark.parametrize("chosen", FILTERS)
def test_a_server_adds_up_what_the_incidents_add_up_to(many: ServerDatabase, size: float, chosen: str) -> None:
    points = read_points(many, FILTERS[chosen])
    assert len(points) == {"all": POINTS, "month and category": POINTS // 6, "nobody's": 0}[chosen]
    expected, found = PixelMoments.of(points.x, points.y, size), read_moments(many, FILTERS[chosen], size)
    for column in ("row", "column", "number"):
        np.testing.assert_array_equal(getattr(found, column), getattr(expected, column))
    np.testing.assert_allclose(found.sums, expected.sums, rtol=1e-6, atol=1e-8)
    assert found.checksum() == expected.checksum()


@pytest.mark.parametrize("area", [None, shapely.box(499_000, 6_499_000, 501_000, 6_501_000).buffer(150)])
def test_the_density_is_the_same(many: ServerDatabase, area: shapely.Geometry | None) -> None:
    points = read_points(many, FILTERS["all"])
    parameters = DensityParameters(bandwidth=100.0, cell_size=7.5)
    here = density_of(PixelMoments.of(points.x, points.y, 7.5), parameters, SilentFeedback(), area=area)
    there = density_of(read_moments(many, FILTERS["all"], 7.5), parameters, SilentFeedback(), area=area)
    assert (here.x_min, here.y_max, here.values.shape) == (there.x_min, there.y_max, there.values.shape)
    # What single precision can tell apart.
    np.testing.assert_allclose(there.values, here.values, rtol=1e-6, atol=2e-7 * here.highest)
    assert there.method("x") == here.method("x")


@pytest.mark.parametrize("bandwidth", [50.0, 250.0])
def test_a_map_of_a_server_has_the_pixels_that_a_file_would_have(many: ServerDatabase, bandwidth: float) -> None:
    filters = [FILTERS["month and category"], FILTERS["nobody's"], IncidentFilter(MONTH.following())]
    expected = map_moments([read_points(many, each) for each in filters], bandwidth)
    found = read_map_moments(many, LoadedIncidents(), filters, bandwidth)
    assert [each.size for each in found] == [each.size for each in expected]
    assert [each.checksum() for each in found] == [each.checksum() for each in expected]


def test_a_map_of_incidents_too_far_apart_is_refused(many: ServerDatabase) -> None:
    with pytest.raises(InputError, match="too far"):
        read_map_moments(many, LoadedIncidents(), [FILTERS["all"]], 5.0)


def test_a_login_whose_rows_are_filtered_adds_up_its_own(many: ServerDatabase, server: Server, name: str) -> None:
    reader = open_server_database(server.address(name, "rita"))
    assert read_moments(reader, FILTERS["all"], 25.0).incidents == POINTS * 9 // 10
    assert read_moments(many, FILTERS["all"], 25.0).incidents == POINTS


def test_both_engines_add_up_what_the_filter_chooses(either_database: Database) -> None:
    assert read_moments(either_database, IncidentFilter(), 10.0).incidents == 0
    when = to_text(datetime(2026, 3, 1, 12, tzinfo=UTC))
    with either_database.writing() as connection:
        for number, (x, y) in enumerate([(500_002.0, 6_500_001.0), (500_009.0, 6_500_009.0), (510_000.0, 6_500_000.0)]):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'x', ?, 'klotter', 'polis', ?, ?)",
                (f"00000000-0000-4000-8000-00000000000{number}", str(number), when, point_blob(x, y, 3006)),
            )
    moments = read_moments(either_database, IncidentFilter(), 10.0)
    assert moments.number.tolist() == [2, 1]
    np.testing.assert_allclose(moments.sums[:, 0], [2, 0.1, 0.0, 0.25, 0.32, 0.28], atol=1e-7)
    assert read_moments(either_database, FILTERS["nobody's"], 10.0).incidents == 0


def test_numbers_come_whole_or_not_at_all(server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        connection = cursor.connection
        query = "SELECT CAST(n AS integer), CAST(n / 2.0 AS real) FROM generate_series(1, 3) AS n WHERE n > %(least)s"
        rows = fetch_numbers(connection, query, {"least": "1"}, {"n": "i4", "half": "f4"})
        assert (rows["n"].tolist(), rows["half"].tolist()) == ([2, 3], [1.0, 1.5])
        assert fetch_numbers(connection, query, {"least": "9"}, {"n": "i4", "half": "f4"}).size == 0
        for types in ({"n": "i4"}, {"n": "i4", "half": "f8"}, {"n": "i2", "half": "f4", "more": "i2"}):
            with pytest.raises(DatabaseError, match="cut short, or has other columns"):
                fetch_numbers(connection, query, {"least": "1"}, types)
