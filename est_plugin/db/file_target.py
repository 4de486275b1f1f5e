# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a new file filled with the rows of another database, ids and versions included?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from est_plugin.db.file_tables import FileTables, quoted
from est_plugin.db.migrator import new_file
from est_plugin.db.table_shape import GEOMETRY_TYPES, TOWN, Kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from est_plugin.db.table_shape import Column, Table
    from est_plugin.feedback import Feedback

_TYPES = {
    "bigint": "INTEGER",
    "integer": "INTEGER",
    "double precision": "REAL",
    "boolean": "BOOLEAN",
    "timestamp with time zone": "DATETIME",
    "date": "DATE",
    "bytea": "BLOB",
}
_CREATE = "CREATE TABLE {name} ({columns})"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
_DROP = "DROP TRIGGER {name}"


@contextmanager
def filling_file(path: Path, *, srs_id: int, tables: Iterable[Table], feedback: Feedback) -> Iterator[FileTables]:
    """A new file in a transaction, with the town's tables among ``tables``. It appears when the block ends.

    Raises what ``migrator.new_file`` raises.
    """
    with new_file(path, srs_id=srs_id, feedback=feedback) as connection:
        for table in tables:
            if table.name.startswith(TOWN):
                _create(connection, table, srs_id)
        with _without_triggers(connection):
            # The order of the rows does not matter until the end.
            connection.execute("PRAGMA defer_foreign_keys = ON")
            yield FileTables(connection)


@contextmanager
def _without_triggers(connection: sqlite3.Connection) -> Iterator[None]:
    """They would date what happened long ago; in the same order they come back."""
    triggers = connection.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:
        connection.execute(_DROP.format(name=name))
    yield
    for _, statement in triggers:
        connection.execute(statement)


def _create(connection: sqlite3.Connection, table: Table, srs_id: int) -> None:
    columns = ", ".join(f"{quoted(column.name)} {_type(column)}" for column in table.columns)
    connection.execute(_CREATE.format(name=quoted(table.name), columns=columns))
    places = [column for column in table.columns if column.kind is Kind.GEOMETRY]
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
        (table.name, "features" if places else "attributes", table.name, srs_id if places else 0),
    )
    connection.executemany(
        "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)"
        " VALUES (?, ?, ?, ?, 0, 0)",
        [(table.name, column.name, _type(column), srs_id) for column in places],
    )


def _type(column: Column) -> str:
    if column.name == "id":
        return "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    if column.kind is Kind.GEOMETRY:
        # geometry(LineString,3006), perhaps with the name of a schema before it.
        known = column.type_name.partition("(")[2].partition(",")[0].upper()
        return known if known in GEOMETRY_TYPES else "GEOMETRY"
    return _TYPES.get(column.type_name, "TEXT")
