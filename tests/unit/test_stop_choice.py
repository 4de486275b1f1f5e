# SPDX-License-Identifier: GPL-2.0-or-later
"""The stops that fit into a time: as important as any choice that fits, and the order fits too."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from est_plugin.analysis.stop_choice import WalkFrame, choose_stops


def need(metres, order, frame):
    walk = [*order, order[0]] if frame.round_trip else order
    stops = [place for place in order if place not in {frame.start, frame.end}]
    return sum(metres[leg] for leg in pairwise(walk)) + len(stops) * frame.metres_per_stop


def orders(n, frame):
    ends = {frame.start, frame.end}
    begin, finish = ([] if place is None else [place] for place in (frame.start, frame.end))
    stops = [place for place in range(n) if place not in ends]
    for size in range(frame.fewest_stops, len(stops) + 1):
        for some in combinations(stops, size):
            for order in permutations(some):
                yield some, [*begin, *order, *finish]


@settings(max_examples=200)
@given(data=st.data(), n=st.integers(2, 7), seed=st.integers(0, 10_000), one_way=st.booleans())
def test_no_choice_that_fits_is_more_important(data, n, seed, one_way):
    chance = np.random.default_rng(seed)
    points = chance.uniform(0, 100, (n, 2))
    metres = chance.uniform(1, 100, (n, n)) if one_way else np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    np.fill_diagonal(metres, 0.0)
    importance = chance.integers(0, 5, n).astype(float)
    round_trip = data.draw(st.booleans())
    start = data.draw(st.sampled_from([None, 0]))
    end = None if round_trip or n == 2 else data.draw(st.sampled_from([None, n - 1]))
    frame = WalkFrame(data.draw(st.floats(10, 600)), 5.0, round_trip, start, end)
    fitting = [some for some, order in orders(n, frame) if need(metres, order, frame) <= frame.limit_m - 1e-6]
    found = choose_stops(metres, importance, frame)
    assert found.exact
    if found.order is None:
        assert not fitting
        assert found.shortest_m > frame.limit_m
        return
    kept = [place for place in found.order.order if place not in {start, end}]
    assert need(metres, found.order.order, frame) <= frame.limit_m + 1e-6
    best = max(((importance[list(some)].sum(), len(some)) for some in fitting), default=(0, 0))
    assert (importance[kept].sum(), len(kept)) >= best
    assert start in (None, found.order.order[0])
    assert end in (None, found.order.order[-1])


@pytest.mark.parametrize("n", [8, 20])
def test_along_a_line_the_least_important_stop_goes_first(n):
    place = np.arange(n) * 100.0
    metres = np.abs(place[:, None] - place)
    importance = np.arange(n, 0, -1.0)
    found = choose_stops(metres, importance, WalkFrame(350 + 3 * 50, 50, round_trip=False, start=0))
    assert found.order.order == (0, 1, 2, 3)
    assert found.exact == (n == 8)


def test_beyond_twelve_stops_what_still_fits_is_put_back():
    chance = np.random.default_rng(5)
    points = chance.uniform(0, 1000, (30, 2))
    metres = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    importance = chance.uniform(1, 5, 30)
    frame = WalkFrame(2500, 100, round_trip=True, start=0)
    found = choose_stops(metres, importance, frame)
    assert not found.exact
    assert need(metres, found.order.order, frame) <= 2500
    left = set(range(30)) - set(found.order.order)
    kept = list(found.order.order)
    again = ([*kept[:place], stop, *kept[place:]] for stop in left for place in range(1, len(kept) + 1))
    assert len(kept) > 4
    assert min(need(metres, order, frame) for order in again) > 2500


@pytest.mark.parametrize(("round_trip", "start", "end"), [(True, 0, None), (True, None, None), (False, None, 5)])
def test_many_stops_that_fit_are_in_an_order_that_no_single_change_makes_shorter(round_trip, start, end):
    chance = np.random.default_rng(8)
    points = chance.uniform(0, 1000, (30, 2))
    metres = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    frame = WalkFrame(5000, 50, round_trip, start, end)
    found = choose_stops(metres, chance.uniform(1, 5, 30), frame).order
    order = list(found.order)
    assert len(order) > 15
    assert not found.exact
    first, last = int(start is not None), len(order) - int(end is not None)
    turned = ([*order[:a], *order[a:b][::-1], *order[b:]] for a in range(first, last) for b in range(a + 2, last + 1))
    assert min(need(metres, other, frame) for other in turned) >= need(metres, order, frame) - 1e-6


@pytest.mark.parametrize("limit", [60.0, 260.0])
def test_beyond_twelve_stops_a_walk_is_found_wherever_one_fits(limit):
    place = np.concatenate([[0, 10], np.arange(2, 20) * 100.0])
    metres = np.abs(place[:, None] - place)
    importance = np.concatenate([[1, 1], np.full(18, 2.0)])
    found = choose_stops(metres, importance, WalkFrame(limit, 20, round_trip=False))
    assert len(found.order.order) >= 2
    assert found.shortest_m == 50


def test_without_time_for_any_stop_the_shortest_walk_is_told():
    metres = np.array([[0, 300, 200], [300, 0, 100], [200, 100, 0]], dtype=float)
    found = choose_stops(metres, np.ones(3), WalkFrame(400, 50, round_trip=True, start=0))
    assert (found.order, found.shortest_m) == (None, 450)


def test_where_a_walk_past_both_stops_is_the_shortest_it_is_found():
    metres = np.full((4, 4), 100.0)
    metres[0, 1] = metres[1, 2] = metres[2, 3] = 1.0
    found = choose_stops(metres, np.ones(4), WalkFrame(10, 1, round_trip=False, start=0, end=3))
    assert found.order.order == (0, 1, 2, 3)
    assert found.shortest_m == 5.0
