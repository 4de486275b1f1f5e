# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that speaks to the person: message bar and log panel."""

from __future__ import annotations

import functools
import math
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from est_plugin.errors import CancelledError, EstError, InputError
from est_plugin.i18n import message_of, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgsMessageBar, QgsMessageBarItem

LOG_TAB = "EST"


class Messages:
    """Messages with three parts: what happened, why, what to do next. Tracebacks go to the log only."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._remedies: dict[type[Exception], tuple[str, Callable[[], None]]] = {}
        self._refusals: list[QgsMessageBarItem] = []

    def offer(self, kind: type[Exception], button: str, action: Callable[[], None]) -> None:
        """Show a button that does something about it with every error of this kind."""
        self._remedies[kind] = (button, action)

    def success(self, text: str, *, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Good news, with at most one thing to do about it."""
        item = self._bar.createMessage("EST", text)
        if action is not None:
            item.layout().addWidget(_push_button(button, action))
        self._bar.pushWidget(item, Qgis.MessageLevel.Success, 15)

    def warning(self, text: str, *, button: str, action: Callable[[], None]) -> None:
        """What should be mended, and the button that mends it."""
        item = self._bar.createMessage("EST", text)
        push = QPushButton(button)
        push.clicked.connect(lambda _checked: action())
        push.clicked.connect(lambda _checked: self._bar.popWidget(item))
        item.layout().addWidget(push)
        self._bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)

    def error(self, error: Exception) -> None:
        """What went wrong. An error that is not ours is a bug: the person gets one sentence, the log gets the rest."""
        said = logged(error)
        # QGIS puts a colon after the title.
        title = said.what.rstrip(".")
        if type(error) not in self._remedies:
            self._bar.pushMessage(title, said.more, said.level, said.seconds)
            shown = self._bar.currentItem()
            _show_whole(shown)
            # Of what is told twice QGIS shows the first, wherever that is by now.
            if isinstance(error, InputError) and shown is not None and shown.title() == title:
                self._refusals.append(shown)
            return
        item = self._bar.createMessage(title, said.more)
        text, action = self._remedies[type(error)]

        def act() -> None:
            self._bar.popWidget(item)
            action()

        item.layout().addWidget(_push_button(text, act))
        self._bar.pushWidget(item, said.level, said.seconds)
        _show_whole(item)

    def take_back_refusals(self) -> None:
        """What was asked for could be done at last: no longer say that it could not."""
        for item in self._refusals:
            # A person may have closed it.
            if not sip.isdeleted(item):
                self._bar.popWidget(item)
        self._refusals.clear()


def _push_button(text: str, action: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked: action())
    return button


def _show_whole(item: QgsMessageBarItem | None) -> None:
    """Let a message have as many lines as it needs: QGIS shows one and a half, with arrows to scroll."""
    text = None if item is None else item.findChild(QTextBrowser)
    if text is not None:
        text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text.setFixedHeight(max(text.height(), math.ceil(text.document().size().height()) + 2))


@dataclass(frozen=True)
class Said:
    """What a person is told of an error; 0 seconds means until it is closed."""

    what: str
    more: str
    level: Qgis.MessageLevel
    seconds: int


def logged(error: Exception) -> Said:
    """Note an error in the log panel, and say what to tell the person."""
    if isinstance(error, CancelledError):
        return Said("EST", str(message_of(error)), Qgis.MessageLevel.Info, 5)
    if isinstance(error, EstError):
        message = message_of(error)
        QgsMessageLog.logMessage(str(message), LOG_TAB, Qgis.MessageLevel.Warning, notifyUser=False)
        return Said(message.what, f"{message.why} {message.what_next}", Qgis.MessageLevel.Warning, 0)
    log = "".join(traceback.format_exception(error))
    QgsMessageLog.logMessage(log, LOG_TAB, Qgis.MessageLevel.Critical, notifyUser=False)
    return Said(
        translate("est_plugin", "Something unexpected happened."),
        translate(
            "est_plugin",
            "Look at what was stored before you try again. The log panel, tab EST, says what happened; please report "
            "it.",
        ),
        Qgis.MessageLevel.Critical,
        0,
    )


class Teller(Protocol):
    """Where a person is told of errors: the main window or a dialog."""

    def error(self, error: Exception) -> None:
        """Tell what went wrong."""


class _Speaker(Protocol):
    @property
    def messages(self) -> Teller: ...


def told(slot: Callable[..., None]) -> Callable[..., None]:
    """Decorate a slot of an owner with ``messages``: whatever it raises is told to the person."""

    @functools.wraps(slot)
    def wrapper(self: _Speaker, *arguments: Any) -> None:  # noqa: ANN401 (whatever the signal carries)
        try:
            slot(self, *arguments)
        except Exception as error:  # noqa: BLE001 (nothing may escape into Qt)
            self.messages.error(error)

    return wrapper
