# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of these lines shall it be? A dialog with a box to tick before each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget


class TickedLines(QDialog):
    """``note`` says what becomes of the ticked lines when ``do`` is pressed; texts are translated."""

    def __init__(self, parent: QWidget, *, title: str, note: str, do: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = QListWidget()
        text = QLabel(note)
        text.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(translate("est_plugin", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(620, 380)

    def add(self, text: str, *, is_ticked: bool) -> None:
        """Add a line below the others."""
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def ticked(self) -> list[int]:
        """The numbers of the ticked lines, from 0."""
        rows = range(self.list.count())
        return [row for row in rows if self.list.item(row).checkState() == Qt.CheckState.Checked]
