# SPDX-License-Identifier: GPL-2.0-or-later
"""How is it drawn how much of the incidents maps catch on a growing share of the area?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.chart import COLOURS, Chart, new_figure, to_svg
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from est_plugin.analysis.accuracy_result import AccuracyResult
    from est_plugin.i18n import Language

#: Told apart without colours too.
_STYLES = ("-", "--", "-.")


def accuracy_chart(result: AccuracyResult, words: Language) -> Chart:
    """The share of incidents caught over the share of the area, one line for each map; matplotlib must be there."""
    figure = new_figure(7.0, 4.4)
    axes = figure.subplots()
    area = 100 * result.curve
    for one, style, colour in zip(result.maps, _STYLES, COLOURS, strict=False):
        label = words.translate(CONTEXT, one.kind.label)
        axes.plot(area, 100 * one.curve, style, color=colour, label=label, linewidth=2)
    best = words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "The best that any map could have caught"))
    chance = words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Chance"))
    axes.plot(area, 100 * result.best, ":", color=COLOURS[3], label=best)
    axes.plot(area, area, ":", color="#999999", label=chance)
    axes.set_xlim(0, area[-1])
    axes.set_ylim(0, 102)
    axes.set_xlabel(words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Share of the area, the map's first, %")))
    axes.set_ylabel(words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Share of the later incidents caught, %")))
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(0.0, 1.0), ncol=2)
    return Chart(to_svg(figure), words.translate(CONTEXT, _CAPTION))


_CAPTION = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Across: how much of the area is looked at, the map's first part first. Up: how many of the later incidents lie in "
    "it. A higher line is a better map; the dotted ones are chance and the best that could be.",
)
