# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pictures does a meeting show on the wall, and what stands on each? One of the whole, one for each place."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from qgis.core import QgsRectangle, QgsVectorLayer

from est_plugin.domain.edition import Part
from est_plugin.export import map_layers, sentences
from est_plugin.export.measure_signs import MeasureSign
from est_plugin.export.pictures import Extract, draw, jpeg, png
from est_plugin.export.plan import ascii_name
from est_plugin.export.projector_slide import DPI, MAP_HEIGHT, MAP_WIDTH, Line, Size, Slide, paint_slide
from est_plugin.export.ranking import change_cell
from est_plugin.feedback import step
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtGui import QImage

    from est_plugin.export.draft import Draft
    from est_plugin.export.plan import HotspotItem, PackagePlan
    from est_plugin.feedback import Feedback

FOLDER = "bilder"
#: As many places as have a page of their own in the PDF; a map shows at least so many metres.
_MOST_PLACES = 10
_LEAST_METRES = 500.0
_ROOM_AROUND = 1.4
#: A presentation with all pictures can still be mailed.
_MOST_BYTES = 400_000
_LONGEST_NAME = 24
_JPEG_QUALITIES = (90, 80, 65)


def write_pictures(draft: Draft, feedback: Feedback) -> None:
    """The folder of pictures. Only the overview has the density: at a place its pale end is not seen on a wall.

    Raises CancelledError when a person has cancelled.
    """
    plan = draft.plan
    folder = draft.folder / FOLDER
    folder.mkdir()
    overview, *places = slides(plan)
    own = {slide.name: spot.measures for slide, spot in zip(places, plan.hotspots, strict=False)}
    maps = ((map_layers.overlay(_without_details(plan)), [overview]), (map_layers.overlay(plan), places))
    # To encode a picture takes as long as to draw it, and waits for nothing.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        written = []
        for overlay, shown in maps:
            has_density = shown == [overview] and plan.request.has(Part.DENSITY)
            layers = [*overlay, *(draft.ground if has_density else draft.background.layers)]
            images = draw([slide.extract for slide in shown], layers, plan.crs_authid, feedback)
            for slide, image in zip(shown, images, strict=True):
                named = _own_layers(plan, overlay, slide.extract, own.get(slide.name, ()))
                legend = map_layers.legend_layers(plan, named, has_density=has_density)
                picture = paint_slide(slide, image, legend, Language(plan.language))
                written.append(pool.submit(_write, picture, folder / slide.name))
                step(feedback, len(written) / (1 + len(places)))
    for each in written:
        each.result()


def _without_details(plan: PackagePlan) -> PackagePlan:
    """What is seen from afar: signs as large as a wall needs would hide the places."""
    return replace(plan, measures=(), walks=tuple(replace(walk, stops=()) for walk in plan.walks))


def slides(plan: PackagePlan) -> list[Slide]:
    """The overview, then the places by rank."""
    words = Language(plan.language)
    return [_overview(plan, words), *(_place(plan, spot, words) for spot in plan.hotspots[:_MOST_PLACES])]


def _overview(plan: PackagePlan, words: Language) -> Slide:
    lines = [
        Line(words.translate("est_plugin", "{incidents} incidents").format(incidents=plan.total.now), Size.NUMBER),
        Line(sentences.incidents_text(plan, words)),
    ]
    if plan.hotspots:
        lines.append(Line(words.translate("est_plugin", "Hotspots"), Size.HEAD))
    lines += [
        Line(
            f"{spot.rank}. {spot.name}: {spot.incidents}"
            + (f", {change}" if (change := change_cell(spot, words)) else ""),
            Size.ROW,
        )
        for spot in plan.hotspots[:_MOST_PLACES]
    ]
    return _slide(plan, words, "00_oversikt", sentences.title_text(plan, words), bounds=plan.extent, lines=lines)


def _place(plan: PackagePlan, spot: HotspotItem, words: Language) -> Slide:
    west, south, east, north = shapely.from_wkb(spot.wkb).bounds
    half = max(_LEAST_METRES, _ROOM_AROUND * (east - west), _ROOM_AROUND * (north - south)) / 2
    x, y = (west + east) / 2, (south + north) / 2
    return _slide(
        plan,
        words,
        f"{spot.rank:02}_{ascii_name(spot.name, _LONGEST_NAME)}",
        f"{spot.rank}. {spot.name}",
        bounds=(x - half, y - half, x + half, y + half),
        lines=list(_place_lines(plan, spot, words)),
    )


def _place_lines(plan: PackagePlan, spot: HotspotItem, words: Language) -> Iterator[Line]:
    yield Line(words.translate("est_plugin", "{incidents} incidents").format(incidents=spot.incidents), Size.NUMBER)
    change = sentences.change_sentence(spot, words)
    if change:
        yield Line(change)
    if spot.status_label:
        yield Line(words.translate("est_plugin", "Status: {status}").format(status=spot.status_label))
    yield Line(sentences.common_text(spot, words))
    if not plan.request.has(Part.MEASURES):
        return
    here = [item for item in plan.measures if item.key in spot.measures]
    if not here:
        yield Line(words.translate("est_plugin", "No measure is flagged for this place."))
        return
    yield Line(words.translate("est_plugin", "Measures here:").rstrip(":"), Size.HEAD)
    for item in here:
        yield Line(f"{item.number}. {item.kind}: {sentences.status_text(item, words)}")


def _slide(
    plan: PackagePlan,
    words: Language,
    name: str,
    title: str,
    *,
    bounds: tuple[float, float, float, float],
    lines: Sequence[Line],
) -> Slide:
    return Slide(
        name=name,
        title=title,
        subtitle=f"{plan.municipality}, {sentences.period_text(plan, words)}",
        lines=tuple(lines),
        sharing=f"{sentences.class_text(plan, words)}. {sentences.sharing_text(plan, words)}",
        credit=plan.attribution,
        extract=_extract(bounds),
    )


def _extract(bounds: tuple[float, float, float, float]) -> Extract:
    """The ground of the bounds, widened to the shape of the slide's map."""
    west, south, east, north = bounds
    metres = max((east - west) / MAP_WIDTH, (north - south) / MAP_HEIGHT)
    x, y = (west + east) / 2, (south + north) / 2
    wide, high = metres * MAP_WIDTH / 2, metres * MAP_HEIGHT / 2
    return Extract((x - wide, y - high, x + wide, y + high), MAP_WIDTH, MAP_HEIGHT, DPI)


def _own_layers(
    plan: PackagePlan, overlay: Sequence[QgsMapLayer], extract: Extract, own: Sequence[str]
) -> list[QgsMapLayer]:
    """What the legend names: only what this map shows, and of measures only signs of the keys in ``own``."""
    bounds = QgsRectangle(*extract.bounds)
    words = Language(plan.language)
    signs = {words.translate("est_plugin", sign.label) for sign in MeasureSign}
    signs -= {words.translate("est_plugin", item.sign.label) for item in plan.measures if item.key in own}
    return [
        layer
        for layer in overlay
        if isinstance(layer, QgsVectorLayer) and layer.name() not in signs and any(layer.getFeatures(bounds))
    ]


def _write(picture: QImage, path: Path) -> None:
    content, suffix = _encoded(picture)
    path.with_name(f"{path.name}.{suffix}").write_bytes(content)


def _encoded(picture: QImage) -> tuple[bytes, str]:
    """As a PNG with sharp letters; where the background makes that too large, as a JPEG."""
    content = png(picture)
    if len(content) <= _MOST_BYTES:
        return content, "png"
    for quality in _JPEG_QUALITIES:
        content = jpeg(picture, quality)
        if len(content) <= _MOST_BYTES:
            break
    return content, "jpg"
