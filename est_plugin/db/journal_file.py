# SPDX-License-Identifier: GPL-2.0-or-later
"""Where is noted, outside the database, what a person has changed and the database may not have?

One file for each running QGIS, which holds it locked: a file that can be locked was left behind by one that crashed.
It holds personal data, so only its owner may read it, and what is removed is overwritten.
"""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.db.arrivals import Operation, SentChange
from est_plugin.db.times import now

if TYPE_CHECKING:
    from pathlib import Path

#: While it is locked, SQLite would keep the old pages in the rollback journal, so that is cut to nothing.
_SETTINGS = "PRAGMA secure_delete = ON; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, database TEXT NOT NULL, layer_id TEXT NOT NULL,"
    " role TEXT NOT NULL, state TEXT NOT NULL, written_at TEXT NOT NULL, changes TEXT NOT NULL)"
)

_INSERT = "INSERT INTO entry (database, layer_id, role, state, written_at, changes) VALUES (?, ?, ?, ?, ?, ?)"


class State(StrEnum):
    """What is known of the changes of an entry."""

    #: In the edit buffer of a layer.
    UNSAVED = "unsaved"
    #: Sent to the database, which has not yet said that it has them.
    SENT = "sent"
    #: The database has them not, and they cannot be put back where they were: a person decides.
    LEFT = "left"


@dataclass(frozen=True)
class Entry:
    """Changes of one layer. ``database`` is the key of the database, which names no login."""

    database: str
    layer_id: str
    role: str
    state: State
    changes: tuple[SentChange, ...]
    written_at: str = ""
    #: Where the entry stands; filled when it is read.
    file_name: str = ""
    id: int = 0


class JournalFile:
    """An open, locked file. Raises OSError or sqlite3.Error where it cannot be written or read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._connection.executescript(_SETTINGS + _TABLE)
            self._connection.executescript("BEGIN EXCLUSIVE; COMMIT")
        except sqlite3.Error:
            self._connection.close()
            raise

    def entries(self) -> list[Entry]:
        """What it holds, the oldest first."""
        rows = self._connection.execute(
            "SELECT id, database, layer_id, role, state, written_at, changes FROM entry ORDER BY id"
        ).fetchall()
        return [
            Entry(database, layer_id, role, State(state), _changes(changes), written_at, self.path.name, entry_id)
            for entry_id, database, layer_id, role, state, written_at, changes in rows
        ]

    def write(self, entry: Entry) -> None:
        """Note an entry. It takes the place of what the edit buffer of its layer held before, but for what is LEFT."""
        changes = json.dumps([vars(change) for change in entry.changes])
        values = (entry.database, entry.layer_id, entry.role, entry.state, now(), changes)
        self._connection.execute("BEGIN")
        try:
            if entry.state is not State.LEFT:
                self._connection.execute(
                    "DELETE FROM entry WHERE layer_id = ? AND state = ?", (entry.layer_id, State.UNSAVED)
                )
            if entry.changes:
                self._connection.execute(_INSERT, values)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def keep(self, entry_id: int, changes: tuple[SentChange, ...]) -> None:
        """Overwrite an entry with what is left of it."""
        text = json.dumps([vars(change) for change in changes])
        self._connection.execute("UPDATE entry SET changes = ? WHERE id = ?", (text, entry_id))

    def remove(self, entry_id: int) -> None:
        """Overwrite an entry that is settled."""
        self._connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,))

    def forget_unsaved(self) -> None:
        """Overwrite what the layers hold themselves: the person was asked about that."""
        self._connection.execute("DELETE FROM entry WHERE state = ?", (State.UNSAVED,))

    def is_empty(self) -> bool:
        """Is nothing noted?"""
        return self._connection.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None

    def close(self) -> None:
        """Let go of the file; it goes if nothing is noted in it."""
        is_empty = self.is_empty()
        self._connection.close()
        if is_empty:
            for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
                path.unlink(missing_ok=True)


def new_file(folder: Path) -> JournalFile:
    """A file of this process; nobody else may read it, not even while it is made."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / f"{uuid.uuid4().hex}.sqlite"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return JournalFile(path)


def left_behind(folder: Path) -> list[JournalFile]:
    """The files of processes that are gone, now held by this one. One that cannot be read is laid aside."""
    found = []
    for path in sorted(folder.glob("*.sqlite")):
        try:
            found.append(JournalFile(path))
        except sqlite3.OperationalError:
            continue  # its process lives
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
    return found


def _changes(text: str) -> tuple[SentChange, ...]:
    """Raises DatabaseError of SQLite, as for a damaged file, if the text is none that was written here."""
    try:
        return tuple(
            SentChange(
                table=change["table"],
                operation=Operation(change["operation"]),
                uuid=change["uuid"],
                base_version=change["base_version"],
                values=change["values"],
            )
            for change in json.loads(text)
        )
    except (ValueError, KeyError, TypeError) as error:
        raise sqlite3.DatabaseError(str(error)) from error
