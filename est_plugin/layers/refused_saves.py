# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers did a database refuse to save: because others were there first, or because the method forbids it?"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.db import guard
from est_plugin.db.server_database import ServerDatabase
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.unsaved import EDITED_ROLES

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.layers.layer_watch import Ties


class RefusedSaves(QObject):
    """Told when control is back with Qt, once for a save of many layers.

    It also keeps the uuids of the rows that are touched: a layer does not show a row any more that a colleague has
    deleted meanwhile, and then cannot say which one it was.
    """

    #: The ids of the layers whose save was refused.
    refused = pyqtSignal(list)
    #: The ids of the layers in which a rule of the method is broken, in a file too.
    forbidden = pyqtSignal(list)

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._begun: set[str] = set()
        self._uuids: defaultdict[str, dict[int, str]] = defaultdict(dict)
        self._touched: defaultdict[str, set[int]] = defaultdict(set)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._watch = LayerWatch(project, EDITED_ROLES, self._ties)

    def unload(self) -> None:
        """Let go of the layers."""
        self._timer.stop()
        self._watch.unload()

    def uuid_of(self, layer_id: str, feature_id: int) -> str:
        """The uuid of a row that was touched; empty if the row was gone before."""
        self._note_uuids()
        return self._uuids[layer_id].get(feature_id, "")

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        saves = (
            (layer.beforeCommitChanges, partial(self._on_begun, layer.id())),
            (layer.afterCommitChanges, partial(self._on_saved, layer.id())),
        )
        if layer.providerType() != ServerDatabase.PROVIDER:
            return saves
        touched = partial(self._on_touched, layer.id())
        return (
            *saves,
            (layer.attributeValueChanged, touched),
            (layer.geometryChanged, touched),
            (layer.editingStopped, partial(self._on_stopped, layer.id())),
        )

    def _on_touched(self, layer_id: str, feature_id: int, *_: object) -> None:
        if feature_id >= 0 and feature_id not in self._uuids[layer_id]:
            self._touched[layer_id].add(feature_id)
            self._timer.start(0)

    def _on_begun(self, layer_id: str, *_: object) -> None:
        self._begun.add(layer_id)
        self._timer.start(0)

    def _on_saved(self, layer_id: str) -> None:
        self._begun.discard(layer_id)

    def _on_stopped(self, layer_id: str) -> None:
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer) and not layer.isModified():
            self._touched.pop(layer_id, None)
            self._uuids.pop(layer_id, None)

    def _look(self) -> None:
        self._note_uuids()
        begun, self._begun = self._begun, set()
        codes = {layer_id: _refusal_of(self._project.mapLayer(layer_id)) for layer_id in begun}
        for signal, told in ((self.refused, guard.CLASHES), (self.forbidden, guard.RULES)):
            found = [layer_id for layer_id, code in codes.items() if code in told]
            if found:
                signal.emit(found)

    def _note_uuids(self) -> None:
        """Ask the database, past the edit buffer, once for all rows that were touched."""
        for layer_id, ids in self._touched.items():
            layer = self._project.mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                request = QgsFeatureRequest().setFilterFids(list(ids)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
                request.setSubsetOfAttributes(["uuid"], layer.fields())
                rows = layer.dataProvider().getFeatures(request)
                self._uuids[layer_id].update({row.id(): row["uuid"] for row in rows})
        self._touched.clear()


def _refusal_of(layer: object) -> guard.Code | None:
    """Why the last save of a layer was refused; None if it was not, or in words that are none of ours."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isModified():
        return None
    refusal = guard.refusal_in("\n".join(layer.commitErrors()))
    return None if refusal is None else refusal.code
