# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a rhythm told? As a page with sentences, charts and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.busy_window import Weekday
from est_plugin.export.chart import can_draw
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.export.rhythm_chart import hours_chart, months_chart, week_chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.aoristic import Spans
    from est_plugin.analysis.daylight import Daylight
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.export.chart import Chart
    from est_plugin.i18n import Language

_DAYS, _HOURS = 7, 24
#: Hours in a column of the table.
_BLOCK = 4
#: With fewer incidents the bands of the 168 hours cover each other and the line.
_FEWEST_FOR_HOURS = 200


def rhythm_page(rhythm: Rhythm, words: Language, place: str = "") -> ResultPage:
    """The page of a rhythm; ``place`` (translated) is where, if not everywhere."""
    title = words.translate("est_plugin", "When does it happen?")
    tables = [_week_table(rhythm, words)]
    if rhythm.daylight is not None:
        tables.append(_light_table(rhythm.daylight, words))
    return ResultPage(
        title=f"{title} {place}".strip(),
        sentences=tuple(_sentences(rhythm, words)),
        charts=_charts(rhythm, words) if can_draw() else (),
        tables=tuple(tables),
        method=method_rows(rhythm.method, words),
    )


def _charts(rhythm: Rhythm, words: Language) -> tuple[Chart, ...]:
    charts: tuple[Chart, ...] = (week_chart(rhythm, words),)
    if rhythm.spans.total >= _FEWEST_FOR_HOURS:
        charts = (*charts, hours_chart(rhythm, words))
    has_months = np.count_nonzero(rhythm.months.exposure) > 1
    return (*charts, months_chart(rhythm, words)) if has_months else charts


def _sentences(rhythm: Rhythm, words: Language) -> Iterator[str]:
    yield words.say(rhythm.sentence)
    if rhythm.daylight is not None:
        yield words.say(rhythm.daylight.sentence)
    yield words.translate("est_plugin", "This says when it happens, not why: more people may be out then.")
    if rhythm.reach is not None:
        yield words.say(rhythm.reach)
    yield from span_texts(rhythm.spans, words)


def span_texts(spans: Spans, words: Language) -> Iterator[str]:
    """How many incidents are known to a span of time only, and what comes of it."""
    for count, source in (
        (
            spans.whole_day,
            words.translate(
                "est_plugin",
                "Only the day is known: {count} of {total}. They are spread over all hours of that day, and no test "
                "counts them.",
            ),
        ),
        (
            spans.over_two_hours,
            words.translate(
                "est_plugin",
                "Known to a span of more than two hours only: {count} of {total}, of them {days} to more than 24 "
                "hours. Spread over their span, they also show when people left and came back; in the busiest hours of "
                "the first sentence only those count that lie wholly in them.",
            ),
        ),
        (
            spans.reversed,
            words.translate(
                "est_plugin", "With an end before the beginning: {count} of {total}. They count at their beginning."
            ),
        ),
    ):
        if count:
            yield source.format(count=count, total=spans.total, days=spans.over_day)


def _week_table(rhythm: Rhythm, words: Language) -> ResultTable:
    """Weights in blocks of hours, to a tenth."""
    blocks = rhythm.week.weight.reshape(_DAYS, _HOURS // _BLOCK, _BLOCK).sum(axis=2)
    heads = (f"{start:02}–{start + _BLOCK:02}" for start in range(0, _HOURS, _BLOCK))
    return ResultTable(
        words.translate("est_plugin", "Incidents by weekday and time of day"),
        (words.translate("est_plugin", "Weekday"), *heads),
        tuple(
            (words.tell(day), *(round(value, 1) for value in row))
            for day, row in zip(Weekday, blocks.tolist(), strict=True)
        ),
    )


def _light_table(daylight: Daylight, words: Language) -> ResultTable:
    names = (
        words.translate("est_plugin", "Light"),
        words.translate("est_plugin", "Twilight"),
        words.translate("est_plugin", "Dark"),
    )
    found, share = daylight.weight, daylight.time_share
    rows = zip(names, (found.light, found.twilight, found.dark), (share.light, share.twilight, share.dark), strict=True)
    unknown = words.translate("est_plugin", "Time of day unknown")
    return ResultTable(
        words.translate("est_plugin", "Light and dark"),
        (
            "",
            words.translate("est_plugin", "Incidents"),
            words.translate("est_plugin", "Share of the hours of the same days (%)"),
        ),
        (
            *((name, round(weight, 1), round(100 * part, 1)) for name, weight, part in rows),
            (unknown, daylight.unknown, ""),
        ),
    )
