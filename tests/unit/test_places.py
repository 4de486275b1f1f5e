# SPDX-License-Identifier: GPL-2.0-or-later
"""Places: which cells belong together."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.grid import HexagonGrid, SquareGrid
from est_plugin.analysis.places import group_adjacent, with_carriers

HEXAGONS, SQUARES = HexagonGrid(100.0), SquareGrid(100.0)


def groups(grid, *cells):
    i, j = np.array(cells, np.int64).reshape(-1, 2).T
    found = group_adjacent(grid, i, j)
    return sorted(sorted(cells[member] for member in group.members) for group in found), found


@pytest.mark.parametrize("grid", [HEXAGONS, SQUARES], ids=repr)
def test_neighbours_are_one_group_and_others_are_not(grid):
    cells, found = groups(grid, (0, 0), (5, 5), (1, 0), (1, 1), (9, -4))
    assert cells == [[(0, 0), (1, 0), (1, 1)], [(5, 5)], [(9, -4)]]
    assert sum(group.polygon.area for group in found) == pytest.approx(5 * grid.area)


def test_squares_that_meet_in_a_corner_are_one_group_with_two_polygons():
    cells, (group,) = groups(SQUARES, (0, 0), (1, 1))
    assert cells == [[(0, 0), (1, 1)]]
    assert group.polygon.geom_type == "MultiPolygon"
    assert group.polygon.is_valid


def test_no_cells_make_no_groups():
    assert groups(HEXAGONS) == ([], ())


def carried(counts, hot):
    counts = np.pad(np.array(counts), 2)
    hot = np.pad(np.array(hot, bool), 2)
    joined = with_carriers(hot, counts, np.ones(counts.shape, bool), SQUARES.neighbours)
    return joined[2:-2, 2:-2].astype(int).tolist()


def test_the_cell_that_makes_its_neighbour_hot_belongs_to_the_place():
    assert carried([[0, 0, 0], [1, 50, 0], [0, 0, 0]], [[0, 0, 0], [1, 0, 0], [0, 0, 0]]) == [
        [0, 0, 0],
        [1, 1, 0],
        [0, 0, 0],
    ]


def test_several_cells_that_make_a_cell_hot_together_all_belong():
    assert carried([[9, 0, 9], [0, 1, 0], [9, 0, 2]], [[0, 0, 0], [0, 1, 0], [0, 0, 0]]) == [
        [1, 0, 1],
        [0, 1, 0],
        [1, 0, 0],
    ]


def test_where_nothing_is_hot_nothing_joins():
    assert carried([[5, 5], [5, 90]], [[0, 0], [0, 0]]) == [[0, 0], [0, 0]]
