# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column of a file holds which field: one line for each field, with the first values as a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from est_plugin.gui.choice import Choice, choices, code_choices
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import REQUIRED, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.domain.code_list import Code
    from est_plugin.intake.file_study import OpenedFile

_TIMES = (Field.OCCURRED_FROM, Field.OCCURRED_TO, Field.REPORTED_AT)
_FIELD, _COLUMN, _MORE, _SAMPLE = range(4)


class ColumnTable(QTableWidget):
    """Times may stand in two columns; a category or organisation may be the same for all rows."""

    #: A person chose another column or value.
    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(len(Field), 4)
        self.setHorizontalHeaderLabels(
            [
                translate("est_plugin", "Field"),
                translate("est_plugin", "Column in the file"),
                translate("est_plugin", "Also, or else"),
                translate("est_plugin", "First values"),
            ]
        )
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.ResizeToContents)
        for column in (_COLUMN, _MORE):
            header.resizeSection(column, 150)
        header.setStretchLastSection(True)
        self._columns: dict[Field, Choice] = {}
        self._second: dict[Field, Choice] = {}
        self._constants: dict[Field, Choice] = {}
        self._opened: OpenedFile | None = None

    def show_file(self, opened: OpenedFile, categories: Sequence[Code], organisations: Sequence[Code]) -> None:
        """Offer the columns of a file, those of its mapping chosen."""
        self._opened = opened
        headers = [(name, name) for name in opened.table.headers]
        columns = choices("–", headers)
        codes = {
            Field.CATEGORY: code_choices("–", categories),
            Field.ORGANISATION: code_choices("–", organisations),
        }
        for row, name in enumerate(Field):
            self._show_field(row, name)
            chosen = (*opened.mapping.columns.get(name, ()), "", "")
            self._columns[name] = self._put(row, _COLUMN, Choice(columns, chosen[0]))
            if name in _TIMES:
                self._second[name] = self._put(row, _MORE, Choice(columns, chosen[1]))
                self._second[name].setToolTip(
                    translate("est_plugin", "The time of day, if it has a column of its own.")
                )
            elif name in codes:
                constant = opened.mapping.constants.get(name, "")
                self._constants[name] = self._put(row, _MORE, Choice(codes[name], constant))
                self._constants[name].setToolTip(
                    translate("est_plugin", "For rows with nothing in the column, or for all if there is no column.")
                )
            self._show_sample(name)

    def columns(self) -> dict[Field, tuple[str, ...]]:
        """The columns chosen for each field."""
        found = {}
        for name, choice in self._columns.items():
            second = self._second[name].chosen() if name in self._second else ""
            names = tuple(column for column in (choice.chosen(), second) if column)
            if names:
                found[name] = names
        return found

    def constants(self) -> dict[Field, str]:
        """The values for rows without one; those that are not offered here stay as the mapping has them."""
        kept = {} if self._opened is None else dict(self._opened.mapping.constants)
        for name, choice in self._constants.items():
            if value := choice.chosen():
                kept[name] = value
            else:
                kept.pop(name, None)
        return kept

    def _show_field(self, row: int, name: Field) -> None:
        label = translate("est_plugin", name.label)
        item = QTableWidgetItem(f"{label} *" if name in REQUIRED else label)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font()
        font.setBold(name in REQUIRED)
        item.setFont(font)
        self.setItem(row, _FIELD, item)
        for column in (_MORE, _SAMPLE):
            empty = QTableWidgetItem()
            empty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, column, empty)

    def _put(self, row: int, column: int, choice: Choice) -> Choice:
        choice.activated.connect(lambda _index: self._on_chosen(row))
        self.setCellWidget(row, column, choice)
        return choice

    def _on_chosen(self, row: int) -> None:
        self._show_sample(tuple(Field)[row])
        self.changed.emit()

    def _show_sample(self, name: Field) -> None:
        if self._opened is not None:
            samples = (self._opened.samples[column] for column in self.columns().get(name, ()))
            text = "  +  ".join(" · ".join(values) for values in samples)
            item = self.item(tuple(Field).index(name), _SAMPLE)
            item.setText(text.replace("\n", " "))
            item.setToolTip(text)
