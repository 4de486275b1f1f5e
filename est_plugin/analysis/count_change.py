# SPDX-License-Identifier: GPL-2.0-or-later
"""How may the change between two counts be told, so that small numbers are not made to say more than they can?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.binomial_tail import at_least
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Under this many incidents in either period a percentage says nothing: chance alone moves it by a fifth.
FEWEST_FOR_PERCENT = 20
#: A change that chance alone reaches more often than this is not told as one.
SIGNIFICANCE = 0.05
#: With fewer expected in either period, were the rates equal, what chance allows is wide: too few to tell by.
FEWEST_EXPECTED = 10


class Verdict(StrEnum):
    """What may be said of a change."""

    UNCHANGED = "unchanged"
    MORE = "more"
    FEWER = "fewer"
    #: The count grew or shrank only because one period is longer: per day it went the other way.
    MORE_PER_DAY = "more_per_day"
    FEWER_PER_DAY = "fewer_per_day"
    CHANCE = "chance"
    #: Not told from chance, and with numbers as small as these only a great change could be.
    TOO_FEW = "too_few"
    #: One of the periods is not wholly known.
    INCOMPARABLE = "incomparable"
    #: Of a place that was chosen because it peaked now: fewer before is to be expected, also where nothing changed.
    NOT_JUDGED = "not_judged"

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
    Verdict.TOO_FEW: QT_TRANSLATE_NOOP("est_plugin", "too few to tell"),
    Verdict.INCOMPARABLE: QT_TRANSLATE_NOOP("est_plugin", "cannot be compared"),
    Verdict.NOT_JUDGED: QT_TRANSLATE_NOOP("est_plugin", "not judged"),
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
    p = float(chance_of_change(np.array(now), np.array(before), days, days_before))
    return CountChange(now - before, percent, verdict_of(p, (now, before), (days, days_before)))


def chance_of_change(now: IntArray, before: IntArray, days: int, days_before: int) -> FloatArray:
    """Two-sided p values of equal rates per day, by the exact conditional test of two Poisson counts, for each pair.

    Given their sum n, ``now`` is binomial: Bin(n, days / (days + days_before)). p is twice the smaller of the two
    tails, at most 1: it is under 5 % exactly where Clopper and Pearson's 95 % interval (``rate_change``) leaves out
    equal rates. It takes each incident for independent of the others; reports come in bunches, so the true p is rather
    larger.

    Source: Przyborowski, J. & Wilenski, H. (1940), Biometrika 31, 313-323.
    """
    total = now + before
    upper = at_least(now, total, np.array(days / days_before))
    lower = at_least(before, total, np.array(days_before / days))
    p: FloatArray = np.minimum(1.0, 2 * np.minimum(upper, lower))
    return p


def verdict_of(p: float, counts: tuple[int, int], days: tuple[int, int]) -> Verdict:
    """What may be said of ``counts`` and ``days`` (now, before) when the test, corrected or not, gives ``p``."""
    now, before = counts
    if p > SIGNIFICANCE:
        if now == before:
            return Verdict.UNCHANGED
        expected = (now + before) * min(days) / sum(days)
        return Verdict.TOO_FEW if expected < FEWEST_EXPECTED else Verdict.CHANCE
    if now * days[1] > before * days[0]:
        return Verdict.MORE if now > before else Verdict.MORE_PER_DAY
    return Verdict.FEWER if now < before else Verdict.FEWER_PER_DAY


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"
