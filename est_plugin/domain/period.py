# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods of the EST rhythm: a fortnight for the operative group, two months for the strategic, half a year for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_MONTHS_PER_YEAR = 12
#: A Monday that a fortnight begins on. Counting from it, fortnights never overlap; odd weeks do, after a week 53.
_FIRST_FORTNIGHT = date(2024, 1, 1)
_LEAP_DAY = (2, 29)


class PeriodKind(StrEnum):
    """How a period is cut out of the calendar."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    TWO_MONTHS = "two_months"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FREE = "free"

    @property
    def label(self) -> str:
        """Source text of the kind's name."""
        return _LABELS[self]


_LABELS = {
    PeriodKind.WEEK: QT_TRANSLATE_NOOP("est_plugin", "Week"),
    PeriodKind.TWO_WEEKS: QT_TRANSLATE_NOOP("est_plugin", "Two weeks"),
    PeriodKind.MONTH: QT_TRANSLATE_NOOP("est_plugin", "Month"),
    PeriodKind.TWO_MONTHS: QT_TRANSLATE_NOOP("est_plugin", "Two months"),
    PeriodKind.QUARTER: QT_TRANSLATE_NOOP("est_plugin", "Quarter"),
    PeriodKind.TERTIAL: QT_TRANSLATE_NOOP("est_plugin", "Tertial (four months)"),
    PeriodKind.HALF_YEAR: QT_TRANSLATE_NOOP("est_plugin", "Half-year"),
    PeriodKind.YEAR: QT_TRANSLATE_NOOP("est_plugin", "Year"),
    PeriodKind.FREE: QT_TRANSLATE_NOOP("est_plugin", "Free dates"),
}
_WEEKS = {PeriodKind.WEEK: 1, PeriodKind.TWO_WEEKS: 2}
_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.TWO_MONTHS: 2,
    PeriodKind.QUARTER: 3,
    PeriodKind.TERTIAL: 4,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True)
class Period:
    """Whole local days from ``start`` up to, not including, ``end``."""

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The period {start} – {end} is empty."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It ends before it begins."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a last day on or after the first day."),
                start=self.start,
                end=self.last_day,
            )

    @classmethod
    def containing(cls, kind: PeriodKind, day: date) -> Period:
        """The period of this kind that ``day`` lies in; periods of a kind follow each other without gap or overlap.

        Raises InputError for free dates, which no calendar contains.
        """
        if kind in _WEEKS:
            length = timedelta(weeks=_WEEKS[kind])
            start = day - (day - _FIRST_FORTNIGHT) % length
            return cls(kind, start, start + length)
        if kind in _MONTHS:
            months = _MONTHS[kind]
            start = date(day.year, (day.month - 1) // months * months + 1, 1)
            return cls(kind, start, _add_months(start, months))
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A period with free dates needs a first and a last day."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give both days."),
        )

    @classmethod
    def between(cls, first_day: date, last_day: date) -> Period:
        """The days from the first to the last, both included: a calendar period if they are one, else free dates.

        So 1–31 March are a month, which is compared with February and not with the 31 days before.
        """
        free = cls(PeriodKind.FREE, first_day, last_day + timedelta(days=1))
        calendar = (cls.containing(kind, first_day) for kind in (*_WEEKS, *_MONTHS))
        return next((period for period in calendar if (period.start, period.end) == (free.start, free.end)), free)

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        """Number of days in the period."""
        return (self.end - self.start).days

    def days_until(self, today: date) -> int:
        """The days that have begun by ``today``, since what is still to come can hold no incident; all, if none has."""
        return max((min(self.last_day, today) - self.start).days + 1, 0) or self.days

    @property
    def code(self) -> str:
        """ASCII name for files, e.g. 2026-03-01_2026-03-31."""
        return f"{self.start}_{self.last_day}"

    def previous(self) -> Period:
        """The period of the same kind just before this one; for free dates the same number of days."""
        if self.kind in _MONTHS:
            return Period(self.kind, _add_months(self.start, -_MONTHS[self.kind]), self.start)
        return Period(self.kind, self.start - timedelta(days=self.days), self.start)

    def following(self) -> Period:
        """The period of the same kind just after this one."""
        if self.kind in _MONTHS:
            return Period(self.kind, self.end, _add_months(self.end, _MONTHS[self.kind]))
        return Period(self.kind, self.end, self.end + timedelta(days=self.days))

    def same_last_year(self) -> Period:
        """The same season one year earlier: the same dates, or for weeks the same weekdays 52 weeks back."""
        if self.kind in _WEEKS:
            year = timedelta(weeks=52)
            return Period(self.kind, self.start - year, self.end - year)
        return Period(self.kind, _year_before(self.start), _year_before(self.end))

    def bounds_utc(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """First instant of the period and first instant after it, in UTC, for whole days in ``zone``."""
        start, end = (datetime(day.year, day.month, day.day, tzinfo=zone) for day in (self.start, self.end))
        return start.astimezone(UTC), end.astimezone(UTC)


def _add_months(day: date, months: int) -> date:
    """First day of a month, ``months`` later (negative: earlier)."""
    index = day.year * _MONTHS_PER_YEAR + day.month - 1 + months
    return date(index // _MONTHS_PER_YEAR, index % _MONTHS_PER_YEAR + 1, 1)


def _year_before(day: date) -> date:
    if (day.month, day.day) == _LEAP_DAY:
        day -= timedelta(days=1)
    return day.replace(year=day.year - 1)


class Baseline(StrEnum):
    """Which period a period is compared with."""

    PREVIOUS = "previous"
    LAST_YEAR = "last_year"

    @property
    def label(self) -> str:
        """Source text."""
        return _BASELINE_LABELS[self]

    def of(self, period: Period) -> Period:
        """The period that ``period`` is compared with."""
        return period.previous() if self is Baseline.PREVIOUS else period.same_last_year()


_BASELINE_LABELS = {
    Baseline.PREVIOUS: QT_TRANSLATE_NOOP("est_plugin", "Previous period"),
    Baseline.LAST_YEAR: QT_TRANSLATE_NOOP("est_plugin", "Same period last year"),
}
