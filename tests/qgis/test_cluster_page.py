# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters and firmness in words: what stands in the tables, and what limits it."""

from __future__ import annotations

import numpy as np

from est_plugin.analysis.clusters import Agreement, ClusterParameters, find_clusters
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.stability import find_stability
from est_plugin.export.cluster_page import cluster_page
from est_plugin.export.stability_page import stability_page
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language

ENGLISH = Language("en")


def points_of(x: np.ndarray, y: np.ndarray) -> PointSet:
    return PointSet(x, y, np.zeros(x.size, dtype=np.int32), ("klotter",))


def test_of_a_long_list_the_largest_clusters_are_told() -> None:
    """35 clusters of 10 to 44 on lines far apart."""
    sizes = np.arange(10, 45)
    x = np.concatenate([np.arange(size) * 1.0 for size in sizes])
    result = find_clusters(points_of(x, np.repeat(np.arange(35) * 500.0, sizes)), ClusterParameters(), SilentFeedback())
    page = cluster_page(result, Agreement(7, 6, 35, 30), {"klotter": "Graffiti"}, ENGLISH)
    (table,) = page.tables
    assert [row[:3] for row in table.rows] == [(rank, 45 - rank, 45 - rank) for rank in range(1, 31)]
    assert {row[4] for row in table.rows} == {"Graffiti"}
    assert {row[6] for row in table.rows} == {""}
    assert page.sentences[0] == f"The incidents crowd together at 35 places: {x.size} of {x.size} lie there."
    assert page.sentences[2:] == (
        "Hotspots with a cluster in them: 6 of 7. Clusters outside every hotspot: 5 of 35.",
        "The 30 largest are listed; the layer holds all.",
    )


def test_clusters_on_one_point_and_mostly_on_one_point_are_remarked() -> None:
    x = np.concatenate([np.zeros(20), np.full(12, 500.0), 500.0 + np.arange(1, 6)])
    result = find_clusters(points_of(x, np.zeros(x.size)), ClusterParameters(), SilentFeedback())
    page = cluster_page(result, None, {}, ENGLISH)
    (table,) = page.tables
    assert [row[6] for row in table.rows] == ["All on one point: a default point?", "More than half on one point"]
    assert any("on a single point: 1." in sentence for sentence in page.sentences)


def test_without_clusters_there_is_a_sentence_and_no_table() -> None:
    result = find_clusters(points_of(np.zeros(3), np.zeros(3)), ClusterParameters(), SilentFeedback())
    page = cluster_page(result, None, {}, ENGLISH)
    assert page.tables == ()
    assert page.sentences[0].startswith("Nowhere do 10 incidents crowd together")
    assert len(page.sentences) == 2


def test_places_have_their_name_and_every_search_has_its_row() -> None:
    rng = np.random.default_rng(1)
    crowds = [rng.normal(centre, 50, (150, 2)) for centre in ((800, 800), (2200, 2000))]
    x, y = np.concatenate([rng.uniform(0, 3000, (800, 2)), *crowds]).T
    result = find_stability(points_of(x, y), HotspotParameters(), SilentFeedback())
    names = ["Storgatan", *[""] * (len(result.places) - 1)]
    places, searches = stability_page(result, names, ENGLISH).tables
    assert [row[1] for row in places.rows[:2]] == ["Storgatan", "Place 2"]
    assert places.rows[0][3:] == ("12 of 12", "firm")
    assert [row[2] for row in searches.rows[:4]] == ["0 / 0", "0.5 / 0", "0 / 0.5", "0.5 / 0.5"]
    assert [row[0] for row in searches.rows[::4]] == [60.0, 40.0, 90.0]


def test_without_a_hotspot_only_the_searches_are_listed() -> None:
    x, y = np.random.default_rng(0).uniform(0, 3000, (2, 400))
    result = find_stability(points_of(x, y), HotspotParameters(), SilentFeedback())
    (searches,) = stability_page(result, [], ENGLISH).tables
    assert len(searches.rows) == 12
    assert searches.rows[0][4] == "0 of 0"
