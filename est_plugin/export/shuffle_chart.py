# SPDX-License-Identifier: GPL-2.0-or-later
"""How is it drawn how much each method finds in maps of chance alone?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.chart import COLOURS, Chart, new_figure, to_svg
from est_plugin.i18n import CONTEXT
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.shuffle_result import FalseFinds, ShuffleResult
    from est_plugin.i18n import Language

#: Bars of the histogram at most.
_BARS = 40


def shuffle_chart(result: ShuffleResult, words: Language) -> Chart:
    """Two histograms above each other, of the false cells in each shuffled map; matplotlib must be there."""
    figure = new_figure(7.0, 4.4)
    width = 1 + int(max(result.exact.cells.max(), result.classic.cells.max())) // _BARS
    edges = np.arange(0, max(result.exact.cells.max(), result.classic.cells.max()) + 2 * width, width) - 0.5
    drawn = ((result.exact, _EXACT, COLOURS[0]), (result.classic, _CLASSIC, COLOURS[1]))
    for axes, (finds, title, colour) in zip(figure.subplots(2, 1, sharex=True), drawn, strict=True):
        axes.hist(finds.cells, bins=edges, color=colour)
        axes.set_title(words.say(_told(finds, title)), loc="left", fontsize=10)
        axes.set_ylabel(words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Maps")))
        axes.yaxis.get_major_locator().set_params(integer=True)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel(words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Hot cells in a shuffled map, all false")))
    return Chart(to_svg(figure), words.translate(CONTEXT, _CAPTION))


_CAPTION = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Each bar: how many of the shuffled maps have so many hot cells, all of them false. Our method above, the classic "
    "one below; the farther to the left the bars stand, the less is found where nothing is.",
)
_EXACT = QT_TRANSLATE_NOOP("est_plugin", "Our method: {maps} of {all} shuffled maps show a hotspot.")
_CLASSIC = QT_TRANSLATE_NOOP("est_plugin", "Classic method: {maps} of {all} shuffled maps show a hotspot.")


def _told(finds: FalseFinds, source: str) -> Sentence:
    return Sentence(source, maps=finds.maps, all=finds.cells.size)
