# SPDX-License-Identifier: GPL-2.0-or-later
"""How anything runs in the background: one task class, and a registry that keeps running tasks alive."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from est_plugin.errors import CancelledError
from est_plugin.layers.lasting_crs import forget_what_a_thread_knew

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.feedback import Feedback

Result = TypeVar("Result")
_UNLOAD_WAIT_MS = 2000


class _Entrance:
    """Lets tasks into QGIS's task manager while none of ours is between its end and the manager's knowing of it.

    When the manager hears that a task has ended it takes that task's runnable out of the pool, by an address that is
    free again by then. If a new task's runnable has come to stand there and waits for its turn, it is thrown away, and
    the new task never runs.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._ended: set[QgsTask] = set()
        self._waiting: list[QgsTask] = []

    def let_in(self, task: QgsTask) -> None:
        """Add the task to the manager as soon as that is safe."""
        self._waiting.append(task)
        self._open()

    def has_ended(self, task: QgsTask) -> None:
        """In any thread: its runnable can be freed from now on."""
        with self._lock:
            self._ended.add(task)

    def is_known(self, task: QgsTask) -> None:
        """The manager has done what it does at the end of a task."""
        with self._lock:
            self._ended.discard(task)
        self._open()

    def _open(self) -> None:
        # Meanwhile no task can end, so what is freed is not taken by the new one.
        with self._lock:
            while self._waiting and not self._ended:
                task = self._waiting.pop(0)
                if task.status() == QgsTask.TaskStatus.Queued:
                    QgsApplication.taskManager().addTask(task)


_entrance = _Entrance()


class _TaskFeedback:
    """Our feedback, spoken to the task that runs."""

    def __init__(self, task: Task[Any]) -> None:
        self._task = task

    def is_cancelled(self) -> bool:
        return self._task.isCanceled()

    def set_progress(self, fraction: float) -> None:
        self._task.setProgress(100.0 * fraction)

    def info(self, text: str) -> None:
        self._task.described.emit(text)


class Task(QgsTask, Generic[Result]):
    """Runs ``work`` in a worker thread, then tells the main thread.

    ``work`` gets plain data by closure, never a layer or a widget. ``on_done`` gets its result and ``on_failed`` what
    it raised (CancelledError when a person cancelled); both are called on the main thread.
    """

    #: What the work is about now. It takes the text from the worker to the main thread, which shows it.
    described = pyqtSignal(str)

    def __init__(
        self,
        title: str,
        work: Callable[[Feedback], Result],
        *,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed
        self._result: Result | None = None
        self._error: Exception | None = None
        # A method of ours and no lambda: only so the signal arrives in the main thread.
        self.described.connect(self._describe)
        # And not ``finished``, in which the manager has still to clean up after this task.
        self.taskCompleted.connect(self._complete)
        self.taskTerminated.connect(self._terminate)

    def run(self) -> bool:
        try:
            self._result = self._work(_TaskFeedback(self))
        except Exception as error:  # noqa: BLE001 (an exception that leaves run() ends the whole process)
            self._error = error
        finally:
            _entrance.has_ended(self)
        return self._error is None

    def cancel(self) -> None:
        if self.status() == QgsTask.TaskStatus.Queued:
            _entrance.has_ended(self)
        super().cancel()

    def _complete(self) -> None:
        _entrance.is_known(self)
        forget_what_a_thread_knew()
        self._on_done(self._result)  # type: ignore[arg-type] # the result of work, which did not raise

    def _terminate(self) -> None:
        _entrance.is_known(self)
        forget_what_a_thread_knew()
        self._on_failed(self._error or CancelledError())

    def _describe(self, text: str) -> None:
        self.setDescription(text)


class TaskRegistry:
    """Keeps a reference to each task until it has finished: QGIS itself does not, and Python would collect it."""

    def __init__(self) -> None:
        self._running: set[QgsTask] = set()

    def start(self, task: QgsTask) -> None:
        """Hand the task to QGIS's task manager, which runs it when there is room."""
        self._running.add(task)
        task.taskCompleted.connect(lambda: self._running.discard(task))
        task.taskTerminated.connect(lambda: self._running.discard(task))
        _entrance.let_in(task)

    def cancel_all(self) -> None:
        """Ask all to stop; each says itself when it has."""
        for task in tuple(self._running):
            task.cancel()

    def unload(self) -> None:
        """Ask all to stop and wait a moment for them; who does not stop in time is kept until it has."""
        running = tuple(self._running)
        self.cancel_all()
        for task in running:
            task.waitForFinished(_UNLOAD_WAIT_MS)
