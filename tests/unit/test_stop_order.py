# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of stops: as good as trying all, and close to it where there are too many to try."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from est_plugin.analysis.stop_order import MAX_EXACT_STOPS, MAX_STOPS, order_stops
from est_plugin.errors import InputError


def distances(points):
    return np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))


def cost_of(cost, order, round_trip):
    closed = (*order, order[0]) if round_trip else order
    return sum(cost[leg] for leg in pairwise(closed))


def cheapest(cost, round_trip, start, end):
    orders = permutations(range(len(cost)))
    allowed = (o for o in orders if start in (None, o[0]) and end in (None, o[-1]))
    return min(cost_of(cost, order, round_trip) for order in allowed)


@settings(max_examples=200)
@given(data=st.data(), n=st.integers(2, 6), seed=st.integers(0, 10_000), one_way=st.booleans())
def test_up_to_twelve_stops_no_order_is_cheaper(data, n, seed, one_way):
    rng = np.random.default_rng(seed)
    cost = rng.uniform(1, 100, (n, n)) if one_way else distances(rng.uniform(0, 100, (n, 2)))
    round_trip = data.draw(st.booleans())
    start = data.draw(st.none() | st.integers(0, n - 1))
    end = None if round_trip else data.draw(st.none() | st.integers(0, n - 1).filter(lambda stop: stop != start))
    found = order_stops(cost, round_trip=round_trip, start=start, end=end)
    assert found.exact
    assert sorted(found.order) == list(range(n))
    assert start in (None, found.order[0])
    assert end in (None, found.order[-1])
    assert found.cost == pytest.approx(cost_of(cost, found.order, round_trip))
    assert found.cost == pytest.approx(cheapest(cost, round_trip, start, end))


@pytest.mark.parametrize("n", [MAX_EXACT_STOPS + 1, MAX_EXACT_STOPS + 2, 30])
@pytest.mark.parametrize("round_trip", [True, False])
def test_stops_on_a_circle_are_visited_along_it(n, round_trip):
    angle = np.random.default_rng(4).permutation(n) * 2 * np.pi / n
    cost = distances(np.column_stack([np.cos(angle), np.sin(angle)]))
    found = order_stops(cost, round_trip=round_trip)
    assert found.exact == (n <= MAX_EXACT_STOPS + 1)
    assert found.order[0] == 0
    assert found.cost == pytest.approx((n if round_trip else n - 1) * 2 * np.sin(np.pi / n))


def test_beyond_twelve_stops_both_ends_are_kept():
    cost = distances(np.random.default_rng(9).uniform(0, 1000, (20, 2)))
    found = order_stops(cost, round_trip=False, start=7, end=3)
    assert not found.exact
    assert (found.order[0], found.order[-1]) == (7, 3)
    assert sorted(found.order) == list(range(20))
    assert found.cost == pytest.approx(cost_of(cost, found.order, round_trip=False))


def test_beyond_twelve_stops_no_turned_piece_is_cheaper():
    cost = distances(np.random.default_rng(2).uniform(0, 1000, (25, 2)))
    order = order_stops(cost, round_trip=True).order
    found = cost_of(cost, order, round_trip=True)
    turned = ((*order[:a], *reversed(order[a:b]), *order[b:]) for a in range(1, 25) for b in range(a + 2, 26))
    assert min(cost_of(cost, other, round_trip=True) for other in turned) >= found - 1e-6


def test_a_free_start_costs_no_more_than_any_given_one():
    cost = distances(np.random.default_rng(3).uniform(0, 1000, (8, 2)))
    free = order_stops(cost, round_trip=False, start=None).cost
    assert free == pytest.approx(min(order_stops(cost, round_trip=False, start=stop).cost for stop in range(8)))


@pytest.mark.parametrize("round_trip", [True, False])
def test_one_stop_needs_no_walk(round_trip):
    found = order_stops(np.zeros((1, 1)), round_trip=round_trip)
    assert (found.order, found.cost, found.exact) == ((0,), 0.0, True)


def test_stops_at_one_place_cost_nothing():
    assert order_stops(np.zeros((5, 5)), round_trip=True).cost == 0
    assert order_stops(np.zeros((15, 15)), round_trip=True).cost == 0


@pytest.mark.parametrize("n", [5, 15])
def test_stops_that_cannot_be_reached_are_named(n):
    cost = distances(np.random.default_rng(1).uniform(0, 100, (n, 2)))
    cost[[1, 3]] = np.inf
    cost[:, 4] = np.inf
    with pytest.raises(InputError, match="No way leads to stop 1, 3, 4"):
        order_stops(cost, round_trip=True)


NO_COSTS = {
    "no stops": np.zeros((0, 0)),
    "not square": np.zeros((2, 3)),
    "too many": np.zeros((MAX_STOPS + 1, MAX_STOPS + 1)),
    "negative": np.full((3, 3), -1.0),
    "missing": np.full((3, 3), np.nan),
}


@pytest.mark.parametrize("cost", NO_COSTS.values(), ids=NO_COSTS.keys())
def test_costs_that_are_none_are_refused(cost):
    with pytest.raises(InputError, match="cannot be put in order"):
        order_stops(cost, round_trip=True)


@pytest.mark.parametrize(
    ("round_trip", "start", "end"), [(False, 5, None), (False, 0, -1), (False, 2, 2), (True, 0, 1), (True, 0, 0)]
)
def test_ends_that_do_not_fit_are_refused(round_trip, start, end):
    with pytest.raises(InputError, match="begin and end"):
        order_stops(np.ones((5, 5)), round_trip=round_trip, start=start, end=end)
