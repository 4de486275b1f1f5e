# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: the rows that did not pass. Mend one, explain a word, try again, or discard with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from est_plugin.db import catalogues, imports, quarantine
from est_plugin.gui.messages import told
from est_plugin.gui.page import fill, list_table
from est_plugin.gui.quarantine_row import QuarantineRow, story
from est_plugin.gui.word_table import WordTable
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.retry import Attempt, SourceWords, try_again, words_to_explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.db.quarantine import QuarantineEntry, Settled
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.intake.unknown_words import Word

_MAX_ROWS = 1000


@dataclass(frozen=True)
class _Shelf:
    """The rows shown, how many wait in all, and for each source the words to explain and how it is read now."""

    entries: tuple[QuarantineEntry, ...]
    waiting: int
    words: dict[str, dict[Field, tuple[Word, ...]]]
    mappings: dict[str, ColumnMapping]


class QuarantineDialog(WorkDialog):
    """The only place that shows rows as they came, with what personal data they hold."""

    #: Some rows wait no longer.
    settled = pyqtSignal()

    def __init__(self, session: Session, database: Database, parent: QWidget | None) -> None:
        super().__init__(session, parent, translate("est_plugin", "Quarantine"))
        self._database = database
        self._shelf = _Shelf((), 0, {}, {})
        self._words: dict[str, WordTable] = {}
        self.shown = QComboBox()
        self.shown.addItem(translate("est_plugin", "Rows that wait"), quarantine.waiting)
        self.shown.addItem(translate("est_plugin", "Settled rows"), quarantine.settled)
        self.count = QLabel()
        self.rows = list_table(
            (
                translate("est_plugin", "File"),
                translate("est_plugin", "Row"),
                translate("est_plugin", "Reason or outcome"),
            ),
            (2,),
        )
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.row = QuarantineRow()
        self.words_box = QGroupBox(translate("est_plugin", "Words of the source that are not known"))
        QVBoxLayout(self.words_box)
        self._lay_out()
        self._make_buttons()
        self.shown.activated.connect(lambda _index: self._load())
        self.rows.itemSelectionChanged.connect(self._on_selected)
        self.resize(1040, 680)
        QTimer.singleShot(0, self._load)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.shown)
        head.addWidget(self.count, 1)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(self.row)
        below.addWidget(self.words_box)
        below.setSizes([640, 400])
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.rows)
        halves.addWidget(below)
        halves.setSizes([220, 380])
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(halves, 1)

    def _make_buttons(self) -> None:
        self.discard = QPushButton(translate("est_plugin", "Discard…"))
        self.try_all = QPushButton(translate("est_plugin", "Try all again"))
        self.try_one = QPushButton(translate("est_plugin", "Try again"))
        self.try_one.setToolTip(translate("est_plugin", "Check the selected rows anew, as they are mended."))
        for button, slot, role in (
            (self.discard, self._on_discard, QDialogButtonBox.ButtonRole.ResetRole),
            (self.try_all, self._on_try_all, QDialogButtonBox.ButtonRole.ActionRole),
            (self.try_one, self._on_try_selected, QDialogButtonBox.ButtonRole.ActionRole),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, slot=slot: slot())
            self.buttons.addButton(button, role)

    @told
    def _load(self) -> None:
        database, read = self._database, self.shown.currentData()
        self.work(
            translate("est_plugin", "Reading the quarantine"), lambda _feedback: _shelf(database, read), self._show
        )

    def _show(self, shelf: _Shelf) -> None:
        self._shelf = shelf
        fill(
            self.rows,
            [(entry.file_name, entry.row_number, story(entry)) for entry in shelf.entries],
            [str(entry.number) for entry in shelf.entries],
        )
        for row, entry in enumerate(shelf.entries):
            self.rows.item(row, 2).setToolTip(story(entry))
        text = translate("est_plugin", "%n row(s) wait.", "", shelf.waiting)
        if len(shelf.entries) == _MAX_ROWS:
            text += " " + translate("est_plugin", "The newest {count} are shown.").format(count=_MAX_ROWS)
        self.count.setText(text)
        self.try_all.setEnabled(shelf.waiting > 0)
        if shelf.entries:
            self.rows.selectRow(0)
        self._on_selected()

    def _on_selected(self) -> None:
        selected = self._selected()
        waits = bool(selected) and all(entry.outcome is None for entry in selected)
        self.try_one.setEnabled(waits)
        self.discard.setEnabled(waits)
        self.row.show_entry(selected[0] if selected else None)
        self._show_words(selected[0].source if waits else "")

    def _show_words(self, source: str) -> None:
        words = self._shelf.words.get(source, {})
        self.words_box.setVisible(any(words.values()))
        for name, table in self._words.items():
            table.setVisible(name == source)
        if source not in self._words and any(words.values()):
            table = WordTable()
            table.offer(catalogues.categories(self._database), catalogues.organisations(self._database))
            mapping = self._shelf.mappings[source]
            table.choose(Field.CATEGORY, mapping.category_words)
            table.choose(Field.ORGANISATION, mapping.organisation_words)
            table.show_words(words)
            self.words_box.layout().addWidget(table)
            self._words[source] = table

    def _selected(self) -> list[QuarantineEntry]:
        rows = sorted({index.row() for index in self.rows.selectedIndexes()})
        return [self._shelf.entries[row] for row in rows if row < len(self._shelf.entries)]

    @told
    def _on_try_selected(self) -> None:
        self._try(tuple(self._selected()))

    @told
    def _on_try_all(self) -> None:
        self._try(None)

    def _try(self, entries: tuple[QuarantineEntry, ...] | None) -> None:
        """Try some rows again; None tries all that wait."""
        attempt = Attempt(
            {number: dict(cells) for number, cells in self.row.typed().items()},
            {
                source: SourceWords(table.meanings(Field.CATEGORY), table.meanings(Field.ORGANISATION))
                for source, table in self._words.items()
            },
        )
        database = self._database
        self.work(
            translate("est_plugin", "Checking the rows again"),
            lambda feedback: _tried(database, entries, attempt, feedback),
            lambda result: self._on_tried(result, entries),
        )

    def _on_tried(self, result: Settled, entries: tuple[QuarantineEntry, ...] | None) -> None:
        self.row.forget(None if entries is None else [entry.number for entry in entries])
        text = translate(
            "est_plugin", "{accepted} became incidents, {known} were stored already, {waiting} still wait."
        ).format(accepted=result.accepted, known=result.known, waiting=result.waiting)
        self._reload(text)

    @told
    def _on_discard(self) -> None:
        numbers = [entry.number for entry in self._selected()]
        question = QInputDialog(self)
        question.setWindowTitle(translate("est_plugin", "Discard"))
        question.setLabelText(translate("est_plugin", "Why should %n row(s) never become incidents?", "", len(numbers)))
        question.setOkButtonText(translate("est_plugin", "Discard"))
        question.setCancelButtonText(translate("est_plugin", "Cancel"))
        question.textValueSelected.connect(lambda note: self._discard(numbers, note.strip()))
        question.open()

    @told
    def _discard(self, numbers: list[int], note: str) -> None:
        if not note:
            self.messages.note(translate("est_plugin", "Nothing was discarded: give a reason, it stays with the row."))
            return
        database = self._database
        self.work(
            translate("est_plugin", "Discarding rows"),
            lambda _feedback: quarantine.discard(database, numbers, note),
            lambda _nothing: self._reload(translate("est_plugin", "%n row(s) discarded.", "", len(numbers))),
        )

    def _reload(self, text: str) -> None:
        for table in self._words.values():
            table.deleteLater()
        self._words = {}
        self._load()
        self.messages.success(text)
        self.settled.emit()


def _shelf(database: Database, read: Callable[[Database, int], tuple[QuarantineEntry, ...]]) -> _Shelf:
    entries = read(database, _MAX_ROWS)
    words = {}
    for source in {entry.source for entry in entries}:
        rows = [entry for entry in entries if entry.source == source]
        words[source] = {name: words_to_explain(database, rows, name) for name in (Field.CATEGORY, Field.ORGANISATION)}
    mappings = {source.name: ColumnMapping.from_json(source.mapping) for source in imports.sources(database)}
    return _Shelf(entries, quarantine.waiting_count(database), words, mappings)


def _tried(
    database: Database, entries: tuple[QuarantineEntry, ...] | None, attempt: Attempt, feedback: Feedback
) -> Settled:
    rows = quarantine.waiting(database) if entries is None else entries
    return try_again(database, rows, attempt, feedback)
