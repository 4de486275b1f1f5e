# SPDX-License-Identifier: GPL-2.0-or-later
"""Which stops does a walk have time for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.stop_order import MAX_EXACT_STOPS, cheapest_ways, depot_costs, order_stops

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True)
class StopChoice:
    """The places of the best walk that fits, in an order that fits, with both ends; empty if not one stop fits."""

    order: tuple[int, ...]
    #: Is no choice of stops more important in all? Otherwise the least important were dropped one by one.
    exact: bool
    #: Metres, with those of the stop, of the shortest walk with one stop.
    shortest_m: float


def choose_stops(metres: FloatArray, importance: FloatArray, frame: WalkFrame) -> StopChoice:
    """The stops that matter most together and that a walk within the frame can visit.

    ``metres`` (n, n) from each place to each, zero from one to itself; ``importance`` (n) of each, zero or more; that of the ends counts for
    nothing. Of equally important choices the one with more stops is taken, then the shorter one.

    Exact for up to ``MAX_EXACT_STOPS`` stops: the shortest walk through every set of stops is known from dynamic
    programming. Beyond, the least important stops are dropped from the order of all until it fits, and what still finds
    room is put back.
    """
    stops = np.array([stop for stop in range(len(metres)) if stop not in {frame.start, frame.end}], dtype=np.intp)
    single = min((_walk_metres(metres, (int(stop),), frame) for stop in stops), default=np.inf)
    shortest = float(single + frame.metres_per_stop)
    exact = stops.size <= MAX_EXACT_STOPS
    if shortest > frame.limit_m:
        return StopChoice((), exact, shortest)
    kept = _best_set(metres, importance, stops, frame) if exact else _thinned(metres, importance, frame)
    order = _ordered(metres, kept, frame) if exact else tuple(kept)
    return StopChoice(_with_ends(order, frame), exact, shortest)


def _best_set(metres: FloatArray, importance: FloatArray, stops: IntArray, frame: WalkFrame) -> list[int]:
    lengths = _shortest_of_sets(metres, stops, frame)
    has = (np.arange(lengths.size)[:, np.newaxis] >> np.arange(stops.size)) & 1
    sizes = has.sum(axis=1)
    total = np.round(has @ importance[stops], _DIGITS)
    fits = np.flatnonzero((sizes > 0) & (lengths + sizes * frame.metres_per_stop <= frame.limit_m))
    best = fits[np.lexsort((lengths[fits], -sizes[fits], -total[fits]))[0]]
    return [int(stop) for stop in stops[has[best] == 1]]


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


def _thinned(metres: FloatArray, importance: FloatArray, frame: WalkFrame) -> list[int]:
    """All stops in a good order, without the least important ones, of these first what saves most."""
    kept = list(order_stops(metres, round_trip=frame.round_trip, start=frame.start, end=frame.end).order)
    kept = [stop for stop in kept if stop not in {frame.start, frame.end}]
    dropped: list[int] = []

    def need(order: Sequence[int]) -> float:
        return _walk_metres(metres, order, frame) + len(order) * frame.metres_per_stop

    while need(kept) > frame.limit_m:
        out = min(kept, key=lambda stop: (importance[stop], need([other for other in kept if other != stop])))
        kept.remove(out)
        dropped.append(out)
    for stop in sorted(dropped, key=lambda stop: -importance[stop]):
        places = [[*kept[:place], stop, *kept[place:]] for place in range(len(kept) + 1)]
        shortest = min(places, key=need)
        if need(shortest) <= frame.limit_m:
            kept = shortest
    return kept


def _ordered(metres: FloatArray, kept: Sequence[int], frame: WalkFrame) -> tuple[int, ...]:
    """The shortest order of the stops, without the ends."""
    ends = [place for place in (frame.start, frame.end) if place is not None]
    places = np.array([*ends, *kept])
    at = {int(place): number for number, place in enumerate(places)}
    found = order_stops(
        metres[np.ix_(places, places)],
        round_trip=frame.round_trip,
        start=None if frame.start is None else at[frame.start],
        end=None if frame.end is None else at[frame.end],
    )
    return tuple(int(places[number]) for number in found.order if int(places[number]) not in ends)


def _with_ends(order: Sequence[int], frame: WalkFrame) -> tuple[int, ...]:
    begin, finish = ([] if place is None else [place] for place in (frame.start, frame.end))
    return (*begin, *order, *finish)


def _walk_metres(metres: FloatArray, order: Sequence[int], frame: WalkFrame) -> float:
    """Metres of a walk through the stops in this order, with the ends."""
    walk = list(_with_ends(order, frame))
    if frame.round_trip and walk:
        walk.append(walk[0])
    return float(metres[walk[:-1], walk[1:]].sum())
