# SPDX-License-Identifier: GPL-2.0-or-later
"""Between which limits does the mean lie that a count was drawn from?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

_HALVINGS = 80


@dataclass(frozen=True)
class CountInterval:
    """Limits of the mean of a Poisson count."""

    low: float
    high: float


def poisson_interval(count: int, confidence: float = 0.95) -> CountInterval:
    """The exact limits, which hold the mean in at least ``confidence`` of the cases; the lower is 0 for a count of 0.

    Source: Garwood, F. (1936), Biometrika 28, 437-442.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _mean_where_at_least(count, tail)
    return CountInterval(low, _mean_where_at_least(count + 1, 1 - tail))


def _mean_where_at_least(count: int, probability: float) -> float:
    """The mean at which P(X >= count) is ``probability``; ``count`` is 1 or more."""
    below = np.arange(count)
    factorials = np.concatenate(([0.0], np.cumsum(np.log(below[1:])))) if count > 1 else np.zeros(1)
    low, high = 0.0, count + 10 * math.sqrt(count) + 20
    for _ in range(_HALVINGS):
        mean = (low + high) / 2
        missed = float(np.exp(below * math.log(mean) - mean - factorials).sum())
        low, high = (mean, high) if 1 - missed < probability else (low, mean)
    return (low + high) / 2
