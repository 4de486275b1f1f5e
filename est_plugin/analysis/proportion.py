# SPDX-License-Identifier: GPL-2.0-or-later
"""Between which bounds may the true share lie, when ``hits`` of ``trials`` were counted?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

#: Halvings of 0..1: more would pass the precision of a float.
_HALVINGS = 60
_SMALLEST = 1e-300
_CONVERGED = 1e-15
#: A continued fraction of this kind needs about the square root of its parameters: enough for 10 million trials.
_MAX_TERMS = 20_000


@dataclass(frozen=True)
class ShareInterval:
    """A share and the bounds of its confidence interval, each 0..1."""

    share: float
    low: float
    high: float

    @property
    def sentence(self) -> Sentence:
        """In per cent, e.g. 3.5 % (1.4–7.1); who tells it says that the bounds are those of 95 %."""
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{share} % ({low}–{high})"),
            share=_per_cent(self.share),
            low=_per_cent(self.low),
            high=_per_cent(self.high),
        )


def exact_interval(hits: int, trials: int, confidence: float = 0.95) -> ShareInterval:
    """The share of ``hits`` in independent ``trials`` (at least 1), covered with at least ``confidence``.

    Source: Clopper, C. & Pearson, E. (1934), Biometrika 26, 404-413: each bound is the share under which as many hits,
    or as few, come with half of the chance that is left.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else _quantile(tail, hits, trials - hits + 1)
    high = 1.0 if hits == trials else _quantile(1 - tail, hits + 1, trials - hits)
    return ShareInterval(hits / trials, low, high)


def score_interval(hits: float, trials: int, confidence: float = 0.95) -> ShareInterval:
    """The same, near ``confidence`` on the average, and also for ``hits`` that are a mean and no whole number.

    Source: Wilson, E. (1927), Journal of the American Statistical Association 22, 209-212.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = hits / trials
    middle = share + z * z / (2 * trials)
    spread = z * math.sqrt(share * (1 - share) / trials + (z / (2 * trials)) ** 2)
    scale = 1 + z * z / trials
    # Rounding may leave the bounds of none and of all a little beside 0 and 1, or beside the share.
    low, high = max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)
    return ShareInterval(share, min(low, share), max(high, share))


def _per_cent(share: float) -> float:
    return round(100 * share, 1)


def _quantile(chance: float, a: int, b: int) -> float:
    """The x at which the beta distribution with ``a`` and ``b`` reaches ``chance``."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _beta_up_to(middle, a, b) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_up_to(x: float, a: int, b: int) -> float:
    """The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, with 8.17.4), 0 < x < 1."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_up_to(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    # Lentz's method: the fraction is the product of the quotients c d.
    fraction = d = 1 / _not_zero(1 - (a + b) * x / (a + 1))
    c = 1.0
    for m in range(1, _MAX_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            fraction *= c * d
        if abs(c * d - 1) < _CONVERGED:
            break
    return front * fraction / a


def _not_zero(value: float) -> float:
    return value if abs(value) > _SMALLEST else _SMALLEST
