# SPDX-License-Identifier: GPL-2.0-or-later
"""One row in quarantine: why it did not pass, its cells as they came, and a place to mend each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import ColumnMapping
from est_plugin.intake.report_text import sentence
from est_plugin.intake.retry import cells_of, reasons_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from est_plugin.db.quarantine import QuarantineEntry

_COLUMN, _READ_AS, _CAME, _NOW = range(4)
_CHANGED = QColor("#fff3bf")


def story(entry: QuarantineEntry) -> str:
    """What became of a row, or why it waits, in one line."""
    when = "" if entry.resolved_at is None else _day(entry.resolved_at)
    if entry.outcome == "accepted":
        return translate("est_plugin", "Became an incident {day}").format(day=when)
    if entry.outcome == "known":
        return translate("est_plugin", "Settled {day}: the report was stored already").format(day=when)
    if entry.outcome == "discarded":
        return translate("est_plugin", "Discarded {day}: {note}").format(day=when, note=entry.note)
    return " ".join(sentence(reason) for reason in reasons_of(entry))


def _day(instant: datetime) -> str:
    return instant.astimezone(LOCAL_ZONE).date().isoformat()


class QuarantineRow(QWidget):
    """Keeps what was typed for every row until it is told to forget."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons = QLabel()
        self.reasons.setWordWrap(True)
        self.reasons.setTextFormat(Qt.TextFormat.PlainText)
        self.cells = QTableWidget(0, 4)
        self.cells.setHorizontalHeaderLabels(
            [
                translate("est_plugin", "Column in the file"),
                translate("est_plugin", "Read as"),
                translate("est_plugin", "As it came"),
                translate("est_plugin", "Mended"),
            ]
        )
        self.cells.verticalHeader().hide()
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = self.cells.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (_COLUMN, _READ_AS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reasons)
        layout.addWidget(self.cells, 1)
        self._entry: QuarantineEntry | None = None
        self._typed: dict[int, dict[str, str]] = {}
        self.cells.itemChanged.connect(self._on_typed)

    def show_entry(self, entry: QuarantineEntry | None) -> None:
        """Show a row; None shows nothing."""
        self._entry = None
        self.cells.setRowCount(0)
        self.reasons.setText("" if entry is None else self._explained(entry))
        if entry is None:
            return
        came: dict[str, str] = json.loads(entry.raw)
        now = self._typed.get(entry.number, cells_of(entry))
        read_as = _fields_by_column(ColumnMapping.from_json(entry.mapping))
        self.cells.setRowCount(len(now))
        for row, (column, text) in enumerate(now.items()):
            for place, shown in ((_COLUMN, column), (_READ_AS, read_as.get(column, "")), (_CAME, came.get(column, ""))):
                item = QTableWidgetItem(shown)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(shown)
                self.cells.setItem(row, place, item)
            item = QTableWidgetItem(text)
            if entry.outcome is not None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.cells.setItem(row, _NOW, item)
            self._mark(row)
        self._entry = entry

    def typed(self) -> Mapping[int, Mapping[str, str]]:
        """Every row in which something was typed, with all its cells."""
        return self._typed

    def forget(self, numbers: Sequence[int] | None) -> None:
        """Forget what was typed for these rows (None: for all); it is stored now."""
        kept = () if numbers is None else self._typed.keys() - set(numbers)
        self._typed = {number: self._typed[number] for number in kept}

    def _explained(self, entry: QuarantineEntry) -> str:
        came = translate("est_plugin", "{file}, row {row}, taken in {day}. ").format(
            file=entry.file_name, row=entry.row_number, day=_day(entry.imported_at)
        )
        why = " ".join(sentence(reason) for reason in reasons_of(entry))
        return came + why if entry.outcome is None else f"{came}{why} → {story(entry)}"

    def _on_typed(self, item: QTableWidgetItem) -> None:
        if self._entry is not None and item.column() == _NOW:
            cells = self._typed.setdefault(self._entry.number, cells_of(self._entry))
            cells[self.cells.item(item.row(), _COLUMN).text()] = item.text()
            self._mark(item.row())

    def _mark(self, row: int) -> None:
        """Show at a glance what is no longer as it came."""
        now = self.cells.item(row, _NOW)
        is_changed = now.text() != self.cells.item(row, _CAME).text()
        self.cells.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        now.setData(Qt.ItemDataRole.BackgroundRole, _CHANGED if is_changed else None)
        now.setData(Qt.ItemDataRole.ForegroundRole, QColor("black") if is_changed else None)
        self.cells.blockSignals(False)  # noqa: FBT003 (Qt's signature)


def _fields_by_column(mapping: ColumnMapping) -> dict[str, str]:
    fields: dict[str, list[str]] = {}
    for name, columns in mapping.columns.items():
        for column in columns:
            fields.setdefault(column, []).append(translate("est_plugin", name.label))
    return {column: ", ".join(names) for column, names in fields.items()}
