# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures on the page: a table with filters on status and owner, each row to copy."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.domain.measure import MeasureStatus
from est_plugin.export import sentences
from est_plugin.export.sections import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.plan import MeasureItem, PackagePlan
    from est_plugin.i18n import Language

_COLUMNS = ("title", "where", "status", "owner", "date")


def measure_table(plan: PackagePlan, words: Language) -> str:
    """All measures of the plan; those due first at the top."""
    if not plan.measures:
        nothing = words.translate("est_plugin", "No measures are registered.")
        return f"<p>{escape(nothing)}</p>"
    columns = _columns(plan, words)
    heads = [*sentences.measure_heads(words)[:2], *columns.values()]
    places = {key: f"{spot.rank}. {spot.name}" for spot in plan.hotspots for key in spot.measures}
    rows = "".join(_measure_row(measure, columns, places, words) for measure in plan.measures)
    caption = words.translate("est_plugin", "Measures, those due first at the top")
    measures = table(caption, heads, f'<tbody id="measure-rows">{rows}</tbody>', words)
    return f'{_filters(plan, words)}<div class="measures">{measures}</div>'


def _columns(plan: PackagePlan, words: Language) -> dict[str, str]:
    """Name and head of each column after number and measure; owners and hotspots only where the edition has them."""
    title, where = words.translate("est_plugin", "Title"), words.translate("est_plugin", "Where")
    columns = dict(zip(_COLUMNS, (title, where, *sentences.measure_heads(words)[3:]), strict=True))
    left_out = {name for name, part in (("owner", Part.OWNERS), ("where", Part.HOTSPOTS)) if not plan.request.has(part)}
    return {name: head for name, head in columns.items() if name not in left_out}


def _filters(plan: PackagePlan, words: Language) -> str:
    labels = {measure.status: measure.status_label for measure in plan.measures}
    # In the order of the work, not of the rows.
    statuses = {status.value: labels[status] for status in MeasureStatus if status in labels}
    controls = _select("measure-filter", words.translate("est_plugin", "Show measures with status"), statuses, words)
    if plan.request.has(Part.OWNERS):
        owners = {owner: owner for owner in sorted({measure.owner for measure in plan.measures if measure.owner})}
        controls += _select("owner-filter", words.translate("est_plugin", "and owner"), owners, words)
    told = words.translate("est_plugin", "{shown} of {total} measures are shown.").format(
        shown=len(plan.measures), total=len(plan.measures)
    )
    return f'<p class="only-js filters">{controls}<span id="measure-count">{escape(told)}</span></p>'


def _select(name: str, label: str, options: Mapping[str, str], words: Language) -> str:
    every = escape(words.translate("est_plugin", "All"))
    items = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options.items())
    return (
        f'<span><label for="{name}">{escape(label)}</label> '
        f'<select id="{name}"><option value="">{every}</option>{items}</select></span>'
    )


def _measure_row(measure: MeasureItem, columns: Mapping[str, str], places: Mapping[str, str], words: Language) -> str:
    kind = escape(measure.kind)
    name = f'<a href="#{measure.key}" data-key="{measure.key}">{kind}</a>' if measure.wkb else kind
    late = ' class="late"' if measure.is_overdue else ' class="finished"' if measure.is_finished else ""
    texts = {
        "title": measure.title,
        "where": places.get(measure.key, ""),
        "status": sentences.status_text(measure, words),
        "owner": measure.owner,
        "date": str(measure.due_date or "–"),
    }
    cells = "".join(
        f'<td class="{column}" data-head="{escape(head)}">{escape(texts[column])}'
        f"{_copy_button(measure, words) if column == 'date' else ''}</td>"
        for column, head in columns.items()
    )
    return (
        f'<tr id="{measure.key}" data-status="{escape(measure.status.value)}" data-owner="{escape(measure.owner)}"'
        f'{late}><td class="no">{measure.number}</td>'
        f'<th scope="row"><span class="icon icon-{measure.sign.value}"></span> {name}</th>{cells}</tr>'
    )


def _copy_button(measure: MeasureItem, words: Language) -> str:
    copy = words.translate("est_plugin", "Copy")
    name = words.translate("est_plugin", "Copy measure {number} as text").format(number=measure.number)
    return (
        f' <button type="button" class="only-js quiet" data-copy="row" aria-label="{escape(name)}">'
        f"{escape(copy)}</button>"
    )
