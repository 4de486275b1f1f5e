# SPDX-License-Identifier: GPL-2.0-or-later
"""What the five pages of the dock share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from est_plugin import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from est_plugin.gui.session import Session


#: Texts of longer lists are cut instead of wrapped: measuring every row takes time.
_WRAPPED_ROWS = 300


class Page(QWidget):
    """One page. ``refresh`` shows what the session holds now; it is called whenever that changes."""

    #: The manual's chapter about this page, which is in Swedish.
    CHAPTER = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.messages = session.messages

    def refresh(self) -> None:
        """Show the session's database, period and filters; a page without numbers has nothing to do."""


def action_button(text: str, icon: str, slot: Callable[[], None]) -> QPushButton:
    """A push button with one of our icons."""
    button = QPushButton(QIcon(paths.icon(icon)), text)
    button.clicked.connect(lambda _checked: slot())
    return button


def list_table(headers: Sequence[str], wide_columns: Sequence[int] = (0,)) -> QTableWidget:
    """An empty table that is read and selected by rows; the wide columns share the room that is left."""
    table = QTableWidget(0, len(headers))
    table.setHorizontalHeaderLabels(list(headers))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in wide_columns:
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def fill(table: QTableWidget, rows: Sequence[Sequence[str | int]], keys: Sequence[str]) -> None:
    """Replace the rows; ``keys`` (codes or uuids) stay with them, see ``key_of``. Numbers sort as numbers.

    What is selected stays so, wherever it stands now: the rows may have come anew because a colleague stored something.
    """
    selected = _selected_keys(table)
    table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
    table.clearSelection()
    is_sorted = table.isSortingEnabled()
    table.setSortingEnabled(False)
    # Every new text of a shown row makes the headers measure all rows again.
    header = table.horizontalHeader()
    measured = [header.sectionResizeMode(section) for section in range(header.count())]
    for fixed in (header, table.verticalHeader()):
        fixed.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setRowCount(len(rows))
    for row, (values, key) in enumerate(zip(rows, keys, strict=True)):
        for column, value in enumerate(values):
            item = QTableWidgetItem()
            item.setData(Qt.ItemDataRole.DisplayRole, value)
            item.setData(Qt.ItemDataRole.UserRole, key)
            if isinstance(value, int):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    table.setSortingEnabled(is_sorted)
    for section, mode in enumerate(measured):
        header.setSectionResizeMode(section, mode)
    fits = QHeaderView.ResizeMode.ResizeToContents if len(rows) <= _WRAPPED_ROWS else QHeaderView.ResizeMode.Fixed
    table.verticalHeader().setSectionResizeMode(fits)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(len(rows)):
        if key_of(table, row) in selected:
            table.selectionModel().select(table.model().index(row, 0), flags)
    table.blockSignals(False)  # noqa: FBT003 (Qt's signature)
    if _selected_keys(table) != selected:
        table.itemSelectionChanged.emit()


def _selected_keys(table: QTableWidget) -> set[str]:
    return {key_of(table, index.row()) for index in table.selectionModel().selectedRows()}


def key_of(table: QTableWidget, row: int) -> str:
    """The code or uuid of a row."""
    return str(table.item(row, 0).data(Qt.ItemDataRole.UserRole))
