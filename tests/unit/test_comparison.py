# SPDX-License-Identifier: GPL-2.0-or-later
"""Which periods may be compared: only those that are wholly known, by the same sources."""

from __future__ import annotations

from datetime import date

import pytest

from est_plugin.analysis.comparison import Comparison, Obstacle, Reason, ReportedDays, find_obstacle
from est_plugin.analysis.count_change import Verdict
from est_plugin.domain.period import Period

NOVEMBER = Period.between(date(2026, 11, 1), date(2026, 11, 30))
OCTOBER = NOVEMBER.previous()
TODAY = date(2026, 12, 10)


def reported(first: str = "2026-10-01", last: str = "2026-11-30", **began: str) -> ReportedDays:
    sources = tuple((source, date.fromisoformat(day)) for source, day in began.items())
    return ReportedDays(date.fromisoformat(first), date.fromisoformat(last), sources)


def obstacle(days: ReportedDays | None, today: date = TODAY) -> Obstacle | None:
    return find_obstacle(days, NOVEMBER, OCTOBER, today)


def test_two_whole_periods_are_compared() -> None:
    assert obstacle(reported()) is None


def test_without_reports_nothing_is_compared() -> None:
    assert obstacle(None) == Obstacle(Reason.NO_REPORTS)


@pytest.mark.parametrize("first", ["2026-10-02", "2026-10-26", "2026-11-10"])
def test_a_period_that_begins_before_the_first_report_is_not_compared_with(first: str) -> None:
    assert obstacle(reported(first)) == Obstacle(Reason.BEGINS_LATER, date.fromisoformat(first))


@pytest.mark.parametrize("today", [date(2026, 11, 25), date(2026, 11, 30)])
def test_a_period_that_is_not_over_is_not_compared(today: date) -> None:
    assert obstacle(reported(last="2026-11-25"), today) == Obstacle(Reason.NOT_OVER)


def test_a_period_that_the_reports_do_not_reach_the_end_of_is_not_compared() -> None:
    assert obstacle(reported(last="2026-11-25")) == Obstacle(Reason.ENDS_EARLIER, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("day", "found"), [("2026-10-01", False), ("2026-10-02", True), ("2026-11-30", True), ("2026-12-01", False)]
)
def test_a_source_that_begins_in_between_forbids_to_compare(day: str, *, found: bool) -> None:
    expected = Obstacle(Reason.NEW_SOURCE, date.fromisoformat(day), "police") if found else None
    assert obstacle(reported(last="2026-12-05", police=day)) == expected


def test_an_obstacle_leaves_the_number_and_takes_percentage_and_verdict() -> None:
    change = Comparison(NOVEMBER, OCTOBER, Obstacle(Reason.NOT_OVER)).change(313, 77)
    assert (change.difference, change.percent, change.verdict) == (236, None, Verdict.INCOMPARABLE)
    assert Comparison(NOVEMBER, OCTOBER, None).change(313, 77).percent == 306
