# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the map tiles lie? A square grid in the database's own CRS, halved from zoom to zoom."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import Point
    from shapely.geometry.base import BaseGeometry

TILE = 512
#: Metres per pixel of zoom 0, doubled until the whole extent has few tiles.
_COARSEST = 8.0
_MOST_TILES_AT_ZOOM_0 = 36
MOST_ZOOMS = 4
#: Width of a map to its height.
_SCREEN = 1.5


@dataclass(frozen=True)
class Frame:
    """Tiles of ``TILE`` pixels from the north-west corner; zoom z has ``resolution / 2**z`` metres per pixel.

    The corner lies on a grid of whole tiles from the CRS's origin, so that packages of other grounds share tiles.
    """

    west: float
    north: float
    resolution: float
    columns: int
    rows: int
    #: West, south, east, north of what is to be seen.
    ground: tuple[float, float, float, float]

    def side(self, zoom: int) -> float:
        """Width and height of a tile on the ground, in metres."""
        return self.resolution * TILE / 2**zoom

    def tiles(self, zoom: int) -> list[tuple[int, int]]:
        """Column and row of each tile of a zoom that the ground meets, row by row."""
        west, south, east, north = self.ground
        side = self.side(zoom)
        columns = range(math.floor((west - self.west) / side), math.ceil((east - self.west) / side))
        rows = range(math.floor((self.north - north) / side), math.ceil((self.north - south) / side))
        return [(column, row) for row in rows for column in columns]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all tiles."""
        side = self.side(0)
        return self.west, self.north - self.rows * side, self.west + self.columns * side, self.north


def middle_of(shape: BaseGeometry) -> Point:
    """Where the mark of a thing stands: inside it, on a line half-way."""
    if shape.geom_type == "LineString":
        return shape.interpolate(0.5, normalized=True)
    return shape.representative_point()


def ground_of(extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The extent, widened to the shape of a screen, so that the map does not end inside its frame."""
    west, south, east, north = extent
    more = max(0.0, _SCREEN * (north - south) - (east - west)) / 2
    return west - more, south, east + more, north


def frame_of(ground: tuple[float, float, float, float]) -> Frame:
    """The tiles that cover ``ground`` (west, south, east, north; metres)."""
    west, south, east, north = ground
    resolution = _COARSEST
    while _tiles(east - west, resolution) * _tiles(north - south, resolution) > _MOST_TILES_AT_ZOOM_0:
        resolution *= 2
    side = resolution * TILE
    left, top = math.floor(west / side) * side, math.ceil(north / side) * side
    return Frame(left, top, resolution, _tiles(east - left, resolution), _tiles(top - south, resolution), ground)


def _tiles(metres: float, resolution: float) -> int:
    return max(1, math.ceil(metres / (resolution * TILE)))
