# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that speaks to the person: message bar and log panel."""

from __future__ import annotations

import functools
import traceback
from typing import TYPE_CHECKING, Any, Protocol

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtWidgets import QPushButton

from est_plugin.errors import CancelledError, EstError
from est_plugin.i18n import message_of, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgsMessageBar

LOG_TAB = "EST"


class Messages:
    """Messages with three parts: what happened, why, what to do next. Tracebacks go to the log only."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar

    def success(self, text: str, *, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Good news, with at most one thing to do about it."""
        item = self._bar.createMessage("EST", text)
        if action is not None:
            push = QPushButton(button)
            push.clicked.connect(lambda _checked: action())
            item.layout().addWidget(push)
        self._bar.pushWidget(item, Qgis.MessageLevel.Success, 15)

    def error(self, error: Exception) -> None:
        """What went wrong. An error that is not ours is a bug: the person gets one sentence, the log gets the rest."""
        if isinstance(error, CancelledError):
            self._bar.pushMessage("EST", str(message_of(error)), Qgis.MessageLevel.Info, 5)
        elif isinstance(error, EstError):
            message = message_of(error)
            reason = f"{message.why} {message.what_next}"
            self._bar.pushMessage(message.what, reason, Qgis.MessageLevel.Warning, 0)
            QgsMessageLog.logMessage(str(message), LOG_TAB, Qgis.MessageLevel.Warning, notifyUser=False)
        else:
            self._bar.pushMessage(
                translate("est_plugin", "Something unexpected happened."),
                translate("est_plugin", "Nothing was stored. The log panel, tab EST, says what; please report it."),
                Qgis.MessageLevel.Critical,
                0,
            )
            log = "".join(traceback.format_exception(error))
            QgsMessageLog.logMessage(log, LOG_TAB, Qgis.MessageLevel.Critical, notifyUser=False)


class _Speaker(Protocol):
    messages: Messages


def told(slot: Callable[..., None]) -> Callable[..., None]:
    """Decorate a slot of an owner with ``messages``: whatever it raises is told to the person."""

    @functools.wraps(slot)
    def wrapper(self: _Speaker, *arguments: Any) -> None:  # noqa: ANN401 (whatever the signal carries)
        try:
            slot(self, *arguments)
        except Exception as error:  # noqa: BLE001 (nothing may escape into Qt)
            self.messages.error(error)

    return wrapper
