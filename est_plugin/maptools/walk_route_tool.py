# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the route of a safety walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from est_plugin.domain.walk import WalkStatus
from est_plugin.maptools.route_drawing import RouteDrawing

if TYPE_CHECKING:
    from qgis.core import QgsGeometry, QgsVectorLayer


class WalkRouteTool(RouteDrawing):
    """Length and planned time are filled in; each stop adds its time, see ``layers.walk_upkeep``."""

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        return {
            "status": WalkStatus.PROPOSED.value,
            "length_m": round(geometry.length()),
            "minutes": round(self._rules.pace().minutes(geometry.length(), 0)),
        }

    def _fill_in(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        """Open the form, then select the new walk: the stops that are set next belong to it."""
        added: list[int] = []
        note = added.append
        layer.featureAdded.connect(note)
        try:
            super()._fill_in(layer, geometry)
        finally:
            layer.featureAdded.disconnect(note)
        if added:
            layer.selectByIds(added)
