# SPDX-License-Identifier: GPL-2.0-or-later
"""From when to when there are reports, and which sources are new."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

import pytest

from est_plugin.analysis.comparison import Obstacle, Reason, ReportedDays
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.report_days import read_comparison, reported_days
from est_plugin.domain.period import Period

if TYPE_CHECKING:
    from est_plugin.db.database import Database

NOVEMBER = Period.between(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def database(either_database: Database) -> Database:
    return either_database


def add(database: Database, source: str, *times: str, status: str = "new") -> None:
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, review_status, geom)"
            " VALUES (?, ?, ?, 'klotter', ?, ?, ?)",
            [
                (str(uuid.uuid4()), source, time, f"{time}:00.000Z", status, point_blob(500_000, 6_600_000, 3006))
                for time in times
            ],
        )


def test_an_empty_database_has_no_days(database: Database) -> None:
    assert reported_days(database, date(2026, 10, 1)) is None
    obstacle = read_comparison(database, NOVEMBER, NOVEMBER.previous(), date(2026, 12, 1)).obstacle
    assert obstacle == Obstacle(Reason.NO_REPORTS)


def test_days_are_local_and_only_new_sources_are_named(database: Database) -> None:
    # 23:30 UTC on 30 September is the first of October in Sweden, 22:30 UTC the last instant of that day.
    add(database, "felanmälan", "2026-09-30T22:30", "2026-11-30T12:00")
    add(database, "polis", "2026-10-01T21:30", "2026-10-20T10:00")
    add(database, "väktare", "2026-10-01T22:30", "2026-11-02T10:00")
    add(database, "skräp", "2026-10-12T10:00", status="rejected")
    assert reported_days(database, date(2026, 10, 1)) == ReportedDays(
        date(2026, 10, 1), date(2026, 11, 30), (("väktare", date(2026, 10, 2)),)
    )


def test_a_half_empty_month_is_not_compared_with(database: Database) -> None:
    add(database, "felanmälan", "2026-10-26T08:00", "2026-11-30T12:00")
    comparison = read_comparison(database, NOVEMBER, NOVEMBER.previous(), date(2026, 12, 1))
    assert comparison.obstacle == Obstacle(Reason.BEGINS_LATER, date(2026, 10, 26))


def test_a_source_that_came_in_between_is_named(database: Database) -> None:
    add(database, "felanmälan", "2026-10-01T08:00", "2026-11-30T12:00")
    add(database, "polis", "2026-11-03T08:00")
    comparison = read_comparison(database, NOVEMBER, NOVEMBER.previous(), date(2026, 12, 1))
    assert comparison.obstacle == Obstacle(Reason.NEW_SOURCE, date(2026, 11, 3), "polis")
