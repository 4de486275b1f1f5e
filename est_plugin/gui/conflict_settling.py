# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes a save that a shared database refused to the dialog where a person decides, then saves again."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import QgsDataSourceUri, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from est_plugin.db import guard
from est_plugin.db.conflicts import EditedRow, stored_rows
from est_plugin.db.guard import ClashError
from est_plugin.gui.conflict_dialog import ConflictDialog
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.conflicts import conflicts, my_rows, settle
from est_plugin.layers.refused_saves import RefusedSaves
from est_plugin.layers.unsaved import refused, save

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.gui import QgisInterface, QgsMapCanvas

    from est_plugin.db.conflicts import StoredRow
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.layers.conflicts import Conflict, Decision, MyRow

    #: Stored rows by uuid, by the id of the layer.
    Stored = Mapping[str, Mapping[str, StoredRow]]

#: Context and text of the item that QGIS puts into its message bar, in its own translation.
_QGIS_SAYS = ("QgisApp", "Could not commit changes to layer %1")


class ConflictSettling(QObject):
    """One dialog for all layers of a save, ours or QGIS's own."""

    def __init__(self, session: Session, iface: QgisInterface) -> None:
        super().__init__()
        self.messages = session.messages
        self._session = session
        self._iface = iface
        self._saves = RefusedSaves(session.project)
        self._saves.refused.connect(self._on_refused)
        self._saves.forbidden.connect(self._on_forbidden)
        self.dialog: ConflictDialog | None = None

    def unload(self) -> None:
        """Let go of the layers, and close the dialog."""
        self._saves.unload()
        if self.dialog is not None:
            self.dialog.reject()

    @told
    def _on_refused(self, layer_ids: list[str]) -> None:
        """Ask the server in the background what it holds of the rows that I changed, all of them at once."""
        database = self._session.database
        layers = self._layers(layer_ids)
        for layer in layers:
            self._take_down_raw_text(layer)
        if database is None or self.dialog is not None or not all(roles.shows(layer, database) for layer in layers):
            raise refused(layers[0])
        rows = {layer.id(): my_rows(layer, self._saves.uuid_of) for layer in layers}
        asked = {layer.id(): (QgsDataSourceUri(layer.source()).table(), _edited(rows[layer.id()])) for layer in layers}

        def work(_feedback: Feedback) -> Stored:
            return {
                layer_id: {row.uuid: row for row in stored_rows(database, table, edited)}
                for layer_id, (table, edited) in asked.items()
            }

        title = translate("est_plugin", "Comparing with what is stored")
        self._session.run(title, work, lambda stored: self._ask(rows, stored))

    @told
    def _on_forbidden(self, layer_ids: list[str]) -> None:
        """Say which rule of the method it is; what was changed is still in the layer."""
        layers = self._layers(layer_ids)
        for layer in layers:
            self._take_down_raw_text(layer)
        if layers:
            raise refused(layers[0])

    def _ask(self, rows: Mapping[str, list[MyRow]], stored: Stored) -> None:
        layers = self._layers(list(rows))
        edited = {layer.id(): self._edited_since(layer, rows[layer.id()]) for layer in layers}
        if not any(edited.values()):
            # Discarded meanwhile.
            return
        found = [conflict for layer in layers for conflict in conflicts(layer, edited[layer.id()], stored[layer.id()])]
        if not found or self.dialog is not None:
            # Refused for another reason, such as a right that was taken away.
            raise refused(layers[0])
        canvas: QgsMapCanvas = self._iface.mapCanvas()  # type: ignore[assignment] # the desktop has one
        self.dialog = ConflictDialog(self._session.project, canvas, found, self._iface.mainWindow())
        self.dialog.decided.connect(lambda decisions: self._on_decided(found, decisions))
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _edited_since(self, layer: QgsVectorLayer, asked: list[MyRow]) -> list[MyRow]:
        """The rows as they are edited now: a person goes on while the server is asked, and no column may be decided on
        unseen.
        """
        ids = {row.feature_id for row in asked}
        return [row for row in my_rows(layer, self._saves.uuid_of) if row.feature_id in ids]

    def _on_closed(self, _result: int) -> None:
        self.dialog = None

    @told
    def _on_decided(self, found: list[Conflict], decisions: list[Decision]) -> None:
        """Write the decisions into the layers, and save those in which nothing is left to decide."""
        by_layer: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            by_layer[decision.conflict.mine.layer_id].append(decision)
        decided = [decision.conflict for decision in decisions]
        waiting = {conflict.mine.layer_id for conflict in found if conflict not in decided}
        layers = self._layers(list(by_layer))
        for layer in layers:
            settle(layer, by_layer[layer.id()])
        for layer in layers:
            if layer.id() not in waiting:
                # A clash that came meanwhile opens the dialog again.
                with suppress(ClashError):
                    save(layer)

    def _layers(self, layer_ids: list[str]) -> list[QgsVectorLayer]:
        found = (self._session.project.mapLayer(layer_id) for layer_id in layer_ids)
        return [layer for layer in found if isinstance(layer, QgsVectorLayer)]

    def _take_down_raw_text(self, layer: QgsVectorLayer) -> None:
        """QGIS has put the server's words for programs into its message bar; the dialog says it in ours."""
        bar = self._iface.messageBar()
        said = QCoreApplication.translate(*_QGIS_SAYS).replace("%1", layer.name())
        for item in bar.items():
            if said in item.text() or guard.refusal_in(item.text()) is not None:
                bar.popWidget(item)


def _edited(rows: list[MyRow]) -> list[EditedRow]:
    return [EditedRow(row.uuid, row.base_version) for row in rows if row.uuid]
