# SPDX-License-Identifier: GPL-2.0-or-later
"""How are incidents spread over the hours of the week, or the months, when some are known to a span of time only?

Aoristic weights (Ratcliffe 2000, 2002): an incident that happened at some moment between ``time`` and ``until``
counts in each bin with the part of that span that lies in it, in all with 1. The overlap is continuous, and a span of
several weeks goes round truthfully.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.local_hours import HOUR, HOURS_OF_WEEK, MONTHS

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.analysis.local_hours import LocalHours

DAY = 24 * HOUR
WEEK = HOURS_OF_WEEK * HOUR
#: What a day without a time of day becomes: from its first second to its last.
WHOLE_DAY = DAY - 1


@dataclass(frozen=True, eq=False)
class Profile:
    """The weight in each of k bins. The sum is the number of incidents."""

    #: float64 (k).
    weight: FloatArray
    #: Sum over the incidents of the square of their weight in the bin: the variance of ``weight`` when incidents come
    #: independently. For a span that meets a bin several times a bound from above.
    squares: FloatArray


@dataclass(frozen=True)
class Spans:
    """How exactly the times are known: numbers of incidents."""

    total: int
    #: Known to the day only.
    whole_day: int
    #: Over two hours, without those known to the day only.
    over_two_hours: int
    #: Over 24 hours.
    over_day: int
    #: With an end before the beginning: they count at their beginning.
    reversed: int


def week_profile(time: IntArray, until: IntArray, hours: LocalHours) -> Profile:
    """The weight in each of the 168 hours of the week; ``time`` and ``until`` (n) are seconds since 1970, UTC.

    ``hours`` must reach from the first to the last of them.
    """
    bins = np.arange(hours.local.size)
    return _folded(_spread(time, until, hours, bins, HOURS_OF_WEEK), hours.hour_of_week, HOURS_OF_WEEK)


def month_profile(time: IntArray, until: IntArray, hours: LocalHours) -> Profile:
    """The weight in each of the 12 months of the year, as ``week_profile``."""
    month = hours.month
    first = int(month[0])
    months = np.arange(first, int(month[-1]) + 1)
    return _folded(_spread(time, until, hours, month - first, MONTHS), months % MONTHS, MONTHS)


def measure_spans(time: IntArray, until: IntArray) -> Spans:
    """How long the spans of n incidents are."""
    length = until - time
    return Spans(
        total=time.size,
        whole_day=int(np.count_nonzero(length == WHOLE_DAY)),
        over_two_hours=int(np.count_nonzero((length > 2 * HOUR) & (length != WHOLE_DAY))),
        over_day=int(np.count_nonzero(length > DAY)),
        reversed=int(np.count_nonzero(length < 0)),
    )


def _spread(time: IntArray, until: IntArray, hours: LocalHours, bins: IntArray, cycle: int) -> Profile:
    """Weights in bins of whole hours one after another; ``bins`` (h, never falling) gives the bin of each hour.

    ``cycle`` bins later the same bin of the profile comes again.
    """
    first = bins[time // HOUR - hours.first]
    ends = np.maximum(until, time)
    last = bins[ends // HOUR - hours.first]
    is_spread = first != last
    count = int(bins[-1]) + 1
    weight = np.bincount(first[~is_spread], minlength=count).astype(np.float64)
    squares = weight.copy()
    if is_spread.any():
        edges = (hours.first + np.searchsorted(bins, np.arange(count + 1))) * HOUR
        _add_spread(
            weight, squares, (time[is_spread], ends[is_spread], first[is_spread], last[is_spread], edges), cycle
        )
    return Profile(weight, squares)


def _add_spread(
    weight: FloatArray,
    squares: FloatArray,
    spans: tuple[IntArray, IntArray, IntArray, IntArray, IntArray],
    cycle: int,
) -> None:
    """Add spans that reach over several bins: parts of the first and last bin, and a rate over those between."""
    time, until, first, last, edges = spans
    width = np.diff(edges).astype(np.float64)
    rate = 1.0 / (until - time)
    in_first, in_last = (edges[first + 1] - time) * rate, (until - edges[last]) * rate
    # (w1 + ... + wm)² is at most m (w1² + ... + wm²).
    visits = (last - first) // cycle + 1
    weight += _laid_out((first, last), (in_first, in_last), rate, width)
    squares += _laid_out((first, last), (visits * in_first**2, visits * in_last**2), visits * rate**2, width**2)


def _laid_out(
    bins: tuple[IntArray, IntArray], at_ends: tuple[FloatArray, FloatArray], rate: FloatArray, width: FloatArray
) -> FloatArray:
    """Values at the first and the last bin of each span, and rate times width in those between."""
    (first, last), (at_first, at_last), count = bins, at_ends, width.size
    rises = np.bincount(first + 1, rate, count) - np.bincount(last, rate, count)
    # Rounding may leave a trace of what has ended.
    between = np.maximum(np.cumsum(rises), 0.0) * width
    return np.asarray(np.bincount(first, at_first, count) + np.bincount(last, at_last, count) + between)


def _folded(spread: Profile, places: IntArray, count: int) -> Profile:
    weight, squares = (
        np.asarray(np.bincount(places, values, count), np.float64) for values in (spread.weight, spread.squares)
    )
    return Profile(weight, squares)
