# SPDX-License-Identifier: GPL-2.0-or-later
"""Near repeats: pairs as by looking at all of them, expectation and p as by all permutations."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from math import hypot

import numpy as np
import pytest

from est_plugin.analysis.close_pairs import Distance, find_close_pairs
from est_plugin.analysis.near_repeat import NearRepeatParameters, fewest_shuffles, find_near_repeats
from est_plugin.analysis.points import PointSet
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

DAY = 86_400
FEW = NearRepeatParameters(permutations=19)


def incidents(x, y, time, until=None):
    return PointSet(np.array(x), np.array(y), np.zeros(len(x), np.int32), ("",), np.array(time), until)


def sample(n, seed=1, side=700.0, days=40):
    """Places of which some are shared and some lie on the edges of bands; times of which some are whole days."""
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(0, side, n), rng.uniform(0, side, n)
    on_grid = rng.random(n) < 0.5
    x[on_grid], y[on_grid] = (np.round(values[on_grid], -2) for values in (x, y))
    time = rng.integers(0, days * DAY, n)
    time[rng.random(n) < 0.5] //= DAY
    time[time < days] *= DAY
    return incidents(x, y, time)


def brute_force(points, parameters):
    counts = np.zeros((parameters.distances + 1, parameters.intervals), dtype=int)
    for i, j in combinations(range(len(points)), 2):
        dx, dy = points.x[i] - points.x[j], points.y[i] - points.y[j]
        apart = hypot(dx, dy) if parameters.distance is Distance.EUCLIDEAN else abs(dx) + abs(dy)
        row = 0 if apart == 0 else int(apart // parameters.metres) + 1
        column = abs(int(points.time[i]) - int(points.time[j])) // (parameters.days * DAY)
        if row <= parameters.distances and column < parameters.intervals:
            counts[row, column] += 1
    return counts


@pytest.mark.parametrize("distance", Distance)
@pytest.mark.parametrize("bands", [(100.0, 4, 7, 4), (50.0, 1, 1, 2), (1000.0, 1, 14, 1), (33.0, 9, 30, 1)])
def test_pairs_are_those_of_brute_force(distance, bands):
    parameters = NearRepeatParameters(*bands, distance=distance, permutations=1)
    points = sample(220)
    expected = brute_force(points, parameters)
    assert expected.sum() > 0
    assert find_near_repeats(points, parameters, SilentFeedback()).observed.tolist() == expected.tolist()


def test_bands_hold_their_lower_bound_and_not_their_upper():
    points = incidents([0.0, 0.0, 100.0], [0.0, 0.0, 0.0], [0, 7 * DAY - 1, 7 * DAY])
    result = find_near_repeats(points, FEW, SilentFeedback())
    # The same place a second short of 7 days; 100 m away after exactly 7 days, and after one second.
    assert result.observed[:3, :2].tolist() == [[1, 0], [0, 0], [1, 1]]
    assert result.observed.sum() == 3


def test_the_expectation_and_p_are_those_of_all_permutations():
    points = sample(6, seed=3, side=250.0, days=20)
    parameters = replace(FEW, permutations=4999)
    result = find_near_repeats(points, parameters, SilentFeedback())
    shuffles = [
        brute_force(incidents(points.x, points.y, list(times)), parameters)
        for times in permutations(points.time.tolist())
    ]
    assert result.expected == pytest.approx(np.mean(shuffles, axis=0), abs=1e-9)
    exact = np.mean([shuffle >= result.observed for shuffle in shuffles], axis=0)
    # Five standard errors of 4999 draws.
    assert np.abs(result.p - exact).max() < 5 * np.sqrt(0.25 / 4999)
    assert 0 < exact.min() < 1


def test_cells_meet_across_every_side():
    rng = np.random.default_rng(7)
    x, y = rng.uniform(-500, 500, 400), rng.uniform(0, 90, 400)
    found = find_close_pairs(x, y, 30.0, Distance.EUCLIDEAN, SilentFeedback())
    pairs = {tuple(sorted(pair)) for pair in zip(found.first.tolist(), found.second.tolist(), strict=True)}
    assert len(pairs) == found.first.size
    assert pairs == {(i, j) for i, j in combinations(range(400), 2) if hypot(x[i] - x[j], y[i] - y[j]) < 30.0}


def planted(n=300, repeats=80):
    """Incidents anywhere, of which some come again 20 m away two days later."""
    rng = np.random.default_rng(11)
    x, y = rng.uniform(0, 5000, n), rng.uniform(0, 5000, n)
    time = rng.integers(0, 100 * DAY, n)
    x[:repeats], y[:repeats] = x[-repeats:] + 20, y[-repeats:]
    time[:repeats] = time[-repeats:] + 2 * DAY
    return x, y, time


def test_a_planted_repeat_is_found_where_it_is():
    result = find_near_repeats(incidents(*planted()), replace(FEW, permutations=999), SilentFeedback())
    assert result.is_repeat[1, 0]
    assert np.count_nonzero(result.is_repeat) == 1
    assert result.ratio[1, 0] > 4
    assert "within 7 × 24 hours" in str(result.sentence)
    assert f"{result.observed[1, 0]} pairs" in str(result.sentence)


def test_without_a_repeat_none_is_told():
    x, y, time = planted()
    times = np.random.default_rng(12).permutation(time)
    result = find_near_repeats(incidents(x, y, times), replace(FEW, permutations=199), SilentFeedback())
    assert not result.is_repeat.any()
    assert str(result.sentence).startswith("No near repeats")


def test_chance_alone_is_called_a_repeat_in_few_of_many_shuffles():
    x, y, time = planted(120, 60)
    rng = np.random.default_rng(13)
    parameters = replace(FEW, distances=2, intervals=2, permutations=199)
    found = sum(
        find_near_repeats(incidents(x, y, rng.permutation(time)), parameters, SilentFeedback()).is_repeat.any()
        for _ in range(100)
    )
    # 5 in the mean at most; 13 or more come once in a thousand times.
    assert found <= 12


def test_a_significant_but_small_excess_is_told_as_small():
    x, y, time = planted(600, 250)
    parameters = NearRepeatParameters(600.0, 1, 14, 1, permutations=499)
    result = find_near_repeats(incidents(x, y, time), parameters, SilentFeedback())
    assert (result.q <= 0.05).any()
    assert not result.is_repeat.any()
    assert "too little to act on" in str(result.sentence)


def test_all_in_one_place_or_at_one_time_is_no_repeat():
    rng = np.random.default_rng(14)
    anywhere, whenever = rng.uniform(0, 1000, 50), rng.integers(0, 60 * DAY, 50)
    one_place = incidents(np.zeros(50), np.zeros(50), whenever)
    one_time = incidents(anywhere, anywhere, np.zeros(50, int))
    for points in (one_place, one_time):
        result = find_near_repeats(points, FEW, SilentFeedback())
        assert (result.p == 1).all()
        assert not result.is_repeat.any()
        assert result.observed == pytest.approx(result.expected)


def test_few_incidents_get_words():
    result = find_near_repeats(incidents([0.0, 0.0], [0.0, 0.0], [0, 1]), FEW, SilentFeedback())
    assert "Too few incidents" in str(result.sentence)
    assert not result.is_repeat.any()


def test_a_span_counts_at_its_middle_and_is_told():
    time, until = np.array([0, 0]), np.array([0, 16 * DAY])
    result = find_near_repeats(incidents([0.0, 0.0], [0.0, 0.0], time, until), FEW, SilentFeedback())
    assert result.observed[0].tolist() == [0, 1, 0, 0]
    assert result.spans == 1


def test_the_order_of_incidents_and_where_the_town_lies_do_not_matter():
    points = sample(150)
    turned = np.random.default_rng(15).permutation(150)
    moved = incidents((points.x + 1024)[turned], (points.y - 2048)[turned], (points.time + 10 * DAY)[turned])
    first, second = (find_near_repeats(set_, FEW, SilentFeedback()) for set_ in (points, moved))
    assert first.observed.tolist() == second.observed.tolist()
    reordered = incidents(points.x[turned], points.y[turned], points.time[turned])
    assert find_near_repeats(reordered, FEW, SilentFeedback()).p.tolist() == first.p.tolist()
    assert first.expected == pytest.approx(second.expected)


def test_the_same_seed_gives_the_same_p_and_callers_arrays_are_left_alone():
    points = sample(100)
    for column in (points.x, points.y, points.time):
        column.flags.writeable = False
    first, second = (find_near_repeats(points, FEW, SilentFeedback()) for _ in range(2))
    assert first.p.tolist() == second.p.tolist()
    assert dict(first.method.parameters)["Seed"] == FEW.seed
    assert first.method.checksum == points.checksum()


@pytest.mark.parametrize(
    ("points", "message"),
    [
        (PointSet(np.zeros(2), np.zeros(2), np.zeros(2, int), ("",)), "have no times"),
        (incidents([], [], np.zeros(0, int)), "no incident"),
        (incidents([0.0], [0.0], [0]), "One incident alone"),
    ],
)
def test_what_cannot_repeat_is_said(points, message):
    with pytest.raises(InputError, match=message):
        find_near_repeats(points, FEW, SilentFeedback())


@pytest.mark.parametrize("wrong", [{"metres": 0.0}, {"metres": float("nan")}, {"days": 0}, {"permutations": 0}])
def test_bands_without_width_are_refused(wrong):
    with pytest.raises(InputError, match="bands"):
        replace(FEW, **wrong)


def test_too_many_close_pairs_are_refused_before_they_fill_the_memory():
    n = 5000
    with pytest.raises(InputError, match="too many incidents near each other"):
        find_near_repeats(incidents(np.zeros(n), np.zeros(n), np.arange(n)), FEW, SilentFeedback())


def test_one_cell_of_many_can_be_found_however_few_shuffles_are_asked_for():
    assert [fewest_shuffles(tests) for tests in (1, 5, 20, 100)] == [20, 100, 400, 2000]
    rng = np.random.default_rng(1)
    count = 60
    x, time = rng.uniform(0, 50_000, count), rng.integers(0, 365 * 86_400, count)
    # Ten times it comes again at the same place within an hour.
    x[count - 10 :], time[count - 10 :] = x[:10], time[:10] + 3600
    points = PointSet(x, np.zeros(count), np.zeros(count, np.int32), ("",), time)
    found = find_near_repeats(points, NearRepeatParameters(intervals=20, permutations=99), SilentFeedback())
    assert found.is_repeat[0, 0]
    assert dict(found.method.parameters)["Shuffles"] == fewest_shuffles(found.method.tests) > 99
