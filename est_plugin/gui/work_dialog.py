# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dialogs share that work in the background: a place for messages, a progress bar, and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from est_plugin.gui.messages import logged
from est_plugin.gui.notice import Notice
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.tasks.task import Task

Result = TypeVar("Result")


class WorkDialog(QDialog):
    """A window-modal dialog. While it works its content is disabled, and closing it only stops the work."""

    def __init__(self, session: Session, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.session = session
        self.messages = Notice()
        self.content = QWidget()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(translate("est_plugin", "Close"))
        close.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._progress = QProgressBar(maximum=100)
        # Else the Enter that began the work, passed on when its box is greyed out, would end it.
        self._cancel = QPushButton(translate("est_plugin", "Cancel"), autoDefault=False)
        self._cancel.clicked.connect(lambda _checked: self.reject())
        self._working = QWidget()
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        self._working.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(self.content, 1)
        layout.addWidget(self._working)
        layout.addWidget(self.buttons)
        self._task: Task[Any] | None = None
        self._is_open = True

    def work(self, title: str, work: Callable[[Feedback], Result], on_done: Callable[[Result], None]) -> None:
        """Run ``work`` with a progress bar, then ``on_done``; what goes wrong is told in this dialog."""

        def done(result: Result) -> None:
            self._end()
            on_done(result)

        self.messages.hide()
        for widget in (self.content, self.buttons):
            widget.setEnabled(False)
        self._progress.setValue(0)
        self._working.show()
        self._task = self.session.run(title, work, done, on_failed=self._end, messages=self)
        self._task.progressChanged.connect(self._on_progress)

    def look(self, title: str, work: Callable[[Feedback], Result], on_done: Callable[[Result], None]) -> None:
        """Run ``work`` unseen while the person goes on; its result is dropped if the dialog is closed meanwhile."""

        def done(result: Result) -> None:
            if self._is_open:
                on_done(result)

        self.session.run(title, work, done, messages=self)

    def error(self, error: Exception) -> None:
        """Tell what went wrong, here; only the log panel hears of it once the dialog is closed."""
        if self._is_open:
            self.messages.error(error)
        else:
            logged(error)

    @property
    def is_working(self) -> bool:
        """Is the content disabled because something runs?"""
        return self._task is not None

    def reject(self) -> None:
        """Close, or stop what runs."""
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()

    def done(self, result: int) -> None:
        self._is_open = False
        super().done(result)
        self.deleteLater()

    def _on_progress(self, percent: float) -> None:
        self._progress.setValue(round(percent))

    def _end(self) -> None:
        self._task = None
        if sip.isdeleted(self):
            # Gone with the dock, when the plugin was unloaded.
            return
        self._working.hide()
        for widget in (self.content, self.buttons):
            widget.setEnabled(True)
