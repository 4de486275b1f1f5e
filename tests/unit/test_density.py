# SPDX-License-Identifier: GPL-2.0-or-later
"""Density: equal to direct summation, sums to N, and stays where it is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from est_plugin.analysis.density import DensityParameters, density, density_of
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback

X0, Y0 = 540_000.0, 6_460_000.0


def town(n, seed=3):
    rng = np.random.default_rng(seed)
    centres = rng.uniform(500, 2500, (4, 2))
    points = centres[rng.integers(0, 4, n)] + rng.normal(0, 120, (n, 2))
    return X0 + points[:, 0], Y0 + points[:, 1]


def estimate(x, y, extent=None, weights=None, **parameters):
    return density(x, y, DensityParameters(**parameters), SilentFeedback(), extent=extent, weights=weights)


def pixel_centres(grid):
    rows, columns = np.indices(grid.values.shape)
    return grid.x_min + (columns + 0.5) * grid.cell_size, grid.y_max - (rows + 0.5) * grid.cell_size


def directly(grid, x, y, kernel, bandwidth, weights=None):
    """The sum over all incidents at every pixel centre."""
    px, py = pixel_centres(grid)
    distance = np.hypot(px[..., None] - x, py[..., None] - y)
    return (kernel.weight(distance, bandwidth) * (1.0 if weights is None else weights)).sum(axis=-1) * 1e6


def total(grid):
    return grid.values.sum(dtype=float) * grid.cell_size**2 / 1e6


@pytest.mark.parametrize("kernel", Kernel)
def test_a_kernel_has_the_mass_one(kernel):
    reach = kernel.reach(100.0)
    radius = (np.arange(200_000) + 0.5) * reach / 200_000
    mass = (kernel.weight(radius, 100.0) * 2 * np.pi * radius).sum() * reach / 200_000
    assert mass == pytest.approx(1.0, rel=1e-6)
    assert kernel.weight(np.array([reach * 1.001]), 100.0) == 0


@pytest.mark.parametrize(
    ("kernel", "error"),
    [(Kernel.QUARTIC, 4e-4), (Kernel.GAUSSIAN, 1e-4), (Kernel.EPANECHNIKOV, 2e-3), (Kernel.TRIANGULAR, 2e-3)],
)
@pytest.mark.parametrize("weighted", [False, True])
def test_it_equals_direct_summation(kernel, error, weighted):
    x, y = town(700)
    weights = np.random.default_rng(4).exponential(2.0, x.size) if weighted else None
    extent = (X0, Y0, X0 + 3000, Y0 + 3000)
    grid = estimate(x, y, extent, weights=weights, bandwidth=250, cell_size=25, kernel=kernel)
    exact = directly(grid, x, y, kernel, 250, weights)
    assert np.abs(grid.values - exact).max() <= error * exact.max()


def test_stacks_of_incidents_on_one_address_are_placed_exactly():
    x, y = town(1000)
    stack_x, stack_y = (np.random.default_rng(seed).uniform(500, 2500, 40) for seed in (8, 9))
    x, y = np.append(x, np.repeat(X0 + stack_x, 25)), np.append(y, np.repeat(Y0 + stack_y, 25))
    grid = estimate(x, y, (X0 + 700, Y0 + 700, X0 + 2200, Y0 + 2200), bandwidth=150, cell_size=10)
    exact = directly(grid, x, y, Kernel.QUARTIC, 150)
    # Shared out like all others, such stacks cost three times as much at the rims of their kernels.
    assert np.abs(grid.values - exact).max() <= 3e-4 * exact.max()


def test_the_uniform_kernel_equals_direct_summation_away_from_the_rims():
    x, y = np.array([X0 + 1003.0]), np.array([Y0 + 998.0])
    grid = estimate(x, y, bandwidth=250, cell_size=25, kernel=Kernel.UNIFORM)
    px, py = pixel_centres(grid)
    away = np.abs(np.hypot(px - x, py - y) - 250) > 2 * 25
    exact = directly(grid, x, y, Kernel.UNIFORM, 250)
    assert np.abs(grid.values - exact)[away].max() <= 0.03 * exact.max()


@pytest.mark.parametrize("kernel", Kernel)
@pytest.mark.parametrize("n", [1, 7, 400])
def test_it_sums_to_the_number_of_incidents(kernel, n):
    grid = estimate(*town(n), kernel=kernel)
    assert total(grid) == pytest.approx(n, rel=1e-6)
    assert grid.values.min() >= 0
    assert grid.values.dtype == np.float32


def test_a_kernel_of_very_many_pixels_sums_to_the_number_too():
    grid = estimate(*town(40), bandwidth=300, cell_size=1)
    assert total(grid) == pytest.approx(40, rel=1e-6)


def test_weights_count_as_so_many_incidents():
    x, y = town(400)
    weights = np.random.default_rng(1).integers(0, 5, 400)
    extent = (X0, Y0, X0 + 3000, Y0 + 3000)
    weighted = estimate(x, y, extent, weights=weights.astype(float))
    repeated = estimate(np.repeat(x, weights), np.repeat(y, weights), extent)
    np.testing.assert_allclose(weighted.values, repeated.values, rtol=1e-5, atol=1e-6 * repeated.values.max())
    assert total(estimate(x, y, weights=weights.astype(float))) == pytest.approx(weights.sum(), rel=1e-6)


def test_the_height_of_one_incident_is_that_of_its_kernel():
    grid = estimate(np.array([X0 + 12.5]), np.array([Y0 + 12.5]))
    assert grid.one_incident == pytest.approx(3 / np.pi / 0.25**2)
    assert grid.highest == pytest.approx(grid.one_incident, rel=1e-3)
    heavy = estimate(np.full(2, X0), np.full(2, Y0), weights=np.array([1.0, 5.0]))
    assert heavy.one_incident == pytest.approx(3 * grid.one_incident)


def test_row_zero_is_north_and_column_zero_is_west():
    town_square = np.array([X0 + 110.0]), np.array([Y0 + 890.0])
    grid = estimate(*town_square, (X0, Y0, X0 + 1000, Y0 + 1000), bandwidth=60, cell_size=20)
    assert (grid.x_min, grid.y_max, grid.values.shape) == (X0, Y0 + 1000, (50, 50))
    assert np.unravel_index(grid.values.argmax(), grid.values.shape) == (5, 5)


@settings(max_examples=30)
@given(offset=st.floats(0, 20), other=st.floats(0, 20))
def test_the_bump_of_one_incident_lies_on_it(offset, other):
    x, y = np.array([X0 + offset]), np.array([Y0 + other])
    grid = estimate(x, y, bandwidth=150, cell_size=10)
    px, py = pixel_centres(grid)
    assert np.average(px - x, weights=grid.values) == pytest.approx(0, abs=0.1)
    assert np.average(py - y, weights=grid.values) == pytest.approx(0, abs=0.1)


def test_the_picture_stays_where_it_is_when_the_extent_moves():
    x, y = town(400)
    whole = estimate(x, y, (X0, Y0, X0 + 3000, Y0 + 3000))
    part = estimate(x, y, (X0 + 613.0, Y0 + 401.0, X0 + 1998.0, Y0 + 2211.0))
    column = round((part.x_min - whole.x_min) / 25)
    row = round((whole.y_max - part.y_max) / 25)
    assert part.x_min == X0 + 600
    assert part.y_max == Y0 + 2225
    rows, columns = part.values.shape
    same = whole.values[row : row + rows, column : column + columns]
    np.testing.assert_allclose(part.values, same, rtol=2e-4, atol=1e-4 * whole.values.max())


def test_moving_the_incidents_by_whole_pixels_moves_the_picture():
    x, y = town(200)
    here, there = estimate(x, y), estimate(x + 25 * 40, y - 25 * 7)
    assert (there.x_min - here.x_min, there.y_max - here.y_max) == (1000, -175)
    np.testing.assert_allclose(here.values, there.values, rtol=1e-4, atol=1e-4 * here.values.max())


def test_an_incident_outside_the_extent_counts_as_far_as_its_kernel_reaches():
    x, y = np.array([X0 - 40.0, X0 - 5000.0]), np.array([Y0 + 500.0, Y0])
    grid = estimate(x, y, (X0, Y0, X0 + 1000, Y0 + 1000), bandwidth=100, cell_size=10)
    exact = directly(grid, x, y, Kernel.QUARTIC, 100)
    assert exact.max() > 0
    assert np.abs(grid.values - exact).max() <= 0.01 * exact.max()


def test_a_quiet_extent_is_zero_all_over():
    assert not estimate(np.zeros(0), np.zeros(0), (X0, Y0, X0 + 500, Y0 + 500)).values.any()
    assert not estimate(*town(20), (X0 + 50_000, Y0, X0 + 50_500, Y0 + 500)).values.any()


def test_the_same_moments_give_another_bandwidth_without_the_incidents():
    x, y = town(500)
    moments = PixelMoments.of(x, y, 25.0)
    narrow, wide = (DensityParameters(bandwidth=bandwidth) for bandwidth in (100, 400))
    for parameters in (narrow, wide):
        again = density_of(moments, parameters, SilentFeedback())
        np.testing.assert_array_equal(again.values, density(x, y, parameters, SilentFeedback()).values)


def test_it_says_where_it_is_densest_and_how_it_came_about():
    grid = estimate(*town(60)).per_30_days(60)
    assert str(grid.sentence).endswith("events per km² and 30 days.")
    facts = dict(grid.method("abc").facts())
    assert facts["Incidents"] == 60
    assert str(facts["Unit"]) == "events per km² and 30 days"
    assert str(facts["Correction at the edge"]) == "none"


def test_no_incidents_and_no_extent_are_refused():
    with pytest.raises(InputError, match="no incidents"):
        estimate(np.zeros(0), np.zeros(0))


@pytest.mark.parametrize(("bandwidth", "cell_size"), [(250, 0), (250, 300), (np.nan, 25), (np.inf, 25), (-1, 25)])
def test_a_bandwidth_or_pixel_that_is_no_size_is_refused(bandwidth, cell_size):
    with pytest.raises(InputError, match="bandwidth is"):
        DensityParameters(bandwidth=bandwidth, cell_size=cell_size)


@pytest.mark.parametrize("extent", [(X0, Y0, X0 + 1e6, Y0 + 1e6), (X0, Y0, X0 - 100, Y0 + 100)])
def test_an_extent_too_large_or_turned_round_is_refused(extent):
    with pytest.raises(InputError, match="pixels of 25"):
        estimate(*town(5), extent)


@pytest.mark.parametrize("weight", [-1.0, np.nan, np.inf])
def test_a_weight_that_is_no_weight_is_refused(weight):
    with pytest.raises(InputError, match="negative or missing"):
        estimate(*town(3), weights=np.array([1.0, weight, 1.0]))


def test_a_missing_coordinate_is_refused():
    with pytest.raises(InputError, match="1 of 2 have no usable coordinates"):
        estimate(np.array([X0, np.nan]), np.array([Y0, Y0]))


def test_a_person_can_cancel():
    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        density(*town(3), DensityParameters(), Cancelled())
