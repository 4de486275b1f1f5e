# SPDX-License-Identifier: GPL-2.0-or-later
"""est:accuracy on the demo town and on any layer with times: the same numbers, a table, and a report on demand."""

from __future__ import annotations

import html
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

from est_plugin.analysis.accuracy import AREAS, HeldOut, measure_accuracy
from est_plugin.analysis.accuracy_result import AccuracyParameters
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.ranked_maps import RankedMap
from est_plugin.db.file_database import open_database
from est_plugin.db.incidents import read_points
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.analysis.accuracy_result import AccuracyResult
    from est_plugin.analysis.points import PointSet

SEPTEMBER = {"PERIOD_START": "2026-09-01", "PERIOD_END": "2026-09-30"}
MONTH = Period.containing(PeriodKind.MONTH, date(2026, 9, 1))


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


@pytest.fixture(scope="module")
def points(town: Path) -> PointSet:
    return read_points(open_database(town), IncidentFilter())


def expected(points: PointSet, test: Period) -> AccuracyResult:
    held_out = HeldOut.cut(points, MONTH, test, LOCAL_ZONE)
    return measure_accuracy(held_out, AccuracyParameters(HotspotParameters()), SilentFeedback())


def test_the_town_gives_the_numbers_of_the_function_a_table_and_a_report(
    provider: None, town: Path, points: PointSet, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    result = processing.run(
        "est:accuracy", {"DATABASE": str(town), **SEPTEMBER, "OUTPUT": "memory:", "REPORT": str(report)}
    )
    whole = expected(points, MONTH.following())
    assert result["TESTED"] == whole.tested
    assert result["HIT_RATE"] == whole.at_headline(RankedMap.HOTSPOTS).hit_rate.share
    assert result["HIT_RATE_COUNTS"] == whole.at_headline(RankedMap.COUNTS).hit_rate.share
    assert result["HIT_RATE_DENSITY"] == whole.at_headline(RankedMap.DENSITY).hit_rate.share
    rows = list(result["OUTPUT"].getFeatures())
    assert [row["map"] for row in rows] == [kind.value for kind in RankedMap for _ in AREAS] + ["places"]
    for row, hits in zip(rows, [hits for one in whole.maps for hits in one.at], strict=False):
        assert (row["area_share"], row["hits"], row["pai"], row["pei"]) == (hits.area, hits.hits, hits.pai, hits.pei)
    page = report.read_text(encoding="utf-8")
    # Once: the caption of the chart says something of its own.
    assert page.count(html.escape(result["SENTENCE"])) == 1
    assert "data:image/svg+xml;base64," in page


def test_the_days_to_test_on_can_be_chosen(provider: None, town: Path, points: PointSet) -> None:
    result = processing.run("est:accuracy", {"DATABASE": str(town), **SEPTEMBER, "TEST_DAYS": 10, "OUTPUT": "memory:"})
    ten_days = Period(PeriodKind.FREE, date(2026, 10, 1), date(2026, 10, 11))
    assert result["TESTED"] == expected(points, ten_days).tested
    assert result.get("REPORT") is None


def test_a_layer_with_times_gives_what_the_database_does(provider: None, town: Path, points: PointSet) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=moment:string", "points", "memory")
    features = []
    for x, y, time in zip(points.x.tolist(), points.y.tolist(), points.time.tolist(), strict=True):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        feature.setAttributes([datetime.fromtimestamp(time, UTC).isoformat()])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    chosen = {**SEPTEMBER, "OUTPUT": "memory:"}
    of_layer = processing.run("est:accuracy", {"INPUT": layer, "TIME_FIELD": "moment", **chosen})
    of_database = processing.run("est:accuracy", {"DATABASE": str(town), **chosen})
    for name in ("TESTED", "HIT_RATE", "HIT_RATE_COUNTS", "HIT_RATE_DENSITY", "SENTENCE"):
        assert of_layer[name] == of_database[name]
    with pytest.raises(QgsProcessingException, match="No field says when"):
        processing.run("est:accuracy", {"INPUT": layer, **chosen})


def test_a_period_that_is_missing_or_has_no_incidents_is_told(provider: None, town: Path) -> None:
    with pytest.raises(QgsProcessingException, match="which period"):
        processing.run("est:accuracy", {"DATABASE": str(town), "OUTPUT": "memory:"})
    newest = {"PERIOD_START": "2026-10-01", "PERIOD_END": "2026-10-31"}
    with pytest.raises(QgsProcessingException, match="with 2026-09-01 – 2026-09-30 the days now given are tested"):
        processing.run("est:accuracy", {"DATABASE": str(town), **newest, "OUTPUT": "memory:"})
    empty = {"PERIOD_START": "2010-01-01", "PERIOD_END": "2010-01-31"}
    with pytest.raises(QgsProcessingException, match="cannot be tested"):
        processing.run("est:accuracy", {"DATABASE": str(town), **empty, "OUTPUT": "memory:"})
