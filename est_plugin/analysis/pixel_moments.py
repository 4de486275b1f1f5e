# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie in each pixel, and where in it? All that a density needs to know of them.

Six sums a pixel hold the mass of its incidents, their place and their spread. A server can add them up too
(``db.density_moments``), and another bandwidth needs no incident again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.points import check_coordinates
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: Up to so many pixels an incident, a table of all pixels between the outermost is faster than sorting.
_PIXELS_AN_INCIDENT = 16


@dataclass(frozen=True, eq=False)
class PixelMoments:
    """The pixels that hold an incident, in the order of row and column; arrays of one length n."""

    #: Side of a pixel, metres.
    size: float
    #: int64, counted in pixels from the origin of the CRS to the north and to the east.
    row: IntArray
    column: IntArray
    #: Incidents in the pixel, int64.
    number: IntArray
    #: (6, n): the sums of w, wf, wg, wff, wgg, wfg over the incidents of the pixel, where w is the weight (1 without)
    #: and f, g (-1/2..1/2 pixels, to the east and to the north) the place from the centre of the pixel.
    sums: FloatArray

    @classmethod
    def of(cls, x: FloatArray, y: FloatArray, size: float, weights: FloatArray | None = None) -> PixelMoments:
        """The moments of the incidents ``x``, ``y`` (N, metres), each counted once or ``weights`` (N) times.

        Raises InputError if the coordinates or weights cannot be used.
        """
        check_coordinates(x, y)
        _check_weights(weights)
        column, f = _split(x, size)
        row, g = _split(y, size)
        if x.size == 0:
            return cls(size, row, column, row, np.zeros((6, 0)))
        first_row, first_column = int(row.min()), int(column.min())
        wide = int(column.max()) - first_column + 1
        pixel = (row - first_row) * wide + (column - first_column)
        occupied, place = _numbered(pixel, (int(row.max()) - first_row + 1) * wide)
        number = np.bincount(place, minlength=occupied.size)
        sums = np.empty((6, occupied.size))
        sums[0] = number if weights is None else np.bincount(place, weights, occupied.size)
        wf, wg = (f, g) if weights is None else (weights * f, weights * g)
        for moment, values in enumerate((wf, wg, wf * f, wg * g, wf * g), start=1):
            sums[moment] = np.bincount(place, values, occupied.size)
        return cls(size, occupied // wide + first_row, occupied % wide + first_column, number, sums)

    def select(self, mask: BoolArray) -> PixelMoments:
        """The pixels where ``mask`` (n booleans) is true."""
        return PixelMoments(self.size, self.row[mask], self.column[mask], self.number[mask], self.sums[:, mask])

    @property
    def incidents(self) -> int:
        """How many incidents there are."""
        return int(self.number.sum())

    def checksum(self) -> str:
        """SHA-256 (hexadecimal) of the numbers of incidents per pixel: the same from a file and from a server."""
        digest = hashlib.sha256(repr(self.size).encode())
        for column in (self.row, self.column, self.number):
            digest.update(column.astype("<i8").tobytes())
        return digest.hexdigest()


def _split(position: FloatArray, size: float) -> tuple[IntArray, FloatArray]:
    """The pixel of each position, and how far from its centre the position lies, in pixels."""
    scaled = position / size
    pixel = np.floor(scaled)
    scaled -= pixel
    scaled -= 0.5
    return pixel.astype(np.int64), scaled


def _numbered(pixel: IntArray, pixels: int) -> tuple[IntArray, IntArray]:
    """The pixels that occur, ascending, and for each element of ``pixel`` which of them it is."""
    if pixels > _PIXELS_AN_INCIDENT * pixel.size:
        occupied, place = np.unique(pixel, return_inverse=True)
        return occupied, place
    is_there = np.zeros(pixels, dtype=np.bool_)
    is_there[pixel] = True
    occupied = np.flatnonzero(is_there)
    rank = np.empty(pixels, dtype=np.int64)
    rank[occupied] = np.arange(occupied.size)
    return occupied, rank[pixel]


def _check_weights(weights: FloatArray | None) -> None:
    if weights is not None and not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A weight is negative or missing."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a field with numbers from 0 up as weight."),
        )
