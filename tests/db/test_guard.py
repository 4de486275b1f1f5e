# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people work on the same rows with plain QGIS edit sessions: nothing is overwritten unseen, nothing is lost."""

from __future__ import annotations

import threading
import uuid
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from qgis.core import (
    QgsDefaultValue,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtCore import QDateTime

from est_plugin.db import guard
from est_plugin.db.guard import Code
from est_plugin.db.server_database import open_server_database
from est_plugin.errors import DatabaseError
from tests.link import link_to
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

MEASURE = "00000000-0000-4000-8000-000000000001"


def layer_of(server: Server, database: ServerDatabase, login: str) -> QgsVectorLayer:
    """The measures as this login edits them in QGIS."""
    return guarded_layer(open_server_database(server.address(database.address.name, login)))


def guarded_layer(database: ServerDatabase) -> QgsVectorLayer:
    """The measures in an edit session, with the guard's default."""
    layer = QgsVectorLayer(database.layer_source("measure"), "measures", "postgres")
    assert layer.isValid(), layer.error().message()
    field = layer.fields().indexOf(guard.BASE_VERSION_FIELD)
    layer.setDefaultValueDefinition(field, QgsDefaultValue(guard.BASE_VERSION_EXPRESSION, True))
    assert list(layer.getFeatures())  # as the map and the table do; QGIS learns the keys by it
    assert layer.startEditing()
    return layer


def without_geometry(database: ServerDatabase) -> ServerDatabase:
    """The database as if its layers were plain tables."""
    return replace(database, spatial=frozenset())


@pytest.fixture
def measure(server_database: ServerDatabase) -> int:
    """Id of a measure at (500, 500)."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " VALUES (%s, 'BEL', 'Lamp', 'POINT(500 500)') RETURNING id",
            (MEASURE,),
        )
        return cursor.fetchone()["id"]


@pytest.fixture
def anna(server: Server, server_database: ServerDatabase, measure: int) -> QgsVectorLayer:
    return layer_of(server, server_database, "anna")


@pytest.fixture
def bo(server: Server, server_database: ServerDatabase, measure: int) -> QgsVectorLayer:
    return layer_of(server, server_database, "bo")


def change(layer: QgsVectorLayer, row: int, **values: Any) -> None:
    for name, value in values.items():
        if name == "geom":
            assert layer.changeGeometry(row, QgsGeometry.fromWkt(value))
        else:
            assert layer.changeAttributeValue(row, layer.fields().indexOf(name), value)


def stored(database: ServerDatabase, *columns: str) -> tuple[Any, ...]:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT *, ST_AsText(geom) AS place FROM est.measure WHERE uuid = %s", (MEASURE,))
        row = cursor.fetchone()
    return tuple(row[column] for column in columns)


def refusal_of(layer: QgsVectorLayer) -> guard.Refusal:
    """Save, which must be refused with the work still in the layer's buffer."""
    buffer = layer.editBuffer()
    before = (len(buffer.changedAttributeValues()), len(buffer.changedGeometries()))
    assert not layer.commitChanges(False)
    assert (len(buffer.changedAttributeValues()), len(buffer.changedGeometries())) == before
    refusal = guard.refusal_in("\n".join(layer.commitErrors()))
    assert refusal is not None, "\n".join(layer.commitErrors())
    return refusal


CONFLICTS: dict[str, tuple[dict[str, Any], dict[str, Any], set[str]]] = {
    "the same text": ({"title": "Anna"}, {"title": "Bo"}, {"title"}),
    "the same place": ({"geom": "POINT(600 600)"}, {"geom": "POINT(700 700)"}, {"geom"}),
    "an edit of a deleted row": ({"deleted_at": "now"}, {"title": "Bo"}, {"title"}),
    "deletion of an edited row": ({"title": "Anna"}, {"deleted_at": "now"}, {"deleted_at"}),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_an_overlap_is_told_and_the_work_stays_in_the_buffer(
    case: str, anna: QgsVectorLayer, bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    theirs, mine, columns = CONFLICTS[case]
    now = QDateTime.currentDateTimeUtc()
    change(bo, measure, **{name: now if value == "now" else value for name, value in mine.items()})
    change(anna, measure, **{name: now if value == "now" else value for name, value in theirs.items()})
    assert anna.commitChanges(), anna.commitErrors()
    conflict = refusal_of(bo).conflict
    assert conflict is not None
    assert (conflict.uuid, conflict.base_version, conflict.server_version) == (MEASURE, 1, 2)
    assert (conflict.changed_by, set(conflict.columns)) == ("anna", columns)
    assert stored(server_database, "version", "changed_by") == (2, "anna")


MERGED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "different texts": ({"title": "Anna"}, {"description": "Bo"}),
    "text and place": ({"title": "Anna"}, {"geom": "POINT(700 700)"}),
    "equal values": ({"title": "Same"}, {"title": "Same"}),
}


@pytest.mark.parametrize("case", MERGED)
def test_an_overlap_without_clash_keeps_the_work_of_both(
    case: str, anna: QgsVectorLayer, bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    theirs, mine = MERGED[case]
    change(bo, measure, **mine)
    change(anna, measure, **theirs)
    assert anna.commitChanges(), anna.commitErrors()
    assert bo.commitChanges(), bo.commitErrors()
    wanted = {"title": "Lamp", "description": "", "geom": "POINT(500 500)", **theirs, **mine}
    title, description, place = stored(server_database, "title", "description", "place")
    assert {"title": title, "description": description, "geom": place} == wanted


def test_a_batch_of_fifty_with_one_conflict_saves_nothing_and_keeps_all_fifty(
    server: Server, server_database: ServerDatabase
) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title)"
            " SELECT gen_random_uuid(), 'BEL', n FROM generate_series(1, 50) n"
        )
    own = open_server_database(server.address(server_database.address.name, "bo"))
    bo = guarded_layer(without_geometry(own))
    for row in sorted(bo.allFeatureIds()):
        change(bo, row, title="Bo")
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'Anna', base_version = version WHERE title = '7'")
    assert refusal_of(bo).code is Code.CONFLICT
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT count(*) FROM est.measure WHERE title = 'Bo'")
        assert cursor.fetchone()["count"] == 0


def test_a_second_touch_keeps_the_base_of_the_first(
    anna: QgsVectorLayer, bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    change(bo, measure, title="Bo")
    change(anna, measure, title="Anna")
    assert anna.commitChanges()
    bo.dataProvider().reloadData()
    change(bo, measure, title="Bo again")
    assert refusal_of(bo).code is Code.CONFLICT
    assert stored(server_database, "title") == ("Anna",)


def test_a_form_that_was_opened_before_the_other_saved_is_told(
    anna: QgsVectorLayer, bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    QgsProject.instance().addMapLayer(bo)
    form = QgsAttributeForm(bo, bo.getFeature(measure))
    change(anna, measure, title="Anna")
    assert anna.commitChanges()
    form.changeAttribute("title", "Bo")
    assert form.save()
    assert refusal_of(bo).code is Code.CONFLICT
    assert stored(server_database, "title") == ("Anna",)
    form.deleteLater()
    QgsProject.instance().removeMapLayer(bo.id())


def test_work_goes_on_after_a_save_and_a_known_conflict_can_be_settled(
    anna: QgsVectorLayer, bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    change(anna, measure, title="Anna 1")
    assert anna.commitChanges(False)
    change(anna, measure, title="Anna 2")
    assert anna.commitChanges(False), anna.commitErrors()
    change(bo, measure, title="Bo")
    bo.changeAttributeValue(measure, bo.fields().indexOf("base_version"), 1)
    conflict = refusal_of(bo).conflict
    assert conflict is not None
    bo.changeAttributeValue(measure, bo.fields().indexOf("base_version"), conflict.server_version)
    assert bo.commitChanges(), bo.commitErrors()
    assert stored(server_database, "title", "version", "base_version") == ("Bo", 4, None)


def test_new_rows_are_added_and_signed(anna: QgsVectorLayer, server_database: ServerDatabase) -> None:
    values = {"uuid": str(uuid.uuid4()), "kind": "SKY", "title": "Sign", "changed_by": "someone else"}
    attributes = {anna.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(anna, QgsGeometry.fromWkt("POINT(10 10)"), attributes)
    assert anna.addFeature(feature)
    assert anna.commitChanges(), anna.commitErrors()
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT version, changed_by FROM est.measure WHERE title = 'Sign'")
        assert dict(cursor.fetchone()) == {"version": 1, "changed_by": "anna"}


def test_a_layer_without_the_guards_default_is_refused(
    server: Server, server_database: ServerDatabase, measure: int
) -> None:
    layer = layer_of(server, server_database, "anna")
    layer.setDefaultValueDefinition(layer.fields().indexOf(guard.BASE_VERSION_FIELD), QgsDefaultValue())
    change(layer, measure, title="Anna")
    assert refusal_of(layer).code is Code.NO_BASE
    assert stored(server_database, "title") == ("Lamp",)


def test_a_row_that_was_taken_out_of_sight_meanwhile_is_told(
    bo: QgsVectorLayer, server_database: ServerDatabase, measure: int
) -> None:
    change(bo, measure, title="Bo")
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET info_class = 3, base_version = 1 WHERE id = %s", (measure,))
    assert refusal_of(bo).code is Code.NO_ROW


REFUSED = {
    Code.NO_BASE: "UPDATE est.measure SET title = 'x'",
    Code.CONFLICT: "UPDATE est.measure SET title = 'x', base_version = 1",
    Code.DELETE: "DELETE FROM est.measure",
    Code.NO_ROW: "UPDATE est.measure SET title = 'x', base_version = 1 WHERE id = -1",
}


@pytest.mark.parametrize("code", REFUSED)
def test_the_server_refuses_with_its_code(code: Code, server_database: ServerDatabase, measure: int) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'first', base_version = 1")
    with pytest.raises(DatabaseError) as caught, cursor_on(server_database) as cursor:
        cursor.execute(REFUSED[code])
    cause = caught.value.__cause__
    assert isinstance(cause, psycopg2.Error)
    assert cause.pgcode == f"ES{code[3:]}"
    refusal = guard.refusal_in(str(cause))
    assert refusal is not None
    assert refusal.code is code
    assert stored(server_database, "title", "version") == ("first", 2)


def test_a_save_that_goes_on_without_its_transaction_is_refused(
    server: Server, server_database: ServerDatabase, measure: int
) -> None:
    """QGIS repeats a statement by itself when the connection was reset within a save."""
    connection = server.connect(server_database.address.name, "anna")
    connection.autocommit = True
    with connection.cursor() as cursor, pytest.raises(psycopg2.Error, match="EST004"):
        cursor.execute("UPDATE est.measure SET title = 'half', base_version = 1")
    connection.close()
    assert stored(server_database, "title") == ("Lamp",)


@pytest.mark.parametrize("number", [1, 20, 50])
def test_a_link_that_breaks_in_a_save_is_told_and_the_second_save_stores_all(
    server: Server, server_database: ServerDatabase, number: int
) -> None:
    """Plain QGIS says SUCCESS here, with the first changes lost."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title)"
            " SELECT gen_random_uuid(), 'BEL', n FROM generate_series(1, 50) n"
        )
    with link_to(server.port) as link:
        address = link.address(server_database.address.name, "anna")
        anna = guarded_layer(without_geometry(open_server_database(address)))
        link.cut("request", "UPDATE ", number)
        for row in sorted(anna.allFeatureIds()):
            change(anna, row, title="Anna")
        assert refusal_of(anna).code is Code.NO_TRANSACTION
        assert titles(server_database) == {str(n) for n in range(1, 51)}
        assert anna.commitChanges(), anna.commitErrors()
    assert titles(server_database) == {"Anna"}


def titles(database: ServerDatabase) -> set[str]:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT DISTINCT title FROM est.measure")
        return {row["title"] for row in cursor.fetchall()}


def test_the_guards_default_travels_with_the_style_in_the_database(
    server: Server, server_database: ServerDatabase
) -> None:
    layer = QgsVectorLayer(server_database.layer_source("incident"), "incidents", "postgres")
    field = layer.fields().indexOf(guard.BASE_VERSION_FIELD)
    layer.setDefaultValueDefinition(field, QgsDefaultValue(guard.BASE_VERSION_EXPRESSION, True))
    assert layer.saveStyleToDatabase("EST", "", True, "") == ""
    server.execute(server_database.address.name, "GRANT SELECT ON layer_styles TO est_reader, est_reporter")
    own = open_server_database(server.address(server_database.address.name, "anna"))
    default = QgsVectorLayer(own.layer_source("incident"), "anna", "postgres").defaultValueDefinition(field)
    assert (default.expression(), default.applyOnUpdate()) == (guard.BASE_VERSION_EXPRESSION, True)


@pytest.mark.parametrize("base", [-1, 0, 2, 99])
def test_a_base_that_never_was_is_refused(base: int, server_database: ServerDatabase, measure: int) -> None:
    with pytest.raises(DatabaseError, match="refused"), cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'x', base_version = %s", (base,))


def test_history_keeps_the_old_values_of_the_changed_columns_only(
    server_database: ServerDatabase, measure: int
) -> None:
    changes = (
        "UPDATE est.measure SET title = 'New', geom = 'POINT(1 2)', base_version = 1",
        "UPDATE est.measure SET title = 'New', base_version = 2",
        "UPDATE est.measure SET deleted_at = now(), base_version = 2",
        "UPDATE est.measure SET deleted_at = NULL, base_version = 3",
    )
    for statement in changes:
        with cursor_on(server_database) as cursor:
            cursor.execute(statement)
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT version, operation, old FROM est.history ORDER BY version")
        rows = cursor.fetchall()
        cursor.execute("SELECT ST_AsText(%s::geometry) AS place", (rows[1]["old"].pop("geom"),))
        assert cursor.fetchone()["place"] == "POINT(500 500)"
    assert [(row["version"], row["operation"]) for row in rows] == [
        (1, "insert"), (2, "update"), (3, "delete"), (4, "restore"),
    ]  # fmt: skip
    assert [set(row["old"]) for row in rows] == [set(), {"title"}, {"deleted_at"}, {"deleted_at"}]
    assert rows[1]["old"] == {"title": "Lamp"}


def test_a_base_older_than_the_kept_history_is_a_conflict(server_database: ServerDatabase, measure: int) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'first', base_version = 1")
        cursor.execute("SET LOCAL ROLE est_owner")
        cursor.execute("DELETE FROM est.history")
    with pytest.raises(DatabaseError, match="Someone else"), cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET description = 'x', base_version = 1")


def test_clients_that_read_then_write_at_once_lose_nothing_they_were_told_is_saved(
    server: Server, server_database: ServerDatabase, measure: int
) -> None:
    saved: list[str] = []

    def add_words(login: str, number: int) -> None:
        connection = server.connect(server_database.address.name, login)
        for turn in range(40):
            word = f"{number}-{turn}"
            with connection.cursor() as cursor, suppress(psycopg2.Error):
                cursor.execute("SELECT title, version FROM est.measure")
                title, version = cursor.fetchone()
                cursor.execute("UPDATE est.measure SET title = %s, base_version = %s", (f"{title} {word}", version))
                connection.commit()
                saved.append(word)
            connection.rollback()
        connection.close()

    threads = [threading.Thread(target=add_words, args=(("anna", "bo")[number % 2], number)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    title, version = stored(server_database, "title", "version")
    assert sorted(title.split()) == sorted(["Lamp", *saved])
    assert version == len(saved) + 1 > 8
