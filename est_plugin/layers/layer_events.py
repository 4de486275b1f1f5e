# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns what happens to the EST layers, by our tools or QGIS's own, into a few signals that the dock listens to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.local_time import store_in_utc
from est_plugin.layers.unsaved import EDITED_ROLES, save_what_it_refers_to

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.layers.layer_watch import Ties


class LayerEvents(QObject):
    """Signals come once for a burst of changes, when control is back with Qt."""

    #: Rows were edited, saved or dropped, or a layer came or left: what is not saved may be different now.
    edited = pyqtSignal()
    #: The database took edits of a layer.
    saved = pyqtSignal()
    #: Other features are selected on the map.
    selected = pyqtSignal()
    #: Layers came to the project or left it, or another project was read.
    listed = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._edited_timer = self._once(self.edited.emit)
        self._saved_timer = self._once(self.saved.emit)
        self._selected_timer = self._once(self.selected.emit)
        self._listed_timer = self._once(self.listed.emit)
        self._watch = LayerWatch(project, EDITED_ROLES, self._ties)
        project.layersRemoved.connect(self._on_edited)
        for signal in (project.layersAdded, project.layersRemoved, project.readProject):
            signal.connect(self._on_listed)

    def unload(self) -> None:
        """Let go of the layers and the project."""
        project = self._project
        project.layersRemoved.disconnect(self._on_edited)
        for signal in (project.layersAdded, project.layersRemoved, project.readProject):
            signal.disconnect(self._on_listed)
        self._watch.unload()
        for timer in (self._edited_timer, self._saved_timer, self._selected_timer, self._listed_timer):
            timer.stop()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return (
            (layer.layerModified, self._on_edited),
            (layer.editingStopped, self._on_edited),
            (layer.beforeCommitChanges, partial(self._before_commit, layer.id())),
            (layer.afterCommitChanges, self._on_saved),
            (layer.selectionChanged, self._on_selected),
        )

    def _once(self, emit: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(emit)
        return timer

    def _before_commit(self, layer_id: str, *_: object) -> None:
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            store_in_utc(layer)
            save_what_it_refers_to(self._project, layer)

    def _on_edited(self, *_: object) -> None:
        self._edited_timer.start(0)

    def _on_saved(self, *_: object) -> None:
        self._edited_timer.start(0)
        self._saved_timer.start(0)

    def _on_listed(self, *_: object) -> None:
        self._listed_timer.start(0)

    def _on_selected(self, *_: object) -> None:
        self._selected_timer.start(0)
