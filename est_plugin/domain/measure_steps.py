# SPDX-License-Identifier: GPL-2.0-or-later
"""Which steps may a measure take, from proposal to closed? The databases hold the same rules, filled from here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from est_plugin.domain.measure import FINISHED, MeasureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The way of a measure; the last three statuses are side exits and stand beside it.
_WAY = (
    MeasureStatus.PROPOSED,
    MeasureStatus.ASSESSED,
    MeasureStatus.DECIDED,
    MeasureStatus.PLANNED,
    MeasureStatus.IN_PROGRESS,
    MeasureStatus.DONE,
    MeasureStatus.FOLLOWED_UP,
    MeasureStatus.EVALUATED,
    MeasureStatus.CLOSED,
)
#: A measure may go past these; never past a decision, that it was done, or its follow-up.
_OPTIONAL = frozenset(
    {MeasureStatus.ASSESSED, MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS, MeasureStatus.EVALUATED}
)
_SIDE_EXITS = (MeasureStatus.REJECTED, MeasureStatus.HANDED_OVER, MeasureStatus.PAUSED)


@dataclass(frozen=True)
class MeasureStep:
    """From one status to another; out of a pause it depends on the status in which the measure was paused."""

    before: MeasureStatus
    after: MeasureStatus
    paused_in: MeasureStatus | None = None


def _steps() -> Iterator[MeasureStep]:
    unfinished = [status for status in _WAY if status not in FINISHED]
    for start, end in combinations(range(len(_WAY)), 2):
        if all(status in _OPTIONAL for status in _WAY[start + 1 : end]):
            yield MeasureStep(_WAY[start], _WAY[end])
            # A step that was taken by mistake is taken back.
            yield MeasureStep(_WAY[end], _WAY[start])
    for status in unfinished:
        for side_exit in _SIDE_EXITS:
            yield MeasureStep(status, side_exit)
    for number, paused_in in enumerate(unfinished):
        for status in (*unfinished[: number + 1], MeasureStatus.REJECTED, MeasureStatus.HANDED_OVER):
            yield MeasureStep(MeasureStatus.PAUSED, status, paused_in)
    for side_exit in (MeasureStatus.REJECTED, MeasureStatus.HANDED_OVER):
        yield MeasureStep(side_exit, MeasureStatus.PROPOSED)
    # Who has it now decides; what becomes known of it is that it was done, what it led to, or that it came to an end.
    for status in (MeasureStatus.DONE, MeasureStatus.FOLLOWED_UP, MeasureStatus.CLOSED):
        yield MeasureStep(MeasureStatus.HANDED_OVER, status)


#: All steps that there are.
STEPS = frozenset(_steps())


def steps_from(status: MeasureStatus, paused_in: MeasureStatus | None = None) -> tuple[MeasureStatus, ...]:
    """What a measure may become, in the order of the statuses; ``paused_in`` is the status in which it was paused."""
    pause = (paused_in or MeasureStatus.PROPOSED) if status is MeasureStatus.PAUSED else None
    return tuple(after for after in MeasureStatus if MeasureStep(status, after, pause) in STEPS)
