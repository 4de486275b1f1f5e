# SPDX-License-Identifier: GPL-2.0-or-later
"""How has each place been hot over many periods: newly, ever more, now and then, or no longer?"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.mann_kendall import mann_kendall, trends_beside_season
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: A trend is told when chance makes one as steady more rarely than this.
TREND_SIGNIFICANCE = 0.05
#: Hot in so many of so many periods is "nearly always". In whole numbers, so that 9 of 10 is not lost to rounding.
_NEARLY, _ALWAYS = 9, 10


class History(StrEnum):
    """How a place has been hot; the categories of Emerging Hot Spot Analysis."""

    NEW = "new"
    CONSECUTIVE = "consecutive"
    INTENSIFYING = "intensifying"
    PERSISTENT = "persistent"
    DIMINISHING = "diminishing"
    SPORADIC = "sporadic"
    OSCILLATING = "oscillating"
    HISTORICAL = "historical"
    NONE = "none"

    @property
    def label(self) -> str:
        """Source text of the category."""
        return _LABELS[self]

    @property
    def meaning(self) -> str:
        """Source text that says what it takes."""
        return _MEANINGS[self]


_LABELS = {
    History.NEW: QT_TRANSLATE_NOOP("est_plugin", "new hotspot"),
    History.CONSECUTIVE: QT_TRANSLATE_NOOP("est_plugin", "hot for some periods on end"),
    History.INTENSIFYING: QT_TRANSLATE_NOOP("est_plugin", "nearly always hot, intensifying"),
    History.PERSISTENT: QT_TRANSLATE_NOOP("est_plugin", "nearly always hot"),
    History.DIMINISHING: QT_TRANSLATE_NOOP("est_plugin", "nearly always hot, diminishing"),
    History.SPORADIC: QT_TRANSLATE_NOOP("est_plugin", "hot now and then"),
    History.OSCILLATING: QT_TRANSLATE_NOOP("est_plugin", "hot, but quieter than chance before"),
    History.HISTORICAL: QT_TRANSLATE_NOOP("est_plugin", "nearly always hot, but not now"),
    History.NONE: QT_TRANSLATE_NOOP("est_plugin", "no pattern"),
}
_MEANINGS = {
    History.NEW: QT_TRANSLATE_NOOP("est_plugin", "Hot in the last period and never before."),
    History.CONSECUTIVE: QT_TRANSLATE_NOOP(
        "est_plugin", "Hot in the last two periods or more without a break, and never before."
    ),
    History.INTENSIFYING: QT_TRANSLATE_NOOP(
        "est_plugin", "Hot in nine of ten periods and in the last one, and rising more steadily than chance explains."
    ),
    History.PERSISTENT: QT_TRANSLATE_NOOP(
        "est_plugin", "Hot in nine of ten periods and in the last one, without a trend."
    ),
    History.DIMINISHING: QT_TRANSLATE_NOOP(
        "est_plugin", "Hot in nine of ten periods and in the last one, and falling more steadily than chance explains."
    ),
    History.SPORADIC: QT_TRANSLATE_NOOP("est_plugin", "Hot in the last period, and on and off before."),
    History.OSCILLATING: QT_TRANSLATE_NOOP(
        "est_plugin", "Hot in the last period and on and off before, with fewer incidents than chance in another."
    ),
    History.HISTORICAL: QT_TRANSLATE_NOOP("est_plugin", "Hot in nine of ten periods, but not in the last one."),
    History.NONE: QT_TRANSLATE_NOOP("est_plugin", "Not hot in the last period, and not nearly always before."),
}


def classify(
    intensity: FloatArray, hot: BoolArray, cold: BoolArray | None = None, days: IntArray | None = None
) -> tuple[History, ...]:
    """The category of each of n places over T periods, oldest first.

    ``intensity`` (T, n) is what a trend is looked for in: z values or rates. ``hot`` and ``cold`` (T, n) say in which
    periods a place is significantly hot or cold; without ``cold`` none is oscillating.
    ``days`` (T) are the lengths of the periods: where a season may look like a trend, none is told. Without them the
    periods are taken to have no season.

    The first that fits, in the order of ``History``. Esri's wording overlaps twice, and so it is decided: a place that
    is hot for the first time, or for the first time for some periods on end, is new or consecutive whether it was cold
    before or not; one that was nearly always hot but is not in the last period is historical, and not persistent.
    One trend test for each place that is nearly always hot; they are not corrected for their number, as in the source.

    Raises InputError under five periods, for arrays of different shapes, and for values that are no numbers.
    Source: Esri, How Emerging Hot Spot Analysis works (ArcGIS Pro); a test stands for each line of its table.
    """
    intensity, hot = np.asarray(intensity, dtype=np.float64), np.asarray(hot, dtype=np.bool_)
    cold = np.zeros_like(hot) if cold is None else np.asarray(cold, dtype=np.bool_)
    if not intensity.shape == hot.shape == cold.shape:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The periods cannot be put side by side."),
            why=QT_TRANSLATE_NOOP("est_plugin", "They do not cover the same places."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Analyse all periods with the same cells."),
        )
    trends = mann_kendall(intensity) if days is None else trends_beside_season(intensity, days)
    s, is_trend = np.zeros(hot.shape[1], dtype=np.int64), np.zeros(hot.shape[1], dtype=np.bool_)
    if trends is not None:
        s, is_trend = trends.s, trends.p < TREND_SIGNIFICANCE
    periods = len(hot)
    times = hot.sum(axis=0)
    is_hot_now = hot[-1]
    is_nearly_always = _ALWAYS * times >= _NEARLY * periods
    # The unbroken run of hot periods at the end.
    run = np.cumprod(hot[::-1], axis=0).sum(axis=0)
    has_been_cold = cold[:-1].any(axis=0)
    often, seldom = is_hot_now & is_nearly_always, is_hot_now & ~is_nearly_always
    rules = {
        History.NEW: seldom & (times == 1),
        History.CONSECUTIVE: seldom & (run == times),
        History.INTENSIFYING: often & is_trend & (s > 0),
        History.PERSISTENT: often & ~is_trend,
        History.DIMINISHING: often & is_trend & (s < 0),
        History.SPORADIC: seldom & ~has_been_cold,
        History.OSCILLATING: seldom,
        History.HISTORICAL: ~is_hot_now & is_nearly_always,
    }
    found = np.select(list(rules.values()), list(range(len(rules))), default=len(rules))
    names = (*rules, History.NONE)
    return tuple(names[number] for number in found.tolist())


def sentence_of(histories: Iterable[History], *, are_cells: bool = False) -> Sentence:
    """How many places, or cells of a grid, are hot now, newly and nearly always."""
    counts = Counter(histories)
    hot = sum(counts[history] for history in History if history not in (History.HISTORICAL, History.NONE))
    if not hot:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Nowhere were there more incidents than chance explains in the last period."
            )
        )
    return Sentence(
        _OF_CELLS if are_cells else _OF_PLACES,
        hot=hot,
        new=counts[History.NEW] + counts[History.CONSECUTIVE],
        always=sum(counts[name] for name in (History.INTENSIFYING, History.PERSISTENT, History.DIMINISHING)),
        rising=counts[History.INTENSIFYING],
        falling=counts[History.DIMINISHING],
    )


_OF_PLACES = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Places with more incidents than chance explains in the last period: {hot}. Never hot before: {new}. Hot "
    "in nine of ten periods: {always}, of them rising: {rising}, falling: {falling}.",
)
_OF_CELLS = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Cells of the grid with more incidents than chance explains in the last period: {hot}. Never hot before: {new}. "
    "Hot in nine of ten periods: {always}, of them rising: {rising}, falling: {falling}. Cells side by side are often "
    "one place.",
)
