# SPDX-License-Identifier: GPL-2.0-or-later
"""How a file writes places and dates, with a live check in plain words of where its places fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox, QLabel, QPushButton

from est_plugin.gui.crs_choice import CrsChoice
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import AxisOrder

if TYPE_CHECKING:
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.place_proposal import PlaceCheck, PlaceStudy


class ReadingBox(QGroupBox):
    """Proposes another way to read the places, and leaves the choice to the person."""

    #: A person chose something else.
    changed = pyqtSignal()

    def __init__(self, database_crs: str) -> None:
        super().__init__(translate("est_plugin", "How the file writes places and dates"))
        self.crs = CrsChoice(database_crs)
        self.order = QComboBox()
        self.order.addItem(translate("est_plugin", "As the columns are chosen"), AxisOrder.EAST_NORTH)
        self.order.addItem(translate("est_plugin", "Swapped: X is north, Y is east"), AxisOrder.NORTH_EAST)
        self.dates = QComboBox()
        self.dates.addItem(translate("est_plugin", "Day first: 31/1/2026"), True)  # noqa: FBT003 (Qt's signature)
        self.dates.addItem(translate("est_plugin", "Month first: 1/31/2026"), False)  # noqa: FBT003 (Qt's signature)
        self.accept_unknown_clock = QCheckBox(translate("est_plugin", "Accept an unknown time of day"))
        self.accept_unknown_clock.setToolTip(
            translate(
                "est_plugin",
                "A date counts though the time beside it cannot be read, such as “evening”; the time is then unknown.",
            )
        )
        self.check = QLabel()
        self.check.setWordWrap(True)
        self.use = QPushButton()
        self.use.hide()
        self._proposal: PlaceCheck | None = None
        form = QFormLayout(self)
        form.addRow(translate("est_plugin", "Coordinate system"), self.crs)
        form.addRow(translate("est_plugin", "Axes"), self.order)
        form.addRow(self.check)
        form.addRow(self.use)
        form.addRow(translate("est_plugin", "Dates"), self.dates)
        form.addRow("", self.accept_unknown_clock)
        self.crs.crs_chosen.connect(self.changed)
        self.order.activated.connect(lambda _index: self.changed.emit())
        self.dates.activated.connect(lambda _index: self.changed.emit())
        self.accept_unknown_clock.toggled.connect(lambda _checked: self.changed.emit())
        self.use.clicked.connect(lambda _checked: self._on_use())

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Choose what a mapping says."""
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.crs.choose(mapping.crs_authid)
        self.order.setCurrentIndex(self.order.findData(mapping.axis_order))
        self.dates.setCurrentIndex(self.dates.findData(mapping.day_first))
        self.accept_unknown_clock.setChecked(mapping.accept_unknown_clock)
        self.blockSignals(False)  # noqa: FBT003 (Qt's signature)

    def show_study(self, study: PlaceStudy | None) -> None:
        """Say where the places fall."""
        self._proposal = None if study is None else study.proposal
        self.use.setVisible(self._proposal is not None)
        if study is None:
            self.check.setText(translate("est_plugin", "Choose the columns of the coordinates to see where they fall."))
            return
        chosen = study.chosen
        if study.by_incidents:
            text = translate("est_plugin", "{inside} of {points} points lie where the database's incidents lie.")
        else:
            text = translate("est_plugin", "{inside} of {points} points lie in the area of the database.")
        text = text.format(inside=chosen.inside, points=chosen.points)
        if self._proposal is not None:
            self.use.setText(
                translate("est_plugin", "Use {crs}: {inside} of {points} points fit").format(
                    crs=_described(self._proposal), inside=self._proposal.inside, points=self._proposal.points
                )
            )
        if not chosen.fits:
            text += self._others(study)
        colour = "#2b8a3e" if chosen.fits else "#c92a2a"
        sign = "✔" if chosen.fits else "⚠"
        self.check.setText(f'<span style="color:{colour}">{sign}</span> {text}')

    @property
    def crs_authid(self) -> str:
        """The CRS chosen."""
        return self.crs.authid

    @property
    def axis_order(self) -> AxisOrder:
        """The order of the axes chosen."""
        return AxisOrder(self.order.currentData())

    @property
    def day_first(self) -> bool:
        """Is 3/1 the third of January?"""
        return bool(self.dates.currentData())

    def _others(self, study: PlaceStudy) -> str:
        """Which other ways fit, if the button does not say it all."""
        others = [_described(check) for check in study.fitting if check != study.proposal]
        if not study.fitting:
            ask = translate("est_plugin", "No usual system fits; ask the source which one its coordinates are in.")
        elif not others:
            return ""
        elif study.proposal is None:
            ask = translate("est_plugin", "Several systems fit: {names}. Ask the source which one it is.")
        else:
            ask = translate(
                "est_plugin", "The municipality's own zone fits, and so do {names}. Ask the source if you are not sure."
            )
        return " " + ask.format(names=", ".join(others))

    def _on_use(self) -> None:
        if self._proposal is not None:
            self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            self.crs.choose(self._proposal.crs_authid)
            self.order.setCurrentIndex(self.order.findData(self._proposal.axis_order))
            self.blockSignals(False)  # noqa: FBT003 (Qt's signature)
            self.changed.emit()


def _described(check: PlaceCheck) -> str:
    name = str(QgsCoordinateReferenceSystem(check.crs_authid).description())
    if check.axis_order is AxisOrder.NORTH_EAST:
        return translate("est_plugin", "{crs}, axes swapped").format(crs=name)
    return name
