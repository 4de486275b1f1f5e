# SPDX-License-Identifier: GPL-2.0-or-later
"""Did what was sent to the database arrive? Asked after each save, and when a database is opened.

What did not arrive goes back into the edit buffer, and the person is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.db import link
from est_plugin.db.arrivals import Operation, missing
from est_plugin.db.journal_file import State
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.journal import Journal
from est_plugin.layers.put_back import drop_arrived_rows, put_back
from est_plugin.tasks.task import Task, TaskRegistry

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsVectorLayer

    from est_plugin.db.arrivals import SentChange
    from est_plugin.db.database import Database
    from est_plugin.db.journal_file import Entry
    from est_plugin.gui.session import Session

#: Until the database is asked again if it did not answer (ms).
_PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Lacking:
    """What the database lacks of an entry of the journal."""

    entry: Entry
    changes: tuple[SentChange, ...]


class ArrivalCheck(QObject):
    """Asks in the background; the journal keeps what cannot be asked for."""

    #: ``left`` is another.
    left_changed = pyqtSignal()

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session = session
        self.messages = session.messages
        self.journal = Journal(session.project, folder)
        #: Left behind by a crash, or not shown by any layer: a person decides.
        self.left: tuple[Lacking, ...] = ()
        self._tasks = TaskRegistry()
        #: Does a question to the database wait for its answer?
        self.is_asking = False
        self._is_unloaded = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look_again)
        self.journal.sent.connect(self.look_again)
        self.journal.failed.connect(self.messages.error)
        session.database_changed.connect(self.look_again)

    def unload(self) -> None:
        """Stop asking; what is not answered stays in the journal."""
        self._is_unloaded = True
        self._timer.stop()
        self._tasks.unload()
        self.journal.unload()

    @told
    def look_again(self) -> None:
        """Ask for everything that is open; also to be called when the link to the server is back."""
        database = self._session.database
        entries = [] if database is None else self.journal.open_entries(database.key)
        self._again = self.is_asking
        if self.is_asking:
            return
        if database is None or not entries:
            self._show(())
            return
        self.is_asking = True

        def ask(_feedback: object) -> tuple[Lacking, ...]:
            return tuple(Lacking(entry, missing(database, entry.changes)) for entry in entries)

        self._tasks.start(
            Task(
                translate("est_plugin", "Checking what was saved"),
                ask,
                on_done=lambda answers: self._on_answer(database, answers),
                on_failed=self._on_no_answer,
            )
        )

    @told
    def put_back_left(self) -> None:
        """Put what was left into the edit buffers again, as a person decided."""
        for lacking in self.left:
            layer = self.journal.layer_for(lacking.entry)
            if layer is not None:
                self._put_back(layer, lacking)
        self.look_again()

    @told
    def discard_left(self) -> None:
        """Forget what was left, as a person decided."""
        for lacking in self.left:
            self.journal.settle(lacking.entry)
        self._show(())

    @told
    def _on_answer(self, database: Database, answers: tuple[Lacking, ...]) -> None:
        self.is_asking = False
        if self._is_unloaded:
            return
        if self._session.database is database:
            for lacking in answers:
                self._drop_what_arrived(lacking)
                if not lacking.changes:
                    self.journal.settle(lacking.entry)
                elif lacking.entry.state is State.SENT and self.journal.is_own(lacking.entry):
                    self._return_unsaved(lacking)
            self._show(self._left_of(answers))
        if self._again or self._session.database is not database:
            self.look_again()

    def _on_no_answer(self, error: Exception) -> None:
        self.is_asking = False
        if self._is_unloaded:
            return
        if link.is_broken(error):
            self._timer.start(_PATIENCE_MS)
        else:
            # Asking again would not help; the journal keeps what it holds until the next save or opening.
            self.messages.error(error)

    def _left_of(self, answers: tuple[Lacking, ...]) -> tuple[Lacking, ...]:
        """What is still noted. What a layer did not take is a new entry, which the next look finds."""
        known = {(entry.file_name, entry.id) for entry in self.journal.open_entries(self._database_key())}
        asked = {(lacking.entry.file_name, lacking.entry.id) for lacking in answers}
        self._again = self._again or bool(known - asked)
        return tuple(one for one in answers if (one.entry.file_name, one.entry.id) in known)

    def _database_key(self) -> str:
        database = self._session.database
        return "" if database is None else database.key

    def _drop_what_arrived(self, lacking: Lacking) -> None:
        layer = self.journal.layer_for(lacking.entry)
        lacks = {change.uuid for change in lacking.changes}
        new = {change.uuid for change in lacking.entry.changes if change.operation is Operation.INSERT}
        if layer is not None:
            drop_arrived_rows(layer, new - lacks)

    @told
    def _return_unsaved(self, lacking: Lacking) -> None:
        """What a save of this QGIS lost goes back, unless the save was refused and it never left the edit buffer."""
        layer = self.journal.layer_for(lacking.entry)
        count = 0 if layer is None else self._put_back(layer, lacking)
        if layer is not None and count:
            raise DatabaseError(
                QT_TRANSLATE_NOOP("est_plugin", "{missing} of {count} changes in {layer} never reached the server."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The connection was broken while you saved."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "They are in the layer again, not saved. Save once more."),
                missing=count,
                count=len(lacking.entry.changes),
                layer=layer.name(),
            )

    def _put_back(self, layer: QgsVectorLayer, lacking: Lacking) -> int:
        """How many changes the edit buffer has now that it had not."""
        done = put_back(layer, lacking.changes, translate("est_plugin", "Put back what was not saved"))
        self.journal.note(layer)
        self.journal.settle(lacking.entry, done.not_shown)
        return done.count

    def _show(self, left: tuple[Lacking, ...]) -> None:
        self.left = left
        self.left_changed.emit()
