# SPDX-License-Identifier: GPL-2.0-or-later
"""How shall hotspots be looked for? The settings above the list, shared by the search and the questions about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.analysis.neighbourhood import MAX_WIDTHS
from est_plugin.gui.study_area_choice import StudyAreaChoice
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.db.database import Database
    from est_plugin.gui.session import Session
    from est_plugin.gui.study_area_choice import ChosenArea


@dataclass(frozen=True)
class Search:
    """What was chosen, for any thread."""

    parameters: HotspotParameters
    area: ChosenArea | None

    def study_area(self, database: Database) -> BaseGeometry | None:
        """The ground that was chosen, in the database's CRS; None for where the incidents are.

        Raises DatabaseError if its layer was not read to its end.
        """
        return None if self.area is None else self.area.polygon(database)


class SearchSettings(QWidget):
    """The settings keep what was last searched with, the project keeps the area."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._settings = session.settings
        self.cell_size = _metres(minimum=25.0, maximum=2000.0, single_step=5.0)
        self.cell_size.valueChanged.connect(self._on_cell_size)
        self.neighbourhood = _metres(minimum=25.0, maximum=2000.0 * MAX_WIDTHS, single_step=25.0)
        self.cell_size.setValue(session.settings.cell_size.value())
        self.neighbourhood.setValue(session.settings.neighbourhood.value())
        self.study_area = StudyAreaChoice(session)
        self.include_stacks = QCheckBox(translate("est_plugin", "Count reports stacked on one point"))
        self._explain()
        distance = QLabel(translate("est_plugin", "Distance"))
        distance.setBuddy(self.neighbourhood)
        metres = QHBoxLayout()
        metres.addWidget(self.cell_size, 1)
        metres.addWidget(distance)
        metres.addWidget(self.neighbourhood, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(translate("est_plugin", "Cell width"), metres)
        form.addRow(translate("est_plugin", "Study area"), self.study_area)
        form.addRow(self.include_stacks)

    def chosen(self) -> Search:
        """What is chosen now."""
        parameters = HotspotParameters(
            cell_size=self.cell_size.value(),
            neighbourhood=self.neighbourhood.value(),
            include_stacks=self.include_stacks.isChecked(),
        )
        return Search(parameters, self.study_area.chosen())

    def remember(self) -> None:
        """Offer the same metres the next time."""
        self._settings.cell_size.setValue(self.cell_size.value())
        self._settings.neighbourhood.setValue(self.neighbourhood.value())

    def _explain(self) -> None:
        for box, text in (
            (
                self.cell_size,
                translate(
                    "est_plugin",
                    "Incidents are counted in six-sided cells of this width. Small cells show the shape of a place "
                    "better.",
                ),
            ),
            (
                self.neighbourhood,
                translate(
                    "est_plugin",
                    "How far round each cell the test looks, from centre to centre: about the radius of the places you "
                    "look for. Two to three cell widths are good. A longer distance gives fewer and larger places.",
                ),
            ),
            (
                self.include_stacks,
                translate(
                    "est_plugin",
                    "Many reports on exactly one point are often a default point of unknown places. They are left out "
                    "until you have looked at them.",
                ),
            ),
        ):
            box.setToolTip(text)
            box.setWhatsThis(text)

    def _on_cell_size(self, cell_size: float) -> None:
        """Offer only distances that suit the cells."""
        self.neighbourhood.setRange(cell_size, MAX_WIDTHS * cell_size)


def _metres(*, minimum: float, maximum: float, single_step: float) -> QDoubleSpinBox:
    return QDoubleSpinBox(
        minimum=minimum, maximum=maximum, singleStep=single_step, decimals=0, suffix=" m", keyboardTracking=False
    )
