# SPDX-License-Identifier: GPL-2.0-or-later
"""Creates and upgrades a database, whole or not at all: the work is done on a copy that then takes the file's place."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import ogr

from est_plugin.db import catalogues, schema_version
from est_plugin.db.file_database import FileDatabase, connect, open_database
from est_plugin.db.metric_crs import metric_crs
from est_plugin.db.soft_delete import mark_instead_of_delete
from est_plugin.db.times import now
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.db.schema_version import Migration
    from est_plugin.feedback import Feedback


def create_database(
    path: Path, *, srs_id: int, municipality: str, municipality_name: str, feedback: Feedback
) -> FileDatabase:
    """Make a new database with the default code lists.

    ``srs_id`` is the EPSG code of a projected CRS in metres; all geometries are kept in it.

    Raises InputError for another CRS, DatabaseError if the file exists or the folder cannot be written to.
    """
    wkt = metric_crs(srs_id)
    if path.exists():
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} exists already."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A new database never replaces a file."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open it, or choose another name."),
            path=path,
        )
    refuse_leftovers(path)
    with _replaced_when_whole(path) as draft:
        _create_container(draft)
        step(feedback, 0.2)
        with closing(connect(draft, mode="rw")) as connection:
            connection.execute(
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys"
                " (srs_name, srs_id, organization, organization_coordsys_id, definition)"
                " VALUES (:name, :srs_id, 'EPSG', :srs_id, :wkt)",
                {"name": f"EPSG:{srs_id}", "srs_id": srs_id, "wkt": wkt},
            )
            _apply(connection, schema_version.migrations(), known=0, srs_id=srs_id)
            mark_instead_of_delete(connection)
            step(feedback, 0.5)
            connection.execute("BEGIN")
            connection.execute(
                "INSERT INTO meta"
                " (id, schema_version, min_client_version, municipality, municipality_name, srs_id, created)"
                " VALUES (1, ?, 1, ?, ?, ?, ?)",
                (schema_version.CURRENT, municipality, municipality_name, srs_id, now()),
            )
            catalogues.insert_defaults(connection)
            connection.execute("COMMIT")
        step(feedback, 0.7)
        _create_spatial_indexes(draft)
    feedback.set_progress(1.0)
    return open_database(path)


def upgrade_database(
    path: Path, feedback: Feedback, *, migrations: Sequence[Migration] | None = None
) -> tuple[int, int]:
    """Bring the database to this plugin's schema; returns the versions before and after.

    A step that fails leaves the file as it was.

    Raises DatabaseError if the schema is newer than the plugin's, or if a step fails.
    """
    steps = schema_version.migrations() if migrations is None else migrations
    target = max(migration.version for migration in steps)
    with closing(connect(path, mode="ro")) as connection:
        known, srs_id = connection.execute("SELECT schema_version, srs_id FROM meta").fetchone()
    if known >= target:
        if known > target:
            open_database(path)
        return known, known
    with _replaced_when_whole(path) as draft:
        with closing(connect(path, mode="ro")) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
        step(feedback, 0.4)
        with closing(connect(draft, mode="rw")) as connection:
            _apply(connection, steps, known=known, srs_id=srs_id)
        _create_spatial_indexes(draft)
    feedback.set_progress(1.0)
    return known, target


def refuse_leftovers(path: Path) -> None:
    """See that no journal of a lost database lies where a new one will be: SQLite would take it for the new one's.

    A journal without content is no loss and is removed.

    Raises DatabaseError if there is one with content, or one that cannot be removed.
    """
    journals = [path.with_name(path.name + ending) for ending in ("-wal", "-journal", "-shm")]
    full = [file for file in journals[:2] if file.exists() and file.stat().st_size]
    try:
        for file in [] if full else journals:
            file.unlink(missing_ok=True)
    except OSError as error:
        full = [Path(error.filename)]
    if full:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be created."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "Beside it lies {name}, left by an earlier database with this name that was not closed."
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose another name. Or delete that file, if you do not need the earlier database."
            ),
            path=path,
            name=full[0].name,
        )


@contextmanager
def _replaced_when_whole(path: Path) -> Iterator[Path]:
    """A draft beside ``path`` that takes its place if the block succeeds and vanishes if it does not."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".gpkg")
    except OSError as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The folder refuses new files: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that exists and that you may write to."),
            path=path,
            error=error,
        ) from error
    os.close(handle)
    draft = Path(name)
    draft.unlink()
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    except (sqlite3.Error, RuntimeError, OSError) as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} could not be created or upgraded."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A step failed: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "The file is as it was before. Report the text above."),
            path=path,
            error=error,
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _create_container(path: Path) -> None:
    """An empty GeoPackage with the tables of the standard, made by GDAL."""
    driver = ogr.GetDriverByName("GPKG")
    with _ogr_exceptions():
        dataset = driver.CreateDataSource(str(path))
        # GDAL writes the list of geometry columns with the first layer only.
        dataset.CreateLayer("first", None, ogr.wkbPoint)
        dataset.DeleteLayer(0)
        del dataset


@contextmanager
def _ogr_exceptions() -> Iterator[None]:
    """Let GDAL raise what it otherwise only prints."""
    before = ogr.GetUseExceptions()
    ogr.UseExceptions()
    try:
        yield
    finally:
        if not before:
            ogr.DontUseExceptions()


def _apply(connection: sqlite3.Connection, steps: Sequence[Migration], *, known: int, srs_id: int) -> None:
    """Run the steps after version ``known``, each in one transaction."""
    for migration in steps:
        if migration.version <= known:
            continue
        connection.execute("BEGIN")
        for file in migration.files:
            for statement in _statements(file.read_text(encoding="utf-8")):
                connection.execute(statement, {"srs_id": srs_id})
        connection.execute("UPDATE meta SET schema_version = ?", (migration.version,))
        connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time: only so do parameters and the transaction hold."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def _create_spatial_indexes(path: Path) -> None:
    """Spatial indexes, in GDAL's own form, for the tables that have none yet."""
    with closing(connect(path, mode="ro")) as connection:
        tables = [
            row["table_name"]
            for row in connection.execute(
                "SELECT table_name FROM gpkg_geometry_columns WHERE NOT EXISTS"
                " (SELECT 1 FROM sqlite_master WHERE name = 'rtree_' || table_name || '_geom')"
            )
        ]
    with _ogr_exceptions():
        dataset = ogr.Open(str(path), update=1)
        for table in tables:
            dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{table}', 'geom')", dialect="")
        del dataset
