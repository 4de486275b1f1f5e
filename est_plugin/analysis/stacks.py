# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinates carry reports that did not happen there?

A register that does not know the place of a report often writes a default point: the town hall, the centre of the
area. On the map it looks like the worst place of the town.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.points import PointSet

DEFAULT_MIN_COUNT = 30
DEFAULT_MIN_SHARE = 0.03
DEFAULT_MIN_GAP = 3.0
#: With fewer reports a coordinate is not said to dominate its surroundings.
DOMINATING = 3


@dataclass(frozen=True)
class Stack:
    """Many reports on one identical coordinate (metres)."""

    x: float
    y: float
    #: All reports on the coordinate, of every category.
    count: int
    #: Their share of all reports, 0..1.
    share: float
    #: The categories whose own reports alone make the coordinate a stack, in the order of ``category_codes``.
    categories: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BusyCoordinates:
    """Coordinates with several reports each, b of them, in the order of (x, y)."""

    x: FloatArray
    y: FloatArray
    #: All reports on each (b).
    total: IntArray
    #: Index of a coordinate, index into ``category_codes``, and the number of its reports (r).
    place: IntArray
    category: IntArray
    count: IntArray
    category_codes: tuple[str, ...]
    #: All reports of each category, wherever they are.
    sums: IntArray


def find_stacks(
    points: PointSet,
    *,
    min_count: int = DEFAULT_MIN_COUNT,
    min_share: float = DEFAULT_MIN_SHARE,
    min_gap: float = DEFAULT_MIN_GAP,
) -> tuple[Stack, ...]:
    """The stacks of ``points``, largest first.

    The rule, applied to all reports and then to each category by itself: order the coordinates by their number of
    reports. The first k are stacks if each of them holds at least ``min_count`` reports and at least ``min_share`` of
    the reports, and stands apart: at least ``min_gap`` times the reports of coordinate k + 1. The largest k counts.

    Where the thresholds come from. In Boston's 311 reports of 2015 the default point holds 8.7 % of all reports (1 602
    of 18 442), 43 times the next place (the town hall itself), and 3.9 % or more of every month. In each of the five
    categories it holds 4.0..13.1 %, 3.8..43 times the next place. Ordinary places with 30 reports or more hold at most
    0.2 % of all reports (Boston, Northumbria, Chicago). In a category that is bound to few buildings they reach 6.8 %
    (courts in Chicago), but then only 1.2 times the next place. With fewer reports they reach 2.9 % of a category in a
    month.

    The rule does not see many area centres that each hold little, nor area centres among equally busy real places. In
    a small set it may find the one real place that towers over the rest: it only keeps it apart until a person decides.
    """
    busy = busy_coordinates(points, least=min(DOMINATING, math.ceil(min_count / min_gap)))
    return stacks_among(busy, min_count=min_count, min_share=min_share, min_gap=min_gap)


def stacks_among(
    busy: BusyCoordinates,
    *,
    min_count: int = DEFAULT_MIN_COUNT,
    min_share: float = DEFAULT_MIN_SHARE,
    min_gap: float = DEFAULT_MIN_GAP,
) -> tuple[Stack, ...]:
    """The same from the coordinates with min_count / min_gap reports or more: fewer decide nothing."""
    reports = int(busy.sums.sum())
    is_stack = _stand_apart(busy.total, reports, min_count, min_share, min_gap)
    categories: dict[int, list[str]] = {}
    for index, code in enumerate(busy.category_codes):
        counts = np.zeros(busy.total.size, dtype=np.int64)
        rows = busy.category == index
        counts[busy.place[rows]] = busy.count[rows]
        of_category = _stand_apart(counts, int(busy.sums[index]), min_count, min_share, min_gap)
        is_stack |= of_category
        for place in np.flatnonzero(of_category).tolist():
            categories.setdefault(place, []).append(code)
    stacks = [
        Stack(
            x=float(busy.x[place]),
            y=float(busy.y[place]),
            count=int(busy.total[place]),
            share=int(busy.total[place]) / reports,
            categories=tuple(categories.get(place, ())),
        )
        for place in np.flatnonzero(is_stack).tolist()
    ]
    return tuple(sorted(stacks, key=_by_size))


def together(periods: Iterable[Iterable[Stack]]) -> tuple[Stack, ...]:
    """The stacks of several periods, each coordinate once, in its fullest period; the largest first.

    A default point that is told apart in one period spoils those before and after too.
    """
    fullest: dict[tuple[float, float], Stack] = {}
    for stack in (stack for stacks in periods for stack in stacks):
        at = (stack.x, stack.y)
        fullest[at] = max(fullest.get(at, stack), stack, key=lambda one: one.count)
    return tuple(sorted(fullest.values(), key=_by_size))


def _by_size(stack: Stack) -> tuple[int, float, float]:
    return -stack.count, stack.x, stack.y


def busy_coordinates(points: PointSet, *, least: int = DOMINATING) -> BusyCoordinates:
    """The coordinates that carry ``least`` reports or more.

    Only points whose coordinates fall into the same slots of a table as ``least`` - 1 others are sorted.
    """
    rows = np.flatnonzero(_may_be_busy(points, least))
    x, y = points.x[rows], points.y[rows]
    order = np.lexsort((y, x))
    x, y = x[order], y[order]
    is_first = np.ones(order.size, dtype=np.bool_)
    is_first[1:] = (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    first = np.flatnonzero(is_first)
    total = np.diff(np.append(first, order.size))
    place_of_row = np.repeat(np.where(total >= least, np.cumsum(total >= least) - 1, -1), total)
    is_busy = place_of_row >= 0
    codes = len(points.category_codes)
    keys, count = tally(place_of_row[is_busy] * codes + points.category[rows[order[is_busy]]])
    return BusyCoordinates(
        x=x[first[total >= least]],
        y=y[first[total >= least]],
        total=total[total >= least],
        place=keys // max(codes, 1),
        category=keys % max(codes, 1),
        count=count.astype(np.int64),
        category_codes=points.category_codes,
        sums=np.bincount(points.category, minlength=codes),
    )


def _may_be_busy(points: PointSet, least: int) -> BoolArray:
    """False only for points that share their coordinate with fewer than ``least`` - 1 others, n booleans."""
    bits = max(10, min(24, int(4 * len(points)).bit_length()))
    # Odd numbers, as they are usual for such tables: the upper bits of a product depend on all bits of its factor.
    mixed = points.x.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15) ^ points.y.view(np.uint64) * np.uint64(
        0xC2B2AE3D27D4EB4F
    )
    slot = (mixed * np.uint64(0xD6E8FEB86659FD93) >> np.uint64(64 - bits)).astype(np.int64)
    in_slot: BoolArray = np.bincount(slot)[slot] >= least if slot.size else np.zeros(0, dtype=np.bool_)
    return in_slot


def on_stacks(points: PointSet, stacks: Sequence[Stack]) -> BoolArray:
    """Which of the points lie on one of the stacks, n booleans. All categories: it is the coordinate that is wrong."""
    mask = np.zeros(len(points), dtype=np.bool_)
    for stack in stacks:
        mask |= (points.x == stack.x) & (points.y == stack.y)
    return mask


def _stand_apart(counts: IntArray, reports: int, min_count: int, min_share: float, min_gap: float) -> BoolArray:
    """Which of the places, by their share of all ``reports``, are stacks under the rule of ``find_stacks``."""
    order = np.argsort(-counts, kind="stable")
    ranked = counts[order]
    following = np.append(ranked[1:], 0)
    ends = (ranked >= max(min_count, 1)) & (ranked >= min_share * reports) & (ranked >= min_gap * following)
    is_stack = np.zeros(counts.size, dtype=np.bool_)
    is_stack[order[: np.flatnonzero(ends).max(initial=-1) + 1]] = True
    return is_stack
