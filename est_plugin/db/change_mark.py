# SPDX-License-Identifier: GPL-2.0-or-later
"""Has anybody changed a database since it was asked before? Told cheaply, whoever changes it and however."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.file_database import connect_shared, translated_errors
from est_plugin.db.incident_rows import COUNTED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Hashable
    from pathlib import Path

    from est_plugin.db.database import Connection

#: The transactions that are seen. Any that changes something, also elsewhere on the server, makes it another.
_SNAPSHOT = "SELECT CAST(pg_current_snapshot() AS text)"
#: The counted incidents that the login may see; the guard counts the version of a row up with each change.
_FINGERPRINT = """
    SELECT count(*), CAST(sum(hashint8extended(id, version)) AS text) FROM incident WHERE {counted}
"""
_UP_TO = "SELECT count(*) FROM (SELECT 1 FROM incident WHERE {counted} LIMIT :most) AS first"


class FileMark:
    """Watches a file over a connection of its own, which SQLite tells of the changes of all others.

    Holds the file open, without a lock, until it is closed or forgotten. To be used by one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def __del__(self) -> None:
        self.close()

    def read(self) -> Hashable:
        """What stays equal as long as nobody changes the file, or puts another in its place.

        Raises DatabaseError if the file cannot be read.
        """
        with translated_errors(self._path):
            file = self._identity()
            if self._connection is None or file != self._file:
                self.close()
                self._connection, self._file = connect_shared(self._path), file
            return self._file, self._connection.execute("PRAGMA data_version").fetchone()[0]

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def snapshot_of(connection: Connection) -> str:
    """Which state of a server the transaction sees; equal ones are the same, others may be."""
    return str(connection.execute(_SNAPSHOT).fetchone()[0])


def has_more_than(connection: Connection, number: int) -> bool:
    """Does a server hold more counted incidents for this login? Told without looking at them all."""
    (found,) = connection.execute(_UP_TO.format(counted=COUNTED), {"most": number + 1}).fetchone()
    return bool(found > number)


def fingerprint_of(connection: Connection) -> tuple[int, str | None]:
    """How many counted incidents a server holds for this login, and a sum that another state of them does not have."""
    count, digest = connection.execute(_FINGERPRINT.format(counted=COUNTED)).fetchone()
    return int(count), digest
