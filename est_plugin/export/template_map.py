# SPDX-License-Identifier: GPL-2.0-or-later
"""Which ground does the map of a page template show, and in how many pixels?"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree  # nosec B405

from est_plugin import paths
from est_plugin.export.pictures import Extract

DPI = 200
MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Room:
    """Width and height of an item of a template, in millimetres."""

    width: float
    height: float


def extract_of(template: str, bounds: tuple[float, float, float, float]) -> Extract:
    """The bounds, widened to the shape of the template's map, in the pixels that paper needs."""
    room = room_of(template, "map")
    west, south, east, north = bounds
    metres_per_mm = max((east - west) / room.width, (north - south) / room.height)
    return _extract(room, ((west + east) / 2, (south + north) / 2), metres_per_mm)


def extract_around(template: str, x: float, y: float) -> Extract:
    """The ground around a place in the scale that the template's map has."""
    room = room_of(template, "map")
    return _extract(room, (x, y), scale_of(template) / 1000)


def scale_of(template: str) -> float:
    """The scale number that the template's map has: 1500 for 1:1 500."""
    item = _item(template, "map")
    extent = item.find("Extent")
    sides = {} if extent is None else extent.attrib
    metres = float(sides.get("xmax", 0)) - float(sides.get("xmin", 0))
    return metres / _room(item).width * 1000


def room_of(template: str, name: str) -> Room:
    """The size of an item of a template."""
    return _room(_item(template, name))


def _extract(room: Room, middle: tuple[float, float], metres_per_mm: float) -> Extract:
    x, y = middle
    wide, high = metres_per_mm * room.width / 2, metres_per_mm * room.height / 2
    pixels = DPI / MM_PER_INCH
    bounds = (x - wide, y - high, x + wide, y + high)
    return Extract(bounds, round(room.width * pixels), round(room.height * pixels), DPI)


def _item(template: str, name: str) -> ElementTree.Element:
    """An item, or the frame of a table, by its id; the template is one of our own files."""
    tree = ElementTree.parse(paths.layout(template))  # nosec B314 # noqa: S314
    return next(item for item in tree.iter() if item.get("id") == name and item.get("size"))


def _room(item: ElementTree.Element) -> Room:
    width, height, _ = item.get("size", "").split(",")
    return Room(float(width), float(height))
