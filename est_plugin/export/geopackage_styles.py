# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a layer look that is handed out? As in the dock, by the names of its own fields and in its language."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # nosec B405

from qgis.PyQt.QtGui import QColor

from est_plugin import paths
from est_plugin.i18n import CONTEXT, Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.export.geopackage_layers import HandedLayer
    from est_plugin.export.incident_columns import IncidentGroup


def style_of(layer: HandedLayer, groups: Sequence[IncidentGroup], words: Language) -> str:
    """The style as QML, its signs inside it; ``groups`` colour the incidents."""
    root = ElementTree.parse(paths.style(layer.style)).getroot()  # nosec B314 # noqa: S314 (our own file)
    renderer = root.find("renderer-v2")
    if renderer is not None:
        if "group" in layer.styled:
            _colour_by_group(renderer, groups)
        _translate(renderer, words, by_label=_is_worded(layer))
    names = {old: field.name(words.code) for old, field in layer.styled.items()}
    for element in root.iter():
        _rename(element, names)
    return ElementTree.tostring(root, encoding="unicode")


def _is_worded(layer: HandedLayer) -> bool:
    """Does the layer hold the status in words, where the style knows its code?"""
    return "status" in layer.styled and layer.styled["status"].en == "status"


def _translate(renderer: ElementTree.Element, words: Language, *, by_label: bool) -> None:
    for named in (*renderer.iter("category"), *renderer.iter("rule")):
        if named.get("label"):
            named.set("label", words.translate(CONTEXT, named.get("label", "")))
            if by_label:
                named.set("value", named.get("label", ""))


def _rename(element: ElementTree.Element, names: Mapping[str, str]) -> None:
    """Where a style names a field: alone, or between quotes in an expression. All at once: names may change places."""
    for key, value in element.attrib.items():
        if key in {"attr", "fieldName"} and value in names:
            element.set(key, names[value])
        elif '"' in value and key in {"fieldName", "filter", "value"}:
            parts = value.split('"')
            parts[1::2] = [names.get(part, part) for part in parts[1::2]]
            element.set(key, '"'.join(parts))


def _colour_by_group(renderer: ElementTree.Element, groups: Sequence[IncidentGroup]) -> None:
    """Make the one symbol of the style a symbol for each group."""
    symbols = renderer.find("symbols")
    if symbols is None:
        return
    first = symbols[0]
    symbols.clear()
    categories = ElementTree.Element("categories")
    for number, group in enumerate(groups):
        symbol = copy.deepcopy(first)
        symbol.set("name", str(number))
        colour = QColor(group.colour)
        for option in symbol.iter("Option"):
            if option.get("name") == "color":
                option.set("value", f"{colour.red()},{colour.green()},{colour.blue()},255")
        symbols.append(symbol)
        shown = {"render": "true", "symbol": str(number), "value": group.name, "label": group.name, "type": "string"}
        categories.append(ElementTree.Element("category", shown))
    renderer.set("type", "categorizedSymbol")
    renderer.set("attr", "group")
    renderer.insert(0, categories)
