# SPDX-License-Identifier: GPL-2.0-or-later
"""Several periods in one answer: one set of study cells, one correction, and one period alone as it was before."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis import hotspot_periods
from est_plugin.analysis.fdr import Correction, adjusted
from est_plugin.analysis.hotspots import HotspotParameters, Significance, find_hotspots
from est_plugin.analysis.points import PointSet
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

X0, Y0 = 540_000.0, 6_460_000.0
TOWN = shapely.box(X0, Y0, X0 + 3000, Y0 + 3000)
SILENT = SilentFeedback()


def month(seed, cluster=60, background=200, stack=0):
    """A town of 3 x 3 km with one cluster in its middle."""
    rng = np.random.default_rng(seed)
    x = np.r_[rng.uniform(0, 3000, background), rng.normal(1500, 60, cluster), np.full(stack, 400.0)]
    y = np.r_[rng.uniform(0, 3000, background), rng.normal(1500, 60, cluster), np.full(stack, 400.0)]
    return PointSet(X0 + x, Y0 + y, np.zeros(x.size, np.int32), ("a",))


NOTHING = PointSet(np.zeros(0), np.zeros(0), np.zeros(0, np.int32), ())


@pytest.mark.parametrize("significance", Significance)
@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
def test_one_period_is_tested_as_by_itself(study_area, significance):
    parameters = HotspotParameters(significance=significance)
    cube = hotspot_periods.evaluate([month(1)], parameters, SILENT, study_area=study_area)
    alone = find_hotspots(month(1), parameters, SILENT, study_area=study_area)
    assert cube.count[0].tolist() == alone.cells.count.tolist()
    for name in ("i", "j"):
        assert getattr(cube, name).tolist() == getattr(alone.cells, name).tolist()
    for name in ("z", "p", "q", "hot"):
        assert getattr(cube, name)[0].tolist() == getattr(alone.cells, name).tolist()
    assert (cube.tests, cube.cells, cube.study) == (alone.method.tests, alone.method.cells, alone.method.study)


@pytest.mark.parametrize("correction", Correction)
def test_q_is_corrected_over_all_cells_of_all_periods(correction):
    parameters = HotspotParameters(correction=correction)
    cube = hotspot_periods.evaluate([month(1), month(2, cluster=0), month(3)], parameters, SILENT)
    tested = cube.count > 0
    assert cube.tests == np.count_nonzero(tested)
    assert cube.q[tested].tolist() == adjusted(cube.p[tested], correction).tolist()
    assert (cube.p[~tested] == 1).all()
    assert (cube.q[~tested] == 1).all()
    assert cube.hot.any(axis=1)[[0, 2]].all()
    assert np.array_equal(cube.hot, (cube.q <= parameters.alpha) & (cube.z > 0))
    assert not (cube.hot & ~tested).any()
    assert np.isfinite(cube.z).all()


def test_each_period_is_compared_with_its_own_counts_in_the_study_cells_of_all():
    first, second = month(1), month(2)
    cube = hotspot_periods.evaluate([first, second], HotspotParameters(), SILENT, study_area=TOWN)
    alone = find_hotspots(first, HotspotParameters(), SILENT, study_area=TOWN)
    here = cube.count[0] > 0
    assert cube.p[0, here].tolist() == alone.cells.p.tolist()
    assert (cube.q[0, here] >= alone.cells.p).all()
    without_area = hotspot_periods.evaluate([first, second], HotspotParameters(), SILENT)
    assert without_area.cells > find_hotspots(first, HotspotParameters(), SILENT).method.cells


def test_a_period_without_incidents_is_never_hot():
    cube = hotspot_periods.evaluate([month(1), NOTHING], HotspotParameters(), SILENT)
    assert cube.count[1].sum() == 0
    assert not cube.z[1].any()
    assert not cube.hot[1].any()
    assert cube.hot[0].any()


def test_a_stack_of_one_month_is_left_out_of_all():
    cube = hotspot_periods.evaluate([month(1, stack=80), month(2, stack=5)], HotspotParameters(), SILENT)
    assert cube.count.sum(axis=1).tolist() == [260, 260]
    counted = hotspot_periods.evaluate(
        [month(1, stack=80), month(2, stack=5)], HotspotParameters(include_stacks=True), SILENT
    )
    assert counted.count.sum(axis=1).tolist() == [340, 265]


def test_no_incidents_at_all_and_none_in_the_area_are_refused():
    with pytest.raises(InputError, match="no incidents in the selection"):
        hotspot_periods.evaluate([NOTHING, NOTHING], HotspotParameters(), SILENT)
    with pytest.raises(InputError, match="None of the 520 incidents"):
        hotspot_periods.evaluate(
            [month(1), month(2)], HotspotParameters(), SILENT, study_area=shapely.box(0, 0, 3000, 3000)
        )
