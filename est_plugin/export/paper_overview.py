# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the first page of paper say? The whole town, its list of places, and the answers in a few sentences."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.form_table import fitting
from est_plugin.export.measure_count import measure_count, measures_text, next_measure_text
from est_plugin.export.measure_signs import signs_of
from est_plugin.export.paper_page import Page, headline, lines_in, lines_of_room, split_table
from est_plugin.export.place_rhythm import MOST_PLACES
from est_plugin.export.ranking import change_cell, ranking_text
from est_plugin.export.summary import summary_text
from est_plugin.export.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.paper_page import Table
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language

_SHARES = (8.0, 40.0, 8.0, 29.0)
#: What the map manager says has at least so many lines.
_LEAST_LINES = 2
#: The legend names hotspots, walks, stops and density beside the signs; height of an entry per point of its letters.
_OTHERS, _LEGEND_COLUMNS, _ENTRY = 4, 2, 0.85


def overview_page(plan: PackagePlan, words: Language) -> Page:
    """The page. Raises ExportError if its template cannot be used."""
    template = Template.of("overview", plan.request)
    tables = _list(plan, template, words) if plan.request.has(Part.HOTSPOTS) else []
    title = headline(template, "title", sentences.title_text(plan, words))
    return Page(
        template,
        {"title": title, "summary": _summary(plan, template, words)},
        template.extract_of(plan.extent),
        # What has no room here has a page of its own, or stands in the table of hotspots.
        tuple(tables[:1]),
        has_density=plan.request.has(Part.DENSITY),
    )


def _summary(plan: PackagePlan, template: Template, words: Language) -> str:
    """The map manager's words as far as there is room for them, then the numbers; without any the page's sentences."""
    if not plan.request.summary.strip():
        return "\n\n".join((summary_text(plan, words), *_beside(plan, words)))
    facts = "\n".join(_facts(plan, words))
    room, points = template.rooms["summary"], template.points["summary"]
    lines = max(_LEAST_LINES, lines_of_room(template, "summary") - lines_in(template, "summary", facts) - 1)
    return f"{fitting(plan.request.summary, room.width, lines, points=points)}\n\n{facts}"


def _facts(plan: PackagePlan, words: Language) -> Iterator[str]:
    request = plan.request
    if request.has(Part.COUNTS):
        yield words.translate("est_plugin", "Incidents: {count}, {change}.").format(
            count=plan.total.now, change=sentences.incidents_text(plan, words)
        )
    if request.has(Part.HOTSPOTS):
        yield words.translate("est_plugin", "Hotspots: {count}. {top}.").format(
            count=len(plan.hotspots), top=sentences.top_text(plan, words).rstrip(".")
        )
    if request.has(Part.MEASURES) or plan.measure_summary is not None:
        yield words.translate("est_plugin", "Measures not finished: {count}. {more}.").format(
            count=measure_count(plan).open, more=measures_text(plan, words)
        )


def _beside(plan: PackagePlan, words: Language) -> Iterator[str]:
    """What the proposed summary does not say, one sentence each."""
    more = (
        sentences.last_year_text(plan, words) if plan.request.has(Part.COUNTS) else "",
        next_measure_text(plan, words),
        ranking_text(plan, words) if plan.request.has(Part.HOTSPOTS) else "",
    )
    yield from (f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in more if text)


def _list(plan: PackagePlan, template: Template, words: Language) -> list[Table]:
    heads = (words.translate("est_plugin", "Rank"), *sentences.count_heads(words)[:2], sentences.count_heads(words)[3])
    room, points = template.rooms["table"], template.points["table"]
    name_width = room.width * _SHARES[1] / sum(_SHARES) - 2
    rows = [
        (
            str(spot.rank),
            # Its own page has the whole name.
            fitting(spot.name, name_width, 2, points=points),
            str(spot.incidents),
            change_cell(spot, words) or "–",
        )
        for spot in plan.hotspots[:MOST_PLACES]
    ]
    return split_table(template, "table", heads, rows, _SHARES, height=_height(plan, template))


def _height(plan: PackagePlan, template: Template) -> float | None:
    """What the legend leaves of the table's room: it grows upwards with every sign that it has to name."""
    legend, table = template.rooms.get("legend"), template.rooms["table"]
    if legend is None or legend.top < table.top:
        return None
    named = _OTHERS + len(signs_of(plan))
    needed = math.ceil(named / _LEGEND_COLUMNS) * _ENTRY * template.points["legend"]
    return min(table.height, legend.bottom - needed - table.top)
