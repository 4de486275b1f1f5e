# SPDX-License-Identifier: GPL-2.0-or-later
"""How much room has a page template for its map and its tables, and which ground does the map show?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.export.own_template import check_own, read_tree
from est_plugin.export.pictures import Extract
from est_plugin.export.request import PaperSize

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from xml.etree import ElementTree  # nosec B405

    from est_plugin.export.request import PackageRequest

#: Of paper for which nobody has chosen a quality.
DPI = 200
_MM_PER_INCH = 25.4
_POINTS = 10.0
#: How far below its upper edge an item is held, as a share of its height, by QGIS's numbers of the nine points.
_HELD_BELOW = {"3": 0.5, "4": 0.5, "5": 0.5, "6": 1.0, "7": 1.0, "8": 1.0}


@dataclass(frozen=True)
class Room:
    """Width and height of an item of a template, and its upper edge on the page, in millimetres."""

    width: float
    height: float
    top: float

    @property
    def bottom(self) -> float:
        """Its lower edge on the page."""
        return self.top + self.height


@dataclass(frozen=True, eq=False)
class Template:
    """A page template as it is now, its items by their ids."""

    name: str
    path: Path
    #: The file, so that what was measured is what is printed.
    text: str
    rooms: Mapping[str, Room]
    #: Size of the letters of labels and tables.
    points: Mapping[str, float]
    #: 1500 for a map in 1:1 500, 0 without a map.
    scale: float
    #: Pixels per inch of the pictures on it.
    dpi: int

    @classmethod
    def read(cls, name: str, dpi: int = DPI) -> Template:
        """Read a template, the one of the user or the organisation before our own; in any thread.

        Raises ExportError if it cannot be used.
        """
        path, original = paths.layout(name), paths.plugin_layout(name)
        text, tree = read_tree(path)
        if path != original:
            check_own(path, tree, read_tree(original)[1])
        items = {item.get("id", ""): item for item in tree.iter() if item.get("id") and item.get("size")}
        rooms = {key: _room(item) for key, item in items.items()}
        # The name that a frame gives its table is out of date after a template was opened and saved.
        tables = {
            child.get("uuid"): table for table in tree.iter("LayoutMultiFrame") for child in table.iter("childFrame")
        }
        points = {key: _points(tables.get(item.get("uuid"), item)) for key, item in items.items()}
        sides = next((extent.attrib for extent in items["map"].iter("Extent")), {}) if "map" in items else {}
        metres = float(sides.get("xmax", 0)) - float(sides.get("xmin", 0))
        scale = 1000 * metres / rooms["map"].width if metres else 0.0
        return cls(name, path, text, rooms, points, scale, dpi)

    @classmethod
    def of(cls, name: str, request: PackageRequest) -> Template:
        """The template of the size and the quality that are asked for. Raises ExportError as ``read``."""
        suffix = "" if request.paper is PaperSize.A4 else f"_{request.paper.lower()}"
        return cls.read(f"{name}{suffix}", request.quality.dpi)

    def extract_of(self, bounds: tuple[float, float, float, float]) -> Extract:
        """The bounds, widened to the shape of the map, in the pixels that paper needs."""
        room = self.rooms["map"]
        west, south, east, north = bounds
        metres_per_mm = max((east - west) / room.width, (north - south) / room.height)
        return self._extract((west + east) / 2, (south + north) / 2, metres_per_mm)

    def extract_around(self, x: float, y: float) -> Extract:
        """The ground around a place in the scale that the map has."""
        return self._extract(x, y, self.scale / 1000)

    def _extract(self, x: float, y: float, metres_per_mm: float) -> Extract:
        room = self.rooms["map"]
        wide, high = metres_per_mm * room.width / 2, metres_per_mm * room.height / 2
        pixels = self.dpi / _MM_PER_INCH
        bounds = (x - wide, y - high, x + wide, y + high)
        return Extract(bounds, round(room.width * pixels), round(room.height * pixels), self.dpi)


def _room(item: ElementTree.Element) -> Room:
    width, height, _ = item.get("size", "").split(",")
    _, top, _ = item.get("positionOnPage", item.get("position", "0,0,mm")).split(",")
    upwards = _HELD_BELOW.get(item.get("referencePoint", "0"), 0.0) * float(height)
    return Room(float(width), float(height), float(top) - upwards)


def _points(item: ElementTree.Element) -> float:
    """The letters of a label, or of the cells of a table."""
    cells = item.find("contentTextFormat")
    style = next((item if cells is None else cells).iter("text-style"), None)
    return _POINTS if style is None else float(style.get("fontSize", _POINTS))
