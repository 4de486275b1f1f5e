# SPDX-License-Identifier: GPL-2.0-or-later
"""DBSCAN: the partition of the definition, whatever the order, the stacks and the distances; in space and with time."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from est_plugin.analysis.dbscan import NOISE, dbscan
from est_plugin.analysis.point_cells import Closeness
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback


def run(columns, metres, min_points, seconds=None):
    return dbscan(columns, Closeness(metres, seconds), min_points, SilentFeedback())


def plain(columns, metres, min_points, seconds=None):
    """The definition, all pairs: core points, the set of core points of each cluster, and the border's clusters."""
    x, y, *times = columns
    away = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    close = away <= metres**2
    if seconds is not None:
        close &= np.abs(times[0][:, None] - times[0]) <= seconds
    core = close.sum(axis=1) >= min_points
    cluster = np.full(x.size, NOISE)
    for start in np.flatnonzero(core):
        if cluster[start] == NOISE:
            cluster[start], waiting = start, [start]
            while waiting:
                near = np.flatnonzero(close[waiting.pop()] & core & (cluster == NOISE))
                cluster[near] = start
                waiting.extend(near)
    border = {}
    for point in np.flatnonzero(~core):
        near = np.flatnonzero(close[point] & core)
        if near.size:
            border[point] = set(cluster[near[away[point, near] == away[point, near].min()]])
    return core, cluster, border


def assert_same(columns, metres, min_points, seconds=None):
    found = run(columns, metres, min_points, seconds)
    core, cluster, border = plain(columns, metres, min_points, seconds)
    np.testing.assert_array_equal(found.core, core)
    pairs = set(zip(cluster[core].tolist(), found.label[core].tolist(), strict=True))
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}) == found.clusters
    name = dict(pairs)
    for point in np.flatnonzero(~core):
        if point in border:
            assert found.label[point] in {name[one] for one in border[point]}
        else:
            assert found.label[point] == NOISE
    sizes = np.bincount(found.label[found.label >= 0], minlength=found.clusters)
    assert (np.diff(sizes) <= 0).all()
    return found


def town(seed, count=600):
    """Points in bumps, along lines, scattered, and stacked; metres."""
    rng = np.random.default_rng(seed)
    centre = rng.integers(0, 8, count)
    x = rng.uniform(0, 2000, 8)[centre] + rng.normal(0, 60, count)
    y = rng.uniform(0, 2000, 8)[centre] + rng.normal(0, 60, count)
    line = rng.random(count) < 0.3
    x[line], y[line] = rng.uniform(0, 2000, line.sum()), 777.0
    stacked = rng.random(count) < 0.2
    spots = rng.uniform(0, 2000, (5, 2))[rng.integers(0, 5, stacked.sum())]
    x[stacked], y[stacked] = spots[:, 0], spots[:, 1]
    return x + 540_000, y + 6_460_000


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(("metres", "min_points"), [(50.0, 10), (20.0, 3), (150.0, 25), (35.0, 1), (400.0, 60)])
def test_partition_is_that_of_the_definition(seed, metres, min_points):
    found = assert_same(town(seed), metres, min_points)
    assert found.clusters > 0


@pytest.mark.parametrize("seed", range(8))
def test_ties_at_exactly_the_distance_are_close(seed):
    rng = np.random.default_rng(seed)
    x, y = (rng.integers(0, 60, 500).astype(float) * 10 for _ in range(2))
    for metres, min_points in itertools.product((10.0, 50.0), (3, 8)):
        assert_same((x, y), metres, min_points)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("metres", "seconds", "min_points"), [(100.0, 86_400, 4), (60.0, 0, 2), (250.0, 700_000, 12)])
def test_with_times_the_partition_is_that_of_the_definition(seed, metres, seconds, min_points):
    x, y = town(seed)
    time = np.random.default_rng(seed).integers(0, 60, x.size) * 43_200 + 1_700_000_000
    assert_same((x, y, time), metres, min_points, seconds)


def test_a_long_time_limit_is_as_none_at_all():
    x, y = town(3)
    time = np.random.default_rng(3).integers(0, 10**8, x.size)
    np.testing.assert_array_equal(run((x, y, time), 50.0, 10, 10**9).label, run((x, y), 50.0, 10).label)


def test_the_order_of_the_data_does_not_matter():
    x, y = town(5, 2000)
    before = run((x, y), 40.0, 8)
    order = np.random.default_rng(1).permutation(x.size)
    after = run((x[order], y[order]), 40.0, 8)
    np.testing.assert_array_equal(after.label, before.label[order])
    assert (before.label[~before.core] >= 0).any()


def test_a_stack_counts_as_its_reports_and_hangs_together():
    found = run((np.full(12, 5.0), np.full(12, 7.0)), 50.0, 12)
    assert found.label.tolist() == [0] * 12
    assert run((np.full(12, 5.0), np.full(12, 7.0)), 50.0, 13).clusters == 0


def test_every_point_twice_with_twice_the_least_number_gives_the_same_clusters():
    x, y = town(7)
    once, twice = run((x, y), 50.0, 10), run((np.repeat(x, 2), np.repeat(y, 2)), 50.0, 20)
    np.testing.assert_array_equal(twice.label[::2], once.label)
    np.testing.assert_array_equal(twice.label[1::2], once.label)


def test_quarter_turns_change_nothing():
    x, y = town(8)
    x, y = np.round(x * 8) / 8, np.round(y * 8) / 8
    np.testing.assert_array_equal(run((-y, x), 50.0, 10).core, run((x, y), 50.0, 10).core)
    assert run((-y, x), 50.0, 10).clusters == run((x, y), 50.0, 10).clusters


def test_copies_far_apart_are_clustered_as_one_alone():
    """Enough points that the pairs come in several blocks, and so wide that the cells stand in no table."""
    x, y = (np.round(values * 8) / 8 for values in town(9, 150_000))
    alone = run((x, y), 16.0, 40)
    shifts = np.arange(8) * 4_194_304.0
    many = run((np.add.outer(shifts, x).ravel(), np.add.outer(shifts, y).ravel()), 16.0, 40)
    assert many.clusters == 8 * alone.clusters
    np.testing.assert_array_equal(many.core, np.tile(alone.core, 8))
    for part in many.label.reshape(8, -1):
        pairs = set(zip(part.tolist(), alone.label.tolist(), strict=True))
        assert len(pairs) == alone.clusters + 1


def test_two_crowds_just_out_of_reach_stay_apart():
    """Two arcs that bend towards each other: the boxes of their cells are close, no two points are."""
    angle = np.linspace(-0.5, 0.5, 400)
    left = np.stack([30 * np.cos(angle), 30 * np.sin(angle)])
    right = np.stack([51.0 + 30 - 30 * np.cos(angle) + 29.0, 30 * np.sin(angle)])
    gap = np.hypot(*(left[:, :, None] - right[:, None, :])).min()
    x, y = np.concatenate([left, right], axis=1)
    assert run((x, y), gap - 1e-6, 5).clusters == 2
    assert run((x, y), gap + 1e-6, 5).clusters == 1


def test_no_points_one_point_and_noise_only():
    empty = run((np.zeros(0), np.zeros(0)), 50.0, 10)
    assert (empty.label.size, empty.core.size, empty.clusters) == (0, 0, 0)
    assert run((np.array([1.0]), np.array([2.0])), 50.0, 2).label.tolist() == [NOISE]
    assert run((np.array([1.0]), np.array([2.0])), 50.0, 1).label.tolist() == [0]
    assert run((np.arange(9) * 100.0, np.zeros(9)), 50.0, 2).clusters == 0


def test_the_callers_arrays_stay_as_they_were():
    x, y = town(2)
    copies = x.copy(), y.copy()
    x.setflags(write=False)
    y.setflags(write=False)
    run((x, y), 50.0, 10)
    np.testing.assert_array_equal((x, y), copies)


def test_missing_coordinates_and_too_wide_a_map_are_told():
    with pytest.raises(InputError, match="coordinates"):
        run((np.array([1.0, np.nan]), np.array([1.0, 2.0])), 50.0, 2)
    with pytest.raises(InputError, match="too far apart"):
        run((np.array([0.0, 9e7]), np.array([0.0, 9e7])), 1e-3, 2)


def test_a_cancel_stops_the_work():
    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        dbscan(town(1), Closeness(50.0), 10, Cancelled())
