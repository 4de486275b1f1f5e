# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a heat map told in words: what it shows, its classes, and how it came about?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from est_plugin.analysis.heatmap import Heatmap
    from est_plugin.i18n import Language


def heatmap_page(heatmap: Heatmap, words: Language) -> ResultPage:
    """The page that stands beside the raster."""
    sentences = [words.say(heatmap.sentence)]
    if heatmap.grid.available is not None:
        sentences.append(
            words.translate(
                CONTEXT,
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Near the border of the study area the values stand on fewer incidents, since none outside are "
                    "counted.",
                ),
            )
        )
    return ResultPage(
        title=words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Heatmap")),
        sentences=tuple(sentences),
        charts=(),
        tables=(_classes(heatmap, words),),
        method=method_rows(heatmap.method, words),
    )


def _classes(heatmap: Heatmap, words: Language) -> ResultTable:
    unit = words.translate(CONTEXT, heatmap.grid.unit.label)
    title = words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Classes of the legend: {unit}"))
    header = (QT_TRANSLATE_NOOP("est_plugin", "From"), QT_TRANSLATE_NOOP("est_plugin", "To"))
    return ResultTable(
        title=title.format(unit=unit),
        header=tuple(words.translate(CONTEXT, name) for name in header),
        rows=tuple(pairwise(heatmap.breaks)),
    )
