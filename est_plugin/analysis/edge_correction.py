# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pixels belong to the study area, and how much of the kernel around each lies inside it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray
    from est_plugin.analysis.pixel_moments import PixelMoments
    from est_plugin.analysis.pixel_window import PixelWindow


class PixelMask:
    """The pixels of a window and of its margin whose centre lies in ``area`` (polygons, metres, in the window's CRS).

    Raises InputError if ``area`` is no polygon, or no pixel of the result lies in it.
    """

    def __init__(self, area: shapely.Geometry, window: PixelWindow) -> None:
        if shapely.get_dimensions(area) != 2 or shapely.is_empty(area) or not shapely.is_valid(area):  # noqa: PLR2004
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The study area cannot be used."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It has no surface, or its lines cross each other."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose polygons, or mend them with Fix geometries."),
            )
        self._window = window
        #: Booleans with the margin (``PixelWindow.shape``), southernmost row first.
        self.pixels = _pixels_inside(area, window)
        if not self.inside.any():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The study area leaves out every pixel."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose an area where the incidents lie, or smaller pixels."),
            )

    @property
    def inside(self) -> BoolArray:
        """The pixels of the result that belong to the area, (rows, columns)."""
        window = self._window
        rows, columns = (slice(window.margin, window.margin + length) for length in (window.rows, window.columns))
        return self.pixels[rows, columns]

    def within(self, moments: PixelMoments) -> PixelMoments:
        """The incidents in pixels of the area."""
        near = self._window.near(moments)
        row, column = self._window.row - self._window.margin, self._window.column - self._window.margin
        return near.select(self.pixels[near.row - row, near.column - column])

    def available(self) -> FloatArray:
        """The share of the kernel around each pixel that lies in the area, (rows, columns); NaN outside it.

        A density of incidents that are known in the area only, divided by it, has no fall towards the rim (Diggle
        1985): a place at a straight rim has lost half of what would smooth into it.
        """
        share = self._window.convolve(self.pixels.astype(np.float64)) * self._window.size**2
        # At least its own pixel is there; the transform's rests must not make it more than all.
        return np.where(self.inside, np.minimum(share, 1.0), np.nan)


def _pixels_inside(area: shapely.Geometry, window: PixelWindow) -> BoolArray:
    """A pixel is inside when a line from the west to its centre crosses the boundary an odd number of times.

    Each pixel belongs to exactly one of two areas that touch: rows are half open, and so are columns.
    """
    size = window.size
    rows, columns = window.shape
    start, end = _edges(area)
    # In pixels from the centre of the first pixel.
    origin = (np.array([window.column, window.row]) - window.margin + 0.5) * size
    start, end = (start - origin) / size, (end - origin) / size
    lower = np.where((start[:, 1] <= end[:, 1])[:, None], start, end)
    upper = np.where((start[:, 1] <= end[:, 1])[:, None], end, start)
    first = np.clip(np.ceil(lower[:, 1]), 0, rows).astype(np.int64)
    last = np.clip(np.ceil(upper[:, 1]), 0, rows).astype(np.int64)
    spanned = last - first
    edge = np.repeat(np.arange(spanned.size), spanned)
    row = np.arange(edge.size) - np.repeat(np.cumsum(spanned) - spanned, spanned) + first[edge]
    rise = upper[edge] - lower[edge]
    x = lower[edge, 0] + (row - lower[edge, 1]) * rise[:, 0] / rise[:, 1]
    crossed = np.bincount(
        row * (columns + 1) + np.clip(np.ceil(x), 0, columns).astype(np.int64), minlength=rows * (columns + 1)
    ).reshape(rows, columns + 1)
    inside: BoolArray = np.cumsum(crossed, axis=1)[:, :columns] % 2 == 1
    return inside


def _edges(area: shapely.Geometry) -> tuple[FloatArray, FloatArray]:
    """Both ends of every edge of the rings, (n, 2) each."""
    rings = shapely.get_parts(shapely.get_rings(shapely.get_parts(area)))
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    return coordinates[:-1][same], coordinates[1:][same]
