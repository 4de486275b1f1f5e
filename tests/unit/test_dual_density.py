# SPDX-License-Identifier: GPL-2.0-or-later
"""Two periods beside each other: rates, differences, shrunk ratios, and one scale for both."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.density_breaks import density_breaks
from est_plugin.analysis.density_grid import DensityGrid, DensityKind, DensityUnit
from est_plugin.analysis.dual_density import difference, shrunk_ratio
from est_plugin.errors import InputError

NAN = float("nan")


def grid(*values, one_incident=1.0, x_min=0.0):
    return DensityGrid(np.array([values], dtype=np.float32), x_min, 100.0, 10.0, one_incident)


def told(result):
    return [None if np.isnan(value) else round(float(value), 6) for value in result.values[0]]


def test_periods_of_different_length_compare_as_rates():
    month, year = grid(30.0).per_30_days(30), grid(365.0).per_30_days(365)
    assert (told(month), told(year)) == ([30.0], [30.0])
    assert year.one_incident == pytest.approx(30 / 365)
    assert year.unit == DensityUnit.PER_KM2_AND_30_DAYS
    assert told(difference(month, year)) == [0.0]
    assert ("Days of the period", 365) in year.method("abc").parameters


@pytest.mark.parametrize("days", [0, -1, NAN, float("inf")])
def test_a_rate_without_days_is_refused(days):
    with pytest.raises(InputError, match="number of days"):
        grid(1.0).per_30_days(days)


def test_a_rate_is_not_taken_twice():
    with pytest.raises(InputError, match="number of days"):
        grid(1.0).per_30_days(30).per_30_days(30)


def test_the_difference_is_now_minus_before_and_says_nothing_where_one_says_nothing():
    result = difference(grid(5.0, 1.0, NAN, 2.0), grid(2.0, 4.0, 1.0, NAN))
    assert told(result) == [3.0, -3.0, None, None]
    assert result.kind == DensityKind.DIFFERENCE
    assert "increase is 3.0 and the largest decrease 3.0" in str(result.sentence)


def test_a_ratio_is_shrunk_by_one_incident_and_told_only_where_there_are_some():
    result = shrunk_ratio(grid(100.0, 2.0, 0.0, 4.0, NAN), grid(50.0, 0.0, 3.0, 0.0, 50.0))
    assert told(result) == [pytest.approx(101 / 51, abs=1e-6), None, 0.25, 5.0, None]
    assert (result.kind, result.unit) == (DensityKind.RATIO, DensityUnit.TIMES)
    assert dict(result.method("abc").facts())["Added to both periods (k)"] == 1.0


def test_the_constant_is_the_height_of_one_incident_in_the_period_where_that_is_more():
    result = shrunk_ratio(grid(12.0, one_incident=3.0), grid(5.0, one_incident=1.0))
    assert told(result) == [round(15 / 8, 6)]
    assert told(shrunk_ratio(grid(12.0, one_incident=3.0), grid(5.0), constant=2.0)) == [2.0]


def test_the_ratio_of_two_periods_is_the_inverse_of_theirs_the_other_way_round():
    chance = np.random.default_rng(5)
    now, before = (grid(*chance.exponential(5.0, 200)) for _ in range(2))
    there, back = shrunk_ratio(now, before).values, shrunk_ratio(before, now).values
    assert np.isfinite(there).sum() > 100
    np.testing.assert_allclose(there * back, np.where(np.isnan(there), np.nan, 1.0), rtol=1e-5)


def test_nothing_is_a_ratio_where_both_periods_are_quiet():
    assert "too few" in str(shrunk_ratio(grid(0.0, 0.0), grid(0.0, 0.0)).sentence)


@pytest.mark.parametrize("constant", [0.0, -1.0, NAN])
def test_a_ratio_without_a_constant_above_zero_is_refused(constant):
    with pytest.raises(InputError, match="above 0"):
        shrunk_ratio(grid(1.0), grid(1.0), constant=constant)


@pytest.mark.parametrize("other", [grid(1.0, 2.0), grid(1.0, x_min=5.0), grid(1.0).per_30_days(9)])
@pytest.mark.parametrize("compare", [difference, shrunk_ratio])
def test_other_pixels_or_another_unit_are_refused(compare, other):
    with pytest.raises(InputError, match="pixels or in their unit"):
        compare(grid(1.0), other)


def test_a_difference_is_not_compared_again():
    change = difference(grid(1.0), grid(1.0))
    with pytest.raises(InputError, match="cannot be compared"):
        difference(change, change)


def test_two_periods_share_one_scale_of_round_numbers():
    assert density_breaks(grid(3.0, NAN), grid(47.0)) == (0, 10, 20, 30, 40, 50)
    assert density_breaks(grid(51.0)) == (0, 20, 40, 60, 80, 100)
    assert density_breaks(grid(0.3, one_incident=0.01)) == (0, 0.1, 0.2, 0.3, 0.4, 0.5)


def test_a_quiet_month_looks_quiet():
    assert density_breaks(grid(1.0, one_incident=1.0)) == (0, 1, 2, 3, 4, 5)
    assert density_breaks(grid(0.0, one_incident=0.0)) == (0, 1, 2, 3, 4, 5)
    assert density_breaks(grid(NAN)) == (0, 1, 2, 3, 4, 5)


def test_the_scale_of_a_difference_is_mirrored_about_zero():
    limits = density_breaks(difference(grid(0.0, 3.0), grid(40.0, 0.0)))
    assert limits == (-50, -40, -30, -20, -10, 10, 20, 30, 40, 50)
    assert [-limit for limit in reversed(limits)] == list(limits)


def test_the_scale_of_a_ratio_is_always_the_same_and_weighs_the_same_up_and_down():
    limits = density_breaks(shrunk_ratio(grid(90.0), grid(1.0)))
    assert limits == density_breaks(shrunk_ratio(grid(3.0), grid(50.0)))
    np.testing.assert_allclose(np.array(limits) * limits[::-1], 1.0)


def test_no_scale_is_given_for_what_does_not_belong_together():
    with pytest.raises(InputError, match="differ in their unit"):
        density_breaks(grid(1.0), grid(1.0).per_30_days(30))
    with pytest.raises(InputError, match="No common scale"):
        density_breaks()


def test_a_density_lies_on_its_scale_and_fills_half_of_it():
    for size in np.random.default_rng(2).uniform(1e-3, 1e5, 300):
        limits = density_breaks(grid(size, one_incident=1e-9))
        assert limits[-1] / 2 < size * (1 + 1e-6)
        assert size <= limits[-1] * (1 + 1e-6)
