# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tables go along with a package, and what stands in each? Only what its edition lets out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from est_plugin.domain.edition import Edition, Part
from est_plugin.export import sentences
from est_plugin.export.basis import basis_texts
from est_plugin.export.changes import reason_of
from est_plugin.export.csv_file import table
from est_plugin.export.frame import middle_of
from est_plugin.export.measure_summary import summary_cells, summary_heads
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.count_change import CountChange
    from est_plugin.export.draft import Draft
    from est_plugin.export.plan import MeasureItem, PackagePlan
    from est_plugin.feedback import Feedback

FOLDER = "tabeller"
#: A place is told in steps of so many metres.
_PLACE_STEP = 10
_KILOMETRE = 1000


def write_tables(draft: Draft, _feedback: Feedback) -> None:
    """The folder of tables: those of the parts that the package has, and always how it was reckoned."""
    folder = draft.folder / FOLDER
    folder.mkdir()
    for name, (part, write) in _TABLES.items():
        if part is None or draft.plan.request.has(part):
            (folder / name).write_bytes(write(draft.plan))


def hotspot_table(plan: PackagePlan) -> bytes:
    """hotspots.csv"""
    words = Language(plan.language)
    heads = (
        words.translate("est_plugin", "Rank"),
        words.translate("est_plugin", "Name"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Now"),
        words.translate("est_plugin", "Before"),
        words.translate("est_plugin", "Difference"),
        words.translate("est_plugin", "Per cent"),
        words.translate("est_plugin", "Verdict"),
        words.translate("est_plugin", "Most common category"),
        *_place_heads(plan),
    )
    return table(
        heads,
        (
            (
                spot.rank,
                spot.name,
                spot.status_label,
                spot.incidents,
                spot.before,
                *_change(spot.change, plan.comparison, words),
                spot.main_category,
                *_place(plan, spot.wkb),
            )
            for spot in plan.hotspots
        ),
    )


def count_table(plan: PackagePlan) -> bytes:
    """siffror.csv: categories, then organisations."""
    words = Language(plan.language)
    groups = (
        (words.translate("est_plugin", "Category"), plan.by_category),
        (words.translate("est_plugin", "Organisation"), plan.by_organisation),
    )
    heads = (
        words.translate("est_plugin", "Kind"),
        words.translate("est_plugin", "Name"),
        words.translate("est_plugin", "Now"),
        words.translate("est_plugin", "Before"),
        words.translate("est_plugin", "Difference"),
        words.translate("est_plugin", "Per cent"),
        words.translate("est_plugin", "Verdict"),
        words.translate("est_plugin", "Same period last year"),
        words.translate("est_plugin", "Difference from last year"),
        words.translate("est_plugin", "Per cent from last year"),
        words.translate("est_plugin", "Verdict against last year"),
    )
    rows = (
        (
            kind,
            item.name,
            item.now,
            item.before,
            *_change(item.change, plan.comparison, words),
            item.last_year,
            *_change(item.last_year_change, plan.last_year, words),
        )
        for kind, items in groups
        for item in items
    )
    columns = 7 if plan.last_year is None else len(heads)
    return table(heads[:columns], (row[:columns] for row in rows))


def _change(change: CountChange | None, comparison: Comparison | None, words: Language) -> tuple[object, ...]:
    """Difference, per cent and verdict, each in a cell of its own that a spreadsheet can reckon with."""
    if change is None or comparison is None:
        return None, None, None
    verdict = words.translate("est_plugin", change.verdict.label)
    if comparison.obstacle is not None:
        return None, None, f"{verdict}: {reason_of(comparison.obstacle, words.translate)}"
    return change.difference, change.percent, verdict


def measure_table(plan: PackagePlan) -> bytes:
    """atgarder.csv, without owners where the edition has none."""
    words = Language(plan.language)
    has_owners = plan.request.has(Part.OWNERS)

    def row(item: MeasureItem) -> Iterator[object]:
        yield from (item.number, item.kind, item.title, sentences.status_text(item, words))
        if has_owners:
            yield item.owner
        yield item.due_date
        yield from _place(plan, item.wkb)

    number, kind, title, status, owner, due = sentences.measure_heads(words)
    heads = (number, kind, title, status, *((owner,) if has_owners else ()), due, *_place_heads(plan))
    return table(heads, map(row, plan.measures))


def summary_table(plan: PackagePlan) -> bytes:
    """atgarder_sammanfattning.csv: how many measures, instead of which."""
    summary = plan.measure_summary
    return table(summary_heads(Language(plan.language)), () if summary is None else summary_cells(summary))


def walk_table(plan: PackagePlan) -> bytes:
    """vandringar.csv: a line for each walk."""
    words = Language(plan.language)
    heads = (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "Name"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Length in km"),
        words.translate("est_plugin", "Minutes"),
        words.translate("est_plugin", "Number of stops"),
        words.translate("est_plugin", "Stops"),
    )
    return table(
        heads,
        (
            (
                number,
                walk.title,
                walk.status_label,
                None if walk.length_m is None else round(walk.length_m / _KILOMETRE, 2),
                None if walk.minutes is None else round(walk.minutes),
                len(walk.stops),
                "; ".join(f"{stop.number}. {stop.place}".rstrip(" .") for stop in walk.stops),
            )
            for number, walk in enumerate(plan.walks, start=1)
        ),
    )


def observation_table(plan: PackagePlan) -> bytes:
    """iakttagelser.csv: what was seen and what becomes of it; no comment that somebody wrote on the walk."""
    words = Language(plan.language)
    has_owners = plan.request.has(Part.OWNERS)
    heads = (
        words.translate("est_plugin", "Safety walk"),
        words.translate("est_plugin", "Stop"),
        words.translate("est_plugin", "Seen"),
        words.translate("est_plugin", "Answer"),
        words.translate("est_plugin", "Reply"),
        *((words.translate("est_plugin", "Owner"),) if has_owners else ()),
        *_place_heads(plan),
    )
    return table(
        heads,
        (
            (
                walk.title,
                place.stop,
                item.seen,
                item.answer,
                item.reply,
                *((item.responsible,) if has_owners else ()),
                *_place(plan, place.wkb),
            )
            for walk in plan.observations
            for place in walk.places
            for item in place.items
        ),
    )


def method_table(plan: PackagePlan) -> bytes:
    """metod.csv: what the numbers of the other tables are, so that a table alone can be judged too."""
    words = Language(plan.language)
    basis = words.translate("est_plugin", "What the numbers rest on")
    facts = (
        (words.translate("est_plugin", "Municipality"), plan.municipality),
        (words.translate("est_plugin", "Period"), sentences.period_text(plan, words)),
        (words.translate("est_plugin", "Information class"), words.translate("est_plugin", plan.info_class.label)),
        (words.translate("est_plugin", "State"), sentences.state_text(plan, words)),
        (words.translate("est_plugin", "Coordinate system"), f"{plan.crs_name} ({plan.crs_authid})"),
        *((basis, text) for text in basis_texts(plan, words)),
        *plan.method,
    )
    return table((words.translate("est_plugin", "Name"), words.translate("est_plugin", "Value")), facts)


def _place_heads(plan: PackagePlan) -> tuple[str, ...]:
    return ("E", "N") if _has_places(plan) else ()


def _place(plan: PackagePlan, wkb: bytes | None) -> tuple[int | None, ...]:
    """Where a thing is, roughly; nothing in a package that others than the working group get."""
    if not _has_places(plan):
        return ()
    if wkb is None:
        return None, None
    middle = middle_of(shapely.from_wkb(wkb))
    return _rounded(middle.x), _rounded(middle.y)


def _has_places(plan: PackagePlan) -> bool:
    return plan.request.edition is Edition.WORKING


def _rounded(metres: float) -> int:
    return _PLACE_STEP * round(metres / _PLACE_STEP)


#: The part that a table tells of; None: of all.
_TABLES: Mapping[str, tuple[Part | None, Callable[[PackagePlan], bytes]]] = {
    "hotspots.csv": (Part.HOTSPOTS, hotspot_table),
    "siffror.csv": (Part.COUNTS, count_table),
    "atgarder.csv": (Part.MEASURES, measure_table),
    "atgarder_sammanfattning.csv": (Part.MEASURE_SUMMARY, summary_table),
    "vandringar.csv": (Part.WALKS, walk_table),
    "iakttagelser.csv": (Part.OBSERVATIONS, observation_table),
    "metod.csv": (None, method_table),
}
