# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the first page of paper say? The whole town, its list of places, and the answers in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.changes import words_of
from est_plugin.export.form_table import fitting
from est_plugin.export.paper_legend import MAP_COLUMNS, MAP_ENTRIES, height_of
from est_plugin.export.paper_page import Page, headline, lines_in, lines_of_room, split_table
from est_plugin.export.place_rhythm import MOST_PLACES
from est_plugin.export.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.paper_page import Table
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language

_SHARES = (8.0, 40.0, 8.0, 29.0)
#: What the map manager says has at least so many lines.
_LEAST_LINES = 2


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
    """The map manager's words as far as there is room for them, then the numbers."""
    facts = "\n".join(_facts(plan, words))
    if not plan.request.summary:
        return facts.replace("\n", "\n\n")
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
        yield words.translate("est_plugin", "Hotspots: {count}. {worst}.").format(
            count=len(plan.hotspots), worst=sentences.worst_text(plan, words).rstrip(".")
        )
    if request.has(Part.MEASURES):
        yield words.translate("est_plugin", "Measures not finished: {count}. {more}.").format(
            count=sentences.open_measures(plan), more=sentences.measures_text(plan, words)
        )
    elif plan.measure_summary is not None:
        yield words.translate("est_plugin", "Measures not finished: {count}, of them overdue: {late}.").format(
            count=sentences.open_measures(plan), late=plan.measure_summary.total.late
        )


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
            words_of(spot.change, words.translate) if spot.change else "–",
        )
        for spot in plan.hotspots[:MOST_PLACES]
    ]
    return split_table(template, "table", heads, rows, _SHARES, height=_height(template))


def _height(template: Template) -> float | None:
    """What the legend leaves of the table's room: it grows upwards from its lower edge."""
    legend, table = template.rooms.get("legend"), template.rooms["table"]
    if legend is None or legend.top < table.top:
        return None
    return min(table.height, legend.bottom - height_of(template, MAP_ENTRIES, MAP_COLUMNS) - table.top)
