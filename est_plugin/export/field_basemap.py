# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the map below a safety walk as one file of tiles, which phones show without a network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsRectangle

from est_plugin.db.tile_file import write_tiles
from est_plugin.export.pictures import Extract, draw, jpeg
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.feedback import Feedback

    Tile = tuple[int, int, int, bytes]

#: Tiles of the web: half the width of the world in metres of their CRS, pixels on each side.
_WEB, _HALF_WORLD, _PIXELS = "EPSG:3857", 20037508.342789244, 256
#: From the whole walk at a glance to half a metre a pixel.
FIRST_ZOOM, LAST_ZOOM = 13, 18
#: A phone opens it at once, and a mail program takes it; the package holds little else.
MOST_BYTES = 19_000_000
#: Tiles on each side of one picture.
_BLOCK = 4
_QUALITY = 75


def write_basemap(
    path: Path,
    layers: Sequence[QgsMapLayer],
    extent: tuple[float, float, float, float],
    authid: str,
    feedback: Feedback,
) -> None:
    """Draw ``layers`` (top first) over ``extent`` (west, south, east, north in ``authid``).

    The finest zooms that would make the file larger than MOST_BYTES are left out. Raises CancelledError.
    """
    degrees, web = (_moved(extent, authid, target) for target in ("EPSG:4326", _WEB))
    tiles: list[Tile] = []
    size = last = 0
    for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1):
        # A zoom has four times the pixels of the one before, and each holds less detail.
        if size + 3 * last > MOST_BYTES:
            break
        part = PartFeedback(feedback, *(4.0 ** (number - LAST_ZOOM - 1) for number in (zoom, zoom + 1)))
        drawn = list(_zoom_tiles(zoom, layers, web, part))
        last = sum(len(picture) for *_, picture in drawn)
        if tiles and size + last > MOST_BYTES:
            break
        tiles += drawn
        size += last
    step(feedback, 1.0)
    metadata = {
        "name": path.stem,
        "type": "baselayer",
        "format": "jpg",
        "minzoom": str(tiles[0][0]),
        "maxzoom": str(tiles[-1][0]),
        "bounds": ",".join(
            f"{value:.6f}" for value in (degrees.xMinimum(), degrees.yMinimum(), degrees.xMaximum(), degrees.yMaximum())
        ),
    }
    write_tiles(path, metadata, tiles)


def _moved(extent: tuple[float, float, float, float], authid: str, target: str) -> QgsRectangle:
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(authid), QgsCoordinateReferenceSystem(target), QgsCoordinateTransformContext()
    )
    return transform.transformBoundingBox(QgsRectangle(*extent))


def _zoom_tiles(zoom: int, layers: Sequence[QgsMapLayer], web: QgsRectangle, feedback: Feedback) -> Iterator[Tile]:
    """Draw blocks of tiles and cut them."""
    side = 2 * _HALF_WORLD / 2**zoom
    west, east = (math.floor((x + _HALF_WORLD) / side) for x in (web.xMinimum(), web.xMaximum()))
    north, south = (math.floor((_HALF_WORLD - y) / side) for y in (web.yMaximum(), web.yMinimum()))
    corners = [(x, y) for y in range(north, south + 1, _BLOCK) for x in range(west, east + 1, _BLOCK)]
    extracts = []
    for x, y in corners:
        wide, high = min(_BLOCK, east + 1 - x), min(_BLOCK, south + 1 - y)
        left, top = x * side - _HALF_WORLD, _HALF_WORLD - y * side
        bounds = (left, top - high * side, left + wide * side, top)
        extracts.append(Extract(bounds, wide * _PIXELS, high * _PIXELS))
    pictures = draw(extracts, layers, _WEB, feedback)
    for number, ((x, y), image) in enumerate(zip(corners, pictures, strict=True), start=1):
        for row in range(image.height() // _PIXELS):
            for column in range(image.width() // _PIXELS):
                tile = image.copy(column * _PIXELS, row * _PIXELS, _PIXELS, _PIXELS)
                yield zoom, x + column, y + row, jpeg(tile, _QUALITY)
        step(feedback, number / len(corners))
