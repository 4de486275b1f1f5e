# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog that asks which of the proposed lighting measures shall be put on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.layers.lighting_measures import LightingMeasure


class LightingChoice(QDialog):
    """One line for each; what has a lighting measure near already is not ticked, and says which."""

    def __init__(self, parent: QWidget, measures: Sequence[LightingMeasure]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Propose lighting measures"))
        self._measures = measures
        self.list = QListWidget()
        for measure in measures:
            already = measure.proposal.already
            near = translate("est_plugin", "near it already: {title}").format(title=already)
            item = QListWidgetItem(f"{measure.title} – {near}" if already else measure.title)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if already else Qt.CheckState.Checked)
            self.list.addItem(item)
        note = QLabel(
            translate(
                "est_plugin",
                "Broken lamps become points, stretches that stay dark become lines. Each begins as a proposal, with "
                "the nearest stop and the hotspot, and is saved when you save.",
            )
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(translate("est_plugin", "Propose"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(translate("est_plugin", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(620, 380)

    @property
    def chosen(self) -> list[LightingMeasure]:
        """Those that are ticked."""
        ticked = Qt.CheckState.Checked
        return [measure for row, measure in enumerate(self._measures) if self.list.item(row).checkState() == ticked]
