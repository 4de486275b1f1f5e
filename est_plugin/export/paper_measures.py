# SPDX-License-Identifier: GPL-2.0-or-later
"""What does paper say of the measures and walks? Each in a row; in a strategic edition how many stand where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.measure_signs import signs_of
from est_plugin.export.paper_legend import LIST_COLUMNS, height_of
from est_plugin.export.paper_page import Page, Table, height_of_table, split_table
from est_plugin.export.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.measure_summary import MeasureSummary
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language

#: The columns of ``measure_heads``.
_SHARES = (8.0, 53.0, 78.0, 46.0, 53.0, 27.0)
_OWNER = 4
_SUM_SHARES = (100.0, 35.0, 35.0, 35.0, 35.0)


def measure_pages(plan: PackagePlan, words: Language) -> list[Page]:
    """As many pages as the rows need, measures first, then the walks; none where the edition has neither.

    Raises ExportError if the template cannot be used.
    """
    has_single, has_sums = plan.request.has(Part.MEASURES), plan.request.has(Part.MEASURE_SUMMARY)
    has_walks = plan.request.has(Part.WALKS) and bool(plan.walks)
    if not (has_single or has_sums or has_walks):
        return []
    template = Template.of("measures", plan.request)
    tables: list[Table] = []
    summary = plan.measure_summary
    if summary is not None and summary.rows and not has_single:
        tables += _sums(summary, template, words)
    if has_single or has_walks:
        tables += _rows(plan, template, words)
    has_measures = has_single or has_sums
    is_any = bool(plan.measures) or (summary is not None and bool(summary.rows))
    title = words.translate("est_plugin", "Measures") if has_measures else words.translate("est_plugin", "Safety walks")
    note = words.translate("est_plugin", "No measures are registered.") if has_measures and not is_any else ""
    values = {"title": title, "note": note}
    found = [Page(template, values, tables=(table,)) for table in tables] or [Page(template, values)]
    return _with_signs(found, plan, words) if has_single else found


def _with_signs(found: list[Page], plan: PackagePlan, words: Language) -> list[Page]:
    """The pages, with the key of the signs at the foot of the last one, or on one more where it has no room there."""
    template, signs = found[-1].template, signs_of(plan)
    if not signs or "legend" not in template.rooms:
        return found
    room = template.rooms["table"]
    free = template.rooms["legend"].bottom - height_of(template, len(signs), LIST_COLUMNS) - room.top
    if sum(height_of_table(template, table) for table in found[-1].tables if isinstance(table, Table)) < free:
        return [*found[:-1], replace(found[-1], has_signs=True)]
    note = words.translate("est_plugin", "What the signs of the measures on the maps mean:")
    return [*found, Page(template, {**found[-1].values, "note": note}, has_signs=True)]


def _rows(plan: PackagePlan, template: Template, words: Language) -> list[Table]:
    rows = list(_measures(plan, words)) if plan.request.has(Part.MEASURES) else []
    rows += list(_walks(plan, words)) if plan.request.has(Part.WALKS) else []
    # An edition that names no owner has no column for them.
    kept = [place for place in range(len(_SHARES)) if place != _OWNER or plan.request.has(Part.OWNERS)]
    cut = [tuple(row[place] for place in kept) for row in (sentences.measure_heads(words), *rows)]
    return split_table(template, "table", cut[0], cut[1:], [_SHARES[place] for place in kept])


def _measures(plan: PackagePlan, words: Language) -> Iterator[tuple[str, ...]]:
    for item in plan.measures:
        yield (
            str(item.number),
            item.kind,
            item.title,
            sentences.status_text(item, words),
            item.owner,
            str(item.due_date or "–"),
        )


def _walks(plan: PackagePlan, words: Language) -> Iterator[tuple[str, ...]]:
    walk_word = words.translate("est_plugin", "Safety walk")
    for walk in plan.walks:
        facts = f"{walk.title} ({', '.join(sentences.walk_facts(walk, words))})"
        yield "", walk_word, facts, walk.status_label, "", "–"


def _sums(summary: MeasureSummary, template: Template, words: Language) -> list[Table]:
    """How many measures of each kind there are, and how far they have come."""
    heads = (
        words.translate("est_plugin", "Measure"),
        words.translate("est_plugin", "Not finished"),
        words.translate("est_plugin", "of them overdue"),
        words.translate("est_plugin", "Finished"),
        words.translate("est_plugin", "All"),
    )
    rows = []
    for row in (*summary.rows, summary.total):
        counts = (row.open, row.late, row.total - row.open, row.total)
        rows.append((row.name, *(str(count or "–") for count in counts)))
    return split_table(template, "table", heads, rows, _SUM_SHARES)
