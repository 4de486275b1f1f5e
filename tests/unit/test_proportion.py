# SPDX-License-Identifier: GPL-2.0-or-later
"""Intervals of a share: bounds by the sum of the binomial itself, coverage by full enumeration."""

from __future__ import annotations

import math

import pytest

from est_plugin.analysis.proportion import exact_interval, score_interval


def chance_of_at_least(hits: int, trials: int, share: float) -> float:
    """By summing every outcome."""
    return math.fsum(math.comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(hits, trials + 1))


@pytest.mark.parametrize(("hits", "trials"), [(1, 1), (1, 5), (4, 5), (7, 200), (199, 200), (30, 61), (450, 900)])
def test_each_exact_bound_leaves_the_tail_that_it_should(hits: int, trials: int) -> None:
    interval = exact_interval(hits, trials)
    assert chance_of_at_least(hits, trials, interval.low) == pytest.approx(0.025, rel=1e-9)
    if hits < trials:
        assert 1 - chance_of_at_least(hits + 1, trials, interval.high) == pytest.approx(0.025, rel=1e-9)
    assert interval.low < interval.share < interval.high or hits == trials


def test_none_and_all_have_closed_forms() -> None:
    none, every = exact_interval(0, 200), exact_interval(200, 200)
    assert (none.low, none.high) == (0.0, pytest.approx(1 - 0.025 ** (1 / 200), rel=1e-12))
    assert (every.low, every.high) == (pytest.approx(0.025 ** (1 / 200), rel=1e-12), 1.0)


@pytest.mark.parametrize("share", [0.005, 0.03, 0.05, 0.2, 0.5, 0.97])
def test_the_exact_interval_covers_the_truth_at_least_as_often_as_it_says(share: float) -> None:
    trials = 40
    covered = math.fsum(
        math.comb(trials, k) * share**k * (1 - share) ** (trials - k)
        for k in range(trials + 1)
        if exact_interval(k, trials).low <= share <= exact_interval(k, trials).high
    )
    assert covered >= 0.95


def test_an_interval_of_very_many_trials_is_narrow_and_holds_the_share() -> None:
    interval = exact_interval(50_000, 1_000_000)
    assert interval.low < 0.05 < interval.high
    # The normal distribution is right to a hundredth of the width there.
    assert interval.high - interval.low == pytest.approx(2 * 1.959964 * math.sqrt(0.05 * 0.95 / 1e6), rel=0.01)


@pytest.mark.parametrize(("hits", "trials"), [(0, 1), (1, 1), (3, 10), (2.5, 10), (0, 400), (400, 400)])
def test_the_score_bounds_are_the_shares_from_which_the_count_is_1_96_deviations_away(hits, trials) -> None:
    interval = score_interval(hits, trials)
    assert 0 <= interval.low <= interval.share <= interval.high <= 1
    for bound in {interval.low, interval.high} - {0.0, 1.0}:
        assert abs(hits / trials - bound) == pytest.approx(
            1.959963985 * math.sqrt(bound * (1 - bound) / trials), rel=1e-6
        )


def test_the_interval_in_words_is_in_per_cent() -> None:
    assert str(exact_interval(7, 200).sentence) == "3.5 % (1.4–7.1)"
