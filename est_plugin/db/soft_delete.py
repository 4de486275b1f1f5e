# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that any program deletes from a GeoPackage are marked as deleted instead: links stay whole, imports know them.

The row is put back in the moment it goes. A trigger that kept it from going (``BEFORE DELETE``, ``RAISE(IGNORE)``)
would count no deleted row, and GDAL, and with it QGIS, takes that for a failure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.file_history import NOW, STEP

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = """
    SELECT t.name AS table_name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS d WHERE d.name = 'deleted_at')
    ORDER BY t.name, c.cid
"""
#: What becomes of these columns; the others keep what they held.
_MARKED = {
    "version": "OLD.version + 1",
    "base_version": "NULL",
    "changed_at": NOW,
    "changed_by": "(SELECT name FROM writer)",
    "deleted_at": NOW,
}
#: A row that is marked already goes for good.
_TRIGGER = """
    CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} WHEN OLD.deleted_at IS NULL
    BEGIN
        INSERT INTO {table} ({columns}) VALUES ({values});
        {step};
    END
"""
_NOT_DELETED = "json_object('deleted_at', NULL)"
_OUT_OF_THE_INDEX = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"


def mark_instead_of_delete(connection: sqlite3.Connection) -> None:
    """Give every table with ``deleted_at`` its trigger, made of the columns that it has now."""
    tables: dict[str, list[str]] = {}
    for table, column in connection.execute(_COLUMNS).fetchall():
        tables.setdefault(table, []).append(column)
    for table, columns in tables.items():
        values = ", ".join(_MARKED.get(column, f"OLD.{column}") for column in columns)
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_deleted")
        step = STEP.format(
            table=table, uuid="OLD.uuid", version="OLD.version + 1", operation="'delete'", old=_NOT_DELETED
        )
        connection.execute(_TRIGGER.format(table=table, columns=", ".join(columns), values=values, step=step))
        _remake(connection, f"rtree_{table}_geom_delete")


def _remake(connection: sqlite3.Connection, trigger: str) -> None:
    """Make the trigger that takes a row out of the spatial index anew: the latest one runs first, and the row must be
    out before it is put back in.
    """
    for (statement,) in connection.execute(_OUT_OF_THE_INDEX, (trigger,)).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
