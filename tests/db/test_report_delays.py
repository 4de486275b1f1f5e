# SPDX-License-Identifier: GPL-2.0-or-later
"""From which day on a period is not fully reported, and what a period is best compared with."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from shapely import box

from est_plugin.analysis.comparison import LateReports
from est_plugin.analysis.stacks import DEFAULT_MIN_COUNT
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.hotspot_baseline import counts_before
from est_plugin.db.hotspots import HotspotRow
from est_plugin.db.report_days import read_comparison, suggested_baseline
from est_plugin.db.report_delays import read_late_reports
from est_plugin.db.times import to_text
from est_plugin.domain.hotspot import HotspotStatus
from est_plugin.domain.period import Baseline, Period

if TYPE_CHECKING:
    from est_plugin.db.database import Database

NOVEMBER = Period.between(date(2026, 11, 1), date(2026, 11, 30))
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def database(either_database: Database) -> Database:
    return either_database


def add(
    database: Database, *reports: tuple[datetime, timedelta | None], at: tuple[float, float] = (500_000.0, 6_600_000.0)
) -> None:
    """Incidents that occurred at a time and were reported so long after it."""
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, reported_at, geom)"
            " VALUES (?, 'test', ?, 'klotter', ?, ?, ?)",
            [
                (
                    name,
                    name,
                    to_text(time),
                    None if delay is None else to_text(time + delay),
                    point_blob(*at, 3006),
                )
                for time, delay in reports
                for name in [str(uuid.uuid4())]
            ],
        )


def settled(count: int, slow: int, days: int) -> list[tuple[datetime, timedelta]]:
    """Old incidents, reported within the hour but for the ``slow`` ones, which took some days."""
    times = [NOON - timedelta(days=120 + number) for number in range(count)]
    return [
        (time, timedelta(days=days, hours=-1) if number < slow else timedelta(hours=1))
        for number, time in enumerate(times)
    ]


def test_days_within_the_usual_delay_of_the_newest_report_are_late(database: Database) -> None:
    add(database, *settled(100, slow=20, days=6), (NOON, timedelta(hours=2)))
    assert read_late_reports(database, NOVEMBER, date(2026, 11, 30)) == LateReports(6, date(2026, 11, 25))
    october = NOVEMBER.previous()
    assert read_late_reports(database, october, date(2026, 11, 30)) is None
    comparison = read_comparison(database, NOVEMBER, october, date(2026, 12, 1))
    assert comparison.late == LateReports(6, date(2026, 11, 25))


def test_a_report_that_came_later_shows_how_far_the_reports_reach(database: Database) -> None:
    add(database, *settled(100, slow=20, days=6), (NOON - timedelta(days=3), timedelta(days=7)))
    # The newest incident is of the 27th, but a report came in on 4 December: six days reach back to the 29th.
    assert read_late_reports(database, NOVEMBER, date(2026, 11, 27)) == LateReports(6, date(2026, 11, 29))


def test_one_in_ten_may_be_later(database: Database) -> None:
    add(database, *settled(100, slow=10, days=6), (NOON, timedelta(hours=2)))
    assert read_late_reports(database, NOVEMBER, date(2026, 11, 30)) == LateReports(1, date(2026, 11, 30))


def test_with_few_delays_known_nothing_is_told(database: Database) -> None:
    add(database, *settled(49, slow=20, days=6), (NOON, None))
    assert read_late_reports(database, NOVEMBER, date(2026, 11, 30)) is None


def test_the_newest_incidents_do_not_make_the_delay_shorter(database: Database) -> None:
    fresh = [(NOON - timedelta(minutes=number), timedelta(minutes=1)) for number in range(300)]
    add(database, *settled(100, slow=20, days=6), *fresh)
    late = read_late_reports(database, NOVEMBER, date(2026, 11, 30))
    assert late is not None
    assert late.days == 6


def test_last_year_is_suggested_where_the_reports_reach_back_so_far(database: Database) -> None:
    assert suggested_baseline(database, NOVEMBER) is Baseline.PREVIOUS
    add(database, (datetime(2025, 11, 2, 12, tzinfo=UTC), None))
    assert suggested_baseline(database, NOVEMBER) is Baseline.PREVIOUS
    add(database, (datetime(2025, 11, 1, 12, tzinfo=UTC), None))
    assert suggested_baseline(database, NOVEMBER) is Baseline.LAST_YEAR
    assert suggested_baseline(database, NOVEMBER.previous()) is Baseline.PREVIOUS


def test_hotspots_are_counted_on_their_ground_for_any_other_period(database: Database) -> None:
    ground = box(500_000 - 50, 6_600_000 - 50, 500_000 + 50, 6_600_000 + 50)
    row = HotspotRow("h", "Torget", HotspotStatus.NEW, 1, 9, 4, None, None, None, bytes(ground.wkb))
    last_year = NOVEMBER.same_last_year()
    now, then = NOON - timedelta(days=3), NOON - timedelta(days=367)
    add(database, *[(now, None), (then, None), (then, None)], at=(500_010.0, 6_600_010.0))
    add(database, (then, None), at=(501_000.0, 6_600_000.0))
    # A default point of unknown places: left out of the year before, as the search left it out.
    add(database, *[(now, None)] * (2 * DEFAULT_MIN_COUNT), *[(then, None)] * 5, at=(500_020.0, 6_600_020.0))
    assert counts_before(database, [row], NOVEMBER, NOVEMBER.previous()) == (4,)
    assert counts_before(database, [row], NOVEMBER, last_year) == (2,)
    assert counts_before(database, [], NOVEMBER, last_year) == ()
