# SPDX-License-Identifier: GPL-2.0-or-later
"""From when to when are there reports, of each source too? What a comparison of two periods rests on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from est_plugin.analysis.comparison import Comparison, ReportedDays, find_obstacle
from est_plugin.db.incident_rows import COUNTED
from est_plugin.db.incidents import days_with_incidents
from est_plugin.db.report_delays import read_late_reports
from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.domain.period import Baseline, Period

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.db.database import Database

#: The names come from the unique index on source and case number, one step for each source. Coalesce keeps the index of
#: times out of it: of a source that is old one row is read, of one that is new all, and those are few.
_NEW_SOURCES = """
    WITH RECURSIVE known (name) AS (
        SELECT min(source) FROM incident
        UNION ALL SELECT (SELECT min(source) FROM incident WHERE source > name) FROM known WHERE name IS NOT NULL
    )
    SELECT name, unixepoch((
        SELECT min(coalesce(occurred_from, occurred_from)) FROM incident
        WHERE source = name AND {counted}
    )) AS first
    FROM known WHERE name IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM incident WHERE source = name AND coalesce(occurred_from, occurred_from) < :second_day
        AND {counted}
    )
"""


def read_comparison(database: Database, period: Period, before: Period, today: date) -> Comparison:
    """The two periods, with what forbids to compare them and what is still to come in."""
    reported = reported_days(database, before.start)
    late = None if reported is None else read_late_reports(database, period, reported.last)
    return Comparison(period, before, find_obstacle(reported, period, before, today), late)


def suggested_baseline(database: Database, period: Period) -> Baseline:
    """The same season last year where the reports reach back so far: a season is no change. Else the period before."""
    days = days_with_incidents(database)
    reaches_back = days is not None and days[0] <= period.same_last_year().start
    return Baseline.LAST_YEAR if reaches_back else Baseline.PREVIOUS


def reported_days(database: Database, since: date) -> ReportedDays | None:
    """First and last local day with a counted report, and the sources that have none up to and on ``since``.

    None for a database without any.
    """
    days = days_with_incidents(database)
    if days is None:
        return None
    first, last = days
    # Before the first report every source is new, and none of them matters.
    return ReportedDays(first, last, _sources_since(database, since) if first <= since else ())


def _sources_since(database: Database, day: date) -> tuple[tuple[str, date], ...]:
    second_day, _ = Period.between(day + timedelta(days=1), day + timedelta(days=1)).bounds_utc(LOCAL_ZONE)
    with database.reading() as connection:
        rows = connection.execute(_NEW_SOURCES.format(counted=COUNTED), {"second_day": to_text(second_day)}).fetchall()
    return tuple(
        (row["name"], datetime.fromtimestamp(int(row["first"]), LOCAL_ZONE).date())
        for row in rows
        if row["first"] is not None
    )
