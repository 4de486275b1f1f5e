# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the legend of a page of paper name? On a map one entry for all measures; beside their list every sign."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from est_plugin.export import map_layers
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer

    from est_plugin.export.paper_page import Page
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.template import Template

#: Hotspots, walks, measures, stops and density: a map's legend never names more.
MAP_ENTRIES = 5
#: Columns of the legends of our templates, on a map and beside the list of measures.
MAP_COLUMNS, LIST_COLUMNS = 2, 5
#: Height of an entry in millimetres per point of its letters.
_ENTRY = 0.85


def legend_of(plan: PackagePlan, page: Page, layers: Sequence[QgsMapLayer], *, has_density: bool) -> list[QgsMapLayer]:
    """The layers that the page's legend names, of those that are drawn on the maps."""
    if page.extract is None:
        return list(reversed([layer for layer in layers if map_layers.is_sign(layer)])) if page.has_signs else []
    shown = map_layers.within(layers, page.extract.bounds)
    is_sign = [map_layers.is_sign(layer) for layer in shown]
    named = [layer for layer, sign in zip(shown, is_sign, strict=True) if not sign]
    if any(is_sign):
        words = Language(plan.language)
        name = words.translate("est_plugin", "Measure (no. in the list)")
        named.insert(is_sign.index(True), map_layers.sign_of_any(plan, name))
    return map_layers.legend_layers(plan, named, has_density=page.has_density and has_density)


def height_of(template: Template, entries: int, columns: int) -> float:
    """How many millimetres so many entries take."""
    return math.ceil(entries / columns) * _ENTRY * template.points["legend"]
