# SPDX-License-Identifier: GPL-2.0-or-later
"""How many short reads run in the background at once, unseen.

Not as QGIS's tasks: its task manager (3.40) loses one now and then when many end while others are queued, since it
takes the runnable of an ended task, which the pool has deleted, out of the queue by its address.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, pyqtSignal

from est_plugin.layers.lasting_crs import forget_what_a_thread_knew

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
#: A server is far away and the pages are five; a file answers at once.
_AT_ONCE = 4


@dataclass
class _Read:
    """Held here until its answer was given: what it refers to must not be let go of in a thread of the pool."""

    work: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_failed: Callable[[Exception], None]
    result: Any = None
    error: Exception | None = None


class Reads(QObject):
    """Calls back in the thread in which it was made.

    It belongs to the application, and so does its pool: after the plugin is gone a read may still wait for a server
    that does not answer, and who deletes a pool waits for what runs in it.
    """

    #: The number of a read that has ended, from a thread of the pool to that of this object.
    ended = pyqtSignal(int)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self.reads: dict[int, _Read] = {}
        self._numbers = count()
        self._is_unloaded = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_AT_ONCE)
        self.ended.connect(self._answer)

    def start(
        self, work: Callable[[], Result], on_done: Callable[[Result], None], on_failed: Callable[[Exception], None]
    ) -> None:
        """Run ``work`` in a thread of the pool, then ``on_done`` with its result or ``on_failed`` with its error."""
        number = next(self._numbers)
        self.reads[number] = _Read(work, on_done, on_failed)
        self._pool.start(_Run(self, number))

    def unload(self) -> None:
        """Call nobody back any more. What runs is not waited for; the last one to end takes this object with it."""
        self._is_unloaded = True
        if not self.reads:
            self.deleteLater()

    def _answer(self, number: int) -> None:
        read = self.reads.pop(number)
        forget_what_a_thread_knew()
        if not self._is_unloaded:
            if read.error is None:
                read.on_done(read.result)
            else:
                read.on_failed(read.error)
        elif not self.reads:
            self.deleteLater()


class _Run(QRunnable):
    def __init__(self, reads: Reads, number: int) -> None:
        super().__init__()
        self._reads = reads
        self._number = number

    def run(self) -> None:
        _work_off(self._reads.reads[self._number])
        self._reads.ended.emit(self._number)


def _work_off(read: _Read) -> None:
    """In a function of its own, so that the thread refers to nothing of the read when its end is told."""
    try:
        read.result = read.work()
    except Exception as error:  # noqa: BLE001 (an exception that leaves run() ends the whole process)
        read.error = error
