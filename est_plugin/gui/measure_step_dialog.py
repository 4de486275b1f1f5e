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
    QPlainTextEdit,
    QVBoxLayout,
)

from est_plugin.domain.measure import MeasureStatus
from est_plugin.i18n import translate
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
        self.note = _text_box()
        self.reason = _text_box()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
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
        layout.addWidget(self.buttons)

    def _refresh(self) -> None:
        """Nothing is rejected without a reason."""
        has_reason = bool(self.reason.toPlainText().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(has_reason)

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


def _text_box() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * _NOTE_LINES + 12)
    return box
