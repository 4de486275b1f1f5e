# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be said of a change between two counts; the test against the same sum in whole numbers."""

from __future__ import annotations

from itertools import product
from math import comb

import numpy as np
import pytest

from est_plugin.analysis.count_change import FEWEST_FOR_PERCENT, Verdict, chance_of_change, compare_counts

EQUAL = (30, 30)


def by_hand(now, before, days, days_before):
    """Twice the smaller tail over all outcomes, in whole numbers."""
    total = now + before
    ways = [comb(total, k) * days**k * days_before ** (total - k) for k in range(total + 1)]
    return min(1, 2 * min(sum(ways[now:]), sum(ways[: now + 1])) / sum(ways))


def chance(now, before, days, days_before):
    return float(chance_of_change(np.array(now), np.array(before), days, days_before))


@pytest.mark.parametrize("days", [(30, 30), (28, 31), (31, 28), (7, 365)])
def test_p_is_the_exact_sum(days):
    for now, before in product(range(13), repeat=2):
        assert chance(now, before, *days) == pytest.approx(by_hand(now, before, *days), rel=1e-9)


@pytest.mark.parametrize("numbers", [(305, 281, 31, 30), (120, 60, 30, 30), (50, 3, 28, 31), (1000, 1107, 28, 31)])
def test_p_is_the_exact_sum_for_larger_numbers(numbers):
    assert chance(*numbers) == pytest.approx(by_hand(*numbers), rel=1e-9)


def test_nothing_against_nothing_is_certain_chance():
    assert chance(0, 0, 30, 30) == 1
    assert compare_counts(0, 0, 30, 30).verdict is Verdict.UNCHANGED


def test_huge_counts_are_weighed():
    assert 0.4 < chance(5_000_000, 5_002_000, 30, 30) < 0.6
    assert chance(5_000_000, 0, 30, 30) == 0
    assert chance(0, 5_000_000, 30, 30) == 0


@pytest.mark.parametrize(
    ("now", "before", "days", "verdict"),
    [
        (5, 5, EQUAL, Verdict.UNCHANGED),
        (5, 0, EQUAL, Verdict.TOO_FEW),
        (11, 8, EQUAL, Verdict.TOO_FEW),
        (11, 9, EQUAL, Verdict.CHANCE),
        (9, 11, (28, 31), Verdict.TOO_FEW),
        (6, 0, EQUAL, Verdict.MORE),
        (0, 6, EQUAL, Verdict.FEWER),
        (305, 281, (31, 30), Verdict.CHANCE),
        (37, 18, (31, 30), Verdict.MORE),
        # February and March with as many a day: the month is longer, nothing else.
        (3100, 2800, (31, 28), Verdict.CHANCE),
        (3000, 2900, (31, 28), Verdict.FEWER_PER_DAY),
        (2900, 3000, (28, 31), Verdict.MORE_PER_DAY),
        (3000, 3000, (31, 28), Verdict.FEWER_PER_DAY),
    ],
)
def test_verdict_weighs_numbers_and_days(now, before, days, verdict):
    assert compare_counts(now, before, *days).verdict is verdict


def test_percentage_stands_only_where_both_counts_allow_it():
    few, enough = FEWEST_FOR_PERCENT - 1, FEWEST_FOR_PERCENT
    assert compare_counts(40, few, *EQUAL).percent is None
    assert compare_counts(few, 40, *EQUAL).percent is None
    assert compare_counts(40, enough, *EQUAL).percent == 100
    assert compare_counts(enough, 40, *EQUAL).percent == -50


def test_numbers_are_written_with_a_true_minus_and_a_blank_that_does_not_break():
    change = compare_counts(30, 40, *EQUAL)
    assert (change.number_text, change.percent_text) == ("−10", "−25\N{NO-BREAK SPACE}%")
    for count in (3, 300):
        unchanged = compare_counts(count, count, *EQUAL)
        assert (unchanged.number_text, unchanged.percent_text) == ("0", "")
