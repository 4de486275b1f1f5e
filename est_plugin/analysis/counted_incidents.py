# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents of each category does each cell hold? Hotspots need no more, wherever that was counted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.grid import CellCounts
from est_plugin.analysis.stacks import (
    BusyCoordinates,
    Stack,
    busy_coordinates,
    find_stacks,
    on_stacks,
    stacks_among,
    together,
)
from est_plugin.analysis.tally import tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.points import PointSet


@dataclass(frozen=True, eq=False)
class CountedIncidents:
    """One row for each cell and category with incidents, k rows in the order of (i, j, category)."""

    grid: Grid
    i: IntArray
    j: IntArray
    #: Index into ``category_codes``, which are sorted and all occur.
    category: IntArray
    count: IntArray
    category_codes: tuple[str, ...]
    #: The most incidents on one coordinate, in the cells where these are ``stacks.DOMINATING`` or more.
    peaks: CellCounts
    #: All stacks, whether they are counted or not.
    stacks: tuple[Stack, ...]
    #: Reports that were left out because they lie on stacks.
    stacked: int

    @property
    def total(self) -> int:
        """All incidents, those on stacks too."""
        return int(self.count.sum()) + self.stacked

    def checksum(self) -> str:
        """SHA-256 (hexadecimal) of the grid, the rows and the stacks: equal counts have equal checksums, whoever
        counted and in whatever order. The same incidents give it, and other incidents that give it give the same
        hotspots.
        """
        head = (self.grid, self.category_codes, self.stacked)
        stacks = [(stack.x, stack.y, stack.count) for stack in self.stacks]
        digest = hashlib.sha256(repr((head, stacks)).encode())
        for column in (self.i, self.j, self.category, self.count):
            digest.update(column.astype("<i8").tobytes())
        return digest.hexdigest()


def count_incidents(
    points: PointSet, grid: Grid, *, include_stacks: bool = False, stacks: Sequence[Stack] | None = None
) -> CountedIncidents:
    """The counts of ``points``; ``stacks`` (None: those of the points themselves) are left out unless included."""
    busy = busy_coordinates(points)
    found = stacks_among(busy) if stacks is None else tuple(stacks)
    left_out = () if include_stacks else found
    kept = points.select(~on_stacks(points, left_out)) if left_out else points
    codes, number = np.unique(np.asarray(kept.category_codes, dtype=np.str_), return_inverse=True)
    used = np.flatnonzero(np.bincount(number[kept.category], minlength=codes.size))
    rank = np.searchsorted(used, number)[kept.category] if used.size else kept.category
    i, j, category, count = _rows(*grid.index(kept.x, kept.y), rank, max(used.size, 1))
    return CountedIncidents(
        grid=grid,
        i=i,
        j=j,
        category=category,
        count=count,
        category_codes=tuple(codes[used].tolist()),
        peaks=cell_peaks(grid, busy, left_out),
        stacks=found,
        stacked=len(points) - len(kept),
    )


def count_periods(
    periods: Sequence[PointSet], grid: Grid, *, include_stacks: bool = False
) -> tuple[CountedIncidents, ...]:
    """The counts of each period; a stack of one period is left out of all."""
    stacks = together([find_stacks(points) for points in periods])
    return tuple(count_incidents(points, grid, include_stacks=include_stacks, stacks=stacks) for points in periods)


def cell_peaks(grid: Grid, busy: BusyCoordinates, left_out: Sequence[Stack]) -> CellCounts:
    """The most incidents on one of the ``busy`` coordinates in each cell that holds some, without those left out."""
    gone = np.array([(stack.x, stack.y) for stack in left_out], dtype=np.float64).reshape(-1, 2)
    kept = ~((busy.x[:, np.newaxis] == gone[:, 0]) & (busy.y[:, np.newaxis] == gone[:, 1])).any(axis=1)
    i, j = grid.index(busy.x[kept], busy.y[kept])
    order = np.lexsort((busy.total[kept], j, i))
    i, j, count = i[order], j[order], busy.total[kept][order]
    # The last of each cell is its largest.
    is_last = np.ones(order.size, dtype=np.bool_)
    is_last[:-1] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
    return CellCounts(i[is_last], j[is_last], count[is_last])


def _rows(
    i: IntArray, j: IntArray, category: IntArray, categories: int
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """The distinct (i, j, category) of the incidents in order, and how many are of each."""
    if i.size == 0:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, nothing, nothing
    first_i, first_j = int(i.min()), int(j.min())
    columns = int(j.max()) - first_j + 1
    keys, count = tally(((i - first_i) * columns + (j - first_j)) * categories + category)
    cells = keys // categories
    return cells // columns + first_i, cells % columns + first_j, keys % categories, count.astype(np.int64)
