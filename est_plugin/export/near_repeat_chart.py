# SPDX-License-Identifier: GPL-2.0-or-later
"""How are near repeats drawn? As the table of the bands, coloured only where there are repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.export.chart import Chart, new_figure, to_svg

if TYPE_CHECKING:
    from est_plugin.analysis.near_repeat import NearRepeat
    from est_plugin.i18n import Language

_PLAIN, _REPEAT = "#f3f3f3", "#f0b98a"


def near_repeat_chart(result: NearRepeat, words: Language) -> Chart:
    """Observed by expected pairs in each cell; a repeat is coloured and bold."""
    from matplotlib.colors import ListedColormap  # noqa: PLC0415 (may be missing)

    figure = new_figure(7.6, 3.2)
    axes = figure.add_subplot()
    rows, columns = result.ratio.shape
    axes.pcolormesh(
        result.is_repeat.astype(float), cmap=ListedColormap([_PLAIN, _REPEAT]), vmin=0, vmax=1, edgecolors="white"
    )
    for row, column in np.ndindex(rows, columns):
        ratio = float(result.ratio[row, column])
        axes.text(
            column + 0.5,
            row + 0.5,
            "–" if np.isnan(ratio) else words.tell(round(ratio, 2)),
            ha="center",
            va="center",
            weight="bold" if result.is_repeat[row, column] else "normal",
        )
    axes.set_yticks(np.arange(rows) + 0.5, [words.say(result.where(row)) for row in range(rows)])
    axes.set_xticks(np.arange(columns) + 0.5, [words.say(result.when(column)) for column in range(columns)])
    axes.tick_params(length=0)
    axes.set_ylim(rows, 0)
    axes.set_title(words.translate("est_plugin", "Pairs of incidents, times what chance gives"), fontsize="medium")
    for side in axes.spines.values():
        side.set_visible(False)
    text = words.translate("est_plugin", "Pairs of incidents by distance and time, as multiples of what chance gives.")
    return Chart(to_svg(figure), text)
