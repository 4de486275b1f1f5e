# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the desktop read the database without waiting for it? In the background; only the newest answer is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.tasks.reads import Reads

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from est_plugin.gui.messages import Teller

Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class _Read:
    """What is read, and what becomes of it."""

    work: Callable[[], Any]
    show: Callable[[Any], None]
    on_failed: Callable[[], None]


class Reader(QObject):
    """One read at a time for each key. What is asked for while one runs takes its place; its answer is not shown."""

    #: A read began, or one ended.
    changed = pyqtSignal()

    def __init__(self, messages: Teller) -> None:
        super().__init__()
        self.messages = messages
        self._reads = Reads()
        self._wanted: dict[Hashable, _Read] = {}
        self._running: set[Hashable] = set()
        self._told: set[str] = set()
        self._is_unloaded = False
        #: Did the read that ended last fail? Then what is shown is older than it could be.
        self.has_failed = False

    @property
    def is_reading(self) -> bool:
        """Does any read run?"""
        return bool(self._running)

    def fetch(
        self,
        key: Hashable,
        work: Callable[[], Result],
        show: Callable[[Result], None],
        *,
        on_failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Run ``work`` in the background, then ``show`` with its result on this thread.

        If it fails ``on_failed`` is called, and the error is told: once, however many reads fail of it together.
        """
        self._wanted[key] = _Read(work, show, on_failed)
        if key not in self._running:
            self._start(key)

    def drop(self, key: Hashable) -> None:
        """Show nothing of what is being read for a key."""
        self._wanted.pop(key, None)

    def unload(self) -> None:
        """Show nothing more. What runs is not waited for: it only reads."""
        self._is_unloaded = True
        self._wanted.clear()
        self._reads.unload()

    def _start(self, key: Hashable) -> None:
        read = self._wanted[key]
        self._running.add(key)
        self._reads.start(
            read.work,
            lambda result: self._end(key, read, lambda: read.show(result)),
            lambda error: self._end(key, read, lambda: self._fail(read, error), has_failed=True),
        )
        self.changed.emit()

    def _end(self, key: Hashable, read: _Read, answer: Callable[[], None], *, has_failed: bool = False) -> None:
        if self._is_unloaded:
            return
        self._running.discard(key)
        if self._wanted.get(key) is read:
            del self._wanted[key]
            self.has_failed = has_failed
            try:
                answer()
            except Exception as error:  # noqa: BLE001 (this is a slot of the task manager)
                self.messages.error(error)
        if key in self._wanted and key not in self._running:
            self._start(key)
        if not self._running:
            self._told.clear()
        self.changed.emit()

    def _fail(self, read: _Read, error: Exception) -> None:
        read.on_failed()
        if str(error) not in self._told:
            self._told.add(str(error))
            self.messages.error(error)
