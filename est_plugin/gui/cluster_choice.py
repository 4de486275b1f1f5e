# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog before clusters are looked for: how close is close, how many are many?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QSpinBox

from est_plugin.analysis.clusters import ClusterParameters
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget


class ClusterChoice(QDialog):
    """Three numbers, with what suits a town."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Clusters of incidents"))
        usual = ClusterParameters()
        self.distance = QDoubleSpinBox(minimum=1.0, maximum=5000.0, singleStep=10.0, decimals=0, suffix=" m")
        self.distance.setValue(usual.distance)
        self.distance.setToolTip(translate("est_plugin", "Incidents this near each other are close."))
        self.least = QSpinBox(minimum=2, maximum=10_000)
        self.least.setValue(usual.min_incidents)
        self.least.setToolTip(
            translate("est_plugin", "So many must be close to an incident, itself included, to make it part of a core.")
        )
        self.days = QSpinBox(minimum=0, maximum=3660)
        self.days.setSpecialValueText(translate("est_plugin", "at any time"))
        self.days.setValue(round(usual.days))
        self.days.setToolTip(
            translate("est_plugin", "Only incidents that happened within so many days of each other are close.")
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(translate("est_plugin", "Distance"), self.distance)
        form.addRow(translate("est_plugin", "Least number of incidents"), self.least)
        form.addRow(translate("est_plugin", "Days apart"), self.days)
        form.addRow(buttons)

    @classmethod
    def ask(cls, parent: QWidget) -> ClusterParameters | None:
        """What was chosen; None if a person thought better of it."""
        dialog = cls(parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.parameters() if accepted else None

    def parameters(self) -> ClusterParameters:
        """What was chosen."""
        return ClusterParameters(self.distance.value(), self.least.value(), float(self.days.value()))
