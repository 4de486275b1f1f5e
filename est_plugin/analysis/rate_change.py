# SPDX-License-Identifier: GPL-2.0-or-later
"""By how much did rates change between two periods, and between which limits does the true change lie?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.binomial_tail import odds_where_at_least
from est_plugin.analysis.count_change import SIGNIFICANCE, Verdict, chance_of_change, verdict_of
from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.method_box import NO_CORRECTION, MethodBox
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

#: Rates are told for so many days, so that a February and a March stand side by side.
RATE_DAYS = 30


@dataclass(frozen=True, eq=False)
class RateChanges:
    """The change of m rows (areas, categories) from one period to another; arrays of m."""

    now: IntArray
    before: IntArray
    days: int
    days_before: int
    #: Rate now by rate before; NaN where there is nothing in both, infinite where there was nothing before.
    ratio: FloatArray
    #: Limits of the ratio, each row's own; 0 and infinity where the counts set none.
    low: FloatArray
    high: FloatArray
    #: Share of the intervals that hold the true ratio, at least.
    confidence: float
    p: FloatArray
    #: p corrected for the m rows (Benjamini and Hochberg); equal to p for one row.
    q: FloatArray
    verdicts: tuple[Verdict, ...]
    method: MethodBox

    @property
    def rates(self) -> FloatArray:
        """Incidents per 30 days, now."""
        return self.now * (RATE_DAYS / self.days)

    @property
    def rates_before(self) -> FloatArray:
        """Incidents per 30 days, before."""
        return self.before * (RATE_DAYS / self.days_before)

    @property
    def sentence(self) -> Sentence:
        """What may be said: of the one row in full, of many how many changed."""
        if len(self.verdicts) == 1:
            return sentence_of(self, 0)
        changed = sum(verdict in _CHANGED for verdict in self.verdicts)
        if not changed:
            return Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "none of {rows} has changed more than chance explains."),
                rows=len(self.verdicts),
            )
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{changed} of {rows} changed more than chance explains."),
            rows=len(self.verdicts),
            changed=changed,
        )


_CHANGED = (Verdict.MORE, Verdict.FEWER, Verdict.MORE_PER_DAY, Verdict.FEWER_PER_DAY)


def compare_rates(
    now: IntArray, before: IntArray, days: int, days_before: int, *, checksum: str = "", confidence: float = 0.95
) -> RateChanges:
    """Compare ``before`` incidents in ``days_before`` days with ``now`` incidents in ``days`` days, row by row.

    Given the sum n of a row, ``now`` is binomial with the odds ratio · days / days_before; Clopper and Pearson's limits
    of the odds give those of the ratio. So the interval holds the true ratio in at least ``confidence`` of the cases.
    ``checksum`` is that of the incidents.

    Raises InputError for negative counts, periods without a day, or nothing to compare.
    """
    now, before = np.asarray(now), np.asarray(before)
    _check(now, before, days, days_before)
    total, exposure = now + before, days_before / days
    tail = (1 - confidence) / 2
    low = odds_where_at_least(now, total, tail) * exposure
    # The upper limit is the lower one of the inverse ratio.
    inverse = odds_where_at_least(before, total, tail) / exposure
    with np.errstate(divide="ignore", invalid="ignore"):
        high, ratio = 1 / inverse, now / before * exposure
    p = chance_of_change(now, before, days, days_before)
    q = benjamini_hochberg(p)
    rows = zip(q.tolist(), now.tolist(), before.tolist(), strict=True)
    return RateChanges(
        now=now,
        before=before,
        days=days,
        days_before=days_before,
        ratio=ratio,
        low=low,
        high=high,
        confidence=confidence,
        p=p,
        q=q,
        verdicts=tuple(verdict_of(value, (x, y), (days, days_before)) for value, x, y in rows),
        method=_method(now.size, (days, days_before), confidence, checksum),
    )


def sentence_of(changes: RateChanges, row: int) -> Sentence:
    """What may be said of one row: the two rates, and the change with its limits or in words."""
    values = {
        "now": int(changes.now[row]),
        "before": int(changes.before[row]),
        "rate": round(float(changes.rates[row]), 1),
        "rate_before": round(float(changes.rates_before[row]), 1),
        "low": round(float(changes.low[row]), 2),
        "high": round(float(changes.high[row]), 2),
        "share": round(100 * changes.confidence),
    }
    verdict = changes.verdicts[row]
    source = _SENTENCES[verdict]
    if verdict in _CHANGED and not np.isfinite(changes.high[row]):
        source = _FROM_NOTHING
    elif verdict in _CHANGED and changes.low[row] == 0:
        source = _TO_NOTHING
    return Sentence(source, **values)


_MORE = QT_TRANSLATE_NOOP(
    "est_plugin",
    "There are more incidents than chance explains: {rate} per 30 days, before {rate_before}. The rate is {low} to "
    "{high} times the earlier one ({share} % interval).",
)
_FEWER = QT_TRANSLATE_NOOP(
    "est_plugin",
    "There are fewer incidents than chance explains: {rate} per 30 days, before {rate_before}. The rate is {low} to "
    "{high} times the earlier one ({share} % interval).",
)
_FROM_NOTHING = QT_TRANSLATE_NOOP(
    "est_plugin",
    "There are more incidents than chance explains: {now}, and none before. The rate is at least {low} times the "
    "earlier one ({share} % interval).",
)
_TO_NOTHING = QT_TRANSLATE_NOOP(
    "est_plugin",
    "There are fewer incidents than chance explains: none, before {before}. The rate is at most {high} times the "
    "earlier one ({share} % interval).",
)
_SENTENCES = {
    Verdict.MORE: _MORE,
    Verdict.MORE_PER_DAY: _MORE,
    Verdict.FEWER: _FEWER,
    Verdict.FEWER_PER_DAY: _FEWER,
    Verdict.UNCHANGED: QT_TRANSLATE_NOOP("est_plugin", "There are as many incidents as before: {now}."),
    Verdict.CHANCE: QT_TRANSLATE_NOOP(
        "est_plugin",
        "The change cannot be told from chance: {rate} per 30 days, before {rate_before}. The rate may be anything "
        "from {low} to {high} times the earlier one ({share} % interval).",
    ),
    Verdict.TOO_FEW: QT_TRANSLATE_NOOP(
        "est_plugin", "There are too few incidents to tell a change from chance: {now}, before {before}."
    ),
}


def _method(rows: int, days: tuple[int, int], confidence: float, checksum: str) -> MethodBox:
    return MethodBox(
        question=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Has the rate of incidents per day changed? Exact conditional test of two Poisson counts."
            )
        ),
        null=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "The rate per day is the same in both periods, and each incident happens independently of the others. "
                "Reports come in bunches, so the true p is rather larger.",
            )
        ),
        p_value=Sentence(QT_TRANSLATE_NOOP("est_plugin", "exact, two-sided (twice the smaller tail)")),
        tests=rows,
        correction=NO_CORRECTION
        if rows == 1
        else Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Benjamini-Hochberg for the words; each interval stands for its own row alone"
            )
        ),
        parameters=(
            (QT_TRANSLATE_NOOP("est_plugin", "Level of significance"), SIGNIFICANCE),
            (QT_TRANSLATE_NOOP("est_plugin", "Interval of the ratio: Clopper-Pearson, share"), confidence),
            (QT_TRANSLATE_NOOP("est_plugin", "Days of the period"), days[0]),
            (QT_TRANSLATE_NOOP("est_plugin", "Days of the comparison"), days[1]),
        ),
        checksum=checksum,
    )


def _check(now: IntArray, before: IntArray, days: int, days_before: int) -> None:
    if now.size and now.shape == before.shape and min(now.min(), before.min()) >= 0 and min(days, days_before) > 0:
        return
    raise InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The periods cannot be compared."),
        why=QT_TRANSLATE_NOOP("est_plugin", "There is nothing to compare, or a count or a length is not possible."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose two periods with at least one day each."),
    )
