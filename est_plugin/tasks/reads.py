# SPDX-License-Identifier: GPL-2.0-or-later
"""How many short reads run in the background at once, unseen.

Not as QGIS's tasks: its task manager (3.40) loses one now and then when many end while others are queued, since it
takes the runnable of an ended task, which the pool has deleted, out of the queue by its address.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, pyqtSignal

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
#: A server is far away and the pages are five; a file answers at once.
_AT_ONCE = 4


class Reads(QObject):
    """Calls back in the thread in which it was made."""

    #: Takes an answer, and whom it goes to, from a thread of the pool to that of this object.
    ended = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__()
        # The application's, not ours: who deletes a pool waits for what runs in it, and a server may not answer.
        self._pool = QThreadPool(QCoreApplication.instance())
        self._pool.setMaxThreadCount(_AT_ONCE)
        self.ended.connect(self._call)

    def start(
        self, work: Callable[[], Result], on_done: Callable[[Result], None], on_failed: Callable[[Exception], None]
    ) -> None:
        """Run ``work`` in a thread of the pool, then ``on_done`` with its result or ``on_failed`` with its error."""
        self._pool.start(_Read(self, work, on_done, on_failed))

    def unload(self) -> None:
        """Run none of those that have not begun. What runs is not waited for."""
        self._pool.clear()
        if not self._pool.activeThreadCount():
            self._pool.deleteLater()

    def _call(self, answer: Callable[[Any], None], value: object) -> None:
        answer(value)


class _Read(QRunnable):
    def __init__(
        self,
        reads: Reads,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._reads = reads
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed

    def run(self) -> None:
        try:
            answer = self._on_done, self._work()
        except Exception as error:  # noqa: BLE001 (an exception that leaves run() ends the whole process)
            answer = self._on_failed, error
        # Whoever asked may be gone with the plugin.
        with suppress(RuntimeError):
            self._reads.ended.emit(*answer)
