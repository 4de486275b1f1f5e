# SPDX-License-Identifier: GPL-2.0-or-later
"""When do incidents of a map happen, with Swedish clocks and with the sun at their places?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from est_plugin.analysis.rhythm import Rhythm, RhythmRequest, find_rhythm
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.period import Period
from est_plugin.layers.wgs84 import longitude_latitude

if TYPE_CHECKING:
    from datetime import date

    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback


@dataclass(frozen=True)
class Ground:
    """What the coordinates of incidents mean."""

    crs: QgsCoordinateReferenceSystem
    transform_context: QgsCoordinateTransformContext


def rhythm_request(period: Period | None, reported: tuple[date, date] | None = None) -> RhythmRequest:
    """The rhythm of whole Swedish days; without a period of those from the first incident to the last.

    ``reported`` are the first and last day with a report of any kind. Where nobody knows them, days to come are left
    out all the same.
    """
    if period is None:
        return RhythmRequest(LOCAL_ZONE)
    first, last = reported or (period.start, datetime.now(LOCAL_ZONE).date())
    known = Period.between(min(first, last), last)
    return RhythmRequest(LOCAL_ZONE, _seconds(period), _seconds(known))


def _seconds(period: Period) -> tuple[int, int]:
    start, end = (int(moment.timestamp()) for moment in period.bounds_utc(LOCAL_ZONE))
    return start, end


def incident_rhythm(points: PointSet, ground: Ground, request: RhythmRequest, feedback: Feedback) -> Rhythm:
    """As ``find_rhythm``; in any thread.

    Raises InputError without incidents or times, or for a place that is not on Earth.
    """
    places = longitude_latitude(points.x, points.y, ground.crs, ground.transform_context)
    return find_rhythm(points, (places.longitude, places.latitude), request, feedback)
