# SPDX-License-Identifier: GPL-2.0-or-later
"""How much room has a page template for its map and its tables, and which ground does the map show?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # nosec B405

from est_plugin import paths
from est_plugin.export.pictures import Extract

if TYPE_CHECKING:
    from collections.abc import Mapping

DPI = 200
_MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Room:
    """Width and height of an item of a template, in millimetres."""

    width: float
    height: float


@dataclass(frozen=True)
class Template:
    """The items of a template by their ids, and the scale number of its map: 1500 for 1:1 500, 0 without a map."""

    name: str
    rooms: Mapping[str, Room]
    scale: float

    @classmethod
    def read(cls, name: str) -> Template:
        """Read one of our own files, as it is now: a person may have changed it in QGIS."""
        tree = ElementTree.parse(paths.layout(name))  # nosec B314 # noqa: S314
        items = {item.get("id", ""): item for item in tree.iter() if item.get("id") and item.get("size")}
        rooms = {key: _room(item) for key, item in items.items()}
        sides = next((extent.attrib for extent in items["map"].iter("Extent")), {}) if "map" in items else {}
        metres = float(sides.get("xmax", 0)) - float(sides.get("xmin", 0))
        return cls(name, rooms, 1000 * metres / rooms["map"].width if metres else 0.0)

    def extract_of(self, bounds: tuple[float, float, float, float]) -> Extract:
        """The bounds, widened to the shape of the map, in the pixels that paper needs."""
        room = self.rooms["map"]
        west, south, east, north = bounds
        metres_per_mm = max((east - west) / room.width, (north - south) / room.height)
        return _extract(room, ((west + east) / 2, (south + north) / 2), metres_per_mm)

    def extract_around(self, x: float, y: float) -> Extract:
        """The ground around a place in the scale that the map has."""
        return _extract(self.rooms["map"], (x, y), self.scale / 1000)


def _extract(room: Room, middle: tuple[float, float], metres_per_mm: float) -> Extract:
    x, y = middle
    wide, high = metres_per_mm * room.width / 2, metres_per_mm * room.height / 2
    pixels = DPI / _MM_PER_INCH
    bounds = (x - wide, y - high, x + wide, y + high)
    return Extract(bounds, round(room.width * pixels), round(room.height * pixels), DPI)


def _room(item: ElementTree.Element) -> Room:
    width, height, _ = item.get("size", "").split(",")
    return Room(float(width), float(height))
