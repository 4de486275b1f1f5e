# SPDX-License-Identifier: GPL-2.0-or-later
"""When do incidents of a map happen, with Swedish clocks and with the sun at their places?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.analysis.rhythm import Rhythm, RhythmRequest, find_rhythm
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.layers.wgs84 import longitude_latitude

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from est_plugin.analysis.points import PointSet
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback


@dataclass(frozen=True)
class Ground:
    """What the coordinates of incidents mean."""

    crs: QgsCoordinateReferenceSystem
    transform_context: QgsCoordinateTransformContext


def rhythm_request(period: Period | None) -> RhythmRequest:
    """The rhythm of whole Swedish days; without a period of those from the first incident to the last."""
    if period is None:
        return RhythmRequest(LOCAL_ZONE)
    start, end = (int(moment.timestamp()) for moment in period.bounds_utc(LOCAL_ZONE))
    return RhythmRequest(LOCAL_ZONE, (start, end))


def incident_rhythm(points: PointSet, ground: Ground, request: RhythmRequest, feedback: Feedback) -> Rhythm:
    """As ``find_rhythm``; in any thread.

    Raises InputError without incidents or times, or for a place that is not on Earth.
    """
    places = longitude_latitude(points.x, points.y, ground.crs, ground.transform_context)
    return find_rhythm(points, (places.longitude, places.latitude), request, feedback)
