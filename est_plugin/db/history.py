# SPDX-License-Identifier: GPL-2.0-or-later
"""Who changed what, and when: the steps of a row, the latest changes of all, the rows that were deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from est_plugin.db import times
from est_plugin.db.approvals import publications
from est_plugin.db.changesets import Kind
from est_plugin.db.kept_values import as_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from est_plugin.db.approvals import Publication
    from est_plugin.db.database import Database

#: Changes can be undone and rows restored for so long; the nightly purge keeps to the same limit.
UNDO_DAYS = 30
#: Two saves of one person in QGIS that are closer than this were one: a file dates each row by itself.
_ONE_SAVE = timedelta(seconds=2)
_RECENT = """
    SELECT CAST(h.changeset AS text) AS changeset, h.changed_by, h.changed_at, h.table_name, h.operation,
        count(*) AS n, min(h.id) AS first_id, max(h.id) AS last_id, min(c.kind) AS kind, min(b.file_name) AS file_name
    FROM history AS h
    LEFT JOIN changeset AS c ON c.uuid = h.changeset
    LEFT JOIN import_batch AS b ON b.uuid = h.changeset
    WHERE h.changed_at >= :since AND h.operation IN ('insert', 'update', 'delete', 'restore')
    GROUP BY h.changeset, h.changed_by, h.changed_at, h.table_name, h.operation
    ORDER BY min(h.id)
"""
_OF_CHANGESET = "changeset = :changeset"
_OF_SAVE = "changeset IS NULL AND changed_by = :changed_by AND id BETWEEN :first_id AND :last_id"
_OF_ROW = """
    SELECT id, version, operation, changed_by, changed_at, CAST(changeset AS text) AS changeset, old FROM history
    WHERE table_name = ? AND CAST(row_uuid AS text) = ? ORDER BY version, id
"""
_CURRENT = "SELECT * FROM {table} WHERE CAST(uuid AS text) = ?"
_DELETED = """
    SELECT CAST(h.row_uuid AS text) AS uuid, h.table_name, h.changed_by, h.changed_at, h.version FROM history AS h
    WHERE h.operation = 'delete' AND h.changed_at >= ? AND NOT EXISTS (
        SELECT 1 FROM history AS later
        WHERE later.row_uuid = h.row_uuid AND later.table_name = h.table_name AND later.version > h.version
        AND later.operation IN ('restore', 'forget', 'purge')
    )
    ORDER BY h.id DESC
"""


@dataclass(frozen=True)
class ColumnChange:
    """What a step did to a column; values as the database keeps them, a geometry as hexadecimal."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Step:
    """One version of a row and how it came about."""

    version: int
    #: insert, update, delete, restore; forget or purge if the row was scrubbed.
    operation: str
    changed_by: str
    #: ISO 8601 in UTC.
    changed_at: str
    changeset: str | None
    changes: tuple[ColumnChange, ...]


@dataclass(frozen=True)
class Count:
    """How many rows of a table an operation reached."""

    table: str
    operation: str
    rows: int


@dataclass(frozen=True)
class Entry:
    """Changes that were saved together: a changeset, or a save in QGIS, which has none."""

    changeset: str | None
    changed_by: str
    changed_at: str
    #: A ``changesets.Kind``, empty if unknown.
    kind: str
    #: The file that was taken in, for an import.
    file_name: str
    counts: tuple[Count, ...]
    first_id: int
    last_id: int
    #: For an approval, which changes no rows: what went out, and in which function it was approved.
    publication: Publication | None = None

    @property
    def clause(self) -> str:
        """Which steps of the history are its own. A save in QGIS is known by who saved between which steps."""
        return _OF_SAVE if self.changeset is None else _OF_CHANGESET

    @property
    def parameters(self) -> dict[str, Any]:
        """What ``clause`` asks for."""
        return {
            "changeset": self.changeset,
            "changed_by": self.changed_by,
            "first_id": self.first_id,
            "last_id": self.last_id,
        }


@dataclass(frozen=True)
class DeletedRow:
    """A row that can be restored."""

    table: str
    uuid: str
    changed_by: str
    changed_at: str
    version: int


def since(days: int = UNDO_DAYS) -> str:
    """The instant so many days ago."""
    return times.to_text(datetime.now(UTC) - timedelta(days=days))


def row_history(database: Database, table: str, uuid: str) -> tuple[Step, ...]:
    """The steps of a row, the first one first. A step keeps old values only: the new ones stand in what follows it."""
    with database.reading() as connection:
        rows = connection.execute(_OF_ROW, (table, uuid)).fetchall()
        row = connection.execute(_CURRENT.format(table=table), (uuid,)).fetchone()
    later: dict[str, Any] = {} if row is None else {name: as_kept(row[name]) for name in row.keys()}  # noqa: SIM118 (of values else)
    steps = []
    for row in reversed(rows):
        old = json.loads(row["old"])
        changes = tuple(ColumnChange(name, value, later.get(name)) for name, value in sorted(old.items()))
        later |= old
        steps.append(
            Step(row["version"], row["operation"], row["changed_by"], row["changed_at"], row["changeset"], changes)
        )
    return tuple(reversed(steps))


def recent_entries(database: Database, days: int = UNDO_DAYS) -> tuple[Entry, ...]:
    """What was saved in the last days, the latest first; only what the login may see."""
    with database.reading() as connection:
        rows = connection.execute(_RECENT, {"since": since(days)}).fetchall()
    saves: list[list[Any]] = []
    of_changeset: dict[str, list[Any]] = {}
    for row in rows:
        if row["changeset"] is not None:
            if row["changeset"] not in of_changeset:
                of_changeset[row["changeset"]] = []
                saves.append(of_changeset[row["changeset"]])
            of_changeset[row["changeset"]].append(row)
        elif saves and _is_one_save(saves[-1][-1], row):
            saves[-1].append(row)
        else:
            saves.append([row])
    entries = [*map(_entry, saves), *map(_published, publications(database, since(days)))]
    return tuple(sorted(entries, key=lambda entry: (entry.changed_at, entry.last_id), reverse=True))


def deleted_rows(database: Database, days: int = UNDO_DAYS) -> tuple[DeletedRow, ...]:
    """The rows that were deleted in the last days and are still, the latest first."""
    with database.reading() as connection:
        rows = connection.execute(_DELETED, (since(days),)).fetchall()
    return tuple(
        DeletedRow(row["table_name"], row["uuid"], row["changed_by"], row["changed_at"], row["version"]) for row in rows
    )


def _is_one_save(one: Any, other: Any) -> bool:  # noqa: ANN401 (rows)
    apart = datetime.fromisoformat(other["changed_at"]) - datetime.fromisoformat(one["changed_at"])
    return one["changeset"] is None and one["changed_by"] == other["changed_by"] and apart <= _ONE_SAVE


def _entry(rows: Sequence[Any]) -> Entry:
    first = rows[0]
    return Entry(
        changeset=first["changeset"],
        changed_by=first["changed_by"],
        changed_at=max(row["changed_at"] for row in rows),
        kind=first["kind"] or "",
        file_name=first["file_name"] or "",
        counts=_counts(rows),
        first_id=min(row["first_id"] for row in rows),
        last_id=max(row["last_id"] for row in rows),
    )


def _published(publication: Publication) -> Entry:
    return Entry(
        changeset=publication.uuid,
        changed_by=publication.by_user,
        changed_at=publication.at,
        kind=Kind.PUBLISH.value,
        file_name="",
        counts=(),
        first_id=0,
        last_id=0,
        publication=publication,
    )


def _counts(rows: Iterable[Any]) -> tuple[Count, ...]:
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["table_name"], row["operation"]
        found[key] = found.get(key, 0) + row["n"]
    return tuple(Count(table, operation, number) for (table, operation), number in found.items())
