# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the GeoPackage of a field package hold when it comes back? Read whole, or refused."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from est_plugin.db.field_columns import FIELD_TABLES, KnownRow, comparable, plain_uuid
from est_plugin.db.field_manifest import BASE_TABLE, FORMAT, PACKAGE_TABLE, Manifest
from est_plugin.db.schema_version import CURRENT
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.field_columns import FieldTable, Value

_ALL = "SELECT * FROM {table}"
_MAGIC = b"SQLite format 3\0"
#: Beside a GeoPackage that is still open, or was copied while it was.
_UNFINISHED = ("-wal", "-journal")


@dataclass(frozen=True)
class ReturnedRow:
    """A row as it came back. ``unread`` holds what is no value of its column, as it was written."""

    table: str
    uuid: str
    values: Mapping[str, Value]
    unread: Mapping[str, str]


@dataclass(frozen=True)
class FieldFile:
    """The package, its rows as they left, by table and uuid, and as they came back."""

    manifest: Manifest
    base: Mapping[tuple[str, str], KnownRow]
    rows: tuple[ReturnedRow, ...]


def read_field_file(path: Path) -> FieldFile:
    """Read a copy, so that the original stays as it is.

    Raises InputError if the file is half-written, still open, no field package, or of another version of the plugin.
    """
    for ending in _UNFINISHED:
        beside = path.with_name(path.name + ending)
        if beside.is_file() and beside.stat().st_size > 0:
            raise _half_written(path, QT_TRANSLATE_NOOP("est_plugin", "It was copied while a program had it open."))
    try:
        with tempfile.TemporaryDirectory(prefix="est-field-") as folder:
            copy = Path(shutil.copyfile(path, Path(folder) / path.name))
            _check_whole(copy, path)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.row_factory = sqlite3.Row
                return _read(connection, path)
    except OSError as error:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The field package {path} cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Copy the folder from the phone again."),
            path=path,
            error=error,
        ) from error
    except sqlite3.Error as error:
        raise _half_written(path, QT_TRANSLATE_NOOP("est_plugin", "SQLite says: {error}."), error=error) from error


def _check_whole(copy: Path, path: Path) -> None:
    """A file that was cut is shorter than it says itself."""
    with copy.open("rb") as file:
        head = file.read(100)
    if head[:16] != _MAGIC:
        raise _half_written(path, QT_TRANSLATE_NOOP("est_plugin", "It is empty, or it is no GeoPackage."))
    page_size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if copy.stat().st_size < (65536 if page_size == 1 else page_size) * pages:
        raise _half_written(path, QT_TRANSLATE_NOOP("est_plugin", "Its end is missing."))
    with closing(sqlite3.connect(copy)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise _half_written(path, QT_TRANSLATE_NOOP("est_plugin", "SQLite says: {error}."), error=found)


def _read(connection: sqlite3.Connection, path: Path) -> FieldFile:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {PACKAGE_TABLE, BASE_TABLE, *(table.name for table in FIELD_TABLES)} <= tables:
        raise _no_package(path)
    row = connection.execute(_ALL.format(table=PACKAGE_TABLE)).fetchone()
    names = [field.name for field in fields(Manifest)]
    if row is None or not set(names) <= set(row.keys()):
        raise _no_package(path)
    manifest = Manifest(**{name: row[name] for name in names})
    if (manifest.schema_version, manifest.format) != (CURRENT, FORMAT):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The field package {path} cannot be brought home."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "It was made by version {version} of the plugin, whose tables are different."
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Nothing was changed. Write the notes into the forms by hand; the package shows them."
            ),
            path=path,
            version=manifest.plugin_version,
        )
    base = {
        (row["table_name"], row["uuid"]): KnownRow(
            row["table_name"], row["uuid"], row["version"], is_deleted=False, values=json.loads(row["held"])
        )
        for row in connection.execute(_ALL.format(table=BASE_TABLE))
    }
    rows = tuple(row for table in FIELD_TABLES for row in _rows(connection, table))
    return FieldFile(manifest, base, rows)


def _rows(connection: sqlite3.Connection, table: FieldTable) -> list[ReturnedRow]:
    """Columns that a phone added are left alone; one that it took away is empty."""
    return [_returned(table, dict(row)) for row in connection.execute(_ALL.format(table=table.name))]


def _returned(table: FieldTable, row: dict[str, Any]) -> ReturnedRow:
    values: dict[str, Value] = {}
    unread: dict[str, str] = {}
    for column in table.columns:
        try:
            values[column.name] = comparable(column.kind, row.get(column.name))
        except ValueError:
            values[column.name] = None
            unread[column.name] = str(row.get(column.name))
    return ReturnedRow(table.name, plain_uuid(row.get("uuid")), values, unread)


def _half_written(path: Path, why: str, **values: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The field package {path} is not whole."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Close the project on the phone, wait until all is copied, and copy the folder again."
        ),
        path=path,
        **values,
    )


def _no_package(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "{path} is no field package of EST."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It does not say which safety walk it belongs to."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the folder that was made with To the field."),
        path=path,
    )
