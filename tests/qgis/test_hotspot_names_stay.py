# SPDX-License-Identifier: GPL-2.0-or-later
"""What a hotspot is called stays in the house: no walk that is proposed of it carries the name outside."""

from __future__ import annotations

import uuid
import zipfile

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from est_plugin.db.changesets import Change, Op
from est_plugin.db.package_rows import walks_for_package
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.walk_plan import make_walk_plan
from est_plugin.export.walk_report import write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report
from est_plugin.export.walk_sheet import write_walk_sheet
from est_plugin.feedback import SilentFeedback
from est_plugin.processing.proposewalk import ProposeWalkAlgorithm
from tests.field_sample import SECRET, X, Y, change, package, rows

#: Two streets that meet, and a way without a name.
STREETS = (
    ("Långgatan", f"LINESTRING({X} {Y}, {X + 300} {Y})"),
    ("Ågatan", f"LINESTRING({X + 300} {Y}, {X + 300} {Y + 300})"),
    (None, f"LINESTRING({X + 300} {Y + 300}, {X + 600} {Y + 300})"),
)
PLACES = ((X, Y), (X + 300, Y + 5), (X + 500, Y + 300), (X, Y + 900))


def layer(kind, fields, features):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:3006&{fields}", "x", "memory")
    for values, wkt in features:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeatures([feature])[0]
    return made


@pytest.fixture
def told(file_database):
    """What the algorithm says of a walk past hotspots with telling names, one of them far from any street."""
    names = [
        ((f"5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a1{number}", f"{SECRET} {number}"), f"POINT({x} {y})")
        for number, (x, y) in enumerate(PLACES)
    ]
    parameters = {
        "STREETS": layer("LineString", "field=name:string", [((name,), wkt) for name, wkt in STREETS]),
        "STOPS": layer("Point", "field=uuid:string&field=name:string", names),
        "DATABASE": str(file_database),
        "OFF_NETWORK": 1,
        "START": f"{X},{Y}",
        "OUTPUT": "memory:",
        "OUTPUT_STOPS": "memory:",
    }
    feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
    results, is_done = ProposeWalkAlgorithm().create().run(parameters, context, feedback, {}, False)
    assert is_done
    stops = context.getMapLayer(results["OUTPUT_STOPS"]).getFeatures()
    return [str(results), feedback.textLog(), *(str(stop.attributes()) for stop in stops)]


def test_a_stop_is_called_by_its_street_or_by_none(file_database, told):
    [walk] = walks_for_package(file_database)
    assert [stop.place for stop in walk.stops] == ["Långgatan", "Ågatan / Långgatan", ""]
    assert SECRET not in "\n".join(told)
    assert "Place 4" in told[0]
    assert "Place 4" in told[1]


def test_sheet_field_package_and_report_do_not_know_the_name(file_database, told, tmp_path):
    [walk] = rows(file_database, "walk")
    stop = rows(file_database, "walk_stop")[0]["uuid"]
    seen = {"walk_stop": stop, "item": "BEL", "value": "2", "observed_at": "2026-11-01T18:00:00.000Z"}
    change(
        file_database,
        Change("walk", Op.UPDATE, walk["uuid"], {"status": "walked"}, walk["version"]),
        Change("observation", Op.INSERT, str(uuid.uuid4()), seen),
    )
    sheet = write_walk_sheet(make_walk_plan(file_database), tmp_path / "sheet.pdf", SilentFeedback())
    folder = package(file_database, walk["uuid"], tmp_path / "out", background=[], language="sv")
    report = write_walk_report(make_walk_report(file_database), tmp_path / "report", SilentFeedback())
    texts = ["\n".join(read_pdf(path.read_bytes()).texts) for path in (sheet, report.pdf)]
    assert all("Långgatan" in text and SECRET not in text for text in texts)
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(folder / "vandring.qgz") as archive:
        held += b"".join(archive.read(name) for name in archive.namelist())
    assert "Långgatan".encode() in held
    assert SECRET.encode() not in held
    assert SECRET not in report.html.read_text(encoding="utf-8")
