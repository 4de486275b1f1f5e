# SPDX-License-Identifier: GPL-2.0-or-later
"""A drop-down list inside a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox

from est_plugin.i18n import user_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.PyQt.QtGui import QWheelEvent

    from est_plugin.domain.code_list import Code


class Choice(QComboBox):
    """Many may share one model. The wheel scrolls the table and changes nothing."""

    def __init__(self, model: QStandardItemModel, chosen: str = "") -> None:
        super().__init__()
        self.setModel(model)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.choose(chosen)

    def choose(self, value: str) -> None:
        """Show a value of the model; one that it does not hold is none."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def chosen(self) -> str:
        """The value shown; empty for none."""
        return str(self.currentData())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def choices(none: str, items: Iterable[tuple[str, str]]) -> QStandardItemModel:
    """A model of ``(value, text)``, with the text ``none`` first for no value."""
    model = QStandardItemModel()
    for value, text in (("", none), *items):
        item = QStandardItem(text)
        item.setData(value, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def code_choices(none: str, codes: Iterable[Code]) -> QStandardItemModel:
    """A model of a code list, by the names in the person's language."""
    return choices(none, ((code.code, code.name(user_language())) for code in codes))
