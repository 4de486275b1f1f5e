# SPDX-License-Identifier: GPL-2.0-or-later
"""For which kind of meeting is the package? One choice that sets all the others."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from est_plugin.export.preset import Preset
from est_plugin.i18n import translate


class PresetBox(QComboBox):
    """The presets by their names."""

    def __init__(self, first: Preset) -> None:
        super().__init__()
        for preset in Preset:
            self.addItem(translate("est_plugin", preset.label), preset)
        self.setCurrentIndex(self.findData(first))
        # Long names must not make the dock wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            translate(
                "est_plugin",
                "Sets period, edition and all further choices as this meeting needs them. What you change is "
                "remembered for this meeting.",
            )
        )
