# SPDX-License-Identifier: GPL-2.0-or-later
"""How have the tracked hotspots of a database been hot over its latest periods?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.category_change import joint_checksum
from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.hotspot_histories import Histories, place_histories
from est_plugin.analysis.hotspot_periods import evaluate
from est_plugin.analysis.period_series import Known, periods_until
from est_plugin.analysis.rate_change import RATE_DAYS
from est_plugin.analysis.unit_counts import without_stacks
from est_plugin.db.hotspots import HotspotRow, list_hotspots
from est_plugin.db.period_counts import read_known_days
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback, SilentFeedback, step

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback


@dataclass(frozen=True, eq=False)
class PlaceHistories:
    """The places in the order of their rank, and the periods that were looked at, the oldest first."""

    rows: tuple[HotspotRow, ...]
    found: Histories
    periods: tuple[Period, ...]
    #: Not looked at: only partly known, or not fully reported.
    left_out: tuple[Period, ...]


@dataclass(frozen=True)
class HistoryRequest:
    """So many periods up to ``period``, searched with ``parameters`` in ``study_area``.

    ``read`` reads incidents, as ``read_points``.
    """

    period: Period
    number: int
    parameters: HotspotParameters
    read: Callable[[Database, IncidentFilter], PointSet]
    study_area: BaseGeometry | None = None


def read_place_histories(database: Database, request: HistoryRequest, feedback: Feedback) -> PlaceHistories:
    """The hotspots that are stored for the period, over the whole and fully reported periods up to it.

    Raises InputError without stored hotspots or with fewer than five such periods, CancelledError.
    """
    rows = list_hotspots(database, request.period)
    if not rows:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There are no places to follow over the periods."),
            why=QT_TRANSLATE_NOOP("est_plugin", "No hotspots are stored for this period."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Press Find hotspots first, or choose another period."),
        )
    asked = periods_until(request.period, request.number)
    known = read_known_days(database, request.period)
    periods = tuple(period for period in asked if known is not None and known.of(period) is Known.WHOLE)
    points = []
    for number, period in enumerate(periods):
        step(feedback, 0.5 * number / len(periods))
        points.append(request.read(database, IncidentFilter(period)))
    part = PartFeedback(feedback, 0.5, 0.9)
    cube = evaluate(points, request.parameters, part, study_area=request.study_area)
    grounds = [shapely.from_wkb(row.wkb) for row in rows]
    # Without the stacks of any period, as the search has it.
    kept = points if request.parameters.include_stacks else without_stacks(points)
    counts = np.array([count_on(grounds, each, SilentFeedback()) for each in kept])
    days = np.array([period.days for period in periods])
    rates = counts * (RATE_DAYS / days)[:, np.newaxis]
    found = place_histories(cube, grounds, rates, counts, (request.parameters, joint_checksum(*points), days))
    return PlaceHistories(rows, found, periods, tuple(period for period in asked if period not in periods))
