# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the last package of a meeting made again for the period that follows? One button, which says the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from est_plugin import paths
from est_plugin.db.hotspots import list_hotspots
from est_plugin.domain.edition import Part
from est_plugin.export.sentences import span_text
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.export.preset import WrittenPackage


@dataclass(frozen=True)
class NextPackage:
    """The package before, and the period that follows it."""

    before: WrittenPackage
    period: Period
    #: Has any report come in that is as new as the period?
    has_reports: bool
    #: Its hotspots are still to be found, and can be.
    needs_hotspots: bool


def read_next(database: Database, before: WrittenPackage, last_report: date | None) -> NextPackage:
    """What the package after this one would rest on. Runs in any thread."""
    period = before.period.following()
    needs_hotspots = (
        Part.HOTSPOTS in before.choices.edition.parts
        and database.refusal is None
        and not list_hotspots(database, period)
    )
    return NextPackage(before, period, last_report is not None and last_report >= period.start, needs_hotspots)


class RepeatButton(QWidget):
    """Hidden until a package of the meeting has been written from the open database."""

    def __init__(self, repeat: Callable[[NextPackage], None]) -> None:
        super().__init__()
        self._next: NextPackage | None = None
        self._repeat = repeat
        self._may = self._is_busy = False
        self.button = QPushButton(QIcon(paths.icon("package")), "")
        # A long span must not make the dock wider.
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda _checked: self._on_clicked())
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.note)
        self.hide()

    def offer(self, following: NextPackage | None, today: date) -> None:
        """Say which period it would be, and what speaks against it."""
        self._next = following
        self.setVisible(following is not None)
        if following is None:
            return
        period, words = following.period, Language(user_language())
        self.button.setText(translate("est_plugin", "Repeat for {period}").format(period=span_text(period, words)))
        tip = translate(
            "est_plugin",
            "Writes the package of {before} again for {first} – {last}, with the same choices and without questions.",
        )
        self.button.setToolTip(
            tip.format(before=span_text(following.before.period, words), first=period.start, last=period.last_day)
        )
        self.note.setText(_note(following, today))
        self.note.setVisible(bool(self.note.text()))
        self._may = period.start <= today and following.has_reports
        self._show_state()

    def set_busy(self, *, is_busy: bool) -> None:
        """Only one package at a time."""
        self._is_busy = is_busy
        self._show_state()

    def _show_state(self) -> None:
        self.button.setEnabled(self._may and not self._is_busy)

    def _on_clicked(self) -> None:
        if self._next is not None:
            self._repeat(self._next)


def _note(following: NextPackage, today: date) -> str:
    """What a person must know of the period before it is repeated."""
    period = following.period
    if period.start > today:
        return translate("est_plugin", "The period begins on {day}.").format(day=period.start)
    if not following.has_reports:
        return translate("est_plugin", "No reports have come in for that period yet.")
    lines = []
    if period.last_day >= today:
        lines.append(translate("est_plugin", "The period goes on until {day}.").format(day=period.last_day))
    if following.needs_hotspots:
        lines.append(translate("est_plugin", "Its hotspots are found first."))
    return " ".join(lines)
