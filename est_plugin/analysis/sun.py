# SPDX-License-Identifier: GPL-2.0-or-later
"""How high does the sun stand at a place and time?

The equations of NOAA's solar calculator (gml.noaa.gov/grad/solcalc/calcdetails.html), after Meeus, Astronomical
Algorithms; within a few hundredths of a degree for 1900 to 2100. Refraction is left out: the limits of twilight are
defined without it, and sunrise at -0.833 degrees has it inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Degrees: below this the sun has set (half its disc, and refraction at the horizon).
SUNSET = -0.833
#: Degrees: below this civil twilight has ended.
CIVIL_DARK = -6.0
_DAY = 86_400
_CENTURY_DAYS = 36_525
#: 2000-01-01 12:00 UTC in seconds since 1970.
_J2000 = 946_728_000


def sun_elevation(longitude: FloatArray, latitude: FloatArray, time: IntArray) -> FloatArray:
    """Geometric elevation of the sun's centre in degrees (n), at WGS 84 degrees and seconds since 1970, UTC.

    ``longitude`` and ``latitude`` have n elements, or one for all.
    """
    century = (time - _J2000) / (_DAY * _CENTURY_DAYS)
    declination, equation_of_time = _apparent_sun(century)
    # Minutes of true solar time since midnight; four minutes to a degree.
    minutes = (time % _DAY) / 60 + equation_of_time + 4 * longitude
    hour_angle = np.radians(minutes / 4 - 180)
    phi = np.radians(latitude)
    sine = np.sin(phi) * np.sin(declination) + np.cos(phi) * np.cos(declination) * np.cos(hour_angle)
    return np.asarray(np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0))))


def _apparent_sun(t: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Declination in radians and equation of time in minutes, ``t`` Julian centuries after 2000."""
    mean_longitude = np.radians((280.46646 + t * (36000.76983 + t * 0.0003032)) % 360)
    anomaly = np.radians((357.52911 + t * (35999.05029 - t * 0.0001537)) % 360)
    eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267)
    centre = (
        np.sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
        + np.sin(2 * anomaly) * (0.019993 - t * 0.000101)
        + np.sin(3 * anomaly) * 0.000289
    )
    node = np.radians(125.04 - 1934.136 * t)
    longitude = mean_longitude + np.radians(centre - 0.00569 - 0.00478 * np.sin(node))
    mean_obliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
    obliquity = np.radians(mean_obliquity + 0.00256 * np.cos(node))
    declination = np.arcsin(np.sin(obliquity) * np.sin(longitude))
    y = np.tan(obliquity / 2) ** 2
    equation = (
        y * np.sin(2 * mean_longitude)
        - 2 * eccentricity * np.sin(anomaly)
        + 4 * eccentricity * y * np.sin(anomaly) * np.cos(2 * mean_longitude)
        - 0.5 * y**2 * np.sin(4 * mean_longitude)
        - 1.25 * eccentricity**2 * np.sin(2 * anomaly)
    )
    return declination, 4 * np.degrees(equation)
