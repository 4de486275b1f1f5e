# SPDX-License-Identifier: GPL-2.0-or-later
"""When do incidents happen: at which hours of the week, in which months, in light or dark?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.aoristic import WEEK, Profile, Spans, measure_spans, month_profile, week_profile
from est_plugin.analysis.busy_window import BusyWindow, busiest_window
from est_plugin.analysis.certain_hours import certain_hours
from est_plugin.analysis.count_interval import weighted_count_interval
from est_plugin.analysis.daylight import Daylight, measure_daylight
from est_plugin.analysis.local_hours import HOUR, HOURS_OF_WEEK, MONTHS, LocalHours
from est_plugin.analysis.rhythm_method import method_of
from est_plugin.analysis.sun import CIVIL_DARK
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback, step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback

#: With fewer incidents no rhythm is spoken of.
FEWEST = 30
#: What chance does more often than this is not told as a rhythm.
SIGNIFICANCE = 0.05
_CONFIDENCE = 0.95


@dataclass(frozen=True)
class RhythmRequest:
    """What is asked. Without ``period`` the days from the first incident to the last are taken, whole."""

    #: The clocks that people live by.
    zone: ZoneInfo
    #: First second of the period and first second after it, since 1970, UTC.
    period: tuple[int, int] | None = None
    #: The same of the time that reports tell of: of the rest of the period nobody knows how much happened. Incidents
    #: beyond it widen it.
    known: tuple[int, int] | None = None
    #: Degrees: the sun stands lower when it is dark.
    dark_below: float = CIVIL_DARK
    simulations: int = 999
    seed: int = 1


@dataclass(frozen=True, eq=False)
class Rates:
    """Incidents in k hours of the week or months; float64 (k) each."""

    weight: FloatArray
    #: Hours of the period in each: a night of 23 or 25 hours counts as such.
    exposure: FloatArray
    #: Bounds (95 %, each by itself) of the incidents per hour; NaN where the period has no hour.
    low: FloatArray
    high: FloatArray

    @property
    def rate(self) -> FloatArray:
        """Incidents per hour; NaN where the period has no such hour."""
        return _per_hour(self.weight, self.exposure)

    @property
    def ratio(self) -> FloatArray:
        """The rate as a multiple of the mean of the period."""
        return self.rate * (self.exposure.sum() / self.weight.sum())


@dataclass(frozen=True, eq=False)
class Rhythm:
    """The profiles of a period, and what they allow to say."""

    week: Rates
    months: Rates
    spans: Spans
    #: First day and last day that count.
    days: tuple[date, date]
    #: Hours of the period that reports do not tell of.
    left_out: int
    #: None with too few incidents, or for a period that holds not every hour of the week.
    window: BusyWindow | None
    #: None where nothing is known of the places.
    daylight: Daylight | None
    method: MethodBox

    @property
    def has_rhythm(self) -> bool:
        """Is the busiest window busier than chance makes one?"""
        return self.window is not None and self.window.p <= SIGNIFICANCE

    @property
    def sentence(self) -> Sentence:
        """The result in one sentence."""
        if self.spans.total < FEWEST:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin", "Too few incidents to speak of a rhythm: {count}, and {least} are needed."
                ),
                count=self.spans.total,
                least=FEWEST,
            )
        if self.spans.total - self.spans.whole_day < FEWEST:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Too few incidents with a known time of day to speak of a rhythm: {count}, and {least} are needed.",
                ),
                count=self.spans.total - self.spans.whole_day,
                least=FEWEST,
            )
        if self.window is None:
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "The period is shorter than a week: too short for a rhythm.")
            )
        if not self.has_rhythm:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "No clear rhythm: the busiest hours of the week are no busier than chance can make them.",
                )
            )
        return Sentence(
            _AT_LEAST if self.spans.over_two_hours else _MORE,
            window=self.window.window.sentence,
            inside=self.window.inside,
            total=self.window.total,
            expected=round(self.window.expected),
        )

    @property
    def reach(self) -> Sentence | None:
        """What to say when a part of the period is not known."""
        if not self.left_out:
            return None
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Only {first} – {last} counts: of the other days of the period there are no reports yet."
            ),
            first=self.days[0],
            last=self.days[1],
        )


_MORE = QT_TRANSLATE_NOOP(
    "est_plugin",
    "More than expected {window}: {inside} of {total} incidents, where {expected} would be if all hours were alike. "
    "These hours were chosen because they stand out, so they look busier than they are.",
)
_AT_LEAST = QT_TRANSLATE_NOOP(
    "est_plugin",
    "More than expected {window}: at least {inside} of {total} incidents, where {expected} would be if all hours were "
    "alike. These hours were chosen because they stand out, so they look busier than they are.",
)


def find_rhythm(
    points: PointSet, places: tuple[FloatArray, FloatArray] | None, request: RhythmRequest, feedback: Feedback
) -> Rhythm:
    """The rhythm of incidents with times. ``places`` are their longitudes and latitudes in WGS 84, for the sun.

    A span that reaches beyond the period counts in full, as those that began before the period are not in it.
    Raises InputError without incidents or times.
    """
    time, until = times_of(points)
    period = _known_part(request, time, until)
    latest = max(int(until.max()), int(time.max()), period[1])
    hours = LocalHours.between(min(int(time.min()), period[0]), latest, request.zone)
    step(feedback, 0.1)
    week = _rates(week_profile(time, until, hours), _hours_in(period, hours, hours.hour_of_week, HOURS_OF_WEEK))
    months = _rates(month_profile(time, until, hours), _hours_in(period, hours, hours.month % MONTHS, MONTHS))
    step(feedback, 0.3)
    window, certain = None, certain_hours(time, until, hours)
    if certain.total >= FEWEST and period[1] - period[0] >= WEEK - HOUR:
        chance = PartFeedback(feedback, 0.3, 0.8)
        window = busiest_window(certain, week.exposure, chance, simulations=request.simulations, seed=request.seed)
    daylight = None if places is None else measure_daylight((time, until), places, request.dark_below)
    step(feedback, 1.0)
    first, last = (datetime.fromtimestamp(second, request.zone).date() for second in (period[0], period[1] - 1))
    return Rhythm(
        week=week,
        months=months,
        spans=measure_spans(time, until),
        days=(first, last),
        left_out=0 if request.period is None else _hours_of(request.period) - _hours_of(period),
        window=window,
        daylight=daylight,
        method=method_of(request, period, window, points.checksum()),
    )


def _known_part(request: RhythmRequest, time: IntArray, until: IntArray) -> tuple[int, int]:
    """The part of the period that reports tell of, as bounds like those of the period."""
    if request.period is None:
        return whole_days(time, until, request.zone)
    if request.known is None:
        return request.period
    first, last = whole_days(time, time, request.zone)
    start = max(request.period[0], min(request.known[0], first))
    end = min(request.period[1], max(request.known[1], last))
    return (start, end) if start < end else request.period


def _hours_of(period: tuple[int, int]) -> int:
    return (period[1] - period[0]) // HOUR


def times_of(points: PointSet) -> tuple[IntArray, IntArray]:
    """Earliest and latest second of each incident.

    Raises InputError without incidents or times.
    """
    if points.time is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The times of the incidents cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The incidents have no times."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the field with the time, or an EST database."),
        )
    if len(points) == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The times of the incidents cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is no incident in the period or the layer."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or take in reports first."),
        )
    return points.time, points.time if points.until is None else points.until


def whole_days(time: IntArray, until: IntArray, zone: ZoneInfo) -> tuple[int, int]:
    """Midnight before the first incident, and midnight after the last, on the clocks of ``zone``."""
    hours = LocalHours.between(int(time.min()), max(int(until.max()), int(time.max())), zone)
    ahead = hours.local[[0, -1]] - (hours.first + np.array([0, hours.local.size - 1]))
    first_day, last_day = hours.local[0] // 24, hours.local[-1] // 24
    start = _midnight(int(first_day), int(ahead[0]), zone)
    return start, _midnight(int(last_day) + 1, int(ahead[1]), zone)


def _midnight(day: int, ahead: int, zone: ZoneInfo) -> int:
    """The second at which a day (since 1970) begins, on clocks that stand about ``ahead`` hours from UTC."""
    guess = (day * 24 - ahead) * HOUR
    nearby = LocalHours.between(guess - 2 * HOUR, guess + 2 * HOUR, zone)
    return (nearby.first + int(np.flatnonzero(nearby.local >= day * 24)[0])) * HOUR


def _hours_in(period: tuple[int, int], hours: LocalHours, places: IntArray, count: int) -> FloatArray:
    inside = slice(period[0] // HOUR - hours.first, period[1] // HOUR - hours.first)
    return np.bincount(places[inside], minlength=count).astype(np.float64)


def _rates(profile: Profile, exposure: FloatArray) -> Rates:
    interval = weighted_count_interval(profile.weight, profile.squares, _CONFIDENCE)
    return Rates(profile.weight, exposure, _per_hour(interval.low, exposure), _per_hour(interval.high, exposure))


def _per_hour(weight: FloatArray, exposure: FloatArray) -> FloatArray:
    return np.divide(weight, exposure, out=np.full(weight.size, np.nan), where=exposure > 0)
