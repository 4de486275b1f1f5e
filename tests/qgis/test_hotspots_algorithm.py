# SPDX-License-Identifier: GPL-2.0-or-later
"""est:hotspots: a study area in any CRS, stacks as a layer, several periods in one answer, a page that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from est_plugin.db.geometry_blob import point_blob
from est_plugin.processing.hotspots import HotspotsAlgorithm

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.file_database import FileDatabase

X0, Y0 = 500_000.0, 6_570_000.0


def layer_of(kind: str, crs: str, geometries: list[QgsGeometry]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "layer", "memory")
    features = []
    for geometry in geometries:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def places(seed: int = 1, cluster: int = 60, stack: int = 0) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return np.concatenate(
        [
            chance.uniform(0, 4000, (250, 2)),
            chance.normal((2000, 2000), 60, (cluster, 2)),
            np.tile([3000.5, 3000.5], (stack, 1)),
        ]
    ) + np.array([X0, Y0])


@pytest.fixture
def points(qgis_new_project: None) -> QgsVectorLayer:
    return layer_of("Point", "EPSG:3006", [QgsGeometry.fromWkt(shapely.Point(xy).wkt) for xy in places(stack=50)])


def area(x: float, y: float, side: float, crs: str = "EPSG:3006") -> QgsVectorLayer:
    """A square in two polygons that overlap."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    halves = (shapely.box(x, y, x + 0.6 * side, y + side), shapely.box(x + 0.4 * side, y, x + side, y + side))
    shapes = [QgsGeometry.fromWkt(shapely.segmentize(half, 100).wkt) for half in halves]
    for shape in shapes:
        shape.transform(transform)
    return layer_of("Polygon", crs, shapes)


def run(**parameters: Any) -> dict[str, Any]:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    result = (
        HotspotsAlgorithm()
        .create()
        .run({"OUTPUT": "memory:", **parameters}, context, QgsProcessingFeedback(False), {}, False)[0]
    )
    return result | {
        name: context.takeResultLayer(result[name]) for name in ("OUTPUT", "STACKS") if result.get(name) is not None
    }


@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:4326"])
def test_a_study_area_chooses_the_cells_and_the_page_says_so(points: QgsVectorLayer, tmp_path: Path, crs: str) -> None:
    report = tmp_path / "hotspots.html"
    found = run(INPUT=points, STUDY_AREA=area(X0 + 500, Y0 + 500, 3000, crs), REPORT=str(report))
    assert found["HOTSPOTS"] == 1
    page = report.read_text(encoding="utf-8")
    assert "the cells with their centre in the chosen study area" in page
    assert "Checksum of the study area" in page
    assert "Here are more incidents than chance leads one to expect. Number of hotspots: 1." in page
    assert "3000.5" in page or f"{X0 + 3000.5:.1f}" in page
    assert found["REPORT"] == str(report)


def test_the_study_area_can_be_the_features_that_are_selected(points: QgsVectorLayer) -> None:
    with_hotspot, elsewhere = (shapely.box(X0 + x, Y0, X0 + x + 1500, Y0 + 4000) for x in (1250, 2750))
    layer = layer_of("Polygon", "EPSG:3006", [QgsGeometry.fromWkt(shape.wkt) for shape in (with_hotspot, elsewhere)])
    for number, found in ((1, 1), (2, 0)):
        layer.selectByIds([number])
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
        assert run(INPUT=points, STUDY_AREA=chosen)["HOTSPOTS"] == found


def test_an_area_without_incidents_or_polygons_is_refused(points: QgsVectorLayer) -> None:
    with pytest.raises(QgsProcessingException, match="None of the 310 incidents lies in the study area"):
        run(INPUT=points, STUDY_AREA=area(X0 + 50_000, Y0, 3000))
    with pytest.raises(QgsProcessingException, match="no surface"):
        run(INPUT=points, STUDY_AREA=layer_of("Polygon", "EPSG:3006", []))


def test_stacks_become_a_layer_and_a_place_says_when_one_point_dominates_it(points: QgsVectorLayer) -> None:
    found = run(INPUT=points, STACKS="memory:")
    (stack,) = found["STACKS"].getFeatures()
    assert (stack["count"], round(stack["share"], 3)) == (50, round(50 / 360, 3))
    assert stack.geometry().asPoint().x() == X0 + 3000.5
    (place,) = found["OUTPUT"].getFeatures()
    assert (place["dominated"], place["on_one_point"]) == (False, 0)
    assert "STACKS" not in {name for name, value in run(INPUT=points).items() if value is not None}


def test_the_classic_score_says_that_it_finds_hotspots_in_chance(points: QgsVectorLayer, tmp_path: Path) -> None:
    report = tmp_path / "classic.html"
    run(INPUT=points, SIGNIFICANCE=1, REPORT=str(report))
    assert "This score finds hotspots in shuffled incidents too" in report.read_text(encoding="utf-8")


def test_the_careful_correction_is_told(points: QgsVectorLayer, tmp_path: Path) -> None:
    report = tmp_path / "careful.html"
    run(INPUT=points, CORRECTION=1, REPORT=str(report))
    assert "Benjamini-Yekutieli" in report.read_text(encoding="utf-8")


def test_several_periods_need_a_database(points: QgsVectorLayer) -> None:
    with pytest.raises(QgsProcessingException, match="not from a database"):
        run(INPUT=points, PERIODS=3)


def test_several_periods_are_corrected_together(file_database: FileDatabase, tmp_path: Path) -> None:
    with file_database.writing() as connection:
        for month in (1, 2, 3):
            for number, (x, y) in enumerate(places(month).tolist()):
                connection.execute(
                    "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
                    " VALUES (:ref, 'test', :ref, 'klotter', :at, :geom)",
                    {
                        "ref": f"{month}-{number}",
                        "at": f"2026-0{month}-10T12:00:00.000Z",
                        "geom": point_blob(x, y, 3006),
                    },
                )
    report = tmp_path / "periods.html"
    march = {"DATABASE": str(file_database), "PERIOD_START": "2026-03-01", "PERIOD_END": "2026-03-31"}
    for store in (False, True):
        assert run(**march, PERIODS=3, STORE=store, REPORT=str(report))["HOTSPOTS"] == 1
        assert "over the cells of all 3 periods together" in report.read_text(encoding="utf-8")
    alone = run(**march, STORE=False, REPORT=str(report))
    assert alone["HOTSPOTS"] == 1
    assert "periods together" not in report.read_text(encoding="utf-8")
