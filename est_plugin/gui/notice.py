# SPDX-License-Identifier: GPL-2.0-or-later
"""What a dialog says to the person: one message at its top, whole, however long it is."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.gui.messages import logged

#: Background and border, as QGIS's message bar has them.
_COLOURS = {
    Qgis.MessageLevel.Info: ("#e7f5ff", "#4dabf7"),
    Qgis.MessageLevel.Success: ("#ebfbee", "#51cf66"),
    Qgis.MessageLevel.Warning: ("#fff3bf", "#fab005"),
    Qgis.MessageLevel.Critical: ("#ffe3e3", "#fa5252"),
}


class Notice(QLabel):
    """Stands in for the message bar, which would be behind the dialog and shows one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.hide()

    def success(self, text: str) -> None:
        """Good news."""
        self._say(escape(text), Qgis.MessageLevel.Success)

    def note(self, text: str) -> None:
        """Something to know before going on."""
        self._say(escape(text), Qgis.MessageLevel.Info)

    def error(self, error: Exception) -> None:
        """What went wrong."""
        said = logged(error)
        self._say(f"<b>{escape(said.what)}</b> {escape(said.more)}", said.level)

    def _say(self, html: str, level: Qgis.MessageLevel) -> None:
        background, border = _COLOURS[level]
        self.setStyleSheet(f"background: {background}; color: black; border: 1px solid {border}; padding: 6px;")
        self.setText(html)
        self.show()
