# SPDX-License-Identifier: GPL-2.0-or-later
"""An upgrade of a server that people work on comes through or says why not; nobody waits long and nothing is lost."""

from __future__ import annotations

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsDefaultValue, QgsProject, QgsVectorLayer, QgsVectorLayerUtils

from est_plugin.db.guard import BASE_VERSION_EXPRESSION, BASE_VERSION_FIELD
from est_plugin.db.schema_version import CURRENT, POSTGIS, Migration, migrations
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import upgrade_server_database
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import psycopg2.extensions

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

MEASURE = str(uuid.UUID(int=1))


@pytest.fixture
def steps(tmp_path: Path) -> tuple[Migration, ...]:
    """Today's steps and one more, which needs two tables for itself."""
    script = tmp_path / "next.sql"
    script.write_text(
        "ALTER TABLE walk ADD COLUMN contact text NOT NULL DEFAULT '';"
        "ALTER TABLE measure ADD COLUMN contact text NOT NULL DEFAULT '';",
        encoding="utf-8",
    )
    return (*migrations(POSTGIS), Migration(CURRENT + 1, (script,)))


@pytest.fixture
def measured(server_database: ServerDatabase) -> ServerDatabase:
    """A database with one measure."""
    with cursor_on(server_database) as cursor:
        cursor.execute("INSERT INTO est.measure (uuid, kind, title) VALUES (%s, 'BEL', 'Lampa')", (MEASURE,))
    return server_database


@pytest.fixture
def editor(server: Server, measured: ServerDatabase) -> Iterator[psycopg2.extensions.connection]:
    """Anna, idle in a transaction in which she has changed a measure."""
    connection = server.connect(measured.address.name, "anna")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE est.measure SET title = 'Annas', base_version = 1")
    yield connection
    connection.close()


def upgrade(database: ServerDatabase, steps: tuple[Migration, ...]) -> tuple[int, int]:
    return upgrade_server_database(database.address, SilentFeedback(), migrations=steps)


def columns(database: ServerDatabase) -> int:
    with cursor_on(database) as cursor:
        cursor.execute("SELECT count(*) AS n FROM pg_attribute WHERE attname = 'contact' AND attnum > 0")
        return cursor.fetchone()["n"]


def is_waited_for(server: Server, database: ServerDatabase) -> bool:
    """Does a session of the database wait for a lock?"""
    watcher = server.connect(database.address.name)
    with watcher.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        found = cursor.fetchone()[0]
    watcher.close()
    return found


def test_an_idle_editor_stops_the_upgrade_while_readers_read_on(
    server: Server,
    measured: ServerDatabase,
    editor: psycopg2.extensions.connection,
    steps: tuple[Migration, ...],
) -> None:
    done = threading.Event()

    def read() -> int:
        """Read both tables again and again; a wait of more than two seconds is an error."""
        reader = server.connect(measured.address.name, "rita", options="-c lock_timeout=2s")
        reader.autocommit = True
        rounds = 0
        with reader.cursor() as cursor:
            while not done.is_set():
                cursor.execute("SELECT (SELECT count(*) FROM est.measure), (SELECT count(*) FROM est.walk)")
                rounds += 1
        reader.close()
        return rounds

    with ThreadPoolExecutor() as pool:
        reading = pool.submit(read)
        try:
            with pytest.raises(DatabaseError, match=r"is busy.*Nothing was changed"):
                upgrade(measured, steps)
        finally:
            done.set()
        assert reading.result() > 10
    assert columns(measured) == 0
    editor.commit()
    assert upgrade(measured, steps) == (CURRENT, CURRENT + 1)
    assert columns(measured) == 2
    with cursor_on(measured) as cursor:
        cursor.execute("SELECT title, contact FROM est.measure")
        assert tuple(cursor.fetchone().values()) == ("Annas", "")


def test_an_editor_who_ends_meanwhile_lets_the_upgrade_through(
    server: Server,
    measured: ServerDatabase,
    editor: psycopg2.extensions.connection,
    steps: tuple[Migration, ...],
) -> None:
    with ThreadPoolExecutor() as pool:
        upgrading = pool.submit(upgrade, measured, steps)
        while not is_waited_for(server, measured):
            time.sleep(0.01)
        editor.commit()
        assert upgrading.result() == (CURRENT, CURRENT + 1)
    with cursor_on(measured) as cursor:
        cursor.execute("SELECT title, contact FROM est.measure")
        assert tuple(cursor.fetchone().values()) == ("Annas", "")


def test_two_who_upgrade_at_once_do_it_once(measured: ServerDatabase, steps: tuple[Migration, ...]) -> None:
    barrier = threading.Barrier(2)

    def at_once() -> tuple[int, int]:
        barrier.wait()
        return upgrade(measured, steps)

    with ThreadPoolExecutor() as pool:
        results = [future.result() for future in (pool.submit(at_once), pool.submit(at_once))]
    assert {after for _, after in results} == {CURRENT + 1}
    assert columns(measured) == 2


def test_what_is_edited_in_qgis_during_the_upgrade_is_saved_after_it(
    server: Server, measured: ServerDatabase, steps: tuple[Migration, ...]
) -> None:
    anna = open_server_database(server.address(measured.address.name, "anna"))
    layer = QgsVectorLayer(anna.layer_source("measure", geometry_type="Point"), "measures", "postgres")
    QgsProject.instance().addMapLayer(layer)
    base = layer.fields().indexOf(BASE_VERSION_FIELD)
    layer.setDefaultValueDefinition(base, QgsDefaultValue(BASE_VERSION_EXPRESSION, True))
    assert layer.isValid()
    with cursor_on(measured) as cursor:
        cursor.execute("INSERT INTO est.measure (uuid, kind, geom) VALUES (gen_random_uuid(), 'BEL', 'POINT(1 1)')")
    assert layer.startEditing()
    shown = next(layer.getFeatures())
    assert layer.changeAttributeValue(shown.id(), layer.fields().indexOf("title"), "Ritad under uppgraderingen")
    names = layer.fields().indexOf
    values = {names("uuid"): str(uuid.uuid4()), names("kind"): "BEL"}
    added = QgsVectorLayerUtils.createFeature(layer, shown.geometry(), values)
    assert layer.addFeature(added)
    assert upgrade(measured, steps) == (CURRENT, CURRENT + 1)
    assert layer.commitChanges(), layer.commitErrors()
    with cursor_on(measured) as cursor:
        cursor.execute("SELECT count(*) AS n, max(title) AS title FROM est.measure WHERE geom IS NOT NULL")
        assert tuple(cursor.fetchone().values()) == (2, "Ritad under uppgraderingen")
    QgsProject.instance().removeMapLayer(layer)
