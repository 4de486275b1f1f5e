# SPDX-License-Identifier: GPL-2.0-or-later
"""Map pictures drawn by QGIS, in any thread: tiles for the page, stills for the page and for paper."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QSize, QThread, QTimer
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.errors import QT_TRANSLATE_NOOP, CancelledError, ExportError
from est_plugin.export.frame import MOST_ZOOMS, TILE
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsMapLayer

    from est_plugin.export.draft import Background
    from est_plugin.export.frame import Frame
    from est_plugin.feedback import Feedback

_JPEG_TILES = 80
_JPEG_STILLS = 85
#: Tiles on each side of one render.
_BLOCK = 2
_MOST_JOBS = 4
_MAP_DPI = 96.0
_LOOK_UP_MS = 20


@dataclass(frozen=True)
class Extract:
    """A part of the map to draw: west, south, east, north in metres, and its size in pixels."""

    bounds: tuple[float, float, float, float]
    width: int
    height: int
    dpi: float = _MAP_DPI


def draw(
    extracts: Sequence[Extract], layers: Sequence[QgsMapLayer], authid: str, feedback: Feedback
) -> Iterator[QImage]:
    """The pictures of the extracts, in order; a few are drawn at the same time.

    Raises CancelledError while they are drawn, not only between them: a slow server must not hold a person up.
    """
    most = min(_MOST_JOBS, os.cpu_count() or 1)
    for first in range(0, len(extracts), most):
        jobs = [QgsMapRendererSequentialJob(_settings(part, layers, authid)) for part in extracts[first : first + most]]
        # All of them end before any picture is handed out: nothing draws on when the caller stops.
        _run(jobs, feedback)
        for job in jobs:
            yield job.renderedImage()


def draws_nothing(part: Extract, layer: QgsMapLayer, authid: str, feedback: Feedback) -> bool:
    """Is the layer empty there? Not if its style hides it at that scale, for then it means to be."""
    settings = _settings(part, [layer], authid)
    if not layer.isInScaleRange(settings.scale()):
        return False
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setOutputImageFormat(QImage.Format.Format_ARGB32_Premultiplied)
    job = QgsMapRendererSequentialJob(settings)
    _run([job], feedback)
    image = job.renderedImage()
    bits = image.constBits()
    return not bits.asstring(image.sizeInBytes()).strip(b"\0")


def draw_tiles(
    frame: Frame, background: Background, authid: str, *, budget: int, feedback: Feedback, zooms: int = MOST_ZOOMS
) -> dict[str, bytes]:
    """The JPEG of each tile by ``z/x_y``, for as many zooms as stay below ``budget`` bytes; none without layers.

    Never more than ``zooms``.
    """
    tiles: dict[str, bytes] = {}
    size = last = 0
    for zoom in range(zooms if background.layers else 0):
        # A zoom has four times the pixels of the one before, and each holds less detail.
        if size + 3 * last > budget:
            return tiles
        part = PartFeedback(feedback, zoom / zooms, (zoom + 1) / zooms)
        drawn = _zoom_tiles(frame, zoom, background, authid, part)
        last = sum(map(len, set(drawn.values())))
        if size + last > budget and zoom:
            return tiles
        tiles |= drawn
        size += last
    return tiles


def jpeg(image: QImage, quality: int = _JPEG_STILLS) -> bytes:
    """The picture as JPEG."""
    return _encoded(image, "JPG", quality)


def png(image: QImage) -> bytes:
    """The picture as PNG, with its transparency."""
    return _encoded(image, "PNG", -1)


def _zoom_tiles(frame: Frame, zoom: int, background: Background, authid: str, feedback: Feedback) -> dict[str, bytes]:
    """Draw blocks of tiles and cut them.

    A block is always drawn whole: names of streets find other places in a part of it, and a block that was kept from
    another package must look as one drawn now.
    """
    side = frame.side(zoom)
    first, top = round(frame.west / side), round(frame.north / side)
    found = {(first + column, top - row): f"{zoom}/{column}_{row}" for column, row in frame.tiles(zoom)}
    blocks = list(dict.fromkeys((x // _BLOCK, (y - 1) // _BLOCK) for x, y in found))

    def drawn(places: Sequence[int]) -> Iterator[dict[str, bytes]]:
        extracts = [_block(blocks[place], side) for place in places]
        for number, image in enumerate(draw(extracts, background.layers, authid, feedback), start=1):
            yield dict(_cut(image))
            step(feedback, number / len(places))

    kept = background.cache.each([(authid, side, block) for block in blocks], drawn)
    by_block = dict(zip(blocks, kept, strict=True))
    return {
        name: by_block[x // _BLOCK, (y - 1) // _BLOCK][f"{x % _BLOCK}_{-y % _BLOCK}"] for (x, y), name in found.items()
    }


def _block(block: tuple[int, int], side: float) -> Extract:
    """Some tiles of ``side`` metres from the CRS's origin; ``block`` counts to the east and to the north."""
    west, south = (number * _BLOCK * side for number in block)
    return Extract((west, south, west + _BLOCK * side, south + _BLOCK * side), _BLOCK * TILE, _BLOCK * TILE)


def _cut(image: QImage) -> Iterator[tuple[str, bytes]]:
    """The JPEG of each tile by ``column_row`` from the north-west corner."""
    for row in range(_BLOCK):
        for column in range(_BLOCK):
            tile = image.copy(column * TILE, row * TILE, TILE, TILE)
            yield f"{column}_{row}", jpeg(tile, _JPEG_TILES)


def _run(jobs: Sequence[QgsMapRendererSequentialJob], feedback: Feedback) -> None:
    """Draw to the end, asking now and then whether a person has cancelled.

    On the main thread nobody can cancel while it waits, and its events must wait too.
    """
    for job in jobs:
        job.start()
    if QThread.currentThread() is not QgsApplication.instance().thread():
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: _look_up(jobs, loop, feedback))
        timer.start(_LOOK_UP_MS)
        loop.exec()
        timer.stop()
    for job in jobs:
        job.waitForFinished()
    if feedback.is_cancelled():
        raise CancelledError


def _look_up(jobs: Sequence[QgsMapRendererSequentialJob], loop: QEventLoop, feedback: Feedback) -> None:
    if feedback.is_cancelled():
        for job in jobs:
            job.cancelWithoutBlocking()
        loop.quit()
    elif not any(job.isActive() for job in jobs):
        loop.quit()


def _settings(part: Extract, layers: Sequence[QgsMapLayer], authid: str) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(authid))
    settings.setLayers(list(layers))
    if layers:
        # All come from one project, which says how coordinates move between datums.
        settings.setTransformContext(layers[0].transformContext())
    settings.setExtent(QgsRectangle(*part.bounds))
    settings.setOutputSize(QSize(part.width, part.height))
    settings.setOutputDpi(part.dpi)
    settings.setBackgroundColor(QColor("#f4f4f2"))
    settings.setOutputImageFormat(QImage.Format.Format_RGB32)
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)  # noqa: FBT003 (QGIS's signature)
    settings.setFlag(Qgis.MapSettingsFlag.RenderMapTile, True)  # noqa: FBT003 (QGIS's signature)
    return settings


def _encoded(image: QImage, kind: str, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind, quality):
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "A map picture could not be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Qt cannot write {kind}, or there is too little memory."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Close other programs and try again."),
            kind=kind,
        )
    return bytes(data)
