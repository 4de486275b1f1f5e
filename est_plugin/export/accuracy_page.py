# SPDX-License-Identifier: GPL-2.0-or-later
"""How is it told how well maps said where the incidents would come?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.accuracy_chart import accuracy_chart
from est_plugin.export.chart import can_draw
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.accuracy_result import AccuracyResult
    from est_plugin.analysis.capture import AreaHits
    from est_plugin.i18n import Language

    _Row: TypeAlias = tuple[str | float, ...]

_TITLE = QT_TRANSLATE_NOOP("est_plugin", "How well does last period's map predict?")
_CAUGHT = QT_TRANSLATE_NOOP("est_plugin", "Incidents on the first part of each map")
_BESIDE = QT_TRANSLATE_NOOP("est_plugin", "The hotspot map beside the others")
_PLACES = QT_TRANSLATE_NOOP("est_plugin", "The hotspots themselves")
_MAP = QT_TRANSLATE_NOOP("est_plugin", "Map")
_AREA = QT_TRANSLATE_NOOP("est_plugin", "Share of the area, %")
_CAUGHT_HEADER = (
    _MAP,
    _AREA,
    QT_TRANSLATE_NOOP("est_plugin", "Incidents caught"),
    QT_TRANSLATE_NOOP("est_plugin", "Hit rate (95 % interval)"),
    QT_TRANSLATE_NOOP("est_plugin", "PAI (times chance)"),
    QT_TRANSLATE_NOOP("est_plugin", "PEI (1 = the best)"),
    QT_TRANSLATE_NOOP("est_plugin", "RRI (1 = as before)"),
)
_BESIDE_HEADER = (
    _MAP,
    _AREA,
    QT_TRANSLATE_NOOP("est_plugin", "Incidents more or fewer"),
    QT_TRANSLATE_NOOP("est_plugin", "p, corrected"),
    QT_TRANSLATE_NOOP("est_plugin", "What may be said"),
)
_TOO_FEW = QT_TRANSLATE_NOOP("est_plugin", "too few to say")


def accuracy_page(result: AccuracyResult, words: Language) -> ResultPage:
    """The page, in the language of ``words``."""
    caught = [
        (words.translate(CONTEXT, one.kind.label), *_figures(hits, result, words))
        for one in result.maps
        for hits in one.at
    ]
    if result.places is not None:
        caught.append((words.translate(CONTEXT, _PLACES), *_figures(result.places, result, words)))
    beside = [
        (
            words.translate(CONTEXT, one.other.label),
            round(100 * one.area, 2),
            round(one.more, 1),
            round(one.q, 3),
            words.translate(CONTEXT, result.verdict(one).label),
        )
        for one in result.differences
    ]
    tables = [_table(_CAUGHT, _CAUGHT_HEADER, caught, words)]
    if result.is_enough:
        tables.append(_table(_BESIDE, _BESIDE_HEADER, beside, words))
    return ResultPage(
        title=words.translate(CONTEXT, _TITLE),
        sentences=(words.say(result.sentence), *(words.say(remark) for remark in result.remarks)),
        charts=(accuracy_chart(result, words),) if can_draw() else (),
        tables=tuple(tables),
        method=method_rows(result.method, words),
    )


def _figures(hits: AreaHits, result: AccuracyResult, words: Language) -> _Row:
    """The numbers of a row; only counts where the incidents are too few for more."""
    counted = (round(100 * hits.area, 2), round(hits.hits, 1))
    if not result.is_enough:
        return (*counted, words.translate(CONTEXT, _TOO_FEW), "–", "–", "–")
    rri = "–" if hits.rri is None else round(hits.rri, 2)
    return (*counted, words.say(hits.hit_rate.sentence), round(hits.pai, 2), round(hits.pei, 2), rri)


def _table(title: str, header: tuple[str, ...], rows: Sequence[_Row], words: Language) -> ResultTable:
    names = tuple(words.translate(CONTEXT, name) for name in header)
    return ResultTable(words.translate(CONTEXT, title), names, tuple(rows))
