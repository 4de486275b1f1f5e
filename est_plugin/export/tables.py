# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that open right in a Swedish Excel: UTF-8 with BOM, semicolons, decimal commas, no formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export.changes import reason_of
from est_plugin.export.measure_summary import summary_cells, summary_heads
from est_plugin.export.sentences import measure_heads, status_text
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.count_change import CountChange
    from est_plugin.export.draft import Draft
    from est_plugin.export.plan import PackagePlan
    from est_plugin.feedback import Feedback

#: A cell that begins so is run as a formula by spreadsheets; the full-width signs count as well.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def cell(value: object) -> str:
    """A value as a cell: numbers with decimal comma, text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}".replace(".", ",")
    text = str(value)
    return f"'{text}" if not isinstance(value, int) and text.startswith(_FORMULA_STARTS) else text


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """The file's bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


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
        verdict = f"{verdict}: {reason_of(comparison.obstacle, words.translate)}"
    return change.difference, change.percent, verdict


def measure_table(plan: PackagePlan) -> bytes:
    """atgarder.csv"""
    words = Language(plan.language)
    return table(
        measure_heads(words),
        (
            (item.number, item.kind, item.title, status_text(item, words), item.owner, item.due_date)
            for item in plan.measures
        ),
    )


def write_tables(draft: Draft, _feedback: Feedback) -> None:
    """The folder of tables."""
    folder = draft.folder / "tabeller"
    folder.mkdir()
    (folder / "hotspots.csv").write_bytes(hotspot_table(draft.plan))
    (folder / "siffror.csv").write_bytes(count_table(draft.plan))
    summary = draft.plan.measure_summary
    if draft.plan.request.has(Part.MEASURES):
        (folder / "atgarder.csv").write_bytes(measure_table(draft.plan))
    if summary is not None:
        heads = summary_heads(Language(draft.plan.language))
        (folder / "atgarder_sammanfattning.csv").write_bytes(table(heads, summary_cells(summary)))
