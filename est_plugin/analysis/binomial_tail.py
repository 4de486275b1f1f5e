# SPDX-License-Identifier: GPL-2.0-or-later
"""How likely is it that at least k of n incidents fall into one of two groups?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Up to here the error of Stirling's formula is taken from the factorial itself.
_SMALL = 16
_STIRLING_ERRORS = np.array(
    [0.0]
    + [math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2 * math.pi) for n in range(1, _SMALL + 1)]
)
#: Keeps the continued fraction from dividing by zero.
_TINY = 1e-300
#: Relative distance from the mean, under which a difference of logarithms would cancel.
_NEAR = 0.1
_PRECISION = 1e-15
_MOST_STEPS = 200_000
#: Natural logarithm of the odds, beyond which no count that fits into a computer lies.
_WIDEST = 60.0
_HALVINGS = 64


def at_least(count: IntArray, total: IntArray, odds: FloatArray) -> FloatArray:
    """P(X >= count) for X ~ Bin(total, odds / (1 + odds)), element by element; relative error about 1e-12.

    ``odds`` must be positive and finite. By the continued fraction of the incomplete beta function
    I_p(count, total - count + 1) (DLMF 8.17.22), whose leading factor is a binomial probability.
    """
    shape = np.broadcast_shapes(count.shape, total.shape, odds.shape)
    counts, totals, all_odds = (np.broadcast_to(np.asarray(a, np.float64), shape) for a in (count, total, odds))
    tail = np.ones(shape)
    tail[counts > totals] = 0.0
    inner = (counts > 0) & (counts <= totals)
    k, n, inner_odds = counts[inner], totals[inner], all_odds[inner]
    p, rest = inner_odds / (1 + inner_odds), 1 / (1 + inner_odds)
    # The fraction converges fast on one side of the mean; on the other the complement is computed.
    is_upper = k > (n + 1) * p
    a, b = np.where(is_upper, k, n - k + 1), np.where(is_upper, n - k + 1, k)
    x = np.where(is_upper, p, rest)
    # x^a y^b / (a B(a, b)) is (1 - p) P(X = k); for the complement it is p P(X = k - 1).
    factor = _probability(k, n, p, rest) * rest * np.where(is_upper, 1.0, k / (n - k + 1))
    part = factor * _continued_fraction(a, b, x)
    tail[inner] = np.where(is_upper, part, 1.0 - part)
    return tail


def odds_where_at_least(count: IntArray, total: IntArray, probability: float) -> FloatArray:
    """The odds at which P(X >= count) is ``probability`` (0..1): 0 where ``count`` is 0; relative error about 1e-12.

    The lower limit of Clopper and Pearson's interval, as odds. Source: Clopper & Pearson (1934), Biometrika 26.
    """
    count, total = np.broadcast_arrays(np.asarray(count), np.asarray(total))
    low, high = np.full(count.shape, -_WIDEST), np.full(count.shape, _WIDEST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_above = at_least(count, total, np.exp(middle)) > probability
        low, high = np.where(is_above, low, middle), np.where(is_above, middle, high)
    return np.where(count > 0, np.exp((low + high) / 2), 0.0)


def _probability(k: FloatArray, n: FloatArray, p: FloatArray, rest: FloatArray) -> FloatArray:
    """P(X = k), 1 <= k <= n. Source: C. Loader (2000), Fast and accurate computation of binomial probabilities."""
    missed = n - k
    log = _stirling_error(n) - _stirling_error(k) - _stirling_error(missed) - _deviance(k, n * p)
    log -= _deviance(missed, n * rest)
    # For k = n nothing is missed, and the root of the factorials' product loses that term.
    spread = np.where(missed > 0, 2 * np.pi * k * np.maximum(missed, 1.0) / n, 1.0)
    probability: FloatArray = np.exp(log) / np.sqrt(spread)
    return probability


def _deviance(x: FloatArray, mean: FloatArray) -> FloatArray:
    """X log(x / mean) + mean - x, without cancellation near the mean."""
    off = (x - mean) / mean
    is_near = np.abs(off) < _NEAR
    near = np.where(is_near, off, 0.0)
    far = x * np.log(np.maximum(x, _TINY) / mean) + mean - x
    return np.where(is_near, mean * ((1 + near) * np.log1p(near) - near), far)


def _stirling_error(n: FloatArray) -> FloatArray:
    """log n! less Stirling's formula for it; 0 for n = 0."""
    large = np.maximum(n, _SMALL)
    square = large * large
    series = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / large
    return np.where(n > _SMALL, series, _STIRLING_ERRORS[np.minimum(n, _SMALL).astype(np.int64)])


def _continued_fraction(a: FloatArray, b: FloatArray, x: FloatArray) -> FloatArray:
    """The fraction of DLMF 8.17.22 by Lentz's method, for all elements until the slowest has converged."""
    c: FloatArray = np.ones(x.shape)
    d: FloatArray = 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    value = d.copy()
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _away_from_zero(1 + even * d), _away_from_zero(1 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _away_from_zero(1 + odd * d), _away_from_zero(1 + odd / c)
        value *= d * c
        if np.all(np.abs(d * c - 1) < _PRECISION):
            break
    return value


def _away_from_zero(values: FloatArray) -> FloatArray:
    return np.where(np.abs(values) < _TINY, _TINY, values)
