# SPDX-License-Identifier: GPL-2.0-or-later
"""Places: where a person sees peaks, and which cells belong to them."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.grid import HexagonGrid, SquareGrid
from est_plugin.analysis.neighbourhood import Neighbourhood
from est_plugin.analysis.places import group_cells
from est_plugin.analysis.study import StudyCells, StudyRule

SQUARES, HEXAGONS = SquareGrid(100.0), HexagonGrid(100.0)
MARGIN = 4


def places(rows, hot, grid=SQUARES, distance=150.0):
    """Members and hot cells of each place as cells of ``rows``, whose surroundings are empty study cells."""
    counts = np.pad(np.array(rows, np.int64), MARGIN)
    inside = np.pad(np.ones((counts.shape[0] - 4, counts.shape[1] - 4), bool), 2)
    study = StudyCells(grid, Neighbourhood.within(grid, distance), StudyRule.CENTRE_IN_AREA, (0, 0), inside)
    is_hot = np.zeros(counts.shape, bool)
    for i, j in hot:
        is_hot[i + MARGIN, j + MARGIN] = True
    groups = group_cells(study, counts, is_hot)

    def cells(positions):
        return {(int(p) // counts.shape[1] - MARGIN, int(p) % counts.shape[1] - MARGIN) for p in positions}

    return [(cells(group.members), cells(group.hot)) for group in groups], groups


def test_where_nothing_is_hot_there_is_no_place():
    assert places([[5, 5], [5, 90]], []) == ([], ())


def test_the_busy_cell_that_makes_its_neighbour_hot_is_the_place():
    ((members, hot),), _ = places([[0, 0, 0], [1, 50, 0], [0, 0, 0]], [(1, 0)])
    assert (1, 1) in members
    assert hot == {(1, 0)}


@pytest.mark.parametrize("grid", [SQUARES, HEXAGONS], ids=repr)
def test_two_peaks_with_a_valley_between_are_two_places(grid):
    found, groups = places([[30, 6, 1, 1, 6, 30]], [(0, k) for k in range(6)], grid)
    assert sorted(tuple(sorted(hot)) for _, hot in found) == [((0, 0), (0, 1), (0, 2)), ((0, 3), (0, 4), (0, 5))]
    assert not groups[0].polygon.overlaps(groups[1].polygon)


def test_two_peaks_without_a_true_valley_are_one_place():
    ((members, hot),), _ = places([[30, 22, 20, 22, 20, 22, 29]], [(0, 0), (0, 6)])
    assert hot == {(0, 0), (0, 6)}
    assert {(0, k) for k in range(7)} <= members


def test_a_place_ends_halfway_down():
    ((members, _),), (group,) = places([[0, 0, 0, 0, 0, 3, 40, 3, 0, 0, 0]], [(0, 5), (0, 7)])
    assert members == {(0, 6)}
    assert group.polygon.area == pytest.approx(SQUARES.area)


def test_equal_cells_side_by_side_make_one_place():
    ((members, _),), _ = places([[9, 9], [9, 9]], [(0, 0), (0, 1), (1, 0), (1, 1)])
    assert members >= {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_what_does_not_touch_the_peak_is_not_in_its_place():
    found, _ = places([[20, 0, 0, 0, 20]], [(0, 0), (0, 4)], distance=300.0)
    for members, _ in found:
        columns = sorted({j for _, j in members})
        assert columns == list(range(columns[0], columns[-1] + 1))
