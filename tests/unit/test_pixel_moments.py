# SPDX-License-Identifier: GPL-2.0-or-later
"""The sums per pixel are those of a plain loop, whatever the order, whether pixels are few or many."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.errors import InputError


def by_hand(x, y, size, weights):
    pixels = defaultdict(lambda: [0, np.zeros(6)])
    for px, py, w in zip(x.tolist(), y.tolist(), weights.tolist(), strict=True):
        u, v = px / size, py / size
        f, g = u - math.floor(u) - 0.5, v - math.floor(v) - 0.5
        entry = pixels[math.floor(v), math.floor(u)]
        entry[0] += 1
        entry[1] += w * np.array([1, f, g, f * f, g * g, f * g])
    return pixels


@pytest.mark.parametrize("spread", [30.0, 30_000.0])
@pytest.mark.parametrize("weighted", [False, True])
def test_they_are_the_sums_of_a_plain_loop(spread, weighted):
    chance = np.random.default_rng(9)
    x, y = 500_000 + chance.normal(0, spread, 500), -40 + chance.normal(0, spread, 500)
    weights = chance.exponential(1.0, 500) if weighted else None
    moments = PixelMoments.of(x, y, 7.5, weights)
    expected = by_hand(x, y, 7.5, np.ones(500) if weights is None else weights)
    keys = list(zip(moments.row.tolist(), moments.column.tolist(), strict=True))
    assert keys == sorted(expected)
    assert moments.number.tolist() == [expected[key][0] for key in keys]
    np.testing.assert_allclose(moments.sums.T, [expected[key][1] for key in keys], atol=1e-8)
    assert moments.incidents == 500


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_incidents_does_not_matter(chance):
    x, y = np.random.default_rng(2).uniform(0, 300, (2, 200))
    order = list(range(200))
    chance.shuffle(order)
    one, other = PixelMoments.of(x, y, 10.0), PixelMoments.of(x[order], y[order], 10.0)
    assert one.checksum() == other.checksum()
    np.testing.assert_allclose(one.sums, other.sums, atol=1e-9)


def test_another_incident_or_pixel_size_gives_another_checksum():
    x = np.arange(20.0)
    texts = {
        PixelMoments.of(x, x, 5.0).checksum(),
        PixelMoments.of(x[1:], x[1:], 5.0).checksum(),
        PixelMoments.of(x, x, 6.0).checksum(),
        PixelMoments.of(x + 5, x, 5.0).checksum(),
    }
    assert len(texts) == 4


def test_nobody_has_no_pixel():
    nothing = PixelMoments.of(np.zeros(0), np.zeros(0), 10.0)
    assert (nothing.incidents, nothing.sums.shape, nothing.row.size) == (0, (6, 0), 0)


def test_the_callers_arrays_are_left_alone():
    x, y, w = np.array([1.0, 2.0]), np.array([3.0, 4.0]), np.array([1.0, 2.0])
    for array in (x, y, w):
        array.flags.writeable = False
    assert PixelMoments.of(x, y, 10.0, w).sums[0].tolist() == [3.0]


@pytest.mark.parametrize("weights", [[1.0, -1.0], [np.nan, 1.0], [1.0, np.inf]])
def test_a_weight_that_is_none_is_refused(weights):
    with pytest.raises(InputError, match="negative or missing"):
        PixelMoments.of(np.zeros(2), np.zeros(2), 10.0, np.array(weights))
