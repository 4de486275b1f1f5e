# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents happen in light, in twilight, in the dark, and how many would if all hours of a day were alike?

Each incident is compared with its own day: a winter with more incidents has more in the dark, and that is the winter.
A span of time counts as dark for certain if it lies wholly in the dark, and may be dark if a part of it does. "More" is
said of the first, "fewer" of the second, so that neither rests on when people looked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.aoristic import DAY, WHOLE_DAY
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
#: Sums of parts of a span may miss 0 and 1 by less.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Shares:
    """Weights or shares of the three; twilight is civil, from sunset until it is dark."""

    light: float
    twilight: float
    dark: float


@dataclass(frozen=True)
class DarkIncidents:
    """The incidents in the dark, beside those that would be there if all hours of their days were alike."""

    #: In the dark for certain, and perhaps.
    least: int
    most: int
    #: Of so many, all but those known to the day only.
    total: int
    expected: float
    #: Lower bound (95 %) of what ``least`` may be in the mean, upper bound of ``most``.
    low: float
    high: float


@dataclass(frozen=True)
class Daylight:
    """Incidents by the light at their time and place."""

    weight: Shares
    #: Shares of the hours of the days on which they happened, in the mean, at the middle of the places.
    time_share: Shares
    dark: DarkIncidents
    #: Incidents whose span is a whole day or longer: it says nothing of the light.
    unknown: int

    @property
    def known(self) -> int:
        """Incidents that are counted."""
        return round(self.weight.light + self.weight.twilight + self.weight.dark)

    @property
    def sentence(self) -> Sentence:
        """What may be said of the dark."""
        if self.known == 0:
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "No incident has a known time of day: nothing to say of the dark.")
            )
        dark, known, expected = round(self.weight.dark), self.known, self.known * self.time_share.dark
        if self.known < FEWEST:
            source = QT_TRANSLATE_NOOP("est_plugin", "In the dark: {dark} of {known}. Too few to compare.")
        elif self.dark.low > self.dark.expected:
            dark, known, expected = self.dark.least, self.dark.total, self.dark.expected
            source = _MORE if self.dark.least == self.dark.most else _AT_LEAST
        elif self.dark.high < self.dark.expected:
            dark, known, expected = self.dark.most, self.dark.total, self.dark.expected
            source = _FEWER if self.dark.least == self.dark.most else _AT_MOST
        else:
            source = QT_TRANSLATE_NOOP(
                "est_plugin",
                "In the dark: {dark} of {known}. That cannot be told from the {expected} that the hours of darkness "
                "alone explain.",
            )
        return Sentence(source, dark=dark, known=known, expected=round(expected))


_MORE = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In the dark: {dark} of {known}. That is more than the {expected} that the hours of darkness alone explain.",
)
_AT_LEAST = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In the dark: at least {dark} of {known}. That is more than the {expected} that the hours of darkness alone "
    "explain.",
)
_FEWER = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In the dark: {dark} of {known}. That is fewer than the {expected} that the hours of darkness alone explain.",
)
_AT_MOST = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In the dark: at most {dark} of {known}. That is fewer than the {expected} that the hours of darkness alone "
    "explain.",
)


def measure_daylight(
    times: tuple[IntArray, IntArray], places: tuple[FloatArray, FloatArray], dark_below: float = CIVIL_DARK
) -> Daylight:
    """The light at n incidents (n >= 1).

    ``times`` are the earliest and latest second (since 1970, UTC), ``places`` longitude and latitude (WGS 84 degrees).
    A span of time counts with the parts of it that are light and dark, with the sun as at the middle of the places,
    moved to its longitude. ``dark_below`` is the sun's elevation in degrees.
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
    count = int(np.count_nonzero(known))
    shares = _shares_of_days(time + length // 2, middle, dark_below)
    return Daylight(
        weight=Shares(light, max(count - light - dark, 0.0), dark),
        time_share=Shares(*shares[:, known].mean(axis=1).tolist()) if count else Shares(0.0, 0.0, 0.0),
        dark=_dark_incidents(parts[0], length, shares[2]),
        unknown=time.size - count,
    )


def _dark_incidents(dark: FloatArray, length: IntArray, share: FloatArray) -> DarkIncidents:
    """From the dark parts of n incidents, the seconds of their spans and the dark share of their days."""
    is_timed, is_long = length != WHOLE_DAY, length >= WHOLE_DAY
    least = int(np.count_nonzero(dark[~is_long] >= 1 - _ROUNDING))
    most = int(np.count_nonzero(dark[~is_long] > _ROUNDING)) + int(np.count_nonzero(is_timed & is_long))
    counts = np.array([least, most], np.float64)
    interval = weighted_count_interval(counts, counts)
    expected = float(share[is_timed].sum())
    total = int(np.count_nonzero(is_timed))
    return DarkIncidents(least, most, total, expected, float(interval.low[0]), float(interval.high[1]))


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


def _shares_of_days(moments: IntArray, middle: tuple[FloatArray, FloatArray], dark_below: float) -> FloatArray:
    """The shares (3, n) of light, twilight and dark in the days (UTC) of n moments."""
    days, day = np.unique(moments // DAY, return_inverse=True)
    elevation = sun_elevation(*middle, (days[:, np.newaxis] * DAY + np.arange(_STEP // 2, DAY, _STEP)).ravel())
    elevation = elevation.reshape(days.size, -1)
    light, dark = (elevation >= SUNSET).mean(axis=1), (elevation < dark_below).mean(axis=1)
    return np.stack([light, np.maximum(1 - light - dark, 0.0), dark])[:, day]
