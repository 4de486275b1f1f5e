# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the map of the page draw and say? Plain values for its scripts, in one language."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

import shapely

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.changes import sign_of
from est_plugin.export.frame import TILE, middle_of
from est_plugin.export.incident_page import incident_data
from est_plugin.export.observation_page import observation_data
from est_plugin.export.page_pictures import data_uri
from est_plugin.export.page_texts import script_texts
from est_plugin.export.public_sections import public_squares
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.page_pictures import WebPictures
    from est_plugin.export.plan import HotspotItem, MeasureItem, PackagePlan, WalkItem

#: One transparent pixel, for tiles that hold nothing.
_EMPTY = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def map_data(plan: PackagePlan, pictures: WebPictures) -> dict[str, object]:
    """Places by their key in the page, coordinates in decimetres' precision."""
    words, incidents = Language(plan.language), incident_data(plan)
    found: dict[str, object] = {
        "frame": _frame(pictures),
        "extent": list(plan.extent),
        "attribution": escape(plan.attribution),
        "hotspots": [_hotspot(spot, words) for spot in plan.hotspots],
        "measures": [_measure(item, item.wkb, words) for item in plan.measures if item.wkb is not None],
        "walks": [_walk(walk) for walk in plan.walks],
        "observations": observation_data(plan),
        "squares": [] if plan.public is None else public_squares(plan.public, words),
        "densities": shown_densities(plan, pictures),
        "densityBounds": list(pictures.densities.bounds),
        "texts": script_texts(plan, words),
    }
    return found if incidents is None else found | {"incidents": incidents}


def tile_data(tiles: Mapping[str, bytes]) -> dict[str, object]:
    """Equal tiles (water, fields) are written once."""
    numbers: dict[bytes, int] = {}
    index = {name: numbers.setdefault(tile, len(numbers)) for name, tile in tiles.items()}
    return {"empty": _EMPTY, "index": index, "images": [data_uri(tile, "jpeg") for tile in numbers]}


def shown_densities(plan: PackagePlan, pictures: WebPictures) -> dict[str, str]:
    """The density pictures that the edition shows, by name."""
    if not plan.request.has(Part.DENSITY):
        return {}
    return {
        name: data_uri(picture, "png")
        for name, picture in pictures.densities.pictures.items()
        # A difference from a period that is only half known would claim more or fewer.
        if plan.comparison.obstacle is None or name != "difference"
    }


def _frame(pictures: WebPictures) -> dict[str, object]:
    frame = pictures.frame
    return {
        "west": frame.west,
        "north": frame.north,
        "resolution": frame.resolution,
        "tile": TILE,
        "zooms": pictures.zooms,
        "bounds": list(frame.bounds),
        "closest": pictures.closest,
    }


def _hotspot(spot: HotspotItem, words: Language) -> dict[str, object]:
    change = sentences.change_sentence(spot, words)
    signed = f"{sign_of(spot.change)} {change}".strip() if spot.change is not None else change
    text = ", ".join(filter(None, (sentences.incident_count(spot, words), signed)))
    return {"key": spot.key, "rank": spot.rank, "name": spot.name, "text": text} | _place(spot.wkb)


def _measure(item: MeasureItem, wkb: bytes, words: Language) -> dict[str, object]:
    return {
        "key": item.key,
        "number": item.number,
        "name": f"{item.number}. {item.kind}",
        "sign": item.sign.value,
        "color": item.sign.color,
        "dashes": None if item.sign.dashes is None else list(item.sign.dashes),
        "text": f"{item.title} {sentences.status_text(item, words)}".strip(),
    } | _place(wkb)


def _walk(walk: WalkItem) -> dict[str, object]:
    stops = [{"number": stop.number, "at": _place(stop.wkb)["at"]} for stop in walk.stops if stop.wkb is not None]
    return {"key": walk.key, "name": walk.title, "text": walk.status_label, "stops": stops} | (
        _place(walk.wkb) if walk.wkb is not None else {"shape": None}
    )


def _place(wkb: bytes) -> dict[str, object]:
    shape = shapely.from_wkb(wkb)
    inside = middle_of(shape)
    rounded = shapely.transform(shape, lambda coordinates: coordinates.round(1))
    return {"shape": json.loads(shapely.to_geojson(rounded)), "at": [round(inside.x, 1), round(inside.y, 1)]}
