# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: who changed what in the last days. Take a change back, or bring a deleted row back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from est_plugin.db.entry_rows import MAX_ROWS, deleted_content, entry_rows
from est_plugin.db.history import UNDO_DAYS, DeletedRow, Entry, deleted_rows, recent_entries
from est_plugin.db.undo import restore, undo
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.gui import history_words
from est_plugin.gui.history_words import HistoryWords, local
from est_plugin.gui.messages import told
from est_plugin.gui.page import fill, list_table
from est_plugin.gui.unsaved_bar import may_leave
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from est_plugin.db.database import Database
    from est_plugin.db.entry_rows import EntryRows
    from est_plugin.db.undo import Undone
    from est_plugin.gui.session import Session


@dataclass(frozen=True)
class _Shelf:
    """What the dialog shows, read in one go."""

    entries: tuple[Entry, ...]
    deleted: tuple[DeletedRow, ...]
    content: Mapping[str, Mapping[str, Any]]
    words: HistoryWords


class HistoryDialog(WorkDialog):
    """Two lists: the changes with their rows, and what was deleted."""

    def __init__(self, session: Session, database: Database, parent: QWidget | None) -> None:
        super().__init__(session, parent, translate("est_plugin", "History"))
        self._database = database
        self._shelf = _Shelf((), (), {}, HistoryWords({}))
        when, who = translate("est_plugin", "When"), translate("est_plugin", "Who")
        self.entries = _list((when, who, translate("est_plugin", "What")), 2)
        self.rows = list_table(
            (
                translate("est_plugin", "Row"),
                translate("est_plugin", "What"),
                translate("est_plugin", "Field"),
                translate("est_plugin", "Before"),
                translate("est_plugin", "After"),
            ),
            (0, 3, 4),
        )
        self.rows.setWordWrap(False)
        self.note = QLabel()
        self.deleted = _list((translate("est_plugin", "Row"), translate("est_plugin", "Kind"), when, who), 0)
        self.undo_button = QPushButton(translate("est_plugin", "Undo…"))
        self.restore_button = QPushButton(translate("est_plugin", "Restore"))
        self._lay_out()
        self.undo_button.clicked.connect(lambda _checked: self._on_undo())
        self.restore_button.clicked.connect(lambda _checked: self._on_restore())
        self.entries.itemSelectionChanged.connect(self._on_entry)
        self.deleted.itemSelectionChanged.connect(self._on_deleted)
        self.resize(900, 640)
        QTimer.singleShot(0, lambda: self._load(""))

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.entries)
        halves.addWidget(_stacked(self.rows, self.note))
        halves.setSizes([300, 260])
        self.tabs = QTabWidget()
        self.tabs.addTab(_stacked(halves, self.undo_button), translate("est_plugin", "Changes"))
        self.tabs.addTab(_stacked(self.deleted, self.restore_button), translate("est_plugin", "Removed"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(translate("est_plugin", "The last %n day(s).", "", UNDO_DAYS)))
        layout.addWidget(self.tabs, 1)
        for button in (self.undo_button, self.restore_button):
            button.setAutoDefault(False)
            button.setEnabled(False)

    @told
    def _load(self, news: str) -> None:
        """Read the lists; then tell the news, so that they stand beside what they led to."""
        database = self._database

        def show(shelf: _Shelf) -> None:
            self._show(shelf)
            if news:
                self.messages.success(news)

        self.work(translate("est_plugin", "Reading the history"), lambda _feedback: _read(database), show)

    def _show(self, shelf: _Shelf) -> None:
        self._shelf = shelf
        fill(
            self.entries,
            [(local(entry.changed_at), entry.changed_by, history_words.summary(entry)) for entry in shelf.entries],
            [str(entry.last_id) for entry in shelf.entries],
        )
        fill(
            self.deleted,
            [
                (
                    shelf.words.row_name(row.table, shelf.content.get(row.uuid, {})) or row.uuid,
                    history_words.kind_of_row(row.table),
                    local(row.changed_at),
                    row.changed_by,
                )
                for row in shelf.deleted
            ],
            [row.uuid for row in shelf.deleted],
        )
        self.entries.selectRow(0)
        self.deleted.selectRow(0)
        self._on_entry()
        self._on_deleted()

    def _on_deleted(self) -> None:
        self.restore_button.setEnabled(bool(self._chosen(self.deleted, self._shelf.deleted)))

    @told
    def _on_entry(self) -> None:
        chosen = self._chosen(self.entries, self._shelf.entries)
        # What went out cannot be taken back here.
        self.undo_button.setEnabled(bool(chosen) and chosen[0].publication is None)
        self.note.clear()
        fill(self.rows, [], [])
        if chosen:
            database, entry = self._database, chosen[0]
            self.look(
                translate("est_plugin", "Reading a change"),
                lambda _feedback: entry_rows(database, entry),
                lambda found: self._show_rows(entry, found),
            )

    def _show_rows(self, entry: Entry, found: EntryRows) -> None:
        """Show the rows of the entry, if it is still the chosen one."""
        if self._chosen(self.entries, self._shelf.entries) != [entry]:
            return
        lines = _lines(found, self._shelf.words)
        fill(self.rows, lines, [""] * len(lines))
        total = sum(count.rows for count in entry.counts)
        if total > MAX_ROWS:
            text = translate("est_plugin", "The first {shown} of {total} rows are shown.")
            self.note.setText(text.format(shown=len(found.rows), total=total))

    @told
    def _on_undo(self) -> None:
        entry = self._chosen(self.entries, self._shelf.entries)[0]
        box = QMessageBox(QMessageBox.Icon.Question, "EST", _question(entry), parent=self)
        box.setInformativeText(
            translate(
                "est_plugin",
                "The rows get the values they had before; new rows are deleted. What somebody changed afterwards stays "
                "as it is. You can take back the undoing too.",
            )
        )
        agreed = box.addButton(translate("est_plugin", "Undo"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agreed)
        box.exec()
        if box.clickedButton() is agreed and self._is_settled():
            database = self._database
            self.work(
                translate("est_plugin", "Undoing a change"),
                lambda feedback: undo(database, entry, feedback),
                lambda undone: self._reload(_told(undone)),
            )

    @told
    def _on_restore(self) -> None:
        row = self._chosen(self.deleted, self._shelf.deleted)[0]
        name = self._shelf.words.row_name(row.table, self._shelf.content.get(row.uuid, {})) or row.uuid
        if self._is_settled():
            database = self._database
            self.work(
                translate("est_plugin", "Restoring a row"),
                lambda _feedback: restore(database, row),
                lambda _nothing: self._reload(translate("est_plugin", "{name} was restored.").format(name=name)),
            )

    def _is_settled(self) -> bool:
        """Edits that are not saved would meet rows that have changed beneath them."""
        return may_leave(self.session, self, translate("est_plugin", "Save before the history is changed?"))

    def _reload(self, news: str) -> None:
        self.session.reload_layers()
        self._load(news)

    @staticmethod
    def _chosen(table: QTableWidget, things: tuple[Any, ...]) -> list[Any]:
        rows = {index.row() for index in table.selectedIndexes()}
        return [things[row] for row in sorted(rows) if row < len(things)]


def _read(database: Database) -> _Shelf:
    if "history" not in database.tables():
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The history of {path} cannot be shown."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Your login may read the map, but not who changed what."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Ask someone who may edit, or the administrator for the right."),
            path=database,
        )
    deleted = deleted_rows(database)
    words = history_words.read_words(database)
    return _Shelf(recent_entries(database), deleted, deleted_content(database, deleted), words)


def _lines(found: EntryRows, words: HistoryWords) -> list[tuple[str, ...]]:
    """One line for each changed column; a row that is new or gone has one line."""
    lines: list[tuple[str, ...]] = []
    for row in found.rows:
        what = history_words.operation(row.operation)
        parts = history_words.kind_of_row(row.table), words.row_name(row.table, row.row)
        name = ": ".join(part for part in parts if part)
        changes = [change for change in row.changes if history_words.is_seen(change.column)]
        for change in changes:
            before, after = (
                words.value(row.table, change.column, value, found.links) for value in (change.old, change.new)
            )
            if change.column == "geom" and before == after:
                before, after = "", translate("est_plugin", "moved or redrawn")
            lines.append((name, what, history_words.label(row.table, change.column), before, after))
        if not changes:
            lines.append((name, what, "", "", ""))
    return lines


def _question(entry: Entry) -> str:
    return translate("est_plugin", "Undo what {who} did {when}? {what}").format(
        who=entry.changed_by, when=local(entry.changed_at), what=history_words.summary(entry)
    )


def _told(undone: Undone) -> str:
    text = translate("est_plugin", "%n row(s) undone.", "", undone.rows)
    if undone.kept:
        text += " " + translate("est_plugin", "%n row(s) stayed, since they were changed afterwards.", "", undone.kept)
    return text


def _list(headers: tuple[str, ...], wide: int) -> QTableWidget:
    table = list_table(headers, (wide,))
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setWordWrap(False)
    return table


def _stacked(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 6, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
        if isinstance(widget, QPushButton):
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignRight)
    return box
