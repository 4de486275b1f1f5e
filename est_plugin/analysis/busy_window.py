# SPDX-License-Identifier: GPL-2.0-or-later
"""Which hours of the week hold more incidents than chance may give?

A scan (Kulldorff 1997): of all windows "these nights from 22 to 02" the one with the highest likelihood ratio is
compared with the highest that simulations give in which each incident falls on any hour of the period with the same
chance. The highest of all windows is what is compared, so p holds for them all together. Of incidents known to a span
of time those count for a window that lie wholly within it (``certain_hours``): never more than happened in it, so p is
rather too large than too small, however the spans came about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.certain_hours import LONGEST
from est_plugin.analysis.local_hours import HOURS_OF_WEEK
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.feedback import step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.analysis.certain_hours import CertainHours
    from est_plugin.feedback import Feedback

_DAYS = 7
_HOURS = 24
#: Lengths in hours that a person can plan for.
_LENGTHS = (2, 3, 4, 6, 8, LONGEST)
_AT_A_TIME = 111


class Weekday(StrEnum):
    """In the order of the week, from Monday."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]


_LABELS = {
    Weekday.MONDAY: QT_TRANSLATE_NOOP("est_plugin", "Monday"),
    Weekday.TUESDAY: QT_TRANSLATE_NOOP("est_plugin", "Tuesday"),
    Weekday.WEDNESDAY: QT_TRANSLATE_NOOP("est_plugin", "Wednesday"),
    Weekday.THURSDAY: QT_TRANSLATE_NOOP("est_plugin", "Thursday"),
    Weekday.FRIDAY: QT_TRANSLATE_NOOP("est_plugin", "Friday"),
    Weekday.SATURDAY: QT_TRANSLATE_NOOP("est_plugin", "Saturday"),
    Weekday.SUNDAY: QT_TRANSLATE_NOOP("est_plugin", "Sunday"),
}


@dataclass(frozen=True)
class HourWindow:
    """The same hours on days one after another; what reaches past midnight belongs to the day it begins on."""

    #: 0 is Monday.
    first_day: int
    days: int
    start: int
    length: int

    @property
    def hours(self) -> tuple[int, ...]:
        """Its hours of the week."""
        return tuple(
            ((self.first_day + day) * _HOURS + self.start + hour) % HOURS_OF_WEEK
            for day in range(self.days)
            for hour in range(self.length)
        )

    @property
    def sentence(self) -> Sentence:
        """E.g. ``Friday–Saturday 22–02``."""
        times = {"start": f"{self.start:02}", "end": f"{(self.start + self.length - 1) % _HOURS + 1:02}"}
        if self.days == _DAYS:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "every day {start}–{end}"), **times)
        week = tuple(Weekday)
        first, last = week[self.first_day], week[(self.first_day + self.days - 1) % _DAYS]
        if self.days == _DAYS - 1:
            # Friday-Wednesday would have to be counted out on the fingers.
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "every day but {day} {start}–{end}"),
                day=week[(self.first_day - 1) % _DAYS],
                **times,
            )
        if self.days == 1:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "{day} {start}–{end}"), day=first, **times)
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{first}–{last} {start}–{end}"), first=first, last=last, **times
        )


@dataclass(frozen=True)
class BusyWindow:
    """The busiest window, and how often chance gives one as busy."""

    window: HourWindow
    #: Incidents that lie in it for certain.
    inside: int
    #: The incidents that chance gives it on average.
    expected: float
    #: Incidents whose time of day is known, if only to a span.
    total: int
    p: float
    #: How many windows were compared.
    windows: int


def all_windows() -> tuple[HourWindow, ...]:
    """Every window that is looked at."""
    return tuple(
        HourWindow(first, days, start, length)
        for days in range(1, _DAYS + 1)
        for first in range(_DAYS if days < _DAYS else 1)
        for start in range(_HOURS)
        for length in _LENGTHS
    )


def busiest_window(
    incidents: CertainHours, exposure: FloatArray, feedback: Feedback, *, simulations: int = 999, seed: int = 1
) -> BusyWindow:
    """The busiest window of a week; ``exposure`` (168) are the hours of the period in each hour of the week.

    There must be an incident and an hour.
    """
    windows = all_windows()
    members = np.zeros((len(windows), HOURS_OF_WEEK), dtype=np.float32)
    for number, window in enumerate(windows):
        members[number, list(window.hours)] = 1.0
    chance = exposure / exposure.sum()
    shares = members @ chance
    observed, count = _inside(windows, incidents), incidents.total
    ratios = _likelihood_ratios(observed[:, np.newaxis], shares, float(count))[:, 0]
    best = int(np.argmax(ratios))
    generator = np.random.default_rng(seed)
    reached = 0
    for done in range(0, simulations, _AT_A_TIME):
        step(feedback, done / simulations)
        drawn = generator.multinomial(count, chance, min(_AT_A_TIME, simulations - done))
        sums = members @ drawn.T.astype(np.float32)
        highest = _likelihood_ratios(sums, shares, float(count)).max(axis=0)
        reached += int(np.count_nonzero(highest >= ratios[best]))
    p = (reached + 1) / (simulations + 1)
    return BusyWindow(windows[best], int(observed[best]), float(shares[best]) * count, count, p, len(windows))


def _inside(windows: tuple[HourWindow, ...], incidents: CertainHours) -> FloatArray:
    """The incidents that lie for certain in each window: in the hours of one of its days."""
    within = {length: incidents.within(length) for length in _LENGTHS}
    return np.array(
        [
            sum(
                int(within[window.length][(window.first_day + day) % _DAYS * _HOURS + window.start])
                for day in range(window.days)
            )
            for window in windows
        ],
        dtype=np.float64,
    )


def _likelihood_ratios(inside: FloatArray, shares: FloatArray, total: float) -> FloatArray:
    """Logarithms (windows, maps) of the likelihood ratio of each window; 0 where it holds no more than its share."""
    expected = (shares * total)[:, np.newaxis]
    # A window that the period hardly holds says nothing.
    is_usable = (expected > 0) & (expected < total)
    expected = np.where(is_usable, expected, total / 2)
    outside = np.maximum(total - inside, 0.0)
    # 0 log 0 is 0.
    ratio = inside * np.log(np.maximum(inside, 1e-30) / expected)
    ratio += outside * np.log(np.maximum(outside, 1e-30) / (total - expected))
    return np.where(is_usable & (inside > expected), ratio, 0.0)
