# SPDX-License-Identifier: GPL-2.0-or-later
"""Which counts of incidents may be shown to everybody, so that nobody can work out those that may not?

A square of 250 m may be shown if it holds ``LEAST_ADDRESSES`` addresses and ``LEAST_INCIDENTS`` incidents. The square
of 500 m that it lies in is treated whole:

* if each of its four squares that has incidents may be shown, they are shown one by one;
* else, if the four together may be shown, they are shown as one square, and none of them by itself;
* else nothing of it is shown.

So no square that is shown holds another one, and there is nothing to subtract. That the four are taken together as
soon as one may not be shown is the complementary suppression: beside three squares that are shown, the fourth would be
told. Counts are told as classes (``CountClass``). All other numbers of a public edition (``town_total``,
``category_classes``) count the incidents of the shown squares only. What is published is therefore the same as if
nothing had happened in any square that is left out; and of a square that went into a larger one, nobody can tell that
anything happened in it (``tests/unit/test_suppression.py`` tries all towns of a few squares).

The least number of addresses is that of police.uk, which shows no point with fewer than eight around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.public_cells import CELL, cell_of
from est_plugin.domain.count_class import LEAST_ADDRESSES, LEAST_INCIDENTS, CountClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.public_cells import CellTotals

#: Cells along one side of the square that is treated whole.
_SIDE = 2
#: With fewer squares or rows, or with a larger part in one category, the table would tell what single squares hold.
LEAST_SQUARES = 10
LEAST_ROWS = 3
LARGEST_PART = 0.75
#: With fewer squares the total would tell more of each than its class.
LEAST_SQUARES_OF_TOTAL = 5
#: The town's total is told to the nearest so many.
ROUNDED_TO = 10


@dataclass(frozen=True, order=True)
class Square:
    """A shown square: its south-west corner and side in metres."""

    west: int
    south: int
    side: int
    level: CountClass


@dataclass(frozen=True, eq=False)
class Suppressed:
    """What may be shown, and what became of the rest; only ``squares`` may leave the municipality."""

    squares: tuple[Square, ...]
    #: Of the squares, in their order: for the check of the files, never for them.
    incidents: IntArray
    addresses: IntArray
    #: Cells of 250 m with incidents that went into a square of 500 m, and those that are not shown at all.
    merged_cells: int
    left_out_cells: int
    #: Incidents in the cells that are not shown.
    left_out_incidents: int


def suppress(totals: CellTotals) -> Suppressed:
    """The squares that may be shown, in the order of their corners."""
    may_show = (totals.incidents >= LEAST_INCIDENTS) & (totals.addresses >= LEAST_ADDRESSES)
    has_any = totals.incidents > 0
    corners = np.stack([totals.column // _SIDE, totals.row // _SIDE], axis=1)
    blocks, block = np.unique(corners, axis=0, return_inverse=True)
    block = block.reshape(-1)
    incidents, addresses = (_sums(values, block, len(blocks)) for values in (totals.incidents, totals.addresses))
    is_mixed = _sums((has_any & ~may_show).astype(np.int64), block, len(blocks)) > 0
    is_merged = is_mixed & (incidents >= LEAST_INCIDENTS) & (addresses >= LEAST_ADDRESSES)
    alone = may_show & ~is_mixed[block]
    in_merged = has_any & is_merged[block]
    left_out = has_any & ~alone & ~in_merged
    found = [
        *_squares(totals.column[alone], totals.row[alone], CELL, (totals.incidents[alone], totals.addresses[alone])),
        *_squares(
            blocks[is_merged, 0], blocks[is_merged, 1], CELL * _SIDE, (incidents[is_merged], addresses[is_merged])
        ),
    ]
    found.sort()
    return Suppressed(
        squares=tuple(square for square, _, _ in found),
        incidents=np.array([count for _, count, _ in found], dtype=np.int64),
        addresses=np.array([count for _, _, count in found], dtype=np.int64),
        merged_cells=int(in_merged.sum()),
        left_out_cells=int(left_out.sum()),
        left_out_incidents=int(totals.incidents[left_out].sum()),
    )


def in_squares(squares: tuple[Square, ...], x: FloatArray, y: FloatArray) -> BoolArray:
    """Which of the points lie in one of the squares, n booleans."""
    column, row = cell_of(x, y)
    shown = {(square.west // CELL, square.south // CELL, square.side // CELL) for square in squares}
    cells = zip(column.tolist(), row.tolist(), strict=True)
    is_in = [(i, j, 1) in shown or (i // _SIDE * _SIDE, j // _SIDE * _SIDE, _SIDE) in shown for i, j in cells]
    return np.array(is_in, dtype=np.bool_)


def town_total(shown_incidents: int, squares: int) -> int:
    """The incidents of all shown squares, rounded; 0 where it is not told, because the squares are too few."""
    if squares < LEAST_SQUARES_OF_TOTAL:
        return 0
    return int(shown_incidents / ROUNDED_TO + 0.5) * ROUNDED_TO


@dataclass(frozen=True)
class CategoryClasses:
    """How many incidents of each category the shown squares of the whole town hold, as classes."""

    #: By category code, the largest class first.
    classes: tuple[tuple[str, CountClass], ...]
    #: All others together; None if there are none.
    others: CountClass | None
    #: Codes of the others: for the person who approves, never for the files.
    together: tuple[str, ...]


def category_classes(counts: Mapping[str, int], squares: int) -> CategoryClasses:
    """Classes of the counts by category over ``squares`` shown squares.

    Categories under the limit are told together, never by themselves. If they are one alone, or together under the
    limit too, the smallest others join them until they are not: a single row that is missing could be worked out from
    the sum. No table at all where it would tell what single squares hold: with few squares, few rows, or nearly all
    incidents in one category.
    """
    by_size = sorted(((count, code) for code, count in counts.items() if count), key=lambda item: (-item[0], item[1]))
    none = CategoryClasses((), None, tuple(sorted(code for _, code in by_size)))
    if squares < LEAST_SQUARES or not by_size or by_size[0][0] > LARGEST_PART * _sum(by_size):
        return none
    kept = [item for item in by_size if item[0] >= LEAST_INCIDENTS]
    together = by_size[len(kept) :]
    while together and kept and not _may_stand(together):
        together.insert(0, kept.pop())
    others = CountClass.of(_sum(together)) if together and _may_stand(together) else None
    if len(kept) + (others is not None) < LEAST_ROWS:
        return none
    return CategoryClasses(
        classes=tuple((code, CountClass.of(count)) for count, code in kept),
        others=others,
        together=tuple(sorted(code for _, code in together)),
    )


def _may_stand(together: list[tuple[int, str]]) -> bool:
    return len(together) > 1 and _sum(together) >= LEAST_INCIDENTS


def _sum(items: list[tuple[int, str]]) -> int:
    return sum(count for count, _ in items)


def _sums(values: IntArray, group: IntArray, groups: int) -> IntArray:
    sums: IntArray = np.bincount(group, weights=values, minlength=groups).astype(np.int64)
    return sums


def _squares(
    column: IntArray, row: IntArray, side: int, counts: tuple[IntArray, IntArray]
) -> Iterator[tuple[Square, int, int]]:
    for i, j, incidents, addresses in zip(*(part.tolist() for part in (column, row, *counts)), strict=True):
        yield Square(i * side, j * side, side, CountClass.of(incidents)), incidents, addresses
