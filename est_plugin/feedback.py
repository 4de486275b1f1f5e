# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancel, as the plain functions see them.

The same function serves a background task, a Processing algorithm, the terminal and a test: each hands in its own
feedback. ``report`` is the only call a function has to make, and it stops the work when a person has cancelled.
"""

from __future__ import annotations

from typing import Protocol

from est_plugin.errors import CancelledError


class Feedback(Protocol):
    """What a long-running function needs of its caller."""

    def is_cancelled(self) -> bool:
        """Has a person asked to stop?"""

    def set_progress(self, fraction: float) -> None:
        """Show how far the work has come, 0.0 to 1.0."""

    def info(self, text: str) -> None:
        """Show one translated line about the work."""


class SilentFeedback:
    """Feedback for callers that neither watch nor cancel."""

    def is_cancelled(self) -> bool:
        return False

    def set_progress(self, fraction: float) -> None:
        """Nobody watches."""

    def info(self, text: str) -> None:
        """Nobody reads."""


class PartFeedback:
    """Maps the progress 0..1 of one step into the part ``start``..``end`` of a larger work."""

    def __init__(self, whole: Feedback, start: float, end: float) -> None:
        self._whole = whole
        self._start = start
        self._end = end

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()

    def set_progress(self, fraction: float) -> None:
        self._whole.set_progress(self._start + (self._end - self._start) * fraction)

    def info(self, text: str) -> None:
        self._whole.info(text)


def step(feedback: Feedback, fraction: float) -> None:
    """Report progress between two steps of work.

    Raises CancelledError if a person has cancelled.
    """
    if feedback.is_cancelled():
        raise CancelledError
    feedback.set_progress(fraction)
