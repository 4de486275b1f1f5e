# SPDX-License-Identifier: GPL-2.0-or-later
"""What is forgotten or purged through the plugin stands nowhere any more, in a file not in a single byte."""

from __future__ import annotations

import struct
import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsVectorLayer

from est_plugin.db import changesets, privacy
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.file_database import connect
from est_plugin.db.file_privacy import free_text
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.history import deleted_rows, row_history
from est_plugin.db.privacy import Purged
from est_plugin.db.server_database import open_server_database
from est_plugin.errors import DatabaseError, InputError

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.file_database import FileDatabase
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

PLANTED = "Planterad-hemlighet"
#: No float32 but itself is near, so that its bytes are found wherever the place is kept.
X, Y = 503_123.75, 6_571_234.5
OTHER = (500_000.0, 6_600_000.0)


@pytest.fixture(params=["file", "server"])
def admins_database(request: pytest.FixtureRequest) -> Database:
    """An empty database of each engine, as one who may purge opens it."""
    if request.param == "file":
        return request.getfixturevalue("file_database")
    server: Server = request.getfixturevalue("server")
    name = request.getfixturevalue("server_database").address.name
    return open_server_database(server.address(name, "ada"))


def insert(database: Database, table: str, *, at: tuple[float, float] = (X, Y), **values: object) -> str:
    row = str(uuid.uuid4())
    place = {"geom": point_blob(*at, database.srs_id)}
    changesets.apply(database, Changeset((Change(table, Op.INSERT, row, {**values, **place}),)))
    return row


def plant_incident(database: Database, ref: str = "7", occurred: str = "2026-11-01T10:00:00.000Z") -> str:
    """An incident with text in the row, its history and the quarantine it came from."""
    row = insert(
        database, "incident", source="polis", source_ref=ref, category="klotter", occurred_from=occurred,
        description=f"{PLANTED} 1",
    )  # fmt: skip
    changesets.apply(
        database, Changeset((Change("incident", Op.UPDATE, row, {"description": f"{PLANTED} 2"}, base_version=1),))
    )
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO import_batch (uuid, source, file_name, sha256, mapping, columns, rows_read, accepted, known,"
            " changed, quarantined, imported_at) VALUES (?, 'polis', 'a', '', '', '[]', 1, 0, 0, 0, 1, ?)",
            (str(uuid.uuid4()), occurred),
        )
        connection.execute(
            "INSERT INTO quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons)"
            " SELECT max(id), 'polis', 1, ?, ?, ?, '[]' FROM import_batch",
            (ref, ref, f'{{"Text": "{PLANTED}"}}'),
        )
    return row


def content(database: FileDatabase) -> bytes:
    """Every byte of the file and of what lies beside it."""
    return b"".join(path.read_bytes() for path in sorted(database.path.parent.glob(f"{database.path.name}*")))


def traces(database: FileDatabase) -> list[str]:
    """What of the planted row is left: its text, or its place as a geometry, an index or an extent holds it."""
    found = content(database)
    kept = {
        "text": PLANTED.encode(),
        "text in hexadecimal": PLANTED.encode().hex().encode(),
        "x": struct.pack("<d", X),
        "x in hexadecimal": struct.pack("<d", X).hex().upper().encode(),
        "x in the index": struct.pack(">f", X),
        "y in the index": struct.pack(">f", Y),
        "x of the extent": struct.pack(">d", X),
    }
    return [name for name, sought in kept.items() if sought in found]


def rows(database: Database, table: str) -> int:
    with database.reading() as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def age(database: Database, server: Server | None, *statements: str) -> None:
    """Write times of long ago, past the guard."""
    if server is None:
        with closing(connect(database.path, mode="rw")) as connection:
            for statement in statements:
                connection.execute(statement)
    else:
        server.execute(database.address.name, "SET ROLE est_owner", "SET search_path = est, public", *statements)


def test_a_forgotten_incident_goes_with_its_history_and_its_raw_row(admins_database: Database) -> None:
    row = plant_incident(admins_database)
    assert privacy.forget(admins_database, row) == ("incident",)
    assert (rows(admins_database, "incident"), rows(admins_database, "quarantine")) == (0, 0)
    assert [step.operation for step in row_history(admins_database, "incident", row)] == ["forget"]


def test_no_byte_of_a_file_tells_of_a_forgotten_row(file_database: FileDatabase) -> None:
    row = plant_incident(file_database)
    for number in range(300):
        insert(
            file_database, "incident", at=(OTHER[0] + number, OTHER[1] - number), source="polis",
            source_ref=f"o{number}", category="klotter", occurred_from="2026-11-01T10:00:00.000Z",
        )  # fmt: skip
    measure = insert(file_database, "measure", kind="BEL", title=PLANTED, description=PLANTED)
    moved = {"title": "Ny", "geom": point_blob(*OTHER, file_database.srs_id)}
    changesets.apply(file_database, Changeset((Change("measure", Op.UPDATE, measure, moved, 1),)))
    assert {"text", "x", "x in hexadecimal", "x in the index"} <= set(traces(file_database))
    privacy.forget(file_database, row)
    privacy.forget(file_database, measure)
    assert traces(file_database) == []
    assert rows(file_database, "incident") == 300
    assert rows(file_database, "rtree_incident_geom") == 300


def test_no_byte_tells_of_it_while_qgis_shows_the_file(file_database: FileDatabase) -> None:
    layer = QgsVectorLayer(file_database.layer_source("incident"), "incidents", "ogr")
    row = plant_incident(file_database)
    layer.reload()
    assert layer.featureCount() == len(list(layer.getFeatures())) == 1
    privacy.forget(file_database, row)
    assert traces(file_database) == []
    layer.reload()
    assert list(layer.getFeatures()) == []


def test_the_one_who_reads_meanwhile_is_the_reason_that_is_told(file_database: FileDatabase) -> None:
    row = plant_incident(file_database)
    with closing(connect(file_database.path, mode="rw")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with file_database.reading() as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM incident").fetchone()
        with pytest.raises(DatabaseError, match="traces"):
            privacy.forget(file_database, row)
    privacy.purge(file_database)
    assert traces(file_database) == []


def test_a_forgotten_measure_is_an_empty_shell_that_cannot_be_restored(admins_database: Database) -> None:
    row = insert(admins_database, "measure", kind="BEL", title=PLANTED, registry_no=PLANTED)
    privacy.forget(admins_database, row)
    with admins_database.reading() as connection:
        shell = connection.execute("SELECT kind, title, registry_no, geom, deleted_at FROM measure").fetchone()
    assert (shell["kind"], shell["title"], shell["registry_no"], shell["geom"]) == ("BEL", "", "", None)
    assert shell["deleted_at"] is not None
    assert deleted_rows(admins_database) == ()


@pytest.mark.parametrize("unknown", [str(uuid.uuid4()), "abc"])
def test_a_uuid_that_nobody_has_is_told(admins_database: Database, unknown: str) -> None:
    with pytest.raises(InputError):
        privacy.forget(admins_database, unknown)


def test_an_editor_may_not_purge(editors_database: ServerDatabase) -> None:
    with pytest.raises(DatabaseError, match="may not"):
        privacy.purge(editors_database)


def test_purge_takes_what_is_too_old_and_nothing_else(
    admins_database: Database, request: pytest.FixtureRequest
) -> None:
    is_file = admins_database.PROVIDER == "ogr"
    server = None if is_file else request.getfixturevalue("server")
    plant_incident(admins_database, "old", "2020-01-01T10:00:00.000Z")
    young = plant_incident(admins_database, "new")
    lamp, sign = (insert(admins_database, "measure", kind="BEL", title=f"{PLANTED} {name}") for name in "ab")
    for row in (lamp, sign):
        changesets.apply(admins_database, Changeset((Change("measure", Op.DELETE, row, base_version=1),)))
    long_ago = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-31 days')" if is_file else "now() - interval '31 days'"
    version = "" if not is_file else ", version = version + 1"
    age(admins_database, server, f"UPDATE measure SET deleted_at = {long_ago}{version} WHERE uuid = '{lamp}'")
    assert privacy.purge(admins_database) == Purged(incidents=1, quarantine=1, shells=1, history=0)
    with admins_database.reading() as connection:
        titles = [row["title"] for row in connection.execute("SELECT title FROM measure ORDER BY title")]
        left = [str(row["uuid"]) for row in connection.execute("SELECT uuid FROM incident")]
    assert titles == ["", f"{PLANTED} b"]
    assert left == [young]
    assert [row.uuid for row in deleted_rows(admins_database)] == [sign]
    assert privacy.purge(admins_database) == Purged(incidents=0, quarantine=0, shells=0, history=0)


def test_no_byte_of_a_file_tells_of_what_was_purged(file_database: FileDatabase) -> None:
    plant_incident(file_database, "old", "2020-01-01T10:00:00.000Z")
    assert privacy.purge(file_database).incidents == 1
    assert traces(file_database) == []


def test_both_engines_scrub_the_same_columns(
    file_database: FileDatabase, server_database: ServerDatabase, server: Server
) -> None:
    query = """
        SELECT a.attname AS name FROM pg_attribute a
        WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.atttypid = CAST('text' AS regtype) AND a.attname <> 'changed_by' OR a.attname = 'geom')
        AND NOT EXISTS (
            SELECT FROM pg_constraint c
            WHERE c.conrelid = a.attrelid AND c.contype IN ('p', 'u', 'f', 'c') AND a.attnum = ANY (c.conkey)
        )
    """
    with file_database.reading() as connection, server_database.reading() as other:
        tables = [row[0] for row in other.execute("SELECT est.guarded_tables()")]
        for table in tables:
            theirs = {row["name"] for row in other.execute(query, (f"est.{table}",))}
            assert set(free_text(connection, table)) == theirs, table


def test_the_link_of_a_measure_to_an_incident_goes_with_the_incident(admins_database: Database) -> None:
    kept, gone = plant_incident(admins_database, "1"), plant_incident(admins_database, "2")
    old = plant_incident(admins_database, "3", "2020-01-01T10:00:00.000Z")
    lamp = insert(admins_database, "measure", kind="BEL")
    for incident in (kept, gone, old):
        link = {"measure": lamp, "incident": incident}
        changesets.apply(admins_database, Changeset((Change("measure_incident", Op.INSERT, str(uuid.uuid4()), link),)))
    privacy.forget(admins_database, gone)
    assert privacy.purge(admins_database).incidents == 1
    with admins_database.reading() as connection:
        links = connection.execute("SELECT CAST(incident AS text) AS incident FROM measure_incident").fetchall()
        assert [row["incident"] for row in links] == [kept]
        assert connection.execute("SELECT count(*) AS n FROM measure").fetchone()["n"] == 1


def test_a_forgotten_walk_takes_along_what_was_said_on_it_and_who_took_part(admins_database: Database) -> None:
    walk, stop, seen, person = (str(uuid.uuid4()) for _ in range(4))
    changes = (
        Change("walk", Op.INSERT, walk, {"title": PLANTED}),
        Change("walk_participant", Op.INSERT, person, {"walk": walk, "role": "police"}),
        Change("walk_stop", Op.INSERT, stop, {"walk": walk, "comment": PLANTED}),
        Change("observation", Op.INSERT, seen, {"walk_stop": stop, "item": "BEL", "comment": PLANTED}),
    )
    changesets.apply(admins_database, Changeset(changes))
    privacy.forget(admins_database, walk)
    with admins_database.reading() as connection:
        for table in ("walk", "walk_participant", "walk_stop", "observation"):
            (row,) = connection.execute(f"SELECT * FROM {table}").fetchall()
            assert row["deleted_at"] is not None, table
            assert PLANTED not in str(dict(row)), table
