# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the first page of paper say? The whole town, its list of places, and the answers in a few sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.form_table import fitting
from est_plugin.export.measure_count import measure_count, measures_text, next_measure_text
from est_plugin.export.paper_legend import MAP_COLUMNS, MAP_ENTRIES, height_of
from est_plugin.export.paper_page import (
    Page,
    headline,
    height_of_table,
    lines_in,
    lines_of_room,
    split_table,
)
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
#: The columns of the whole list.
_WHOLE_SHARES = (10.0, 90.0, 12.0, 14.0, 50.0, 55.0, 34.0)
#: What the map manager says has at least so many lines.
_LEAST_LINES = 2


def overview_pages(plan: PackagePlan, words: Language) -> list[Page]:
    """The page, and after it all hotspots in a list where its own list has no room for them.

    Raises ExportError if a template cannot be used.
    """
    template = Template.of("overview", plan.request)
    table = _list(plan, template, words) if plan.request.has(Part.HOTSPOTS) and plan.hotspots else None
    title = headline(template, "title", sentences.title_text(plan, words))
    overview = Page(
        template,
        {"title": title, "summary": _summary(plan, template, words)},
        template.extract_of(plan.extent),
        () if table is None else (table,),
        has_density=plan.request.has(Part.DENSITY),
    )
    is_whole = table is None or table.rows[-1][0] == str(plan.hotspots[-1].rank)
    return [overview, *(() if is_whole else _whole_list(plan, words))]


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


def _list(plan: PackagePlan, template: Template, words: Language) -> Table:
    """As many of the first hotspots as there is room for, and in the last row how many more there are."""
    heads = (words.translate("est_plugin", "Rank"), *sentences.count_heads(words)[:2], sentences.count_heads(words)[3])
    room, points = template.rooms["table"], template.points["table"]
    name_width = room.width * _SHARES[1] / sum(_SHARES) - 2
    # Its own page, or the whole list, has the whole name.
    rows = [
        (
            str(spot.rank),
            fitting(spot.name, name_width, 2, points=points),
            str(spot.incidents),
            change_cell(spot, words) or "–",
        )
        for spot in plan.hotspots
    ]
    height = room.height if (left := _height(template)) is None else left
    first, *rest = split_table(template, "table", heads, rows, _SHARES, height=height)
    if not rest and len(rows) <= MOST_PLACES:
        return first
    more = words.translate("est_plugin", "… and {count} more: see the next page")

    def told(shown: int) -> Table:
        last = ("", more.format(count=len(rows) - shown), "", "")
        return replace(first, rows=(*first.rows[:shown], last))

    most = min(len(first.rows), MOST_PLACES)
    fits = (shown for shown in range(most, 0, -1) if height_of_table(template, told(shown)) <= height)
    return told(next(fits, 0))


def _whole_list(plan: PackagePlan, words: Language) -> list[Page]:
    """All hotspots, on as many pages as they need."""
    template = Template.of("measures", plan.request)
    name, now, before, change, _ = sentences.count_heads(words)
    heads = (
        words.translate("est_plugin", "Rank"),
        name,
        now,
        before,
        change,
        words.translate("est_plugin", "Most common category"),
        words.translate("est_plugin", "Status"),
    )
    rows = [
        (
            str(spot.rank),
            spot.name,
            str(spot.incidents),
            "–" if spot.before is None else str(spot.before),
            change_cell(spot, words) or "–",
            spot.main_category or "–",
            spot.status_label or "–",
        )
        for spot in plan.hotspots
    ]
    note = words.translate("est_plugin", "The first {count} hotspots have pages of their own.").format(
        count=MOST_PLACES
    )
    values = {
        "title": words.translate("est_plugin", "Hotspots"),
        "note": note if len(rows) > MOST_PLACES else "",
    }
    tables = split_table(template, "table", heads, rows, _WHOLE_SHARES)
    return [Page(template, values, tables=(table,)) for table in tables]


def _height(template: Template) -> float | None:
    """What the legend leaves of the table's room: it grows upwards from its lower edge."""
    legend, table = template.rooms.get("legend"), template.rooms["table"]
    if legend is None or legend.top < table.top:
        return None
    return min(table.height, legend.bottom - height_of(template, MAP_ENTRIES, MAP_COLUMNS) - table.top)
