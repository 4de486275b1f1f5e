# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a PDF composed while the desktop stays usable? Page by page on this thread, between the events of QGIS."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.feedback import step
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session

_LOOK_UP_S = 0.05


class Composing:
    """Layouts may only be drawn on the main thread. A task waits meanwhile, so that a person can cancel as always."""

    def __init__(
        self,
        session: Session,
        pages: Generator[int],
        count: int,
        on_done: Callable[[], None],
        on_failed: Callable[[], None],
    ) -> None:
        """Begin. ``pages`` gives how many of ``count`` pages stand; whoever starts this closes it."""
        self._composed = threading.Event()
        self._share = 0.0
        self._error: Exception | None = None
        session.run(
            translate("est_plugin", "Composing the PDF"), self._wait, lambda _nothing: on_done(), on_failed=on_failed
        )
        QTimer.singleShot(0, lambda: self._compose_next(pages, count))

    def _wait(self, feedback: Feedback) -> None:
        while not self._composed.wait(_LOOK_UP_S):
            step(feedback, self._share)
        if self._error is not None:
            raise self._error

    def _compose_next(self, pages: Generator[int], count: int) -> None:
        """One step of a page, then let QGIS handle its events."""
        try:
            page = next(pages, None)
        except Exception as error:  # noqa: BLE001 (called by a timer; the waiting task raises it)
            self._error = error
            page = None
        if page is None:
            self._composed.set()
            return
        self._share = page / count
        QTimer.singleShot(0, lambda: self._compose_next(pages, count))
