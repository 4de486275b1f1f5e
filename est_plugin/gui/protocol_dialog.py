# SPDX-License-Identifier: GPL-2.0-or-later
"""A window for the note taker: a line for each stop, a column for each item, to type a paper protocol in minutes."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from est_plugin.domain.answer_text import Noted, read_answer, write_answer
from est_plugin.domain.observation import AnswerKind, value_label
from est_plugin.errors import EstError
from est_plugin.gui.messages import told
from est_plugin.gui.notice import Notice
from est_plugin.gui.throw_away import throws_away
from est_plugin.i18n import message_of, translate, user_language
from est_plugin.layers.protocol import Cell, Protocol, write_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.domain.code_list import Code
    from est_plugin.gui.session import Session

_WRONG = QColor("#f4b6b0")
_COLUMN_WIDTH, _LETTERS = 150, 20
_SIZE = (1200, 520)


class ProtocolDialog(QDialog):
    """Window-modal. What is typed goes into the edit buffer with OK, as one step that can be undone."""

    def __init__(
        self, session: Session, parent: QWidget | None, title: str, protocol: Protocol, items: Sequence[Code]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Protocol of “{title}”").format(title=title))
        self.messages = Notice()
        self._session = session
        self._protocol = protocol
        self._items = items
        self.table = QTableWidget(len(protocol.stops), len(items))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(translate("est_plugin", "Write into the map"))
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(translate("est_plugin", "Cancel"))
        for button in (self.ok, cancel):
            # Enter belongs to the table.
            button.setAutoDefault(False)
            button.setDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        help_text = QLabel(
            translate(
                "est_plugin",
                "Begin with the answer, then a comment if you like: “2 two lamps out”, “yes three ways out”. Words "
                "alone are a comment. Tab goes on to the next item; an empty cell stores nothing.",
            )
        )
        help_text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(help_text)
        layout.addWidget(self.messages)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self._fill()
        self._begin()
        self.resize(*_SIZE)

    def _fill(self) -> None:
        table, language = self.table, user_language()
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setWordWrap(True)
        for column, item in enumerate(self._items):
            name, kind = item.name(language), AnswerKind(item.group)
            lines = (*wrap(_short(name), _LETTERS), translate("est_plugin", kind.label))
            header = QTableWidgetItem("\n".join(lines))
            header.setToolTip(name)
            table.setHorizontalHeaderItem(column, header)
        for row, stop in enumerate(self._protocol.stops):
            table.setVerticalHeaderItem(row, QTableWidgetItem(f"{stop.number}  {stop.place}".strip()))
            for column, item in enumerate(self._items):
                noted = self._protocol.noted(Cell(stop.uuid, item.code))
                word = translate("est_plugin", value_label(noted.value)) if noted.value else ""
                table.setItem(row, column, QTableWidgetItem(write_answer(noted, word)))
        table.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._shown = {(row, column): self._text(row, column) for row, column in self._places()}
        table.itemChanged.connect(self._on_changed)

    def _begin(self) -> None:
        """Stand in the first empty cell: the first key would replace an answer, which Qt opens selected."""
        first = next((place for place in self._places() if not self._text(*place)), None)
        if first is None:
            self.ok.setFocus()
        else:
            self.table.setCurrentCell(*first)
            self.table.setFocus()

    def _places(self) -> list[tuple[int, int]]:
        return [(row, column) for row in range(self.table.rowCount()) for column in range(self.table.columnCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        self.table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        wrong = self._wrong(item.row(), item.column())
        item.setBackground(QBrush() if wrong is None else QBrush(_WRONG))
        item.setToolTip("" if wrong is None else str(message_of(wrong)))
        self.table.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        first = next((error for place in self._places() if (error := self._wrong(*place)) is not None), None)
        self.ok.setEnabled(first is None)
        if first is None:
            self.messages.hide()
        else:
            self.messages.error(first)

    def _wrong(self, row: int, column: int) -> EstError | None:
        if self._text(row, column) == self._shown[row, column]:
            return None
        try:
            self._noted(row, column)
        except EstError as error:
            return error
        return None

    def _noted(self, row: int, column: int) -> Noted:
        return read_answer(AnswerKind(self._items[column].group), self._text(row, column))

    def _changed(self) -> dict[Cell, Noted]:
        """The cells whose text is another than it was."""
        return {
            Cell(self._protocol.stops[row].uuid, self._items[column].code): self._noted(row, column)
            for row, column in self._places()
            if self._text(row, column) != self._shown[row, column]
        }

    def accept(self) -> None:
        """Write what was typed."""
        # What is being typed in a cell counts.
        self.table.setCurrentItem(None)
        if self.ok.isEnabled():
            self._write()

    @told
    def _write(self) -> None:
        count = write_protocol(self._session.project, self._protocol, self._changed())
        if count:
            self._session.messages.success(
                translate("est_plugin", "%n answer(s) of the protocol are in the map; save them there.", "", count)
            )
        super().accept()

    def reject(self) -> None:
        """Close; what was typed is not thrown away unasked."""
        is_typed = any(self._text(*place) != text for place, text in self._shown.items())
        if not is_typed or throws_away(self):
            super().reject()


def _short(name: str) -> str:
    """What stands before the explanation: “Lighting: enough, broken” is “Lighting”."""
    return name.split(":", maxsplit=1)[0].split(",", maxsplit=1)[0]
