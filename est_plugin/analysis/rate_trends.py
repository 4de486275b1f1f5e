# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do rates rise or fall over many periods more steadily than chance explains?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.emerging import TREND_SIGNIFICANCE
from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.mann_kendall import MOST_PERIODS_EXACT, Trends, mann_kendall, trends_beside_season
from est_plugin.analysis.method_box import NO_CORRECTION, MethodBox
from est_plugin.analysis.rate_change import RATE_DAYS
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray


class Direction(StrEnum):
    """Where a series goes."""

    RISING = "rising"
    FALLING = "falling"
    NONE = "no_trend"
    UNTOLD = "untold"

    @property
    def label(self) -> str:
        """Source text."""
        return _LABELS[self]


_LABELS = {
    Direction.RISING: QT_TRANSLATE_NOOP("est_plugin", "rising"),
    Direction.FALLING: QT_TRANSLATE_NOOP("est_plugin", "falling"),
    Direction.NONE: QT_TRANSLATE_NOOP("est_plugin", "no trend that chance does not explain"),
    Direction.UNTOLD: QT_TRANSLATE_NOOP("est_plugin", "too short to tell a trend from a season"),
}


@dataclass(frozen=True, eq=False)
class RateTrends:
    """The trends of m areas over T periods."""

    #: Incidents (T, m), and per 30 days (T, m).
    counts: IntArray
    rates: FloatArray
    trends: Trends
    #: p corrected for the m areas.
    q: FloatArray
    directions: tuple[Direction, ...]
    method: MethodBox

    @property
    def sentence(self) -> Sentence:
        """What may be said: of one area in full, of many how many rise and fall."""
        if len(self.directions) == 1 or Direction.UNTOLD in self.directions:
            return Sentence(_SENTENCES[self.directions[0]], periods=len(self.counts))
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Of {areas} areas, {rising} rise and {falling} fall more steadily over {periods} periods than chance "
                "explains.",
            ),
            areas=len(self.directions),
            rising=self.directions.count(Direction.RISING),
            falling=self.directions.count(Direction.FALLING),
            periods=len(self.counts),
        )


_SENTENCES = {
    Direction.RISING: QT_TRANSLATE_NOOP(
        "est_plugin", "Over {periods} periods the number of incidents rises more steadily than chance explains."
    ),
    Direction.FALLING: QT_TRANSLATE_NOOP(
        "est_plugin", "Over {periods} periods the number of incidents falls more steadily than chance explains."
    ),
    Direction.NONE: QT_TRANSLATE_NOOP(
        "est_plugin", "Over {periods} periods there is no trend that can be told from chance."
    ),
    Direction.UNTOLD: QT_TRANSLATE_NOOP("est_plugin", "{periods} periods: too short to tell a trend from a season."),
}


def rate_trends(counts: IntArray, days: IntArray, checksum: str) -> RateTrends:
    """Judge ``counts`` (T periods, m areas), the oldest first, of periods of ``days`` (T) days.

    Give whole and fully reported periods only. Raises InputError under five periods.
    """
    counts = np.asarray(counts)
    rates = counts * (RATE_DAYS / np.asarray(days, dtype=np.float64))[:, np.newaxis]
    told = trends_beside_season(rates, days)
    if told is None:
        untold = replace(mann_kendall(rates), p=np.ones(rates.shape[1]))
        directions = (Direction.UNTOLD,) * rates.shape[1]
        return RateTrends(counts, rates, untold, untold.p, directions, _method(len(counts), len(directions), checksum))
    trends = told
    q = benjamini_hochberg(trends.p) if trends.p.size else trends.p
    directions = tuple(
        Direction.NONE if value > TREND_SIGNIFICANCE else (Direction.RISING if s > 0 else Direction.FALLING)
        for value, s in zip(q.tolist(), trends.s.tolist(), strict=True)
    )
    return RateTrends(counts, rates, trends, q, directions, _method(len(counts), q.size, checksum))


def _method(periods: int, areas: int, checksum: str) -> MethodBox:
    return MethodBox(
        question=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Does the rate of incidents rise or fall over the periods? Mann and Kendall's test."
            )
        ),
        null=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "The years could stand in any order; each season is compared with itself. No trend is told under two "
                "years of periods that divide the year, where a season may look like one.",
            )
        ),
        p_value=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "two-sided; exact for up to {most} whole years without equal values, else the normal formula",
            ),
            most=MOST_PERIODS_EXACT,
        ),
        tests=areas,
        correction=NO_CORRECTION if areas == 1 else Sentence(QT_TRANSLATE_NOOP("est_plugin", "Benjamini-Hochberg")),
        parameters=(
            (QT_TRANSLATE_NOOP("est_plugin", "Level of significance"), TREND_SIGNIFICANCE),
            (QT_TRANSLATE_NOOP("est_plugin", "Whole periods"), periods),
        ),
        checksum=checksum,
    )
