# SPDX-License-Identifier: GPL-2.0-or-later
"""How are near repeats told? As a page with sentences, a chart and the table of the pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.chart import can_draw
from est_plugin.export.near_repeat_chart import near_repeat_chart
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.near_repeat import NearRepeat
    from est_plugin.i18n import Language


def near_repeat_page(result: NearRepeat, words: Language) -> ResultPage:
    """The page of a table of near repeats."""
    return ResultPage(
        title=words.translate("est_plugin", "Does it come again nearby?"),
        sentences=tuple(_sentences(result, words)),
        charts=(near_repeat_chart(result, words),) if can_draw() else (),
        tables=(_table(result, words),),
        method=method_rows(result.method, words),
    )


def _sentences(result: NearRepeat, words: Language) -> Iterator[str]:
    yield words.say(result.sentence)
    if result.is_repeat.any():
        yield words.translate(
            "est_plugin",
            "Places with a season of their own, such as a beach in summer, look like repeats too: look at when each "
            "has its incidents.",
        )
    if result.is_repeat[0].any():
        yield words.translate(
            "est_plugin",
            "Reports that were put on one default point look like repeats at the same place: look at the places first.",
        )
    if result.spans:
        yield words.translate(
            "est_plugin", "Known to a span of time only: {count} of {total}. They count at the middle of it."
        ).format(count=result.spans, total=result.incidents)


def _table(result: NearRepeat, words: Language) -> ResultTable:
    rows, columns = result.observed.shape
    return ResultTable(
        words.translate("est_plugin", "Pairs of incidents by distance and time"),
        (
            words.translate("est_plugin", "Where"),
            words.translate("est_plugin", "When"),
            words.translate("est_plugin", "Pairs"),
            words.translate("est_plugin", "Expected by chance"),
            words.translate("est_plugin", "p, corrected"),
            words.translate("est_plugin", "Repeat"),
        ),
        tuple(
            (
                words.say(result.where(row)),
                words.say(result.when(column)),
                int(result.observed[row, column]),
                round(float(result.expected[row, column]), 1),
                float(result.q[row, column]),
                words.translate("est_plugin", "yes") if result.is_repeat[row, column] else "",
            )
            for row in range(rows)
            for column in range(columns)
        ),
    )
