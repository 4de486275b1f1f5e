# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks what is to be said of a step of a measure: the day, whose step it is, a note; the words for the public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
)

from est_plugin.domain.measure import MeasureStatus
from est_plugin.gui.notice import Notice
from est_plugin.i18n import translate
from est_plugin.layers.form_answers import looks_like_a_person
from est_plugin.layers.measure_steps import StepTaken

if TYPE_CHECKING:
    from datetime import date

    from qgis.PyQt.QtWidgets import QWidget

_NOTE_LINES = 3


class MeasureStepDialog(QDialog):
    """Small, and whole with the return key alone: today, and nothing more to say."""

    def __init__(
        self, status: MeasureStatus, titles: str, latest: date | None = None, parent: QWidget | None = None
    ) -> None:
        """``titles`` names the measures; none takes the step before ``latest``, the day of their latest one."""
        super().__init__(parent)
        self._status = status
        self._latest = latest
        self.setWindowTitle(translate("est_plugin", "Next step: {status}").format(status=translated(status)))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMaximumDate(QDate.currentDate())
        if latest is not None:
            self.day.setMinimumDate(min(QDate(latest), QDate.currentDate()))
        self.by = QLineEdit()
        self.by.setPlaceholderText(translate("est_plugin", "Function, never a name"))
        self.by.textChanged.connect(self._mark)
        self.messages = Notice()
        self.note = _text_box()
        self.reason = _text_box()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("est_plugin", "Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(titles)
        self.by.setFocus()

    def _lay_out(self, titles: str) -> None:
        layout = QVBoxLayout(self)
        heading = QLabel(titles)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        form = QFormLayout()
        if self._latest is not None:
            form.addRow(translate("est_plugin", "Latest step"), QLabel(self._latest.isoformat()))
        form.addRow(translate("est_plugin", "Day"), self.day)
        form.addRow(translate("est_plugin", "By"), self.by)
        form.addRow(translate("est_plugin", "Note"), self.note)
        if self._status is MeasureStatus.REJECTED:
            form.addRow(translate("est_plugin", "Reason, for the public"), self.reason)
            self.reason.textChanged.connect(self._refresh)
            self._refresh()
        elif self._status is MeasureStatus.HANDED_OVER:
            form.addRow(translate("est_plugin", "To whom, for the public"), self.reason)
        layout.addLayout(form)
        layout.addWidget(self.messages)
        layout.addWidget(self.buttons)

    def _refresh(self) -> None:
        """Nothing is rejected without a reason."""
        has_reason = bool(self.reason.toPlainText().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(has_reason)

    def _mark(self, by: str) -> None:
        if looks_like_a_person(by):
            self.messages.note(_person_text())
        else:
            self.messages.hide()

    def accept(self) -> None:
        """Take the step; what looks like a person only if whoever wrote it says that it is none."""
        if not looks_like_a_person(self.by.text()) or _is_function(self):
            super().accept()
        else:
            self.by.setFocus()

    def step(self) -> StepTaken:
        """What the person said."""
        return StepTaken(
            self._status,
            self.day.date().toPyDate(),
            self.by.text().strip(),
            self.note.toPlainText().strip(),
            self.reason.toPlainText().strip(),
        )


def translated(status: MeasureStatus) -> str:
    """The status in the person's language."""
    return translate("est_plugin", status.label)


def _person_text() -> str:
    return translate(
        "est_plugin", "“By” looks like a person. Everybody who sees the measure reads it: write the function only."
    )


def _is_function(window: QWidget) -> bool:
    """Ask; Enter and Esc choose to change what was written."""
    box = QMessageBox(window)
    box.setWindowTitle("EST")
    box.setText(_person_text())
    keep = box.addButton(translate("est_plugin", "It is a function"), QMessageBox.ButtonRole.AcceptRole)
    change = box.addButton(translate("est_plugin", "Change it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(change)
    box.setEscapeButton(change)
    box.exec()
    return box.clickedButton() is keep


def _text_box() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * _NOTE_LINES + 12)
    return box
