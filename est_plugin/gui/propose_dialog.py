# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog before a walk is proposed: where from and to, past which places, in what light, in how much time?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
)

from est_plugin.domain.street import LightChoice, StreetFields
from est_plugin.export.place_name import place_name
from est_plugin.gui.end_choice import EndChoice
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Collection

    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.gui.session import Session

_FEWEST_PLACES = 2
_LONGEST_MINUTES = 600
_LINES_SHOWN = 6
#: Pixels for the names of places.
_WIDTH = 380


@dataclass(frozen=True)
class Offered:
    """What the period offers to stop at."""

    hotspots: tuple[HotspotRow, ...]
    unsafe_places: int
    lamps_out: int


@dataclass(frozen=True)
class Habits:
    """What is chosen anew the next time; minutes 0 for no limit."""

    round_trip: bool = True
    light: str = LightChoice.ANY.value
    minutes: int = 0
    unsafe_places: bool = False
    lamps_out: bool = False
    reach_m: float = 300.0
    leave_out: bool = False
    light_field: str = ""

    @classmethod
    def read(cls, text: str) -> Habits:
        """What was remembered; the usual if that cannot be read."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            return cls()


@dataclass(frozen=True)
class ChosenWalk:
    """What was chosen; the ends are in the database's CRS."""

    hotspots: tuple[HotspotRow, ...]
    start: QgsPointXY | None
    end: QgsPointXY | None
    habits: Habits

    @property
    def street_fields(self) -> StreetFields:
        """The fields of the streets, with the one for light that was chosen."""
        return StreetFields(lit=self.habits.light_field or StreetFields().lit)


class ProposeDialog(QDialog):
    """Stays beside the map: a start or an end is clicked there."""

    def __init__(
        self, parent: QWidget, session: Session, canvas: QgsMapCanvas, streets: QgsMapLayerComboBox, offered: Offered
    ) -> None:
        """``streets`` is the choice of the page, which follows."""
        super().__init__(parent)
        self._session = session
        self._offered = offered
        self.setWindowTitle(translate("est_plugin", "Propose a safety walk"))
        self.start = EndChoice(self, canvas, session.project, QColor("#1b7837"))
        self.end = EndChoice(self, canvas, session.project, QColor("#b2182b"), with_round_trip=True)
        self.hotspots = QListWidget()
        self.hotspots.setMinimumWidth(_WIDTH)
        self.hotspots.setMaximumHeight(_LINES_SHOWN * (self.fontMetrics().height() + 6))
        self.unsafe_places = QCheckBox(
            translate("est_plugin", "Places reported as unsafe (%n)", "", offered.unsafe_places)
        )
        self.lamps_out = QCheckBox(translate("est_plugin", "Reports of poor light (%n)", "", offered.lamps_out))
        self.reach = QDoubleSpinBox(minimum=50.0, maximum=5000.0, singleStep=50.0, decimals=0, suffix=" m")
        self.reach.setToolTip(
            translate("est_plugin", "Such places are visited if they lie this near a hotspot, the start or the end.")
        )
        self.streets = _streets_like(streets, session.project)
        self.light_field = QgsFieldComboBox()
        self.light_field.setAllowEmptyFieldName(True)
        self.light_field.setToolTip(
            translate("est_plugin", "The field of the streets that tells their light. No answer is unknown, not dark.")
        )
        self.light = QComboBox()
        for choice in LightChoice:
            self.light.addItem(translate("est_plugin", choice.label), choice.value)
        self.minutes = QSpinBox(maximum=_LONGEST_MINUTES, singleStep=5, suffix=" min")
        self.minutes.setSpecialValueText(translate("est_plugin", "no limit"))
        self.minutes.setToolTip(
            translate("est_plugin", "If it is too short for all stops, those with the fewest incidents are left out.")
        )
        self.leave_out = QCheckBox(translate("est_plugin", "Leave out stops that no street leads to"))
        self.refusal = QLabel(wordWrap=True)
        self.refusal.hide()
        self._lay_out()
        self.streets.layerChanged.connect(self._on_streets)
        self._show(Habits.read(session.settings.proposed_walk.value()))

    def choose(self, uuids: Collection[str]) -> None:
        """Offer the hotspots of the period, with these chosen."""
        self.hotspots.clear()
        for number, row in enumerate(self._offered.hotspots, start=1):
            name = place_name(row.name, row.rank or number, translate)
            text = translate("est_plugin", "{rank}. {name} – %n incident(s)", "", row.incidents)
            item = QListWidgetItem(text.format(rank=row.rank or number, name=name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row.uuid in uuids else Qt.CheckState.Unchecked)
            self.hotspots.addItem(item)
        if not self._offered.hotspots:
            self.hotspots.addItem(_no_hotspots())

    def chosen(self, crs: QgsCoordinateReferenceSystem) -> ChosenWalk:
        """What is chosen now, also offered the next time; the ends in ``crs``."""
        habits = Habits(
            round_trip=self.end.is_round_trip,
            light=self.light.currentData(),
            minutes=self.minutes.value(),
            unsafe_places=self.unsafe_places.isChecked(),
            lamps_out=self.lamps_out.isChecked(),
            reach_m=self.reach.value(),
            leave_out=self.leave_out.isChecked(),
            light_field=self.light_field.currentField(),
        )
        self._session.settings.proposed_walk.setValue(json.dumps(asdict(habits)))
        is_chosen = [
            self.hotspots.item(line).checkState() == Qt.CheckState.Checked for line in range(self.hotspots.count())
        ]
        rows = tuple(row for row, chosen in zip(self._offered.hotspots, is_chosen, strict=False) if chosen)
        return ChosenWalk(rows, self.start.place(crs), self.end.place(crs), habits)

    def accept(self) -> None:
        """Stay open, with what was clicked, while no walk can come of it."""
        chosen = self.chosen(self._session.project.crs())
        ends = sum(end is not None for end in (chosen.start, chosen.end))
        looks_further = chosen.habits.unsafe_places or chosen.habits.lamps_out
        if looks_further or len(chosen.hotspots) + ends >= _FEWEST_PLACES:
            super().accept()
            return
        self.refusal.setText(
            translate("est_plugin", "A walk needs at least two places. Tick hotspots, or click a start and an end.")
        )
        self.refusal.show()

    def done(self, result: int) -> None:
        """Take the marks off the map."""
        super().done(result)
        self.start.release()
        self.end.release()

    def _show(self, habits: Habits) -> None:
        self._on_streets()
        if habits.light_field in self.light_field.fields().names():
            self.light_field.setField(habits.light_field)
        self.end.choose_round_trip(is_round_trip=habits.round_trip)
        self.light.setCurrentIndex(max(0, self.light.findData(habits.light)))
        self.minutes.setValue(habits.minutes)
        self.unsafe_places.setChecked(habits.unsafe_places)
        self.lamps_out.setChecked(habits.lamps_out)
        self.reach.setValue(habits.reach_m)
        self.leave_out.setChecked(habits.leave_out)

    def _on_streets(self) -> None:
        layer = self.streets.currentLayer()
        self.light_field.setLayer(layer)
        usual = StreetFields().lit
        if isinstance(layer, QgsVectorLayer) and usual in layer.fields().names():
            self.light_field.setField(usual)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("est_plugin", "Propose"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(translate("est_plugin", "Hotspots"), self.hotspots)
        form.addRow(translate("est_plugin", "Also past"), self.unsafe_places)
        form.addRow("", self.lamps_out)
        form.addRow(translate("est_plugin", "Not farther than"), self.reach)
        form.addRow(translate("est_plugin", "Start"), self.start)
        form.addRow(translate("est_plugin", "End"), self.end)
        form.addRow(translate("est_plugin", "Time"), self.minutes)
        form.addRow(translate("est_plugin", "Streets"), self.streets)
        form.addRow(translate("est_plugin", "Light is told by"), self.light_field)
        form.addRow(translate("est_plugin", "Light"), self.light)
        form.addRow("", self.leave_out)
        form.addRow(self.refusal)
        form.addRow(buttons)


def _streets_like(page: QgsMapLayerComboBox, project: QgsProject) -> QgsMapLayerComboBox:
    """The same layers as on the page, which follows the choice here."""
    streets = QgsMapLayerComboBox()
    streets.setProject(project)
    streets.setFilters(Qgis.LayerFilter.LineLayer)
    streets.setExceptedLayerList(page.exceptedLayerList())
    streets.setLayer(page.currentLayer())
    streets.layerChanged.connect(page.setLayer)
    streets.activated.connect(page.activated)
    return streets


def _no_hotspots() -> QListWidgetItem:
    """Stands in the empty list and says what to do."""
    item = QListWidgetItem(
        translate("est_plugin", "No hotspots in this period. Find hotspots first, or choose places below.")
    )
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
