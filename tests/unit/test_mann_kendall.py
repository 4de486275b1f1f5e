# SPDX-License-Identifier: GPL-2.0-or-later
"""The trend test against all orders, and against pymannkendall 1.4.3 (original_test) where it has ties or is long."""

from __future__ import annotations

from itertools import permutations
from math import factorial

import numpy as np
import pytest

from est_plugin.analysis.mann_kendall import mann_kendall
from est_plugin.errors import InputError


def column(values):
    return np.array(values, dtype=float)[:, np.newaxis]


def s_by_hand(values):
    return sum(np.sign(values[j] - values[i]) for i in range(len(values)) for j in range(i + 1, len(values)))


@pytest.mark.parametrize(
    ("values", "s", "variance", "z", "p"),
    [
        ([3, 5, 1, 7, 9, 4, 8, 12, 10, 11, 14, 13], 48, 212.66666666666666, 3.222909762221586, 0.0012689552286568873),
        ([2, 2, 3, 1, 4, 4, 4, 6, 5, 6, 7, 7], 52, 206.0, 3.55333837288725, 0.0003803748560675668),
        ([9, 8, 8, 7, 5, 5, 5, 4, 2, 2, 1, 1, 0], -72, 262.0, -4.38639464882803, 1.1524494346382141e-05),
        ([1, 1, 1, 1, 2, 1, 1, 1], 1, 21.0, 0.0, 1.0),
    ],
)
def test_it_is_the_test_of_others(values, s, variance, z, p):
    trend = mann_kendall(column(values))
    assert (trend.s[0], trend.variance[0]) == (s, pytest.approx(variance, rel=1e-12))
    assert (trend.z[0], trend.p[0]) == (pytest.approx(z, rel=1e-12), pytest.approx(p, rel=1e-9))
    assert not trend.is_exact[0]


@pytest.mark.parametrize("periods", [5, 6, 7])
def test_p_of_few_periods_is_the_share_of_all_orders(periods):
    orders = np.array(list(permutations(range(periods))), dtype=float)
    found = np.array([s_by_hand(order) for order in orders])
    trends = mann_kendall(orders.T)
    assert np.array_equal(trends.s, found)
    assert trends.is_exact.all()
    for s in np.unique(found):
        share = (np.abs(found) >= abs(s)).sum() / factorial(periods)
        assert trends.p[found == s] == pytest.approx(share, rel=1e-12)


def test_five_periods_that_only_rise_are_just_enough():
    assert mann_kendall(column(range(5))).p[0] == pytest.approx(2 / 120)
    with pytest.raises(InputError, match="There are 4 whole periods"):
        mann_kendall(column(range(4)))


def test_series_are_judged_one_by_one_and_left_alone():
    chance = np.random.default_rng(3)
    series = chance.integers(0, 6, (12, 40)).astype(float)
    before = series.copy()
    together = mann_kendall(series)
    for number in range(series.shape[1]):
        alone = mann_kendall(series[:, [number]])
        assert (alone.s[0], alone.p[0]) == (together.s[number], together.p[number])
        assert alone.s[0] == s_by_hand(series[:, number])
    assert np.array_equal(series, before)


def test_turning_time_round_turns_the_sign_only():
    series = np.random.default_rng(4).normal(size=(11, 20))
    there, back = mann_kendall(series), mann_kendall(series[::-1])
    assert np.array_equal(there.s, -back.s)
    assert np.array_equal(there.p, back.p)


def test_a_series_that_never_moves_has_no_trend():
    trend = mann_kendall(np.full((9, 2), 4.0))
    assert trend.s.tolist() == [0, 0]
    assert trend.p.tolist() == [1, 1]


def test_no_series_is_an_empty_answer_and_a_missing_value_is_refused():
    assert mann_kendall(np.zeros((6, 0))).p.size == 0
    with pytest.raises(InputError, match="no number"):
        mann_kendall(column([1, 2, np.nan, 4, 5]))
