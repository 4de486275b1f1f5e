# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the result of the shuffle test told on a page?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.chart import can_draw
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.export.shuffle_chart import shuffle_chart
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from est_plugin.analysis.shuffle_result import ShuffleResult
    from est_plugin.i18n import Language

_TITLE = QT_TRANSLATE_NOOP("est_plugin", "Would chance show a hotspot too?")
_TABLE = QT_TRANSLATE_NOOP("est_plugin", "Hotspots in shuffled maps")
_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "Method"),
    QT_TRANSLATE_NOOP("est_plugin", "Maps with a hotspot"),
    QT_TRANSLATE_NOOP("est_plugin", "Share (95 % interval)"),
    QT_TRANSLATE_NOOP("est_plugin", "False cells per map"),
    QT_TRANSLATE_NOOP("est_plugin", "Hot cells in your own map"),
)
_EXACT = QT_TRANSLATE_NOOP("est_plugin", "Exact permutation of the counts")
_CLASSIC = QT_TRANSLATE_NOOP("est_plugin", "Classic z score, as in ArcGIS")


def shuffle_page(result: ShuffleResult, words: Language) -> ResultPage:
    """The page, in the language of ``words``."""
    rows = tuple(
        (
            words.translate(CONTEXT, name),
            finds.maps,
            words.say(finds.interval.sentence),
            round(finds.mean, 2),
            finds.in_own_map,
        )
        for name, finds in ((_EXACT, result.exact), (_CLASSIC, result.classic))
    )
    header = tuple(words.translate(CONTEXT, name) for name in _HEADER)
    return ResultPage(
        title=words.translate(CONTEXT, _TITLE),
        sentences=(words.say(result.sentence), words.say(result.verdict), *map(words.say, result.cautions)),
        charts=(shuffle_chart(result, words),) if can_draw() else (),
        tables=(ResultTable(words.translate(CONTEXT, _TABLE), header, rows),),
        method=method_rows(result.method, words),
    )
