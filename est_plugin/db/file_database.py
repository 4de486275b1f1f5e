# SPDX-License-Identifier: GPL-2.0-or-later
"""An EST database in one GeoPackage: what it says of itself, and connections to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qgis.core import QgsApplication

from est_plugin.db import file_lock, file_places, geometry_blob, guard
from est_plugin.db.database import Database
from est_plugin.db.file_history import sign
from est_plugin.db.file_uri import file_uri
from est_plugin.db.schema_version import refusal_of
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SQLITE_MAGIC = b"SQLite format 3\0"
_BUSY_SECONDS = 10.0
#: Room for the indexes while many rows are written, in KiB. A statement with triggers keeps a journal of its own,
#: which SQLite would write to a file.
_FAST_WRITING = "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY"


@dataclass(frozen=True, kw_only=True)
class FileDatabase(Database):
    """A checked file. Holds no open connection, so it may be handed to any thread."""

    path: Path
    PROVIDER: ClassVar[str] = "ogr"

    def __str__(self) -> str:
        return str(self.path)

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def key(self) -> str:
        return self.path.as_posix()

    def tables(self) -> frozenset[str]:
        # QGIS's querySublayers asks every provider, and two threads in it at once wait for each other forever.
        with self.reading() as connection:
            return frozenset(row["table_name"] for row in connection.execute("SELECT table_name FROM gpkg_contents"))

    def layer_source(self, table: str, *, geometry_type: str = "", subset: str = "") -> str:
        source = f"{self.path}|layername={table}"
        if geometry_type:
            source += f"|geometrytype={geometry_type}"
        return f"{source}|subset={subset}" if subset else source

    def check_may_write(self) -> None:
        super().check_may_write()
        holder = file_lock.holder_of(self.path)
        if holder is not None and not holder.is_this_process and not holder.is_passing:
            raise file_lock.HeldError(self.path, holder)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with translated_errors(self.path), closing(connect(self.path, mode="ro")) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        if self.refusal is not None:
            raise self.refusal
        with (
            file_lock.held_for_work(self.path),
            translated_errors(self.path),
            closing(connect(self.path, mode="rw")) as connection,
        ):
            connection.execute("BEGIN IMMEDIATE")
            try:
                sign(connection, QgsApplication.userLoginName())
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def connect(path: Path, *, mode: str) -> sqlite3.Connection:
    """A plain connection (``ro`` or ``rw``) with named rows, foreign keys and the spatial index functions."""
    connection = sqlite3.connect(file_uri(path.resolve(), f"mode={mode}"), uri=True, timeout=_BUSY_SECONDS)
    connection.isolation_level = None
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(_FAST_WRITING)
    geometry_blob.register(connection)
    return connection


def connect_shared(path: Path) -> sqlite3.Connection:
    """A bare connection for reading that any thread may use, one at a time."""
    uri = file_uri(path.resolve(), "mode=ro")
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what a person can act on."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        refusal = guard.refusal_in(str(error))
        if refusal is not None:
            raise guard.error_of(refusal) from error
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database refused the change."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A value breaks one of its rules: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Nothing was stored. Correct the value and try again."),
            error=error,
        ) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise _locked(path) from error
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} could not be used."),
            why=QT_TRANSLATE_NOOP("est_plugin", "SQLite says: {error}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Check that the file is there, that you may write to it and that nothing else locks it.",
            ),
            path=path,
            error=error,
        ) from error


def _locked(path: Path) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} is locked."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Another program keeps it for itself."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Nothing was changed. Let the other program finish or close it, then try again."
        ),
        path=path,
    )


def open_database(path: Path) -> FileDatabase:
    """Open an EST database after checking that it is one, and one that this plugin understands.

    Raises DatabaseError if the file is missing, is no EST database, or has an older schema.
    """
    path = path.absolute()
    meta = read_meta(path)
    return FileDatabase(
        path=path,
        schema_version=meta["schema_version"],
        municipality=meta["municipality"],
        municipality_name=meta["municipality_name"],
        srs_id=meta["srs_id"],
        retention_months=meta["retention_months"],
        refusal=refusal_of(path, meta["schema_version"], meta["min_client_version"])
        or file_places.refusal_of(path)
        or _write_protected(path),
    )


def _write_protected(path: Path) -> DatabaseError | None:
    if os.access(path, os.W_OK):
        return None
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} can only be read."),
        why=QT_TRANSLATE_NOOP("est_plugin", "You have no right to write to the file."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Ask the owner of the folder for the right."),
        path=path,
    )


def read_meta(path: Path) -> sqlite3.Row:
    """What an EST database of any version says of itself: at least ``schema_version`` and ``srs_id``.

    Raises DatabaseError if the file is missing or no EST database.
    """
    _check_is_sqlite(path)
    with translated_errors(path), closing(connect(path, mode="ro")) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").fetchone():
            raise _not_est(path, QT_TRANSLATE_NOOP("est_plugin", "It is a database, but it has no EST tables."))
        meta: sqlite3.Row | None = connection.execute("SELECT * FROM meta").fetchone()
    if meta is None or not {"schema_version", "srs_id"} <= set(meta.keys()):
        raise _not_est(path, QT_TRANSLATE_NOOP("est_plugin", "Its description of itself is missing."))
    return meta


def _check_is_sqlite(path: Path) -> None:
    if not path.is_file():
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} was not found."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is no file with that name."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another file, or create a new database."),
            path=path,
        )
    if not os.access(path, os.R_OK):
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "You have no right to read the file."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Ask the owner of the folder for the right."),
            path=path,
        )
    with path.open("rb") as file:
        if file.read(len(_SQLITE_MAGIC)) != _SQLITE_MAGIC:
            raise _not_est(path, QT_TRANSLATE_NOOP("est_plugin", "It is another kind of file."))


def _not_est(path: Path, why: str) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "{path} is not an EST database."),
        why=why,
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another file, or create a new database."),
        path=path,
    )
