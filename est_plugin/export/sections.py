# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the page as static HTML: every value escaped, every text in the package's language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.basis import basis_texts
from est_plugin.export.cause_words import cause_list
from est_plugin.export.changes import sign_of, words_of
from est_plugin.export.measure_count import measure_count, measures_text
from est_plugin.export.ranking import ranking_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from est_plugin.analysis.count_change import CountChange
    from est_plugin.export.plan import CountItem, HotspotItem, PackagePlan, WalkItem
    from est_plugin.i18n import Language


def fact_list(plan: PackagePlan, words: Language) -> str:
    """What a meeting asks first: better or worse, where first, what do we do."""
    has = plan.request.has
    facts = [(plan.total.now, words.translate("est_plugin", "Incidents"), sentences.incidents_text(plan, words))]
    if has(Part.HOTSPOTS):
        facts.append((len(plan.hotspots), words.translate("est_plugin", "Hotspots"), sentences.top_text(plan, words)))
    if has(Part.MEASURES) or has(Part.MEASURE_SUMMARY):
        unfinished = words.translate("est_plugin", "Measures not finished")
        facts.append((measure_count(plan).open, unfinished, measures_text(plan, words)))
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
        f"{_status(spot)}<p>{_numbers(spot, words)}</p><p>{escape(sentences.common_text(spot, words))}</p>"
        f'<div class="folds">{_measures_here(plan, spot, words)}{cause_list(spot, words)}</div></li>'
        for spot in plan.hotspots
    )
    ranking = escape(ranking_text(plan, words))
    return f'<p class="ranking">{ranking}</p><ol class="places">{items}</ol>'


def _status(spot: HotspotItem) -> str:
    return f' <span class="status">{escape(spot.status_label)}</span>' if spot.status_label else ""


def _numbers(spot: HotspotItem, words: Language) -> str:
    count, change = (escape(text(spot, words)) for text in (sentences.incident_count, sentences.change_sentence))
    return f"<strong>{count}</strong> {trend(spot.change)}{change}".rstrip()


def trend(change: CountChange | None) -> str:
    """The sign of a change for the eye; the words beside it say the same."""
    sign = "" if change is None else sign_of(change)
    return f"{sign} " if sign else ""


def count_table(caption: str, items: Iterable[CountItem], words: Language) -> str:
    """Counts now and before, with the change."""
    items = tuple(items)
    has_last_year = any(item.last_year is not None for item in items)
    heads = sentences.count_heads(words)[: 5 if has_last_year else 4]
    rows = "".join(_count_row(item, heads, words) for item in items)
    return f'<div class="counts">{table(caption, heads, f"<tbody>{rows}</tbody>", words)}</div>'


def _count_row(item: CountItem, heads: Sequence[str], words: Language) -> str:
    cells = [
        ("number", str(item.now)),
        ("number", str(item.before)),
        ("change", words_of(item.change, words.translate)),
    ]
    if len(heads) > len(cells) + 1:
        cells.append(("then", sentences.last_year_cell(item, words)))
    tags = "".join(
        f'<td class="{name}" data-head="{escape(head)}">{sign}{escape(text)}</td>'
        for head, (name, text) in zip(heads[1:], cells, strict=True)
        for sign in (trend(item.change) if name == "change" else "",)
    )
    return f'<tr><th scope="row">{escape(item.name)}</th>{tags}</tr>'


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
    lines = basis_texts(plan, words)
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in plan.method)
    return "".join(f"<p>{escape(line)}</p>" for line in lines) + (f"<dl>{facts}</dl>" if facts else "")


def _measures_here(plan: PackagePlan, spot: HotspotItem, words: Language) -> str:
    """The measures that were flagged for a hotspot, folded so that the next places are in sight."""
    links = tuple(
        f'<a href="#{item.key}" data-key="{item.key}">{escape(name)}</a>' if item.wkb else escape(name)
        for item in plan.measures
        if item.key in spot.measures
        for name in (f"{item.number}. {item.kind}",)
    )
    if not links:
        return ""
    label = escape(words.translate("est_plugin", "Measures here:"))
    return (
        f'<details id="here-{spot.key}"><summary>{label} {len(links)}</summary>'
        f'<p class="here">{"<br>".join(links)}</p></details>'
    )


def table(caption: str, heads: Iterable[str], body: str, words: Language) -> str:
    """A table that moves sideways by itself where it is too wide, with a button that copies it."""
    row = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    copy = escape(words.translate("est_plugin", "Copy the table"))
    name = escape(f"{words.translate('est_plugin', 'Copy the table')}: {caption}")
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption><thead><tr>{row}</tr></thead>{body}'
        f'</table></div><p class="only-js copy"><button type="button" class="quiet" data-copy="table" '
        f'aria-label="{name}">{copy}</button></p>'
    )
