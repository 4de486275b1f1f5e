# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tables does an EST database in a file have, and what is in them? For a copy: whole tables, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.table_shape import FROM_FILE, Column, Kind, Table, converted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from est_plugin.db.table_shape import Row

_TABLES = """
    SELECT table_name, coalesce(geometry_type_name, '') FROM gpkg_contents LEFT JOIN gpkg_geometry_columns
    USING (table_name) WHERE table_name IN (SELECT name FROM sqlite_master WHERE type = 'table') ORDER BY table_name
"""
_KINDS = {"BOOLEAN": Kind.BOOLEAN, "DATETIME": Kind.INSTANT, "BLOB": Kind.BYTES}
#: What a server keeps as jsonb; other JSON is text in both.
_JSON = {("history", "old"), ("changeset", "result")}
_SELECT = "SELECT {columns} FROM {table} ORDER BY 1"
_COUNT = "SELECT count(*) FROM {table}"
_INSERT = "INSERT INTO {table} ({columns}) VALUES ({marks})"


class FileTables:
    """The tables as a connection sees them; it does not end its transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def shapes(self) -> dict[str, Table]:
        """The tables by their names. What is a uuid, only a server says."""
        return {
            name: Table(name, tuple(self._columns(name, geometry_type)))
            for name, geometry_type in self._connection.execute(_TABLES).fetchall()
        }

    def _columns(self, table: str, geometry_type: str) -> Iterator[Column]:
        for name, type_name in self._connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)):
            kind = Kind.GEOMETRY if type_name == geometry_type else _KINDS.get(type_name, Kind.PLAIN)
            yield Column(name, Kind.JSON if (table, name) in _JSON else kind, type_name)

    def count(self, table: Table) -> int:
        """How many rows there are."""
        return int(self._connection.execute(_COUNT.format(table=quoted(table.name))).fetchone()[0])

    def rows(self, table: Table, tables: Mapping[str, Table]) -> Iterator[Row]:  # noqa: ARG002 (as of a server)
        """All rows as they travel."""
        statement = _SELECT.format(columns=_names(table), table=quoted(table.name))
        return converted(self._connection.execute(statement), table, FROM_FILE)

    def write(self, table: Table, rows: Iterable[Row], tables: Mapping[str, Table]) -> None:  # noqa: ARG002
        """Add rows. Triggers must be away (``file_target``)."""
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(_INSERT.format(table=quoted(table.name), columns=_names(table), marks=marks), rows)


def quoted(name: str) -> str:
    """A name as SQLite takes it, whatever signs it has."""
    return '"' + name.replace('"', '""') + '"'


def _names(table: Table) -> str:
    return ", ".join(quoted(column.name) for column in table.columns)
