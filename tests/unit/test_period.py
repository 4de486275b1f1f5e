# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods follow the calendar of the EST rhythm."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import InputError

CALENDAR_KINDS = [kind for kind in PeriodKind if kind is not PeriodKind.FREE]


@pytest.mark.parametrize(
    ("kind", "start", "last"),
    [
        (PeriodKind.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (PeriodKind.TWO_WEEKS, date(2026, 11, 16), date(2026, 11, 29)),
        (PeriodKind.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (PeriodKind.TWO_MONTHS, date(2026, 11, 1), date(2026, 12, 31)),
        (PeriodKind.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (PeriodKind.TERTIAL, date(2026, 9, 1), date(2026, 12, 31)),
        (PeriodKind.HALF_YEAR, date(2026, 7, 1), date(2026, 12, 31)),
        (PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_period_of_a_day(kind: PeriodKind, start: date, last: date) -> None:
    period = Period.containing(kind, date(2026, 11, 24))
    assert (period.start, period.last_day) == (start, last)


@given(st.sampled_from(CALENDAR_KINDS), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_periods_hold_their_day_and_touch_their_neighbours(kind: PeriodKind, day: date) -> None:
    period = Period.containing(kind, day)
    assert period.start <= day < period.end
    assert period.previous().end == period.start
    assert period.following().start == period.end
    assert period.following().previous() == period


@given(st.sampled_from(CALENDAR_KINDS), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_one_period_of_a_kind(kind: PeriodKind, day: date) -> None:
    period = Period.containing(kind, day)
    assert Period.containing(kind, period.last_day) == period
    assert Period.containing(kind, period.end) == period.following()


def test_fortnights_do_not_overlap_where_a_year_has_53_weeks() -> None:
    new_year = Period.containing(PeriodKind.TWO_WEEKS, date(2026, 12, 31))
    assert (new_year.start, new_year.last_day) == (date(2026, 12, 28), date(2027, 1, 10))
    assert Period.containing(PeriodKind.TWO_WEEKS, date(2027, 1, 5)) == new_year


@given(st.sampled_from(CALENDAR_KINDS), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_days_of_a_calendar_period_are_recognised(kind: PeriodKind, day: date) -> None:
    period = Period.containing(kind, day)
    assert Period.between(period.start, period.last_day) == period


def test_free_dates_include_both_days_and_compare_with_as_many_before() -> None:
    period = Period.between(date(2026, 3, 1), date(2026, 3, 10))
    assert period.days == 10
    assert (period.previous().start, period.previous().last_day) == (date(2026, 2, 19), date(2026, 2, 28))


def test_last_year_keeps_dates_for_months_and_weekdays_for_weeks() -> None:
    month = Period.containing(PeriodKind.MONTH, date(2024, 2, 29))
    assert (month.same_last_year().start, month.same_last_year().end) == (date(2023, 2, 1), date(2023, 3, 1))
    week = Period.containing(PeriodKind.WEEK, date(2026, 11, 24))
    assert week.same_last_year().start == week.start - timedelta(weeks=52)
    leap = Period.between(date(2024, 2, 29), date(2024, 2, 29)).same_last_year()
    assert leap.start == date(2023, 2, 28)


def test_bounds_follow_summer_time() -> None:
    march = Period.containing(PeriodKind.MONTH, date(2026, 3, 1))
    start, end = march.bounds_utc(ZoneInfo("Europe/Stockholm"))
    assert start == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert end == datetime(2026, 3, 31, 22, tzinfo=UTC)


def test_a_period_that_ends_before_it_begins_is_told() -> None:
    with pytest.raises(InputError, match="ends before it begins"):
        Period.between(date(2026, 3, 2), date(2026, 3, 1))


def test_free_dates_have_no_calendar() -> None:
    with pytest.raises(InputError, match="first and a last day"):
        Period.containing(PeriodKind.FREE, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 3, 1), 1),
        (date(2026, 3, 10), 10),
        (date(2026, 3, 31), 31),
        (date(2027, 1, 1), 31),
        # Nothing of it has begun: whatever is known of it is of the whole.
        (date(2026, 2, 28), 31),
    ],
)
def test_the_days_of_a_period_that_have_begun(today: date, days: int) -> None:
    assert Period.containing(PeriodKind.MONTH, date(2026, 3, 10)).days_until(today) == days
