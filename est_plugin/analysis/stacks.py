# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinates carry reports that did not happen there?

A register that does not know the place of a report often writes a default point: the town hall, the centre of the
area. On the map it looks like the worst place of the town.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import BoolArray, IntArray
    from est_plugin.analysis.points import PointSet

DEFAULT_MIN_COUNT = 30
DEFAULT_MIN_SHARE = 0.03


@dataclass(frozen=True)
class Stack:
    """Many reports on one identical coordinate (metres)."""

    x: float
    y: float
    #: All reports on the coordinate, of every category.
    count: int
    #: Their share of all reports, 0..1.
    share: float
    #: The categories whose own reports alone make the coordinate a stack, the largest share first.
    categories: tuple[str, ...]


def find_stacks(
    points: PointSet, *, min_count: int = DEFAULT_MIN_COUNT, min_share: float = DEFAULT_MIN_SHARE
) -> tuple[Stack, ...]:
    """The stacks of ``points``, largest first.

    The rule: a coordinate is a stack if at least ``min_count`` reports lie on it, to the last bit, and they are at
    least ``min_share`` of all reports, or if the same holds among the reports of one category.

    Where the thresholds come from. In Boston's 311 reports of 2015 the default point holds 8.7 % of all reports (1 602
    of 18 442), 3.9 % or more of every month, and 4.0..13.1 % of each of the five categories; the next busiest place,
    the town hall itself, 0.2 %. In the other sets looked at (Northumbria, Nottingham, Memphis, Chicago) the busiest
    ordinary place with 30 reports or more holds 0.2 % of all reports and 1.7 % of its category (a Chicago station);
    places with fewer reach 2.9 % of one category in one month. So 30 reports and 3 % stand between the two.

    The rule does not see many area centres that each hold little. In a very small set it may find a real place with 30
    reports on one coordinate: the rule only keeps it apart until a person has decided.
    """
    if len(points) == 0:
        return ()
    places = _Places.of(points)
    share = places.total / len(points)
    is_stack = (places.total >= min_count) & (share >= min_share)
    categories: dict[int, list[tuple[float, str]]] = {}
    for index, code in enumerate(points.category_codes):
        counts = np.bincount(places.place_of_point[points.category == index], minlength=places.total.size)
        of_category = int(counts.sum())
        for place in np.flatnonzero((counts >= min_count) & (counts >= min_share * of_category)):
            is_stack[place] = True
            categories.setdefault(int(place), []).append((-int(counts[place]) / of_category, code))
    stacks = [
        Stack(
            x=float(points.x[places.first_point[place]]),
            y=float(points.y[places.first_point[place]]),
            count=int(places.total[place]),
            share=float(share[place]),
            categories=tuple(code for _, code in sorted(categories.get(int(place), []))),
        )
        for place in np.flatnonzero(is_stack)
    ]
    return tuple(sorted(stacks, key=lambda stack: (-stack.count, stack.x, stack.y)))


def on_stacks(points: PointSet, stacks: Sequence[Stack]) -> BoolArray:
    """Which of the points lie on one of the stacks, n booleans. All categories: it is the coordinate that is wrong."""
    mask = np.zeros(len(points), dtype=np.bool_)
    for stack in stacks:
        mask |= (points.x == stack.x) & (points.y == stack.y)
    return mask


@dataclass(frozen=True, eq=False)
class _Places:
    """The distinct coordinates."""

    #: Place of every point (n).
    place_of_point: IntArray
    #: One point on every place, and the number of points there.
    first_point: IntArray
    total: IntArray

    @classmethod
    def of(cls, points: PointSet) -> _Places:
        coordinates = points.x + 1j * points.y
        _, first, place, total = np.unique(coordinates, return_index=True, return_inverse=True, return_counts=True)
        return cls(place, first, total)
