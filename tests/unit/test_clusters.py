# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters described: each incident in its cluster's polygon, stacks flagged, honest answers where there is none."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.clusters import ClusterParameters, compare, find_clusters
from est_plugin.analysis.points import PointSet
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

CODES = ("klotter", "brand")
DAY = 86_400


def points_of(x, y, time=None, category=None):
    x = np.asarray(x, dtype=float)
    category = np.zeros(x.size, dtype=np.int32) if category is None else np.asarray(category)
    return PointSet(x, np.asarray(y, dtype=float), category, CODES, time, time)


def find(points, **parameters):
    return find_clusters(points, ClusterParameters(**parameters), SilentFeedback())


def town(seed=1):
    """Three crowds of 40, 30 and 20, a stack of 15, and 60 scattered; x, y."""
    rng = np.random.default_rng(seed)
    crowds = [rng.normal(centre, 20, (count, 2)) for centre, count in (((0, 0), 40), ((900, 0), 30), ((0, 900), 20))]
    stack, scattered = np.full((15, 2), 2500.0), rng.uniform(4000, 40_000, (60, 2))
    return np.concatenate([*crowds, stack, scattered]).T


def test_clusters_are_described_by_what_lies_in_them():
    x, y = town()
    category = np.arange(x.size) % 3 == 0
    result = find(points_of(x, y, category=category.astype(np.int32)))
    assert [cluster.rank for cluster in result.clusters] == [1, 2, 3, 4]
    for cluster in result.clusters:
        mine = result.partition.label == cluster.rank - 1
        assert cluster.incidents == np.count_nonzero(mine)
        places, counts = np.unique(np.stack([x[mine], y[mine]]), axis=1, return_counts=True)
        assert (cluster.places, cluster.largest_stack) == (places.shape[1], counts.max())
        assert dict(cluster.categories) == {
            code: count
            for code, count in zip(CODES, np.bincount(category[mine].astype(int), minlength=2).tolist(), strict=True)
            if count
        }
        assert cluster.polygon.geom_type == "Polygon"
        inner = shapely.buffer(cluster.polygon, -20.0)
        assert shapely.contains_xy(inner, x[mine], y[mine]).all()
        assert not shapely.contains_xy(cluster.polygon, x[~mine], y[~mine]).any()
        assert cluster.area == cluster.polygon.area
        assert (cluster.first, cluster.last) == (None, None)
    assert result.inside + np.count_nonzero(result.partition.label < 0) == result.total == x.size


def test_a_cluster_on_one_point_is_flagged():
    flags = {cluster.incidents: cluster.is_one_point for cluster in find(points_of(*town())).clusters}
    assert flags.pop(15) is True
    assert not any(flags.values())


def test_core_points_as_far_apart_as_the_distance_make_one_polygon():
    """A long snake of points exactly the distance apart, in every direction."""
    angle = np.linspace(0, 3 * np.pi, 40)
    x, y = np.cumsum(50 * np.cos(angle)), np.cumsum(50 * np.sin(angle))
    (cluster,) = find(points_of(x, y), min_incidents=2, distance=50.0001).clusters
    assert cluster.polygon.geom_type == "Polygon"
    assert cluster.incidents == 40


def test_days_part_what_happened_at_different_times():
    x, y = np.random.default_rng(2).normal(0, 10, (2, 40))
    time = np.where(np.arange(40) < 20, 0, 100 * DAY) + 1_700_000_000
    assert len(find(points_of(x, y, time)).clusters) == 1
    first, second = find(points_of(x, y, time), days=7.0).clusters
    assert {first.first, second.last} == {1_700_000_000, 1_700_000_000 + 100 * DAY}
    assert first.first == first.last


def test_sentences_of_none_one_and_many():
    x, y = town()
    assert str(find(points_of(x, y), min_incidents=50).sentence) == (
        "Nowhere do 50 incidents crowd together within 50.0 m."
    )
    assert "at one place: 40 of 165" in str(find(points_of(x, y), min_incidents=35, distance=70.0).sentence)
    assert "at 4 places: 105 of 165" in str(find(points_of(x, y)).sentence)


def test_the_method_says_that_nothing_is_tested():
    facts = [(name, str(value)) for name, value in find(points_of(*town())).method.facts()]
    assert ("Chance means", "none: this result describes, and tests nothing") in facts
    assert not {"p-value", "Number of tests"} & {name for name, _ in facts}
    assert ("Days", "no time limit") in facts
    assert facts[-1] == ("Checksum of the incidents", points_of(*town()).checksum())


def test_clusters_and_hotspots_are_compared_by_the_ground_they_share():
    result = find(points_of(*town()))
    agreement = compare(result.clusters, [shapely.box(-50, -50, 50, 50), shapely.box(5000, 5000, 5100, 5100)])
    assert str(agreement.sentence) == (
        "Hotspots with a cluster in them: 1 of 2. Clusters outside every hotspot: 3 of 4."
    )
    assert "no hotspots" in str(compare(result.clusters, []).sentence)
    assert compare([], [shapely.box(0, 0, 1, 1)]).hotspots_with_cluster == 0


def test_one_incident_and_all_in_one_place():
    assert find(points_of([5.0], [6.0])).clusters == ()
    (cluster,) = find(points_of(np.full(30, 5.0), np.full(30, 6.0))).clusters
    assert (cluster.incidents, cluster.places, cluster.is_one_point) == (30, 1, True)


@pytest.mark.parametrize(
    "wrong",
    [{"distance": 0.0}, {"distance": float("nan")}, {"min_incidents": 0}, {"days": -1.0}, {"days": float("inf")}],
)
def test_settings_outside_their_range_are_told(wrong):
    with pytest.raises(InputError, match="setting is outside"):
        ClusterParameters(**wrong)


def test_no_incidents_and_days_without_times_are_told():
    with pytest.raises(InputError, match="no incidents"):
        find(points_of([], []))
    with pytest.raises(InputError, match="when the incidents happened"):
        find(points_of(*town()), days=3.0)
