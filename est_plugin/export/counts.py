# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents, in all and of each category and organisation, beside the period before and last year?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db.incidents import situation
from est_plugin.export.plan import CountItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.db.database import Database
    from est_plugin.db.incidents import CountRow
    from est_plugin.domain.incident import IncidentFilter


@dataclass(frozen=True)
class Counts:
    """The items of categories and organisations are named by their codes, the largest first."""

    total: CountItem
    by_category: tuple[CountItem, ...]
    by_organisation: tuple[CountItem, ...]
    #: Codes of the organisations that have reported at some time but not in the period.
    silent: tuple[str, ...]


def read_counts(
    database: Database, incident_filter: IncidentFilter, comparison: Comparison, last_year: Comparison | None
) -> Counts:
    """The counts of the filter's period; ``last_year`` None leaves out the second comparison."""
    found = situation(database, incident_filter, comparison.before)
    earlier = None if last_year is None else situation(database, incident_filter, last_year.before)

    def count(code: str, now: int, before: int, then: int) -> CountItem:
        change = comparison.change(now, before)
        if last_year is None:
            return CountItem(code, now, before, change, None, None)
        return CountItem(code, now, before, change, then, last_year.change(now, then))

    def counts(rows: Iterable[CountRow], rows_then: Iterable[CountRow]) -> tuple[CountItem, ...]:
        """What was reported last year only has a row too."""
        then = {row.code: row.before for row in rows_then}
        known = {row.code: row for row in rows}
        both = (*known, *(code for code in then if code not in known and then[code]))
        return tuple(
            count(code, known[code].now, known[code].before, then.get(code, 0))
            if code in known
            else count(code, 0, 0, then[code])
            for code in both
        )

    return Counts(
        total=count("", found.total, found.total_before, 0 if earlier is None else earlier.total_before),
        by_category=counts(found.by_category, () if earlier is None else earlier.by_category),
        by_organisation=counts(found.by_organisation, () if earlier is None else earlier.by_organisation),
        silent=found.silent_organisations,
    )
