# SPDX-License-Identifier: GPL-2.0-or-later
"""The package's HTML: one file with everything inside, and a policy that lets it send nothing anywhere."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

import shapely

from est_plugin import paths
from est_plugin.export import sections, sentences
from est_plugin.export.frame import TILE, middle_of
from est_plugin.export.measure_signs import icon_rules, signs_of
from est_plugin.export.rhythm_section import rhythm_section
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.export.density_pictures import DensityPictures
    from est_plugin.export.frame import Frame
    from est_plugin.export.plan import PackagePlan

#: One transparent pixel, for tiles that hold nothing.
_EMPTY = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


@dataclass(frozen=True)
class WebPictures:
    """The pictures of the page as bytes. ``tiles`` holds the JPEG of each tile by ``z/x_y``."""

    frame: Frame
    tiles: Mapping[str, bytes]
    #: JPEG of the whole map with the hotspots drawn in.
    overview: bytes
    densities: DensityPictures

    @property
    def zooms(self) -> int:
        """How many zooms have tiles."""
        return 1 + max((int(name.split("/")[0]) for name in self.tiles), default=-1)


def build_page(plan: PackagePlan, pictures: WebPictures) -> str:
    """The whole page as text with LF line ends."""
    words = Language(plan.language)
    style = _source("leaflet/leaflet.css") + _source("package.css") + icon_rules()
    library = _source("leaflet/leaflet.js").split("\n//# sourceMappingURL")[0]
    script = _source("package.js")
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    title = sentences.title_text(plan, words)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(plan.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} {plan.period.start} – {plan.period.last_day}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n{_body(plan, pictures, title, words)}\n"
        f'<script type="application/json" id="data">{_json(_data(plan, pictures, words))}</script>\n'
        f'<script type="application/json" id="tiles">{_json(_tiles(pictures.tiles))}</script>\n'
        f"<script>{library}</script>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _body(plan: PackagePlan, pictures: WebPictures, title: str, words: Language) -> str:
    by_category = words.translate("est_plugin", "Incidents by category")
    by_organisation = words.translate("est_plugin", "Incidents by organisation")
    texts = _texts(words) | {
        "class_text": sentences.class_text(plan, words),
        "sharing": sentences.sharing_text(plan, words),
        "title": title,
        "period": sentences.period_text(plan, words),
        "made": sentences.as_of_text(plan, words),
        "source": sentences.source_text(plan, words),
    }
    parts = {
        "class_number": str(int(plan.info_class)),
        "facts": sections.fact_list(plan, words),
        "overview": _uri(pictures.overview, "jpeg"),
        "legend": _legend(plan, pictures, words),
        "hotspot_list": sections.hotspot_list(plan, words),
        "measure_table": sections.measure_table(plan, words),
        "count_tables": sections.count_table(by_category, plan.by_category, words)
        + sections.count_table(by_organisation, plan.by_organisation, words),
        "rhythm": rhythm_section(plan.rhythm, words),
        "walk_list": sections.walk_list(plan.walks, words),
        "method_list": sections.method_list(plan, words),
    }
    escaped = {name: escape(text) for name, text in texts.items()}
    return Template(_source("package.html")).substitute(escaped | parts)


def _texts(words: Language) -> dict[str, str]:
    return {
        "skip": words.translate("est_plugin", "Skip to the list of places"),
        "whole": words.translate("est_plugin", "Whole area"),
        "larger": words.translate("est_plugin", "Larger text"),
        "print": words.translate("est_plugin", "Print"),
        "broken": words.translate("est_plugin", "The data of the map are damaged. The texts below are whole."),
        "short": words.translate("est_plugin", "In short"),
        "map": words.translate("est_plugin", "Map"),
        "map_name": words.translate("est_plugin", "Map. The same places stand in the list and the tables."),
        "still_name": words.translate("est_plugin", "Map of the hotspots; they are named in the list."),
        "places": words.translate("est_plugin", "Hotspots by rank"),
        "measures": words.translate("est_plugin", "Measures"),
        "numbers": words.translate("est_plugin", "Numbers"),
        "when": words.translate("est_plugin", "When it happens"),
        "walks": words.translate("est_plugin", "Safety walks"),
        "method": words.translate("est_plugin", "What the numbers rest on"),
        "footer": words.translate(
            "est_plugin", "Made with the EST plugin for QGIS. Map viewer: Leaflet 1.9.4 (BSD-2-Clause)."
        ),
    }


def _legend(plan: PackagePlan, pictures: WebPictures, words: Language) -> str:
    layers = (
        ("hotspots", words.translate("est_plugin", "Hotspots")),
        ("measures", words.translate("est_plugin", "Measures")),
        ("walks", words.translate("est_plugin", "Safety walks")),
    )
    kinds = _measure_key(plan, words)
    signs = [
        (name, escape(label) if name == "measures" else f'<span class="sign sign-{name}"></span>{escape(label)}')
        for name, label in layers
    ]
    boxes = "".join(
        f'<label><input type="checkbox" data-layer="{name}" checked>{sign}</label>{kinds if name == "measures" else ""}'
        for name, sign in signs
    )
    key = "".join(kinds if name == "measures" else f"<span>{sign}</span>" for name, sign in signs)
    heading = escape(words.translate("est_plugin", "Legend"))
    switches = f'<fieldset class="only-js"><legend>{heading}</legend>{boxes}</fieldset>'
    if pictures.densities.pictures:
        density = escape(words.translate("est_plugin", "Density of incidents"))
        heat = ("heat", words.translate("est_plugin", "few"), words.translate("est_plugin", "many"))
        key += f"<span>{density}{_ramp(heat)}</span>"
        choices = _density_choices(heat, words, is_comparable=plan.comparison.obstacle is None)
        switches += f'<fieldset class="only-js"><legend>{density}</legend>{choices}</fieldset>'
    return f'<p class="key">{key}</p><div class="legends">{switches}</div>'


def _measure_key(plan: PackagePlan, words: Language) -> str:
    """The sign of each kind of measure that the map shows."""
    return "".join(
        f'<span class="kind"><span class="icon icon-{sign.value}"></span>'
        f"{escape(words.translate('est_plugin', sign.label))}</span>"
        for sign in signs_of(plan)
    )


def _density_choices(heat: tuple[str, str, str], words: Language, *, is_comparable: bool) -> str:
    change = ("change", words.translate("est_plugin", "fewer"), words.translate("est_plugin", "more"))
    choices = (
        ("now", words.translate("est_plugin", "This period"), _ramp(heat)),
        ("before", words.translate("est_plugin", "The period before"), _ramp(heat)),
        ("difference", words.translate("est_plugin", "Difference"), _ramp(change)),
        ("", words.translate("est_plugin", "None"), ""),
    )
    return "".join(
        f'<label><input type="radio" name="density" value="{value}"{" checked" if value == "now" else ""}>'
        f"{escape(label)}{ramp}</label>"
        for value, label, ramp in choices
        # A difference from a period that is only half known would claim more or fewer.
        if is_comparable or value != "difference"
    )


def _ramp(ramp: tuple[str, str, str]) -> str:
    """The colours of a density between the words of their two ends."""
    name, low, high = ramp
    return f'<span class="ramp">{escape(low)}<span class="ramp-{name}"></span>{escape(high)}</span>'


def _data(plan: PackagePlan, pictures: WebPictures, words: Language) -> dict[str, object]:
    """What the map draws: places by their key in the page, coordinates in decimetres' precision."""
    frame = pictures.frame
    return {
        "frame": {
            "west": frame.west,
            "north": frame.north,
            "resolution": frame.resolution,
            "tile": TILE,
            "zooms": pictures.zooms,
            "bounds": frame.bounds,
        },
        "extent": plan.extent,
        "attribution": escape(plan.attribution),
        "hotspots": [
            {"key": spot.key, "rank": spot.rank, "name": spot.name, "text": sentences.hotspot_text(spot, words)}
            | _place(spot.wkb)
            for spot in plan.hotspots
        ],
        "measures": [
            {
                "key": item.key,
                "number": item.number,
                "name": f"{item.number}. {item.kind}",
                "sign": item.sign.value,
                "color": item.sign.color,
                "dashes": item.sign.dashes,
                "text": f"{item.title} {sentences.status_text(item, words)}".strip(),
            }
            | _place(item.wkb)
            for item in plan.measures
            if item.wkb is not None
        ],
        "walks": [
            {
                "key": walk.key,
                "name": walk.title,
                "text": walk.status_label,
                "stops": [
                    {"number": stop.number, "at": _place(stop.wkb)["at"]} for stop in walk.stops if stop.wkb is not None
                ],
            }
            | (_place(walk.wkb) if walk.wkb is not None else {"shape": None})
            for walk in plan.walks
        ],
        "densities": {
            name: _uri(picture, "png")
            for name, picture in pictures.densities.pictures.items()
            if plan.comparison.obstacle is None or name != "difference"
        },
        "densityBounds": pictures.densities.bounds,
        "texts": _script_texts(words),
    }


def _script_texts(words: Language) -> dict[str, str]:
    return {
        "zoomIn": words.translate("est_plugin", "Zoom in"),
        "zoomOut": words.translate("est_plugin", "Zoom out"),
        "close": words.translate("est_plugin", "Close"),
        "north": words.translate("est_plugin", "N"),
        "northTitle": words.translate("est_plugin", "North is up"),
        "shown": words.translate("est_plugin", "{layer} is shown on the map."),
        "hidden": words.translate("est_plugin", "{layer} is hidden on the map."),
        "shows": words.translate("est_plugin", "The map shows {name}."),
        "rows": words.translate("est_plugin", "{shown} of {total} measures are shown."),
    }


def _place(wkb: bytes) -> dict[str, object]:
    shape = shapely.from_wkb(wkb)
    inside = middle_of(shape)
    rounded = shapely.transform(shape, lambda coordinates: coordinates.round(1))
    return {"shape": json.loads(shapely.to_geojson(rounded)), "at": [round(inside.x, 1), round(inside.y, 1)]}


def _tiles(tiles: Mapping[str, bytes]) -> dict[str, object]:
    """Equal tiles (water, fields) are written once."""
    numbers: dict[bytes, int] = {}
    index = {name: numbers.setdefault(tile, len(numbers)) for name, tile in tiles.items()}
    return {"empty": _EMPTY, "index": index, "images": [_uri(tile, "jpeg") for tile in numbers]}


def _source(name: str) -> str:
    """A file of the viewer with LF line ends, as the browser hashes it."""
    return paths.web(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _uri(picture: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def _json(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
