# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells make one place?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.getis_ord import neighbour_sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, IntArray
    from est_plugin.analysis.grid import Grid


@dataclass(frozen=True, eq=False)
class CellGroup:
    """Cells that hang together as neighbours."""

    polygon: BaseGeometry
    #: Positions of the cells in the arrays that were grouped.
    members: IntArray


def with_carriers(
    hot: BoolArray, counts: IntArray, study: BoolArray, neighbours: Sequence[tuple[int, int]]
) -> BoolArray:
    """The hot cells and the neighbours that make them hot, (ni, nj); the outermost cells of the lattice are never hot.

    The conditional test asks whether a cell's neighbours are high. A square where everything happens, with little
    around it, makes its neighbours hot and is not hot itself, but no one would draw the place without it. So a
    neighbour joins a hot cell if it holds at least as many incidents as the average cell of the hot cell's
    neighbourhood (the study cells among the hot cell and its neighbours).
    """
    local_sum = counts + neighbour_sums(counts, neighbours)
    local_cells = study + neighbour_sums(study.astype(np.int64), neighbours)
    joined = hot.copy()
    i, j = np.nonzero(hot)
    for di, dj in neighbours:
        carries = counts[i + di, j + dj] * local_cells[i, j] >= local_sum[i, j]
        joined[i[carries] + di, j[carries] + dj] = True
    return joined


def group_adjacent(grid: Grid, i: IntArray, j: IntArray) -> tuple[CellGroup, ...]:
    """The cells (i, j) grouped so that neighbours are together. Squares that meet in a corner give a multipolygon."""
    polygons = grid.polygons(i, j)
    waiting = {cell: index for index, cell in enumerate(zip(i.tolist(), j.tolist(), strict=True))}
    groups = []
    while waiting:
        cell, index = waiting.popitem()
        reached, members = [cell], [index]
        while reached:
            i_here, j_here = reached.pop()
            for di, dj in grid.neighbours:
                neighbour = (i_here + di, j_here + dj)
                if neighbour in waiting:
                    members.append(waiting.pop(neighbour))
                    reached.append(neighbour)
        groups.append(CellGroup(shapely.union_all(polygons[members]), np.array(members)))
    return tuple(groups)
