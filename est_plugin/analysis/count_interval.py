# SPDX-License-Identifier: GPL-2.0-or-later
"""Between which bounds does the expected value of a count lie, when incidents count with weights of up to 1?

The gamma interval of Fay and Feuer (1997, Statistics in Medicine 16, 791-801) for weighted sums of Poisson counts. With
weights of 1 it is the exact Poisson interval (Garwood 1936).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray

#: From this shape on the approximation of Wilson and Hilferty is good to a hundred thousandth of the quantile.
_LARGE_SHAPE = 300.0
_STEPS = 60
_TERMS = 2000


@dataclass(frozen=True, eq=False)
class Interval:
    """Lower and upper bounds, float64 (k)."""

    low: FloatArray
    high: FloatArray


def weighted_count_interval(weight: FloatArray, squares: FloatArray, confidence: float = 0.95) -> Interval:
    """The interval for each of k sums of weights (each weight at most 1), given the sums of their squares."""
    tail = (1 - confidence) / 2
    low = np.zeros(weight.size)
    some = (weight > 0) & (squares > 0)
    scale = squares[some] / weight[some]
    low[some] = scale * _gamma_quantile(weight[some] / scale, tail)
    scale = (squares + 1) / (weight + 1)
    return Interval(low, scale * _gamma_quantile((weight + 1) / scale, 1 - tail))


def _gamma_quantile(shape: FloatArray, p: float) -> FloatArray:
    """The p quantile of gamma distributions with these shapes and scale 1."""
    z = NormalDist().inv_cdf(p)
    near = shape * np.maximum(1 - 1 / (9 * shape) + z / (3 * np.sqrt(shape)), 0.0) ** 3
    exact = shape < _LARGE_SHAPE
    if exact.any():
        near[exact] = _bisected(shape[exact], p)
    return near


def _bisected(shape: FloatArray, p: float) -> FloatArray:
    low, high = np.zeros(shape.size), shape + 12 * np.sqrt(shape) + 40
    for _ in range(_STEPS):
        middle = (low + high) / 2
        below = _lower_gamma(shape, middle) < p
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def _lower_gamma(shape: FloatArray, x: FloatArray) -> FloatArray:
    """P(a, x) by its series x^a e^-x / Gamma(a + 1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + ...); all terms positive."""
    logs = shape * np.log(x) - x - np.array([math.lgamma(a + 1) for a in shape.tolist()])
    term = np.ones(x.size)
    total = term.copy()
    for k in range(1, _TERMS):
        term = term * (x / (shape + k))
        total += term
        if (term <= 1e-16 * total).all():
            break
    return np.exp(logs) * total
