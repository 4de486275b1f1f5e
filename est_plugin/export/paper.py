# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages does the PDF have, and what stands on each? Plain values, so that the maps can be drawn in any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # nosec B405

import shapely

from est_plugin import paths
from est_plugin.export import sections
from est_plugin.export.pictures import Extract
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import MeasureItem, PackagePlan

DPI = 200
_MM_PER_INCH = 25.4
#: A page shows at most so many hotspots or lines of measures, and a map of a hotspot at least so many metres.
_LISTED = 15
_LINES = 26
_WORDS_PER_LINE = 38
_LEAST_METRES = 700.0
_LIST_WIDTHS = (11.0, 42.0, 12.0, 34.0)
_MEASURE_WIDTHS = (8.0, 53.0, 78.0, 46.0, 53.0, 27.0)


@dataclass(frozen=True)
class Page:
    """One page of a template: values of its ``@est_…`` variables, its map if it has one, its table if it has one."""

    template: str
    values: dict[str, str]
    extract: Extract | None = None
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    #: Widths of the table's columns without their margins, in millimetres.
    widths: tuple[float, ...] = ()


def pages(plan: PackagePlan) -> list[Page]:
    """Overview with list, a page for each hotspot, the measures, the method."""
    words = Language(plan.language)
    found = [_overview(plan, words), *_hotspots(plan, words), *_measures(plan, words), _method(plan, words)]
    common = {
        "class": sections.class_text(plan, words),
        "period": f"{plan.municipality}. {sections.period_text(plan, words)}",
        "footer": words.translate("est_plugin", "{made}. For meetings; not for the web.").format(
            made=sections.made_text(plan, words)
        ),
        "north": words.translate("est_plugin", "N"),
        "source": f"{plan.crs_name} ({plan.crs_authid}). {plan.attribution}",
    }
    return [
        replace(page, values=common | page.values | {"page": f"{number} / {len(found)}"})
        for number, page in enumerate(found, start=1)
    ]


def _overview(plan: PackagePlan, words: Language) -> Page:
    return Page(
        "overview",
        {
            "title": words.translate("est_plugin", "Situation picture {municipality}").format(
                municipality=plan.municipality
            ),
            "summary": sections.summary_text(plan, words),
        },
        _extract("overview", plan.extent),
        (
            words.translate("est_plugin", "Rank"),
            words.translate("est_plugin", "Name"),
            words.translate("est_plugin", "Now"),
            words.translate("est_plugin", "Change"),
        ),
        tuple(
            (str(spot.rank), spot.name, str(spot.incidents), spot.change.text if spot.change else "–")
            for spot in plan.hotspots[:_LISTED]
        ),
        _LIST_WIDTHS,
    )


def _hotspots(plan: PackagePlan, words: Language) -> Iterator[Page]:
    for spot in plan.hotspots[:_LISTED]:
        west, south, east, north = shapely.from_wkb(spot.wkb).bounds
        half = max(_LEAST_METRES, 1.6 * (east - west), 1.6 * (north - south)) / 2
        x, y = (west + east) / 2, (south + north) / 2
        facts = (
            sections.hotspot_text(spot, words),
            spot.status_label,
            words.translate("est_plugin", "Most common: {category}").format(category=spot.main_category or "–"),
        )
        yield Page(
            "hotspot",
            {"title": f"{spot.rank}. {spot.name}", "facts": "\n\n".join(facts)},
            _extract("hotspot", (x - half, y - half, x + half, y + half)),
        )


def _measures(plan: PackagePlan, words: Language) -> Iterator[Page]:
    """As many pages as the rows need, longer texts counted as more lines."""
    rows: list[tuple[str, ...]] = []
    lines = 0
    for number, item in enumerate(plan.measures, start=1):
        row = _measure_row(number, item, words)
        needed = max(1 + len(text) // _WORDS_PER_LINE for text in row)
        if rows and lines + needed > _LINES:
            yield _measure_page(rows, words)
            rows, lines = [], 0
        rows.append(row)
        lines += needed
    if rows:
        yield _measure_page(rows, words)


def _measure_page(rows: list[tuple[str, ...]], words: Language) -> Page:
    return Page(
        "measures",
        {"title": words.translate("est_plugin", "Measures")},
        heads=sections.measure_heads(words),
        rows=tuple(rows),
        widths=_MEASURE_WIDTHS,
    )


def _measure_row(number: int, item: MeasureItem, words: Language) -> tuple[str, ...]:
    due = str(item.due_date or "–")
    return str(number), item.kind, item.title, sections.status_text(item, words), item.owner, due


def _method(plan: PackagePlan, words: Language) -> Page:
    parts = [sections.basis_text(words), sections.filter_text(plan, words)]
    if plan.silent_organisations:
        parts.append(sections.silent_text(plan, words))
    parts += [f"{name}: {value}" for name, value in plan.method]
    return Page(
        "method",
        {"title": words.translate("est_plugin", "What the numbers rest on"), "method": "\n\n".join(parts)},
    )


def _extract(template: str, bounds: tuple[float, float, float, float]) -> Extract:
    """The bounds, widened to the shape of the template's map, in the pixels that paper needs."""
    width, height = _map_size(template)
    west, south, east, north = bounds
    metres_per_mm = max((east - west) / width, (north - south) / height)
    x, y = (west + east) / 2, (south + north) / 2
    wide, high = metres_per_mm * width / 2, metres_per_mm * height / 2
    pixels = DPI / _MM_PER_INCH
    return Extract((x - wide, y - high, x + wide, y + high), round(width * pixels), round(height * pixels), DPI)


def _map_size(template: str) -> tuple[float, float]:
    """Width and height of the map in the template, one of our own files, in millimetres."""
    tree = ElementTree.parse(paths.layout(template))  # nosec B314 # noqa: S314
    item = next(item for item in tree.iter("LayoutItem") if item.get("id") == "map")
    width, height, _ = item.get("size", "").split(",")
    return float(width), float(height)
