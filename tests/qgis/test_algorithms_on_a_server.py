# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job without a desktop, on a file and on a server: reports in, hotspots, a walk, the map package."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from est_plugin.db.hotspots import list_hotspots
from est_plugin.db.package_rows import walks_for_package
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.processing.exportpackage import ExportPackageAlgorithm
from est_plugin.processing.hotspots import HotspotsAlgorithm
from est_plugin.processing.importincidents import ImportIncidentsAlgorithm
from est_plugin.processing.proposewalk import ProposeWalkAlgorithm

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.processing.algorithm import EstAlgorithm

PERIOD_DAY = date(2026, 3, 1)
PERIOD = {"PERIOD_START": "2026-03-01", "PERIOD_END": "2026-03-31"}


@pytest.fixture
def place(either_database: Database, request: pytest.FixtureRequest, qgis_new_project: None) -> dict[str, str]:
    """The database as a parameter of an algorithm."""
    if either_database.PROVIDER == "ogr":
        return {"DATABASE": str(either_database)}
    return {"CONNECTION": request.getfixturevalue("editors_connection")}


def run(algorithm: type[EstAlgorithm], **parameters: Any) -> dict[str, Any]:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return algorithm().create().run(parameters, context, QgsProcessingFeedback(False), {}, False)[0]


def layer_of(kind: str, wkt: str, name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:3006&field=name:string", name, "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    feature["name"] = name
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_main_job_runs_from_reports_to_package(
    either_database: Database, place: dict[str, str], tmp_path: Path
) -> None:
    chance = random.Random(3)
    places = [(chance.gauss(503_000, 100), chance.gauss(6_571_000, 100)) for _ in range(90)]
    places += [(chance.uniform(500_000, 506_000), chance.uniform(6_568_000, 6_574_000)) for _ in range(90)]
    rows = [f"{n};Klotter;2026-03-{n % 28 + 1:02};{x:.1f};{y:.1f}" for n, (x, y) in enumerate(places)]
    reports = tmp_path / "bolaget.csv"
    reports.write_text("\n".join(("Nr;Kategori;Datum;X;Y", *rows)))
    assert run(ImportIncidentsAlgorithm, **place, INPUT=str(reports))["ACCEPTED"] == 180
    streets = layer_of("LineString", "LineString (502000 6571000, 504000 6571000)", "Storgatan")
    named = {"NAMES": streets, "NAME_FIELD": "name"}
    assert run(HotspotsAlgorithm, **place, **PERIOD, **named, OUTPUT="memory:")["HOTSPOTS"] == 1
    [hotspot] = list_hotspots(either_database, Period.containing(PeriodKind.MONTH, PERIOD_DAY))
    assert (hotspot.name, hotspot.incidents > 45) == ("Storgatan", True)
    stops = layer_of("Point", "Point (503000 6571000)", "Torget")
    more = QgsFeature(stops.fields())
    more.setGeometry(QgsGeometry.fromWkt("Point (503400 6571000)"))
    stops.dataProvider().addFeatures([more])
    walk = run(ProposeWalkAlgorithm, **place, STREETS=streets, STOPS=stops, OUTPUT="memory:", OUTPUT_STOPS="memory:")
    assert walk["LENGTH"] == pytest.approx(400, abs=1)
    [stored] = walks_for_package(either_database)
    assert [stop.number for stop in stored.stops] == [1, 2]
    package = run(ExportPackageAlgorithm, **place, **PERIOD, FOLDER=str(tmp_path))
    html = (tmp_path / package["HTML"]).read_text(encoding="utf-8")
    assert hotspot.name in html
    assert "180" in html


@pytest.mark.parametrize("algorithm", [ImportIncidentsAlgorithm, ExportPackageAlgorithm])
def test_a_database_is_needed(algorithm: type[EstAlgorithm], qgis_app: object, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="place for the database is missing"):
        run(algorithm, **PERIOD, INPUT=str(tmp_path / "a.csv"), FOLDER=str(tmp_path))
