# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents were reported in each of several periods, and which of them are wholly known?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.analysis.period_series import KnownDays, PeriodCount, count_series
from est_plugin.db.incidents import days_with_incidents, situation
from est_plugin.db.report_delays import read_late_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Period


def read_known_days(database: Database, newest: Period) -> KnownDays | None:
    """From when to when there are reports, and what is still to come in of ``newest``; None without reports."""
    days = days_with_incidents(database)
    if days is None:
        return None
    late = read_late_reports(database, newest, days[1])
    return KnownDays(*days, None if late is None else late.since)


def read_series(
    database: Database, incident_filter: IncidentFilter, periods: Sequence[Period]
) -> tuple[PeriodCount, ...]:
    """The incidents of the filter in each of ``periods``, the oldest first, whatever its own period; none without
    reports.
    """
    days = read_known_days(database, periods[-1])
    if days is None:
        return ()
    counts = [situation(database, replace(incident_filter, period=period), None).total for period in periods]
    return count_series(counts, periods, days)
