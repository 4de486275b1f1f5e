# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does a walk begin or end: at a stop, at a place on the map, or where it began?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QComboBox

from est_plugin.i18n import translate
from est_plugin.maptools.place_picker import PlacePicker

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtGui import QColor
    from qgis.PyQt.QtWidgets import QWidget

_ROUND_TRIP, _AT_A_STOP, _ON_THE_MAP = "round_trip", "at_a_stop", "on_the_map"


class EndChoice(QComboBox):
    """Choosing a place on the map waits for a click there, with ``window`` out of the way."""

    def __init__(
        self,
        window: QWidget,
        canvas: QgsMapCanvas,
        project: QgsProject,
        colour: QColor,
        *,
        with_round_trip: bool = False,
    ) -> None:
        super().__init__()
        self._window_to_hide = window
        self.picker = PlacePicker(canvas, project, colour)
        self.picker.ended.connect(self._on_picked)
        if with_round_trip:
            self.addItem(translate("est_plugin", "Back at the start"), _ROUND_TRIP)
        self.addItem(translate("est_plugin", "At a stop"), _AT_A_STOP)
        self.addItem(translate("est_plugin", "Click on the map…"), _ON_THE_MAP)
        self.activated.connect(self._on_chosen)

    @property
    def is_round_trip(self) -> bool:
        """Does the walk end where it began?"""
        return bool(self.currentData() == _ROUND_TRIP)

    def place(self, crs: QgsCoordinateReferenceSystem) -> QgsPointXY | None:
        """The place on the map, in ``crs``; None for a stop or the start."""
        return self.picker.place(crs)

    def choose_round_trip(self, *, is_round_trip: bool) -> None:
        """Choose the start, or any stop."""
        self.setCurrentIndex(self.findData(_ROUND_TRIP if is_round_trip else _AT_A_STOP))

    def release(self) -> None:
        """Leave the map as it was."""
        self.picker.release()

    def _on_chosen(self) -> None:
        if self.currentData() == _ON_THE_MAP:
            self._window_to_hide.hide()
            self.picker.pick()
        else:
            self.picker.forget()
            self._name_place()

    def _on_picked(self) -> None:
        if not self.picker.has_place:
            self.setCurrentIndex(0)
        self._name_place()
        self._window_to_hide.show()

    def _name_place(self) -> None:
        self.setItemText(
            self.findData(_ON_THE_MAP),
            translate("est_plugin", "The mark on the map")
            if self.picker.has_place
            else translate("est_plugin", "Click on the map…"),
        )
