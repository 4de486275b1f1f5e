# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the package say about when it happens? The rhythm of the whole area in words and a chart, no counts."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from est_plugin.analysis.rhythm import FEWEST
from est_plugin.export.chart import can_draw
from est_plugin.export.rhythm_chart import week_chart
from est_plugin.export.rhythm_page import span_texts

if TYPE_CHECKING:
    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.i18n import Language


def rhythm_section(rhythm: Rhythm | None, words: Language) -> str:
    """Static HTML; with few incidents words only, since single ones could be told from the hours."""
    if rhythm is None:
        nothing = words.translate("est_plugin", "No incidents in the period.")
        return f"<p>{escape(nothing)}</p>"
    lines = [words.say(rhythm.sentence)]
    if rhythm.spans.total < FEWEST:
        return f"<p>{escape(lines[0])}</p>"
    if rhythm.daylight is not None:
        lines.append(words.say(rhythm.daylight.sentence))
    if rhythm.reach is not None:
        lines.append(words.say(rhythm.reach))
    lines.append(words.translate("est_plugin", "This says when it happens, not why: more people may be out then."))
    lines += span_texts(rhythm.spans, words)
    return "".join(f"<p>{escape(line)}</p>" for line in lines) + (_picture(rhythm, words) if can_draw() else "")


def _picture(rhythm: Rhythm, words: Language) -> str:
    chart = week_chart(rhythm, words)
    picture = base64.b64encode(chart.svg).decode()
    return f'<img class="chart" alt="{escape(chart.text)}" src="data:image/svg+xml;base64,{picture}">'
