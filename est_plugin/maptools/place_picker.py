# SPDX-License-Identifier: GPL-2.0-or-later
"""Which place on the map does a person mean? One click says it, Esc says none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapToolEmitPoint, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from est_plugin.maptools.map_crs import moved

if TYPE_CHECKING:
    from qgis.core import QgsProject
    from qgis.gui import QgsMapCanvas, QgsMapTool
    from qgis.PyQt.QtGui import QColor, QKeyEvent

_MARK_SIZE, _MARK_WIDTH = 14, 3


class PlacePicker(QObject):
    """Lets the person click once, gives the tool before back, and marks the place."""

    #: The person has clicked, or thought better of it.
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, colour: QColor) -> None:
        super().__init__()
        self._canvas = canvas
        self._project = project
        self._colour = colour
        self._tool = _OneClick(canvas)
        self._tool.canvasClicked.connect(self._on_click)
        self._tool.given_up.connect(self._end)
        self._tool.deactivated.connect(self.ended)
        self._before: QgsMapTool | None = None
        self._mark: QgsVertexMarker | None = None
        self._place: QgsPointXY | None = None
        self._crs = QgsCoordinateReferenceSystem()

    @property
    def has_place(self) -> bool:
        """Was a place clicked?"""
        return self._place is not None

    def place(self, crs: QgsCoordinateReferenceSystem) -> QgsPointXY | None:
        """The place in ``crs``; None if there is none.

        Raises InputError where a coordinate system does not reach.
        """
        if self._place is None:
            return None
        transform = QgsCoordinateTransform(self._crs, crs, self._project)
        return moved(QgsGeometry.fromPointXY(self._place), transform).asPoint()

    def pick(self) -> None:
        """Wait for a click on the map."""
        if self._canvas.mapTool() is not self._tool:
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(self._tool)

    def forget(self) -> None:
        """No place, and no mark."""
        self._place = None
        if self._mark is not None:
            self._canvas.scene().removeItem(self._mark)
            self._mark = None

    def release(self) -> None:
        """Leave the map as it was."""
        self.forget()
        self._tool.deactivated.disconnect(self.ended)
        self._end()
        self._tool.deleteLater()

    def _on_click(self, point: QgsPointXY, button: Qt.MouseButton) -> None:
        if button == Qt.MouseButton.LeftButton:
            self.forget()
            self._place, self._crs = QgsPointXY(point), self._canvas.mapSettings().destinationCrs()
            self._mark = QgsVertexMarker(self._canvas)
            self._mark.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
            self._mark.setIconSize(_MARK_SIZE)
            self._mark.setPenWidth(_MARK_WIDTH)
            self._mark.setColor(self._colour)
            self._mark.setCenter(self._place)
        self._end()

    def _end(self) -> None:
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)


class _OneClick(QgsMapToolEmitPoint):
    given_up = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
