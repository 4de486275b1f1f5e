# SPDX-License-Identifier: GPL-2.0-or-later
"""What shall the heatmap show, and how far does a report reach in it? A row of the Situation page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.gui.heatmap import LEAST_BANDWIDTH, MOST_BANDWIDTH
from est_plugin.gui.messages import told
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.gui.session import Session

_LABELS = {
    DensityKind.LEVEL: QT_TRANSLATE_NOOP("est_plugin", "Incidents of the period"),
    DensityKind.DIFFERENCE: QT_TRANSLATE_NOOP("est_plugin", "Change: more or fewer"),
    DensityKind.RATIO: QT_TRANSLATE_NOOP("est_plugin", "Change: how many times as many"),
}
_STEP = 50


class HeatmapChoice(QWidget):
    """Kept in the settings; under it stands what the heatmap says."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.messages = session.messages
        self.kind = QComboBox()
        for kind, label in _LABELS.items():
            self.kind.addItem(translate("est_plugin", label), kind)
        # The longest entry must not make the whole dock wider.
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(12)
        self.bandwidth = QSpinBox(minimum=LEAST_BANDWIDTH, maximum=MOST_BANDWIDTH, singleStep=_STEP, suffix=" m")
        self.bandwidth.setKeyboardTracking(False)
        self.bandwidth.setToolTip(
            translate(
                "est_plugin",
                "How far a report reaches in the heatmap (bandwidth): a short reach shows single places, a long one "
                "whole neighbourhoods.",
            )
        )
        self.text = QLabel()
        self.text.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.kind, 1)
        row.addWidget(self.bandwidth)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.text)
        self._show()
        self.kind.activated.connect(lambda _index: self.choose())
        self.bandwidth.valueChanged.connect(lambda _value: self.choose())
        session.heatmap.changed.connect(self._show)

    @told
    def choose(self) -> None:
        """Draw the heatmap as the fields say."""
        settings = self._session.settings
        settings.heatmap_shows.setValue(self.kind.currentData().value)
        settings.bandwidth.setValue(float(self.bandwidth.value()))
        self._session.heatmap.refresh()

    def _show(self) -> None:
        heatmap = self._session.heatmap
        with QSignalBlocker(self.bandwidth):
            self.bandwidth.setValue(round(heatmap.bandwidth))
        self.kind.setCurrentIndex(self.kind.findData(heatmap.kind))
        self.text.setText(heatmap.text)
        self.text.setVisible(bool(heatmap.text))
