# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar that says why the open database can only be read, with Start writing once nobody else writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.db.file_database import FileDatabase
from est_plugin.db.file_lock import HeldError, since_text
from est_plugin.gui.bar import Bar, Tone
from est_plugin.gui.messages import told
from est_plugin.i18n import message_of, translate

if TYPE_CHECKING:
    from est_plugin.gui.session import Session


class WriterBar(Bar):
    """Hidden while this QGIS may write."""

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.LIMITED)
        self._session = session
        self.messages = session.messages
        self.begin_button = self.add_button(translate("est_plugin", "Start writing"), self.begin)
        session.database_changed.connect(self.refresh)
        session.writer.holder_changed.connect(self.refresh)
        self.refresh()

    @told
    def refresh(self) -> None:
        """Say who writes, or why nobody may."""
        database = self._session.database
        refusal = None if database is None else database.refusal
        self.setVisible(refusal is not None)
        self.begin_button.setVisible(self._session.writer.may_begin)
        if refusal is not None:
            self.text.setText(self._held_text() if isinstance(refusal, HeldError) else str(message_of(refusal)))

    def _held_text(self) -> str:
        holder = self._session.writer.holder
        if self._session.writer.may_begin:
            return translate("est_plugin", "Only reading. Nobody else writes any more, so you can start.")
        return translate(
            "est_plugin",
            "Only reading: {user} on {host} writes in the database since {since}. You can start when it is closed "
            "there.",
        ).format(
            user=holder.user if holder else "?",
            host=holder.host if holder else "?",
            since=since_text(holder) if holder else "?",
        )

    @told
    def begin(self) -> None:
        """Open the database again, now to write in it."""
        database = self._session.database
        if isinstance(database, FileDatabase):
            self._session.open(database.path)
