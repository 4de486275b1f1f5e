# SPDX-License-Identifier: GPL-2.0-or-later
"""How many measures are not finished, and how many of these are worked on or late?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.domain.measure import FINISHED, MeasureStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from est_plugin.db.measures import MeasureRow
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.request import PackageRequest
    from est_plugin.i18n import Language


@dataclass(frozen=True)
class MeasureCount:
    """Not finished; what is proposed or decided only is not in progress yet."""

    open: int
    going: int
    late: int


def tells_measures(request: PackageRequest) -> bool:
    """Does the package tell of measures, each or by kind?"""
    return request.has(Part.MEASURES) or request.has(Part.MEASURE_SUMMARY)


def measure_count(plan: PackagePlan) -> MeasureCount:
    """Those of a plan, whether its edition names the measures or not."""
    summary = plan.measure_summary
    if summary is not None:
        return MeasureCount(summary.total.open, summary.going, summary.total.late)
    return MeasureCount(
        open=sum(not item.is_finished for item in plan.measures),
        going=sum(item.status is MeasureStatus.IN_PROGRESS for item in plan.measures),
        late=sum(item.is_overdue for item in plan.measures),
    )


def count_of_rows(rows: Sequence[MeasureRow], as_of: date) -> MeasureCount:
    """The same, of rows of the database."""
    return MeasureCount(
        open=sum(row.status not in FINISHED for row in rows),
        going=sum(row.status is MeasureStatus.IN_PROGRESS for row in rows),
        late=sum(row.is_overdue(as_of) for row in rows),
    )


def measures_text(plan: PackagePlan, words: Language) -> str:
    """What we do: how much is in progress or late, and what is due next."""
    count = measure_count(plan)
    parts = [
        words.translate("est_plugin", "Of these {going} are in progress and {late} overdue").format(
            going=count.going, late=count.late
        ),
        next_measure_text(plan, words),
    ]
    return ". ".join(filter(None, parts))


def next_measure_text(plan: PackagePlan, words: Language) -> str:
    """What is due next; empty where nothing is, or where the edition names no measure."""
    coming = next(
        (item for item in plan.measures if item.due_date and not item.is_finished and not item.is_overdue), None
    )
    if coming is None:
        return ""
    return words.translate("est_plugin", "Next: {measure}, {date}").format(measure=coming.kind, date=coming.due_date)
