# SPDX-License-Identifier: GPL-2.0-or-later
"""How a window lets something run in the background, shows how far it is, and tells what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.tasks.task import Task, TaskRegistry

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.feedback import Feedback
    from est_plugin.gui.messages import Messages, Teller

Result = TypeVar("Result")


class BackgroundWork(QObject):
    """Runs tasks for as long as the plugin is loaded."""

    #: A background task began (True) or the last one ended (False).
    busy_changed = pyqtSignal(bool)
    #: The plugin is going: what is open beside the dock must close.
    unloading = pyqtSignal()
    #: What runs in the background (translated), and how far it has come in per cent.
    progressed = pyqtSignal(str, float)

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.messages = messages
        self.is_unloaded = False
        self._tasks = TaskRegistry()
        self._busy = 0

    def run(
        self,
        title: str,
        work: Callable[[Feedback], Result],
        on_done: Callable[[Result], None],
        *,
        on_failed: Callable[[], None] | None = None,
        messages: Teller | None = None,
    ) -> Task[Result]:
        """Run ``work`` in the background, then ``on_done`` here. What goes wrong is told, after ``on_failed``, in the
        main window or where ``messages`` are shown. The task shows its progress and can be cancelled. If the plugin is
        unloaded meanwhile, ``on_failed`` is all that is called, to clean up.
        """
        teller = messages or self.messages

        def done(result: Result) -> None:
            if self.is_unloaded:
                clean_up()
                return
            self._end()
            try:
                on_done(result)
            except Exception as error:  # noqa: BLE001 (this is a slot of the task manager)
                teller.error(error)

        def failed(error: Exception) -> None:
            try:
                clean_up()
            finally:
                if not self.is_unloaded:
                    self._end()
                    teller.error(error)

        def clean_up() -> None:
            if on_failed is not None:
                on_failed()

        self._busy += 1
        self.busy_changed.emit(True)  # noqa: FBT003 (a signal)
        task = Task(title, work, on_done=done, on_failed=failed)
        # A method of ours and no lambda: the signal comes from the worker thread, and only so it arrives in this one.
        task.progressChanged.connect(self._on_progress)
        self.progressed.emit(title, 0.0)
        self._tasks.start(task)
        return task

    def cancel(self) -> None:
        """Ask the running work to stop."""
        self._tasks.cancel_all()

    def _end(self) -> None:
        self._busy -= 1
        if self._busy == 0:
            self.busy_changed.emit(False)  # noqa: FBT003 (a signal)

    def _on_progress(self, percent: float) -> None:
        task = self.sender()
        if task is not None:
            self.progressed.emit(task.description(), percent)
