# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages does the PDF have, and what stands on each? Plain values, so that the maps can be drawn in any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

import shapely

from est_plugin.export import sentences
from est_plugin.export.changes import words_of
from est_plugin.export.template import Template
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.export.form_table import FormTable
    from est_plugin.export.pictures import Extract
    from est_plugin.export.plan import CountItem, HotspotItem, PackagePlan

#: So many hotspots have a line on the first page and a page of their own; a map shows at least so many metres.
_LISTED = 10
_LEAST_METRES = 500.0
#: Widths of columns without their margins, in millimetres, and how many signs fit on a line of a millimetre.
_LIST_WIDTHS = (8.0, 35.0, 8.0, 34.0)
_MEASURE_WIDTHS = (8.0, 53.0, 78.0, 46.0, 53.0, 27.0)
_COUNT_WIDTHS = (50.0, 11.0, 11.0, 56.0)
_COUNT_WIDTHS_LAST_YEAR = (32.0, 9.0, 9.0, 37.0, 39.0)
_SIGNS_PER_MM = 0.52
#: Height of a line, and what a row needs besides; room for the rows of a table on a page, all in millimetres.
_LINE, _ROW = 4.0, 2.4
_MEASURE_ROOM = 150.0
_COUNT_ROOM = 142.0


@dataclass(frozen=True)
class Table:
    """A table of a page: the template's item that shows it, and its texts."""

    item: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: Widths of the columns without their margins, in millimetres.
    widths: tuple[float, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is printed."""
        return tuple(text for row in (self.heads, *self.rows) for text in row)


@dataclass(frozen=True)
class Page:
    """One page of a template: values of its ``@est_…`` variables, its map if it has one, its tables."""

    template: str
    values: dict[str, str]
    extract: Extract | None = None
    tables: tuple[Table | FormTable, ...] = ()
    has_density: bool = False
    #: The left or the right half of a sheet that it shares with the half before or after it.
    is_half: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that this page hands to the layout."""
        return (*self.values.values(), *(text for table in self.tables for text in table.texts))


def pages(plan: PackagePlan) -> list[Page]:
    """Overview with list, a page for each hotspot, the measures and walks, the numbers, the method."""
    words = Language(plan.language)
    found = [
        _overview(plan, words),
        *_hotspots(plan, words),
        *_measures(plan, words),
        *_numbers(plan, words),
        _method(plan, words),
    ]
    common = {
        "class": f"{sentences.class_text(plan, words)}. {sentences.sharing_text(plan, words)}",
        "period": f"{plan.municipality}, {sentences.period_text(plan, words)}",
        "footer": words.translate("est_plugin", "{made}. For meetings; not for the web.").format(
            made=sentences.as_of_text(plan, words)
        ),
        "north": words.translate("est_plugin", "N"),
        "source": sentences.source_text(plan, words),
        "notes": words.translate("est_plugin", "Notes from the meeting"),
    }
    return [
        replace(page, values=common | page.values | {"page": f"{number} / {len(found)}"})
        for number, page in enumerate(found, start=1)
    ]


def _overview(plan: PackagePlan, words: Language) -> Page:
    facts = (
        words.translate("est_plugin", "Incidents: {count}, {change}.").format(
            count=plan.total.now, change=sentences.incidents_text(plan, words)
        ),
        words.translate("est_plugin", "Hotspots: {count}. {worst}.").format(
            count=len(plan.hotspots), worst=sentences.worst_text(plan, words).rstrip(".")
        ),
        words.translate("est_plugin", "Measures not finished: {count}. {more}.").format(
            count=sentences.open_measures(plan), more=sentences.measures_text(plan, words)
        ),
    )
    heads = (words.translate("est_plugin", "Rank"), *sentences.count_heads(words)[:2], sentences.count_heads(words)[3])
    rows = tuple(
        (
            str(spot.rank),
            spot.name,
            str(spot.incidents),
            words_of(spot.change, words.translate) if spot.change else "–",
        )
        for spot in plan.hotspots[:_LISTED]
    )
    return Page(
        "overview",
        {"title": sentences.title_text(plan, words), "summary": "\n\n".join(facts)},
        Template.read("overview").extract_of(plan.extent),
        (Table("table", heads, rows, _LIST_WIDTHS),) if rows else (),
        has_density=True,
    )


def _hotspots(plan: PackagePlan, words: Language) -> Iterator[Page]:
    template = Template.read("hotspot")
    for spot in plan.hotspots[:_LISTED]:
        west, south, east, north = shapely.from_wkb(spot.wkb).bounds
        half = max(_LEAST_METRES, 1.4 * (east - west), 1.4 * (north - south)) / 2
        x, y = (west + east) / 2, (south + north) / 2
        yield Page(
            "hotspot",
            {
                "title": f"{spot.rank}. {spot.name}",
                "count": words.translate("est_plugin", "{incidents} incidents").format(incidents=spot.incidents),
                "facts": "\n\n".join(_hotspot_facts(plan, spot, words)),
            },
            template.extract_of((x - half, y - half, x + half, y + half)),
        )


def _hotspot_facts(plan: PackagePlan, spot: HotspotItem, words: Language) -> Iterator[str]:
    if spot.change is not None:
        yield sentences.change_sentence(spot, words)
    yield words.translate("est_plugin", "Status: {status}").format(status=spot.status_label)
    yield sentences.common_text(spot, words)
    names = [
        f"{item.number}. {item.kind}: {sentences.status_text(item, words)}"
        for item in plan.measures
        if item.key in spot.measures
    ]
    if names:
        yield "\n".join((words.translate("est_plugin", "Measures here:"), *names))
    else:
        yield words.translate("est_plugin", "No measure is flagged for this place.")


def _measures(plan: PackagePlan, words: Language) -> Iterator[Page]:
    """As many pages as the rows need, measures first, then the walks."""
    rows = [
        (
            str(item.number),
            item.kind,
            item.title,
            sentences.status_text(item, words),
            item.owner,
            str(item.due_date or "–"),
        )
        for item in plan.measures
    ]
    walk_word = words.translate("est_plugin", "Safety walk")
    for walk in plan.walks:
        facts = f"{walk.title} ({', '.join(sentences.walk_facts(walk, words))})"
        rows.append(("", walk_word, facts, walk.status_label, "", "–"))
    note = "" if plan.measures else words.translate("est_plugin", "No measures are registered.")
    values = {"title": words.translate("est_plugin", "Measures"), "note": note}
    for chunk in _chunks(rows, _MEASURE_WIDTHS, _MEASURE_ROOM) or [[]]:
        tables = (Table("table", sentences.measure_heads(words), tuple(chunk), _MEASURE_WIDTHS),) if chunk else ()
        yield Page("measures", values, tables=tables)


def _numbers(plan: PackagePlan, words: Language) -> Iterator[Page]:
    """Counts by category and, beside them, by organisation."""
    by_category = words.translate("est_plugin", "Incidents by category")
    by_organisation = words.translate("est_plugin", "Incidents by organisation")
    widths = _COUNT_WIDTHS if plan.last_year is None else _COUNT_WIDTHS_LAST_YEAR
    heads = sentences.count_heads(words)[: len(widths)]
    sides = [
        _chunks([_count_row(item, words)[: len(widths)] for item in items], widths, _COUNT_ROOM)
        for items in (plan.by_category, plan.by_organisation)
    ]
    for left, right in zip_longest(*sides, fillvalue=[]):
        tables = tuple(
            Table(item, heads, tuple(rows), widths) for item, rows in (("table", left), ("table_right", right)) if rows
        )
        values = {
            "title": words.translate("est_plugin", "Numbers"),
            "left": by_category if left else "",
            "right": by_organisation if right else "",
        }
        yield Page("numbers", values, tables=tables)


def _count_row(item: CountItem, words: Language) -> tuple[str, ...]:
    change = words_of(item.change, words.translate)
    return item.name, str(item.now), str(item.before), change, sentences.last_year_cell(item, words)


def _method(plan: PackagePlan, words: Language) -> Page:
    facts = "\n".join(f"{name}: {value}" for name, value in plan.method)
    parts = [*sentences.basis_texts(plan, words), facts]
    title = words.translate("est_plugin", "What the numbers rest on")
    return Page("method", {"title": title, "method": "\n\n".join(filter(None, parts))})


def _chunks(rows: Sequence[tuple[str, ...]], widths: Sequence[float], room: float) -> list[list[tuple[str, ...]]]:
    """The rows of each page; a text that needs several lines makes its row higher."""
    chunks: list[list[tuple[str, ...]]] = []
    height = room
    for row in rows:
        lines = max(1 + int(len(text) / (width * _SIGNS_PER_MM)) for text, width in zip(row, widths, strict=True))
        needed = lines * _LINE + _ROW
        if height + needed > room:
            chunks.append([])
            height = 0.0
        chunks[-1].append(row)
        height += needed
    return chunks
