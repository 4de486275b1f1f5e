# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tables does an EST schema on a server have, and what is in them? For a copy: whole tables, row by row."""

from __future__ import annotations

from graphlib import TopologicalSorter
from io import StringIO
from typing import TYPE_CHECKING, Any

from psycopg2 import sql

from est_plugin.db.blob_envelope import standard_blob
from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.history_values import HISTORY, HistoryForm
from est_plugin.db.server_cursor import ServerConnection
from est_plugin.db.table_shape import ROWS_AT_A_TIME, Column, Kind, Table, converted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from psycopg2 import extensions

    from est_plugin.db.table_shape import Row

#: Tables that a crash empties (unlogged) hold nothing that lasts.
_COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'est'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
    AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum
"""
_PARENTS = """
    SELECT conrelid::regclass::oid, c.relname, p.relname FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'est'::regnamespace AND k.conrelid <> k.confrelid
"""
_KINDS = {
    "boolean": Kind.BOOLEAN,
    "timestamp with time zone": Kind.INSTANT,
    "uuid": Kind.UUID,
    "jsonb": Kind.JSON,
    "bytea": Kind.BYTES,
}
_FORMS: dict[Kind, Callable[[Any], Any]] = {Kind.BOOLEAN: int, Kind.GEOMETRY: standard_blob, Kind.BYTES: bytes}
_SIGNS = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class ServerTables:
    """The tables in the open transaction of a connection."""

    def __init__(self, connection: extensions.connection) -> None:
        # It teaches the connection to give instants, dates and geometries as a file does.
        ServerConnection(connection)
        self._connection = connection

    def shapes(self) -> dict[str, Table]:
        """The tables by their names, those that others refer to first."""
        with self._connection.cursor() as cursor:
            cursor.execute(_COLUMNS)
            columns: dict[str, list[Column]] = {}
            for table, column, type_name in cursor.fetchall():
                columns.setdefault(table, []).append(Column(column, _kind(type_name), type_name))
            cursor.execute(_PARENTS)
            parents: dict[str, set[str]] = {name: set() for name in columns}
            for _, child, parent in cursor.fetchall():
                parents[child].add(parent)
        return {
            name: Table(name, tuple(columns[name]), frozenset(parents[name]))
            for name in TopologicalSorter(parents).static_order()
        }

    def count(self, table: Table) -> int:
        """How many rows there are."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(_name(table)))
            return int(cursor.fetchone()[0])

    def rows(self, table: Table, tables: Mapping[str, Table]) -> Iterator[Row]:
        """All rows as they travel, read a few thousand at a time."""
        with self._connection.cursor("est_copy") as cursor:
            cursor.itersize = ROWS_AT_A_TIME
            cursor.execute(sql.SQL("SELECT {} FROM {} ORDER BY 1").format(_names(table), _name(table)))
            rows = converted(cursor, table, _FORMS)
            yield from HistoryForm(tables).as_file(rows, table) if table.name == HISTORY else rows

    def write(self, table: Table, rows: Iterable[Row], tables: Mapping[str, Table]) -> None:
        """Add rows. Triggers and row level rules must be off (``server_target``)."""
        if table.name == HISTORY:
            rows = HistoryForm(tables).as_server(rows, table)
        text = StringIO()
        for row in rows:
            text.write("\t".join(map(_field, row)))
            text.write("\n")
        text.seek(0)
        with self._connection.cursor() as cursor:
            cursor.copy_expert(sql.SQL("COPY {} ({}) FROM STDIN").format(_name(table), _names(table)), text)


def _kind(type_name: str) -> Kind:
    # With PostGIS in a schema of its own the name of the type begins with that.
    return Kind.GEOMETRY if "geometry(" in type_name else _KINDS.get(type_name, Kind.PLAIN)


def _name(table: Table) -> sql.Identifier:
    return sql.Identifier("est", table.name)


def _names(table: Table) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)


def _field(value: object) -> str:
    """A value as COPY reads it."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(_SIGNS)
    if isinstance(value, GeometryBlob):
        return value.to_ewkb().hex()
    return f"\\\\x{value.hex()}" if isinstance(value, bytes) else str(value)
