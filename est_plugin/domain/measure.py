# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure (åtgärd) and its workflow, from proposal to closed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date

#: The measure kind whose geometry may be a stretch or an area, and that needs a traffic rule.
TRAFFIC_BAN = "LTF"
LIGHTING = "BEL"
SIGNAGE = "SKY"

#: What an id in STFS and a time of day look like: for Python and for an expression of QGIS.
STFS_FORM = "[0-9]{4} [0-9]{4}[:-][0-9]{5}"
TIME_FORM = "([01][0-9]|2[0-3]):[0-5][0-9]"


class MeasureStatus(StrEnum):
    """Steps of a measure; the last three are side exits."""

    PROPOSED = "proposed"
    ASSESSED = "assessed"
    DECIDED = "decided"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    FOLLOWED_UP = "followed_up"
    EVALUATED = "evaluated"
    CLOSED = "closed"
    REJECTED = "rejected"
    HANDED_OVER = "handed_over"
    PAUSED = "paused"

    @property
    def label(self) -> str:
        """Source text of the status."""
        return _LABELS[self]


_LABELS = {
    MeasureStatus.PROPOSED: QT_TRANSLATE_NOOP("est_plugin", "Proposed"),
    MeasureStatus.ASSESSED: QT_TRANSLATE_NOOP("est_plugin", "Assessed"),
    MeasureStatus.DECIDED: QT_TRANSLATE_NOOP("est_plugin", "Decided"),
    MeasureStatus.PLANNED: QT_TRANSLATE_NOOP("est_plugin", "Planned"),
    MeasureStatus.IN_PROGRESS: QT_TRANSLATE_NOOP("est_plugin", "In progress"),
    MeasureStatus.DONE: QT_TRANSLATE_NOOP("est_plugin", "Done"),
    MeasureStatus.FOLLOWED_UP: QT_TRANSLATE_NOOP("est_plugin", "Followed up"),
    MeasureStatus.EVALUATED: QT_TRANSLATE_NOOP("est_plugin", "Evaluated"),
    MeasureStatus.CLOSED: QT_TRANSLATE_NOOP("est_plugin", "Closed"),
    MeasureStatus.REJECTED: QT_TRANSLATE_NOOP("est_plugin", "Rejected"),
    MeasureStatus.HANDED_OVER: QT_TRANSLATE_NOOP("est_plugin", "Handed over"),
    MeasureStatus.PAUSED: QT_TRANSLATE_NOOP("est_plugin", "On hold"),
}

#: Nothing is left to do before these; a due date no longer matters.
FINISHED = frozenset(
    {
        MeasureStatus.DONE,
        MeasureStatus.FOLLOWED_UP,
        MeasureStatus.EVALUATED,
        MeasureStatus.CLOSED,
        MeasureStatus.REJECTED,
        MeasureStatus.HANDED_OVER,
    }
)

#: What may be told of to everybody: it is decided, and was not turned down or laid aside since.
DECIDED = frozenset(
    {
        MeasureStatus.DECIDED,
        MeasureStatus.PLANNED,
        MeasureStatus.IN_PROGRESS,
        MeasureStatus.DONE,
        MeasureStatus.FOLLOWED_UP,
        MeasureStatus.EVALUATED,
        MeasureStatus.CLOSED,
    }
)


def is_overdue(status: MeasureStatus, due_date: date | None, today: date) -> bool:
    """Is the due date past and work still left?"""
    return due_date is not None and due_date < today and status not in FINISHED


#: What it led to is known, or it led to nothing.
_FOLLOWED_UP = frozenset(
    {
        MeasureStatus.FOLLOWED_UP,
        MeasureStatus.EVALUATED,
        MeasureStatus.CLOSED,
        MeasureStatus.REJECTED,
    }
)


def awaits_follow_up(status: MeasureStatus, follow_up_date: date | None, today: date) -> bool:
    """Has the day of the follow-up come, and nobody followed up yet?"""
    return follow_up_date is not None and follow_up_date <= today and status not in _FOLLOWED_UP
