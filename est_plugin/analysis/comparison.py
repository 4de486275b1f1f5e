# SPDX-License-Identifier: GPL-2.0-or-later
"""May two periods be compared at all? A period that is only half known says nothing about more or fewer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import CountChange, Verdict, compare_counts
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.domain.period import Period


class Reason(StrEnum):
    """Why two periods may not be compared."""

    NO_REPORTS = "no_reports"
    BEGINS_LATER = "begins_later"
    NOT_OVER = "not_over"
    ENDS_EARLIER = "ends_earlier"
    NEW_SOURCE = "new_source"

    @property
    def label(self) -> str:
        """Source text; ``{day}`` and ``{source}`` are those of the obstacle."""
        return _LABELS[self]


_LABELS = {
    Reason.NO_REPORTS: QT_TRANSLATE_NOOP("est_plugin", "there are no reports"),
    Reason.BEGINS_LATER: QT_TRANSLATE_NOOP("est_plugin", "reports exist from {day}"),
    Reason.NOT_OVER: QT_TRANSLATE_NOOP("est_plugin", "the period is not over"),
    Reason.ENDS_EARLIER: QT_TRANSLATE_NOOP("est_plugin", "reports exist until {day}"),
    Reason.NEW_SOURCE: QT_TRANSLATE_NOOP("est_plugin", "the source “{source}” reports from {day} only"),
}


@dataclass(frozen=True)
class Obstacle:
    """What forbids to say more or fewer: a reason with its day and source as far as it has them."""

    reason: Reason
    day: date | None = None
    source: str = ""


@dataclass(frozen=True)
class ReportedDays:
    """First and last day with a report, and the sources that began after the comparison did, each with its day."""

    first: date
    last: date
    began: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class LateReports:
    """From ``since`` on a period is not wholly reported: one report in ten takes more than ``days`` days."""

    days: int
    since: date


@dataclass(frozen=True)
class Comparison:
    """A period and the one it is compared with."""

    period: Period
    before: Period
    obstacle: Obstacle | None
    #: What is still to come in. It forbids nothing, but has to be said beside "fewer".
    late: LateReports | None = None

    def change(self, now: int, before: int) -> CountChange:
        """The change between the counts of the two; without percentage and verdict where something is in the way."""
        if self.obstacle is not None:
            return CountChange(now - before, None, Verdict.INCOMPARABLE)
        return compare_counts(now, before, self.period.days, self.before.days)

    def change_of_hotspot(self, now: int, before: int) -> CountChange:
        """The change at a hotspot of the period, in number only.

        A place that was chosen because it peaked had fewer before in most cases, also where nothing changes
        (regression to the mean): in towns of constant risk 66..88 % of the hotspots seem to rise.
        """
        verdict = Verdict.NOT_JUDGED if self.obstacle is None else Verdict.INCOMPARABLE
        return CountChange(now - before, None, verdict)


def find_obstacle(reported: ReportedDays | None, period: Period, before: Period, today: date) -> Obstacle | None:
    """What forbids to compare the periods, the gravest first; None if nothing does.

    Both must be whole: no day of theirs may lie before the first report or after the last one, and no source may have
    begun in between, because its reports are then missing from the count before.
    """
    if reported is None:
        return Obstacle(Reason.NO_REPORTS)
    if before.start < reported.first:
        return Obstacle(Reason.BEGINS_LATER, reported.first)
    last_day = max(period.last_day, before.last_day)
    if last_day > reported.last:
        is_over = last_day < today
        return Obstacle(Reason.ENDS_EARLIER, reported.last) if is_over else Obstacle(Reason.NOT_OVER)
    began = sorted((day, source) for source, day in reported.began if before.start < day <= last_day)
    return Obstacle(Reason.NEW_SOURCE, *began[0]) if began else None
