# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the signs and colours of the page's map mean? A legend that also switches them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.density_select import density_select
from est_plugin.export.incident_page import incident_filter
from est_plugin.export.measure_signs import signs_of
from est_plugin.export.public_sections import square_key

if TYPE_CHECKING:
    from est_plugin.export.page_pictures import WebPictures
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language


@dataclass(frozen=True)
class _Density:
    """A density to choose; ``ramp`` names its colours, empty for none."""

    name: str
    label: str
    #: What the map then shows, as a sentence.
    seen: str
    ramp: str
    low: str
    high: str


def legend(plan: PackagePlan, pictures: WebPictures, words: Language) -> str:
    """The switches, the same as a plain key for paper, and a line that says which density is seen."""
    kinds = _measure_key(plan, words)
    # The scripts show it where there are many.
    afar = escape(words.translate("est_plugin", "From afar a measure is its number, a finished one a dot."))
    boxes, key = "", ""
    for name, label in _layers(plan, words):
        sign = escape(label) if name == "measures" else f'<span class="sign sign-{name}"></span>{escape(label)}'
        more = kinds if name == "measures" else ""
        boxes += f'<label><input type="checkbox" data-layer="{name}" checked>{sign}</label>{more}'
        boxes += f'<span class="far-key">{afar}</span>' if name == "measures" else ""
        key += more or f"<span>{sign}</span>"
    heading = escape(words.translate("est_plugin", "Legend"))
    switches = f'<fieldset class="only-js"><legend>{heading}</legend>{boxes}</fieldset>' if boxes else ""
    drawn = pictures.densities.pictures
    densities = [one for one in _densities(plan, words) if not one.name or one.name in drawn or plan.public is None]
    has_density = plan.request.has(Part.DENSITY) and bool(pictures.densities.pictures)
    told = (*densities, *_parts(plan, words))
    first = _first_density(plan)
    seen = "".join(_seen(density, first) for density in told) if has_density else ""
    if has_density:
        density = escape(words.translate("est_plugin", "Density of incidents"))
        switches += f'<fieldset class="only-js"><legend>{density}</legend>{_choices(densities, first)}'
        switches += f"{density_select(plan, words)}</fieldset>"
    switches += incident_filter(plan, words)
    seen += square_key(words) if plan.request.has(Part.CELLS) else ""
    return f'{seen}<p class="key">{key}</p><div class="legends">{switches}</div>'


def _layers(plan: PackagePlan, words: Language) -> list[tuple[str, str]]:
    """Name and label of each layer that the edition has."""
    layers = (
        (Part.HOTSPOTS, "hotspots", words.translate("est_plugin", "Hotspots")),
        (Part.CELLS, "squares", words.translate("est_plugin", "Squares with incidents")),
        (Part.MEASURES, "measures", _measures_label(plan, words)),
        (Part.WALKS, "walks", words.translate("est_plugin", "Safety walks")),
        (Part.OBSERVATIONS, "observations", words.translate("est_plugin", "Observations")),
    )
    # What the map does not show needs no sign.
    shown = {
        "hotspots": plan.hotspots,
        "squares": plan.public.areas if plan.public is not None else (),
        "measures": [measure for measure in plan.measures if measure.wkb],
        "walks": [walk for walk in plan.walks if walk.wkb],
        "observations": plan.observations,
    }
    empty = {name for name, things in shown.items() if not things}
    return [(name, label) for part, name, label in layers if plan.request.has(part) and name not in empty]


def _measures_label(plan: PackagePlan, words: Language) -> str:
    """In the public edition no measure stands where it stands."""
    if plan.public is None:
        return words.translate("est_plugin", "Measures")
    return words.translate("est_plugin", "The measure's square")


def _measure_key(plan: PackagePlan, words: Language) -> str:
    """The sign of each kind of measure that the map shows."""
    return "".join(
        f'<span class="kind"><span class="icon icon-{sign.value}"></span>'
        f"{escape(words.translate('est_plugin', sign.label))}</span>"
        for sign in signs_of(plan)
    )


def _densities(plan: PackagePlan, words: Language) -> list[_Density]:
    now, before = (sentences.span_text(period, words) for period in (plan.period, plan.comparison.before))
    few, many = words.translate("est_plugin", "few"), words.translate("est_plugin", "many")
    reported = words.translate("est_plugin", "The map shows where incidents were reported, {period}.")
    changed = words.translate("est_plugin", "The map shows what has become more and fewer, {period} against {before}.")
    change = _Density(
        "difference",
        words.translate("est_plugin", "Difference"),
        changed.format(period=now, before=before),
        "change",
        words.translate("est_plugin", "fewer"),
        words.translate("est_plugin", "more"),
    )
    is_comparable = plan.comparison.obstacle is None
    return [
        _Density("now", words.translate("est_plugin", "This period"), reported.format(period=now), "heat", few, many),
        _Density(
            "before",
            words.translate("est_plugin", "The period before"),
            reported.format(period=before),
            "heat",
            few,
            many,
        ),
        # A difference from a period that is only half known would claim more or fewer.
        *([change] if is_comparable else []),
        _Density(
            "",
            words.translate("est_plugin", "None"),
            words.translate("est_plugin", "The map shows no density."),
            "",
            "",
            "",
        ),
    ]


def _parts(plan: PackagePlan, words: Language) -> list[_Density]:
    """The parts of the period's incidents that can be shown by themselves."""
    few, many = words.translate("est_plugin", "few"), words.translate("est_plugin", "many")
    seen = words.translate(
        "est_plugin", "The map shows a part of the incidents, with a scale of its own: {part}, {period}."
    )
    period = sentences.span_text(plan.period, words)
    return [
        _Density(choice.key, choice.label, seen.format(part=choice.label, period=period), "heat", few, many)
        for choice in plan.density_choices
    ]


def _first_density(plan: PackagePlan) -> str:
    """The density that is seen first: none over the squares of a public edition, which say the same."""
    return "now" if plan.public is None else ""


def _choices(densities: list[_Density], first: str) -> str:
    return "".join(
        f'<label><input type="radio" name="density" value="{density.name}"'
        f"{' checked' if density.name == first else ''}>{escape(density.label)}</label>"
        for density in densities
    )


def _seen(density: _Density, first: str) -> str:
    """The line of one choice; the scripts show that of the chosen one."""
    ramp = (
        f' <span class="ramp">{escape(density.low)}<span class="ramp-{density.ramp}"></span>'
        f"{escape(density.high)}</span>"
        if density.ramp
        else ""
    )
    hidden = "" if density.name == first else " hidden"
    return f'<p class="seen" data-seen="{density.name}"{hidden}>{escape(density.seen)}{ramp}</p>'
