# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts of many periods: their limits, what is known of them, and their trend."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from shapely import box

from est_plugin.analysis.category_change import compare_categories
from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.naming import NamedGeometry
from est_plugin.analysis.period_series import Known, KnownDays, count_series, periods_until, split_by_period
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.rate_trends import Direction, rate_trends
from est_plugin.analysis.unit_counts import count_areas, count_cells
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

ZONE = ZoneInfo("Europe/Stockholm")
MARCH = Period.between(date(2026, 3, 1), date(2026, 3, 31))


def points(x, *, category=None, codes=("a",), time=None):
    x = np.array(x, dtype=float)
    kinds = np.zeros(x.size, dtype=np.int32) if category is None else np.array(category, dtype=np.int32)
    return PointSet(x, np.zeros_like(x), kinds, codes, None if time is None else np.array(time))


def test_the_limits_of_a_rate_are_those_of_the_count_in_a_month_of_30_days():
    # Garwood's table, and R's poisson.test(10).
    april = Period.between(date(2026, 4, 1), date(2026, 4, 30))
    days = KnownDays(april.start, april.last_day)
    ten, none, many = count_series([10, 0, 1_000_000], [april] * 3, days)
    assert (ten.low, ten.high) == pytest.approx((4.795389, 18.390356), abs=5e-7)
    assert (none.low, none.high) == (0, pytest.approx(3.688879, abs=5e-7))
    assert (many.low, many.high) == pytest.approx((998_041, 1_001_962), abs=10)


def test_the_days_known_say_what_is_partial_and_what_is_late():
    days = KnownDays(date(2026, 1, 10), date(2026, 5, 20), late_since=date(2026, 4, 30))
    periods = periods_until(Period.containing(PeriodKind.MONTH, date(2026, 5, 1)), 5)
    assert [str(period.start) for period in periods] == [f"2026-0{month}-01" for month in range(1, 6)]
    found = count_series([1, 2, 3, 4, 5], periods, days)
    assert [row.known for row in found] == [Known.PARTIAL, Known.WHOLE, Known.WHOLE, Known.LATE, Known.PARTIAL]
    assert found[1].rate == pytest.approx(2 * 30 / 28)
    assert found[1].low < found[1].rate < found[1].high


def test_no_period_is_refused():
    with pytest.raises(InputError):
        periods_until(MARCH, 0)


def test_each_incident_falls_into_the_local_day_it_began_on():
    # 22:30 UTC on 31 March is April in Sweden, where summer time has begun; 23:30 UTC on 28 February is March.
    times = [
        datetime(2026, 2, 28, 22, 30, tzinfo=UTC),
        datetime(2026, 2, 28, 23, 30, tzinfo=UTC),
        datetime(2026, 3, 31, 21, 30, tzinfo=UTC),
        datetime(2026, 3, 31, 22, 30, tzinfo=UTC),
    ]
    given = points([1, 2, 3, 4], time=[int(time.timestamp()) for time in times])
    february, march, april = split_by_period(given, [MARCH.previous(), MARCH, MARCH.following()], ZONE)
    assert [month.x.tolist() for month in (february, march, april)] == [[1], [2, 3], [4]]
    with pytest.raises(InputError, match="when the incidents occurred"):
        split_by_period(points([1]), [MARCH], ZONE)


def test_trends_are_those_of_rates_and_corrected_for_the_areas():
    days = np.array([365, 365, 365, 366, 365, 365, 365, 366])
    # As many a day in every month, a steady rise, a steady fall.
    counts = np.stack([10 * days, 10 * days + np.arange(8) * 40, 10 * days - np.arange(8) * 30], axis=1)
    found = rate_trends(counts, days, "")
    assert found.directions == (Direction.NONE, Direction.RISING, Direction.FALLING)
    assert found.trends.s.tolist() == [0, 28, -28]
    assert found.q[1] == pytest.approx(1.5 * found.trends.p[1])
    assert found.method.tests == 3
    assert "1 rise and 1 fall" in str(found.sentence)
    assert "no trend" in str(rate_trends(counts[:, :1], days, "").sentence)
    with pytest.raises(InputError):
        rate_trends(counts[:4], days[:4], "")


def test_one_rise_among_many_areas_may_be_chance():
    days = np.full(5, 365)
    alone = np.arange(5)[:, np.newaxis] + 20
    assert rate_trends(alone, days, "").directions == (Direction.RISING,)
    flat = np.tile([[20], [24], [21], [23], [22]], (1, 19))
    assert set(rate_trends(np.hstack([alone, flat]), days, "").directions) == {Direction.NONE}


MONTHS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


def test_a_season_without_a_trend_gets_no_direction():
    season = np.round(MONTHS * (10 + 3 * np.sin(np.arange(12) / 6 * np.pi))).astype(int)[:, np.newaxis]
    for months in (7, 12, 23):
        found = rate_trends(np.tile(season, (2, 1))[:months], np.tile(MONTHS, 2)[:months], "")
        assert found.directions == (Direction.UNTOLD,)
        assert "too short to tell a trend from a season" in str(found.sentence)
    for years in (2, 3):
        found = rate_trends(np.tile(season, (years, 1)), np.tile(MONTHS, years), "")
        assert found.directions == (Direction.NONE,)
    # Weeks do not divide the year.
    weeks = np.arange(120)[:, np.newaxis]
    assert rate_trends(weeks, np.full(120, 7), "").directions == (Direction.UNTOLD,)


def test_a_trend_of_three_years_is_told_beside_a_season():
    season = np.round(300 + 90 * np.sin(np.arange(36) / 6 * np.pi)).astype(int)
    counts = np.stack([season + 2 * np.arange(36), season - 2 * np.arange(36)], axis=1)
    found = rate_trends(counts, np.tile(MONTHS, 3), "")
    assert found.directions == (Direction.RISING, Direction.FALLING)
    # Three years have three pairs for each of twelve months; the variance of three values is 11 / 3.
    assert found.trends.s.tolist() == [36, -36]
    assert found.trends.variance == pytest.approx(44)


def test_categories_are_compared_whatever_their_numbers_in_each_set():
    now = points(range(30), category=[0] * 25 + [1] * 5, codes=("klotter", "våld"))
    before = points(range(12), category=[1] * 5 + [0] * 4 + [2] * 3, codes=("brand", "klotter", "stöld"))
    found = compare_categories(now, before, 30, 30)
    assert found.codes == ("klotter", "våld", "brand", "stöld")
    assert found.rows is not None
    assert found.rows.now.tolist() == [25, 5, 0, 0]
    assert found.rows.before.tolist() == [5, 0, 4, 3]
    assert (found.total.now.tolist(), found.total.before.tolist()) == ([30], [12])
    assert found.rows.method.tests == 4


def test_nothing_against_nothing_has_a_total_and_no_categories():
    found = compare_categories(points([]), points([]), 30, 31)
    assert found.rows is None
    assert "as many incidents as before: 0" in str(found.total.sentence)


def test_units_hold_the_incidents_of_each_period():
    sets = [points([1, 2, 150, 260]), points([]), points([1, 999])]
    areas = [NamedGeometry("west", box(-10, -10, 200, 10)), NamedGeometry("all", box(-10, -10, 2000, 10))]
    assert count_areas(sets, areas, SilentFeedback()).counts.tolist() == [[3, 4], [0, 0], [1, 2]]
    cells = count_cells(sets, make_grid(GridKind.SQUARE, 100.0))
    assert cells.counts.tolist() == [[2, 1, 1, 0], [0, 0, 0, 0], [1, 0, 0, 1]]
    assert cells.names == ("50 50", "150 50", "250 50", "950 50")


def test_units_without_any_incident_are_empty():
    cells = count_cells([points([]), points([])], make_grid(GridKind.HEXAGON, 100.0))
    assert cells.counts.shape == (2, 0)
    assert cells.names == ()
