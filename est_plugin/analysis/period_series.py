# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents fell into each of several periods, and which of these numbers are not final?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.count_interval import weighted_count_interval
from est_plugin.analysis.rate_change import RATE_DAYS
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.points import PointSet
    from est_plugin.domain.period import Period


class Known(StrEnum):
    """How much of a period is known."""

    WHOLE = "whole"
    #: A part of it lies before the first report or after the last one.
    PARTIAL = "partial"
    #: Reports are still to come in.
    LATE = "late"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]


_LABELS = {
    Known.WHOLE: QT_TRANSLATE_NOOP("est_plugin", "whole period"),
    Known.PARTIAL: QT_TRANSLATE_NOOP("est_plugin", "only a part is known"),
    Known.LATE: QT_TRANSLATE_NOOP("est_plugin", "not fully reported yet"),
}


@dataclass(frozen=True)
class KnownDays:
    """First and last day with a report, and from which day on reports are still to come in (None: they are all in)."""

    first: date
    last: date
    late_since: date | None = None

    def of(self, period: Period) -> Known:
        """How much of the period is known."""
        if period.start < self.first or period.last_day > self.last:
            return Known.PARTIAL
        return Known.LATE if self.late_since is not None and period.last_day >= self.late_since else Known.WHOLE


@dataclass(frozen=True)
class PeriodCount:
    """The incidents of one period, per 30 days too, with the exact 95 % limits of that rate."""

    period: Period
    count: int
    rate: float
    low: float
    high: float
    known: Known


def count_series(counts: Sequence[int], periods: Sequence[Period], days: KnownDays) -> tuple[PeriodCount, ...]:
    """The counts of the periods, each with its rate and limits (Garwood) and how much of it is known."""
    exact = np.asarray(counts, np.float64)
    limits = weighted_count_interval(exact, exact)
    rows = []
    for count, period, low, high in zip(counts, periods, limits.low.tolist(), limits.high.tolist(), strict=True):
        share = RATE_DAYS / period.days
        rows.append(PeriodCount(period, count, count * share, low * share, high * share, days.of(period)))
    return tuple(rows)


def periods_until(period: Period, number: int) -> tuple[Period, ...]:
    """So many periods of one kind, the oldest first, up to and with ``period``.

    Raises InputError unless ``number`` is 1 or more.
    """
    if number < 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The periods cannot be put side by side."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Their number is {number}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose at least one period."),
            number=number,
        )
    periods = [period]
    while len(periods) < number:
        periods.append(periods[-1].previous())
    return tuple(reversed(periods))


def split_by_period(points: PointSet, periods: Sequence[Period], zone: ZoneInfo) -> tuple[PointSet, ...]:
    """The incidents of each period of whole days in ``zone``, by their earliest time.

    Raises InputError for incidents without times.
    """
    if points.time is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The periods cannot be put side by side."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Nothing says when the incidents occurred."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a layer with a field for the time, or an EST database."),
        )
    bounds = [[instant.timestamp() for instant in period.bounds_utc(zone)] for period in periods]
    return tuple(points.select((points.time >= start) & (points.time < end)) for start, end in bounds)
