# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the page as static HTML: every value escaped, every text in the package's language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.export import sentences
from est_plugin.export.changes import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.plan import CountItem, HotspotItem, MeasureItem, PackagePlan, WalkItem
    from est_plugin.i18n import Language


def fact_list(plan: PackagePlan, words: Language) -> str:
    """What a meeting asks first: better or worse, what is worst, what do we do."""
    facts = (
        (plan.total.now, words.translate("est_plugin", "Incidents"), sentences.incidents_text(plan, words)),
        (len(plan.hotspots), words.translate("est_plugin", "Hotspots"), sentences.worst_text(plan, words)),
        (
            sentences.open_measures(plan),
            words.translate("est_plugin", "Measures not finished"),
            sentences.measures_text(plan, words),
        ),
    )
    items = "".join(
        f'<li><span class="figure">{figure}</span> <span class="what"><strong>{escape(what)}</strong>'
        f"<br>{escape(more)}</span></li>"
        for figure, what, more in facts
    )
    return f'<ul class="facts">{items}</ul>'


def hotspot_list(plan: PackagePlan, words: Language) -> str:
    """The ranked places; the way in to the map for the keyboard."""
    if not plan.hotspots:
        nothing = words.translate("est_plugin", "No hotspots are stored for the period.")
        return f"<p>{escape(nothing)}</p>"
    items = "".join(
        f'<li id="{spot.key}" class="{escape(spot.status)}">'
        f'<a href="#{spot.key}" data-key="{spot.key}">{spot.rank}. {escape(spot.name)}</a>'
        f' <span class="status">{escape(spot.status_label)}</span>'
        f"<p>{escape(sentences.hotspot_text(spot, words))}</p>"
        f"<p>{escape(sentences.common_text(spot, words))}{_measure_links(plan, spot, words)}</p></li>"
        for spot in plan.hotspots
    )
    return f'<ol class="places">{items}</ol>'


def count_table(caption: str, items: Iterable[CountItem], words: Language) -> str:
    """Counts now and before, with the change."""
    items = tuple(items)
    has_last_year = any(item.last_year is not None for item in items)
    heads = sentences.count_heads(words)[: 5 if has_last_year else 4]
    rows = "".join(
        f'<tr><th scope="row">{escape(item.name)}</th><td class="number">{item.now}</td>'
        f'<td class="number">{item.before}</td><td>{escape(words_of(item.change, words.translate))}</td>'
        f"{_last_year(item, heads[-1], words) if has_last_year else ''}</tr>"
        for item in items
    )
    return f'<div class="counts">{_table(caption, heads, f"<tbody>{rows}</tbody>")}</div>'


def _last_year(item: CountItem, head: str, words: Language) -> str:
    return f'<td class="then" data-head="{escape(head)}">{escape(sentences.last_year_cell(item, words))}</td>'


def measure_table(plan: PackagePlan, words: Language) -> str:
    """The measures with a filter on their status."""
    if not plan.measures:
        nothing = words.translate("est_plugin", "No measures are registered.")
        return f"<p>{escape(nothing)}</p>"
    labels = {measure.status.value: measure.status_label for measure in plan.measures}
    options = "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in labels.items())
    every = escape(words.translate("est_plugin", "All"))
    choose = escape(words.translate("est_plugin", "Show measures with status"))
    control = (
        f'<p class="only-js"><label for="measure-filter">{choose}</label> '
        f'<select id="measure-filter"><option value="">{every}</option>{options}</select></p>'
    )
    rows = "".join(_measure_row(measure, words) for measure in plan.measures)
    caption = words.translate("est_plugin", "Measures, those due first at the top")
    table = _table(caption, sentences.measure_heads(words), f'<tbody id="measure-rows">{rows}</tbody>')
    return f'{control}<div class="measures">{table}</div>'


def walk_list(walks: Iterable[WalkItem], words: Language) -> str:
    """Each walk with its stops."""
    parts = []
    for walk in walks:
        stops = "".join(f'<li value="{stop.number}">{escape(stop.place or "–")}</li>' for stop in walk.stops)
        title = (
            f'<a href="#{walk.key}" data-key="{walk.key}">{escape(walk.title)}</a>' if walk.wkb else escape(walk.title)
        )
        facts = ", ".join((walk.status_label, *sentences.walk_facts(walk, words)))
        parts.append(f'<div id="{walk.key}"><h3>{title}</h3><p>{escape(facts)}</p><ol>{stops}</ol></div>')
    nothing = words.translate("est_plugin", "No safety walks are registered.")
    return "".join(parts) or f"<p>{escape(nothing)}</p>"


def method_list(plan: PackagePlan, words: Language) -> str:
    """What the numbers rest on."""
    lines = sentences.basis_texts(plan, words)
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in plan.method)
    return "".join(f"<p>{escape(line)}</p>" for line in lines) + (f"<dl>{facts}</dl>" if facts else "")


def _measure_row(measure: MeasureItem, words: Language) -> str:
    kind = escape(measure.kind)
    name = f'<a href="#{measure.key}" data-key="{measure.key}">{kind}</a>' if measure.wkb else kind
    late = ' class="late"' if measure.is_overdue else ""
    cells = "".join(
        f'<td class="{column}" data-head="{escape(head)}">{escape(text)}</td>'
        for column, head, text in zip(
            ("title", "status", "owner", "date"),
            sentences.measure_heads(words)[2:],
            (measure.title, sentences.status_text(measure, words), measure.owner, str(measure.due_date or "–")),
            strict=True,
        )
    )
    return (
        f'<tr id="{measure.key}" data-status="{escape(measure.status.value)}"{late}>'
        f'<td class="no">{measure.number}</td>'
        f'<th scope="row"><span class="icon icon-{measure.sign.value}"></span> {name}</th>{cells}</tr>'
    )


def _measure_links(plan: PackagePlan, spot: HotspotItem, words: Language) -> str:
    """The measures that were flagged for a hotspot."""
    links = ", ".join(
        f'<a href="#{item.key}" data-key="{item.key}">{escape(name)}</a>' if item.wkb else escape(name)
        for item in plan.measures
        if item.key in spot.measures
        for name in (f"{item.number}. {item.kind}",)
    )
    label = escape(words.translate("est_plugin", "Measures here:"))
    return f". {label} {links}" if links else ""


def _table(caption: str, heads: Iterable[str], body: str) -> str:
    row = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption><thead><tr>{row}</tr></thead>{body}'
        "</table></div>"
    )
