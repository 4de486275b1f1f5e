# SPDX-License-Identifier: GPL-2.0-or-later
"""Which steps has a measure taken, when, by whom and why? A window with the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.gui.measure_step_dialog import translated
from est_plugin.gui.page import fill, list_table
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.measures import DatedStep


class MeasureStory(QDialog):
    """The first step at the top."""

    def __init__(self, title: str, steps: Sequence[DatedStep], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Steps of “{title}”").format(title=title))
        self.resize(560, 260)
        self.table = list_table(
            (
                translate("est_plugin", "Day"),
                translate("est_plugin", "Status"),
                translate("est_plugin", "By"),
                translate("est_plugin", "Note"),
            ),
            wide_columns=(3,),
        )
        fill(
            self.table,
            [_texts(step) for step in steps],
            [str(number) for number in range(len(steps))],
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)


def _texts(step: DatedStep) -> tuple[str, str, str, str]:
    day = step.at.astimezone(LOCAL_ZONE).date()
    return (day.isoformat(), translated(step.status), step.by, step.note)
