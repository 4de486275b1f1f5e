# SPDX-License-Identifier: GPL-2.0-or-later
"""Which stops does a walk have time for?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.stop_order import (
    MAX_EXACT_STOPS,
    StopOrder,
    cheapest_ways,
    depot_costs,
    improved_order,
    order_stops,
    walk_cost,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Sums in another order differ in the last digits: that decides nothing.
_DIGITS = 9


@dataclass(frozen=True)
class WalkFrame:
    """What a walk must keep to: where it begins and ends (indices of places that are no stops), and how long it may be.

    A stop takes as long as walking ``metres_per_stop``; with them the walk may be ``limit_m`` long.
    """

    limit_m: float
    metres_per_stop: float
    round_trip: bool
    start: int | None = None
    end: int | None = None

    @property
    def fewest_stops(self) -> int:
        """How many stops make a walk: with no given end it must lead from one to another."""
        return 2 if self.start is None and self.end is None else 1

    def with_ends(self, stops: Sequence[int]) -> list[int]:
        """The stops between the given ends."""
        begin, finish = ([] if place is None else [place] for place in (self.start, self.end))
        return [*begin, *stops, *finish]

    def without_ends(self, places: Iterable[int]) -> list[int]:
        """Those of the places that are stops."""
        return [place for place in places if place not in {self.start, self.end}]

    def need(self, metres: FloatArray, order: Sequence[int]) -> float:
        """Metres of a walk through all these places, with those of its stops."""
        return walk_cost(metres, order, round_trip=self.round_trip) + self.metres_per_stop * len(
            self.without_ends(order)
        )

    def order(self, cost: FloatArray, places: Iterable[int]) -> StopOrder:
        """The cheapest order of the stops among the places, between the given ends."""
        among = self.with_ends(self.without_ends(places))
        at = np.array(among, dtype=np.intp)
        found = order_stops(
            cost[np.ix_(at, at)],
            round_trip=self.round_trip,
            start=None if self.start is None else 0,
            end=None if self.end is None else len(among) - 1,
        )
        return StopOrder(tuple(among[number] for number in found.order), found.cost, found.exact)


@dataclass(frozen=True)
class StopChoice:
    """The places of the best walk that fits, in an order that fits, with both ends; None if no walk fits."""

    order: StopOrder | None
    #: Is no choice of stops more important in all? Otherwise the least important were dropped one by one.
    exact: bool
    #: Metres of the shortest walk, with those of its stops.
    shortest_m: float


def choose_stops(metres: FloatArray, importance: FloatArray, frame: WalkFrame) -> StopChoice:
    """The stops that matter most together and that a walk within the frame can visit.

    ``metres`` (n, n) from each place to each; ``importance`` (n) of each, zero or more; that of the ends counts for
    nothing. Of equally important choices the one with more stops is taken, then the shorter one.

    Exact for up to ``MAX_EXACT_STOPS`` stops: the shortest walk through every set of stops is known from dynamic
    programming. Beyond, the least important stops are dropped from a good order of all until it fits, and what still
    finds room is put back.
    """
    stops = np.array([stop for stop in range(len(metres)) if stop not in {frame.start, frame.end}], dtype=np.intp)
    if stops.size <= MAX_EXACT_STOPS:
        best, shortest_m = _best_set(metres, importance, stops, frame)
        return StopChoice(frame.order(metres, best) if best else None, exact=True, shortest_m=shortest_m)
    fewest = [list(some) for some in permutations(stops.tolist(), frame.fewest_stops)]
    shortest = min(fewest, key=lambda some: frame.need(metres, frame.with_ends(some)))
    shortest_m = frame.need(metres, frame.with_ends(shortest))
    fits = shortest_m <= frame.limit_m
    return StopChoice(
        _thinned(metres, importance, frame, shortest) if fits else None, exact=False, shortest_m=shortest_m
    )


def _best_set(metres: FloatArray, importance: FloatArray, stops: IntArray, frame: WalkFrame) -> tuple[list[int], float]:
    """The stops of the best choice, none if nothing fits, and the metres of the shortest walk of all.

    Along ways that are chosen for their light a walk past one stop more may be shorter: all sets are looked at.
    """
    lengths = _shortest_of_sets(metres, stops, frame)
    has = (np.arange(lengths.size)[:, np.newaxis] >> np.arange(stops.size)) & 1
    sizes = has.sum(axis=1)
    total = np.round(has @ importance[stops], _DIGITS)
    need = np.where(sizes >= frame.fewest_stops, lengths + sizes * frame.metres_per_stop, np.inf)
    fits = np.flatnonzero(need <= frame.limit_m)
    if fits.size == 0:
        return [], float(need.min())
    best = fits[np.lexsort((lengths[fits], -sizes[fits], -total[fits]))[0]]
    return [int(stop) for stop in stops[has[best] == 1]], float(need.min())


def _shortest_of_sets(metres: FloatArray, stops: IntArray, frame: WalkFrame) -> FloatArray:
    """The metres (2^m) of the shortest walk through each set of stops; infinite for none."""
    if not frame.round_trip or frame.start is not None:
        end = frame.start if frame.round_trip else frame.end
        return _closed(depot_costs(metres, stops, start=frame.start, end=end))
    lengths = np.full(1 << stops.size, np.inf)
    for first in range(stops.size):
        # The round trips through a stop and some of those after it.
        after = stops[first + 1 :]
        start = int(stops[first])
        some = _closed(depot_costs(metres, after, start=start, end=start))
        some[0] = 0.0
        lengths[(1 << first) + (np.arange(some.size) << (first + 1))] = some
    return lengths


def _closed(trip: FloatArray) -> FloatArray:
    """The cheapest round trip from the depot through each set."""
    lengths: FloatArray = np.full(1 << (trip.shape[0] - 1), np.inf)
    if trip.shape[0] > 1:
        lengths[:] = (cheapest_ways(trip)[0] + trip[1:, 0]).min(axis=1)
    return lengths


def _thinned(metres: FloatArray, importance: FloatArray, frame: WalkFrame, shortest: Sequence[int]) -> StopOrder:
    """All stops in a good order, without the least important ones, of these first what saves most.

    ``shortest`` are the stops of the shortest walk, for when too few are left.
    """
    kept = frame.without_ends(frame.order(metres, range(len(metres))).order)
    dropped: list[int] = []

    def need(order: Sequence[int]) -> float:
        return frame.need(metres, frame.with_ends(order))

    while need(kept) > frame.limit_m:
        out = min(kept, key=lambda stop: (importance[stop], need([other for other in kept if other != stop])))
        kept.remove(out)
        dropped.append(out)
    if len(kept) < frame.fewest_stops:
        kept = list(shortest)
        dropped = [stop for stop in dropped if stop not in kept]
    for stop in sorted(dropped, key=lambda stop: -importance[stop]):
        places = [[*kept[:place], stop, *kept[place:]] for place in range(len(kept) + 1)]
        best = min(places, key=need)
        if need(best) <= frame.limit_m:
            kept = best
    if len(kept) <= MAX_EXACT_STOPS:
        return frame.order(metres, kept)
    order = frame.with_ends(kept)
    return improved_order(metres, order, round_trip=frame.round_trip, start=frame.start, end=frame.end)
