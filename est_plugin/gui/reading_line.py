# SPDX-License-Identifier: GPL-2.0-or-later
"""Is what the dock shows what the database holds now? Says so while it is read, and when that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from est_plugin.i18n import translate

if TYPE_CHECKING:
    from est_plugin.gui.reader import Reader

#: What comes sooner than this needs no word.
_PATIENCE_MS = 500


class ReadingLine(QLabel):
    """Hidden while all is well."""

    #: A person wants the database to be read once more.
    again = pyqtSignal()

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_reading)
        self.setWordWrap(True)
        self.linkActivated.connect(lambda _link: self.again.emit())
        reader.changed.connect(self._on_changed)
        self.hide()

    def _on_changed(self) -> None:
        if self._reader.is_reading:
            if not self._patience.isActive() and self.isHidden():
                self._patience.start()
            return
        self._patience.stop()
        self.setVisible(self._reader.has_failed)
        self.setText(
            translate(
                "est_plugin",
                'The database did not answer. What you see is what was read last. <a href="#">Read again</a>',
            )
        )

    def _show_reading(self) -> None:
        self.setText(translate("est_plugin", "Reading…"))
        self.show()
