# SPDX-License-Identifier: GPL-2.0-or-later
"""On which day and in which part of it did incidents happen, as far as that is known?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.local_hours import HOUR, LocalHours
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.arrays import BoolArray, IntArray

UNKNOWN = -1
_HOURS_OF_DAY = 24
#: 1970-01-01 was a Thursday; Monday is 0.
_FIRST_WEEKDAY, _DAYS_OF_WEEK = 3, 7
_SATURDAY = 5


class DayPart(StrEnum):
    """Parts of a day by the clock. None goes past midnight, so that each belongs to one weekday."""

    NIGHT = "night"
    DAY = "day"
    EVENING = "evening"

    @property
    def label(self) -> str:
        """Source text of the part with its hours."""
        return _LABELS[self]


_LABELS = {
    DayPart.NIGHT: QT_TRANSLATE_NOOP("est_plugin", "Night (00–06)"),
    DayPart.DAY: QT_TRANSLATE_NOOP("est_plugin", "Day (06–18)"),
    DayPart.EVENING: QT_TRANSLATE_NOOP("est_plugin", "Evening (18–24)"),
}
PARTS = tuple(DayPart)
#: The hours at which the later parts begin.
_BEGINS = (6, 18)


@dataclass(frozen=True, eq=False)
class LocalDays:
    """Days and their parts, int64 (n) each; ``UNKNOWN`` where an incident can have happened on or in several."""

    #: Days since 1970-01-01.
    day: IntArray
    #: Index into ``PARTS``.
    part: IntArray

    @property
    def is_weekend(self) -> BoolArray:
        """Is it a Saturday or a Sunday for certain?"""
        known: BoolArray = self.day != UNKNOWN
        return known & ((self.day + _FIRST_WEEKDAY) % _DAYS_OF_WEEK >= _SATURDAY)


def local_days(time: IntArray, until: IntArray, zone: ZoneInfo) -> LocalDays:
    """Of incidents that began at ``time`` at the earliest and ``until`` at the latest (n; seconds since 1970, UTC).

    Raises InputError for times before 1950 or after 2150.
    """
    if len(time) == 0:
        return LocalDays(np.zeros(0, np.int64), np.zeros(0, np.int64))
    hours = LocalHours.between(int(min(time.min(), until.min())), int(max(time.max(), until.max())), zone)
    first, last = (hours.local[moment // HOUR - hours.first] for moment in (time, until))
    part, part_until = (np.digitize(moment % _HOURS_OF_DAY, _BEGINS) for moment in (first, last))
    day = first // _HOURS_OF_DAY
    is_one_day = day == last // _HOURS_OF_DAY
    return LocalDays(
        day=np.where(is_one_day, day, UNKNOWN),
        part=np.where(is_one_day & (part == part_until), part, UNKNOWN),
    )
