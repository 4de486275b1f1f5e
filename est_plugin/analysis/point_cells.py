# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points can lie close to each other?

Points are sorted into cells so small that two points of one cell are always close: squares with the side
distance / sqrt(2), and with a time limit slabs of that length. A point that is close lies at most two squares and one
slab away. No list of neighbours is ever held: pairs are made by the block, looked at, and dropped.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: Cells a hair smaller than distance / sqrt(2): rounding never puts two points of a cell farther apart.
_HAIR = 1e-9
#: Pairs that are made at a time; some 60 MB with what is worked out of them.
_BLOCK = 1_000_000
#: Cells along one axis, and in all: their numbers fit into 64 bits.
_MOST_CELLS = 2**62
#: A table of all cells is the fastest way to find one, as long as it is not much larger than the data.
_TABLE = 4_000_000


@dataclass(frozen=True)
class Closeness:
    """Two points are close if they lie within ``metres`` and, where times count, within ``seconds``; both inclusive."""

    metres: float
    seconds: int | None = None

    def holds(self, gaps: tuple[FloatArray, ...]) -> BoolArray:
        """``gaps``: differences in x, y and, where times count, time; of either sign."""
        near: BoolArray = squared_metres(gaps) <= self.metres**2
        return near if self.seconds is None else near & (np.abs(gaps[2]) <= self.seconds)


def squared_metres(gaps: tuple[FloatArray, ...]) -> FloatArray:
    """The squared distance in place of points with these gaps."""
    squared: FloatArray = gaps[0] * gaps[0] + gaps[1] * gaps[1]
    return squared


@dataclass(frozen=True, eq=False)
class PointCells:
    """Points in the order of their cells, and the smallest boxes round the points of each cell."""

    closeness: Closeness
    #: x, y and, where times count, time; (n) each.
    columns: tuple[FloatArray, ...]
    #: Number of the cell of each point (n), ascending: an index into what follows.
    cell: IntArray
    #: Names of the cells, ascending; ``step`` leads from a cell's name to that of another.
    key: IntArray
    #: First point of each cell, and how many it holds.
    first: IntArray
    size: IntArray
    #: Ends of the boxes, as ``columns``, for each cell.
    low: tuple[FloatArray, ...]
    high: tuple[FloatArray, ...]
    #: Steps from a cell to all cells whose points can be close, nearest first; 0 is the cell itself.
    steps: tuple[int, ...]
    #: Number of the cell with each name from 0 on, -1 for none; empty if that were too many.
    table: IntArray

    def select(self, mask: BoolArray) -> PointCells:
        """Some of the points, in cells of the same names."""
        key = self.key[self.cell[mask]]
        return _in_cells(self.closeness, tuple(column[mask] for column in self.columns), key, self.steps)

    def find(self, key: IntArray) -> IntArray:
        """Number of the cell with each name; -1 where there is none."""
        if self.table.size:
            # Names beyond either end are no cell's: the last entry of the table is -1.
            last = self.table.size - 1
            return self.table[np.where((key < 0) | (key > last), last, key)]
        found = np.minimum(np.searchsorted(self.key, key), max(self.key.size - 1, 0))
        return np.where(self.key[found] == key, found, -1) if self.key.size else np.full(key.size, -1)

    def gaps_to_boxes(self, columns: tuple[FloatArray, ...], cells: IntArray) -> tuple[FloatArray, ...]:
        """How far points (one for each of ``cells``) are at least from the points of the cells, in each direction."""
        return tuple(
            np.maximum(np.maximum(low[cells] - column, column - high[cells]), 0.0)
            for column, low, high in zip(columns, self.low, self.high, strict=True)
        )

    def reach_of_boxes(self, columns: tuple[FloatArray, ...], cells: IntArray) -> tuple[FloatArray, ...]:
        """How far points are at most from the points of the cells."""
        return tuple(
            np.maximum(np.abs(column - low[cells]), np.abs(high[cells] - column))
            for column, low, high in zip(columns, self.low, self.high, strict=True)
        )

    def take(self, points: IntArray) -> tuple[FloatArray, ...]:
        """Their columns."""
        return tuple(column[points] for column in self.columns)

    def members(self, cells: IntArray) -> Iterator[Members]:
        """All points of each of ``cells`` (no cell is empty), by the block."""
        ends = np.cumsum(self.size[cells])
        start = 0
        while start < cells.size:
            done = int(ends[start - 1]) if start else 0
            stop = max(int(np.searchsorted(ends, done + _BLOCK, side="right")), start + 1)
            sizes = self.size[cells[start:stop]]
            begins = np.cumsum(sizes) - sizes
            shift = np.repeat(self.first[cells[start:stop]] - begins, sizes)
            yield Members(start, stop, np.repeat(np.arange(start, stop), sizes), np.arange(shift.size) + shift, begins)
            start = stop


@dataclass(frozen=True, eq=False)
class Members:
    """A block of pairs: a row of what was asked, and a point of the cell that was asked for in it."""

    #: The rows of the block are ``start`` up to ``stop``.
    start: int
    stop: int
    row: IntArray
    point: IntArray
    #: Where the pairs of each row begin.
    begins: IntArray


def distinct_points(closeness: Closeness, columns: tuple[FloatArray, ...]) -> tuple[PointCells, IntArray]:
    """The distinct points in cells, and for each of the given ones (n) which of these it is.

    Points that are equal to within a millionth of a cell may be counted apart although they are equal: that costs
    time, never truth. Raises InputError if the points lie too far apart for cells of that size.
    """
    side = closeness.metres / math.sqrt(2) * (1 - _HAIR)
    sides = (side, side) if closeness.seconds is None else (side, side, closeness.seconds + 1.0)
    scaled = [(column - column.min()) / width for column, width in zip(columns, sides, strict=True)]
    if math.prod(float(value.max()) + 5 for value in scaled) > _MOST_CELLS:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No clusters can be looked for."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The incidents lie too far apart for a distance of {distance} m."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose a longer distance, or look for incidents that lie far away by mistake."
            ),
            distance=closeness.metres,
        )
    # Whole numbers of cells; the margins keep a step over the edge from landing in the next row.
    margins = (2, 2, 1)
    places = [np.floor(value).astype(np.int64) for value in scaled]
    lengths = [int(place.max()) + 1 + 2 * margin for place, margin in zip(places, margins, strict=False)]
    key = np.zeros(columns[0].size, dtype=np.int64)
    for place, length, margin in zip(places, lengths, margins, strict=False):
        key = key * length + place + margin
    rests = [value - place for value, place in zip(scaled, places, strict=True)]
    order = np.argsort(_finer(key, math.prod(lengths), rests))
    is_new = np.ones(key.size, dtype=np.bool_)
    is_new[1:] = False
    for column in columns:
        is_new[1:] |= np.diff(column[order]) != 0
    is_new[1:] |= np.diff(key[order]) != 0
    point = np.empty(key.size, dtype=np.int64)
    point[order] = np.cumsum(is_new) - 1
    kept = order[is_new]
    distinct = tuple(column[kept] for column in columns)
    return _in_cells(closeness, distinct, key[kept], _steps(lengths, margins)), point


def _finer(key: IntArray, cells: int, rests: list[FloatArray]) -> IntArray:
    """``key`` with the place in the cell (each of ``rests`` in 0..1) in the bits that are left, to sort by."""
    bits = max((62 - cells.bit_length()) // len(rests), 0)
    for rest in rests:
        key = (key << bits) | np.minimum((rest * 2.0**bits).astype(np.int64), 2**bits - 1)
    return key


def _steps(lengths: list[int], margins: tuple[int, ...]) -> tuple[int, ...]:
    def name(offset: tuple[int, ...]) -> int:
        step = 0
        for part, length in zip(offset, lengths, strict=True):
            step = step * length + part
        return step

    reaches = [range(-margin, margin + 1) for margin, _ in zip(margins, lengths, strict=False)]
    offsets = sorted(itertools.product(*reaches), key=lambda offset: (sum(part * part for part in offset), offset))
    return tuple(name(offset) for offset in offsets)


def _in_cells(
    closeness: Closeness, columns: tuple[FloatArray, ...], key: IntArray, steps: tuple[int, ...]
) -> PointCells:
    """``key``: the name of each point's cell, ascending."""
    is_first = np.ones(key.size, dtype=np.bool_)
    is_first[1:] = np.diff(key) != 0
    first = np.flatnonzero(is_first)
    names = key[first]
    table = np.zeros(0, dtype=np.int32)
    if key.size and names[-1] <= 4 * key.size + _TABLE:
        table = np.full(int(names[-1]) + 2, -1, dtype=np.int32)
        table[names] = np.arange(names.size, dtype=np.int32)
    return PointCells(
        closeness=closeness,
        columns=columns,
        cell=np.cumsum(is_first) - 1,
        key=names,
        first=first,
        size=np.diff(np.append(first, key.size)),
        low=tuple(np.minimum.reduceat(column, first) if first.size else column for column in columns),
        high=tuple(np.maximum.reduceat(column, first) if first.size else column for column in columns),
        steps=steps,
        table=table,
    )
