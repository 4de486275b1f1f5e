# SPDX-License-Identifier: GPL-2.0-or-later
"""Neighbourhoods: the cells within a distance, all of them and no others."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.grid import GridKind, HexagonGrid, SquareGrid, make_grid
from est_plugin.analysis.neighbourhood import Neighbourhood, grown, neighbour_sums
from est_plugin.errors import InputError

GRIDS = [HexagonGrid(60.0), SquareGrid(60.0), HexagonGrid(200.0), SquareGrid(0.1)]


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
@pytest.mark.parametrize("widths", [1.0, 1.5, 2.5, 6.0])
def test_it_holds_the_cells_whose_centres_are_near_enough(grid, widths):
    distance = widths * grid.cell_size
    i, j = (part.ravel() for part in np.mgrid[-15:16, -15:16])
    x, y = grid.centres(i + 40, j - 700)
    x_0, y_0 = grid.centres(np.array([40]), np.array([-700]))
    away = np.hypot(x - x_0, y - y_0)
    near = (away <= distance * (1 + 1e-6)) & (away > 0)
    assert set(Neighbourhood.within(grid, distance).offsets) == set(
        zip(i[near].tolist(), j[near].tolist(), strict=True)
    )


@pytest.mark.parametrize(
    ("kind", "distance", "number"),
    [
        (GridKind.HEXAGON, 100.0, 6),
        (GridKind.HEXAGON, 200.0, 18),
        (GridKind.HEXAGON, 250.0, 18),
        (GridKind.SQUARE, 100.0, 4),
        (GridKind.SQUARE, 150.0, 8),
        (GridKind.SQUARE, 250.0, 20),
    ],
)
def test_neighbours_are_as_many_as_drawn_by_hand(kind, distance, number):
    assert len(Neighbourhood.within(make_grid(kind, 100.0), distance).offsets) == number


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
def test_a_shell_holds_cells_that_lie_equally_far_away(grid):
    shells = Neighbourhood.within(grid, 3 * grid.cell_size).shells
    metres = [distance for distance, _ in shells]
    assert metres == sorted(metres)
    for distance, offsets in shells:
        i, j = np.array(offsets).T
        x_0, y_0 = grid.centres(np.zeros(1, int), np.zeros(1, int))
        x, y = grid.centres(i, j)
        np.testing.assert_allclose(np.hypot(x - x_0, y - y_0), distance, rtol=1e-2)


@pytest.mark.parametrize("distance", [0.0, -1.0, 59.0, 361.0, float("nan"), float("inf")])
def test_a_distance_that_does_not_suit_the_cells_is_refused(distance):
    with pytest.raises(InputError, match=r"does not suit cells that are 60\.0 m wide"):
        Neighbourhood.within(HexagonGrid(60.0), distance)


@pytest.mark.parametrize("grid", GRIDS[:2], ids=repr)
def test_neighbour_sums_reach_the_neighbours_and_no_other_cells(grid):
    counts = np.zeros((11, 11), np.int64)
    counts[5, 5] = 7
    offsets = Neighbourhood.within(grid, 150.0).offsets
    sums = neighbour_sums(counts, offsets)
    assert {(i - 5, j - 5) for i, j in np.argwhere(sums).tolist()} == {(-di, -dj) for di, dj in offsets}
    assert set(sums[sums > 0].tolist()) == {7}


def test_cells_grow_ring_by_ring_and_not_beyond_the_lattice():
    cells = np.zeros((5, 4), bool)
    cells[0, 0] = True
    touching = SquareGrid(1.0).neighbours
    assert grown(cells, touching, 0).sum() == 1
    assert grown(cells, touching, 1).astype(int).tolist() == [[1, 1, 0, 0], [1, 1, 0, 0]] + [[0, 0, 0, 0]] * 3
    assert grown(cells, touching, 9).all()
