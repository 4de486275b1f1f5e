# SPDX-License-Identifier: GPL-2.0-or-later
"""How is the rhythm of one place drawn? The week in blocks of four hours, as a small picture of lines and text."""

from __future__ import annotations

from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.busy_window import Weekday
from est_plugin.export.chart import COLOURS
from est_plugin.export.form_table import FONT
from est_plugin.export.rhythm_chart import BREAKS, SHADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.busy_window import HourWindow
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.i18n import Language

_DAYS, _HOURS = 7, 24
#: Single hours of one place would show little but chance.
_BLOCK = 4
#: Tenths of a millimetre on a sheet of A4.
_WIDTH, _HEIGHT = 930, 340
_LEFT, _TOP, _HOUR, _DAY = 190, 4, 30, 34
_LETTERS = 25


def rhythm_drawing(rhythm: Rhythm, words: Language) -> bytes:
    """SVG; the same rhythm always gives the same bytes."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="{FONT}" font-size="{_LETTERS}" fill="#1b1b1b">',
        *_cells(rhythm),
        *_names(words),
    ]
    caption = words.translate("est_plugin", "Dark is more than the mean of the week.")
    if rhythm.window is not None and rhythm.has_rhythm:
        parts += _frame(rhythm.window.window)
        framed = words.translate("est_plugin", "Framed: more than chance gives.")
        caption = f"{caption} {framed}"
    bottom = _TOP + _DAYS * _DAY
    return "".join((*parts, _text(0, bottom + 2.6 * _LETTERS, caption), "</svg>")).encode()


def _cells(rhythm: Rhythm) -> Iterator[str]:
    week, shape = rhythm.week, (_DAYS, _HOURS // _BLOCK, _BLOCK)
    exposure = week.exposure.reshape(shape).sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = week.weight.reshape(shape).sum(axis=2) / exposure
    ratio = rate * (week.exposure.sum() / week.weight.sum())
    for day, blocks in enumerate(ratio.tolist()):
        for number, value in enumerate(blocks):
            # NaN: the period has no such hour.
            shade = "#ffffff" if value != value else SHADES[min(bisect_right(BREAKS, value), len(SHADES)) - 1]  # noqa: PLR0124
            yield (
                f'<rect x="{_LEFT + number * _BLOCK * _HOUR}" y="{_TOP + day * _DAY}" width="{_BLOCK * _HOUR}"'
                f' height="{_DAY}" fill="{shade}" stroke="#ffffff" stroke-width="2"/>'
            )


def _names(words: Language) -> Iterator[str]:
    for number, day in enumerate(Weekday):
        yield _text(_LEFT - 10, _TOP + number * _DAY + 0.72 * _DAY, words.tell(day), anchor="end")
    for hour in range(0, _HOURS + 1, _BLOCK):
        yield _text(_LEFT + hour * _HOUR, _TOP + _DAYS * _DAY + 1.05 * _LETTERS, f"{hour:02}", anchor="middle")


def _text(x: float, y: float, text: str, *, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _frame(window: HourWindow) -> Iterator[str]:
    """A line round the hours of the window; what goes past midnight goes on at the left of the next day."""
    inside = np.zeros(_DAYS * _HOURS, dtype=np.bool_)
    inside[list(window.hours)] = True
    table = np.pad(inside.reshape(_DAYS, _HOURS), 1)
    across = np.argwhere(table[1:, 1:-1] != table[:-1, 1:-1]).tolist()
    down = np.argwhere(table[1:-1, 1:] != table[1:-1, :-1]).tolist()
    lines = [(hour, day, hour + 1, day) for day, hour in across] + [(hour, day, hour, day + 1) for day, hour in down]
    for left, top, right, bottom in lines:
        yield (
            f'<line x1="{_LEFT + left * _HOUR}" y1="{_TOP + top * _DAY}" x2="{_LEFT + right * _HOUR}"'
            f' y2="{_TOP + bottom * _DAY}" stroke="{COLOURS[1]}" stroke-width="6" stroke-linecap="square"/>'
        )
