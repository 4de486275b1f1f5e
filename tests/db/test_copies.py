# SPDX-License-Identifier: GPL-2.0-or-later
"""A database that moves between a file and a server keeps every row, or stays where it was."""

from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from est_plugin.db.copies import copy_database, different_tables
from est_plugin.db.file_database import FileDatabase, open_database
from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.server_database import open_server_database
from est_plugin.errors import CancelledError, DatabaseError
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.processing.copydatabase import CopyDatabaseAlgorithm
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

WALK, STOP, MEASURE = (str(uuid.UUID(int=number)) for number in (0xA1, 0xB2, 0xC3))
#: Signs that COPY, SQL and JSON each have their own use for.
HARD_TEXT = "Åke\\N \\. \t\n\r\\ 'x' \"y\" {z} %s 😀 ;--"


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """Name of an empty PostgreSQL database."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    server.execute("postgres", f"CREATE DATABASE {name}")
    yield name
    server.execute("postgres", f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    """The demo town, with hand work in it: edited, deleted and hard to copy."""
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    database = create_demo_database(path, seed=1, until=date(2026, 3, 1), feedback=SilentFeedback()).database
    line = QgsVectorLayer(database.layer_source("walk"), "walks", "ogr")
    with database.writing() as connection:
        connection.execute(
            "UPDATE category SET name_sv = ?, active = 0 WHERE id = (SELECT max(id) FROM category)", (HARD_TEXT,)
        )
        connection.execute(
            "INSERT INTO organisation (code, name_sv, name_en) VALUES ('fritids', 'Fritidsgården', 'Youth club')"
        )
        connection.execute(
            "INSERT INTO walk (uuid, title, starts_at, length_m, next_walk) VALUES (?, ?, ?, ?, '2026-05-01')",
            (WALK, HARD_TEXT, "2026-03-01T18:00:00.123Z", 0.1 + 0.2),
        )
        connection.execute("INSERT INTO walk_stop (uuid, walk, number) VALUES (?, ?, 1)", (STOP, WALK))
        connection.execute(
            "INSERT INTO measure (uuid, kind, title, walk_stop, cost) VALUES (?, 'BEL', 'Lampa', ?, 1e-7)",
            (MEASURE, STOP),
        )
        connection.execute(
            "UPDATE measure SET status = 'decided', cost = 2, changed_by = 'Åsa' WHERE uuid = ?", (MEASURE,)
        )
        connection.execute(
            "INSERT INTO traffic_rule (uuid, measure, inside_built_up_area, is_decided) VALUES (?, ?, 1, 0)",
            (str(uuid.uuid4()), MEASURE),
        )
        connection.execute("DELETE FROM incident WHERE id % 50 = 0")
        connection.execute("UPDATE incident SET severity = 3, base_version = 1 WHERE id % 70 = 1")
        connection.execute(
            "INSERT INTO changeset (uuid, by_user, at, kind, result) VALUES (?, 'Åsa', ?, 'edit', ?)",
            (str(uuid.uuid4()), "2026-03-01T18:00:00.001Z", json.dumps({"b": 1.50, "a": [None, HARD_TEXT]})),
        )
    # A line and an area as QGIS draws them, with the envelopes that GDAL writes.
    line.startEditing()
    line.changeGeometry(
        next(line.getFeatures()).id(), QgsGeometry.fromWkt("LINESTRING(500000.1 6570000.3, 500300.7 6570200.9)")
    )
    assert line.commitChanges(), line.commitErrors()
    return path


@pytest.fixture
def town(town_file: Path) -> FileDatabase:
    return open_database(town_file)


def rows(database: FileDatabase, table: str) -> list[dict[str, Any]]:
    with database.reading() as connection:
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]


def names(database: FileDatabase) -> list[str]:
    with database.reading() as connection:
        return [row[0] for row in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]


class CancellingAt(SilentFeedback):
    """A person who cancels when the work has come so far."""

    def __init__(self, fraction: float) -> None:
        self.fraction = fraction
        self.is_late = False

    def set_progress(self, fraction: float) -> None:
        self.is_late = fraction >= self.fraction

    def is_cancelled(self) -> bool:
        return self.is_late


def test_a_file_that_went_to_a_server_and_back_is_equal_table_by_table(
    town: FileDatabase, server: Server, empty: str, tmp_path: Path
) -> None:
    there = copy_database(town, server.address(empty), SilentFeedback())
    assert there.left_out == ()
    back = copy_database(there.database, tmp_path / "back.gpkg", SilentFeedback())
    assert isinstance(back.database, FileDatabase)
    assert (back.rows, back.left_out) == (there.rows, ())
    assert names(back.database) == names(town)
    counted = 0
    for table in names(town):
        before, after = rows(town, table), rows(back.database, table)
        # JSON on a server has an order of its own.
        if column := {"changeset": "result", "history": "old"}.get(table):
            for row in (*before, *after):
                row[column] = json.loads(row[column])
        assert after == before, table
        counted += len(before)
    assert counted > 3000
    assert different_tables(town, back.database, SilentFeedback()) == ()


def test_a_copy_on_a_server_goes_on_like_any_database(town: FileDatabase, server: Server, empty: str) -> None:
    copy = copy_database(town, server.address(empty), SilentFeedback()).database
    steps = len(rows(town, "measure_event"))
    assert "town_street" in open_server_database(server.address(empty, "rita")).tables()
    anna = open_server_database(server.address(empty, "anna"))
    with cursor_on(anna) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'Ny lampa', base_version = 2 WHERE uuid = %s", (MEASURE,))
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind) VALUES (gen_random_uuid(), 'BEL') RETURNING id, changed_by"
        )
        assert tuple(cursor.fetchone().values()) == (2, "anna")
    with cursor_on(copy) as cursor:
        cursor.execute("SELECT count(*) AS n FROM est.measure_event")
        assert cursor.fetchone()["n"] == steps + 1
        cursor.execute(
            "SELECT (SELECT count(*) FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity)"
            " + (SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O') AS n"
        )
        assert cursor.fetchone()["n"] == 0
    with pytest.raises(DatabaseError, match="which version"), cursor_on(anna) as cursor:
        cursor.execute("UPDATE est.incident SET severity = 1")
    street = QgsVectorLayer(copy.layer_source("town_street"), "streets", "postgres")
    assert street.isValid()
    assert street.featureCount() == len(rows(town, "town_street"))


def test_history_of_a_server_is_read_in_a_file_as_the_file_writes_it(
    server: Server, server_database: ServerDatabase, tmp_path: Path
) -> None:
    name, measure, rule = server_database.address.name, str(uuid.uuid4()), str(uuid.uuid4())
    with cursor_on(open_server_database(server.address(name, "anna"))) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, geom, cost) VALUES"
            " (%s, 'BEL', 'SRID=3006;LINESTRING(0.1 1, 2 3)', 0.1)",
            (measure,),
        )
        cursor.execute("INSERT INTO est.traffic_rule (uuid, measure, is_signed) VALUES (%s, %s, true)", (rule, measure))
        cursor.execute(
            "UPDATE est.measure SET base_version = 1, geom = NULL, cost = 2, deleted_at = now() WHERE uuid = %s",
            (measure,),
        )
        cursor.execute("UPDATE est.measure SET base_version = 2, deleted_at = NULL WHERE uuid = %s", (measure,))
        cursor.execute("UPDATE est.traffic_rule SET base_version = 1, is_signed = false WHERE uuid = %s", (rule,))
    file = copy_database(open_server_database(server.address(name, "ada")), tmp_path / "a.gpkg", SilentFeedback())
    assert isinstance(file.database, FileDatabase)
    history = {(row["table_name"], row["version"]): row for row in rows(file.database, "history")}
    before = json.loads(history["measure", 2]["old"])
    blob = GeometryBlob(bytes.fromhex(before["geom"]))
    assert (blob[:3], blob.srs_id, before["cost"], before["deleted_at"]) == (
        b"GP\0", 3006, "0.10000000000000001", None,
    )  # fmt: skip
    deleted_at = json.loads(history["measure", 3]["old"])["deleted_at"]
    assert deleted_at == history["measure", 2]["changed_at"]
    assert json.loads(history["traffic_rule", 2]["old"]) == {"is_signed": 1}
    empty = f"again_{uuid.uuid4().hex[:8]}"
    server.execute("postgres", f"CREATE DATABASE {empty}")
    again = copy_database(file.database, server.address(empty), SilentFeedback())
    assert different_tables(server_database, again.database, SilentFeedback()) == ()
    with cursor_on(again.database) as cursor:
        cursor.execute("SELECT old FROM est.history WHERE table_name = 'measure' AND version = 2")
        assert cursor.fetchone()["old"]["geom"] == GeometryBlob(bytes.fromhex(before["geom"])).to_ewkb().hex().upper()
    server.execute("postgres", f"DROP DATABASE {empty} WITH (FORCE)")


def test_a_server_is_copied_to_an_empty_schema_on_another(
    town: FileDatabase, server: Server, empty: str, server_database: ServerDatabase
) -> None:
    first = copy_database(town, server.address(empty), SilentFeedback()).database
    second = copy_database(first, server_database.address, SilentFeedback()).database
    assert different_tables(first, second, SilentFeedback()) == ()
    assert different_tables(second, town, SilentFeedback()) == ()


def test_a_file_is_copied_to_a_file_with_all_that_is_in_it(town: FileDatabase, tmp_path: Path) -> None:
    source = tmp_path / "source.gpkg"
    source.write_bytes(town.path.read_bytes())
    with closing(sqlite3.connect(source)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE mine (a)")
        other.execute("INSERT INTO mine VALUES (1)")
        other.commit()
        copy = copy_database(open_database(source), tmp_path / "copy.gpkg", SilentFeedback()).database
    with closing(sqlite3.connect(tmp_path / "copy.gpkg")) as connection:
        assert connection.execute("SELECT a FROM mine").fetchall() == [(1,)]
    assert different_tables(copy, town, SilentFeedback()) == ()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "copy"))] == ["copy.gpkg"]


def test_a_difference_is_found(town: FileDatabase, tmp_path: Path) -> None:
    copy = copy_database(town, tmp_path / "copy.gpkg", SilentFeedback()).database
    with copy.writing() as connection:
        connection.execute("UPDATE walk_stop SET comment = 'x'")
        connection.execute("DROP TABLE changeset")
        connection.execute("DELETE FROM gpkg_contents WHERE table_name = 'changeset'")
    assert different_tables(town, copy, SilentFeedback()) == ("changeset", "history", "walk_stop")


def test_others_go_on_writing_while_a_file_is_copied(
    town: FileDatabase, server: Server, empty: str, tmp_path: Path
) -> None:
    source = copy_database(town, tmp_path / "source.gpkg", SilentFeedback()).database

    class Writing(SilentFeedback):
        saved = 0

        def set_progress(self, fraction: float) -> None:
            if 0.1 < fraction < 0.6 and self.saved < 5:
                with source.writing() as connection:
                    connection.execute("UPDATE walk SET weather = 'rain'")
                self.saved += 1

    feedback = Writing()
    copy = copy_database(source, server.address(empty), feedback).database
    assert feedback.saved == 5
    assert different_tables(copy, town, SilentFeedback()) == ()


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.8])
def test_a_cancel_leaves_nothing(
    town: FileDatabase, server: Server, empty: str, tmp_path: Path, fraction: float
) -> None:
    with pytest.raises(CancelledError):
        copy_database(town, server.address(empty), CancellingAt(fraction))
    with pytest.raises(DatabaseError, match="is not an EST database"):
        open_server_database(server.address(empty))
    there = copy_database(town, server.address(empty), SilentFeedback()).database
    with pytest.raises(CancelledError):
        copy_database(there, tmp_path / "copy.gpkg", CancellingAt(fraction))
    with pytest.raises(CancelledError):
        copy_database(town, tmp_path / "copy.gpkg", CancellingAt(0.0))
    assert list(tmp_path.iterdir()) == []


def test_a_schema_that_holds_rows_is_refused_and_left_alone(
    town: FileDatabase, server_database: ServerDatabase
) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("INSERT INTO est.meeting (uuid, kind, held_at) VALUES (gen_random_uuid(), 'council', now())")
    with pytest.raises(DatabaseError, match=r"holds data already.*meeting"):
        copy_database(town, server_database.address, SilentFeedback())
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT count(*) AS n FROM est.organisation WHERE code = 'fritids'")
        assert cursor.fetchone()["n"] == 0


def test_another_coordinate_system_is_refused(file_database: FileDatabase, server_database: ServerDatabase) -> None:
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.meta SET srs_id = 3012")
    with pytest.raises(DatabaseError, match="EPSG:3012"):
        copy_database(file_database, server_database.address, SilentFeedback())


def test_a_file_is_never_replaced(town: FileDatabase, server_database: ServerDatabase, tmp_path: Path) -> None:
    path = tmp_path / "mine.gpkg"
    path.write_text("mine")
    for source in (town, server_database):
        with pytest.raises(DatabaseError, match="exists already"):
            copy_database(source, path, SilentFeedback())
    assert path.read_text() == "mine"


def test_a_login_that_may_not_create_is_told(town: FileDatabase, server: Server, empty: str) -> None:
    server.execute(empty, "CREATE EXTENSION postgis")
    with pytest.raises(DatabaseError, match="may not create or upgrade"):
        copy_database(town, server.address(empty, "nils"), SilentFeedback())


def test_an_editor_may_not_fill_an_empty_schema(
    file_database: FileDatabase, server: Server, server_database: ServerDatabase
) -> None:
    address = server.address(server_database.address.name, "anna")
    with pytest.raises(DatabaseError, match="may not create or upgrade"):
        copy_database(file_database, address, SilentFeedback())


def test_a_column_of_a_persons_own_is_told_and_not_dropped(
    file_database: FileDatabase, server: Server, empty: str
) -> None:
    with file_database.writing() as connection:
        connection.execute("ALTER TABLE measure ADD COLUMN my_note TEXT")
    with pytest.raises(DatabaseError, match=r"measure\.my_note"):
        copy_database(file_database, server.address(empty), SilentFeedback())


def test_a_row_that_the_server_cannot_hold_stops_the_copy(
    file_database: FileDatabase, server: Server, empty: str
) -> None:
    with file_database.writing() as connection:
        connection.execute("INSERT INTO measure (uuid, kind) VALUES ('no uuid', 'BEL')")
    with pytest.raises(DatabaseError, match="no uuid"):
        copy_database(file_database, server.address(empty), SilentFeedback())
    with pytest.raises(DatabaseError, match="is not an EST database"):
        open_server_database(server.address(empty))


def test_a_table_of_a_persons_own_is_named_as_left_behind(
    file_database: FileDatabase, server: Server, empty: str
) -> None:
    with file_database.writing() as connection:
        connection.execute("CREATE TABLE mine (id INTEGER PRIMARY KEY)")
        connection.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('mine', 'attributes')")
    assert copy_database(file_database, server.address(empty), SilentFeedback()).left_out == ("mine",)


def test_the_algorithm_copies_and_says_what_it_did(file_database: FileDatabase, tmp_path: Path) -> None:
    output = tmp_path / "copy.gpkg"
    results, log = run(DATABASE=str(file_database.path), OUTPUT=str(output))
    assert results["OUTPUT"] == str(output)
    assert results["ROWS"] > 30
    assert "equal to the original" in log
    with pytest.raises(QgsProcessingException, match="exists already"):
        run(DATABASE=str(file_database.path), OUTPUT=str(output))
    with pytest.raises(QgsProcessingException, match="is missing"):
        run(DATABASE=str(file_database.path))


def run(**parameters: str) -> tuple[dict[str, Any], str]:
    feedback = QgsProcessingFeedback(False)
    results, _ = CopyDatabaseAlgorithm().create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    return results, feedback.textLog()
