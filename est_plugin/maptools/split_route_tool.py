# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks with the mouse where the route of a walk shall be split: at a stop, or anywhere along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import Qt

from est_plugin.errors import EstError
from est_plugin.layers import roles
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.route_edits import split_route, walk_of
from est_plugin.layers.stop_numbers import stops_of
from est_plugin.maptools.map_crs import moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsVectorLayer
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtGui import QKeyEvent

    from est_plugin.layers.layer_watch import Ties
    from est_plugin.layers.pace import Pace
    from est_plugin.maptools.drawing_tool import Desktop

#: A stop within so many pixels of the mouse is meant.
_PIXELS = 12


class SplitRouteTool(QgsMapTool):
    """A cross shows where the split would be; a click makes it, Esc or a right click leaves all as it is."""

    def __init__(self, desktop: Desktop, pace: Callable[[], Pace]) -> None:
        super().__init__(desktop.canvas)
        self._desktop = desktop
        self._pace = pace
        self._walk = ""
        #: The route and its stops, in the CRS of the map.
        self._route = QgsGeometry()
        self._stops: list[QgsGeometry] = []
        self._from_map = QgsCoordinateTransform()
        self._cross = QgsVertexMarker(desktop.canvas)
        self._cross.setIconType(QgsVertexMarker.IconType.ICON_X)
        self._cross.setIconSize(16)
        self._cross.setPenWidth(3)
        self._cross.setColor(Qt.GlobalColor.red)
        self._cross.hide()
        self.setCursor(Qt.CursorShape.CrossCursor)
        # What is shown would be of another map, or of a route that is no more.
        desktop.canvas.destinationCrsChanged.connect(self._leave)
        watched = (LayerRole.WALKS, LayerRole.WALK_STOPS)
        self._watch = LayerWatch(
            desktop.project, watched, lambda layer: ((layer.undoStack().indexChanged, self._leave),)
        )

    def begin(self, walk: str) -> None:
        """Make this the tool of the map, for a walk (a uuid).

        Raises InputError if the walk has no route, or the map cannot show it.
        """
        layer, row = walk_of(self._desktop.project, walk)
        self._walk = walk
        map_crs = self._desktop.canvas.mapSettings().destinationCrs()
        to_map = QgsCoordinateTransform(layer.crs(), map_crs, self._desktop.project)
        self._from_map = QgsCoordinateTransform(map_crs, layer.crs(), self._desktop.project)
        stops = roles.find(self._desktop.project, LayerRole.WALK_STOPS)
        of_walk = [] if stops is None else stops_of(stops, walk)
        self._stops = [moved(stop.geometry(), to_map) for stop in of_walk]
        self._route = moved(row.geometry(), to_map)
        self._desktop.activate(layer)
        self._desktop.canvas.setMapTool(self)

    def deactivate(self) -> None:
        self._cross.hide()
        super().deactivate()

    def release(self) -> None:
        """Take the tool off the map; the caller then deletes it."""
        self._desktop.canvas.destinationCrsChanged.disconnect(self._leave)
        self._watch.unload()
        self._desktop.canvas.unsetMapTool(self)
        self._desktop.canvas.scene().removeItem(self._cross)

    def canvasMoveEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None:
            return
        self._cross.setCenter(self._place(event.mapPoint()))
        self._cross.show()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            try:
                at = moved(QgsGeometry.fromPointXY(self._place(event.mapPoint())), self._from_map)
                split_route(self._desktop.project, self._walk, at.asPoint(), self._pace())
            except EstError as error:
                self._desktop.tell(error)
                return
        self._desktop.canvas.unsetMapTool(self)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self._desktop.canvas.unsetMapTool(self)
            event.ignore()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return ((layer.undoStack().indexChanged, self._leave),)

    def _leave(self, *_: object) -> None:
        if self._desktop.canvas.mapTool() is self:
            self._desktop.canvas.unsetMapTool(self)

    def _place(self, mouse: QgsPointXY) -> QgsPointXY:
        """Where on the route: beside a stop near the mouse, else beside the mouse."""
        here = QgsGeometry.fromPointXY(mouse)
        stop = min(self._stops, key=here.distance, default=None)
        reach = _PIXELS * self._desktop.canvas.mapUnitsPerPixel()
        meant = here if stop is None or stop.distance(here) > reach else stop
        return self._route.nearestPoint(meant).asPoint()
