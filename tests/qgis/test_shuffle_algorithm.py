# SPDX-License-Identifier: GPL-2.0-or-later
"""est:shuffletest on the demo town and on any layer: numbers as the function gives them, and a report on demand."""

from __future__ import annotations

import html
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
)

from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.shuffle_result import ShuffleParameters
from est_plugin.analysis.shuffle_test import shuffle_test
from est_plugin.db.file_database import open_database
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST, LAST = "2026-10-01", "2026-10-31"


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return path


def test_a_month_of_the_town_gives_the_numbers_of_the_function_and_a_report(
    provider: None, town: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    result = processing.run(
        "est:shuffletest",
        {"DATABASE": str(town), "PERIOD_START": FIRST, "PERIOD_END": LAST, "SEED": 7, "REPORT": str(report)},
    )
    points = read_points(
        open_database(town), IncidentFilter(Period.between(date.fromisoformat(FIRST), date.fromisoformat(LAST)))
    )
    expected = shuffle_test(points, ShuffleParameters(HotspotParameters(), seed=7), SilentFeedback())
    assert result["SHARE"] == expected.exact.interval.share
    assert (result["SHARE_LOW"], result["SHARE_HIGH"]) == (expected.exact.interval.low, expected.exact.interval.high)
    assert result["SHARE_CLASSIC"] == expected.classic.interval.share
    assert (result["FALSE_CELLS"], result["FALSE_CELLS_CLASSIC"]) == (expected.exact.mean, expected.classic.mean)
    page = report.read_text(encoding="utf-8")
    assert result["REPORT"] == str(report)
    # Once: the caption of the chart says something of its own.
    assert page.count(html.escape(result["SENTENCE"])) == 1
    assert points.checksum() in page
    for sentence in (expected.verdict, *expected.cautions):
        assert html.escape(Language("en").say(sentence)) in page
    assert "data:image/svg+xml;base64," in page


def test_ours_finds_too_much_in_no_more_maps_of_the_town_than_promised(provider: None, town: Path) -> None:
    result = processing.run(
        "est:shuffletest", {"DATABASE": str(town), "PERIOD_START": FIRST, "PERIOD_END": LAST, "MAPS": 1000}
    )
    assert result["SHARE_LOW"] <= 0.05
    assert result["SHARE"] < result["SHARE_CLASSIC"]


def layer_of(points: list[tuple[float, float]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:3006", "points", "memory")
    features = []
    for x, y in points:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_any_point_layer_will_do_and_settings_are_heeded(provider: None) -> None:
    chance = np.random.default_rng(5)
    layer = layer_of((chance.uniform(0, 4000, (500, 2)) + np.array([500_000, 6_600_000])).tolist())
    chosen = {"INPUT": layer, "MAPS": 100, "CELL_SIZE": 200, "NEIGHBOURHOOD": 400, "GRID": 1}
    result = processing.run("est:shuffletest", chosen)
    points = PointSet(
        *np.array([feature.geometry().asPoint() for feature in layer.getFeatures()]).T, np.zeros(500, np.int32), ("",)
    )
    search = HotspotParameters(cell_size=200, neighbourhood=400, grid=GridKind.SQUARE)
    expected = shuffle_test(points, ShuffleParameters(search, maps=100), SilentFeedback())
    assert result["SHARE_CLASSIC"] == expected.classic.interval.share
    assert result["FALSE_CELLS_CLASSIC"] == expected.classic.mean
    assert result.get("REPORT") is None


def test_the_study_area_can_be_given(provider: None) -> None:
    chance = np.random.default_rng(5)
    places = chance.uniform(0, 3000, (400, 2))
    layer = layer_of((places + np.array([500_000, 6_600_000])).tolist())
    area = QgsVectorLayer("Polygon?crs=EPSG:3006", "area", "memory")
    ground = QgsFeature()
    ground.setGeometry(QgsGeometry.fromRect(QgsRectangle(500_000, 6_600_000, 501_500, 6_603_000)))
    area.dataProvider().addFeatures([ground])
    result = processing.run("est:shuffletest", {"INPUT": layer, "MAPS": 100, "STUDY_AREA": area})
    points = PointSet(places[:, 0] + 500_000, places[:, 1] + 6_600_000, np.zeros(400, np.int32), ("",))
    parameters = ShuffleParameters(HotspotParameters(), maps=100)
    polygon = shapely.box(500_000, 6_600_000, 501_500, 6_603_000)
    expected = shuffle_test(points, parameters, SilentFeedback(), study_area=polygon)
    assert result["FALSE_CELLS_CLASSIC"] == expected.classic.mean
    assert expected.incidents < 250


def test_a_layer_without_points_and_a_report_that_cannot_be_written_are_told(provider: None, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="nothing to search"):
        processing.run("est:shuffletest", {"INPUT": layer_of([])})
    with pytest.raises(QgsProcessingException, match="could not be saved"):
        processing.run(
            "est:shuffletest",
            {"INPUT": layer_of([(500_000 + k, 6_600_000) for k in range(9)]), "MAPS": 100, "REPORT": str(tmp_path)},
        )
