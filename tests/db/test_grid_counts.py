# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts per cell made by the database are those of the analysis, for every point and both grids."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from est_plugin.analysis.grid import CellCounts, Grid, HexagonGrid, SquareGrid, count_cells
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.grid_counts import count_by_category
from est_plugin.db.hotspot_counts import counts_for_hotspots
from est_plugin.db.incidents import read_points
from est_plugin.db.server_database import open_server_database
from est_plugin.db.times import to_text
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

GRIDS = [HexagonGrid(200.0), SquareGrid(250.0), HexagonGrid(37.5), HexagonGrid(0.1), SquareGrid(0.1)]
POINTS = 100_000


def cells(counts: CellCounts) -> list[tuple[int, int, int]]:
    return list(zip(counts.i.tolist(), counts.j.tolist(), counts.count.tolist(), strict=True))


def edges(grid: Grid) -> np.ndarray:
    """Corners, middles of edges and centres of cells, north and south of the origin, and their nearest neighbours."""
    i, j = (axis.ravel() for axis in np.meshgrid(np.arange(-6, 7), np.arange(-6, 7)))
    corners = np.vstack(
        [shapely.get_coordinates(grid.polygons(i + far_i, j + far_j)) for far_i, far_j in ((0, 0), (2700, 32_000))]
    )
    exact = np.vstack([corners, (corners[1:] + corners[:-1]) / 2, np.column_stack(grid.centres(i, j))])
    # The next number to zero is one that no coordinate of an incident comes near to, and PostgreSQL cannot divide it.
    step = np.maximum(np.spacing(np.abs(exact)), 1e-12)
    return np.vstack([exact, exact + step, exact - step])


def places() -> np.ndarray:
    chance = np.random.default_rng(20261129)
    on_edges = np.vstack([edges(grid) for grid in GRIDS])
    town = chance.normal((500_000.0, 6_500_000.0), 3000.0, (POINTS - len(on_edges), 2))
    town[: len(town) // 2] = town[: len(town) // 2].round()
    return np.vstack([on_edges, town])


@pytest.fixture(scope="module")
def name(server: Server) -> Iterator[str]:
    server.execute("postgres", "CREATE DATABASE est_cells TEMPLATE est_template")
    yield "est_cells"
    server.execute("postgres", "DROP DATABASE est_cells WITH (FORCE)")


@pytest.fixture(scope="module")
def many(server: Server, name: str) -> ServerDatabase:
    """A database with a hundred thousand incidents in two months, many of them on the edges of cells."""
    database = open_server_database(server.address(name))
    x, y = places().T
    with cursor_on(database) as cursor:
        cursor.execute("SET ROLE est_owner")
        cursor.execute(
            "INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
            " SELECT gen_random_uuid(), 'x', n, CASE n %% 3 WHEN 0 THEN 'klotter' ELSE 'skadegorelse' END, 'polis',"
            " timestamptz '2026-01-15' + n %% 2 * interval '1 month', ST_SetSRID(ST_MakePoint(x, y), 3006)"
            " FROM unnest(%s::float8[], %s::float8[]) WITH ORDINALITY AS p (x, y, n)",
            (x.tolist(), y.tolist()),
        )
        cursor.execute("RESET ROLE")
    return open_server_database(server.address(name, "anna"))


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
@pytest.mark.parametrize("chosen", ["all", "month and category"])
def test_a_server_counts_every_point_in_the_cell_of_the_analysis(many: ServerDatabase, grid: Grid, chosen: str) -> None:
    month = Period.between(date(2026, 1, 1), date(2026, 1, 31))
    wanted = IncidentFilter() if chosen == "all" else IncidentFilter(month, frozenset({"klotter"}))
    points = read_points(many, wanted)
    assert len(points) == (POINTS if chosen == "all" else POINTS // 6)
    with many.reading() as connection:
        counted = count_by_category(connection, wanted, grid)
    for number, code in enumerate(counted.category_codes):
        own = counted.category == number
        of_code = points.category == points.category_codes.index(code)
        assert cells(CellCounts(counted.i[own], counted.j[own], counted.count[own])) == cells(
            count_cells(grid, points.x[of_code], points.y[of_code])
        )
    assert counted.count.sum() == len(points)


@pytest.mark.parametrize("grid", GRIDS[:2], ids=repr)
def test_both_engines_count_what_the_filter_chooses(either_database: Database, grid: Grid) -> None:
    (nothing,) = counts_for_hotspots(either_database, [IncidentFilter()], grid, include_stacks=False)
    assert (nothing.i.size, nothing.count.dtype) == (0, np.int64)
    add(either_database, [(500_000.0, 6_500_000.0), (500_010.0, 6_500_010.0), (510_000.0, 6_500_000.0)])
    (some,) = counts_for_hotspots(either_database, [IncidentFilter()], grid, include_stacks=False)
    assert sorted(some.count.tolist()) == [1, 2]
    other = IncidentFilter(organisations=frozenset({"skola"}))
    (none,) = counts_for_hotspots(either_database, [other], grid, include_stacks=False)
    assert none.count.size == 0


def add(database: Database, at: list[tuple[float, float]]) -> None:
    when = to_text(datetime(2026, 3, 1, 12, tzinfo=UTC))
    with database.writing() as connection:
        for number, (x, y) in enumerate(at):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'x', ?, 'klotter', 'polis', ?, ?)",
                (f"00000000-0000-4000-8000-00000000000{number}", str(number), when, point_blob(x, y, 3006)),
            )
