# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a series rise or fall over its periods more steadily than chance explains?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: With four periods even a series that only rises is no proof: 2 of 24 orders are as extreme.
FEWEST_PERIODS = 5
#: Up to here the distribution of all orders is counted out, where no two values are equal.
MOST_PERIODS_EXACT = 10


@dataclass(frozen=True, eq=False)
class Trends:
    """The trend of each of n series; arrays of n."""

    #: Pairs of periods in which the later value is higher, less those in which it is lower.
    s: IntArray
    #: Variance of ``s`` under chance, ties taken into account.
    variance: FloatArray
    #: Standardised with continuity correction; 0 where ``s`` is.
    z: FloatArray
    #: Two-sided: exact for up to 10 periods without ties, else of the normal distribution.
    p: FloatArray
    #: Where p is exact.
    is_exact: BoolArray


def mann_kendall(series: FloatArray) -> Trends:
    """Mann and Kendall's test of each column of ``series`` (T periods, n series).

    It takes the periods for independent of each other; a season in them is no trend, but may look like one.

    Raises InputError under five periods, and for values that are no numbers.
    Source: Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods.
    """
    series = np.asarray(series, dtype=np.float64)
    _check(series)
    periods, columns = series.shape
    s, equals = np.zeros(columns, dtype=np.int64), np.zeros((periods, columns), dtype=np.int64)
    for lag in range(1, periods):
        later, earlier = series[lag:], series[:-lag]
        s += (later > earlier).sum(axis=0) - (later < earlier).sum(axis=0)
        is_equal = later == earlier
        equals[lag:] += is_equal
        equals[:-lag] += is_equal
    # Each value of a group of t equal ones has t - 1 equals; together they give t (t - 1) (2 t + 5).
    ties = (equals * (2 * equals + 7)).sum(axis=0)
    variance = (periods * (periods - 1) * (2 * periods + 5) - ties) / 18
    z = np.zeros(columns)
    np.divide(s - np.sign(s), np.sqrt(variance), out=z, where=variance > 0)
    is_exact = (ties == 0) & (periods <= MOST_PERIODS_EXACT)
    p = np.array([math.erfc(abs(value) / math.sqrt(2)) for value in z.tolist()])
    if periods <= MOST_PERIODS_EXACT:
        p = np.where(is_exact, _exact(periods)[np.abs(s)], p)
    return Trends(s, variance, z, p, is_exact)


def _exact(periods: int) -> FloatArray:
    """P(|S| >= s) over all orders of so many different values, for s = 0 .. periods (periods - 1) / 2.

    The orders with k pairs the wrong way round are counted by adding one value after the other, and S is the number of
    pairs less 2 k.
    """
    orders = np.ones(1)
    for size in range(2, periods + 1):
        orders = np.convolve(orders, np.ones(size))
    pairs = orders.size - 1
    distance = np.abs(pairs - 2 * np.arange(pairs + 1))
    share = np.bincount(distance, orders, minlength=pairs + 1) / orders.sum()
    return np.asarray(np.cumsum(share[::-1])[::-1])


def _check(series: FloatArray) -> None:
    if series.ndim != 2 or len(series) < FEWEST_PERIODS:  # noqa: PLR2004 (periods by series)
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No trend can be told."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "There are {periods} whole periods; with fewer than {fewest}, even a "
                "series that only rises may be chance.",
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose shorter periods or more of them."),
            periods=len(series),
            fewest=FEWEST_PERIODS,
        )
    if not np.isfinite(series).all():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No trend can be told."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A value of the series is no number."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Read the incidents again."),
        )
