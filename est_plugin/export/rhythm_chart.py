# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a rhythm drawn? The week as a table of colours, its hours with their bounds, and the months."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.busy_window import Weekday
from est_plugin.export.chart import COLOURS, Chart, new_figure, to_svg

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from est_plugin.analysis.busy_window import HourWindow
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.i18n import Language

#: Multiples of the mean, the same in every chart, so that periods can be compared.
BREAKS = (0.0, 0.5, 0.8, 1.25, 2.0, 3.0)
#: From light to dark, readable in grey; the last is for all above.
SHADES = ("#f7fbff", "#dce9f5", "#bcd3e8", "#7fa8cf", "#3f74ac", "#08306b")
_DAYS, _HOURS = 7, 24
_EVERY = 3


def week_chart(rhythm: Rhythm, words: Language) -> Chart:
    """The hours of the week; a frame marks the window that holds more than chance gives, and stands only then."""
    from matplotlib.colors import BoundaryNorm, ListedColormap  # noqa: PLC0415 (may be missing)

    figure = new_figure(7.6, 3.0)
    axes = figure.add_subplot()
    ratio = np.ma.masked_invalid(rhythm.week.ratio.reshape(_DAYS, _HOURS))
    norm = BoundaryNorm(BREAKS, len(SHADES), extend="max")
    mesh = axes.pcolormesh(
        np.arange(_HOURS + 1), np.arange(_DAYS + 1), ratio, cmap=ListedColormap(SHADES), norm=norm, linewidth=0
    )
    axes.set_yticks(np.arange(_DAYS) + 0.5, [words.tell(day) for day in Weekday])
    axes.set_xticks(range(0, _HOURS + 1, _EVERY))
    axes.set_xlabel(words.translate("est_plugin", "Time of day"))
    axes.set_ylim(_DAYS, 0)
    bar = figure.colorbar(mesh, ax=axes, ticks=BREAKS, extendfrac=0.08)
    bar.set_label(words.translate("est_plugin", "Times the mean"), labelpad=12)
    bar.set_ticklabels([words.tell(value) for value in BREAKS])
    is_framed = rhythm.window is not None and rhythm.has_rhythm
    if rhythm.window is not None and is_framed:
        _frame(axes, rhythm.window.window)
    text = words.translate(
        "est_plugin", "Incidents by weekday and time of day, as multiples of the mean: dark is more."
    )
    if is_framed:
        frame = words.translate("est_plugin", "Framed: the hours that hold more than chance gives.")
        text = f"{text} {frame}"
    return Chart(to_svg(figure), text)


def _frame(axes: Axes, window: HourWindow) -> None:
    """A line round the hours of a window; what goes past midnight goes on at the left of the next day."""
    inside = np.zeros(_DAYS * _HOURS, dtype=np.bool_)
    inside[list(window.hours)] = True
    table = np.pad(inside.reshape(_DAYS, _HOURS), 1)
    for day, hour in np.argwhere(table[1:, 1:] != table[:-1, 1:]).tolist():
        axes.plot([hour, hour + 1], [day, day], color=COLOURS[1], linewidth=2, clip_on=False)
    for day, hour in np.argwhere(table[1:, 1:] != table[1:, :-1]).tolist():
        axes.plot([hour, hour], [day, day + 1], color=COLOURS[1], linewidth=2, clip_on=False)


def hours_chart(rhythm: Rhythm, words: Language) -> Chart:
    """Incidents per hour through the week, with the bounds of what their true mean may be."""
    figure = new_figure(7.6, 2.6)
    axes = figure.add_subplot()
    week = rhythm.week
    edges = np.arange(week.rate.size + 1)
    axes.stairs(week.high, edges, baseline=week.low, fill=True, color="#c9d9ea")
    axes.stairs(week.rate, edges, color=COLOURS[0], baseline=None)
    axes.set_xticks(np.arange(0, edges[-1] + 1, _HOURS))
    axes.set_xticklabels([])
    axes.set_xticks(np.arange(_DAYS) * _HOURS + _HOURS / 2, [words.tell(day) for day in Weekday], minor=True)
    axes.tick_params(axis="x", which="minor", length=0)
    axes.set_xlim(0, edges[-1])
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_formatter(lambda value, _position: words.tell(float(value)))
    axes.set_ylabel(words.translate("est_plugin", "Incidents per hour"))
    text = words.translate(
        "est_plugin",
        "The line: incidents per hour through the week. Were all times known, the pale band would hold the true value "
        "in 95 cases of 100, each hour by itself.",
    )
    return Chart(to_svg(figure), text)


def months_chart(rhythm: Rhythm, words: Language) -> Chart:
    """Incidents per 30 days in each month that the period reaches into, with bounds."""
    figure = new_figure(7.6, 2.4)
    axes = figure.add_subplot()
    months = rhythm.months
    reached = np.flatnonzero(months.exposure > 0)
    rate, low, high = (30 * _HOURS * values[reached] for values in (months.rate, months.low, months.high))
    axes.bar(reached + 1, rate, color="#9dbbd8", yerr=(rate - low, high - rate), ecolor=COLOURS[0], capsize=3)
    axes.set_xticks(range(1, 13))
    axes.set_xlim(0.4, 12.6)
    axes.set_xlabel(words.translate("est_plugin", "Month"))
    axes.set_ylabel(words.translate("est_plugin", "Incidents per 30 days"))
    text = words.translate(
        "est_plugin",
        "Incidents per 30 days in each month. Were all times known, the lines would hold the true value in 95 cases of "
        "100.",
    )
    return Chart(to_svg(figure), text)
