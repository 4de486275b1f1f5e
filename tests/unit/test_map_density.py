# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows of a period: rates on pixels that stay, one scale for both periods, words where there are few."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import MomentsOfPeriod
from est_plugin.analysis.map_density import map_density, map_moments
from est_plugin.analysis.points import PointSet
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

KINDS = list(DensityKind)


def period(x, y, days=30.0):
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    return PointSet(x, y, np.zeros(x.size, np.int32), ("a",)), days


NOBODY = period([], [])


def many(seed, number=300, days=30.0):
    random = np.random.default_rng(seed)
    return period(random.uniform(0, 3000, number), random.uniform(0, 3000, number), days)


def drawn(now, before, kind=DensityKind.LEVEL, bandwidth=250.0):
    moments = map_moments((now[0], before[0]), bandwidth)
    periods = (MomentsOfPeriod(*pair) for pair in zip(moments, (now[1], before[1]), strict=True))
    return map_density(*periods, kind, bandwidth, SilentFeedback())


def test_the_values_sum_to_the_incidents_of_thirty_days():
    grid = drawn(many(1, days=90), many(2)).heatmap.grid
    total = float(grid.values.sum(dtype=np.float64)) * (grid.cell_size / 1000) ** 2
    assert total == pytest.approx(300 / 3, rel=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_shown_of_no_incidents(kind):
    assert drawn(NOBODY, NOBODY, kind) is None


def test_a_period_without_incidents_has_no_density_but_a_change():
    assert drawn(NOBODY, many(1)) is None
    assert drawn(NOBODY, many(1), DensityKind.DIFFERENCE).heatmap.grid.values.min() < 0


@pytest.mark.parametrize("kind", KINDS)
def test_one_incident_is_shown_and_said_to_be_few(kind):
    shown = drawn(period([10.0], [20.0]), NOBODY, kind)
    assert "single report" in str(shown.sentence)
    assert "single report" not in str(drawn(many(1), many(2), kind).sentence)


def test_a_period_beside_itself_has_changed_nowhere():
    assert not drawn(many(1), many(1), DensityKind.DIFFERENCE).heatmap.grid.values.any()
    ratio = drawn(many(1), many(1), DensityKind.RATIO).heatmap.grid.values
    assert np.nanmax(ratio) == np.nanmin(ratio) == 1


def test_the_periods_swapped_change_the_other_way():
    forth, back = (drawn(*pair, DensityKind.DIFFERENCE).heatmap for pair in ((many(1), many(2)), (many(2), many(1))))
    np.testing.assert_array_equal(forth.grid.values, -back.grid.values)
    assert forth.breaks == back.breaks


def test_both_periods_have_the_same_scale():
    quiet, loud = many(1, 30), many(2, 3000)
    assert drawn(quiet, loud).heatmap.breaks == drawn(loud, quiet).heatmap.breaks


@pytest.mark.parametrize("bandwidth", [50.0, 90.0, 250.0, 1000.0])
def test_pixels_lie_on_whole_multiples_of_a_round_side_whatever_the_period(bandwidth):
    grids = [drawn(many(seed), NOBODY, bandwidth=bandwidth).heatmap.grid for seed in (1, 2)]
    assert grids[0].cell_size == grids[1].cell_size <= bandwidth / 10
    for grid in grids:
        assert grid.x_min % grid.cell_size == 0
        assert grid.y_max % grid.cell_size == 0


def test_a_large_town_gets_larger_pixels_and_no_more_of_them():
    far = period([0.0, 40_000.0], [0.0, 40_000.0])
    grid = drawn(far, NOBODY).heatmap.grid
    assert grid.values.size <= 650_000
    assert grid.cell_size <= 125


def test_incidents_too_far_apart_are_refused_with_a_bandwidth_that_would_do():
    far = period([0.0, 400_000.0], [0.0, 400_000.0])
    with pytest.raises(InputError) as refusal:
        drawn(far, NOBODY, bandwidth=100.0)
    least = refusal.value.values["least"]
    assert drawn(far, NOBODY, bandwidth=float(least)) is not None


def test_the_method_names_bandwidth_and_incidents():
    box = drawn(many(1), many(2)).method
    assert box.checksum != drawn(many(3), many(2)).method.checksum
    assert 250.0 in dict(box.parameters).values()
    assert box.tests == 0
