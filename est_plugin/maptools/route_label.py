# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows how long the route has become, beside the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, QPoint, Qt
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

#: Right and below the cursor, where the cross and the marker of the snapping do not cover it.
_BESIDE = QPoint(18, 18)
_METRES_IN_KM = 1000


class RouteLabel(QLabel):
    """A label on the map that lets the mouse through."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Black on white, whatever lies below and whatever the theme: the map is read in any light.
        self.setStyleSheet("color: black; background: rgba(255, 255, 255, 225); border: 1px solid #555; padding: 2px;")
        self.hide()

    def show_at(self, cursor: QPoint, text: str) -> None:
        """Show a text beside a place of the viewport, in pixels, and never beyond its edges."""
        self.setText(text)
        self.adjustSize()
        # parentWidget() is the viewport; on the other side of the cursor where there is no room.
        area = self.parentWidget().rect()
        place = cursor + _BESIDE
        if place.x() + self.width() > area.right():
            place.setX(max(0, cursor.x() - _BESIDE.x() - self.width()))
        if place.y() + self.height() > area.bottom():
            place.setY(max(0, cursor.y() - _BESIDE.y() - self.height()))
        self.move(place)
        self.show()


def length_and_time(length_m: float, minutes: float) -> str:
    """As a person says it: 850 m · 15 min, or 1,2 km · 21 min."""
    locale = QLocale()
    if length_m < _METRES_IN_KM:
        length = translate("est_plugin", "{metres} m").format(metres=locale.toString(round(length_m)))
    else:
        length = translate("est_plugin", "{kilometres} km").format(
            kilometres=locale.toString(length_m / _METRES_IN_KM, "f", 1)
        )
    return translate("est_plugin", "{length} · {minutes} min").format(length=length, minutes=round(minutes))
