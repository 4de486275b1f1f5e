# SPDX-License-Identifier: GPL-2.0-or-later
"""Which places is a walk to stop at?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Places nearer to each other are one stop: people see both from there.
ONE_STOP_M = 30.0


@dataclass(frozen=True)
class Stop:
    """A place to stop at, in the network's CRS; ``hotspot`` is the uuid of the hotspot it stands for, if any.

    ``importance`` is zero or more, such as the number of incidents there. ``name`` stays in the house: that of a
    hotspot may tell what happens there. ``place`` is what paper, field and report call the stop.
    """

    name: str
    x: float
    y: float
    hotspot: str = ""
    importance: float = 1.0
    place: str = ""

    def metres_to(self, other: Stop) -> float:
        """How far it is to another one, as the crow flies."""
        return hypot(self.x - other.x, self.y - other.y)


def merged(stops: Iterable[Stop], within_m: float = ONE_STOP_M) -> tuple[Stop, ...]:
    """The stops in their order, where several that are nearer to each other than ``within_m`` are one.

    That is the place of the most important of them, as important as all of them together.
    """
    kept: dict[int, Stop] = {}
    for number, stop in sorted(enumerate(stops), key=lambda pair: (-pair[1].importance, pair[0])):
        near = min(kept, key=lambda other: kept[other].metres_to(stop), default=None)
        if near is None or kept[near].metres_to(stop) >= within_m:
            kept[number] = stop
        else:
            there = kept[near]
            kept[near] = replace(
                there,
                importance=there.importance + stop.importance,
                hotspot=there.hotspot or stop.hotspot,
                place=there.place or stop.place,
            )
    return tuple(kept[number] for number in sorted(kept))


def most_important(stops: Sequence[Stop], most: int) -> tuple[Stop, ...]:
    """The stops that matter most, in their order."""
    kept = sorted(range(len(stops)), key=lambda number: -stops[number].importance)[:most]
    return tuple(stops[number] for number in sorted(kept))


def near(stops: Iterable[Stop], places: Sequence[Stop], within_m: float) -> tuple[Stop, ...]:
    """Those of the stops that lie within so many metres of one of the places."""
    return tuple(stop for stop in stops if any(place.metres_to(stop) <= within_m for place in places))
