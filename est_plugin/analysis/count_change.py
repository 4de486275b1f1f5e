# SPDX-License-Identifier: GPL-2.0-or-later
"""How may the change between two counts be told, so that small numbers are not made to say more than they can?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP

#: Under this many incidents in either period a percentage says nothing: chance alone moves it by a fifth.
FEWEST_FOR_PERCENT = 20
#: A change that chance alone reaches more often than this is not told as one.
SIGNIFICANCE = 0.05
#: Probabilities this close count as equal, as R's ``binom.test`` has it.
_EQUAL = 1 + 1e-7
#: Beyond so many standard deviations from its mean a binomial holds nothing that a float can show.
_DEVIATIONS = 40


class Verdict(StrEnum):
    """What may be said of a change."""

    UNCHANGED = "unchanged"
    MORE = "more"
    FEWER = "fewer"
    #: The count grew or shrank only because one period is longer: per day it went the other way.
    MORE_PER_DAY = "more_per_day"
    FEWER_PER_DAY = "fewer_per_day"
    CHANCE = "chance"
    #: One of the periods is not wholly known.
    INCOMPARABLE = "incomparable"

    @property
    def label(self) -> str:
        """Source text of the verdict."""
        return _LABELS[self]


_LABELS = {
    Verdict.UNCHANGED: QT_TRANSLATE_NOOP("est_plugin", "unchanged"),
    Verdict.MORE: QT_TRANSLATE_NOOP("est_plugin", "more"),
    Verdict.FEWER: QT_TRANSLATE_NOOP("est_plugin", "fewer"),
    Verdict.MORE_PER_DAY: QT_TRANSLATE_NOOP("est_plugin", "more per day"),
    Verdict.FEWER_PER_DAY: QT_TRANSLATE_NOOP("est_plugin", "fewer per day"),
    Verdict.CHANCE: QT_TRANSLATE_NOOP("est_plugin", "may be chance"),
    Verdict.INCOMPARABLE: QT_TRANSLATE_NOOP("est_plugin", "cannot be compared"),
}


@dataclass(frozen=True)
class CountChange:
    """The change to a count from the one before, in number and, where both allow it, in whole per cent."""

    difference: int
    percent: int | None
    verdict: Verdict

    @property
    def number_text(self) -> str:
        """E.g. ``+24``, ``−3`` with a true minus sign, or ``0``."""
        return _signed(self.difference)

    @property
    def percent_text(self) -> str:
        """E.g. ``+9 %``; empty where nothing changed or a percentage would only be noise."""
        # The blank must not break over lines.
        return "" if self.percent is None or self.difference == 0 else f"{_signed(self.percent)}\N{NO-BREAK SPACE}%"


def compare_counts(now: int, before: int, days: int, days_before: int) -> CountChange:
    """The change from ``before`` incidents in ``days_before`` days to ``now`` incidents in ``days`` days.

    Difference and percentage are those of the counts as they stand in the tables; the verdict weighs the lengths too.
    """
    percent = round(100 * (now - before) / before) if min(now, before) >= FEWEST_FOR_PERCENT else None
    return CountChange(now - before, percent, _verdict(now, before, days, days_before))


def chance_of_change(now: int, before: int, days: int, days_before: int) -> float:
    """Two-sided p value of equal rates per day, by the exact conditional test of two Poisson counts.

    Given their sum n, ``now`` is binomial: Bin(n, days / (days + days_before)). p is the probability of all outcomes
    that are no likelier than ``now``, as in R's ``poisson.test``. It takes each incident for independent of the
    others; reports come in bunches, so the true p is rather larger.

    Source: Przyborowski, J. & Wilenski, H. (1940), Biometrika 31, 313-323.
    """
    total = now + before
    share = days / (days + days_before)
    reach = _DEVIATIONS * (1 + np.sqrt(total * share * (1 - share)))
    first = max(0, min(now, int(total * share - reach)))
    last = min(total, max(now, int(total * share + reach)))
    # Each outcome's weight from the one before it: p(k + 1) / p(k) = (n - k) / (k + 1) · share / (1 - share).
    outcomes = np.arange(first, last, dtype=np.float64)
    steps = np.log((total - outcomes) / (outcomes + 1) * (share / (1 - share)))
    logs = np.concatenate(([0.0], np.cumsum(steps)))
    weights = np.exp(logs - logs.max())
    return float(weights[weights <= weights[now - first] * _EQUAL].sum() / weights.sum())


def _verdict(now: int, before: int, days: int, days_before: int) -> Verdict:
    if chance_of_change(now, before, days, days_before) > SIGNIFICANCE:
        return Verdict.UNCHANGED if now == before else Verdict.CHANCE
    is_higher_rate = now * days_before > before * days
    if is_higher_rate:
        return Verdict.MORE if now > before else Verdict.MORE_PER_DAY
    return Verdict.FEWER if now < before else Verdict.FEWER_PER_DAY


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"
