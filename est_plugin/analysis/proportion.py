# SPDX-License-Identifier: GPL-2.0-or-later
"""Between which bounds may the true share lie, when ``hits`` of ``trials`` were counted?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from est_plugin.analysis.binomial_tail import odds_where_at_least
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence


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
    counted = np.array([hits, trials - hits])
    odds, odds_of_others = odds_where_at_least(counted, np.array(trials), tail).tolist()
    # The upper bound of the hits is what the lower bound of the others leaves.
    return ShareInterval(hits / trials, odds / (1 + odds), 1 / (1 + odds_of_others))


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
