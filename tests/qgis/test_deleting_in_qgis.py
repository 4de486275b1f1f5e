# SPDX-License-Identifier: GPL-2.0-or-later
"""What is deleted in QGIS leaves the map, is marked in the database, and does not come back with the next file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from est_plugin.db.imports import known_area
from est_plugin.db.incidents import situation
from est_plugin.db.measures import list_measures
from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.importer import import_incidents
from est_plugin.intake.mapping_proposal import propose
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database

POINT, LINE = "POINT(500000 6600000)", "LINESTRING(500000 6600000, 500100 6600000)"
AREA = "MULTIPOLYGON(((500000 6600000, 500100 6600000, 500100 6600100, 500000 6600000)))"
#: Layer, table, and the columns and place of a row.
EDITED = {
    LayerRole.INCIDENTS: (
        "incident",
        {"source": "t", "source_ref": "1", "category": "klotter", "occurred_from": "2026-03-01T12:00:00.000Z"},
        POINT,
    ),
    LayerRole.HOTSPOTS: ("hotspot", {"name": "Torget"}, AREA),
    LayerRole.WALKS: ("walk", {"title": "Runt torget"}, LINE),
    LayerRole.WALK_STOPS: ("walk_stop", {"walk": "WALKS", "number": 1}, POINT),
    LayerRole.MEASURE_POINTS: ("measure", {"kind": "BEL"}, POINT),
    LayerRole.MEASURE_LINES: ("measure", {"kind": "BEL"}, LINE),
    LayerRole.MEASURE_AREAS: ("measure", {"kind": "BEL"}, AREA),
}


@pytest.fixture
def database(tmp_path: Path, qgis_new_project: None) -> Database:
    """A row in every layer that people edit; each has something that hangs on it where anything can."""
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    load_est_group(QgsProject.instance(), database, IncidentFilter(), "sv")
    for role, (_, values, place) in EDITED.items():
        add(find(QgsProject.instance(), role), {"uuid": role.name, **values}, place)
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO hotspot_period (hotspot, period_start, period_end, incidents, cells, categories, method,"
            " computed_at) VALUES ('HOTSPOTS', '2026-03-01', '2026-03-31', 9, 1, '{}', '{}', '2026-04-01')"
        )
    return database


def add(layer: QgsVectorLayer, values: dict[str, object], place: str) -> QgsFeature:
    attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(place), attributes)
    layer.startEditing()
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    return feature


def delete_all(layer: QgsVectorLayer) -> None:
    layer.startEditing()
    assert layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    assert layer.commitChanges(), layer.commitErrors()


def row_of(database: Database, table: str, uuid: str) -> dict[str, object]:
    with database.reading() as connection:
        return dict(connection.execute(f"SELECT * FROM {table} WHERE uuid = ?", (uuid,)).fetchone())


def indexed(database: Database, table: str) -> list[list[int]]:
    """The ids in the table and those in its spatial index."""
    with database.reading() as connection:
        return [
            [row["id"] for row in connection.execute(f"SELECT id FROM {name} ORDER BY id")]
            for name in (table, f"rtree_{table}_geom")
        ]


@pytest.mark.parametrize("role", EDITED)
def test_a_deleted_row_leaves_the_map_and_is_marked_in_the_database(database: Database, role: LayerRole) -> None:
    table = EDITED[role][0]
    before = row_of(database, table, role.name)
    layer = find(QgsProject.instance(), role)
    delete_all(layer)
    assert list(layer.getFeatures()) == []
    layer.reload()
    assert list(layer.getFeatures()) == []
    after = row_of(database, table, role.name)
    assert after["deleted_at"] is not None
    assert after["version"] == before["version"] + 1
    changed = {name for name, value in after.items() if value != before[name]}
    assert changed <= {"version", "changed_at", "changed_by", "deleted_at"}
    assert after["changed_by"] == QgsApplication.userLoginName()
    assert len(set(map(tuple, indexed(database, table)))) == 1


def test_numbers_and_lists_follow_and_no_step_is_added(database: Database) -> None:
    project = QgsProject.instance()
    for role in (LayerRole.INCIDENTS, LayerRole.MEASURE_POINTS):
        delete_all(find(project, role))
    assert situation(database, IncidentFilter(), None).total == 0
    assert {row.uuid for row in list_measures(database)} == {"MEASURE_LINES", "MEASURE_AREAS"}
    with database.reading() as connection:
        steps = connection.execute("SELECT count(*) FROM measure_event WHERE measure = 'MEASURE_POINTS'").fetchone()
    assert steps[0] == 1


def test_a_report_that_was_deleted_stays_so_when_its_file_is_taken_in_again(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("id;kategori;datum;x;y\n1;klotter;2026-03-10 12:00;500000;6600000\n", encoding="utf-8")
    mapping = propose(read_csv(file).headers, source="r", crs_authid="EPSG:3006")
    assert import_incidents(database, file, mapping, SilentFeedback()).accepted == 1
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    layer.reload()
    delete_all(layer)
    report = import_incidents(database, file, mapping, SilentFeedback())
    assert (report.accepted, report.known) == (0, 1)
    assert situation(database, IncidentFilter(), None).total == 0


def test_a_row_that_is_marked_already_can_be_deleted_for_good(database: Database) -> None:
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    delete_all(layer)
    marked = QgsVectorLayer(f'{database.path}|layername=incident|subset="deleted_at" IS NOT NULL', "marked", "ogr")
    delete_all(marked)
    assert indexed(database, "incident") == [[], []]
    assert known_area(database) is None


def test_a_restored_row_is_found_by_place(database: Database) -> None:
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    extent = layer.extent().buffered(10)
    delete_all(layer)
    with database.writing() as connection:
        connection.execute("UPDATE incident SET deleted_at = NULL")
    layer.reload()
    assert [feature["source_ref"] for feature in layer.getFeatures(extent)] == ["1"]


def test_a_spatial_index_that_was_made_anew_stays_right(database: Database) -> None:
    dataset = ogr.Open(str(database.path), update=1)
    for call in ("DisableSpatialIndex", "CreateSpatialIndex"):
        dataset.ExecuteSQL(f"SELECT {call}('measure', 'geom')", dialect="")
    del dataset
    delete_all(find(QgsProject.instance(), LayerRole.MEASURE_LINES))
    rows, entries = indexed(database, "measure")
    assert entries == rows


def test_rows_made_and_deleted_in_one_save_leave_the_index_right(database: Database) -> None:
    layer = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    layer.startEditing()
    layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    fields = layer.fields()
    values = {fields.indexOf("kind"): "BEL", fields.indexOf("uuid"): "new"}
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(POINT), values))
    assert layer.commitChanges(), layer.commitErrors()
    assert [feature["uuid"] for feature in layer.getFeatures()] == ["new"]
    rows, entries = indexed(database, "measure")
    assert entries == rows


def test_every_column_of_every_table_survives_its_deletion(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%_deleted'")]
        assert len(tables) == 17
        for table in (trigger.removesuffix("_deleted") for trigger in tables):
            columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            trigger = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (f"{table}_deleted",))
            statement = trigger.fetchone()[0]
            assert f"({', '.join(columns)})" in statement
