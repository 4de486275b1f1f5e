# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie for certain within some hours of the week, when some are known to a span of time only?

A span says when people left and came back, too. Whoever spreads it out, and tests the outcome, finds a rhythm of theirs
where incidents have none. An incident whose whole span lies within the hours happened in them, whatever was done; so
these are never more than truly happened in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.aoristic import WHOLE_DAY
from est_plugin.analysis.local_hours import HOUR, HOURS_OF_WEEK

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.local_hours import LocalHours

#: Hours of the longest window: a longer span lies in none.
LONGEST = 12


@dataclass(frozen=True, eq=False)
class CertainHours:
    """Incidents by the hours in which they may have happened."""

    #: int64 (168, LONGEST): by the first hour of the week, and by how many hours from there on are touched, less 1.
    counts: IntArray
    #: Incidents, also those that touch more hours.
    total: int

    def within(self, length: int) -> IntArray:
        """Incidents (168) that lie wholly within so many hours from each hour of the week on."""
        found = np.zeros(HOURS_OF_WEEK, dtype=np.int64)
        for touched in range(1, length + 1):
            for later in range(length - touched + 1):
                found += np.roll(self.counts[:, touched - 1], -later)
        return found


def certain_hours(time: IntArray, until: IntArray, hours: LocalHours) -> CertainHours:
    """The hours of n incidents, ``time`` and ``until`` in seconds since 1970, UTC; ``hours`` must reach over them.

    Those known to the day only do not count: whether the time of day was written down is taken to be none of its doing.
    """
    is_timed = until - time != WHOLE_DAY
    start = time[is_timed]
    last = np.maximum(until[is_timed] - 1, start)
    first_hour, last_hour = start // HOUR - hours.first, last // HOUR - hours.first
    # On the clock: in the night when summer time begins, three hours of it are two.
    touched = np.maximum(hours.local[last_hour] - hours.local[first_hour], 0) + 1
    is_short = touched <= LONGEST
    places = hours.hour_of_week[first_hour[is_short]] * LONGEST + touched[is_short] - 1
    counts = np.bincount(places, minlength=HOURS_OF_WEEK * LONGEST).reshape(HOURS_OF_WEEK, LONGEST)
    return CertainHours(counts.astype(np.int64), start.size)
