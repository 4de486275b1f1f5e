# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the office hold of a walk that goes to the field, or comes back from there?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.field_columns import FIELD_TABLES, Kind, KnownRow, comparable, table_of
from est_plugin.db.field_manifest import is_return
from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.history import row_history
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from est_plugin.db.database import Connection, Database
    from est_plugin.db.field_columns import FieldTable, Value

_SELECT = (
    "SELECT CAST(uuid AS text) AS uuid, version, deleted_at IS NOT NULL AS is_deleted, {columns} FROM {table}"
    " WHERE {condition}"
)
_NAMED = (
    "SELECT CAST(uuid AS text) AS uuid FROM walk WHERE deleted_at IS NULL AND (CAST(uuid AS text) = ? OR title = ?)"
)
_OF_WALK = {
    "walk": "CAST(uuid AS text) = ?",
    "walk_stop": "CAST(walk AS text) = ?",
    "walk_participant": "CAST(walk AS text) = ?",
    "observation": "walk_stop IN (SELECT uuid FROM walk_stop WHERE CAST(walk AS text) = ?)",
}
_ORDER = {"walk_stop": "number", "observation": "observed_at", "walk_participant": "role"}
#: SQLite takes no more parameters at once on some systems.
_AT_ONCE = 500


@dataclass(frozen=True)
class WrittenValues:
    """What was written into a row in the office: what one package brought home, and with which values the row began."""

    home: Mapping[str, frozenset[Value]]
    first: Mapping[str, Value]


def rows_of_walk(database: Database, walk: str) -> tuple[KnownRow, ...]:
    """The walk with its stops, participants and observations, parents first; nothing that was deleted.

    Raises InputError if there is no such walk, DatabaseError if the database cannot be read.
    """
    with database.reading() as connection:
        found = tuple(_found(connection, walk))
    if not found or found[0].table != "walk":
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The safety walk was not found in the database."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It was deleted, or it is not saved yet."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save the walk, or choose another one."),
        )
    return found


def find_walk(database: Database, named: str) -> str:
    """The uuid of the walk with this uuid or title.

    Raises InputError unless there is exactly one.
    """
    with database.reading() as connection:
        rows = connection.execute(_NAMED, (named.lower(), named)).fetchall()
    if len(rows) != 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The safety walk “{name}” was not found."),
            why=QT_TRANSLATE_NOOP("est_plugin", "{count} walks have this title or id."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the id of a stored walk, or a title of its own."),
            name=named,
            count=len(rows),
        )
    return str(rows[0]["uuid"])


def _found(connection: Connection, walk: str) -> Iterator[KnownRow]:
    for table in FIELD_TABLES:
        condition = f"deleted_at IS NULL AND {_OF_WALK[table.name]}"
        if table.name in _ORDER:
            condition += f" ORDER BY {_ORDER[table.name]}"
        yield from _rows(connection, table, condition, (walk,))


def rows_by_uuid(database: Database, wanted: Mapping[str, Collection[str]]) -> dict[tuple[str, str], KnownRow]:
    """The rows with these uuids, by table and uuid, deleted ones too; ``wanted`` holds the uuids of each table."""
    found: dict[tuple[str, str], KnownRow] = {}
    with database.reading() as connection:
        for table in FIELD_TABLES:
            uuids = sorted(wanted.get(table.name, ()))
            for first in range(0, len(uuids), _AT_ONCE):
                part = uuids[first : first + _AT_ONCE]
                condition = f"CAST(uuid AS text) IN ({', '.join('?' * len(part))})"
                found |= {(table.name, row.uuid): row for row in _rows(connection, table, condition, part)}
    return found


def written_values(database: Database, row: KnownRow, package: str, since: int = 0) -> WrittenValues:
    """What the history knows of a row since one of its versions, and of what this package brought home."""
    kinds = {column.name: column.kind for column in table_of(row.table).columns}
    home: dict[str, set[Value]] = {name: set() for name in kinds}
    first = dict(row.values)
    for step in reversed(row_history(database, row.table, row.uuid)):
        for change in step.changes:
            if change.column in kinds and step.version > since:
                kind = kinds[change.column]
                first[change.column] = comparable(kind, _kept(kind, change.old))
                if is_return(step.changeset, package):
                    home[change.column].add(comparable(kind, _kept(kind, change.new)))
    return WrittenValues({name: frozenset(values) for name, values in home.items()}, first)


def _kept(kind: Kind, old: object) -> object:
    """A value of the history; a place stands there as each engine writes it, in hexadecimal."""
    if kind is not Kind.PLACE or old is None:
        return old
    written = bytes.fromhex(str(old))
    return written if written.startswith(b"GP") else GeometryBlob.from_ewkb(written)


def _rows(connection: Connection, table: FieldTable, condition: str, parameters: Iterable[str]) -> Iterator[KnownRow]:
    statement = _SELECT.format(
        columns=", ".join(column.name for column in table.columns), table=table.name, condition=condition
    )
    for row in connection.execute(statement, tuple(parameters)).fetchall():
        values = {column.name: comparable(column.kind, row[column.name]) for column in table.columns}
        yield KnownRow(table.name, row["uuid"], int(row["version"]), bool(row["is_deleted"]), values)
