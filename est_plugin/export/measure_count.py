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
