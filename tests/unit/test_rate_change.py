# SPDX-License-Identifier: GPL-2.0-or-later
"""The interval of a rate ratio against whole fractions, and what may be said of it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, inf

import numpy as np
import pytest

from est_plugin.analysis.binomial_tail import at_least, odds_where_at_least
from est_plugin.analysis.count_change import SIGNIFICANCE, Verdict
from est_plugin.analysis.rate_change import compare_rates, sentence_of
from est_plugin.errors import InputError

ODDS = (1e-6, 0.01, 0.3, 1.0, 31 / 28, 5.0, 1e4)


def tail_by_hand(count, total, odds):
    """P(X >= count) as a sum of whole fractions."""
    for_one, against = Fraction(odds).as_integer_ratio()
    ways = sum(comb(total, k) * for_one**k * against ** (total - k) for k in range(count, total + 1))
    return float(Fraction(ways, (for_one + against) ** total))


def limit_by_hand(count, total, probability):
    """The odds at which P(X >= count) is ``probability``, by halving over exact tails."""
    low, high = 1e-9, 1e9
    for _ in range(70):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if tail_by_hand(count, total, middle) > probability else (middle, high)
    return (low * high) ** 0.5


@pytest.mark.parametrize("total", [1, 2, 5, 13, 40, 160])
def test_a_tail_is_the_exact_sum(total):
    counts = sorted({0, 1, 2, total // 3, total // 2, total - 1, total})
    for count, odds in product(counts, ODDS):
        found = at_least(np.array(count), np.array(total), np.array(odds))
        assert float(found) == pytest.approx(tail_by_hand(count, total, odds), rel=1e-12)


def test_a_tail_beyond_the_total_is_empty_and_arrays_are_left_alone():
    counts, totals, odds = np.array([0, 3, 4]), np.array([3, 3, 3]), np.array([1.0, 1.0, 1.0])
    assert at_least(counts, totals, odds) == pytest.approx([1, 1 / 8, 0])
    assert (counts.tolist(), totals.tolist(), odds.tolist()) == ([0, 3, 4], [3, 3, 3], [1, 1, 1])


@pytest.mark.parametrize(("count", "total"), [(1, 1), (1, 9), (5, 9), (9, 9), (3, 60), (31, 60)])
def test_a_limit_is_where_the_exact_tail_crosses(count, total):
    found = float(odds_where_at_least(np.array(count), np.array(total), 0.025))
    assert found == pytest.approx(limit_by_hand(count, total, 0.025), rel=1e-9)


def test_a_limit_from_all_or_one_incident_has_a_closed_form():
    totals = np.array([1, 4, 50, 5_000_000])
    share = 0.025 ** (1 / totals)
    assert odds_where_at_least(totals, totals, 0.025) == pytest.approx(share / -np.expm1(np.log(0.025) / totals))
    share = -np.expm1(np.log1p(-0.025) / totals)
    found = odds_where_at_least(np.ones_like(totals), totals, 0.025)
    assert found == pytest.approx(share / (1 - share), rel=1e-9)


def test_the_interval_is_that_of_poisson_test():
    # R 4.2: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878))$conf.int
    changes = compare_rates(np.array([11]), np.array([21]), 800, 3011)
    assert float(changes.ratio[0]) == pytest.approx(1.971488, abs=5e-7)
    assert (float(changes.low[0]), float(changes.high[0])) == pytest.approx((0.8584264, 4.2772659), abs=5e-7)


def test_words_and_interval_never_contradict_each_other():
    now, before = (values.ravel() for values in np.meshgrid(np.arange(40), np.arange(40)))
    for days in ((30, 30), (31, 28), (7, 365)):
        changes = compare_rates(now, before, *days)
        leaves_out = (changes.low > 1) | (changes.high < 1)
        assert np.array_equal(changes.p <= SIGNIFICANCE, leaves_out)


def test_the_interval_holds_the_true_ratio_often_enough():
    """By enumeration: the shares of all pairs of Poisson counts whose interval holds the ratio sum to 95 % or more."""
    for mean, ratio in ((3.0, 1.0), (8.0, 0.5), (12.0, 1.7)):
        counts = np.arange(60)
        factorials = np.cumsum(np.log(np.maximum(counts, 1)))
        chances = [np.exp(counts * np.log(m) - m - factorials) for m in (mean * ratio, mean)]
        now, before = (values.ravel() for values in np.meshgrid(counts, counts, indexing="ij"))
        changes = compare_rates(now, before, 30, 30)
        holds = (changes.low <= ratio) & (ratio <= changes.high)
        assert np.outer(*chances).ravel()[holds].sum() >= 0.95 - 1e-9


def test_swapping_the_periods_inverts_ratio_and_limits():
    one, other = (
        compare_rates(*np.array(rows), *days) for rows, days in ((([37], [18]), (31, 30)), (([18], [37]), (30, 31)))
    )
    assert float(one.ratio[0] * other.ratio[0]) == pytest.approx(1, rel=1e-12)
    assert float(one.low[0] * other.high[0]) == pytest.approx(1, rel=1e-12)
    assert float(one.high[0] * other.low[0]) == pytest.approx(1, rel=1e-12)


def test_zeros_set_no_limit_on_their_side():
    changes = compare_rates(np.array([0, 6, 0]), np.array([0, 0, 6]), 30, 30)
    assert changes.low.tolist()[::2] == [0, 0]
    assert changes.high.tolist()[:2] == [inf, inf]
    assert np.isnan(changes.ratio[0])
    assert changes.ratio.tolist()[1:] == [inf, 0]
    # With all six on one side the lower limit of the share is the sixth root of 0.025.
    share = 0.025 ** (1 / 6)
    assert float(changes.low[1]) == pytest.approx(share / (1 - share), rel=1e-9)


def test_rates_are_per_thirty_days():
    changes = compare_rates(np.array([31]), np.array([14]), 31, 28)
    assert (float(changes.rates[0]), float(changes.rates_before[0])) == pytest.approx((30, 15))


def test_words_mind_the_number_of_rows():
    alone = compare_rates(np.array([30]), np.array([15]), 30, 30)
    assert alone.verdicts == (Verdict.MORE,)
    many = compare_rates(np.array([30] + [20] * 19), np.array([15] + [20] * 19), 30, 30)
    assert float(many.p[0]) == float(alone.p[0])
    assert many.verdicts[0] is Verdict.CHANCE
    assert many.method.tests == 20
    assert str(many.sentence) == "none of 20 has changed more than chance explains."


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (37, 18, "more incidents than chance"),
        (18, 37, "fewer incidents than chance"),
        (6, 0, "6, and none before. The rate is at least 1.1"),
        (0, 6, "none, before 6. The rate is at most 0.8"),
        (20, 21, "cannot be told from chance"),
        (2, 1, "too few"),
        (7, 7, "as many incidents as before: 7"),
    ],
)
def test_a_sentence_says_what_the_numbers_allow(now, before, words):
    changes = compare_rates(np.array([now]), np.array([before]), 30, 30)
    assert words in str(changes.sentence)
    assert sentence_of(changes, 0) == changes.sentence
    assert "inf" not in str(changes.sentence)


@pytest.mark.parametrize(("now", "before", "days"), [([], [], 30), ([1], [1, 2], 30), ([-1], [1], 30), ([1], [1], 0)])
def test_what_cannot_be_compared_is_refused(now, before, days):
    with pytest.raises(InputError):
        compare_rates(np.array(now, dtype=np.int64), np.array(before, dtype=np.int64), days, 30)
