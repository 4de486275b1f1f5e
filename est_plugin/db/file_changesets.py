# SPDX-License-Identifier: GPL-2.0-or-later
"""Changesets in a GeoPackage: what ``sql/postgis/001/009_changesets.sql`` does on a server, in the same transaction."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from est_plugin.db import guard
from est_plugin.db.file_history import SYSTEM_COLUMNS, VERSIONED
from est_plugin.db.guard import Code, Conflict, Refusal
from est_plugin.db.times import now

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.db.changesets import Change, Changeset
    from est_plugin.db.database import Connection
    from est_plugin.errors import DatabaseError

_NOTE = "INSERT INTO changeset (uuid, by_user, at, kind, result) SELECT ?, name, ?, ?, '{}' FROM writer"
_INSERT = "INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING version"
_UPDATE = "UPDATE {table} SET {assignments} WHERE uuid = :_uuid"
_ROW = "SELECT * FROM {table} WHERE uuid = ?"
_STEPS = (
    "SELECT version, changed_by, changed_at, old FROM history WHERE table_name = ? AND row_uuid = ? AND version > ?"
)


def apply(connection: Connection, changeset: Changeset, digest: str) -> dict[str, Any]:
    """Store a changeset once; the answer is that of ``est.apply_changeset``.

    Raises DatabaseError in ``guard``'s words if it is refused.
    """
    known = connection.execute("SELECT result FROM changeset WHERE uuid = ?", (changeset.uuid,)).fetchone()
    if known is not None:
        answer: dict[str, Any] = json.loads(known["result"])
        if answer.get("digest") != digest:
            raise _refused(f"The changeset {changeset.uuid} was stored before with other content.")
        return answer | {"repeated": True}
    columns: dict[str, set[str]] = {}
    for table, column in connection.execute(VERSIONED):
        columns.setdefault(table, set()).add(column)
    with recorded(connection, changeset.kind.value, changeset.uuid):
        rows = []
        for change in changeset.changes:
            values = _values(change, columns)
            rows.append({"table": change.table, "uuid": change.uuid, "version": _stored(connection, change, values)})
    answer = {"digest": digest, "rows": rows, "repeated": False}
    connection.execute("UPDATE changeset SET result = ? WHERE uuid = ?", (json.dumps(answer), changeset.uuid))
    return answer


@contextmanager
def recorded(connection: Connection, kind: str, uuid: str) -> Iterator[None]:
    """What the block writes stands in the history as this changeset."""
    connection.execute(_NOTE, (uuid, now(), kind))
    connection.execute("UPDATE writer SET changeset = ?", (uuid,))
    yield
    connection.execute("UPDATE writer SET changeset = NULL")


def _values(change: Change, columns: Mapping[str, set[str]]) -> dict[str, Any]:
    """The columns to write; raises DatabaseError for a table or a column that there is not."""
    if change.table not in columns:
        raise _refused(f"There is no table {change.table} to change.")
    if change.op in {"delete", "restore"}:
        return {"deleted_at": now() if change.op == "delete" else None}
    unknown = [name for name in change.values if name not in columns[change.table] - SYSTEM_COLUMNS]
    if unknown or not change.values:
        raise _refused(f"{change.table} has no columns to change by the name of: {', '.join(unknown)}.")
    return dict(change.values)


def _stored(connection: Connection, change: Change, values: dict[str, Any]) -> int:
    """Write one row; its new version."""
    if change.op == "insert":
        values = {"uuid": change.uuid, **values}
        statement = _INSERT.format(
            table=change.table, columns=", ".join(values), marks=", ".join(f":{name}" for name in values)
        )
        return int(connection.execute(statement, values).fetchone()[0])
    row = connection.execute(_ROW.format(table=change.table), (change.uuid,)).fetchone()
    if row is None:
        raise guard.error_of(Refusal(Code.NO_ROW, f"The change of {change.table} reached no row.", None))
    version = int(row["version"])
    if change.base_version is None or not 1 <= change.base_version <= version:
        text = f"The change of {change.table} does not say which version it is based on."
        raise guard.error_of(Refusal(Code.NO_BASE, text, None))
    mine = {name for name, value in values.items() if value != row[name]}
    if not mine:
        return version
    if change.base_version < version:
        _refuse_clash(connection, change, mine, version)
    statement = _UPDATE.format(table=change.table, assignments=", ".join(f"{name} = :{name}" for name in values))
    connection.execute(statement, {**values, "_uuid": change.uuid})
    return version + 1


def _refuse_clash(connection: Connection, change: Change, mine: set[str], version: int) -> None:
    """Raise DatabaseError if the same column was changed since, or the row was deleted; the rule is the server's."""
    steps = connection.execute(_STEPS, (change.table, change.uuid, change.base_version)).fetchall()
    theirs = {name for step in steps for name in json.loads(step["old"])}
    is_whole = len({step["version"] for step in steps}) == version - (change.base_version or 0)
    clash = mine if not is_whole or "deleted_at" in theirs | mine else mine & theirs
    if clash:
        last = max(steps, key=lambda step: step["version"], default=None)
        conflict = Conflict(
            table=change.table,
            uuid=change.uuid,
            base_version=change.base_version or 0,
            server_version=version,
            changed_by="" if last is None else last["changed_by"],
            changed_at="" if last is None else last["changed_at"],
            columns=tuple(sorted(clash)),
        )
        raise guard.error_of(Refusal(Code.CONFLICT, "", conflict))


def _refused(text: str) -> DatabaseError:
    return guard.error_of(Refusal(Code.BAD_CHANGESET, text, None))
