# SPDX-License-Identifier: GPL-2.0-or-later
"""What was changed that the database may not have? Noted outside QGIS, so that no broken link and no crash loses it.

Before a layer is saved, and two seconds after an edit, its edit buffer is written to the profile's folder. What was
sent stays noted until the database was asked and has it; who asks is ``gui.arrival_check``.
"""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.db import journal_file
from est_plugin.db.arrivals import Operation
from est_plugin.db.journal_file import Entry, State
from est_plugin.db.server_database import ServerDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.layers import roles
from est_plugin.layers.buffered_changes import buffered_changes, read_uuids, stored_row_ids
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.unsaved import EDITED_ROLES, changed_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from qgis.core import QgsProject

    from est_plugin.db.arrivals import SentChange
    from est_plugin.db.journal_file import JournalFile
    from est_plugin.layers.layer_watch import Ties

Result = TypeVar("Result")
#: After an edit, before it is noted (ms).
_PAUSE_MS = 2000
#: Above that many changed rows only a save is noted: writing them takes the main thread too long in between.
MOST_ROWS_IN_PASSING = 1000


class Journal(QObject):
    """To be made after ``LayerEvents``, which still changes the edit buffer before a save."""

    #: A layer was saved, or its save was refused: what was sent has to be asked for.
    sent = pyqtSignal()
    #: The journal cannot be written; carries an EstError. Nothing is lost by that as long as QGIS and the link hold.
    failed = pyqtSignal(object)

    def __init__(self, project: QgsProject, folder: Path) -> None:
        super().__init__()
        self._project = project
        self._folder = folder
        self._own: JournalFile | None = None
        self._uuids: dict[str, dict[int, str]] = {}
        self._edited: set[str] = set()
        self._has_failed = False
        self._left_behind = self._guarded(lambda: journal_file.left_behind(folder)) or []
        self._note_timer = self._once(self._note_edited)
        self._sent_timer = self._once(self._on_control_back)
        self._watch = LayerWatch(project, EDITED_ROLES, self._ties)
        project.layersRemoved.connect(self._on_removed)

    def unload(self) -> None:
        """Let go of layers and files. What is in an edit buffer now, QGIS asks for itself."""
        self._project.layersRemoved.disconnect(self._on_removed)
        self._watch.unload()
        self._note_timer.stop()
        self._sent_timer.stop()
        if self._own is not None:
            self._guarded(self._own.forget_unsaved)
        for file in self._files():
            self._guarded(file.close)
        self._own, self._left_behind = None, []

    def open_entries(self, database: str) -> list[Entry]:
        """What the database with this key may not have: sent by this QGIS, or left behind by one that crashed."""
        own = self.own_entries()
        left = [entry for file in self._left_behind for entry in self._guarded(file.entries) or []]
        known = left + [entry for entry in own if entry.state is not State.UNSAVED]
        return [entry for entry in known if entry.database == database]

    def own_entries(self) -> list[Entry]:
        """What this QGIS has noted, also what its edit buffers hold."""
        return [] if self._own is None else self._guarded(self._own.entries) or []

    def is_own(self, entry: Entry) -> bool:
        """Was it written by this QGIS?"""
        return self._own is not None and entry.file_name == self._own.path.name

    def layer_for(self, entry: Entry) -> QgsVectorLayer | None:
        """The layer that an entry came from, else the one that shows the same."""
        layer = self._project.mapLayer(entry.layer_id) or roles.find(self._project, roles.LayerRole(entry.role))
        shows_it = isinstance(layer, QgsVectorLayer) and roles.database_of(layer) == entry.database
        return layer if shows_it else None  # type: ignore[return-value] # see above

    def settle(self, entry: Entry, left: Iterable[SentChange] = ()) -> None:
        """Forget an entry; ``left`` stays, for a person to decide."""
        remaining = tuple(left)
        if remaining:
            self._write(Entry(entry.database, entry.layer_id, entry.role, State.LEFT, remaining))
        for file in self._files():
            if file.path.name == entry.file_name:
                self._guarded(partial(file.remove, entry.id))
        for file in [file for file in self._left_behind if self._guarded(file.is_empty)]:
            self._guarded(file.close)
            self._left_behind.remove(file)

    def note(self, layer: QgsVectorLayer, state: State = State.UNSAVED) -> None:
        """Write down what the edit buffer of a layer holds."""
        rows = stored_row_ids(layer)
        uuids = self._uuids.setdefault(layer.id(), {})
        unknown = rows - uuids.keys()
        if unknown:
            uuids.update(read_uuids(layer, unknown))
        changes = buffered_changes(layer, _table_of(layer), uuids)
        if changes or self._own is not None:
            role = roles.kind_of(layer)
            self._write(Entry(roles.database_of(layer), layer.id(), "" if role is None else role, state, changes))

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        layer_id = layer.id()
        return (
            (layer.layerModified, partial(self._on_edited, layer_id)),
            (layer.editingStopped, partial(self._on_edited, layer_id)),
            (layer.beforeCommitChanges, partial(self._before_commit, layer_id)),
        )

    def _on_edited(self, layer_id: str, *_: object) -> None:
        self._edited.add(layer_id)
        if not self._note_timer.isActive():
            self._note_timer.start(_PAUSE_MS)

    def _on_removed(self, layer_ids: list[str]) -> None:
        """A person was asked whether to save before a layer goes with its edits."""
        for layer_id in layer_ids:
            self._uuids.pop(layer_id, None)
            if self._own is not None:
                self._write(Entry("", layer_id, "", State.UNSAVED, ()))

    def _before_commit(self, layer_id: str, *_: object) -> None:
        layer = self._layer(layer_id)
        if layer is not None and changed_ids(layer):
            self.note(layer, State.SENT)
            self._edited.add(layer_id)
            self._sent_timer.start(0)

    def _on_control_back(self) -> None:
        self._note_edited()
        entries = self.own_entries()
        held = {entry.layer_id: entry.changes for entry in entries if entry.state is State.UNSAVED}
        for entry in entries:
            layer = self._layer(entry.layer_id)
            if entry.state is State.SENT and layer is not None:
                # A file that has said yes has it; one that has said no left it in the edit buffer.
                is_file = layer.providerType() != ServerDatabase.PROVIDER
                self._keep(entry, () if is_file else _not_held(entry.changes, held.get(entry.layer_id, ())))
        self.sent.emit()

    def _keep(self, entry: Entry, changes: tuple[SentChange, ...]) -> None:
        """Go on asking for these changes only."""
        if not changes:
            self.settle(entry)
        elif self._own is not None and changes != entry.changes:
            self._guarded(partial(self._own.keep, entry.id, changes))

    def _note_edited(self) -> None:
        self._note_timer.stop()
        for layer_id in self._edited:
            layer = self._layer(layer_id)
            if layer is not None and len(changed_ids(layer)) <= MOST_ROWS_IN_PASSING:
                self.note(layer)
            if layer is None or not layer.isEditable():
                self._uuids.pop(layer_id, None)
        self._edited.clear()

    def _layer(self, layer_id: str) -> QgsVectorLayer | None:
        layer = self._project.mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _files(self) -> list[JournalFile]:
        return [*self._left_behind, *([] if self._own is None else [self._own])]

    def _write(self, entry: Entry) -> None:
        if self._own is None:
            self._own = self._guarded(lambda: journal_file.new_file(self._folder))
        if self._own is not None:
            self._guarded(partial(self._own.write, entry))

    def _guarded(self, act: Callable[[], Result]) -> Result | None:
        """What ``act`` gives; the person is told once if the journal's folder refuses, and goes on working."""
        try:
            return act()
        except (OSError, sqlite3.Error) as error:
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(
                    EstError(
                        QT_TRANSLATE_NOOP("est_plugin", "Your unsaved work is not protected against a crash."),
                        why=QT_TRANSLATE_NOOP("est_plugin", "Nothing can be written in {folder}: {error}."),
                        what_next=QT_TRANSLATE_NOOP("est_plugin", "Save often, and make room or ask for the right."),
                        folder=self._folder,
                        error=error,
                    )
                )
            return None

    def _once(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer


def _not_held(sent: Iterable[SentChange], held: Iterable[SentChange]) -> tuple[SentChange, ...]:
    """What was sent and is in the edit buffer no more. What a refused save left there the person goes on deciding on:
    put back later, it would undo what was changed or discarded since. New rows may have arrived all the same.
    """
    names = {change.uuid: change.values.keys() for change in held if change.operation is Operation.UPDATE}
    return tuple(
        change
        for change in sent
        if change.operation is not Operation.UPDATE or not change.values.keys() <= names.get(change.uuid, set())
    )


def _table_of(layer: QgsVectorLayer) -> str:
    if layer.providerType() == ServerDatabase.PROVIDER:
        return QgsDataSourceUri(layer.source()).table()
    registry: QgsProviderRegistry = QgsProviderRegistry.instance()  # type: ignore[assignment] # never None
    return str(registry.decodeUri(layer.providerType(), layer.source()).get("layerName", ""))
