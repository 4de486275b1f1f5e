# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar that says when the server cannot be reached, is slow, or is back; hidden while all is well."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.db.link_state import LinkState
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.gui.bar import Bar, Tone
from est_plugin.gui.messages import told
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.gui.session import Session

_BACK_MS = 8000


class ConnectionBanner(Bar):
    """Follows ``session.connection``."""

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.BROKEN)
        self._session = session
        self._connection = session.connection
        self.messages = session.messages
        self.try_button = self.add_button(translate("est_plugin", "Try now"), self._connection.try_now)
        self._was_away = False
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.timeout.connect(self.refresh)
        self._connection.changed.connect(self.refresh)
        self.refresh()

    @told
    def refresh(self) -> None:
        """Say how the server is now."""
        news = self._connection.news
        state = LinkState.ONLINE if news is None else news.state
        if self._was_away and news is not None and state is not LinkState.OFFLINE:
            self._back.start(_BACK_MS)
        elif state is LinkState.OFFLINE or news is None:
            self._back.stop()
        self._was_away = state is LinkState.OFFLINE
        if news is not None and self._was_away:
            self._show(self._away_text(news.last_answer), Tone.BROKEN)
        elif self._back.isActive():
            self._show(translate("est_plugin", "The server answers again. Map and lists are up to date."), Tone.WELL)
        elif state is LinkState.SLOW:
            self._show(translate("est_plugin", "The server answers slowly. Saving and loading take longer."), Tone.SLOW)
        else:
            self.hide()
        self.try_button.setVisible(self._was_away)

    def _show(self, text: str, tone: Tone) -> None:
        self.text.setText(text)
        self.set_tone(tone)
        self.show()

    def _away_text(self, last_answer: datetime) -> str:
        if self._session.database is None:
            return translate(
                "est_plugin",
                "The server of this project's layers cannot be reached. They are shown when it answers. Trying again…",
            )
        return translate(
            "est_plugin",
            "No contact with the server since {time}. What you have drawn and changed is still here. Trying again…",
        ).format(time=_clock(last_answer))


def _clock(instant: datetime) -> str:
    """The time on the wall; with the day, if that is not today's."""
    local = instant.astimezone(LOCAL_ZONE)
    is_today = local.date() == datetime.now(UTC).astimezone(LOCAL_ZONE).date()
    return local.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")
