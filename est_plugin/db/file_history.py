# SPDX-License-Identifier: GPL-2.0-or-later
"""Who changed what in a GeoPackage: triggers that count the versions of a row, whatever program writes.

The counterpart of ``sql/postgis/001/008_guard.sql``; only plain SQLite is used, since QGIS runs them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
#: Every table with versions, and its columns.
VERSIONED = """
    SELECT t.name AS table_name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS d WHERE d.name = 'base_version')
    ORDER BY t.name, c.cid
"""
#: What the guard itself keeps: no content of the row.
SYSTEM_COLUMNS = frozenset({"id", "uuid", "version", "base_version", "changed_at", "changed_by"})
#: One step of a row; the words in braces are given by the triggers.
STEP = (
    "INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, changeset, old)"
    " SELECT '{table}', {uuid}, {version}, {operation}, name, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), changeset, {old}"
    " FROM writer"
)
_INSERTED = """
    CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} WHEN NEW.version = 1 AND NEW.deleted_at IS NULL
    BEGIN
        {step};
    END
"""
_UPDATED = """
    CREATE TRIGGER {table}_versioned AFTER UPDATE ON {table} WHEN NEW.version = OLD.version AND ({is_changed})
    BEGIN
        {step};
        UPDATE {table} SET version = OLD.version + 1, base_version = NULL, changed_at = {now},
            changed_by = (SELECT name FROM writer) WHERE id = NEW.id;
    END
"""
_OPERATION = (
    "CASE WHEN NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL THEN 'delete'"
    " WHEN NEW.deleted_at IS NULL AND OLD.deleted_at IS NOT NULL THEN 'restore' ELSE 'update' END"
)
#: The old value as JSON holds it without loss: a number with all its digits, a geometry as hexadecimal.
_OLD_VALUE = (
    "SELECT '{column}' AS name, CASE typeof(OLD.{column}) WHEN 'real' THEN printf('%!.17g', OLD.{column})"
    " WHEN 'blob' THEN hex(OLD.{column}) ELSE OLD.{column} END AS value WHERE OLD.{column} IS NOT NEW.{column}"
)
_OLD_VALUES = "(SELECT json_group_object(name, value) FROM ({values}))"


def keep_history(connection: sqlite3.Connection) -> None:
    """Give every table with versions its triggers, made of the columns that it has now."""
    tables: dict[str, list[str]] = {}
    for table, column in connection.execute(VERSIONED).fetchall():
        tables.setdefault(table, []).append(column)
    for table, columns in tables.items():
        content = [column for column in columns if column not in SYSTEM_COLUMNS]
        old = _OLD_VALUES.format(values=" UNION ALL ".join(_OLD_VALUE.format(column=column) for column in content))
        inserted = STEP.format(table=table, uuid="NEW.uuid", version="1", operation="'insert'", old="'{}'")
        updated = STEP.format(table=table, uuid="OLD.uuid", version="OLD.version + 1", operation=_OPERATION, old=old)
        is_changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in content)
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_inserted")
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_versioned")
        connection.execute(_INSERTED.format(table=table, step=inserted))
        connection.execute(_UPDATED.format(table=table, step=updated, is_changed=is_changed, now=NOW))


_SIGN = "UPDATE writer SET name = :name, changeset = NULL WHERE name <> :name OR changeset IS NOT NULL"


def sign(connection: sqlite3.Connection, name: str) -> None:
    """From now on the history names this person, until another one signs."""
    connection.execute(_SIGN, {"name": name})
