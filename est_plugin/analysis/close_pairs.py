# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pairs of places lie near each other? Found once, by squares, without looking at all pairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.feedback import Feedback

#: More would take minutes and half a gigabyte.
MAX_PAIRS = 10_000_000
_CANDIDATES_AT_A_TIME = 2_000_000


class Distance(StrEnum):
    """How far is it from one place to another?"""

    EUCLIDEAN = "euclidean"
    #: Along streets that cross at right angles, as in Ratcliffe's near repeat calculator.
    MANHATTAN = "manhattan"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]

    def between(self, dx: FloatArray, dy: FloatArray) -> FloatArray:
        """The distance in metres, from the differences of the coordinates."""
        return np.hypot(dx, dy) if self is Distance.EUCLIDEAN else np.abs(dx) + np.abs(dy)


_LABELS = {
    Distance.EUCLIDEAN: QT_TRANSLATE_NOOP("est_plugin", "As the crow flies"),
    Distance.MANHATTAN: QT_TRANSLATE_NOOP("est_plugin", "Along a grid of streets (Manhattan)"),
}


@dataclass(frozen=True, eq=False)
class ClosePairs:
    """Each pair once, by the positions (intp, m) of its two places, with its distance in metres (float64, m)."""

    first: IntArray
    second: IntArray
    distance: FloatArray


def find_close_pairs(x: FloatArray, y: FloatArray, reach: float, distance: Distance, feedback: Feedback) -> ClosePairs:
    """All pairs of n places (metres) that lie less than ``reach`` metres from each other.

    Raises InputError if there are more than ``MAX_PAIRS``.
    """
    column, row = (np.floor((values - values.min()) / reach).astype(np.int64) for values in (x, y))
    # One empty row between columns: the row above the last one of a column is not the first of the next.
    height = int(row.max()) + 2
    key = column * height + row + 1
    order = np.argsort(key, kind="stable")
    found = []
    count = 0
    for done, first, second in _candidates(key[order], height):
        step(feedback, done)
        one, other = order[first], order[second]
        apart = distance.between(x[one] - x[other], y[one] - y[other])
        near = apart < reach
        found.append((one[near], other[near], apart[near]))
        count += found[-1][0].size
        if count > MAX_PAIRS:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are too many incidents near each other."),
                why=QT_TRANSLATE_NOOP("est_plugin", "More than {most} pairs of them lie within {reach} metres."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Choose a shorter period, fewer categories or a shorter distance."
                ),
                most=MAX_PAIRS,
                reach=reach,
            )
    none = (np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0))
    return ClosePairs(*(np.concatenate(parts) for parts in zip(none, *found, strict=True)))


def _candidates(key: IntArray, height: int) -> Iterator[tuple[float, IntArray, IntArray]]:
    """Positions in the sorted ``key`` of pairs in touching squares, each pair once, with how much is done (0 to 1)."""
    position = np.arange(key.size)
    # The own square and the one above it lie one after the other; so do the three of the next column.
    ranges = (
        (position + 1, np.searchsorted(key, key + 1, side="right")),
        (np.searchsorted(key, key + height - 1), np.searchsorted(key, key + height + 1, side="right")),
    )
    lengths = sum(end - start for start, end in ranges)
    totals = np.cumsum(lengths)
    cuts = np.searchsorted(totals, np.arange(_CANDIDATES_AT_A_TIME, int(totals[-1]), _CANDIDATES_AT_A_TIME))
    for rows in np.split(position, np.unique(cuts)):
        for start, end in ranges:
            length = (end - start)[rows]
            begins = np.repeat(start[rows] - np.concatenate(([0], np.cumsum(length)[:-1])), length)
            yield rows[0] / key.size, np.repeat(rows, length), begins + np.arange(begins.size)
