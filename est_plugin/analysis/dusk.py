# SPDX-License-Identifier: GPL-2.0-or-later
"""When does the sun set on a day at a place, and when is it dark?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.sun import CIVIL_DARK, SUNSET, sun_elevation

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.arrays import FloatArray

_MINUTE = 60
_NOON = time(12)


@dataclass(frozen=True)
class Dusk:
    """From noon to the next noon, to the minute; None where it does not happen, as in the north."""

    sunset: datetime | None
    #: When civil twilight ends.
    dark: datetime | None
    #: Is the sun up at noon at all?
    has_day: bool


def dusk_of(day: date, longitude: float, latitude: float, zone: ZoneInfo) -> Dusk:
    """Dusk of a day at WGS 84 degrees, in the times of ``zone``."""
    noon = int(datetime.combine(day, _NOON, zone).timestamp())
    end = int(datetime.combine(day + timedelta(days=1), _NOON, zone).timestamp())
    minutes = np.arange(noon, end, _MINUTE, dtype=np.int64)
    height = sun_elevation(np.array([longitude]), np.array([latitude]), minutes)

    def first_below(limit: float) -> datetime | None:
        place = _first_crossing(height, limit)
        return None if place is None else datetime.fromtimestamp(int(minutes[place]), zone)

    return Dusk(first_below(SUNSET), first_below(CIVIL_DARK), has_day=bool(height[0] >= SUNSET))


def _first_crossing(height: FloatArray, limit: float) -> int | None:
    """The first minute below the limit after one above it."""
    crossings = np.flatnonzero((height[:-1] >= limit) & (height[1:] < limit))
    return int(crossings[0]) + 1 if len(crossings) else None
