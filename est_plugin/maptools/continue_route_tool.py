# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws on from an end of a walk's route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateTransform, QgsPointXY
from qgis.PyQt.QtCore import Qt

from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import extend_route, walk_of
from est_plugin.layers.stop_numbers import stops_of
from est_plugin.maptools.route_drawing import RouteDrawing

if TYPE_CHECKING:
    from qgis.core import QgsGeometry, QgsVectorLayer
    from qgis.gui import QgsMapMouseEvent

    from est_plugin.maptools.drawing_tool import Desktop
    from est_plugin.maptools.route_rules import RouteRules


class ContinueRouteTool(RouteDrawing):
    """Begins at the end of the route that is nearest to the first click; what is drawn is added in one undo step."""

    def __init__(self, desktop: Desktop, rules: RouteRules) -> None:
        super().__init__(desktop, rules)
        self._walk = ""
        self._so_far = (0.0, 0)

    def go_on(self, walk: str) -> None:
        """Make this the tool of the map, for a walk (a uuid).

        Raises InputError if the walk has no route, EstError if its layer cannot be edited.
        """
        _, row = walk_of(self._desktop.project, walk)
        stops = roles.find(self._desktop.project, LayerRole.WALK_STOPS)
        self._so_far = (row.geometry().length(), 0 if stops is None else len(stops_of(stops, walk)))
        self._walk = walk
        self.drop()
        self.begin()

    def before(self) -> tuple[float, int]:
        return self._so_far

    def defaults(self, _geometry: QgsGeometry) -> dict[str, Any]:
        return {}

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None:
            return
        if event.button() == Qt.MouseButton.LeftButton and not self.size():
            self.addVertex(self._nearest_end(event.mapPoint()))
            self.startCapturing()
        super().cadCanvasReleaseEvent(event)

    def _fill_in(self, _layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        """No form: the walk has been described already."""
        extend_route(self._desktop.project, self._walk, geometry, self._rules.pace())
        self._desktop.canvas.unsetMapTool(self)

    def _nearest_end(self, click: QgsPointXY) -> QgsPointXY:
        """In the CRS of the map."""
        layer, walk = walk_of(self._desktop.project, self._walk)
        map_crs = self._desktop.canvas.mapSettings().destinationCrs()
        to_map = QgsCoordinateTransform(layer.crs(), map_crs, self._desktop.project)
        line = walk.geometry().constGet().curveToLine()
        ends = [to_map.transform(QgsPointXY(end)) for end in (line.startPoint(), line.endPoint())]
        return min(ends, key=click.distance)
