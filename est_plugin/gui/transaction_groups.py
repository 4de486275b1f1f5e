# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens when a person edits EST layers in a project that saves layers in groups?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer

from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.edits import (
    TransactionGroupsError,
    end_unchanged_group,
    switch_off_transaction_groups,
    uses_transaction_groups,
)
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.unsaved import EDITED_ROLES

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from est_plugin.gui.session import Session
    from est_plugin.layers.layer_watch import Ties


class TransactionGroups(QObject):
    """Ends the edit session, says why, and switches the groups off with one click."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.messages = session.messages
        self._session = session
        session.messages.offer(
            TransactionGroupsError, translate("est_plugin", "Switch transaction groups off"), self._switch_off
        )
        # When control is back: QGIS begins the sessions of the other layers of a group after that of the first.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refuse)
        self._watch = LayerWatch(session.project, EDITED_ROLES, self._ties)
        session.database_changed.connect(self._on_opened)

    def unload(self) -> None:
        """Let go of the layers."""
        self._timer.stop()
        self._watch.unload()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return ((layer.editingStarted, self._on_editing_started),)

    def _on_editing_started(self) -> None:
        self._timer.start(0)

    @told
    def _on_opened(self) -> None:
        if self._session.database is not None:
            self._refuse()

    @told
    def _refuse(self) -> None:
        if uses_transaction_groups(self._session.project):
            end_unchanged_group(self._session.project)
            raise TransactionGroupsError

    @told
    def _switch_off(self) -> None:
        switch_off_transaction_groups(self._session.project)
