# SPDX-License-Identifier: GPL-2.0-or-later
"""A study area: its pixels, what of a kernel lies in it, and a density that does not fall at its rim."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.edge_correction import PixelMask
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_window import PixelWindow
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

X0, Y0 = 540_000.0, 6_460_000.0
CHANCE = np.random.default_rng(20261129)


def window(extent=(0, 0, 1000, 800), size=10.0, bandwidth=50.0):
    moved = (extent[0] + X0, extent[1] + Y0, extent[2] + X0, extent[3] + Y0)
    return PixelWindow.covering(moved, size, Kernel.QUARTIC, bandwidth)


def moved(area):
    return shapely.transform(area, lambda xy: xy + np.array([X0, Y0]))


def star(centre, corners, seed):
    chance = np.random.default_rng(seed)
    angle = np.sort(chance.uniform(0, 2 * np.pi, corners))
    radius = chance.uniform(60, 300, corners)
    return shapely.Polygon(np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None] + centre).buffer(0)


AREAS = {
    "a star": star((503, 401), 60, 1),
    "a ring": shapely.Point(500, 400).buffer(333.3).difference(shapely.Point(520, 380).buffer(120.7)),
    "two parts": shapely.union_all([star((250, 300), 30, 2), star((700, 500), 30, 3)]),
    "beyond the window": shapely.box(-500, 203, 437, 2000),
    "far corners": shapely.Polygon([(-900, -900), (3000, 100), (500, 3000)]),
}


@pytest.mark.parametrize("name", AREAS)
def test_the_pixels_are_those_whose_centre_the_area_contains(name):
    area, pixels = AREAS[name], window()
    mask = PixelMask(moved(area), pixels)
    row, column = np.indices(pixels.shape) - pixels.margin
    expected = shapely.contains_xy(area, (column + 0.5) * 10.0, (row + 0.5) * 10.0)
    np.testing.assert_array_equal(mask.pixels, expected)
    assert 0 < mask.inside.sum() < mask.inside.size or name == "far corners"


def test_areas_that_touch_share_no_pixel_and_lose_none():
    # The common side runs through pixel centres.
    whole, *halves = (PixelMask(moved(shapely.box(5, 5, end, 705)), window()).pixels for end in (905, 455))
    right = PixelMask(moved(shapely.box(455, 5, 905, 705)), window()).pixels
    np.testing.assert_array_equal(whole, halves[0] ^ right)
    assert not (halves[0] & right).any()


def test_the_share_is_the_mass_of_the_kernel_inside():
    pixels = window()
    mask = PixelMask(moved(AREAS["a star"]), pixels)
    share = mask.available()
    kernel_row, kernel_column = np.indices((13, 13)) - 6
    weight = Kernel.QUARTIC.weight(np.hypot(kernel_row, kernel_column) * 10.0, 50.0)
    weight /= weight.sum()
    for row, column in zip(*(axis[::37] for axis in np.nonzero(mask.inside)), strict=True):
        r, c = row + pixels.margin, column + pixels.margin
        assert share[row, column] == pytest.approx((mask.pixels[r - 6 : r + 7, c - 6 : c + 7] * weight).sum(), abs=1e-9)
    np.testing.assert_array_equal(np.isnan(share), ~mask.inside)


def test_half_of_a_kernel_lies_inside_at_a_straight_rim():
    share = PixelMask(moved(shapely.box(0, 0, 1000, 800)), window(bandwidth=100.0)).available()
    assert share[40, 0] == pytest.approx(0.5 + 0.5 * share[40, 0] - 0.5 * (1 - share[40, 0]), abs=1e-9)
    assert 0.5 < share[40, 0] < 0.6
    assert share[0, 0] == pytest.approx(share[40, 0] ** 2, abs=0.02)
    assert share[40, 50] == pytest.approx(1.0, abs=1e-9)


def lattice(step=10.0):
    x, y = (axis.ravel() for axis in np.meshgrid(np.arange(5, 1000, step), np.arange(5, 800, step)))
    return X0 + x, Y0 + y


def test_incidents_that_lie_evenly_are_even_up_to_the_rim():
    area = moved(AREAS["a ring"])
    grid = density(*lattice(), DensityParameters(60.0, 10.0), SilentFeedback(), area=area)
    inside = grid.values[grid.known]
    np.testing.assert_allclose(inside, 1e6 / 100, rtol=1e-4)
    assert np.isnan(grid.values).any()
    plain = density(*lattice(), DensityParameters(60.0, 10.0), SilentFeedback())
    assert plain.values[0].max() < 0.7 * 1e6 / 100


def test_it_equals_direct_summation_over_the_incidents_of_the_area():
    x, y = X0 + CHANCE.uniform(0, 1000, 800), Y0 + CHANCE.uniform(0, 800, 800)
    area = moved(AREAS["a star"])
    weights = CHANCE.uniform(0, 3, 800)
    parameters = DensityParameters(100.0, 10.0)
    grid = density(x, y, parameters, SilentFeedback(), area=area, weights=weights)
    counted = shapely.contains_xy(area, (np.floor(x / 10) + 0.5) * 10, (np.floor(y / 10) + 0.5) * 10)
    row, column = np.nonzero(grid.known)
    px, py = grid.x_min + (column + 0.5) * 10, grid.y_max - (row + 0.5) * 10
    distance = np.hypot(px[:, None] - x[counted], py[:, None] - y[counted])
    exact = (Kernel.QUARTIC.weight(distance, 100.0) * weights[counted]).sum(axis=1) * 1e6
    exact /= grid.available[row, column]
    assert np.abs(grid.values[row, column] - exact).max() <= 1e-3 * exact.max()


def test_the_rim_is_marked_and_told():
    area = moved(shapely.box(100, 100, 900, 700))
    grid = density(*lattice(), DensityParameters(60.0, 10.0), SilentFeedback(), area=area)
    assert grid.values.shape == (60, 80)
    facts = dict(grid.method("abc").facts())
    assert facts["Smallest share of the kernel in the study area"] == pytest.approx(np.nanmin(grid.available))
    assert str(facts["Correction at the edge"]).startswith("divided by")


def test_an_area_without_incidents_is_quiet():
    grid = density(
        X0 + np.zeros(1), Y0 + np.zeros(1), DensityParameters(), SilentFeedback(), area=moved(AREAS["a ring"])
    )
    assert grid.highest == 0


@pytest.mark.parametrize(
    "area",
    [
        shapely.box(500.1, 400.1, 504, 404),
        shapely.box(50_000, 50_000, 50_001, 50_001),
    ],
)
def test_an_area_that_leaves_out_every_pixel_is_refused(area):
    with pytest.raises(InputError, match="leaves out every pixel"):
        PixelMask(moved(area), window())


@pytest.mark.parametrize(
    "area",
    [
        shapely.Polygon(),
        shapely.LineString([(0, 0), (500, 500)]),
        shapely.Polygon([(0, 0), (500, 500), (500, 0), (0, 500)]),
        shapely.GeometryCollection(),
    ],
)
def test_what_is_no_area_is_refused(area):
    with pytest.raises(InputError, match="study area cannot be used"):
        PixelMask(moved(area), window())
    with pytest.raises(InputError, match="study area cannot be used"):
        density(*lattice(), DensityParameters(), SilentFeedback(), area=moved(area))
