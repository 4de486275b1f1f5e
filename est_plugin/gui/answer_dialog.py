# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks what is answered to observations: done, planned for when, handed over to whom, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout

from est_plugin.domain.observation import Answer
from est_plugin.domain.observation_answer import GivenAnswer
from est_plugin.domain.personal_data import mask
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

_WORDS_LINES = 4
_WIDTH = 460
#: What is to be said with an answer that has no words.
_MISSING: dict[Answer | None, str] = {
    Answer.HANDED_OVER: QT_TRANSLATE_NOOP("est_plugin", "Say who has it now: those who walked want to know."),
    Answer.DECLINED: QT_TRANSLATE_NOOP("est_plugin", "Say why it will not be done: those who walked want to know."),
}


class AnswerDialog(QDialog):
    """Begins with the answer that there is; what is declined or handed over needs words: why not, or to whom."""

    def __init__(self, about: str, given: GivenAnswer, parent: QWidget) -> None:
        """``about`` says which observations are answered."""
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Answer"))
        self.answer = QComboBox()
        self.answer.addItem(translate("est_plugin", "No answer yet"), None)
        for answer in Answer:
            self.answer.addItem(translate("est_plugin", answer.label), answer)
        self.answer.setCurrentIndex(max(0, self.answer.findData(given.answer)))
        self.due = QgsDateEdit()
        self.due.setAllowNull(True)
        self.due.setNullRepresentation("–")
        self.due.setDisplayFormat("yyyy-MM-dd")
        if given.due is None:
            self.due.clear()
        else:
            self.due.setDate(QDate(given.due))
        self.words = QPlainTextEdit(given.words)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _WORDS_LINES + 12)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(
            translate("est_plugin", "Give this answer"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(translate("est_plugin", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._begun_with = self.given()
        self._lay_out(about)
        self._refresh()

    def _lay_out(self, about: str) -> None:
        heading = QLabel(about)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Answer"), self.answer)
        form.addRow(translate("est_plugin", "By when"), self.due)
        form.addRow(translate("est_plugin", "Words to those who walked"), self.words)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(self.warning)
        layout.addWidget(self.buttons)
        self.answer.currentIndexChanged.connect(lambda _index: self._refresh())
        self.words.textChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.resize(_WIDTH, self.sizeHint().height())

    def given(self) -> GivenAnswer:
        """What the person answers; the day only where something is planned."""
        answer = self.answer.currentData()
        is_dated = answer is Answer.PLANNED and not self.due.isNull()
        return GivenAnswer(answer, self.words.toPlainText().strip(), self.due.date().toPyDate() if is_dated else None)

    @property
    def is_changed(self) -> bool:
        """Is it another answer than the one that the dialog began with?"""
        return self.given() != self._begun_with

    def _refresh(self) -> None:
        given = self.given()
        self.due.setEnabled(given.answer is Answer.PLANNED)
        has_person = bool(mask(given.words).found)
        missing = "" if given.words else _MISSING.get(given.answer, "")
        self.accept_button.setEnabled(not (has_person or missing))
        self.warning.setText(
            translate(
                "est_plugin",
                "The words look like they hold a number, an address or a registration mark of somebody. Everybody "
                "reads them: take it out.",
            )
            if has_person
            else translate("est_plugin", missing)
            if missing
            else ""
        )
