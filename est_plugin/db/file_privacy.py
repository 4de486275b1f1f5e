# SPDX-License-Identifier: GPL-2.0-or-later
"""Scrubs rows of a GeoPackage, so that what they held stands in no byte of the file; the rules are those of
``sql/postgis/001/010_privacy.sql``.
"""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from est_plugin.db.file_database import connect
from est_plugin.db.file_history import NOW, VERSIONED
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    import sqlite3

    from est_plugin.db.file_database import FileDatabase

_CHECKS = re.compile(r"CHECK \((.*?)\)", re.DOTALL)
_QUOTED = re.compile(r"'[^']*'")
_BOUND = """
    SELECT "from" AS name FROM pragma_foreign_key_list(:table)
    UNION SELECT i.name FROM pragma_index_list(:table) AS l, pragma_index_info(l.name) AS i WHERE l."unique"
"""
_SCRUB = (
    "UPDATE {table} SET {assignments}base_version = NULL, version = version + 1,"
    " deleted_at = coalesce(deleted_at, {now}) WHERE uuid = ?"
)
#: Marked first: a row that is not marked is put back in the moment it is deleted. With a version of its own, so that
#: the history is not told what the row held.
_MARK_INCIDENT = "UPDATE incident SET version = version + 1, deleted_at = coalesce(deleted_at, {now}) WHERE uuid = ?"
#: What points at an incident goes with it, in the same two moves.
_LINKS = (
    "UPDATE measure_incident SET version = version + 1, deleted_at = changed_at WHERE incident = ?",
    "DELETE FROM measure_incident WHERE incident = ?",
)
_LOG = (
    "INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, old)"
    " SELECT ?, ?, ?, ?, name, {now}, json_object('deleted_at', NULL) FROM writer"
)
_QUARANTINED = """
    DELETE FROM quarantine WHERE EXISTS (
        SELECT 1 FROM incident AS i
        WHERE i.uuid = ? AND i.source = quarantine.source AND i.source_ref = quarantine.source_ref
    )
"""
_VERSION = "SELECT version FROM {table} WHERE uuid = ?"
_INDEX = """
    INSERT INTO {index} SELECT id, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom)
    FROM {table} WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)
"""
_OLD_INCIDENTS = "SELECT uuid, version FROM incident WHERE occurred_from < :kept_from OR deleted_at < :undo_from"
_OLD_QUARANTINE = """
    DELETE FROM quarantine
    WHERE resolved_at < :undo_from OR batch IN (SELECT id FROM import_batch WHERE imported_at < :kept_from)
"""
_OLD_ROWS = """
    SELECT uuid, version FROM {table} AS t WHERE deleted_at < :undo_from AND NOT EXISTS (
        SELECT 1 FROM history AS h WHERE h.table_name = '{table}' AND h.row_uuid = t.uuid AND h.version = t.version
        AND h.operation IN ('forget', 'purge')
    )
"""
#: Has the places of hotspots, and no history of its own.
_SHAPES = "hotspot_period"
#: What goes with a row of a table.
_SAID = {
    "walk": ("SELECT uuid FROM walk_stop WHERE walk = ?", "SELECT uuid FROM walk_participant WHERE walk = ?"),
    "walk_stop": ("SELECT uuid FROM observation WHERE walk_stop = ?",),
}
_LIMITS = """
    SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || retention_months || ' months') AS kept_from,
        strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days') AS undo_from
    FROM meta
"""


def forget(database: FileDatabase, uuid: str) -> tuple[str, ...]:
    """Scrub the rows with this uuid; the names of their tables. Raises DatabaseError if the file cannot be cleaned."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete = ON")
        found = _forget(connection, uuid)
        if found:
            _index_anew(connection, [*_tables(connection), _SHAPES])
    if found:
        _wipe(database)
    return found


def _forget(connection: sqlite3.Connection, uuid: str) -> tuple[str, ...]:
    """Scrub the rows with this uuid, and what was said on a walk with it; the names of the tables of the former."""
    found = []
    for table in _tables(connection):
        row = connection.execute(_VERSION.format(table=table), (uuid,)).fetchone()
        if row is None:
            continue
        if table == "incident":
            connection.execute(_QUARANTINED, (uuid,))
            _remove_incident(connection, uuid)
        else:
            for statement in _SAID.get(table, ()):
                for child in connection.execute(statement, (uuid,)).fetchall():
                    _forget(connection, child["uuid"])
            _scrub(connection, table, uuid)
        _log(connection, table, uuid, int(row["version"]) + 1, "forget")
        found.append(table)
    return tuple(found)


def purge(database: FileDatabase) -> dict[str, int]:
    """Scrub what is too old; the numbers are those of ``est.purge``. Raises DatabaseError as ``forget`` does."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete = ON")
        limits = dict(connection.execute(_LIMITS).fetchone())
        incidents = connection.execute(_OLD_INCIDENTS, limits).fetchall()
        for row in incidents:
            _remove_incident(connection, row["uuid"])
            _log(connection, "incident", row["uuid"], int(row["version"]), "purge")
        quarantined = connection.execute(_OLD_QUARANTINE, limits).rowcount
        shells = 0
        for table in _tables(connection):
            rows = [] if table == "incident" else connection.execute(_OLD_ROWS.format(table=table), limits).fetchall()
            for row in rows:
                _scrub(connection, table, row["uuid"])
                _log(connection, table, row["uuid"], int(row["version"]) + 1, "purge")
            shells += len(rows)
            if rows or (table == "incident" and incidents):
                _index_anew(connection, [table, _SHAPES] if table == "hotspot" else [table])
        steps = connection.execute(
            "DELETE FROM history WHERE changed_at < :kept_from AND operation NOT IN ('forget', 'purge')", limits
        ).rowcount
        connection.execute("DELETE FROM changeset WHERE at < :kept_from", limits)
    # Always: an earlier time it may have been in vain, since another program used the file.
    _wipe(database)
    return {"incidents": len(incidents), "quarantine": quarantined, "shells": shells, "history": steps}


def free_text(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns that a person fills freely, with what scrubs them: no key, list of codes or reference binds them."""
    statement = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    checked = set(re.findall(r"\w+", " ".join(_CHECKS.findall(_QUOTED.sub("", statement)))))
    bound = {row["name"] for row in connection.execute(_BOUND, {"table": table})} | checked | {"changed_by"}
    return {
        column["name"]: "''" if column["notnull"] else "NULL"
        for column in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))
        if (column["type"] == "TEXT" and column["name"] not in bound) or column["name"] == "geom"
    }


def _tables(connection: sqlite3.Connection) -> list[str]:
    return sorted({row["table_name"] for row in connection.execute(VERSIONED)})


def _remove_incident(connection: sqlite3.Connection, uuid: str) -> None:
    connection.execute(_MARK_INCIDENT.format(now=NOW), (uuid,))
    for statement in _LINKS:
        connection.execute(statement, (uuid,))
    connection.execute("DELETE FROM incident WHERE uuid = ?", (uuid,))


def _scrub(connection: sqlite3.Connection, table: str, uuid: str) -> None:
    """Leave an empty shell, since others refer to the row."""
    assignments = "".join(f"{name} = {nothing}, " for name, nothing in free_text(connection, table).items())
    connection.execute(_SCRUB.format(table=table, assignments=assignments, now=NOW), (uuid,))
    connection.execute("UPDATE measure_event SET note = '', by_function = '' WHERE measure = ?", (uuid,))
    connection.execute("UPDATE hotspot_period SET geom = NULL WHERE hotspot = ?", (uuid,))


def _log(connection: sqlite3.Connection, table: str, uuid: str, version: int, rule: str) -> None:
    """In place of the history of the row: which rule scrubbed it."""
    connection.execute("DELETE FROM history WHERE table_name = ? AND row_uuid = ?", (table, uuid))
    connection.execute(_LOG.format(now=NOW), (table, uuid, version, rule))


def _index_anew(connection: sqlite3.Connection, tables: list[str]) -> None:
    """Make the spatial indexes from nothing: SQLite leaves the place of a removed row in what is free of a node."""
    for table in tables:
        index = f"rtree_{table}_geom"
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()
        if made is not None:
            connection.execute(f"DROP TABLE {index}")
            connection.execute(made["sql"])
            connection.execute(_INDEX.format(index=index, table=table))
            connection.execute(
                "UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL WHERE table_name = ?",
                (table,),
            )


def _wipe(database: FileDatabase) -> None:
    """Write the file anew without what is free in it, and empty the journal beside it."""
    with closing(connect(database.path, mode="rw")) as connection:
        try:
            connection.execute("VACUUM")
            is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except Exception as error:
            raise _left(database, error) from error
    if is_busy:
        raise _left(database, "busy")


def _left(database: FileDatabase, error: object) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The rows are gone, but traces of them may be left in the file {path}."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Another window or program uses it, so it was not written anew: {error}."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Close every project and program that shows it, then run Purge old rows."
        ),
        path=database.path,
        error=error,
    )
