# SPDX-License-Identifier: GPL-2.0-or-later
"""Benjamini-Hochberg: the step-up rule, read off the adjusted p-values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from est_plugin.analysis.fdr import benjamini_hochberg, benjamini_yekutieli


def test_the_example_of_1995():
    """Fifteen p-values of Benjamini and Hochberg 1995, section 4: at 0.05 the first four are called."""
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.324,
        0.4262,
        0.5719,
        0.6528,
        0.759,
        1,
    ]
    assert np.count_nonzero(benjamini_hochberg(np.array(p)) <= 0.05) == 4


@given(p=st.lists(st.floats(0, 1), min_size=1, max_size=30), alpha=st.floats(0.001, 0.5))
def test_it_calls_what_the_step_up_rule_calls(p, alpha):
    p = np.array(p)
    passed = [rank for rank, value in enumerate(np.sort(p), start=1) if value <= alpha * rank / p.size]
    called = benjamini_hochberg(p) <= alpha
    margin = np.abs(np.sort(p) - alpha * np.arange(1, p.size + 1) / p.size).min()
    if margin > 1e-12:  # not on the very edge, where rounding decides
        assert called.sum() == max(passed, default=0)
        assert p[called].max(initial=0) <= p[~called].min(initial=1)


def test_where_nothing_passes_nothing_is_found():
    assert not (benjamini_hochberg(np.full(1000, 0.04)) <= 0.03).any()


@pytest.mark.parametrize("p", [[], [0.2]])
def test_one_test_needs_no_correction(p):
    assert benjamini_hochberg(np.array(p)).tolist() == p


@given(p=st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_yekutieli_is_hochberg_with_harmonic_many_tests(p):
    p = np.array(p)
    factor = sum(1 / k for k in range(1, p.size + 1))
    ranked = np.sort(p)
    slow = [min(1.0, *(ranked[s] * p.size * factor / (s + 1) for s in range(r, p.size))) for r in range(p.size)]
    np.testing.assert_allclose(np.sort(benjamini_yekutieli(p)), slow, rtol=1e-12, atol=1e-300)
