# SPDX-License-Identifier: GPL-2.0-or-later
"""The incidents of a database in memory: where does an analysis get them without reading them again?"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from est_plugin.db.change_mark import FileMark, fingerprint_of, has_more_than, snapshot_of
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.incident_reading import read_all, read_all_in
from est_plugin.db.incidents import count_of_rows, read_points

if TYPE_CHECKING:
    from collections.abc import Hashable

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Connection, Database
    from est_plugin.db.incident_set import IncidentSet
    from est_plugin.domain.incident import IncidentFilter

#: More are not kept but read as they are asked for: each takes 40 bytes, and twice as much while it is read.
_MOST = 3_000_000
#: Of a server: each takes 78 bytes on the line, so these come within 13 seconds at 10 Mbit/s. They are read anew when
#: anybody changes an incident, and counted anew when anybody changes anything on the server.
_MOST_OF_SERVER = 200_000


class LoadedIncidents:
    """What the analyses of one session share: one set of one database. All may be called from any thread."""

    def __init__(self) -> None:
        self._kept = _Kept()

    def points(self, database: Database, incident_filter: IncidentFilter) -> PointSet:
        """The incidents of the filter, as ``read_points`` gives them now: read again if the database was changed.

        Raises DatabaseError if the database cannot be read.
        """
        incidents = self._kept.current(database)
        return read_points(database, incident_filter) if incidents is None else incidents.points(incident_filter)

    def drop(self) -> None:
        """Forget what was read, and let go of the file; a reading that goes on does so when it ends."""
        self._kept = _Kept()


class _Kept:
    """The set, and how to see that it is out of date."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._incidents: IncidentSet | None = None
        self._mark: Hashable = None
        self._snapshot = ""
        self._file: FileMark | None = None

    def current(self, database: Database) -> IncidentSet | None:
        """What the database holds now; None if there are too many to keep."""
        # One reads, the others wait for what it reads.
        with self._lock:
            if database != self._database:
                self._forget()
                self._database = database
                self._file = FileMark(database.path) if isinstance(database, FileDatabase) else None
            if self._file is None:
                self._look_at_server(database)
            else:
                self._look_at_file(database, self._file)
            return self._incidents

    def _forget(self) -> None:
        # Before another set is read: there are never two.
        self._incidents = self._mark = None
        self._snapshot = ""

    def _look_at_file(self, database: Database, file: FileMark) -> None:
        # The mark from before: what is changed while it is read is read again the next time.
        mark = file.read()
        if mark != self._mark:
            self._forget()
            self._incidents = read_all(database) if count_of_rows(database) <= _MOST else None
            self._mark = mark

    def _look_at_server(self, database: Database) -> None:
        with database.reading() as connection:
            snapshot = snapshot_of(connection)
            if snapshot != self._snapshot:
                self._read_if_changed(database, connection)
                self._snapshot = snapshot

    def _read_if_changed(self, database: Database, connection: Connection) -> None:
        if has_more_than(connection, _MOST_OF_SERVER):
            self._forget()
            return
        fingerprint = fingerprint_of(connection)
        if fingerprint != self._mark:
            self._forget()
            self._incidents = read_all_in(database, connection)
            self._mark = fingerprint
