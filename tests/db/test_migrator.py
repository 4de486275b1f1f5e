# SPDX-License-Identifier: GPL-2.0-or-later
"""A database is made or upgraded whole, or the folder stays as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from osgeo import ogr

from est_plugin.db import catalogues
from est_plugin.db.container import create_container
from est_plugin.db.file_database import connect, open_database
from est_plugin.db.file_history import keep_history
from est_plugin.db.metric_crs import metric_crs
from est_plugin.db.migrator import create_database, upgrade_database
from est_plugin.db.schema_version import CURRENT, migrations
from est_plugin.db.soft_delete import mark_instead_of_delete
from est_plugin.errors import CancelledError, DatabaseError, InputError
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database

ARCHITECTURE_TABLES = {
    "meta", "organisation", "category", "category_group", "incident", "import_batch", "quarantine", "hotspot",
    "hotspot_period", "cause", "walk", "walk_participant", "walk_stop", "observation", "measure",
    "measure_event", "traffic_rule", "measure_incident", "meeting", "agenda_item", "decision", "promise",
    "inventory_item", "survey_area", "effect", "history", "changeset",
}  # fmt: skip
EDITED_TABLES = ARCHITECTURE_TABLES - {
    "meta", "organisation", "category", "category_group", "import_batch", "quarantine", "hotspot_period",
    "measure_event", "history", "changeset",
}  # fmt: skip


def create(path: Path, srs_id: int = 3006) -> Database:
    return create_database(
        path, srs_id=srs_id, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def test_a_new_database_has_all_tables_and_gdal_lists_them(database: Database) -> None:
    dataset = ogr.Open(str(database.path))
    tables = {dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())}
    assert tables >= ARCHITECTURE_TABLES
    incidents = dataset.GetLayer("incident")
    assert incidents.GetGeomType() == ogr.wkbPoint
    assert incidents.GetSpatialRef().GetAuthorityCode(None) == "3006"
    assert dataset.GetLayer("measure").GetGeomType() == ogr.wkbUnknown


def test_every_table_that_people_edit_carries_the_guard_columns(database: Database) -> None:
    guard = {"id", "uuid", "version", "base_version", "changed_at", "changed_by", "deleted_at"}
    with database.reading() as connection:
        for table in EDITED_TABLES:
            columns = {row["name"] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
            assert guard <= columns, table


def test_code_lists_are_complete_in_both_languages(database: Database) -> None:
    lists = (
        catalogues.categories(database),
        catalogues.organisations(database),
        catalogues.measure_kinds(database),
        catalogues.checklist(database),
    )
    for codes in lists:
        assert codes
        assert all(code.name("sv") and code.name("en") for code in codes)
    assert {code.group for code in lists[0]} == {"1", "2", "3", "4", "5"}
    assert {"BEL", "SKY", "LTF"} <= {code.code for code in lists[2]}


def test_the_database_says_what_it_is(database: Database) -> None:
    opened = open_database(database.path)
    assert (opened.schema_version, opened.municipality, opened.crs_authid) == (CURRENT, "1781", "EPSG:3006")


def test_a_change_raises_the_version_and_a_status_step_is_dated(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO measure (uuid, kind, title) VALUES ('m', 'BEL', 'Lamp')")
        connection.execute("UPDATE measure SET status = 'decided' WHERE uuid = 'm'")
    with database.reading() as connection:
        assert connection.execute("SELECT version FROM measure").fetchone()["version"] == 2
        steps = [row["status"] for row in connection.execute("SELECT status FROM measure_event ORDER BY id")]
    assert steps == ["proposed", "decided"]


def test_a_value_outside_the_lists_is_refused_and_nothing_is_stored(database: Database) -> None:
    def store(*kinds: str) -> None:
        with database.writing() as connection:
            for kind in kinds:
                connection.execute("INSERT INTO measure (uuid, kind) VALUES (?, ?)", (kind, kind))

    with pytest.raises(DatabaseError, match="refused"):
        store("BEL", "NONE")
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM measure").fetchone()[0] == 0


@pytest.mark.parametrize("srs_id", [4326, 999999, 3857 + 100000])
def test_a_crs_without_metres_is_refused_and_leaves_no_file(tmp_path: Path, qgis_app: object, srs_id: int) -> None:
    with pytest.raises(InputError):
        create(tmp_path / "est.gpkg", srs_id)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_replaced(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "est.gpkg"
    path.write_text("mine")
    with pytest.raises(DatabaseError, match="exists already"):
        create(path)
    assert path.read_text() == "mine"


def test_the_journal_of_a_lost_database_is_told_and_kept(tmp_path: Path, qgis_app: object) -> None:
    path = tmp_path / "est.gpkg"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE lost (id INTEGER)")
    path.unlink()
    journal = tmp_path / "est.gpkg-wal"
    content = journal.read_bytes()
    with pytest.raises(DatabaseError, match="gpkg-wal"):
        create(path)
    assert journal.read_bytes() == content
    assert not path.exists()
    connection.close()


def test_empty_journals_of_a_lost_database_do_not_matter(tmp_path: Path, qgis_app: object) -> None:
    for ending in ("-wal", "-journal", "-shm"):
        (tmp_path / f"est.gpkg{ending}").write_bytes(b"rest" * 100 if ending == "-shm" else b"")
    assert create(tmp_path / "est.gpkg").municipality == "1781"
    assert not list(tmp_path.glob("est.gpkg-*"))


def test_a_missing_folder_is_told(tmp_path: Path, qgis_app: object) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"):
        create(tmp_path / "nowhere" / "est.gpkg")


def test_cancel_leaves_no_file(tmp_path: Path, qgis_app: object) -> None:
    class Cancelling(SilentFeedback):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        create_database(
            tmp_path / "est.gpkg", srs_id=3006, municipality="", municipality_name="", feedback=Cancelling()
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 100])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.gpkg"
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        open_database(path)
    assert path.read_bytes() == content


def test_a_database_without_est_tables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.gpkg"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(DatabaseError, match="is not an EST database"):
        open_database(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="was not found"):
        open_database(tmp_path / "missing.gpkg")


@pytest.mark.parametrize("min_client_version", [CURRENT, CURRENT + 1])
def test_a_newer_schema_says_whether_this_plugin_may_write_and_is_never_upgraded(
    database: Database, min_client_version: int
) -> None:
    with database.writing() as connection:
        connection.execute(
            "UPDATE meta SET schema_version = ?, min_client_version = ?", (CURRENT + 1, min_client_version)
        )
    before = database.path.read_bytes()
    opened = open_database(database.path)
    assert catalogues.categories(opened) == catalogues.categories(database)
    if min_client_version > CURRENT:
        with pytest.raises(DatabaseError, match=r"can only be read.*upgraded by a newer EST plugin"), opened.writing():
            pytest.fail("It could be written.")
    else:
        with opened.writing() as connection:
            assert connection.in_transaction
    with pytest.raises(DatabaseError, match="newer than this plugin"):
        upgrade_database(database.path, SilentFeedback())
    assert database.path.read_bytes() == before


def next_step(folder: Path, script: str) -> Path:
    """A folder of migrations that holds today's and one more."""
    for migration in migrations():
        target = folder / f"{migration.version:03d}"
        target.mkdir(parents=True)
        for file in migration.files:
            (target / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / f"{CURRENT + 1:03d}").mkdir()
    (folder / f"{CURRENT + 1:03d}" / "001_next.sql").write_text(script, encoding="utf-8")
    return folder


def test_an_upgrade_runs_only_the_missing_steps_and_keeps_the_rows(database: Database, tmp_path: Path) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO measure (uuid, kind, title) VALUES ('m', 'BEL', 'Lamp')")
    steps = migrations(next_step(tmp_path / "sql", "ALTER TABLE measure ADD COLUMN contact TEXT NOT NULL DEFAULT '';"))
    assert upgrade_database(database.path, SilentFeedback(), migrations=steps) == (CURRENT, CURRENT + 1)
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("SELECT title, contact FROM measure").fetchall() == [("Lamp", "")]
        assert connection.execute("SELECT schema_version FROM meta").fetchone() == (CURRENT + 1,)


def test_a_step_that_fails_leaves_the_file_as_it_was(database: Database, tmp_path: Path) -> None:
    script = "CREATE TABLE half (a);\nCREATE TABLE half (a);"
    steps = migrations(next_step(tmp_path / "sql", script))
    before = database.path.read_bytes()
    files = sorted(tmp_path.iterdir())
    with pytest.raises(DatabaseError, match="could not be created or upgraded"):
        upgrade_database(database.path, SilentFeedback(), migrations=steps)
    assert database.path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files


def test_an_upgrade_of_the_newest_schema_does_nothing(database: Database) -> None:
    before = database.path.read_bytes()
    assert upgrade_database(database.path, SilentFeedback()) == (CURRENT, CURRENT)
    assert database.path.read_bytes() == before


def install_up_to(path: Path, version: int) -> None:
    """A file as the plugin that knew ``version`` made it."""
    create_container(path)
    with closing(connect(path, mode="rw")) as connection:
        connection.execute(
            "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"
            " VALUES ('SWEREF 99 TM', 3006, 'EPSG', 3006, ?)",
            (metric_crs(3006),),
        )
        for step in migrations():
            for file in step.files if step.version <= version else ():
                connection.executescript(file.read_text(encoding="utf-8").replace(":srs_id", "3006"))
        keep_history(connection)
        mark_instead_of_delete(connection)
        connection.execute(
            "INSERT INTO meta"
            " (id, schema_version, min_client_version, municipality, municipality_name, srs_id, created)"
            " VALUES (1, ?, 1, '', '', 3006, '2026-01-01T00:00:00.000Z')",
            (version,),
        )


def structure(path: Path) -> dict[str, str]:
    """Every table, index, view and trigger, and what the GeoPackage says of its tables."""
    with closing(connect(path, mode="ro")) as connection:
        made = connection.execute("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master").fetchall()
        listed = connection.execute(
            "SELECT 'contents ' || table_name, data_type || srs_id FROM gpkg_contents"
        ).fetchall()
    return dict(map(tuple, [*made, *listed]))


@pytest.mark.parametrize("version", range(1, CURRENT + 1))
def test_every_older_schema_upgraded_is_the_schema_installed_now(
    database: Database, tmp_path: Path, version: int
) -> None:
    old = tmp_path / "old.gpkg"
    install_up_to(old, version)
    upgrade_database(old, SilentFeedback())
    assert structure(old) == structure(database.path)
