# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes changes back: as a new changeset, which can be taken back too, and never over what somebody did since."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from est_plugin.db import changesets, times
from est_plugin.db.changesets import Change, Changeset, Kind, Op
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.kept_values import is_same, kept_rows
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import step

if TYPE_CHECKING:
    from est_plugin.db.database import Connection, Database
    from est_plugin.db.history import DeletedRow, Entry
    from est_plugin.feedback import Feedback

#: The steps of an entry.
_STEPS = """
    SELECT table_name, CAST(row_uuid AS text) AS uuid, version, operation, old FROM history
    WHERE {which} AND operation IN ('insert', 'update', 'delete', 'restore') ORDER BY id
"""
_VERSIONS = """
    SELECT CAST(uuid AS text) AS uuid, version FROM {table}
    WHERE CAST(uuid AS text) IN (SELECT value FROM json_each(?))
"""
#: What was done to rows, the first step first.
_ALL_STEPS = """
    SELECT CAST(row_uuid AS text) AS uuid, version, old FROM history
    WHERE table_name = ? AND CAST(row_uuid AS text) IN (SELECT value FROM json_each(?)) ORDER BY version
"""
_SET_BACK = (
    "UPDATE {table} SET {assignments}, base_version = :_base"
    " WHERE version = :_base AND uuid IN (SELECT {uuid} FROM json_each(:_uuids))"
)
#: Compared as the column holds it, else the index would not serve and each set of values would read the whole table.
_UUID_IN_FILE, _UUID_ON_SERVER = "value", "CAST(value AS uuid)"
#: An incident that was never taken in leaves its case number to whoever takes the file in again.
_GIVE_BACK_REF = "source_ref = 'undone:' || CAST(uuid AS text)"
_DISCARD = """
    UPDATE quarantine SET row_hash = 'undone:' || CAST(id AS text), outcome = coalesce(outcome, 'discarded'),
        resolved_at = coalesce(resolved_at, :now)
    WHERE batch IN (SELECT id FROM import_batch WHERE uuid = :batch)
"""


@dataclass
class _Row:
    """What an entry did to one row: its steps taken together."""

    #: The version to start from: that which the entry made, or the one now if steps followed that took nothing back.
    version: int = 0
    #: The values before, of every column that was changed.
    before: dict[str, Any] = field(default_factory=dict)
    is_new: bool = False
    #: Did the entry end with its deletion?
    is_gone: bool = False
    #: What the entry left in the columns that were changed afterwards.
    left: dict[str, Any] = field(default_factory=dict)
    #: Would setting it back overwrite what was done since?
    clashes: bool = False

    def compare(self, now: dict[str, Any] | None) -> None:
        """See what is left of the steps that followed; ``now`` is the row as the history would keep it, if it is there.

        The rule is the guard's: the same column, or any deletion. What was undone again is as if nobody had done it.
        """
        wanted = {"deleted_at"} if self.is_new else set(self.before)
        changed: set[str] = set()
        if now is not None:
            changed = {name for name, value in self.left.items() if not is_same(value, now[name])}
            self.version = now["version"]
        self.clashes = now is None or bool(changed and ("deleted_at" in changed | wanted or wanted & changed))


@dataclass(frozen=True)
class _Group:
    """Rows of a table at the same version that get the same values."""

    table: str
    base: int
    values: dict[str, Any]
    uuids: list[str]


@dataclass(frozen=True)
class Undone:
    """How many rows are as they were before, and how many stayed since they were changed afterwards."""

    rows: int
    kept: int
    #: The changeset that undid it; empty if nothing was left to undo.
    changeset: str


def undo(database: Database, entry: Entry, feedback: Feedback) -> Undone:
    """Set the rows of an entry back to what they were before it: all that nobody changed since, or none.

    New rows are marked as deleted. Raises DatabaseError if the database refuses, also because somebody changed a row
    at this very moment; then nothing is undone and it can be tried again.
    """
    rows = _rows(database, entry)
    step(feedback, 0.3)
    sound = {key: row for key, row in rows.items() if not row.clashes}
    changeset = str(uuid4()) if sound else ""
    uuid = _UUID_IN_FILE if isinstance(database, FileDatabase) else _UUID_ON_SERVER
    if sound:
        with changesets.recorded(database, Kind.UNDO, changeset) as connection:
            groups = _groups(database, sound)
            for number, group in enumerate(groups):
                step(feedback, 0.3 + 0.6 * number / len(groups))
                _set_back(connection, group, uuid=uuid, is_import=entry.kind == Kind.IMPORT)
            if entry.kind == Kind.IMPORT:
                connection.execute(_DISCARD, {"now": times.now(), "batch": entry.changeset})
    step(feedback, 1.0)
    return Undone(len(sound), len(rows) - len(sound), changeset)


def restore(database: Database, row: DeletedRow) -> None:
    """Bring a deleted row back. Raises DatabaseError if somebody did, or changed it, before."""
    changesets.apply(
        database, Changeset((Change(row.table, Op.RESTORE, row.uuid, base_version=row.version),), Kind.UNDO)
    )


def _rows(database: Database, entry: Entry) -> dict[tuple[str, str], _Row]:
    """The rows of an entry by table and uuid."""
    which, parameters = entry.clause, entry.parameters
    rows: defaultdict[tuple[str, str], _Row] = defaultdict(_Row)
    with database.reading() as connection:
        for found in connection.execute(_STEPS.format(which=which), parameters):
            row = rows[found["table_name"], found["uuid"]]
            row.version = found["version"]
            row.is_new = row.is_new or found["operation"] == "insert"
            row.is_gone = found["operation"] == "delete"
            row.before = json.loads(found["old"]) | row.before
        for table in {table for table, _ in rows}:
            _compare(database, connection, table, {uuid: row for (of, uuid), row in rows.items() if of == table})
    # What was made and deleted at once left nothing to set back.
    return {key: row for key, row in rows.items() if not (row.is_new and row.is_gone)}


def _compare(database: Database, connection: Connection, table: str, rows: dict[str, _Row]) -> None:
    """See what became of the rows of a table that were changed afterwards, or are gone."""
    asked = json.dumps(list(rows))
    now = {found["uuid"]: found["version"] for found in connection.execute(_VERSIONS.format(table=table), (asked,))}
    followed = [uuid for uuid, row in rows.items() if now.get(uuid) != row.version]
    if followed:
        for found in connection.execute(_ALL_STEPS, (table, json.dumps(followed))):
            row = rows[found["uuid"]]
            if found["version"] > row.version:
                row.left = json.loads(found["old"]) | row.left
        content = kept_rows(database, connection, table, followed)
        for uuid in followed:
            rows[uuid].compare(content.get(uuid))


def _groups(database: Database, rows: dict[tuple[str, str], _Row]) -> list[_Group]:
    """The rows, those together that get the same values."""
    groups: defaultdict[tuple[str, int, str], list[str]] = defaultdict(list)
    deleted_now = {"deleted_at": times.now()}
    for (table, uuid), row in rows.items():
        values = deleted_now if row.is_new else row.before
        groups[table, row.version, json.dumps(values, sort_keys=True)].append(uuid)
    is_file = isinstance(database, FileDatabase)
    return [
        _Group(table, base, _parameters(json.loads(text), is_file=is_file), uuids)
        for (table, base, text), uuids in groups.items()
    ]


def _parameters(values: dict[str, Any], *, is_file: bool) -> dict[str, Any]:
    """The values as a statement takes them; the history holds a geometry as hexadecimal."""
    geometry = values.get("geom")
    return values | {"geom": bytes.fromhex(geometry)} if is_file and geometry is not None else values


def _set_back(connection: Connection, group: _Group, *, uuid: str, is_import: bool) -> None:
    assignments = [f"{name} = :{name}" for name in group.values]
    if is_import and group.table == "incident":
        assignments.append(_GIVE_BACK_REF)
    done = connection.execute(
        _SET_BACK.format(table=group.table, assignments=", ".join(assignments), uuid=uuid),
        {**group.values, "_base": group.base, "_uuids": json.dumps(group.uuids)},
    )
    if done.rowcount != len(group.uuids):
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The change was not undone."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Somebody changed one of its rows at this very moment."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Nothing was changed. Try again."),
        )
