# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of incidents: all that is near, little that is not, in one piece where points are not far apart."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.ground import ground_near


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("distance", [25.0, 60.0])
def test_the_ground_holds_all_that_is_near_and_little_more(seed, distance):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(0, 150, (2, rng.integers(1, 200))) + 6_500_000
    ground = ground_near(x, y, distance)
    points = shapely.union_all(shapely.points(x, y))
    assert ground.covers(shapely.buffer(points, distance * 0.999999, quad_segs=32))
    assert shapely.buffer(points, 2.0 * distance, quad_segs=32).covers(ground)
    assert ground.is_valid


def test_one_point_and_a_stack_give_the_same_small_ground():
    one, many = ground_near(np.array([7.0]), np.array([7.0]), 25.0), ground_near(np.full(9, 7.0), np.full(9, 7.0), 25.0)
    assert one.equals(many)
    assert np.pi * 25**2 < one.area < np.pi * 50**2


def test_points_twice_the_distance_apart_stand_on_one_ground_in_every_direction():
    rng = np.random.default_rng(4)
    for angle in np.linspace(0, np.pi, 91):
        x, y = rng.uniform(0, 50, 2)
        ground = ground_near(
            np.array([x, x + 49.9999 * np.cos(angle)]), np.array([y, y + 49.9999 * np.sin(angle)]), 25.0
        )
        assert ground.geom_type == "Polygon"


def test_far_apart_points_have_grounds_of_their_own():
    ground = ground_near(np.array([0.0, 1e6]), np.array([0.0, -1e6]), 25.0)
    assert len(ground.geoms) == 2
