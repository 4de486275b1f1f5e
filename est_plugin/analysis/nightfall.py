# SPDX-License-Identifier: GPL-2.0-or-later
"""When does it get dark on a day at a place, and what light is there at a moment?

Dusk is civil twilight: from sunset until the sun stands six degrees below the horizon. Then street lamps are needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.sun import CIVIL_DARK, SUNSET, sun_elevation
from est_plugin.domain.walk import LightCondition

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

_DAY, _STEP = 86_400, 60


@dataclass(frozen=True)
class Place:
    """WGS 84 degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class Evening:
    """From the sun's highest point of a day to the next day's; seconds since 1970, UTC. None: it does not happen."""

    #: Is the sun up at its highest point?
    sun_is_up: bool
    sunset: int | None
    dark_from: int | None
    #: When it is dark no more.
    dark_until: int | None


@dataclass(frozen=True)
class WalkLight:
    """The light of a walk, and the evening of its day; moments are seconds since 1970, UTC."""

    evening: Evening
    #: None without a time.
    start: int | None
    end: int | None
    at_start: LightCondition | None
    at_end: LightCondition | None
    #: In the middle, for the protocol.
    at_middle: LightCondition | None


def light_at(place: Place, moment: int) -> LightCondition:
    """The light at a place, at seconds since 1970, UTC."""
    elevation = float(_elevation(place, np.array([moment]))[0])
    if elevation >= SUNSET:
        return LightCondition.DAYLIGHT
    return LightCondition.DARK if elevation < CIVIL_DARK else LightCondition.DUSK


def walk_light(place: Place, midnight: int, start: int | None, minutes: float) -> WalkLight:
    """The light of a walk of so many minutes on the day that begins at ``midnight``; ``start`` is None without one."""
    evening = evening_of(place, midnight)
    if start is None:
        return WalkLight(evening, None, None, None, None, None)
    end = start + round(60 * minutes)
    return WalkLight(evening, start, end, *(light_at(place, moment) for moment in (start, end, (start + end) // 2)))


def evening_of(place: Place, midnight: int) -> Evening:
    """The evening of the day that begins at ``midnight`` (seconds since 1970, UTC) on the clocks of the place."""
    moments = np.arange(midnight, midnight + 2 * _DAY + _STEP, _STEP)
    elevation = _elevation(place, moments)
    noon = int(np.argmax(elevation[: _DAY // _STEP]))
    day = slice(noon, noon + _DAY // _STEP + 1)
    moments, elevation = moments[day], elevation[day]
    is_dark = elevation < CIVIL_DARK
    return Evening(
        sun_is_up=bool(elevation[0] >= SUNSET),
        sunset=_first_passing(moments, elevation, elevation < SUNSET, SUNSET),
        dark_from=int(moments[0]) if is_dark[0] else _first_passing(moments, elevation, is_dark, CIVIL_DARK),
        dark_until=_last_passing(moments, elevation, is_dark),
    )


def _first_passing(moments: IntArray, elevation: FloatArray, is_below: BoolArray, limit: float) -> int | None:
    """When the sun sinks below a limit for the first time."""
    if is_below[0] or not is_below.any():
        return None
    return _passing(moments, elevation, int(np.argmax(is_below)), limit)


def _last_passing(moments: IntArray, elevation: FloatArray, is_dark: BoolArray) -> int | None:
    """When the sun rises above the limit of darkness for the last time."""
    if is_dark[-1] or not is_dark.any():
        return None
    return _passing(moments, elevation, len(is_dark) - int(np.argmax(is_dark[::-1])), CIVIL_DARK)


def _passing(moments: IntArray, elevation: FloatArray, after: int, limit: float) -> int:
    """Between a moment and the one before; in a minute the sun moves evenly."""
    before = elevation[after - 1]
    part = (before - limit) / (before - elevation[after])
    return round(float(moments[after - 1] + part * _STEP))


def _elevation(place: Place, moments: IntArray) -> FloatArray:
    return sun_elevation(np.array([place.longitude]), np.array([place.latitude]), moments)
