# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock knows of the server while a database on it is open, or awaited, and what it does when that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsDataSourceUri
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.db.link_state import LinkState
from est_plugin.db.server_database import ServerDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.gui.messages import told
from est_plugin.layers import roles
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.unsaved import EDITED_ROLES
from est_plugin.tasks.pulse_thread import PulseThread

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from est_plugin.db.pulse import News
    from est_plugin.db.server import ServerAddress
    from est_plugin.gui.session import Session
    from est_plugin.layers.layer_watch import Ties

#: The map is read again at most so often, however much others store (milliseconds).
_READ_AGAIN_MS = 1000


class ConnectionWatch(QObject):
    """Follows the database of the session; knows nothing while that is a file."""

    #: There is news, or nothing to know any more.
    changed = pyqtSignal()
    #: The server answers after a time without an answer.
    came_back = pyqtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.messages = session.messages
        self.news: News | None = None
        self._address: ServerAddress | None = None
        self._thread: PulseThread | None = None
        self._ended: list[PulseThread] = []
        self._is_away = False
        self._editing: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_again)
        self._layers = LayerWatch(session.project, EDITED_ROLES, self._ties)
        session.database_changed.connect(self._follow)
        session.layer_events.saved.connect(self._announce)
        session.layer_events.edited.connect(self._show_editing)

    def unload(self) -> None:
        """Let go of the server and the layers."""
        self._session.database_changed.disconnect(self._follow)
        self._session.layer_events.saved.disconnect(self._announce)
        self._session.layer_events.edited.disconnect(self._show_editing)
        self._layers.unload()
        self._timer.stop()
        self._let_go()
        for thread in self._ended:
            thread.wait()

    @property
    def is_offline(self) -> bool:
        """Is the server known to be out of reach?"""
        return self.news is not None and self.news.state is LinkState.OFFLINE

    def refuse_while_offline(self) -> None:
        """Raise DatabaseError if a question to the server would only hold up the person, in QGIS for minutes."""
        if self.is_offline:
            raise DatabaseError(
                QT_TRANSLATE_NOOP("est_plugin", "The map still shows the same rows as before."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The server cannot be reached."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose again when it answers."),
            )

    def try_now(self) -> None:
        """Ask the server now."""
        if self._thread is not None:
            self._thread.pulse.look_now()

    @told
    def _follow(self) -> None:
        database = self._session.database
        address = database.address if isinstance(database, ServerDatabase) else self._session.awaited
        if address is self._address:
            return
        self._let_go()
        self._address, self._is_away = address, database is None
        if address is not None:
            self._thread = PulseThread(address)
            self._thread.told.connect(self._on_told)
            self._thread.pulse.show_editing(self._editing)
            self._thread.start()
        self.changed.emit()

    def _let_go(self) -> None:
        if self._thread is not None:
            self._thread.stop()
            self._ended = [thread for thread in self._ended if not thread.has_ended()] + [self._thread]
        self._thread = self._address = self.news = None

    @told
    def _on_told(self, news: News) -> None:
        if self.sender() is not self._thread:
            return
        self.news = news
        self.changed.emit()
        if news.state is LinkState.OFFLINE:
            self._is_away = True
        elif self._is_away:
            self._is_away = False
            self._bring_back()
            self.came_back.emit()
        elif news.is_stale and not self._timer.isActive():
            self._timer.start(_READ_AGAIN_MS)

    def _bring_back(self) -> None:
        """Show what could not be read meanwhile."""
        if self._session.database is not None:
            self._session.read_again()
        elif self._session.awaited is not None:
            self._session.open(self._session.awaited)

    @told
    def _read_again(self) -> None:
        # While the server is away a question would only hold up the person; it is asked on the return.
        if not self.is_offline:
            self._session.read_again()

    @told
    def _announce(self) -> None:
        """QGIS has saved edits, and tells nobody."""
        if self._thread is not None:
            self._thread.pulse.announce()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return ((layer.editingStarted, self._show_editing),)

    @told
    def _show_editing(self, *_: object) -> None:
        found = (roles.find(self._session.project, role) for role in EDITED_ROLES)
        edited = (layer for layer in found if layer is not None and layer.isEditable())
        editing = tuple(sorted({QgsDataSourceUri(layer.source()).table() for layer in edited}))
        if editing != self._editing:
            self._editing = editing
            if self._thread is not None:
                self._thread.pulse.show_editing(editing)
