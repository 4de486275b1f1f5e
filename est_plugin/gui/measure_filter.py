# SPDX-License-Identifier: GPL-2.0-or-later
"""Which measures does the list show? Boxes for kind, status and owner, a search, and what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from est_plugin.domain.measure import MeasureStatus
from est_plugin.i18n import translate, user_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.domain.code_list import Code
    from est_plugin.layers.shown_rows import ShownMeasure


class MeasureFilter(QWidget):
    """What is chosen stays chosen until another database is opened."""

    #: A person chose something else.
    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.status, self.owner = QComboBox(), QComboBox(), QComboBox()
        self.status.addItem(translate("est_plugin", "All statuses"), "")
        for status in MeasureStatus:
            self.status.addItem(translate("est_plugin", status.label), status.value)
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(translate("est_plugin", "Search"))
        self.only_overdue = QCheckBox(translate("est_plugin", "Only overdue"))
        self.only_follow_up = QCheckBox(translate("est_plugin", "Only to follow up"))
        self._lay_out()
        for box in (self.kind, self.status, self.owner):
            box.activated.connect(lambda _index: self.changed.emit())
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        for tick in (self.only_overdue, self.only_follow_up):
            tick.toggled.connect(lambda _checked: self.changed.emit())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, box in enumerate((self.kind, self.status, self.owner)):
            # Without this the longest name would decide how narrow the dock can be.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            grid.addWidget(box, 0, column)
        grid.addWidget(self.search, 1, 0)
        grid.addWidget(self.only_overdue, 1, 1)
        grid.addWidget(self.only_follow_up, 1, 2)

    def offer(self, lists: CodeLists) -> None:
        """Offer the kinds and the owners of the database that was opened."""
        _offer(self.kind, translate("est_plugin", "All kinds"), lists.measure_kinds)
        _offer(self.owner, translate("est_plugin", "All owners"), lists.organisations)

    def passes(self, measure: ShownMeasure, texts: Sequence[str], today: date) -> bool:
        """Does the list show this measure, of which it says ``texts``?"""
        words = self.search.text().casefold().split()
        said = " ".join(texts).casefold()
        return (
            self.kind.currentData() in {None, "", measure.kind}
            and self.status.currentData() in {"", measure.status.value}
            and self.owner.currentData() in {None, "", measure.owner}
            and (measure.is_overdue(today) or not self.only_overdue.isChecked())
            and (measure.awaits_follow_up(today) or not self.only_follow_up.isChecked())
            and all(word in said for word in words)
        )


def _offer(box: QComboBox, everything: str, codes: Sequence[Code]) -> None:
    box.clear()
    box.addItem(everything, "")
    for code in codes:
        box.addItem(code.name(user_language()), code.code)
