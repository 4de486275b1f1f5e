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
#: Days of a year, without and with a leap day.
_YEAR = (365, 366)


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
    periods = len(series)
    s, variance, ties = _statistics(series)
    z, p = _normal(s, variance)
    is_exact = (ties == 0) & (periods <= MOST_PERIODS_EXACT)
    if periods <= MOST_PERIODS_EXACT:
        p = np.where(is_exact, _exact(periods)[np.abs(s)], p)
    return Trends(s, variance, z, p, is_exact)


def seasonal_mann_kendall(series: FloatArray, seasons: int) -> Trends:
    """The test with each season compared only with itself; a year has ``seasons`` periods without gaps.

    Raises InputError as ``mann_kendall``.
    Source: Hirsch, Slack and Smith (1982), Water Resources Research 18.
    """
    series = np.asarray(series, dtype=np.float64)
    _check(series)
    parts = [_statistics(series[first::seasons]) for first in range(seasons)]
    s = np.sum([part[0] for part in parts], axis=0)
    variance = np.sum([part[1] for part in parts], axis=0)
    z, p = _normal(s, variance)
    return Trends(s, variance, z, p, np.zeros(s.shape, dtype=np.bool_))


def trends_beside_season(series: FloatArray, days: IntArray) -> Trends | None:
    """The trends of consecutive periods of ``days`` (T) days, or None where a season may look like one.

    None for periods shorter than a year that do not divide it, or that span less than two years.
    Raises InputError as ``mann_kendall``.
    """
    plain = mann_kendall(series)
    seasons = _seasons(np.asarray(days))
    if seasons == 1:
        return plain
    return seasonal_mann_kendall(series, seasons) if seasons and len(days) >= 2 * seasons else None


def _seasons(days: IntArray) -> int:
    """How many of the periods make up a year wherever one begins; 0 for none."""
    if days.min() >= _YEAR[0]:
        return 1
    reached = np.concatenate([[0], np.cumsum(days)])
    number = int(np.searchsorted(reached, _YEAR[0]))
    years = reached[number:] - reached[: len(reached) - number]
    return number if years.size and bool(np.isin(years, _YEAR).all()) else 0


def _statistics(series: FloatArray) -> tuple[IntArray, FloatArray, IntArray]:
    """S, its variance, and the ties of each column."""
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
    return s, variance, ties


def _normal(s: IntArray, variance: FloatArray) -> tuple[FloatArray, FloatArray]:
    """z with continuity correction, and its two-sided p."""
    z = np.zeros(s.shape)
    np.divide(s - np.sign(s), np.sqrt(variance), out=z, where=variance > 0)
    return z, np.array([math.erfc(abs(value) / math.sqrt(2)) for value in z.tolist()])


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
