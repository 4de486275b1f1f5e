# SPDX-License-Identifier: GPL-2.0-or-later
"""The heat map of one period or two: the same pixels, one scale, and nothing where there is nothing."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.density_grid import DensityKind, DensityUnit
from est_plugin.analysis.dual_density import difference, shrunk_ratio
from est_plugin.analysis.heatmap import MomentsOfPeriod, heatmap
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback

CHANCE = np.random.default_rng(3)
PARAMETERS = DensityParameters(100.0, 10.0)
HERE, THERE = (CHANCE.normal(centre, 80.0, (60, 2)).T for centre in (500.0, 900.0))
NOBODY = np.zeros((2, 0))
SQUARE = shapely.box(300, 300, 700, 700)


def period(points, days=None):
    return MomentsOfPeriod(PixelMoments.of(*points, 10.0), days)


def mapped(*periods, kind=DensityKind.LEVEL, area=None):
    return heatmap(periods, kind, PARAMETERS, SilentFeedback(), area=area)


def test_one_period_is_its_density():
    result = mapped(period(HERE))
    np.testing.assert_array_equal(result.grid.values, density(*HERE, PARAMETERS, SilentFeedback()).values)
    assert result.breaks[-1] >= result.grid.highest
    assert result.method.checksum == PixelMoments.of(*HERE, 10.0).checksum()


@pytest.mark.parametrize(("kind", "compare"), [("difference", difference), ("ratio", shrunk_ratio)])
def test_two_periods_lie_on_the_same_pixels_as_rates(kind, compare):
    result = mapped(period(HERE, 30), period(THERE, 60), kind=DensityKind(kind))
    extent = (
        result.grid.x_min,
        result.grid.y_max - result.grid.values.shape[0] * 10,
        result.grid.x_min + result.grid.values.shape[1] * 10,
        result.grid.y_max,
    )
    now, before = (
        density(*points, PARAMETERS, SilentFeedback(), extent=extent).per_30_days(days)
        for points, days in ((HERE, 30), (THERE, 60))
    )
    np.testing.assert_allclose(result.grid.values, compare(now, before).values, rtol=1e-5, atol=1e-6 * now.highest)
    assert result.grid.kind == kind
    assert result.method.checksum.count(", ") == 1


def test_a_period_without_incidents_may_be_compared_with_one_that_has_some():
    result = mapped(period(NOBODY, 30), period(HERE, 30), kind=DensityKind.DIFFERENCE)
    assert result.grid.values.min() < 0
    assert result.grid.highest == 0
    assert "largest increase is 0.0" in str(result.sentence)


def test_a_study_area_is_for_both_periods():
    result = mapped(period(HERE, 30), period(THERE, 30), kind=DensityKind.DIFFERENCE, area=SQUARE)
    assert result.grid.values.shape == (40, 40)
    assert result.grid.unit == DensityUnit.PER_KM2_AND_30_DAYS


def test_no_incident_at_all_is_told():
    for periods in ((period(NOBODY),), (period(NOBODY, 30), period(NOBODY, 30))):
        with pytest.raises(InputError, match="no incident in the period"):
            mapped(*periods)


def test_no_incident_in_the_area_is_told():
    with pytest.raises(InputError, match="None of the incidents lies in the study area"):
        mapped(period(THERE + 5000.0), area=SQUARE)


def test_what_is_compared_needs_its_days():
    with pytest.raises(InputError, match="cannot be compared"):
        mapped(period(HERE, 30), period(THERE), kind=DensityKind.RATIO)


def test_a_person_can_cancel():
    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        heatmap((period(HERE),), DensityKind.LEVEL, PARAMETERS, Cancelled())
