# SPDX-License-Identifier: GPL-2.0-or-later
"""est:clusters and est:stability on the demo town and on any layer: what the functions give, in layers and a report."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

from est_plugin.analysis.clusters import ClusterParameters, find_clusters
from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.stability import find_stability
from est_plugin.db.file_database import open_database
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.points import PointSet

FIRST, LAST = "2026-07-01", "2026-10-31"


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("town") / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return {"DATABASE": str(path), "PERIOD_START": FIRST, "PERIOD_END": LAST}


def points_of(town: dict[str, str]) -> PointSet:
    period = Period.between(date.fromisoformat(FIRST), date.fromisoformat(LAST))
    return read_points(open_database(Path(town["DATABASE"])), IncidentFilter(period))


def layer_of(points: np.ndarray) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:3006", "points", "memory")
    features = []
    for x, y in points.tolist():
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_clusters_of_the_town_are_those_of_the_function_with_points_and_report(
    provider: None, town: dict[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    result = processing.run("est:clusters", town | {"OUTPUT": "memory:", "POINTS": "memory:", "REPORT": str(report)})
    points = points_of(town)
    expected = find_clusters(points, ClusterParameters(), SilentFeedback())
    rows = list(result["OUTPUT"].getFeatures())
    assert result["CLUSTERS"] == len(expected.clusters) == len(rows) > 2
    for row, cluster in zip(rows, expected.clusters, strict=True):
        assert (row["rank"], row["incidents"], row["places"]) == (cluster.rank, cluster.incidents, cluster.places)
        assert row["main_category"] == cluster.categories[0][0]
        assert row["stack_share"] == cluster.largest_stack / cluster.incidents
        assert row["one_point"] is cluster.is_one_point
        assert shapely.from_wkb(bytes(row.geometry().asWkb())).area == pytest.approx(cluster.area)
        assert date(2026, 7, 1) <= row["first_day"].toPyDate() <= row["last_day"].toPyDate() <= date(2026, 10, 31)
    labels = [(row["cluster"], row["core"]) for row in result["POINTS"].getFeatures()]
    assert len(labels) == len(points)
    in_first = sum(label == 1 for label, _ in labels)
    assert in_first == expected.clusters[0].incidents
    assert sum(is_core for _, is_core in labels) == np.count_nonzero(expected.partition.core)
    page = report.read_text(encoding="utf-8")
    assert html.escape(result["SENTENCE"]) in page
    assert points.checksum() in page
    assert "tests nothing" in page


def test_days_and_distances_are_heeded(provider: None, town: dict[str, str]) -> None:
    chosen = {"DISTANCE": 150, "MIN_INCIDENTS": 4, "DAYS": 5, "OUTPUT": "memory:"}
    result = processing.run("est:clusters", town | chosen)
    expected = find_clusters(points_of(town), ClusterParameters(150, 4, 5), SilentFeedback())
    assert [row["incidents"] for row in result["OUTPUT"].getFeatures()] == [
        cluster.incidents for cluster in expected.clusters
    ]
    assert result.get("POINTS") is None
    assert result.get("REPORT") is None
    at_any_time = find_clusters(points_of(town), ClusterParameters(150, 4), SilentFeedback())
    assert expected.inside < at_any_time.inside


def test_a_layer_gives_clusters_too_and_a_stack_is_marked(provider: None) -> None:
    stack = np.add(np.zeros((12, 2)), (500_000.0, 6_600_000.0))
    result = processing.run("est:clusters", {"INPUT": layer_of(stack), "OUTPUT": "memory:"})
    (row,) = result["OUTPUT"].getFeatures()
    assert (row["incidents"], row["places"], row["one_point"], row["stack_share"]) == (12, 1, True, 1.0)
    assert "one place: 12 of 12" in result["SENTENCE"]


def test_the_times_of_a_layer_part_clusters(provider: None) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=when:datetime", "points", "memory")
    features = []
    for number in range(30):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(500_000 + number, 6_600_000)))
        feature.setAttributes([f"2026-{3 + 6 * (number % 2):02}-05T12:00:00Z"])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    chosen = {"INPUT": layer, "TIME_FIELD": "when", "OUTPUT": "memory:"}
    assert processing.run("est:clusters", chosen)["CLUSTERS"] == 1
    result = processing.run("est:clusters", chosen | {"DAYS": 7})
    days = {row["first_day"].toPyDate() for row in result["OUTPUT"].getFeatures()}
    assert days == {date(2026, 3, 5), date(2026, 9, 5)}


def test_nothing_to_cluster_and_days_without_times_are_told(provider: None) -> None:
    with pytest.raises(QgsProcessingException, match="no incidents"):
        processing.run("est:clusters", {"INPUT": layer_of(np.zeros((0, 2))), "OUTPUT": "memory:"})
    few = layer_of(np.full((3, 2), 500_000.0))
    with pytest.raises(QgsProcessingException, match="nobody knows when"):
        processing.run("est:clusters", {"INPUT": few, "DAYS": 3, "OUTPUT": "memory:"})
    result = processing.run("est:clusters", {"INPUT": few, "OUTPUT": "memory:"})
    assert (result["CLUSTERS"], result["OUTPUT"].featureCount()) == (0, 0)


def test_the_firmness_of_the_towns_hotspots_is_that_of_the_function(
    provider: None, town: dict[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    chosen = {"CELL_SIZE": 75, "NEIGHBOURHOOD": 175, "GRID": 1, "REPORT": str(report)}
    result = processing.run("est:stability", town | chosen | {"OUTPUT": "memory:", "CELLS": "memory:"})
    search = HotspotParameters(cell_size=75, neighbourhood=175, grid=GridKind.SQUARE)
    expected = find_stability(points_of(town), search, SilentFeedback())
    rows = [(row["rank"], row["found_in"], row["firm"]) for row in result["OUTPUT"].getFeatures()]
    assert rows == [(firm.place.rank, firm.found_in, firm.is_firm) for firm in expected.places]
    assert result["FIRM"] == sum(firm for _, _, firm in rows) > 0
    assert [row["hot_in"] for row in result["CELLS"].getFeatures()] == expected.cells.hot_in.tolist()
    page = report.read_text(encoding="utf-8")
    assert html.escape(result["SENTENCE"]) in page
    assert page.count("<tr>") > 12 + len(rows)


def test_firmness_is_told_of_the_study_area(provider: None, town: dict[str, str]) -> None:
    points = points_of(town)
    middle = float(np.median(points.x))
    west = shapely.box(points.x.min(), points.y.min(), middle, points.y.max())
    area = QgsVectorLayer("Polygon?crs=EPSG:3006", "area", "memory")
    ground = QgsFeature()
    ground.setGeometry(QgsGeometry.fromWkt(west.wkt))
    area.dataProvider().addFeatures([ground])
    result = processing.run("est:stability", town | {"STUDY_AREA": area, "OUTPUT": "memory:"})
    expected = find_stability(points, HotspotParameters(), SilentFeedback(), study_area=west)
    whole = find_stability(points, HotspotParameters(), SilentFeedback())
    rows = [(row["incidents"], row["found_in"]) for row in result["OUTPUT"].getFeatures()]
    assert rows == [(firm.place.incidents, firm.found_in) for firm in expected.places]
    assert rows != [(firm.place.incidents, firm.found_in) for firm in whole.places]


def test_firmness_of_nothing_is_told(provider: None) -> None:
    with pytest.raises(QgsProcessingException, match="no incidents"):
        processing.run("est:stability", {"INPUT": layer_of(np.zeros((0, 2))), "OUTPUT": "memory:"})
