# SPDX-License-Identifier: GPL-2.0-or-later
"""est:heatmap on layers and databases: unit, study area, weights, comparisons, style and report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsBilinearRasterResampler,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)

from est_plugin.db.geometry_blob import point_blob
from est_plugin.processing.heatmap import HeatmapAlgorithm

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database

X0, Y0 = 500_000.0, 6_600_000.0
PIXEL = {"BANDWIDTH": 100, "CELL_SIZE": 10}
JANUARY = {"PERIOD_START": "2026-01-01", "PERIOD_END": "2026-01-31"}
CHANCE = np.random.default_rng(7)


def layer_of(kind: str, features: list[tuple[str, list[Any]]], fields: str = "", crs: str = "EPSG:3006") -> str:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{fields}", kind, "memory")
    made = []
    for wkt, values in features:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        made.append(feature)
    assert layer.dataProvider().addFeatures(made)[0]
    QgsProject.instance().addMapLayer(layer, False)
    return layer.id()


def point(x: float, y: float) -> str:
    return f"Point ({X0 + x} {Y0 + y})"


def box(west: float, south: float, east: float, north: float) -> str:
    return (
        QgsGeometry.fromWkt(f"LineString ({X0 + west} {Y0 + south}, {X0 + east} {Y0 + north})")
        .boundingBox()
        .asWktPolygon()
    )


@pytest.fixture
def reports(qgis_new_project: None) -> str:
    """Thirty incidents in January 2026, ten a year before, in December nothing."""
    rows = [(point(*CHANCE.normal(500, 60, 2)), ["2026-01-10", 2.0]) for _ in range(30)]
    rows += [(point(*CHANCE.normal(900, 60, 2)), ["2025-01-10", 1.0]) for _ in range(10)]
    return layer_of("Point", rows, "field=t:string&field=w:double")


class Asked:
    """One run of the algorithm."""

    def __init__(self, tmp_path: Path, **parameters: Any) -> None:
        self.output = tmp_path / "out.tif"
        context, self.feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        given = PIXEL | {"OUTPUT": str(self.output)} | parameters
        self.result = HeatmapAlgorithm().create().run(given, context, self.feedback, {}, False)[0]
        raster = gdal.Open(str(self.output))
        self.band = raster.GetRasterBand(1)
        self.values = raster.ReadAsArray().astype(float)
        self.total = float(np.nansum(self.values)) * 10 * 10 / 1e6
        self._raster = raster

    def at(self, x: float, y: float) -> float:
        west, _, _, north, _, _ = self._raster.GetGeoTransform()
        return float(self.values[int((north - Y0 - y) // 10), int((X0 + x - west) // 10)])


def test_a_layer_gives_events_per_square_kilometre(reports: str, tmp_path: Path) -> None:
    asked = Asked(tmp_path, INPUT=reports)
    assert asked.total == pytest.approx(40, rel=1e-6)
    assert asked.band.GetUnitType() == "events/km2"
    assert asked.band.GetNoDataValue() is None


def test_days_choose_the_incidents_and_make_a_rate(reports: str, tmp_path: Path) -> None:
    asked = Asked(tmp_path, INPUT=reports, TIME_FIELD="t", **JANUARY, RATE=True)
    assert asked.total == pytest.approx(30 * 30 / 31, rel=1e-6)
    assert asked.band.GetUnitType() == "events/km2/30 d"


def test_a_rate_without_days_is_refused(reports: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="number of days"):
        Asked(tmp_path, INPUT=reports, RATE=True)


def test_weights_count(reports: str, tmp_path: Path) -> None:
    assert Asked(tmp_path, INPUT=reports, WEIGHT_FIELD="w").total == pytest.approx(70, rel=1e-6)


def test_outside_the_study_area_nothing_is_said(reports: str, tmp_path: Path) -> None:
    area = layer_of("Polygon", [(box(300, 300, 500, 700), []), (box(600, 300, 700, 700), [])])
    asked = Asked(tmp_path, INPUT=reports, STUDY_AREA=area)
    assert asked.values.shape == (40, 40)
    assert np.isnan(asked.band.GetNoDataValue())
    assert asked.at(490, 500) > 0
    assert np.isnan(asked.at(550, 500))
    half = layer_of("Polygon", [(box(300, 300, 500, 700), [])])
    assert Asked(tmp_path, INPUT=reports, STUDY_AREA=half).values.shape == (40, 20)


def test_a_study_area_in_other_coordinates_is_brought_over(reports: str, tmp_path: Path) -> None:
    wide = layer_of(
        "Polygon", [("Polygon ((14.9 59.4, 15.1 59.4, 15.1 59.6, 14.9 59.6, 14.9 59.4))", [])], crs="EPSG:4326"
    )
    asked = Asked(tmp_path, INPUT=reports, STUDY_AREA=wide)
    assert np.isnan(asked.values).any()
    assert asked.total == pytest.approx(40, rel=1e-4)


def test_an_area_without_any_incident_is_refused(reports: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="None of the incidents lies in the study area"):
        Asked(tmp_path, INPUT=reports, STUDY_AREA=layer_of("Polygon", [(box(5000, 0, 6000, 900), [])]))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"BEFORE": 0}, 0.0),
        ({"BEFORE": 1}, 10.0),
        ({"BEFORE_START": "2025-01-01", "BEFORE_END": "2025-12-31"}, 10.0 * 31 / 365),
    ],
)
def test_the_difference_to_the_other_period_is_one_of_rates(
    reports: str, tmp_path: Path, before: dict[str, Any], expected: float
) -> None:
    asked = Asked(tmp_path, INPUT=reports, TIME_FIELD="t", **JANUARY, COMPARE=1, **before)
    assert asked.total == pytest.approx((30 - expected) * 30 / 31, rel=1e-5)
    assert asked.at(500, 500) > 0
    assert expected == 0 or asked.at(900, 900) < 0


def test_the_ratio_is_shrunk_and_says_nothing_where_there_are_few(reports: str, tmp_path: Path) -> None:
    asked = Asked(tmp_path, INPUT=reports, TIME_FIELD="t", **JANUARY, COMPARE=2, BEFORE=1)
    assert asked.band.GetUnitType() == "times"
    assert asked.at(500, 500) > 3
    assert np.isnan(asked.values).any()
    assert np.nanmax(asked.values) < 32


def test_two_periods_of_a_layer_without_times_are_not_compared(reports: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="No field says when"):
        Asked(tmp_path, INPUT=reports, **JANUARY, COMPARE=1)
    with pytest.raises(QgsProcessingException, match="first and the last day"):
        Asked(tmp_path, INPUT=reports, TIME_FIELD="t", COMPARE=1)


@pytest.mark.parametrize("compare", [0, 1, 2])
def test_the_file_opens_in_its_colours_and_with_its_unit(reports: str, tmp_path: Path, compare: int) -> None:
    asked = Asked(tmp_path, INPUT=reports, TIME_FIELD="t", **JANUARY, COMPARE=compare, BEFORE=1)
    layer = QgsRasterLayer(str(asked.output), "opened")
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    labels = " ".join(item.label for item in items)
    assert {0: "events per km²", 1: "more", 2: "times as many"}[compare] in labels
    assert isinstance(layer.resampleFilter().zoomedInResampler(), QgsBilinearRasterResampler)


@pytest.mark.parametrize("run", ["first", "second"])
def test_the_layer_that_is_loaded_names_the_unit_and_has_the_colours(reports: str, tmp_path: Path, run: str) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output = str(tmp_path / f"{run}.tif")
    details = QgsProcessingContext.LayerDetails(
        "Heatmap", QgsProject.instance(), "OUTPUT", QgsProcessingUtils.LayerHint.Raster
    )
    context.setLayersToLoadOnCompletion({output: details})
    given = PIXEL | {"INPUT": reports, "OUTPUT": output}
    HeatmapAlgorithm().create().run(given, context, QgsProcessingFeedback(False), {}, False)
    details = context.layerToLoadOnCompletionDetails(output)
    assert details.name == "Heatmap (events per km²)"
    # As the toolbox loads it: without the style beside the file.
    layer = QgsRasterLayer(output, details.name, "gdal", QgsRasterLayer.LayerOptions(loadDefaultStyle=False))
    assert not isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)


def test_the_report_says_what_the_map_shows_and_how_it_came_about(reports: str, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    area = layer_of("Polygon", [(box(300, 300, 1000, 1000), [])])
    Asked(tmp_path, INPUT=reports, TIME_FIELD="t", **JANUARY, COMPARE=1, BEFORE=1, STUDY_AREA=area, REPORT=str(report))
    text = report.read_text(encoding="utf-8")
    for words in ("largest increase", "more than chance", "Near the border", "Quartic", "events per km² and 30 days"):
        assert words in text


def test_a_report_is_given_only_if_asked_for_and_told_if_it_cannot_be_written(reports: str, tmp_path: Path) -> None:
    assert Asked(tmp_path, INPUT=reports).result["REPORT"] is None
    report = str(tmp_path / "report.html")
    assert Asked(tmp_path, INPUT=reports, REPORT=report).result["REPORT"] == report
    with pytest.raises(QgsProcessingException, match="could not be saved"):
        Asked(tmp_path, INPUT=reports, REPORT=str(tmp_path))


def test_a_database_gives_the_same_from_a_file_and_a_server(
    either_database: Database, request: pytest.FixtureRequest, reports: str, tmp_path: Path
) -> None:
    rows = [(point(*CHANCE.normal(500, 60, 2)), day) for day in ("2026-01-10", "2025-01-10") for _ in range(20)]
    with either_database.writing() as connection:
        for number, (wkt, day) in enumerate(rows):
            place = QgsGeometry.fromWkt(wkt).asPoint()
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (?, 'x', ?, 'klotter', 'polis', ?, ?)",
                (
                    f"00000000-0000-4000-8000-{number:012}",
                    str(number),
                    f"{day}T12:00:00.000Z",
                    point_blob(place.x(), place.y(), 3006),
                ),
            )
    if either_database.PROVIDER == "ogr":
        given = {"DATABASE": str(either_database)}
    else:
        given = {"CONNECTION": request.getfixturevalue("editors_connection")}
    found = Asked(tmp_path, **given, **JANUARY, COMPARE=1, BEFORE=1)
    layer = layer_of("Point", [(wkt, [day]) for wkt, day in rows], "field=t:string")
    expected = Asked(tmp_path, INPUT=layer, TIME_FIELD="t", **JANUARY, COMPARE=1, BEFORE=1)
    np.testing.assert_allclose(found.values, expected.values, rtol=1e-5, atol=1e-6 * np.abs(expected.values).max())
