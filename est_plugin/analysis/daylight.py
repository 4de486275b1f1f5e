# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents happen in light, in twilight, in the dark, and how many would if all hours were alike?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.aoristic import WHOLE_DAY
from est_plugin.analysis.count_interval import weighted_count_interval
from est_plugin.analysis.sun import CIVIL_DARK, SUNSET, sun_elevation
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

#: With fewer nothing is said of more or fewer.
FEWEST = 30
#: Seconds; in them the sun moves by two and a half degrees at most.
_STEP = 600
#: The sun passes a degree of longitude in four minutes.
_SECONDS_OF_DEGREE = 240


@dataclass(frozen=True)
class Shares:
    """Weights or shares of the three; twilight is civil, from sunset until it is dark."""

    light: float
    twilight: float
    dark: float


@dataclass(frozen=True)
class Daylight:
    """Incidents by the light at their time and place."""

    weight: Shares
    #: Shares of the period's time at the middle of the places.
    time_share: Shares
    #: Bounds (95 %) of the number of incidents in the dark.
    dark_low: float
    dark_high: float
    #: Incidents whose span is a whole day or longer: it says nothing of the light.
    unknown: int

    @property
    def known(self) -> int:
        """Incidents that are counted."""
        return round(self.weight.light + self.weight.twilight + self.weight.dark)

    @property
    def expected_dark(self) -> float:
        """Incidents in the dark if all hours of the period were alike."""
        return self.known * self.time_share.dark

    @property
    def sentence(self) -> Sentence:
        """What may be said of the dark."""
        if self.known == 0:
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "No incident has a known time of day: nothing to say of the dark.")
            )
        values = {"dark": round(self.weight.dark), "known": self.known, "expected": round(self.expected_dark)}
        if self.known < FEWEST:
            source = QT_TRANSLATE_NOOP("est_plugin", "In the dark: {dark} of {known}. Too few to compare.")
        elif self.dark_low > self.expected_dark:
            source = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In the dark: {dark} of {known}. That is more than the {expected} that the hours of darkness "
                "alone explain.",
            )
        elif self.dark_high < self.expected_dark:
            source = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In the dark: {dark} of {known}. That is fewer than the {expected} that the hours of darkness "
                "alone explain.",
            )
        else:
            source = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In the dark: {dark} of {known}. That cannot be told from the {expected} that the hours of darkness "
                "alone explain.",
            )
        return Sentence(source, **values)


def measure_daylight(
    times: tuple[IntArray, IntArray],
    places: tuple[FloatArray, FloatArray],
    period: tuple[int, int],
    dark_below: float = CIVIL_DARK,
) -> Daylight:
    """The light at n incidents (n >= 1).

    ``times`` are the earliest and latest second (since 1970, UTC), ``places`` longitude and latitude (WGS 84 degrees),
    ``period`` first second and first second after it. A span of time counts with the parts of it that are light and
    dark, with the sun as at the middle of the places, moved to its longitude. ``dark_below`` is the sun's
    elevation in degrees.
    """
    time, until = times
    longitude, latitude = places
    length = np.maximum(until - time, 0)
    known, is_span = length < WHOLE_DAY, (length > 0) & (length < WHOLE_DAY)
    middle = (np.array([longitude.mean()]), np.array([latitude.mean()]))
    parts = np.zeros((2, time.size))
    at_once = known & ~is_span
    elevation = sun_elevation(longitude[at_once], latitude[at_once], time[at_once])
    parts[:, at_once] = elevation < dark_below, elevation >= SUNSET
    if is_span.any():
        moved = np.rint((longitude[is_span] - middle[0]) * _SECONDS_OF_DEGREE).astype(np.int64)
        parts[:, is_span] = _parts_of_spans(time[is_span] + moved, length[is_span], middle, dark_below)
    dark, light = parts.sum(axis=1).tolist()
    interval = weighted_count_interval(np.array([dark]), np.array([float((parts[0] ** 2).sum())]))
    count = int(np.count_nonzero(known))
    return Daylight(
        weight=Shares(light, max(count - light - dark, 0.0), dark),
        time_share=_shares_of(period, middle, dark_below),
        dark_low=float(interval.low[0]),
        dark_high=float(interval.high[0]),
        unknown=time.size - count,
    )


def _parts_of_spans(
    start: IntArray, length: IntArray, middle: tuple[FloatArray, FloatArray], dark_below: float
) -> FloatArray:
    """The parts (2, m) of spans that are dark, and light."""
    first = int(start.min()) // _STEP * _STEP
    moments = np.arange(first, int((start + length).max()) + _STEP, _STEP)
    elevation = sun_elevation(*middle, moments + _STEP // 2)
    edges = np.append(moments, moments[-1] + _STEP)
    parts = np.empty((2, start.size))
    for row, is_so in enumerate((elevation < dark_below, elevation >= SUNSET)):
        seconds = np.concatenate(([0.0], np.cumsum(is_so * float(_STEP))))
        until_end, until_start = np.interp(start + length, edges, seconds), np.interp(start, edges, seconds)
        parts[row] = (until_end - until_start) / length
    return parts


def _shares_of(period: tuple[int, int], middle: tuple[FloatArray, FloatArray], dark_below: float) -> Shares:
    elevation = sun_elevation(*middle, np.arange(period[0] + _STEP // 2, period[1], _STEP))
    dark, light = float((elevation < dark_below).mean()), float((elevation >= SUNSET).mean())
    return Shares(light, max(1 - light - dark, 0.0), dark)
