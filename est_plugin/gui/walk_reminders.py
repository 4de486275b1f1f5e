# SPDX-License-Identifier: GPL-2.0-or-later
"""Says which walks ask for something today; nothing while none does."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.domain.walk_reminder import ReminderKind
from est_plugin.i18n import translate
from est_plugin.layers.walk_follow_up import walk_reminders

if TYPE_CHECKING:
    from est_plugin.domain.walk_reminder import Reminder
    from est_plugin.gui.session import Session


class WalkReminders(QLabel):
    """A line for each, with the walk as a link."""

    #: The person wants to see this walk (its uuid).
    walk_wanted = pyqtSignal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setWordWrap(True)
        self.setStyleSheet("background: #fff3bf; color: #212529; border: 1px solid #fab005; padding: 4px;")
        self.linkActivated.connect(self.walk_wanted.emit)
        self.hide()

    def refresh(self) -> None:
        """Read what the walks ask for now."""
        weeks = self._session.settings.weeks_to_answer.value()
        today = date.today()  # noqa: DTZ011 (local)
        work = walk_reminders(self._session.project, self._session.code_lists.checklist, today, weeks)
        self._session.fetch(self, work, self._show)

    def _show(self, found: tuple[Reminder, ...]) -> None:
        self.setText("<br>".join(map(_line, found)))
        self.setVisible(bool(found))


def _line(reminder: Reminder) -> str:
    title = escape(reminder.walk.title or translate("est_plugin", "Without a title"))
    link = f'<a href="{escape(reminder.walk.uuid)}">{title}</a>'
    day = "" if reminder.day is None else reminder.day.isoformat()
    return f"{link}: {escape(_said(reminder.kind, reminder.count, day))}"


def _said(kind: ReminderKind, count: int, day: str) -> str:
    match kind:
        case ReminderKind.ANSWERS_OWED:
            return translate("est_plugin", "%n observation(s) still wait(s) for an answer.", "", count)
        case ReminderKind.DEADLINE_PASSED:
            return translate("est_plugin", "the deadline of %n observation(s) has passed.", "", count)
        case ReminderKind.NEXT_WALK_PASSED:
            return translate("est_plugin", "the next walk was due {day}.").format(day=day)
        case ReminderKind.NEXT_WALK_SOON:
            return translate("est_plugin", "the next walk is due {day}.").format(day=day)
