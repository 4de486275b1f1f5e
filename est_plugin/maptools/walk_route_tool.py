# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the route of a safety walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgsMapToolCapture

from est_plugin.domain.walk import WalkStatus
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.drawing_tool import DrawingTool

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsGeometry

    from est_plugin.layers.pace import Pace
    from est_plugin.maptools.drawing_tool import Desktop


class WalkRouteTool(DrawingTool):
    """Length and planned time are filled in; each stop adds its time, see ``layers.walk_upkeep``."""

    def __init__(self, desktop: Desktop, pace: Callable[[], Pace]) -> None:
        """``pace`` is asked at each walk, so that a changed setting counts at once."""
        super().__init__(desktop, LayerRole.WALKS, QgsMapToolCapture.CaptureMode.CaptureLine)
        self._pace = pace

    def defaults(self, geometry: QgsGeometry) -> dict[str, Any]:
        return {
            "status": WalkStatus.PROPOSED.value,
            "length_m": round(geometry.length()),
            "minutes": round(self._pace().minutes(geometry.length(), 0)),
        }
