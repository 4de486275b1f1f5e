# SPDX-License-Identifier: GPL-2.0-or-later
"""What does paper say of a hotspot? A map, its change with limits, causes, measures, and when it happens there."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from qgis.PyQt.QtCore import QLocale

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.form_table import fitting
from est_plugin.export.paper_page import Page, fitted, headline, lines_of_room
from est_plugin.export.place_rhythm import MOST_PLACES
from est_plugin.export.place_rhythm_chart import rhythm_drawing
from est_plugin.export.template import Template
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import CauseItem, ChangeInterval, HotspotItem, PackagePlan

#: A map shows at least so many metres.
_LEAST_METRES = 500.0
#: What is less is nought in whole tenths.
_LEAST_LIMIT = 0.05


@dataclass(frozen=True)
class _Detail:
    """So many causes and measures stand on the page of a place, and a cause takes at most so many lines."""

    causes: int
    lines: int
    measures: int


#: The first that has room is taken, so that neither causes nor measures drive the other out.
_DETAILS = tuple(
    _Detail(*most) for most in ((2, 3, 3), (1, 3, 3), (1, 3, 2), (1, 2, 2), (1, 3, 1), (1, 2, 1), (1, 1, 1))
)


def place_pages(plan: PackagePlan, words: Language) -> Iterator[Page]:
    """A page for each of the first hotspots; none in an edition without them."""
    if not plan.request.has(Part.HOTSPOTS) or not plan.hotspots:
        return
    template = Template.of("hotspot", plan.request)
    for spot in plan.hotspots[:MOST_PLACES]:
        west, south, east, north = shapely.from_wkb(spot.wkb).bounds
        half = max(_LEAST_METRES, 1.4 * (east - west), 1.4 * (north - south)) / 2
        x, y = (west + east) / 2, (south + north) / 2
        name = f"{spot.rank}. {spot.name}"
        title = headline(template, "title", name)
        drawings = _drawings(spot, words)
        values = {
            "title": title,
            "count": words.translate("est_plugin", "{incidents} incidents").format(incidents=spot.incidents),
            "facts": _fitting_facts(plan, spot, template, is_named=title == name),
            "when": _when(spot, template, words),
            # Where nothing is drawn, there is room for notes.
            "drawn": "1" if drawings else "",
        }
        yield Page(
            template,
            values,
            template.extract_of((x - half, y - half, x + half, y + half)),
            drawings=drawings,
        )


def _fitting_facts(plan: PackagePlan, spot: HotspotItem, template: Template, *, is_named: bool) -> str:
    """As much as there is room for; the whole name too, unless the title has it."""
    words = Language(plan.language)
    more = words.translate("est_plugin", "… and more")
    shown = ""
    for detail in _DETAILS:
        facts = [*(() if is_named else (spot.name,)), *_facts(plan, spot, detail, template)]
        shown = fitted(template, "facts", facts, more)
        if shown == "\n\n".join(facts):
            break
    return shown


def _facts(plan: PackagePlan, spot: HotspotItem, detail: _Detail, template: Template) -> Iterator[str]:
    words = Language(plan.language)
    if sentences.change_sentence(spot, words):
        yield _change(spot, words)
    status = words.translate("est_plugin", "Status: {status}").format(status=spot.status_label)
    yield "\n".join(((status,) if spot.status_label else ()) + (sentences.common_text(spot, words),))
    # First why, then what is done about it.
    if plan.request.has(Part.CAUSES) and spot.causes:
        yield _causes(spot, detail, template, words)
    yield from _measures(plan, spot, detail, words)


def _change(spot: HotspotItem, words: Language) -> str:
    """The change, between which limits chance lets it lie, and why it is no judgement."""
    parts = [f"{sentences.change_sentence(spot, words)}."]
    interval = spot.interval
    if interval is not None and (interval.low > 0 or math.isfinite(interval.high)):
        parts.append(_limits(interval, words))
    return " ".join(parts)


def _limits(interval: ChangeInterval, words: Language) -> str:
    """Between what the change lies, in whole tenths; where the counts set one limit only that one."""
    low, high = (QLocale(words.code).toString(limit, "f", 1) for limit in (interval.low, interval.high))
    if not math.isfinite(interval.high):
        times = words.translate("est_plugin", "At least {low} times as many per day as before.").format(low=low)
    elif interval.low < _LEAST_LIMIT:
        times = words.translate("est_plugin", "At most {high} times as many per day as before.").format(high=high)
    else:
        times = words.translate("est_plugin", "Between {low} and {high} times as many per day as before.").format(
            low=low, high=high
        )
    caution = words.translate(
        "est_plugin",
        "Chance makes this uncertain, and it is rather too high: the place was chosen because it had many now.",
    )
    return f"{times} {caution}"


def _causes(spot: HotspotItem, detail: _Detail, template: Template, words: Language) -> str:
    """The first causes, each cut to a few lines."""
    heading = words.translate("est_plugin", "Why here, as far as is known:")
    room, points = template.rooms["facts"], template.points["facts"]
    told = (
        fitting(_cause(cause, words), room.width, detail.lines, points=points) for cause in spot.causes[: detail.causes]
    )
    more = words.translate("est_plugin", "… and {count} more: see the web page")
    left = len(spot.causes) - detail.causes
    return "\n".join((heading, *told, *((more.format(count=left),) if left > 0 else ())))


def _cause(cause: CauseItem, words: Language) -> str:
    side = ", ".join(filter(None, (cause.triangle_side, cause.missing_controller)))
    sure = words.translate("est_plugin", "how sure: {confidence}").format(confidence=cause.confidence)
    aside = "; ".join(filter(None, (side, sure if cause.confidence else "")))
    return f"– {cause.problem}" + (f" ({aside})" if aside else "")


def _measures(plan: PackagePlan, spot: HotspotItem, detail: _Detail, words: Language) -> Iterator[str]:
    # What is still to be done before what is done.
    here = sorted((item for item in plan.measures if item.key in spot.measures), key=lambda item: item.is_finished)
    if plan.request.has(Part.MEASURES):
        names = [f"{item.number}. {item.kind}: {sentences.status_text(item, words)}" for item in here]
        if len(names) > detail.measures:
            more = words.translate("est_plugin", "… and {count} more: see the list of measures")
            names[detail.measures :] = [more.format(count=len(names) - detail.measures)]
        if names:
            yield "\n".join((words.translate("est_plugin", "Measures here:"), *names))
        else:
            yield words.translate("est_plugin", "No measure is flagged for this place.")
    elif plan.request.has(Part.MEASURE_SUMMARY):
        yield words.translate("est_plugin", "Measures here: {count}, of them finished: {finished}").format(
            count=len(spot.measures), finished=spot.finished_measures
        )


def _when(spot: HotspotItem, template: Template, words: Language) -> str:
    """When it happens there, in as many words as there is room for; an older template of somebody's has none."""
    if spot.rhythm is None or "when" not in template.rooms:
        return ""
    heading = words.translate("est_plugin", "When does it happen?")
    room, points = template.rooms["when"], template.points["when"]
    text = f"{heading} {words.say(spot.rhythm.sentence)}"
    return fitting(text, room.width, lines_of_room(template, "when"), points=points)


def _drawings(spot: HotspotItem, words: Language) -> dict[str, bytes]:
    if spot.rhythm is None or spot.rhythm.rhythm is None:
        return {}
    return {"chart": rhythm_drawing(spot.rhythm.rhythm, words)}
