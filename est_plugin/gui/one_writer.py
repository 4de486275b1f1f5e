# SPDX-License-Identifier: GPL-2.0-or-later
"""May this QGIS write to the database that is open? It holds the lock of a file as long as it has it open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.db import file_lock
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.file_lock import HeldError
from est_plugin.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.db.file_lock import FileLock, Holder

#: How often one who waits looks whether the other one has left.
_LOOK_S = 3


class OneWriter(QObject):
    """Holds the lock, gives signs of life, and sees when another process that held it has left."""

    #: The other process has left, or another one has come.
    holder_changed = pyqtSignal()
    #: Another computer took the lock over; carries the error that says so.
    lost = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock: FileLock | None = None
        self._database: Path | None = None
        #: Who writes instead of this process.
        self.holder: Holder | None = None
        self._is_waiting = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    @property
    def may_begin(self) -> bool:
        """Has the process left for which this one has waited?"""
        return self._is_waiting and self.holder is None

    @contextmanager
    def opening(self, database: Database) -> Iterator[Database]:
        """Take the lock of a database and let go of the one before, unless the block raises.

        Yields the database, with ``refusal`` if it may only be read.
        """
        path = database.path if isinstance(database, FileDatabase) else None
        kept = self._lock if path is not None and path == self._database else None
        lock = kept
        if path is not None and kept is None and database.refusal is None:
            try:
                lock = file_lock.take(path)
            except DatabaseError as error:
                database = replace(database, refusal=error)
        try:
            yield database
        except BaseException:
            if lock is not None and lock is not kept:
                lock.release()
            raise
        if kept is None:
            self.let_go()
        self._hold(path, lock, database.refusal)

    def let_go(self) -> None:
        """Let others write."""
        self._timer.stop()
        if self._lock is not None:
            self._lock.release()
        self._lock = self._database = self.holder = None
        self._is_waiting = False

    def _hold(self, path: Path | None, lock: FileLock | None, refusal: DatabaseError | None) -> None:
        self._lock, self._database = lock, path
        self._is_waiting = isinstance(refusal, HeldError)
        self.holder = refusal.holder if isinstance(refusal, HeldError) else None
        if lock is not None:
            self._timer.start(file_lock.SIGN_OF_LIFE_S * 1000)
        elif self._is_waiting:
            self._timer.start(round(_LOOK_S * 1000))
        else:
            self._timer.stop()

    def _look(self) -> None:
        if self._database is None:
            return
        if self._lock is None:
            before, self.holder = self.holder, file_lock.holder_of(self._database)
            if self.holder != before:
                self.holder_changed.emit()
        elif not self._lock.renew():
            self._take_again(self._database, self._lock)

    def _take_again(self, path: Path, lock: FileLock) -> None:
        """Take a lock anew that was removed or that another computer took over while this one slept."""
        lock.release()
        try:
            self._hold(path, file_lock.take(path), None)
        except DatabaseError as error:
            self._hold(path, None, error)
            self.lost.emit(error)
