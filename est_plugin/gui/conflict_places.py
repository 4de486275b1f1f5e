# SPDX-License-Identifier: GPL-2.0-or-later
"""Where on the map are my place of a row and the one that a colleague stored?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtGui import QColor

from est_plugin.layers.conflicts import GEOMETRY

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from est_plugin.layers.conflicts import Conflict

#: Told apart by people who see colours differently, too. Of points, mine is a circle and theirs a square.
MINE, THEIRS = QColor("#0072b2"), QColor("#d55e00")
_LINE_WIDTH, _ICON_SIZE = 4, 15
#: How much of the surroundings is shown on each side, in widths of what is drawn.
_MARGIN = 0.5


class ConflictPlaces:
    """Draws both places until the next row is shown."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._drawn: list[QgsRubberBand] = []

    def show(self, layer: QgsVectorLayer, conflict: Conflict) -> bool:
        """Draw the places of a row, if they are what clashes, and bring them into view."""
        self.clear()
        places = next(
            ((column.mine, column.theirs) for column in conflict.columns if column.name == GEOMETRY), (None, None)
        )
        found = [(place, colour) for place, colour in zip(places, (MINE, THEIRS), strict=True) if place is not None]
        for place, colour in found:
            self._drawn.append(self._draw(layer, place, colour))
        if found:
            box = QgsGeometry.collectGeometry([place for place, _ in found]).boundingBox()
            on_map = self._canvas.mapSettings().layerExtentToOutputExtent(layer, box)
            on_map.grow(max(on_map.width(), on_map.height(), 1.0) * _MARGIN)
            # In the upper half of the map: the dialog stands before the lower one.
            on_map.setYMinimum(on_map.yMinimum() - on_map.height())
            self._canvas.zoomToFeatureExtent(on_map)
        return bool(found)

    def clear(self) -> None:
        """Take everything off the map."""
        for band in self._drawn:
            self._canvas.scene().removeItem(band)
        self._drawn = []

    def _draw(self, layer: QgsVectorLayer, place: QgsGeometry, colour: QColor) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.geometryType(place.wkbType()))
        filling = QColor(colour)
        filling.setAlpha(50)
        band.setStrokeColor(colour)
        band.setFillColor(filling)
        band.setWidth(_LINE_WIDTH)
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE if colour == MINE else QgsRubberBand.IconType.ICON_BOX)
        band.setIconSize(_ICON_SIZE)
        band.setToGeometry(place, layer)
        return band
