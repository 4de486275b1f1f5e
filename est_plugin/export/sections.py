# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the page as static HTML: every value escaped, every text in the package's language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.db.times import LOCAL_ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.plan import CountItem, HotspotItem, MeasureItem, PackagePlan, WalkItem
    from est_plugin.i18n import Language


def period_text(plan: PackagePlan, words: Language) -> str:
    """The period and the one it is compared with."""
    return words.translate("est_plugin", "{period}, compared with {before}").format(
        period=f"{plan.period.start} – {plan.period.last_day}",
        before=f"{plan.comparison.start} – {plan.comparison.last_day}",
    )


def class_text(plan: PackagePlan, words: Language) -> str:
    """The information class, as the banner shows it."""
    label = words.translate("est_plugin", plan.info_class.label)
    return words.translate("est_plugin", "Information class: {label}").format(label=label)


def made_text(plan: PackagePlan, words: Language) -> str:
    """When the package was made, in local time."""
    made = plan.made_at.astimezone(LOCAL_ZONE)
    return words.translate("est_plugin", "Made {time}").format(time=f"{made:%Y-%m-%d %H:%M}")


def filter_text(plan: PackagePlan, words: Language) -> str:
    """Which categories and organisations count."""
    everything = words.translate("est_plugin", "all")
    return words.translate("est_plugin", "Categories: {categories}. Organisations: {organisations}.").format(
        categories=", ".join(plan.categories) or everything,
        organisations=", ".join(plan.organisations) or everything,
    )


def summary_text(plan: PackagePlan, words: Language) -> str:
    """What the picture says, in plain sentences."""
    sentences = [
        words.translate(
            "est_plugin", "Incidents in the period: {now}. In the period before: {before}. {change}."
        ).format(now=plan.total.now, before=plan.total.before, change=plan.total.change.text),
        words.translate("est_plugin", "Hotspots: {count}.").format(count=len(plan.hotspots)),
    ]
    if plan.hotspots:
        first = plan.hotspots[0]
        sentences.append(
            words.translate("est_plugin", "The first in the list is {name} with {incidents} incidents.").format(
                name=first.name, incidents=first.incidents
            )
        )
    late = sum(measure.is_overdue for measure in plan.measures)
    sentences.append(
        words.translate("est_plugin", "Measures: {count}. Overdue: {late}.").format(count=len(plan.measures), late=late)
    )
    return " ".join(sentences)


def hotspot_text(spot: HotspotItem, words: Language) -> str:
    """The numbers of a hotspot in one line."""
    text = words.translate("est_plugin", "{incidents} incidents").format(incidents=spot.incidents)
    if spot.change is not None:
        text += ", " + words.translate("est_plugin", "before: {before}. {change}").format(
            before=spot.before, change=spot.change.text
        )
    return text


def hotspot_list(plan: PackagePlan, words: Language) -> str:
    """The ranked places; the way in to the map for the keyboard."""
    if not plan.hotspots:
        nothing = words.translate("est_plugin", "No hotspots are stored for the period.")
        return f"<p>{escape(nothing)}</p>"
    items = []
    for spot in plan.hotspots:
        category = words.translate("est_plugin", "Most common: {category}").format(category=spot.main_category or "–")
        items.append(
            f'<li id="{spot.key}" class="{escape(spot.status)}">'
            f'<a href="#{spot.key}" data-key="{spot.key}">{spot.rank}. {escape(spot.name)}</a>'
            f"<p>{escape(hotspot_text(spot, words))}</p>"
            f"<p>{escape(spot.status_label)}. {escape(category)}</p></li>"
        )
    return f'<ol class="places">{"".join(items)}</ol>'


def count_table(caption: str, items: Iterable[CountItem], words: Language) -> str:
    """Counts now and before, with the change."""
    heads = (
        words.translate("est_plugin", "Name"),
        words.translate("est_plugin", "Now"),
        words.translate("est_plugin", "Before"),
        words.translate("est_plugin", "Change"),
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(item.name)}</th><td class="number">{item.now}</td>'
        f'<td class="number">{item.before}</td><td>{escape(item.change.text)}</td></tr>'
        for item in items
    )
    return f'<div class="counts">{_table(caption, heads, f"<tbody>{rows}</tbody>")}</div>'


def measure_heads(words: Language) -> tuple[str, ...]:
    """The columns of the measures, in the page as on paper."""
    return (
        words.translate("est_plugin", "No"),
        words.translate("est_plugin", "Measure"),
        words.translate("est_plugin", "Place or title"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Owner"),
        words.translate("est_plugin", "Due"),
    )


def status_text(measure: MeasureItem, words: Language) -> str:
    """The status, and in words and sign if the due date is past."""
    if measure.is_overdue:
        late = words.translate("est_plugin", "overdue")
        return f"{measure.status_label} – ⚠ {late}"
    return measure.status_label


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
    rows = "".join(_measure_row(number, measure, words) for number, measure in enumerate(plan.measures, start=1))
    caption = words.translate("est_plugin", "Measures, those due first at the top")
    return control + _table(caption, measure_heads(words), f'<tbody id="measure-rows">{rows}</tbody>')


def walk_list(walks: Iterable[WalkItem], words: Language) -> str:
    """Each walk with its stops."""
    parts = []
    for walk in walks:
        facts = [walk.status_label]
        if walk.length_m:
            facts.append(words.translate("est_plugin", "{km} km").format(km=f"{walk.length_m / 1000:.1f}"))
        if walk.minutes:
            facts.append(words.translate("est_plugin", "{minutes} minutes").format(minutes=round(walk.minutes)))
        stops = "".join(f'<li value="{stop.number}">{escape(stop.place or "–")}</li>' for stop in walk.stops)
        title = (
            f'<a href="#{walk.key}" data-key="{walk.key}">{escape(walk.title)}</a>' if walk.wkb else escape(walk.title)
        )
        parts.append(f'<div id="{walk.key}"><h3>{title}</h3><p>{escape(", ".join(facts))}</p><ol>{stops}</ol></div>')
    nothing = words.translate("est_plugin", "No safety walks are registered.")
    return "".join(parts) or f"<p>{escape(nothing)}</p>"


def basis_text(words: Language) -> str:
    """What kind of numbers these are."""
    return words.translate(
        "est_plugin",
        "The numbers are reports that organisations have made, not all that happened. More reports may mean more "
        "reporting. Duplicates and rejected reports do not count. No single incident is in this package.",
    )


def silent_text(plan: PackagePlan, words: Language) -> str:
    """Who has not reported: a silent area is not a calm one."""
    names = ", ".join(plan.silent_organisations)
    return words.translate("est_plugin", "Have not reported in the period: {names}.").format(names=names)


def method_list(plan: PackagePlan, words: Language) -> str:
    """What the numbers rest on."""
    lines = [basis_text(words), filter_text(plan, words)]
    if plan.silent_organisations:
        lines.append(silent_text(plan, words))
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in plan.method)
    return "".join(f"<p>{escape(line)}</p>" for line in lines) + (f"<dl>{facts}</dl>" if facts else "")


def _measure_row(number: int, measure: MeasureItem, words: Language) -> str:
    kind = escape(measure.kind)
    name = f'<a href="#{measure.key}" data-key="{measure.key}">{kind}</a>' if measure.wkb else kind
    late = ' class="late"' if measure.is_overdue else ""
    return (
        f'<tr id="{measure.key}" data-status="{escape(measure.status.value)}"{late}><td>{number}</td>'
        f'<th scope="row">{name}</th><td>{escape(measure.title)}</td>'
        f'<td class="status">{escape(status_text(measure, words))}</td><td>{escape(measure.owner)}</td>'
        f'<td class="date">{measure.due_date or "–"}</td></tr>'
    )


def _table(caption: str, heads: Iterable[str], body: str) -> str:
    row = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption><thead><tr>{row}</tr></thead>{body}'
        "</table></div>"
    )
