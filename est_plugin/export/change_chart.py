# SPDX-License-Identifier: GPL-2.0-or-later
"""How are incidents drawn period by period?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.period_series import Known
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.chart import COLOURS, Chart, new_figure, to_svg
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import BoolArray, IntArray
    from est_plugin.analysis.period_series import PeriodCount
    from est_plugin.domain.period import Period
    from est_plugin.i18n import Language

_UNKNOWN = "#bdbdbd"
_QUIET = "#8fb4d9"
#: Labels under the bars at most; more would cover each other.
_LABELS = 13


def series_chart(series: Sequence[PeriodCount], compared: Sequence[Period], words: Language) -> Chart:
    """Bars of the rate of each period with its limits. The ``compared`` ones are dark; what is not final is grey with a
    dashed edge. Matplotlib must be there.
    """
    figure = new_figure(7.0, 3.2)
    axes = figure.subplots()
    for number, bar in enumerate(series):
        is_final = bar.known is Known.WHOLE
        colour = _UNKNOWN if not is_final else COLOURS[0] if bar.period in compared else _QUIET
        # No hatch: Qt's drawing of SVG leaves out what has one.
        edge = {"edgecolor": "white"} if is_final else {"edgecolor": COLOURS[3], "linestyle": (0, (4, 2))}
        axes.bar(number, bar.rate, color=colour, linewidth=0.5 if is_final else 1.0, **edge)
        axes.vlines(number, bar.low, bar.high, color=COLOURS[3], linewidth=1)
    step = -(-len(series) // _LABELS)
    # From the end, so that the newest always has its label.
    shown = range(len(series) - 1, -1, -step)
    axes.set_xticks(list(shown), [f"{series[number].period.start:%Y-%m-%d}" for number in shown], rotation=45)
    for label in axes.get_xticklabels():
        label.set_horizontalalignment("right")
        label.set_rotation_mode("anchor")
    axes.set_ylabel(words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Incidents per 30 days")))
    text = words.translate(
        CONTEXT,
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Incidents per 30 days of each period, named by its first day. Dark: the two that are compared. Grey with "
            "a dashed edge: only partly known or not fully reported. Lines: 95 % limits, if the incidents were "
            "independent.",
        ),
    )
    return Chart(to_svg(figure), text)


def history_chart(
    names: Sequence[str], counts: IntArray, hot: BoolArray, periods: Sequence[Period], words: Language
) -> Chart:
    """One row of bars for each of the first places (T, n): dark where the place was hot. Matplotlib must be there."""
    rows = len(names)
    figure = new_figure(7.0, 0.7 + 0.75 * rows)
    top = max(1, int(counts[:, :rows].max(initial=1)))
    for number, axes in enumerate(figure.subplots(rows, 1, sharex=True, squeeze=False)[:, 0]):
        colours = [COLOURS[1] if is_hot else _UNKNOWN for is_hot in hot[:, number].tolist()]
        axes.bar(range(len(periods)), counts[:, number], color=colours)
        axes.set_ylim(0, top * 1.1)
        axes.set_title(names[number], loc="left", fontsize=9)
        axes.set_yticks([0, top])
    axes.set_xticks(range(len(periods)), [f"{period.start:%Y-%m-%d}" for period in periods], rotation=45)
    for label in axes.get_xticklabels():
        label.set_horizontalalignment("right")
        label.set_rotation_mode("anchor")
    text = words.translate(
        CONTEXT,
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Incidents of each place in each period, named by its first day; all rows have the same scale. Brown: more "
            "than chance explains in that period. Grey: no more than that.",
        ),
    )
    return Chart(to_svg(figure), text)
