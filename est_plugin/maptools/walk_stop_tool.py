# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets the stops of a safety walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgsMapToolCapture

from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.stop_numbers import number_at, number_in_this_command
from est_plugin.maptools.drawing_tool import DrawingTool

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    from est_plugin.maptools.drawing_tool import Desktop


class WalkStopTool(DrawingTool):
    """A stop belongs to the selected walk, or to the nearest one; all stops of that walk are numbered along its route.

    The walk need not be saved: its uuid, which the stop keeps, is given when it is drawn.
    """

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, LayerRole.WALK_STOPS, QgsMapToolCapture.CaptureMode.CapturePoint)

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        walk = self._walk(geometry)
        if walk is None:
            return {}
        number = number_at(self._desktop.project, self._layer(), walk["uuid"], geometry)
        return {"walk": walk["uuid"], "hotspot": walk["hotspot"], "number": number}

    def _fill_in(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        """Open the form, then number the stops of the walk: one edit command, or none if the person cancels."""
        added: list[int] = []
        note = added.append
        layer.featureAdded.connect(note)
        layer.beginEditCommand(translate("est_plugin", "Set a stop"))
        try:
            super()._fill_in(layer, geometry)
            for stop in added:
                number_in_this_command(self._desktop.project, layer, layer.getFeature(stop)["walk"] or "")
        finally:
            layer.featureAdded.disconnect(note)
            if added:
                layer.endEditCommand()
            else:
                layer.destroyEditCommand()

    def _walk(self, geometry: QgsGeometry) -> QgsFeature | None:
        """The selected walk, the nearest if several or none are selected; None without walks."""
        layer = roles.find(self._desktop.project, LayerRole.WALKS)
        if layer is None:
            return None
        candidates = layer.selectedFeatures() or layer.getFeatures()
        return min(
            (walk for walk in candidates if walk.hasGeometry()),
            key=lambda walk: walk.geometry().distance(geometry),
            default=None,
        )
