# SPDX-License-Identifier: GPL-2.0-or-later
"""Creates and upgrades a database, whole or not at all.

A new one is made under another name that then takes its place. An upgrade is a transaction in the file itself: one that
took the place of a file that others have open would lose what they save, or damage it.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db import catalogues, file_lock, file_places, schema_version
from est_plugin.db.container import create_container, create_spatial_indexes
from est_plugin.db.file_database import FileDatabase, connect, open_database, read_meta
from est_plugin.db.file_history import keep_history
from est_plugin.db.metric_crs import metric_crs
from est_plugin.db.soft_delete import mark_instead_of_delete
from est_plugin.db.times import now
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.db.schema_version import Migration
    from est_plugin.feedback import Feedback

#: How long an upgrade waits for others to end what they do, in ms.
_PATIENCE_MS = 1000


def create_database(
    path: Path, *, srs_id: int, municipality: str, municipality_name: str, feedback: Feedback
) -> FileDatabase:
    """Make a new database with the default code lists.

    ``srs_id`` is the EPSG code of a projected CRS in metres; all geometries are kept in it.

    Raises InputError for another CRS, DatabaseError if the file exists or the folder cannot be written to.
    """
    with new_file(path, srs_id=srs_id, feedback=feedback) as connection:
        connection.execute(
            "INSERT INTO meta"
            " (id, schema_version, min_client_version, municipality, municipality_name, srs_id, created)"
            " VALUES (1, ?, 1, ?, ?, ?, ?)",
            (schema_version.CURRENT, municipality, municipality_name, srs_id, now()),
        )
        catalogues.insert_defaults(connection)
    feedback.set_progress(1.0)
    return open_database(path)


@contextmanager
def new_file(path: Path, *, srs_id: int, feedback: Feedback) -> Iterator[sqlite3.Connection]:
    """A new database in a transaction: its tables, to be filled. The file appears when the block ends.

    Raises InputError for a CRS that is not in metres, DatabaseError if the file exists or the folder cannot be written
    to.
    """
    wkt = metric_crs(srs_id)
    refuse_existing(path)
    if (refusal := file_places.refusal_of(path)) is not None:
        raise refusal
    with replaced_when_whole(path) as draft:
        create_container(draft)
        step(feedback, 0.2)
        with closing(connect(draft, mode="rw")) as connection:
            connection.execute(
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys"
                " (srs_name, srs_id, organization, organization_coordsys_id, definition)"
                " VALUES (:name, :srs_id, 'EPSG', :srs_id, :wkt)",
                {"name": f"EPSG:{srs_id}", "srs_id": srs_id, "wkt": wkt},
            )
            with _transaction(connection):
                _run(connection, schema_version.migrations(), known=0, srs_id=srs_id)
                keep_history(connection)
                mark_instead_of_delete(connection)
                step(feedback, 0.5)
                yield connection
        create_spatial_indexes(draft)


def refuse_existing(path: Path) -> None:
    """See that the place is free.

    Raises DatabaseError if there is a file, or the journal of one.
    """
    if path.exists():
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} exists already."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A new database never replaces a file."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Open it, or choose another name."),
            path=path,
        )
    refuse_leftovers(path)


def upgrade_database(
    path: Path, feedback: Feedback, *, migrations: Sequence[Migration] | None = None
) -> tuple[int, int]:
    """Bring the database to this plugin's schema; returns the versions before and after.

    The work is one transaction in the file itself, so a step that fails leaves it as it was. A copy of the file lies
    beside it until the upgrade is whole.

    Raises DatabaseError if the file is no EST database, its schema is newer than the plugin's, another program uses it,
    or a step fails; CancelledError if a person has cancelled.
    """
    steps = schema_version.migrations() if migrations is None else migrations
    target = max(migration.version for migration in steps)
    meta = read_meta(path)
    known, srs_id = meta["schema_version"], meta["srs_id"]
    if known > target:
        schema_version.check_known(path, known)
    if known < target:
        with file_lock.held_for_work(path), _told(path), _alone(path) as connection, _copied(connection, path, known):
            step(feedback, 0.4)
            with _transaction(connection):
                _run(connection, steps, known=known, srs_id=srs_id)
                keep_history(connection)
                mark_instead_of_delete(connection)
                step(feedback, 0.8)
    # Also those that an earlier upgrade did not come to.
    try:
        create_spatial_indexes(path)
    except RuntimeError as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} was upgraded, but its map will be slow."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A spatial index could not be made: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Close every program that shows it, then upgrade it again."),
            path=path,
            error=error,
        ) from error
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
def replaced_when_whole(path: Path) -> Iterator[Path]:
    """A draft beside ``path`` that takes its place if the block succeeds and vanishes if it does not."""
    draft = _new_file(path, prefix=f".{path.stem}-")
    draft.unlink()
    try:
        with _told(path):
            yield draft
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _new_file(path: Path, *, prefix: str) -> Path:
    """An empty file beside ``path``; raises DatabaseError if there can be none."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=".gpkg")
    except OSError as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The folder refuses new files: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that exists and that you may write to."),
            path=path,
            error=error,
        ) from error
    os.close(handle)
    return Path(name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what goes wrong in a step into what a person can act on."""
    try:
        yield
    except (sqlite3.Error, RuntimeError, OSError) as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} could not be created or upgraded."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A step failed: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "The file is as it was before. Report the text above."),
            path=path,
            error=error,
        ) from error


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that keeps all others out, those that only read too.

    Raises DatabaseError if another one uses the file: in WAL mode one that has it open, else one in a transaction.
    """
    with closing(connect(path, mode="rw")) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        # In this mode the lock stays when its transaction ends.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise DatabaseError(
                QT_TRANSLATE_NOOP("est_plugin", "The database {path} was not upgraded."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It is open in another window or program."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Close every project and program that shows it, then try again. Nothing was changed."
                ),
                path=path,
            ) from error
        connection.execute("ROLLBACK")
        yield connection


@contextmanager
def _copied(connection: sqlite3.Connection, path: Path, version: int) -> Iterator[None]:
    """A copy of the database beside it, which stays only if the program is killed before the block ends."""
    copy = _new_file(path, prefix=f"{path.stem}-version-{version}-")
    try:
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
        yield
    finally:
        copy.unlink()


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _run(connection: sqlite3.Connection, steps: Sequence[Migration], *, known: int, srs_id: int) -> None:
    """Run the steps after version ``known``."""
    for migration in steps:
        if migration.version <= known:
            continue
        for file in migration.files:
            for statement in _statements(file.read_text(encoding="utf-8")):
                connection.execute(statement, {"srs_id": srs_id})
        connection.execute("UPDATE meta SET schema_version = ?", (migration.version,))


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
