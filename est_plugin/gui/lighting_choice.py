# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog that asks which of the proposed lighting measures shall be put on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.gui.ticked_lines import TickedLines
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.layers.lighting_measures import LightingMeasure


class LightingChoice(TickedLines):
    """One line for each; what has a lighting measure near already is not ticked, and says which."""

    def __init__(self, parent: QWidget, measures: Sequence[LightingMeasure]) -> None:
        super().__init__(
            parent,
            title=translate("est_plugin", "Propose lighting measures"),
            note=translate(
                "est_plugin",
                "Broken lamps become points, stretches that stay dark become lines. Each begins as a proposal, with "
                "the nearest stop and the hotspot, and is saved when you save.",
            ),
            do=translate("est_plugin", "Propose"),
        )
        self._measures = measures
        for measure in measures:
            already = measure.proposal.already
            near = translate("est_plugin", "near it already: {title}").format(title=already)
            self.add(f"{measure.title} – {near}" if already else measure.title, is_ticked=not already)

    @property
    def chosen(self) -> list[LightingMeasure]:
        """Those that are ticked."""
        return [self._measures[row] for row in self.ticked()]
