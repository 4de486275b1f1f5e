# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets the stops of a safety walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgsMapToolCapture

from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.drawing_tool import DrawingTool

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsGeometry

    from est_plugin.maptools.drawing_tool import Desktop


class WalkStopTool(DrawingTool):
    """A stop belongs to the selected walk, or to the nearest one, and gets the next number of that walk."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, LayerRole.WALK_STOPS, QgsMapToolCapture.CaptureMode.CapturePoint)

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        walk = self._walk(geometry)
        if walk is None:
            return {}
        return {"walk": walk["uuid"], "hotspot": walk["hotspot"], "number": self._next_number(walk["uuid"])}

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

    def _next_number(self, walk: str) -> int:
        """One more than the highest number among the walk's stops, saved or not."""
        stops = self._layer().getFeatures()
        return 1 + max((stop["number"] or 0 for stop in stops if stop["walk"] == walk), default=0)
