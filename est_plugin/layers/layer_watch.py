# SPDX-License-Identifier: GPL-2.0-or-later
"""Listens to the project's EST layers from the moment they come until they leave or the plugin is unloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from est_plugin.layers import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from qgis.core import QgsMapLayer, QgsProject

    from est_plugin.layers.roles import LayerRole

    #: Signals of a layer, each with the slot that listens to it.
    Ties = Sequence[tuple[Any, Callable[..., None]]]


class LayerWatch(QObject):
    """Ties the signals of the layers that play one of ``watched`` roles, and of copies of them; keeps their ids, not
    the layers.
    """

    def __init__(
        self,
        project: QgsProject,
        watched: Collection[LayerRole],
        ties: Callable[[QgsVectorLayer], Ties],
    ) -> None:
        """``ties`` is asked once for each layer: which of its signals go to which slots."""
        super().__init__()
        self._project = project
        self._watched = watched
        self._ties = ties
        self._tied: dict[str, Ties] = {}
        project.layersAdded.connect(self._on_added)
        project.layersWillBeRemoved.connect(self._let_go)
        self._on_added(list(project.mapLayers().values()))

    def unload(self) -> None:
        """Cut all ties."""
        self._project.layersAdded.disconnect(self._on_added)
        self._project.layersWillBeRemoved.disconnect(self._let_go)
        self._let_go(list(self._tied))

    def _on_added(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and roles.kind_of(layer) in self._watched:
                ties = self._ties(layer)
                for signal, slot in ties:
                    signal.connect(slot)
                self._tied[layer.id()] = ties

    def _let_go(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            for signal, slot in self._tied.pop(layer_id, ()):
                signal.disconnect(slot)
