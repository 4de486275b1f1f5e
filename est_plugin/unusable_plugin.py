# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS gets instead of the plugin where it cannot run: one message, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog

from est_plugin import i18n

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from est_plugin.errors import EstError


class UnusablePlugin:
    """Says why, in the message bar and the log."""

    def __init__(self, iface: QgisInterface | None, error: EstError) -> None:
        self._iface = iface
        self._error = error
        self._translator = i18n.install()

    def initGui(self) -> None:
        """Tell the person."""
        self.initProcessing()
        message = i18n.message_of(self._error)
        if self._iface is not None:
            self._iface.messageBar().pushMessage(  # type: ignore[union-attr] # the desktop has one
                message.what, f"{message.why} {message.what_next}", Qgis.MessageLevel.Warning, 0
            )

    def initProcessing(self) -> None:
        """Tell the log."""
        QgsMessageLog.logMessage(str(i18n.message_of(self._error)), "EST", Qgis.MessageLevel.Warning)

    def unload(self) -> None:
        """Take down the translator."""
        i18n.remove(self._translator)
