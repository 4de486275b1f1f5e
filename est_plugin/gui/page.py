# SPDX-License-Identifier: GPL-2.0-or-later
"""What the five pages of the dock share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from est_plugin import paths
from est_plugin.gui.messages import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.PyQt.QtGui import QShowEvent

    from est_plugin.gui.session import Session


Found = TypeVar("Found")

#: Texts of longer lists are cut instead of wrapped: measuring every row takes time.
_WRAPPED_ROWS = 300


class Page(QWidget, Generic[Found]):
    """One page. ``refresh`` is called whenever something changes; the database is read when somebody looks."""

    #: The manual's chapter about this page, which is in Swedish.
    CHAPTER = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.messages = session.messages

    @told
    def refresh(self) -> None:
        """Show what the session and the database hold now; a page that nobody sees does so when it is shown."""
        self.session.reader.drop(self)
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent | None) -> None:
        super().showEvent(event)
        self.refresh()

    def show_choice(self) -> None:
        """Show what the session holds, which needs no reading."""

    def to_read(self) -> Callable[[], Found] | None:
        """What to read, in any thread, for what the session holds now; None if there is nothing to read."""
        raise NotImplementedError

    def show_read(self, found: Found) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _read(self) -> None:
        self.show_choice()
        work = self.to_read()
        if work is not None:
            self.session.fetch(self, work, self.show_read)


def scrolling(page: QWidget, body: QWidget) -> None:
    """Let a page that is taller than the dock be scrolled."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(body)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)


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
