# SPDX-License-Identifier: GPL-2.0-or-later
"""The package's HTML: one file with everything inside, and a policy that lets it send nothing anywhere."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.export import sentences
from est_plugin.export.edition_plan import within_edition
from est_plugin.export.measure_signs import icon_rules
from est_plugin.export.page_body import body
from est_plugin.export.page_data import map_data, tile_data
from est_plugin.export.page_language import second_body, second_data
from est_plugin.export.page_print import running_heads
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.page_pictures import WebPictures
    from est_plugin.export.plan import PackagePlan

#: Each adds one thing to the page; the last starts them all.
_SCRIPTS = ("map.js", "view.js", "language.js", "list.js", "presentation.js", "picture.js", "package.js")
#: Only in a page that has single incidents, once the map stands.
_INCIDENTS = ("incidents.js",)
_STYLES = ("leaflet/leaflet.css", "package.css", "parts.css", "public.css", "presentation.css", "print.css")


def build_page(plan: PackagePlan, pictures: WebPictures) -> str:
    """The whole page as text with LF line ends."""
    plan = within_edition(plan)
    style = looks_of(plan)
    theme, *scripts = programs_of(plan)
    hashes = " ".join(_hash(script) for script in (theme, *scripts))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    language = escape(plan.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sentences.page_title(plan, Language(plan.language)))}</title>\n"
        f"<style>{style}</style>\n<script>{theme}</script>\n</head>\n<body>\n{_bodies(plan, pictures)}\n"
        f'<script type="application/json" id="data">{_json(_data(plan, pictures))}</script>\n'
        f'<script type="application/json" id="tiles">{_json(tile_data(pictures.tiles))}</script>\n'
        f"{_elements(scripts)}</body>\n</html>\n"
    )


def looks_of(plan: PackagePlan) -> str:
    """The page's only style sheet."""
    return "".join(_source(name) for name in _STYLES) + icon_rules() + running_heads(plan)


def programs_of(plan: PackagePlan) -> list[str]:
    """All programs of the page in their order: what sets its colours first, the library second."""
    library = _source("leaflet/leaflet.js").split("\n//# sourceMappingURL")[0]
    own = (*_SCRIPTS, *(_INCIDENTS if plan.incidents is not None else ()))
    return [_source("theme.js"), library, *map(_source, own)]


def _elements(scripts: Iterable[str]) -> str:
    return "".join(f"<script>{script}</script>\n" for script in scripts)


def _bodies(plan: PackagePlan, pictures: WebPictures) -> str:
    """What is seen, and asleep beside it the same in the second language."""
    first = body(plan, pictures, plan.language)
    page = f'<div id="page">\n{first}\n</div>'
    if plan.second is None:
        return page
    second = second_body(first, body(plan.second, pictures, plan.language))
    return f'{page}\n<template id="second" lang="{escape(plan.second.language)}">\n{second}\n</template>'


def _data(plan: PackagePlan, pictures: WebPictures) -> dict[str, object]:
    """What the map draws and says; of the second language only what differs."""
    first = map_data(plan, pictures)
    if plan.second is None:
        return first
    return first | {"second": second_data(first, map_data(plan.second, pictures))}


def _source(name: str) -> str:
    """A file of the viewer with LF line ends, as the browser hashes it."""
    return paths.web(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
