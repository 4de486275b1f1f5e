# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the change between two periods, or over many, told on a page?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.emerging import History
from est_plugin.analysis.rate_change import RATE_DAYS
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.change_chart import history_chart, series_chart
from est_plugin.export.changes import late_text, obstacle_text
from est_plugin.export.chart import can_draw
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.hotspot_histories import Histories
    from est_plugin.analysis.period_series import PeriodCount
    from est_plugin.analysis.rate_change import RateChanges
    from est_plugin.analysis.rate_trends import RateTrends
    from est_plugin.domain.period import Period
    from est_plugin.export.chart import Chart
    from est_plugin.i18n import Language

#: Rows of bars that fit beside their table.
_MOST_DRAWN = 8
_CHANGE_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "Name"),
    QT_TRANSLATE_NOOP("est_plugin", "Now"),
    QT_TRANSLATE_NOOP("est_plugin", "Before"),
    QT_TRANSLATE_NOOP("est_plugin", "Per 30 days"),
    QT_TRANSLATE_NOOP("est_plugin", "Before, per 30 days"),
    QT_TRANSLATE_NOOP("est_plugin", "Times the earlier rate"),
    QT_TRANSLATE_NOOP("est_plugin", "95 % interval, the row by itself"),
    QT_TRANSLATE_NOOP("est_plugin", "In words"),
)


@dataclass(frozen=True)
class Compared:
    """What is compared, and what limits it: translated sentences, the gravest first."""

    period: Period
    before: Period
    #: The periods cannot be compared at all: the counts stand, and nothing is said of them.
    is_forbidden: bool
    limits: tuple[str, ...] = ()
    series: tuple[PeriodCount, ...] = ()


def compared_in_words(comparison: Comparison, words: Language) -> Compared:
    """What is compared, and in words what stands in its way."""
    before, limits = comparison.before, []
    if comparison.obstacle is not None:
        limits.append(obstacle_text(comparison.obstacle, f"{before.start} – {before.last_day}", words.translate))
    if comparison.late is not None:
        limits.append(late_text(comparison.late, words.translate))
    return Compared(comparison.period, before, comparison.obstacle is not None, tuple(limits))


def change_page(
    tables: Sequence[tuple[str, Sequence[str], RateChanges]], compared: Compared, words: Language
) -> ResultPage:
    """Of each of ``tables`` (heading, names of the rows, their changes), the total first; headings and names are
    translated. The method is that of the last one, which has the most tests.
    """
    periods = Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "{first} – {last}, compared with {first_before} – {last_before}."),
        first=compared.period.start,
        last=compared.period.last_day,
        first_before=compared.before.start,
        last_before=compared.before.last_day,
    )
    said = () if compared.is_forbidden else tuple(_said(tables, words))
    lead = (*compared.limits, *said) if compared.is_forbidden else (*said, *compared.limits)
    charts = (
        (series_chart(compared.series, (compared.period, compared.before), words),)
        if can_draw() and compared.series
        else ()
    )
    return ResultPage(
        title=words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "What has changed?")),
        sentences=(*lead, words.say(periods)),
        charts=charts,
        tables=tuple(_table(heading, names, changes, compared, words) for heading, names, changes in tables),
        method=method_rows(tables[-1][2].method, words),
    )


def _said(tables: Sequence[tuple[str, Sequence[str], RateChanges]], words: Language) -> Iterator[str]:
    """What may be said of each table; of the total without its heading."""
    for number, (heading, _, changes) in enumerate(tables):
        sentence = words.say(changes.sentence)
        yield f"{heading}: {sentence}" if number else sentence
    if len(tables) > 1:
        yield words.translate(CONTEXT, _STRICTER)
    yield words.translate(CONTEXT, _IN_BUNCHES)


_IN_BUNCHES = QT_TRANSLATE_NOOP(
    "est_plugin",
    "The test takes each incident for independent of the others. Reports often come in bunches: then chance changes "
    "more than the test allows for, so take a change that is only just told with care.",
)
_STRICTER = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Here the words mind how many rows are compared, so that chance alone seldom makes even one of them a change. The "
    "lists of the panel judge each row by itself.",
)


def trend_page(
    names: Sequence[str], trends: RateTrends, series: tuple[PeriodCount, ...], words: Language
) -> ResultPage:
    """The trends of areas, whose names are given; ``series`` are the periods of all of them, also those left out."""
    rows = tuple(
        (name, int(trends.counts[-1, number]), float(trends.rates[-1, number]), words.tell(trends.directions[number]))
        for number, name in enumerate(names)
    )
    charts = (series_chart(series, (), words),) if can_draw() and series else ()
    return ResultPage(
        title=words.translate(CONTEXT, _TREND_TITLE),
        sentences=(words.say(trends.sentence),),
        charts=charts,
        tables=(
            ResultTable(
                words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Trend")),
                tuple(words.translate(CONTEXT, head) for head in _TREND_HEADER),
                rows,
            ),
        ),
        method=method_rows(trends.method, words),
    )


def history_page(
    names: Mapping[int, str],
    found: Histories,
    periods: Sequence[Period],
    left_out: Sequence[Period],
    words: Language,
) -> ResultPage:
    """The histories of the places or cells that ``names`` names, by their numbers in ``found``, over ``periods``.

    ``left_out`` are the periods not wholly known.
    """
    charts: tuple[Chart, ...] = ()
    if can_draw() and names:
        drawn = list(names)[:_MOST_DRAWN]
        bars = found.counts[:, drawn], found.hot[:, drawn]
        charts = (history_chart([names[number] for number in drawn], *bars, periods, words),)
    rows = tuple(
        (name, int(found.counts[-1, number]), int(found.hot[:, number].sum()), words.tell(found.histories[number]))
        for number, name in names.items()
    )
    limits = [words.say(_left_out(left_out))] if left_out else []
    if sum(period.days for period in periods) < _TWO_YEARS_DAYS:
        limits.append(words.translate(CONTEXT, _ONE_SEASON))
    return ResultPage(
        title=words.translate(CONTEXT, _TREND_TITLE),
        sentences=(words.say(found.sentence), *limits, *(chart.text for chart in charts)),
        charts=charts,
        tables=(
            ResultTable(
                words.translate(CONTEXT, _CELLS if found.are_cells else _PLACES),
                (
                    words.translate(CONTEXT, _CELL if found.are_cells else _PLACE),
                    *(words.translate(CONTEXT, head) for head in _HISTORY_HEADER),
                ),
                rows,
            ),
            _meanings({found.histories[number] for number in names}, words),
        ),
        method=method_rows(found.method, words),
    )


_TWO_YEARS_DAYS = 730
_ONE_SEASON = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Under two years a season looks like a trend: so no place is called rising or falling here.",
)


def _left_out(periods: Sequence[Period]) -> Sentence:
    return Sentence(
        QT_TRANSLATE_NOOP(
            "est_plugin", "Left out, because they are only partly known or not fully reported: {periods}."
        ),
        periods=", ".join(f"{period.start} – {period.last_day}" for period in periods),
    )


def _meanings(shown: Collection[History], words: Language) -> ResultTable:
    """What each of the words that are shown takes."""
    return ResultTable(
        words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "What the words mean")),
        (
            words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "In words")),
            words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "What it takes")),
        ),
        tuple((words.tell(name), words.translate(CONTEXT, name.meaning)) for name in History if name in shown),
    )


_TREND_TITLE = QT_TRANSLATE_NOOP("est_plugin", "Trend over the periods")
_TREND_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "Name"),
    QT_TRANSLATE_NOOP("est_plugin", "Last period"),
    QT_TRANSLATE_NOOP("est_plugin", "Per 30 days"),
    QT_TRANSLATE_NOOP("est_plugin", "In words"),
)
_PLACES, _PLACE = QT_TRANSLATE_NOOP("est_plugin", "Places"), QT_TRANSLATE_NOOP("est_plugin", "Place")
_CELLS, _CELL = (
    QT_TRANSLATE_NOOP("est_plugin", "Cells"),
    QT_TRANSLATE_NOOP("est_plugin", "Middle of the cell, east and north (metres)"),
)
_HISTORY_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "Last period"),
    QT_TRANSLATE_NOOP("est_plugin", "Hot periods"),
    QT_TRANSLATE_NOOP("est_plugin", "In words"),
)


def _table(
    heading: str, names: Sequence[str], changes: RateChanges, compared: Compared, words: Language
) -> ResultTable:
    rows = tuple(
        (
            name,
            int(changes.now[row]),
            int(changes.before[row]),
            round(int(changes.now[row]) * RATE_DAYS / changes.days, 1),
            round(int(changes.before[row]) * RATE_DAYS / changes.days_before, 1),
            *_words_of(changes, row, compared, words),
        )
        for row, name in enumerate(names)
    )
    return ResultTable(heading, tuple(words.translate(CONTEXT, head) for head in _CHANGE_HEADER), rows)


def _words_of(changes: RateChanges, row: int, compared: Compared, words: Language) -> tuple[str | float, str, str]:
    """Ratio, interval and verdict; small numbers get the word alone."""
    verdict = Verdict.INCOMPARABLE if compared.is_forbidden else changes.verdicts[row]
    if verdict in (Verdict.INCOMPARABLE, Verdict.TOO_FEW):
        return "", "", words.tell(verdict)
    ratio = float(changes.ratio[row])
    return (
        round(ratio, 2) if math.isfinite(ratio) else "",
        words.say(interval_text(float(changes.low[row]), float(changes.high[row]))),
        words.tell(verdict),
    )


def interval_text(low: float, high: float) -> Sentence:
    """The limits of a ratio, also where the counts set only one."""
    if not math.isfinite(high):
        source = QT_TRANSLATE_NOOP("est_plugin", "at least {low}") if low else QT_TRANSLATE_NOOP("est_plugin", "any")
    elif not low:
        source = QT_TRANSLATE_NOOP("est_plugin", "at most {high}")
    else:
        source = QT_TRANSLATE_NOOP("est_plugin", "{low} – {high}")
    return Sentence(source, low=round(low, 2), high=high if not math.isfinite(high) else round(high, 2))
