# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows an entry of the history changed, with their values before and after."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db.history import ColumnChange
from est_plugin.db.kept_values import kept_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from est_plugin.db.database import Connection, Database
    from est_plugin.db.history import DeletedRow, Entry

#: A person reads no more; the counts of the entry tell the rest.
MAX_ROWS = 200
_STEPS = """
    SELECT table_name, CAST(row_uuid AS text) AS uuid, version, operation, old FROM history
    WHERE {which} AND operation IN ('insert', 'update', 'delete', 'restore') ORDER BY id LIMIT :most
"""
_LATER = """
    SELECT table_name, CAST(row_uuid AS text) AS uuid, version, old FROM history
    WHERE CAST(row_uuid AS text) IN (SELECT value FROM json_each(?)) ORDER BY version DESC, id DESC
"""
#: The columns that hold the uuid of a row of the table by their name.
_LINKS = ("incident", "hotspot", "cause", "walk", "walk_stop", "observation", "measure", "meeting")


@dataclass(frozen=True)
class ChangedRow:
    """A step of a row. ``row`` is what the row holds now, by column; empty if it is gone."""

    table: str
    uuid: str
    operation: str
    changes: tuple[ColumnChange, ...]
    row: Mapping[str, Any]


@dataclass(frozen=True)
class Linked:
    """A row that a value refers to."""

    table: str
    row: Mapping[str, Any]


@dataclass(frozen=True)
class EntryRows:
    """The first rows of an entry, and by uuid what their values refer to."""

    rows: tuple[ChangedRow, ...]
    links: Mapping[str, Linked]


def entry_rows(database: Database, entry: Entry) -> EntryRows:
    """The steps of an entry. The history keeps old values only: the new ones stand in the next step, or in the row."""
    with database.reading() as connection:
        parameters = {**entry.parameters, "most": MAX_ROWS}
        steps = connection.execute(_STEPS.format(which=entry.clause), parameters).fetchall()
        uuids: defaultdict[str, set[str]] = defaultdict(set)
        for step in steps:
            uuids[step["table_name"]].add(step["uuid"])
        now = _rows(database, connection, uuids)
        asked = json.dumps(sorted(set().union(*uuids.values())))
        later = connection.execute(_LATER, (asked,)).fetchall()
        after = _after(later, now)
        rows = tuple(_changed(step, after, now) for step in steps)
        links = _links(database, connection, rows)
    return EntryRows(rows, links)


def deleted_content(database: Database, rows: Iterable[DeletedRow]) -> dict[str, Mapping[str, Any]]:
    """What deleted rows hold, by uuid."""
    uuids: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        uuids[row.table].add(row.uuid)
    with database.reading() as connection:
        return {uuid: row for (_, uuid), row in _rows(database, connection, uuids).items()}


def _rows(
    database: Database, connection: Connection, uuids: Mapping[str, Iterable[str]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Rows by table and uuid."""
    return {
        (table, uuid): row
        for table, asked in uuids.items()
        for uuid, row in kept_rows(database, connection, table, asked).items()
    }


def _after(
    later: Iterable[Any], now: Mapping[tuple[str, str], dict[str, Any]]
) -> dict[tuple[str, str, int], dict[str, Any]]:
    """What each step left in the columns that it changed; ``later`` holds all steps, the last one first."""
    values = {key: dict(row) for key, row in now.items()}
    after: dict[tuple[str, str, int], dict[str, Any]] = {}
    for step in later:
        known = values.setdefault((step["table_name"], step["uuid"]), {})
        old = json.loads(step["old"])
        after[step["table_name"], step["uuid"], step["version"]] = {name: known.get(name) for name in old}
        known |= old
    return after


def _changed(
    step: Any,  # noqa: ANN401 (a row)
    after: Mapping[tuple[str, str, int], dict[str, Any]],
    now: Mapping[tuple[str, str], dict[str, Any]],
) -> ChangedRow:
    table, uuid = step["table_name"], step["uuid"]
    new = after.get((table, uuid, step["version"]), {})
    changes = tuple(ColumnChange(name, old, new.get(name)) for name, old in sorted(json.loads(step["old"]).items()))
    return ChangedRow(table, uuid, step["operation"], changes, now.get((table, uuid), {}))


def _links(database: Database, connection: Connection, rows: Iterable[ChangedRow]) -> dict[str, Linked]:
    uuids: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for change in row.changes:
            if change.column in _LINKS:
                uuids[change.column] |= {value for value in (change.old, change.new) if isinstance(value, str)}
    return {uuid: Linked(table, row) for (table, uuid), row in _rows(database, connection, uuids).items()}
