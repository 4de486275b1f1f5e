# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the route of a safety walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from est_plugin.domain.walk import WalkStatus
from est_plugin.maptools.route_drawing import RouteDrawing

if TYPE_CHECKING:
    from qgis.core import QgsGeometry


class WalkRouteTool(RouteDrawing):
    """Length and planned time are filled in; each stop adds its time, see ``layers.walk_upkeep``."""

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        return {
            "status": WalkStatus.PROPOSED.value,
            "length_m": round(geometry.length()),
            "minutes": round(self._rules.pace().minutes(geometry.length(), 0)),
        }
