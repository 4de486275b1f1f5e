# SPDX-License-Identifier: GPL-2.0-or-later
"""est:change on the demo town and on any layer: two periods, many, areas and cells; a report on demand."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.emerging import History, classify
from est_plugin.analysis.hotspot_periods import evaluate
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.period_series import periods_until
from est_plugin.analysis.rate_change import compare_rates
from est_plugin.analysis.rate_trends import Direction
from est_plugin.db.file_database import open_database
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.change_output import ColouredByKind
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OCTOBER = Period.between(date(2026, 10, 1), date(2026, 10, 31))
PREVIOUS, LAST_YEAR, OWN_DAYS = range(3)


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


def run(source: dict[str, Any], **parameters: object) -> dict[str, Any]:
    return processing.run(
        "est:change",
        {
            "PERIOD_START": "2026-10-01",
            "PERIOD_END": "2026-10-31",
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
            **source,
            **parameters,
        },
    )


def points_of(town: Path, period: Period) -> Any:
    return read_points(open_database(town), IncidentFilter(period))


@pytest.fixture
def layer(qgis_app: object, qgis_new_project: None) -> QgsVectorLayer:
    """Ten incidents in the west in September and forty in October; in the east twelve each."""
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=t:string", "reports", "memory")
    rows = [(500_000, 9, 10), (500_000, 10, 40), (501_000, 9, 12), (501_000, 10, 12)]
    for x, month, number in rows:
        for index in range(number):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({x + index} 6600000)"))
            feature["t"] = f"2026-{month:02d}-{1 + index % 30:02d}T12:00"
            layer.dataProvider().addFeature(feature)
    ends = QgsFeature(layer.fields())
    ends.setGeometry(QgsGeometry.fromWkt("POINT (509000 6600000)"))
    for day in ("2026-08-31T12:00", "2026-11-01T12:00"):
        ends["t"] = day
        layer.dataProvider().addFeature(ends)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def areas(qgis_new_project: None) -> QgsVectorLayer:
    areas = QgsVectorLayer("Polygon?crs=EPSG:3006&field=label:string", "areas", "memory")
    for name, west in (("West", 499_900), ("East", 500_900), ("Lake", 503_000)):
        feature = QgsFeature(areas.fields())
        ring = f"{west} 6599900, {west + 500} 6599900, {west + 500} 6600100, {west} 6600100, {west} 6599900"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON (({ring}))"))
        feature["label"] = name
        areas.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(areas)
    return areas


def test_two_months_of_the_town_are_compared_as_the_function_does(provider: None, town: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    for chosen, before in ((PREVIOUS, OCTOBER.previous()), (LAST_YEAR, OCTOBER.same_last_year())):
        result = run({"DATABASE": str(town)}, COMPARISON=chosen, REPORT=str(report))
        (row,) = result["OUTPUT"].getFeatures()
        counts = [np.array([len(points_of(town, period))]) for period in (OCTOBER, before)]
        expected = compare_rates(*counts, 31, before.days)
        assert (row["n"], row["n_before"]) == (counts[0][0], counts[1][0])
        assert (row["days"], row["days_before"]) == (31, before.days)
        assert (row["ratio"], row["low"], row["high"]) == pytest.approx(
            (float(expected.ratio[0]), float(expected.low[0]), float(expected.high[0]))
        )
        assert row["kind"] == expected.verdicts[0].value
        assert not row.hasGeometry()
        text = report.read_text(encoding="utf-8")
        assert f"compared with {before.start} – {before.last_day}" in text
        assert "data:image/svg+xml" in text
        assert result["SENTENCE"] in text


def test_days_of_ones_own_are_compared_with(provider: None, town: Path) -> None:
    days = {"BEFORE_START": "2026-06-01", "BEFORE_END": "2026-08-31"}
    (row,) = run({"DATABASE": str(town)}, COMPARISON=OWN_DAYS, **days)["OUTPUT"].getFeatures()
    assert row["days_before"] == 92
    assert row["n_before"] == len(points_of(town, Period.between(date(2026, 6, 1), date(2026, 8, 31))))
    assert row["rate_before"] == pytest.approx(row["n_before"] * 30 / 92)
    with pytest.raises(QgsProcessingException, match="A first or a last day is missing"):
        run({"DATABASE": str(town)}, COMPARISON=OWN_DAYS, BEFORE_START="2026-06-01")


def test_areas_of_a_layer_are_told_apart_and_corrected_for(
    provider: None, layer: QgsVectorLayer, areas: QgsVectorLayer
) -> None:
    source = {"INPUT": layer.id(), "TIME_FIELD": "t", "AREAS": areas.id(), "AREA_NAME": "label"}
    result = run(source, COMPARISON=PREVIOUS)
    rows = {row["name"]: row for row in result["OUTPUT"].getFeatures()}
    assert [(name, row["n"], row["n_before"]) for name, row in rows.items()] == [
        ("West", 40, 10),
        ("East", 12, 12),
        ("Lake", 0, 0),
    ]
    assert [row["kind"] for row in rows.values()] == [Verdict.MORE, Verdict.UNCHANGED, Verdict.UNCHANGED]
    assert rows["West"]["q"] == pytest.approx(3 * rows["West"]["p"])
    assert rows["Lake"]["ratio"] == rows["Lake"]["high"] == NULL
    assert result["TESTS"] == 3
    assert rows["West"].geometry().area() == pytest.approx(100_000)


def test_cells_of_a_layer_hold_each_incident_once(provider: None, layer: QgsVectorLayer) -> None:
    source = {"INPUT": layer.id(), "TIME_FIELD": "t", "BY_CELLS": True, "CELL_SIZE": 100.0, "GRID": 1}
    rows = list(run(source, COMPARISON=PREVIOUS)["OUTPUT"].getFeatures())
    assert sum(row["n"] for row in rows) == 52
    assert sum(row["n_before"] for row in rows) == 22
    assert all(row.geometry().area() == pytest.approx(10_000) for row in rows)


def test_a_layer_that_ends_within_the_period_is_not_compared(provider: None, layer: QgsVectorLayer) -> None:
    days = {"PERIOD_START": "2026-11-01", "PERIOD_END": "2026-11-30"}
    result = run({"INPUT": layer.id(), "TIME_FIELD": "t"}, COMPARISON=PREVIOUS, **days)
    (row,) = result["OUTPUT"].getFeatures()
    assert (row["n"], row["n_before"], row["kind"]) == (1, 52, Verdict.INCOMPARABLE)
    assert result["SENTENCE"].startswith("Cannot be compared")


def test_cells_get_the_categories_of_their_periods(provider: None, town: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    result = run({"DATABASE": str(town)}, PERIODS=12, BY_CELLS=True, REPORT=str(report))
    points = [points_of(town, period) for period in periods_until(OCTOBER, 12)]
    cube = evaluate(points, HotspotParameters(), SilentFeedback())
    expected = classify(cube.z, cube.hot)
    rows = list(result["OUTPUT"].getFeatures())
    assert [row["kind"] for row in rows] == [history.value for history in expected]
    assert [row["hot_periods"] for row in rows] == cube.hot.sum(axis=0).tolist()
    assert set(expected) - {History.NONE}
    assert result["TESTS"] == cube.tests
    assert "What the words mean" in report.read_text(encoding="utf-8")


def test_the_town_as_a_whole_has_a_trend_or_none_and_partial_months_are_left_out(provider: None, town: Path) -> None:
    """The town has reports of fourteen months; of twenty the first six are not there."""
    days = {"PERIOD_START": "2026-11-01", "PERIOD_END": "2026-11-30"}
    for given, whole in (({}, 13), (days, 12)):
        (row,) = run({"DATABASE": str(town)}, PERIODS=13 if given else 20, **given)["OUTPUT"].getFeatures()
        assert row["periods"] == whole
        assert row["kind"] in set(Direction)


@pytest.mark.parametrize("cells", [True, False])
def test_fewer_than_five_whole_periods_are_refused(provider: None, town: Path, *, cells: bool) -> None:
    with pytest.raises(QgsProcessingException, match="even a series that only rises may be chance"):
        run({"DATABASE": str(town)}, PERIODS=4, BY_CELLS=cells)


def test_what_is_missing_or_contradicts_is_told(
    provider: None, town: Path, layer: QgsVectorLayer, areas: QgsVectorLayer
) -> None:
    with pytest.raises(QgsProcessingException, match="No field says when"):
        run({"INPUT": layer.id()}, COMPARISON=PREVIOUS)
    with pytest.raises(QgsProcessingException, match="A first or a last day is missing"):
        processing.run("est:change", {"DATABASE": str(town), "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT})
    with pytest.raises(QgsProcessingException, match="Both areas and cells"):
        run({"DATABASE": str(town)}, AREAS=areas.id(), AREA_NAME="label", BY_CELLS=True)
    with pytest.raises(QgsProcessingException, match="None of them has a name"):
        run({"DATABASE": str(town)}, AREAS=areas.id(), COMPARISON=PREVIOUS)


def test_the_layer_that_is_loaded_is_coloured_also_without_the_dialog(
    provider: None, layer: QgsVectorLayer, areas: QgsVectorLayer
) -> None:
    days = {"PERIOD_START": "2026-10-01", "PERIOD_END": "2026-10-31", "COMPARISON": PREVIOUS}
    source = {"INPUT": layer.id(), "TIME_FIELD": "t", "AREAS": areas.id(), "AREA_NAME": "label"}
    outputs = {"OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
    result = processing.runAndLoadResults("est:change", source | days | outputs)
    gc.collect()
    loaded = QgsProject.instance().mapLayer(result["OUTPUT"])
    values = [category.value() for category in loaded.renderer().categories()]
    assert values == [kind.value for kind in (Verdict.MORE, Verdict.UNCHANGED)]


def test_the_layer_is_coloured_by_kind(areas: QgsVectorLayer) -> None:
    ColouredByKind([History.NONE, History.NEW, History.NEW]).postProcessLayer(areas, QgsProcessingContext(), None)
    renderer = areas.renderer()
    assert renderer.classAttribute() == "kind"
    assert [category.value() for category in renderer.categories()] == ["new", "none"]
    assert len({category.symbol().color().name() for category in renderer.categories()}) == 2
