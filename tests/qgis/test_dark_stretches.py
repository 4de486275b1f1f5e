# SPDX-License-Identifier: GPL-2.0-or-later
"""est:darkstretches on drawn lines, on real street lamps, and on the walks of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from est_plugin.analysis.dark_stretches import LampState
from est_plugin.db.walks import NewWalk, store_walk
from est_plugin.layers.lamp_layer import TOWN_LAMPS, LampMapping, proposed_mapping, read_lamps
from est_plugin.layers.layer_snapshot import LayerSnapshot
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database

X, Y = 500_000, 6_600_000
LAMPS = [
    ("POINT (500000 6600015)", "ok", "1"),
    ("POINT (500300 6600015)", "ok", "2"),
    ("POINT (500150 6600015)", "broken", "3"),
    ("POINT (500150 6600300)", None, None),
    ("POINT (500150 6599700)", "ok", "5"),
]
ROUTE = "LINESTRING (500000 6600000, 500300 6600000)"


@pytest.fixture(scope="module")
def provider(qgis_app: object, qgis_processing: object) -> Iterator[None]:
    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


def lines(*shapes: str, crs: str = "EPSG:3006") -> QgsVectorLayer:
    return layer_of([(shape,) for shape in shapes], f"LineString?crs={crs}")


def lamps(rows=LAMPS, crs: str = "EPSG:3006") -> QgsVectorLayer:
    return layer_of(rows, f"Point?crs={crs}&field=status:string&field=pole:string")


def layer_of(rows, source: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(source, "rows", "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        feature.setAttributes(values)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


MAPPED = {"STATUS_FIELD": "status", "WORKING_VALUES": "ok", "BROKEN_VALUES": "broken", "POLE_FIELD": "pole"}


def run(route: QgsVectorLayer, register: QgsVectorLayer, **options):
    return processing.run("est:darkstretches", {"ROUTE": route, "LAMPS": register, "OUTPUT": "memory:", **options})


def rows_of(result) -> list[tuple[object, ...]]:
    names = ("route", "light", "from_m", "to_m", "poles")
    return [tuple(row[name] for name in names) for row in result["OUTPUT"].getFeatures()]


def test_the_stretches_of_each_line_come_with_a_report(provider: None, tmp_path: Path) -> None:
    route = lines(ROUTE, "LINESTRING (500300 6600000, 500310 6600000)", "LINESTRING (500150 6600000, 500150 6601000)")
    report = tmp_path / "report.html"
    result = run(route, lamps(), **MAPPED, REPORT=str(report), TIME="2026-11-12T18:00:00")
    found = rows_of(result)
    assert found[0] == (1, "dark", 20, 280, "3")
    assert [row[1] for row in found if row[0] == 2] == []
    assert [row[1:4] for row in found if row[0] == 3] == [
        ("dark", 0, 275),
        ("unknown", 325, 1000),
    ]
    assert result["DARK_LENGTH"] == pytest.approx(260 + 275)
    assert result["UNKNOWN_LENGTH"] == pytest.approx(675)
    page = report.read_text(encoding="utf-8")
    assert result["SENTENCE"] in page
    assert "At 2026-11-12 18:00 the light is: Dark." in page
    assert "It is dark from 2026-11-12 16:" in page


def test_without_a_mapping_all_lamps_count_and_that_is_told(provider: None, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    result = run(lines(ROUTE), lamps(), REPORT=str(report))
    assert rows_of(result) == [(1, "dark", 20, 130, ""), (1, "dark", 170, 280, "")]
    assert "Along 80 m the light comes only from lamps of which" in report.read_text(encoding="utf-8")


def test_lamps_in_another_coordinate_system_are_moved(provider: None) -> None:
    moved = processing.run("native:reprojectlayer", {"INPUT": lamps(), "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"})[
        "OUTPUT"
    ]
    (row,) = rows_of(run(lines(ROUTE), moved, **MAPPED))
    assert row == (1, "dark", pytest.approx(20, abs=0.01), pytest.approx(280, abs=0.01), "3")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_a_route_without_true_metres_is_refused(provider: None, crs: str) -> None:
    with pytest.raises(QgsProcessingException, match="has no metres"):
        run(lines("LINESTRING (14 59, 15 59)", crs=crs), lamps())


def test_no_route_and_half_a_mapping_are_told(provider: None) -> None:
    with pytest.raises(QgsProcessingException, match="no lines"):
        run(lines(), lamps())
    for half in ({"STATUS_FIELD": "status"}, {"BROKEN_VALUES": "broken"}, {**MAPPED, "BROKEN_VALUES": "ok"}):
        with pytest.raises(QgsProcessingException, match="which lamps work"):
            run(lines(ROUTE), lamps(), **half)


def test_an_empty_register_makes_nothing_dark(provider: None) -> None:
    result = run(lines(ROUTE), lamps([]))
    assert rows_of(result) == [(1, "unknown", 0, 300, "")]
    assert "Nothing can be said" in result["SENTENCE"]


def test_the_lamps_of_the_database_are_understood_without_asking(qgis_app: object) -> None:
    crs, context = QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateTransformContext()
    source = LayerSnapshot(lamps())
    read = read_lamps(source, TOWN_LAMPS, crs, context)
    assert [LampState(state).name for state in read.states] == ["WORKING", "WORKING", "BROKEN", "UNKNOWN", "WORKING"]


def test_the_walks_of_a_database_are_routes(provider: None, either_database: Database) -> None:
    line = shapely.to_wkb(shapely.from_wkt(ROUTE), byte_order=1)
    store_walk(either_database, NewWalk("Centrum", line, 300.0, 60.0, ()))
    walks = QgsVectorLayer(either_database.layer_source("walk"), "walks", either_database.PROVIDER)
    result = run(walks, lamps(), **MAPPED)
    assert rows_of(result) == [(1, "dark", 20, 280, "3")]


def test_field_names_suggest_what_they_mean() -> None:
    assert proposed_mapping(["fid", "Stolpnr", "driftstatus", "Ägare"]) == LampMapping(
        "driftstatus", pole_field="Stolpnr", owner_field="Ägare"
    )
    assert proposed_mapping(["fid", "name"]) == LampMapping()


def test_on_the_lamps_of_helsinki_it_agrees_with_qgis(provider: None, shared_data: Path) -> None:
    path = shared_data / "osm_helsinki" / "helsinki_centrum.gpkg"
    streets = QgsVectorLayer(f"{path}|layername=vagar|subset=highway = 'footway'", "vagar", "ogr")
    register = QgsVectorLayer(f"{path}|layername=gatlyktor", "gatlyktor", "ogr")
    result = run(streets, register, POLE_FIELD="ref")
    # The circles of stock QGIS have 80 corners, and lie up to two centimetres inside ours.
    discs = processing.run(
        "native:buffer",
        {"INPUT": register, "DISTANCE": 25, "SEGMENTS": 20, "DISSOLVE": True, "OUTPUT": "memory:"},
    )["OUTPUT"]
    rest = processing.run("native:difference", {"INPUT": streets, "OVERLAY": discs, "OUTPUT": "memory:"})["OUTPUT"]
    expected = sum(feature.geometry().length() for feature in rest.getFeatures())
    unlit = result["DARK_LENGTH"] + result["UNKNOWN_LENGTH"]
    assert unlit == pytest.approx(expected, rel=2e-3)
    assert result["DARK_LENGTH"] > 1000
    whole = sum(feature.geometry().length() for feature in streets.getFeatures())
    parts = [shapely.from_wkb(bytes(row.geometry().asWkb())).length for row in result["OUTPUT"].getFeatures()]
    assert np.sum(parts) == pytest.approx(unlit)
    assert unlit < whole
