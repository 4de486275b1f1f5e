# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows chosen in quarantine: why they did not pass, their cells as they came, and a place to mend each."""

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
    why = " ".join(sentence(reason) for reason in reasons_of(entry))
    if entry.mended is not None and entry.mended_reasons is None:
        return translate("est_plugin", "Mended, but not tried yet.") + " " + why
    return why


def _day(instant: datetime) -> str:
    return instant.astimezone(LOCAL_ZONE).date().isoformat()


class QuarantineRow(QWidget):
    """Keeps what was typed for every row until it is told to forget. What is typed goes into all rows shown."""

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
        self._entries: tuple[QuarantineEntry, ...] = ()
        self._typed: dict[int, dict[str, str]] = {}
        self.cells.itemChanged.connect(self._on_typed)

    def show_entries(self, entries: Sequence[QuarantineEntry]) -> None:
        """Show one row, or what several have in common; rows that wait can be mended."""
        self.finish_typing()
        self._entries = ()
        self.cells.setRowCount(0)
        self.reasons.setText("" if not entries else self._explained(entries))
        if not entries:
            return
        came = [json.loads(entry.raw) for entry in entries]
        now = [self._typed.get(entry.number, cells_of(entry)) for entry in entries]
        read_as = _fields_by_column(ColumnMapping.from_json(entries[0].mapping))
        waits = all(entry.outcome is None for entry in entries)
        self.cells.setRowCount(len(now[0]))
        for row, column in enumerate(now[0]):
            differs = translate("est_plugin", "(differs)")
            shown = (column, read_as.get(column, ""), _common(came, column, differs), _common(now, column, ""))
            for place, text in enumerate(shown):
                item = QTableWidgetItem(text)
                if place != _NOW or not waits:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    item.setToolTip(text)
                self.cells.setItem(row, place, item)
            pairs = zip(now, came, strict=True)
            self._mark(row, is_changed=any(cells.get(column, "") != raw.get(column, "") for cells, raw in pairs))
        self._entries = tuple(entries)

    def finish_typing(self) -> None:
        """Take over a cell that is still being typed in."""
        self.cells.setCurrentItem(None)

    def typed(self) -> Mapping[int, Mapping[str, str]]:
        """Every row in which something was typed that is not stored yet, with all its cells."""
        return self._typed

    def forget(self, numbers: Sequence[int] | None) -> None:
        """Forget what was typed for these rows (None: for all); it is stored now."""
        kept = () if numbers is None else self._typed.keys() - set(numbers)
        self._typed = {number: self._typed[number] for number in kept}

    def _explained(self, entries: Sequence[QuarantineEntry]) -> str:
        if len(entries) > 1:
            return translate(
                "est_plugin",
                "%n row(s) are selected: what you write under Mended goes into all of them.",
                "",
                len(entries),
            )
        entry = entries[0]
        came = translate("est_plugin", "{file}, row {row}, taken in {day}. ").format(
            file=entry.file_name, row=entry.row_number, day=_day(entry.imported_at)
        )
        why = " ".join(sentence(reason) for reason in reasons_of(entry))
        return came + (story(entry) if entry.outcome is None else f"{why} → {story(entry)}")

    def _on_typed(self, item: QTableWidgetItem) -> None:
        if not self._entries or item.column() != _NOW:
            return
        column = self.cells.item(item.row(), _COLUMN).text()
        for entry in self._entries:
            before = cells_of(entry)
            if column in before:
                cells = self._typed.setdefault(entry.number, dict(before))
                cells[column] = item.text()
                if cells == before:
                    del self._typed[entry.number]
        self._mark(item.row(), is_changed=item.text() != self.cells.item(item.row(), _CAME).text())

    def _mark(self, row: int, *, is_changed: bool) -> None:
        """Show at a glance what is no longer as it came."""
        now = self.cells.item(row, _NOW)
        self.cells.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        now.setData(Qt.ItemDataRole.BackgroundRole, _CHANGED if is_changed else None)
        now.setData(Qt.ItemDataRole.ForegroundRole, QColor("black") if is_changed else None)
        self.cells.blockSignals(False)  # noqa: FBT003 (Qt's signature)


def _common(rows: Sequence[Mapping[str, str]], column: str, differs: str) -> str:
    """What stands in a column of all rows; the text ``differs`` if it is not the same."""
    texts = {cells.get(column, "") for cells in rows}
    return texts.pop() if len(texts) == 1 else differs


def _fields_by_column(mapping: ColumnMapping) -> dict[str, str]:
    fields: dict[str, list[str]] = {}
    for name, columns in mapping.columns.items():
        for column in columns:
            fields.setdefault(column, []).append(translate("est_plugin", name.label))
    return {column: ", ".join(names) for column, names in fields.items()}
