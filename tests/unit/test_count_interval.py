# SPDX-License-Identifier: GPL-2.0-or-later
"""The interval of a weighted count: the exact Poisson one where all weights are 1, and right in 95 % of samples."""

from __future__ import annotations

import math

import numpy as np
import pytest

from est_plugin.analysis.count_interval import weighted_count_interval


def poisson_tail(count, mean):
    """P(X >= count)."""
    return 1 - sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(count))


def test_without_spans_it_is_the_exact_poisson_interval():
    counts = np.arange(60.0)
    found = weighted_count_interval(counts, counts)
    assert found.low[0] == 0
    for count in range(60):
        if count:
            assert poisson_tail(count, found.low[count]) == pytest.approx(0.025, rel=1e-9)
        assert 1 - poisson_tail(count + 1, found.high[count]) == pytest.approx(0.025, rel=1e-9)


def test_known_bounds_of_few_and_many():
    # The few as in every table of the Poisson distribution; the many as the normal approximation of their square roots.
    found = weighted_count_interval(np.array([0.0, 10.0, 250_000.0]), np.array([0.0, 10.0, 250_000.0]))
    assert found.high[0] == pytest.approx(3.6889, abs=1e-4)
    assert (found.low[1], found.high[1]) == pytest.approx((4.7954, 18.3904), abs=1e-4)
    assert (found.low[2], found.high[2]) == pytest.approx(((500 - 0.98) ** 2, (500 + 0.98) ** 2), rel=1e-5)


def test_it_is_continuous_where_the_approximation_begins():
    counts = np.linspace(290, 310, 41)
    for bound in (lambda found: found.low, lambda found: found.high):
        steps = np.diff(bound(weighted_count_interval(counts, counts)))
        assert steps == pytest.approx(np.full(40, steps.mean()), rel=0.01)


def test_it_holds_the_true_value_at_least_as_often_as_promised():
    rng = np.random.default_rng(4)
    weights = np.array([1.0, 0.5, 0.25, 1 / 24])
    means = np.array([4.0, 6.0, 10.0, 24.0])
    counts = rng.poisson(means, (4000, 4))
    found = weighted_count_interval(counts @ weights, counts @ weights**2)
    truth = means @ weights
    holds = (found.low <= truth) & (truth <= found.high)
    # 0.95 less three standard errors of 4000 samples.
    assert holds.mean() >= 0.94


def test_spans_narrow_it():
    whole, spread = weighted_count_interval(np.array([20.0, 20.0]), np.array([20.0, 5.0])).high
    assert spread < whole
