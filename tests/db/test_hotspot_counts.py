# SPDX-License-Identifier: GPL-2.0-or-later
"""Hotspots that a server counts are those of the client, in every field: places, cells, stacks, method, checksum."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from est_plugin.analysis.counted_incidents import count_periods
from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.hotspots import HotspotParameters, Significance, find_hotspots, find_in_counts
from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.db.ground_counts import count_on_grounds
from est_plugin.db.hotspot_search import search
from est_plugin.db.incidents import read_points
from est_plugin.db.server_database import open_server_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from est_plugin.analysis.hotspots import HotspotResult
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

X0, Y0 = 500_000.0, 6_600_000.0
CORNER = np.array([X0, Y0])
CODES = ("klotter", "skadegorelse", "nedskrapning")
FEBRUARY, MARCH = (Period.containing(PeriodKind.MONTH, date(2026, month, 1)) for month in (2, 3))
SILENT = SilentFeedback()


def town(seed: int, stack: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Places and categories: a background in whole metres, three clusters, busy addresses, a stack, corners of cells.

    The stack of one category alone stands at the second of its coordinates.
    """
    chance = np.random.default_rng(seed)
    corners = [
        shapely.get_coordinates(
            make_grid(kind, 60.0).polygons(
                *make_grid(kind, 60.0).index(np.array([X0 + 1500.0]), np.array([Y0 + 1500.0]))
            )
        )
        for kind in GridKind
    ]
    parts = [
        chance.uniform(0, 4000, (600, 2)).round() + CORNER,
        *(chance.normal(centre, 70, (120, 2)) + CORNER for centre in ((1500, 1500), (3000, 900), (1200, 3100))),
        np.repeat(chance.uniform(0, 4000, (15, 2)) + CORNER, 4, axis=0),
        np.tile([X0 + 2000.25, Y0 + 2000.75], (stack, 1)),
        np.tile([X0 + 3000.125, Y0 + 3000.5], (40, 1)),
        np.tile([X0 + 3010.0, Y0 + 890.0], (200, 1)),
        *corners,
    ]
    category = np.concatenate([chance.integers(0, 2, len(part)) for part in parts])
    ends = np.cumsum([len(part) for part in parts])
    category[ends[5] : ends[6]] = 2
    return np.concatenate(parts), category


@pytest.fixture(scope="module")
def filled(server: Server) -> Iterator[ServerDatabase]:
    name = "est_hotspot_counts"
    server.execute("postgres", f"CREATE DATABASE {name} TEMPLATE est_template")
    database = open_server_database(server.address(name))
    with cursor_on(database) as cursor:
        cursor.execute("SET ROLE est_owner")
        for month, (places, category) in ((2, town(1, 10)), (3, town(2, 150))):
            cursor.execute(
                "INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " SELECT gen_random_uuid(), %s, n, code, 'polis', %s, ST_SetSRID(ST_MakePoint(x, y), 3006)"
                " FROM unnest(%s::float8[], %s::float8[], %s::text[]) WITH ORDINALITY AS p (x, y, code, n)",
                (
                    f"town {month}",
                    f"2026-0{month}-15T12:00:00Z",
                    *places.T.tolist(),
                    [CODES[number] for number in category.tolist()],
                ),
            )
        cursor.execute("RESET ROLE")
    yield open_server_database(server.address(name, "anna"))
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def fields(result: HotspotResult) -> dict[str, object]:
    """All that a result says, to be compared."""
    cells = {name: getattr(result.cells, name).tolist() for name in ("i", "j", "count", "z", "p", "q", "hot")}
    plain = {name: getattr(result, name) for name in ("places", "stacks", "used", "left_out", "method")}
    return cells | plain


AREA = shapely.box(X0 - 100, Y0 - 100, X0 + 3500, Y0 + 4100)


@pytest.mark.parametrize("periods", [1, 2])
@pytest.mark.parametrize("study_area", [None, AREA], ids=["no area", "area"])
@pytest.mark.parametrize("include_stacks", [False, True])
@pytest.mark.parametrize("kind", GridKind)
def test_a_server_finds_what_the_client_finds_of_the_same_incidents(
    filled: ServerDatabase, kind: GridKind, study_area: shapely.Polygon | None, *, include_stacks: bool, periods: int
) -> None:
    parameters = HotspotParameters(grid=kind, include_stacks=include_stacks)
    here = search(filled, MARCH, parameters, SILENT, study_area=study_area, periods=periods)
    points = [read_points(filled, IncidentFilter(period)) for period in (FEBRUARY, MARCH)[-periods:]]
    grid = make_grid(kind, parameters.cell_size)
    *earlier, now = count_periods(points, grid, include_stacks=include_stacks)
    there = find_in_counts(now, parameters, SILENT, study_area=study_area, earlier=earlier)
    assert fields(here) == fields(there)
    assert len(here.places) >= (1 if include_stacks else 2)
    assert [place.rank for place in here.places if place.dominated] == ([1] if include_stacks else [])
    assert [stack.count for stack in here.stacks] == [200, 150, 40]
    assert here.method.stacked == (0 if include_stacks else sum(stack.count for stack in here.stacks))
    assert here.used + here.left_out == len(points[-1])


def test_a_moved_grid_is_counted_alike(filled: ServerDatabase) -> None:
    for kind in GridKind:
        parameters = HotspotParameters(grid=kind, shift=(0.5, 0.25))
        here = search(filled, MARCH, parameters, SILENT)
        there = find_hotspots(read_points(filled, IncidentFilter(MARCH)), parameters, SILENT)
        assert fields(here) == fields(there)


def test_the_classic_score_is_the_same_too(filled: ServerDatabase) -> None:
    parameters = HotspotParameters(significance=Significance.CLASSIC)
    here = search(filled, MARCH, parameters, SILENT)
    (now,) = count_periods([read_points(filled, IncidentFilter(MARCH))], make_grid(parameters.grid, 60.0))
    assert fields(here) == fields(find_in_counts(now, parameters, SILENT))


def test_no_point_is_fetched(filled: ServerDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes over the line is far fewer rows than there are incidents."""
    from est_plugin.db import server_cursor

    rows = []
    execute = server_cursor.ServerConnection.execute

    def counted(self: server_cursor.ServerConnection, sql: str, parameters: object = ()) -> object:
        cursor = execute(self, sql, parameters)
        rows.append(cursor.rowcount)
        return cursor

    monkeypatch.setattr(server_cursor.ServerConnection, "execute", counted)
    many = dataclasses.replace(HotspotParameters(), cell_size=400.0, neighbourhood=800.0)
    search(filled, MARCH, many, SILENT)
    assert 0 < sum(rows) < 500
    assert len(read_points(filled, IncidentFilter(MARCH))) > 1300


def test_incidents_on_grounds_are_counted_alike_also_on_edges_and_corners(filled: ServerDatabase) -> None:
    wanted = IncidentFilter(MARCH)
    points = read_points(filled, wanted)
    stacks = find_stacks(points)
    kept = points.select(~on_stacks(points, stacks))
    grounds = [
        shapely.union_all(make_grid(kind, 60.0).polygons(np.array([i, i + 1]), np.array([j, j])))
        for kind in GridKind
        for i, j in zip(
            *(part.tolist() for part in make_grid(kind, 60.0).index(kept.x[::40], kept.y[::40])), strict=True
        )
    ]
    # The edges run through incidents: whole metres.
    grounds += [shapely.box(x, Y0, x + 500, Y0 + 4000) for x in np.unique(kept.x[:60]).tolist()]
    grounds.append(shapely.Polygon([(X0, Y0), (X0 + 4000, Y0 + 4000), (X0 + 4000, Y0), (X0, Y0 + 4000)]))
    grounds.append(shapely.Polygon())
    counted = count_on_grounds(filled, wanted, grounds, stacks, SILENT)
    assert counted == count_on(grounds, kept, SILENT)
    assert max(counted) > 50
    assert count_on_grounds(filled, wanted, [], stacks, SILENT) == []
