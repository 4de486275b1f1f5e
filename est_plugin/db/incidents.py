# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents as the map, the numbers and the analysis see them: the same choice of rows for all three."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from est_plugin.db import incident_rows
from est_plugin.db.incident_reading import read_all, read_some_in
from est_plugin.db.times import EARLIEST, LATEST, LOCAL_ZONE, to_text
from est_plugin.domain.incident import COUNTED, IncidentFilter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.db.incident_set import IncidentSet
    from est_plugin.domain.period import Period

#: Without a period the way over the index of times only costs.
_OF_PERIOD = "AND occurred_from >= :start AND occurred_from < :end"
_OF_KIND = """
    AND (:categories = '[]' OR category IN (SELECT value FROM json_each(:categories)))
    AND (:organisations = '[]' OR organisation IN (SELECT value FROM json_each(:organisations)))
"""
#: The incidents of a filter; parameters: ``filter_parameters``.
CHOSEN = f"{incident_rows.COUNTED} {_OF_PERIOD} {_OF_KIND}"
_COUNT = """
    SELECT category, coalesce(organisation, '') AS organisation, count(*) AS number FROM incident
    WHERE @chosen
    GROUP BY 1, 2
"""
_ORGANISATIONS_THAT_REPORT = """
    SELECT code FROM organisation AS o WHERE active
    AND EXISTS (SELECT 1 FROM incident WHERE organisation = o.code AND deleted_at IS NULL)
    ORDER BY sort, code
"""
#: Each end on its own: only so SQLite takes it from the index.
_FIRST_AND_LAST = """
    SELECT
        unixepoch((SELECT min(occurred_from) FROM incident
        WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed'))),
        unixepoch((SELECT max(occurred_from) FROM incident
        WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed')))
"""


@dataclass(frozen=True)
class CountRow:
    """Incidents of one category or organisation, in the period and in the one it is compared with."""

    code: str
    now: int
    before: int


@dataclass(frozen=True)
class Situation:
    """The numbers of a situation picture. Rows are sorted by the number now, largest first."""

    total: int
    total_before: int
    by_category: tuple[CountRow, ...]
    by_organisation: tuple[CountRow, ...]
    #: Organisations, of those chosen, that have reported at some time but nothing of any category in the period: a
    #: silent area is not a calm one.
    silent_organisations: tuple[str, ...]


def subset_string(incident_filter: IncidentFilter) -> str:
    """The filter as a subset string for a QGIS layer on the table ``incident``; names and values are quoted."""
    clauses = ['"deleted_at" IS NULL', f'"review_status" IN {_literals(COUNTED)}']
    if incident_filter.period is not None:
        start, end = _bounds(incident_filter.period)
        clauses += [f'"occurred_from" >= {_literal(start)}', f'"occurred_from" < {_literal(end)}']
    if incident_filter.categories:
        clauses.append(f'"category" IN {_literals(incident_filter.categories)}')
    if incident_filter.organisations:
        clauses.append(f'"organisation" IN {_literals(incident_filter.organisations)}')
    return " AND ".join(clauses)


def read_points(database: Database, incident_filter: IncidentFilter) -> PointSet:
    """The incidents of the filter as arrays, in the database's CRS; none is an empty set.

    Raises DatabaseError if the file cannot be read or holds a damaged point.
    """
    return read_incidents(database, incident_filter).points(IncidentFilter())


def read_incidents(database: Database, incident_filter: IncidentFilter) -> IncidentSet:
    """The incidents of the filter with all that is known of when, what and who, in the database's CRS.

    Raises DatabaseError if the file cannot be read or holds a damaged point.
    """
    if incident_filter == IncidentFilter():
        return read_all(database)
    further = _OF_KIND if incident_filter.period is None else _OF_PERIOD + _OF_KIND
    with database.reading() as connection:
        return read_some_in(database, connection, further, filter_parameters(incident_filter))


def count_of_rows(database: Database) -> int:
    """How many incidents the database holds, also those that are deleted or do not count: quickly told."""
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM incident").fetchone()[0])


def situation(database: Database, incident_filter: IncidentFilter, comparison: Period | None) -> Situation:
    """Counts for the filter's period beside those of ``comparison`` (None: nothing to compare with)."""
    now, count = filter_parameters(incident_filter), _COUNT.replace("@chosen", CHOSEN)
    with database.reading() as connection:
        counts_now = connection.execute(count, now).fetchall()
        counts_before: list[Any] = []
        if comparison is not None:
            start, end = _bounds(comparison)
            counts_before = connection.execute(count, now | {"start": start, "end": end}).fetchall()
        known = [row["code"] for row in connection.execute(_ORGANISATIONS_THAT_REPORT)]
        of_any_kind = counts_now
        if incident_filter.categories:
            # Who reported other things than those chosen is not silent.
            of_any_kind = connection.execute(count, now | {"categories": "[]"}).fetchall()
    categories, organisations = (_rows(counts_now, counts_before, key) for key in ("category", "organisation"))
    reported = {row["organisation"] for row in of_any_kind}
    asked = incident_filter.organisations or frozenset(known)
    return Situation(
        total=sum(row.now for row in categories),
        total_before=sum(row.before for row in categories),
        by_category=categories,
        by_organisation=organisations,
        silent_organisations=tuple(code for code in known if code in asked - reported),
    )


def days_with_incidents(database: Database) -> tuple[date, date] | None:
    """First and last local day with a counted incident; None for a database without any."""
    with database.reading() as connection:
        first, last = connection.execute(_FIRST_AND_LAST).fetchone()
    return None if first is None else (_local_day(int(first)), _local_day(int(last)))


def _local_day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, LOCAL_ZONE).date()


def _rows(now: Iterable[Any], before: Iterable[Any], key: str) -> tuple[CountRow, ...]:
    """The counts added up by category or organisation."""
    sums: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for total, rows in zip(sums, (now, before), strict=True):
        for row in rows:
            total[row[key]] += row["number"]
    found = (CountRow(code, sums[0][code], sums[1][code]) for code in sums[0].keys() | sums[1].keys())
    return tuple(sorted(found, key=lambda row: (-row.now, -row.before, row.code)))


def _bounds(period: Period | None) -> tuple[str, str]:
    if period is None:
        return EARLIEST, LATEST
    start, end = period.bounds_utc(LOCAL_ZONE)
    return to_text(start), to_text(end)


def filter_parameters(incident_filter: IncidentFilter) -> dict[str, str]:
    """The parameters of every statement that chooses incidents by a filter."""
    start, end = _bounds(incident_filter.period)
    return {
        "start": start,
        "end": end,
        "categories": json.dumps(sorted(incident_filter.categories)),
        "organisations": json.dumps(sorted(incident_filter.organisations)),
    }


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _literals(values: Iterable[str]) -> str:
    return "(" + ", ".join(_literal(value) for value in sorted(values)) + ")"
