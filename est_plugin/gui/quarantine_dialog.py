# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog: the rows that did not pass. Mend one, explain a word, try again, or discard with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, pyqtSignal
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

from est_plugin.db import quarantine
from est_plugin.gui.messages import told
from est_plugin.gui.page import fill, list_table
from est_plugin.gui.quarantine_row import QuarantineRow, story
from est_plugin.gui.quarantine_shelf import MAX_ROWS, Shelf, read_shelf
from est_plugin.gui.untried_question import UntriedQuestion
from est_plugin.gui.word_table import WordTable
from est_plugin.gui.work_dialog import WorkDialog
from est_plugin.i18n import translate
from est_plugin.intake.column_mapping import Field
from est_plugin.intake.retry import Attempt, SourceWords, keep, try_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.db.database import Database
    from est_plugin.db.quarantine import QuarantineEntry, Settled
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session


class QuarantineDialog(WorkDialog):
    """The only place that shows rows as they came, with what personal data they hold."""

    #: Some rows wait no longer.
    settled = pyqtSignal()

    def __init__(self, session: Session, database: Database, parent: QWidget | None) -> None:
        super().__init__(session, parent, translate("est_plugin", "Quarantine"))
        self._database = database
        self._shelf = Shelf((), 0, {}, {})
        self._words: dict[str, WordTable] = {}
        #: What the words of each source mean as it is stored.
        self._explained: dict[str, SourceWords] = {}
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
        self.shown.activated.connect(lambda _index: self._load(""))
        self.rows.itemSelectionChanged.connect(self._on_selected)
        self.resize(1040, 680)
        QTimer.singleShot(0, lambda: self._load(""))

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
    def _load(self, news: str) -> None:
        """Read the rows; then tell the news, so that they stand beside the count they led to."""
        database, read = self._database, self.shown.currentData()

        def show(shelf: Shelf) -> None:
            self._show(shelf)
            if news:
                self.messages.success(news)

        self.work(translate("est_plugin", "Reading the quarantine"), lambda _feedback: read_shelf(database, read), show)

    def _show(self, shelf: Shelf) -> None:
        selected = {entry.number for entry in self._selected()}
        first = min((index.row() for index in self.rows.selectedIndexes()), default=0)
        scrolled = self.rows.verticalScrollBar().value()
        self._shelf = shelf
        fill(
            self.rows,
            [(entry.file_name, entry.row_number, story(entry)) for entry in shelf.entries],
            [str(entry.number) for entry in shelf.entries],
        )
        for row, entry in enumerate(shelf.entries):
            self.rows.item(row, 2).setToolTip(story(entry))
        text = translate("est_plugin", "%n row(s) wait.", "", shelf.waiting)
        if len(shelf.entries) == MAX_ROWS:
            text += " " + translate("est_plugin", "The newest {count} are shown.").format(count=MAX_ROWS)
        self.count.setText(text)
        self.try_all.setEnabled(shelf.waiting > 0)
        again = [row for row, entry in enumerate(shelf.entries) if entry.number in selected]
        self._select(again or [min(first, len(shelf.entries) - 1)] if shelf.entries else [])
        self.rows.verticalScrollBar().setValue(scrolled)

    def _select(self, rows: Sequence[int]) -> None:
        """Select rows, those that waited before or what took their place."""
        chosen = QItemSelection()
        for row in rows:
            index = self.rows.model().index(row, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.rows.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.rows.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if rows:
            index = self.rows.model().index(rows[0], 0)
            self.rows.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.rows.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        self._on_selected()

    def _on_selected(self) -> None:
        selected = self._selected()
        waits = bool(selected) and all(entry.outcome is None for entry in selected)
        self.try_one.setEnabled(waits)
        self.discard.setEnabled(waits)
        self.row.show_entries(selected)
        self._show_words(selected[0].source if waits else "")

    def _show_words(self, source: str) -> None:
        words = self._shelf.words.get(source, {})
        self.words_box.setVisible(any(words.values()))
        for name, table in self._words.items():
            table.setVisible(name == source)
        if source not in self._words and any(words.values()):
            table = WordTable()
            lists = self.session.code_lists
            table.offer(lists.categories, lists.organisations)
            mapping = self._shelf.mappings[source]
            table.choose(Field.CATEGORY, mapping.category_words)
            table.choose(Field.ORGANISATION, mapping.organisation_words)
            self._explained[source] = _meanings(table)
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
        self.row.finish_typing()
        cells = {number: dict(cells) for number, cells in self.row.typed().items()}
        attempt = Attempt(cells, {source: _meanings(table) for source, table in self._words.items()})
        database = self._database
        self.work(
            translate("est_plugin", "Checking the rows again"),
            lambda feedback: _tried(database, entries, attempt, feedback),
            lambda result: self._on_tried(result, entries),
        )

    def _on_tried(self, result: Settled, entries: tuple[QuarantineEntry, ...] | None) -> None:
        for table in self._words.values():
            table.deleteLater()
        self._words = {}
        self.row.forget(None if entries is None else [entry.number for entry in entries])
        tried = result.accepted + result.known + result.waiting
        text = translate(
            "est_plugin",
            "Of %n row(s) tried, {accepted} became incidents, {known} were stored already and {waiting} did not pass.",
            "",
            tried,
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
        self._load(text)
        self.settled.emit()

    def reject(self) -> None:
        """Close, after asking what to do with what was mended or explained but not tried."""
        self.row.finish_typing()
        untried = self._untried()
        if self.is_working or not (untried.cells or untried.words):
            super().reject()
            return
        self.question = UntriedQuestion(self, untried)
        self.question.save_chosen.connect(lambda: self._save(untried))
        self.question.drop_chosen.connect(lambda: self.done(0))
        self.question.open()

    def _untried(self) -> Attempt:
        """What a person has typed and chosen, and is not stored."""
        words = {source: _meanings(table) for source, table in self._words.items()}
        new = {source: meant for source, meant in words.items() if meant != self._explained[source]}
        return Attempt({number: dict(cells) for number, cells in self.row.typed().items()}, new)

    @told
    def _save(self, untried: Attempt) -> None:
        database = self._database
        self.work(
            translate("est_plugin", "Saving what is mended"),
            lambda _feedback: keep(database, untried),
            lambda _nothing: self.done(0),
        )


def _meanings(table: WordTable) -> SourceWords:
    return SourceWords(table.meanings(Field.CATEGORY), table.meanings(Field.ORGANISATION))


def _tried(
    database: Database, entries: tuple[QuarantineEntry, ...] | None, attempt: Attempt, feedback: Feedback
) -> Settled:
    rows = quarantine.waiting(database) if entries is None else entries
    return try_again(database, rows, attempt, feedback)
