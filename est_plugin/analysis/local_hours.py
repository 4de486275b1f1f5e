# SPDX-License-Identifier: GPL-2.0-or-later
"""Which hour on the clocks of a place is each hour of UTC?

Clocks change on whole hours, and stand whole hours from UTC: so each hour of UTC is one hour of the clock. The days on
which summer time begins and ends have 23 and 25 of them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.arrays import IntArray

HOUR = 3600
HOURS_OF_WEEK = 168
MONTHS = 12
_HOURS_OF_DAY = 24
#: 1970-01-01 was a Thursday; weeks begin on Monday.
_FIRST_WEEKDAY = 3
#: In hours. Summer time and winter time each last longer.
_STEP = 14 * _HOURS_OF_DAY
#: Seconds since 1970 of 1950 and 2150: between them Swedish clocks stand whole hours from UTC.
_EARLIEST, _LATEST = -631_152_000, 5_680_281_600


@dataclass(frozen=True, eq=False)
class LocalHours:
    """The hours of UTC from ``first`` on (hours since 1970), each with the hour that clocks show."""

    first: int
    #: Hours since 1970-01-01 0 o'clock on the clock, int64 (h).
    local: IntArray

    @classmethod
    def between(cls, start: int, end: int, zone: ZoneInfo) -> LocalHours:
        """The hours that hold the seconds ``start`` to ``end`` (since 1970, UTC), the last of them included.

        Raises InputError for times before 1950 or after 2150.
        """
        if start < _EARLIEST or end > _LATEST:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The times of the incidents cannot be analysed."),
                why=QT_TRANSLATE_NOOP("est_plugin", "At least one of them lies before 1950 or after 2150."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the time, or choose a period without it."),
            )
        first, last = start // HOUR, end // HOUR
        offsets = np.empty(last - first + 1, dtype=np.int64)
        for hour, offset in _changes(first, last, zone):
            offsets[hour - first :] = offset
        return cls(first, np.arange(first, last + 1) + offsets)

    @property
    def hour_of_week(self) -> IntArray:
        """0 for Monday 0–1 o'clock to 167 for Sunday 23–24, (h)."""
        return (self.local + _FIRST_WEEKDAY * _HOURS_OF_DAY) % HOURS_OF_WEEK

    @property
    def month(self) -> IntArray:
        """Months since January 1970, (h); modulo 12 it is the month of the year."""
        return self.local.astype("datetime64[h]").astype("datetime64[M]").astype(np.int64)


def _changes(first: int, last: int, zone: ZoneInfo) -> list[tuple[int, int]]:
    """The hours from which on clocks stand another number of hours from UTC, with that number."""
    found = [(first, _offset(first, zone))]
    for start, end in pairwise([*range(first, last, _STEP), last]):
        offset = _offset(end, zone)
        if offset != found[-1][1]:
            # The first hour of those up to the end with the new number.
            hours = range(start, end + 1)
            found.append((hours[bisect_left(hours, 1, key=lambda hour: int(_offset(hour, zone) == offset))], offset))
    return found


def _offset(hour: int, zone: ZoneInfo) -> int:
    """Hours that clocks are ahead of UTC."""
    ahead = datetime.fromtimestamp(hour * HOUR, UTC).astimezone(zone).utcoffset()
    return 0 if ahead is None else round(ahead.total_seconds() / HOUR)
