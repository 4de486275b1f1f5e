# SPDX-License-Identifier: GPL-2.0-or-later
"""Whoever adds a layer in QGIS without the plugin gets the guard's default with it, from the database."""

from __future__ import annotations

import subprocess
import sys
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsVectorLayer

from est_plugin.db import guard
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database, upgrade_server_database
from est_plugin.feedback import SilentFeedback
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

#: A QGIS of its own, which has never seen the plugin: change the title of the first row, and save.
STRANGER = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(sys.argv[1], "dragged from the browser", "postgres")
assert layer.startEditing(), "not editable"
row = next(layer.getFeatures())
layer.changeAttributeValue(row.id(), layer.fields().indexOf("title"), "Stranger")
print("changed", flush=True)
sys.stdin.readline()
if layer.commitChanges():
    print("saved", flush=True)
else:
    print("".join(layer.commitErrors()), flush=True)
assert "est_plugin" not in sys.modules
"""


@pytest.fixture
def created(server: Server) -> Iterator[ServerDatabase]:
    """A database that was made on the server itself, not copied from another, with one measure."""
    name = f"est_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name}")
    database = create_server_database(
        server.address(name), srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    with cursor_on(database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom) VALUES (gen_random_uuid(), 'BEL', 'Lamp', 'POINT(5 5)')"
        )
    yield database
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def source(server: Server, database: ServerDatabase, table: str, login: str = "anna") -> str:
    own = open_server_database(server.address(database.address.name, login))
    return own.layer_source(table, geometry_type="Point" if table == "measure" else "")


def guarded_tables(database: ServerDatabase) -> list[str]:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT est.guarded_tables() AS name")
        return [row["name"] for row in cursor.fetchall()]


def test_every_guarded_table_brings_the_default_with_it(server: Server, created: ServerDatabase) -> None:
    tables = guarded_tables(created)
    assert len(tables) >= 15
    for table in tables:
        layer = QgsVectorLayer(source(server, created, table), table, "postgres")
        assert layer.isValid(), table
        definition = layer.defaultValueDefinition(layer.fields().indexOf(guard.BASE_VERSION_FIELD))
        assert (definition.expression(), definition.applyOnUpdate()) == (guard.BASE_VERSION_EXPRESSION, True), table


@contextmanager
def stranger(uri: str) -> Iterator[subprocess.Popen[str]]:
    """Has changed the row and waits for a line to save it."""
    command = [sys.executable, "-c", STRANGER, uri]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/") as process:
        assert process.stdout.readline().strip() == "changed"
        yield process


def titles(database: ServerDatabase) -> list[str]:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT title FROM est.measure")
        return [row["title"] for row in cursor.fetchall()]


def test_a_qgis_without_the_plugin_saves(server: Server, created: ServerDatabase) -> None:
    with stranger(source(server, created, "measure")) as process:
        assert process.communicate("save\n", timeout=60)[0].strip() == "saved"
    assert titles(created) == ["Stranger"]


def test_a_qgis_without_the_plugin_overwrites_nobody(server: Server, created: ServerDatabase) -> None:
    with stranger(source(server, created, "measure")) as process:
        bo = open_server_database(server.address(created.address.name, "bo"))
        with cursor_on(bo) as cursor:
            cursor.execute("UPDATE est.measure SET title = 'Bo', base_version = version")
        assert "EST002" in process.communicate("save\n", timeout=60)[0]
    assert titles(created) == ["Bo"]


def test_a_database_that_was_restored_under_another_name_gets_them_anew(
    server: Server, server_database: ServerDatabase
) -> None:
    """``server_database`` is a copy of a template: its styles name that one."""
    for _ in range(2):
        upgrade_server_database(server_database.address, SilentFeedback())
        with cursor_on(server_database) as cursor:
            cursor.execute(
                "SELECT count(*), count(DISTINCT f_table_name) AS tables, bool_and(useasdefault) AS are_default,"
                " bool_and(f_table_catalog = current_database()) AS are_here FROM layer_styles"
            )
            count = len(guarded_tables(server_database))
            assert dict(cursor.fetchone()) == {
                "count": count, "tables": count, "are_default": True, "are_here": True,
            }  # fmt: skip


def test_the_default_style_that_an_administrator_made_stays(server: Server, created: ServerDatabase) -> None:
    layer = QgsVectorLayer(created.layer_source("incident"), "incidents", "postgres")
    layer.setFieldAlias(layer.fields().indexOf("place"), "Var")
    assert layer.saveStyleToDatabase("Kommunens", "", True, "") == ""
    upgrade_server_database(created.address, SilentFeedback())
    again = QgsVectorLayer(source(server, created, "incident"), "anna", "postgres")
    assert again.attributeAlias(again.fields().indexOf("place")) == "Var"
    assert again.defaultValueDefinition(again.fields().indexOf(guard.BASE_VERSION_FIELD)).applyOnUpdate()
