# SPDX-License-Identifier: GPL-2.0-or-later
"""How long do reports take to come in, and from which day on are they therefore not all there?"""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from est_plugin.analysis.comparison import LateReports
from est_plugin.db.incident_rows import COUNTED
from est_plugin.db.times import LOCAL_ZONE, to_text

if TYPE_CHECKING:
    from datetime import date

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

#: A day counts as reported when nine of ten of its reports are there.
REPORTED_SHARE = 0.9
#: Delays are measured on incidents so old that their late reports are in, too: the newest know short delays only.
_SETTLED = timedelta(days=90)
#: As many as tell the quantile to a percentage point or two; with fewer than the least nothing is told.
_MOST, _FEWEST = 5000, 50
_DELAYS = """
    SELECT unixepoch(reported_at) - unixepoch(occurred_from) AS delay FROM (
        SELECT occurred_from, reported_at FROM incident
        WHERE {counted}
        AND occurred_from < :settled ORDER BY occurred_from DESC LIMIT :most
    ) AS old WHERE reported_at IS NOT NULL
"""
_NEWEST_REPORT = """
    SELECT unixepoch(max(reported_at)) FROM (
        SELECT reported_at FROM incident
        WHERE {counted}
        ORDER BY occurred_from DESC LIMIT :most
    ) AS new
"""


def read_late_reports(database: Database, period: Period, last_day: date) -> LateReports | None:
    """From which day on the reports of the period are not all in; None if they are, or nobody can know.

    ``last_day`` is the last day with an incident. A day is reported when the reports that stand in the database reach
    past it by the time in which nine of ten come in.
    """
    settled = to_text(datetime(last_day.year, last_day.month, last_day.day, tzinfo=LOCAL_ZONE) - _SETTLED)
    with database.reading() as connection:
        rows = connection.execute(_DELAYS.format(counted=COUNTED), {"settled": settled, "most": _MOST}).fetchall()
        (newest,) = connection.execute(_NEWEST_REPORT.format(counted=COUNTED), {"most": _MOST}).fetchone()
    delays = sorted(max(0, int(row["delay"])) for row in rows)
    if len(delays) < _FEWEST:
        return None
    days = math.ceil(delays[math.ceil(REPORTED_SHARE * len(delays)) - 1] / timedelta(days=1).total_seconds())
    known = last_day if newest is None else max(last_day, datetime.fromtimestamp(int(newest), LOCAL_ZONE).date())
    since = max(period.start, known - timedelta(days=days - 1))
    return LateReports(days, since) if days and since <= period.last_day else None
