# SPDX-License-Identifier: GPL-2.0-or-later
"""Grids: every point in exactly one cell, fixed to the CRS, cells that fit together."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from est_plugin.analysis.grid import GridKind, HexagonGrid, SquareGrid, count_cells, make_grid
from est_plugin.errors import InputError

GRIDS = [HexagonGrid(200.0), SquareGrid(200.0), HexagonGrid(37.5), SquareGrid(0.1)]
SWEREF = st.floats(6_100_000, 7_700_000)
coordinates = hnp.arrays(np.float64, st.integers(1, 40), elements=st.floats(-8e6, 8e6))


def block(radius=3, centre=(0, 0)):
    i, j = np.meshgrid(np.arange(-radius, radius + 1), np.arange(-radius, radius + 1))
    return i.ravel() + centre[0], j.ravel() + centre[1]


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
@given(xs=coordinates)
def test_the_counts_sum_to_the_number_of_points(grid, xs):
    counts = count_cells(grid, xs, xs[::-1])
    assert counts.count.sum() == xs.size
    assert counts.count.min() >= 1
    assert counts.count.dtype == np.int64
    assert len(set(zip(counts.i.tolist(), counts.j.tolist(), strict=True))) == counts.i.size


@pytest.mark.parametrize("grid", [HexagonGrid(200.0), SquareGrid(200.0)], ids=repr)
def test_points_on_edges_and_vertices_are_counted_once(grid):
    corners = shapely.get_coordinates(grid.polygons(*block(4, (2700, 32_000))))
    middles = (corners[1:] + corners[:-1]) / 2
    x, y = np.vstack([corners, middles]).T
    assert count_cells(grid, x, y).count.sum() == x.size


@given(x=SWEREF, y=SWEREF)
def test_a_point_lies_in_the_hexagon_with_the_nearest_centre(x, y):
    grid = HexagonGrid(200.0)
    i, j = grid.index(np.array([x]), np.array([y]))
    around_i, around_j = block(2, (i[0], j[0]))
    distances = np.hypot(*(np.array(grid.centres(around_i, around_j)) - [[x], [y]]))
    own = np.hypot(*(np.array(grid.centres(i, j)).ravel() - [x, y]))
    assert own <= distances.min() + 1e-7
    assert grid.polygons(i, j)[0].distance(shapely.Point(x, y)) < 1e-6


@given(x=SWEREF, y=SWEREF)
def test_a_point_lies_in_its_square(x, y):
    grid = SquareGrid(250.0)
    i, j = grid.index(np.array([x]), np.array([y]))
    assert i[0] * 250.0 <= x < (i[0] + 1) * 250.0
    assert j[0] * 250.0 <= y < (j[0] + 1) * 250.0


@given(x=coordinates, di=st.integers(-50, 50), dj=st.integers(-50, 50))
def test_moving_by_whole_squares_moves_the_cells(x, di, dj):
    grid = SquareGrid(256.0)  # a power of two, so that the shifted coordinates are exact
    x = np.round(x)
    i, j = grid.index(x, x)
    moved = grid.index(x + di * 256.0, x + dj * 256.0)
    assert np.array_equal(moved, (i + di, j + dj))


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
def test_the_centre_of_a_cell_lies_in_it(grid):
    i, j = block(5, (13, -700))
    assert np.array_equal(grid.index(*grid.centres(i, j)), (i, j))


def test_an_edge_belongs_to_the_cell_on_its_east_or_north_side():
    square = SquareGrid(100.0).index(np.array([0.0, 100.0, -1e-9]), np.array([100.0, 99.9, 0.0]))
    assert np.array_equal(square, ([0, 1, -1], [1, 0, 0]))
    hexagon = HexagonGrid(100.0).index(np.array([50.0, -50.0]), np.array([0.0, 0.0]))
    assert np.array_equal(hexagon, ([1, 0], [0, 0]))


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
def test_cells_tile_without_gap_or_overlap(grid):
    cells = grid.polygons(*block(4, (2600, 33_000)))
    union = shapely.union_all(cells)
    assert union.geom_type == "Polygon"
    assert len(union.interiors) == 0
    assert union.area == pytest.approx(cells.size * grid.area, rel=1e-9)
    assert shapely.area(cells) == pytest.approx(grid.area, rel=1e-6)


@pytest.mark.parametrize("grid", [HexagonGrid(200.0), SquareGrid(200.0)], ids=repr)
def test_neighbours_share_vertices_to_the_last_bit(grid):
    cells = shapely.get_coordinates(grid.polygons(*block(6, (2700, 33_000))))
    distinct = {tuple(vertex) for vertex in cells.tolist()}
    rounded = {(round(x, 3), round(y, 3)) for x, y in distinct}
    assert len(distinct) == len(rounded)


@pytest.mark.parametrize("grid", [HexagonGrid(200.0), SquareGrid(200.0)], ids=repr)
def test_neighbours_are_the_cells_that_touch(grid):
    i, j = block(3)
    own = grid.polygons(np.array([0]), np.array([0]))[0]
    touching = shapely.distance(grid.polygons(i, j), own) < 1e-6
    others = {(a, b) for a, b in zip(i[touching].tolist(), j[touching].tolist(), strict=True)} - {(0, 0)}
    assert set(grid.neighbours) == others


def test_the_hexagon_is_as_wide_as_the_cell_size():
    hexagon = HexagonGrid(200.0).polygons(np.array([0]), np.array([0]))[0]
    x_min, y_min, x_max, y_max = hexagon.bounds
    assert x_max - x_min == pytest.approx(200.0)
    assert y_max - y_min == pytest.approx(200.0 * 2 / math.sqrt(3))


def test_weights_are_summed_in_the_cell():
    x, y, weights = np.array([[1.0, 1.0, 0.5], [2.0, 2.0, 1.0], [55.0, 3.0, 4.0]]).T
    counts = count_cells(SquareGrid(10.0), x, y, weights)
    assert (counts.i.tolist(), counts.j.tolist(), counts.count.tolist()) == ([0, 5], [0, 0], [1.5, 4.0])


def test_points_far_apart_are_counted_without_a_table_of_all_cells():
    counts = count_cells(SquareGrid(1.0), np.array([-9e6, 9e6, 9e6]), np.array([-9e6, 9e6, 9e6]))
    assert counts.count.tolist() == [1, 2]
    assert (counts.i.tolist(), counts.j.tolist()) == ([-9_000_000, 9_000_000],) * 2


def test_no_points_fill_no_cells():
    assert count_cells(HexagonGrid(10.0), np.zeros(0), np.zeros(0)).count.size == 0


@pytest.mark.parametrize("size", [0.0, -200.0, math.nan, math.inf])
@pytest.mark.parametrize("kind", GridKind)
def test_a_cell_size_that_is_no_size_is_refused(kind, size):
    with pytest.raises(InputError, match="cell size is"):
        make_grid(kind, size)


@pytest.mark.parametrize("kind", GridKind)
def test_a_grid_knows_its_kind(kind):
    assert make_grid(kind, 50.0).kind == kind
