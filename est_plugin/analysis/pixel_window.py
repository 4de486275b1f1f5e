# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pixels does a density have, and how is it smoothed over them?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray
    from est_plugin.analysis.kernels import Kernel
    from est_plugin.analysis.pixel_moments import PixelMoments

MAX_PIXELS = 10_000_000
#: The heaviest pixels are placed exactly, up to so many, and while the kernels have so many pixels in all.
_MOST_EXACT = 200
_MOST_EXACT_PIXELS = 250_000


@dataclass(frozen=True)
class PixelWindow:
    """The pixels of a density, counted from the origin of the CRS, with a margin for incidents just outside."""

    size: float
    kernel: Kernel
    bandwidth: float
    row: int
    column: int
    rows: int
    columns: int
    #: Pixels outside the result that an incident can lie in and still reach it.
    margin: int

    @classmethod
    def covering(
        cls, extent: tuple[float, float, float, float], size: float, kernel: Kernel, bandwidth: float
    ) -> PixelWindow:
        """The whole pixels that ``extent`` (x_min, y_min, x_max, y_max) needs.

        Raises InputError for no pixel at all or more than ``MAX_PIXELS``.
        """
        column, row = math.floor(extent[0] / size), math.floor(extent[1] / size)
        rows, columns = math.ceil(extent[3] / size) - row, math.ceil(extent[2] / size) - column
        margin = math.ceil(kernel.reach(bandwidth) / size) + 1
        if rows < 1 or columns < 1 or (rows + 2 * margin) * (columns + 2 * margin) > MAX_PIXELS:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It would have {columns} x {rows} pixels of {size} m."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose larger pixels or a smaller area."),
                columns=columns,
                rows=rows,
                size=size,
            )
        return cls(size, kernel, bandwidth, row, column, rows, columns, margin)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns with the margin, and with what more in the north and east makes them fast to transform."""
        return _fft_length(self.rows + 2 * self.margin), _fft_length(self.columns + 2 * self.margin)

    def near(self, moments: PixelMoments) -> PixelMoments:
        """The pixels whose incidents can reach the result."""
        row = moments.row - (self.row - self.margin)
        column = moments.column - (self.column - self.margin)
        inner = (row > 0) & (row < self.shape[0] - 1) & (column > 0) & (column < self.shape[1] - 1)
        return moments if inner.all() else moments.select(inner)

    def smooth(self, moments: PixelMoments) -> FloatArray:
        """The sum of the kernels per m² at the pixel centres, (rows, columns), southernmost row first.

        The heaviest pixels are placed exactly at the centre of their mass: at the rim of the kernel a quadratic does
        not follow it, and where many incidents lie on one spot that does not average out. The spread that is left of
        them, and all others, are shared out to the nine nearest pixels and smoothed there.
        """
        near = self.near(moments)
        row, column = near.row - (self.row - self.margin), near.column - (self.column - self.margin)
        w, wf, wg, wff, wgg, wfg = sums = near.sums.copy()
        side = 2 * self.margin + 1
        heavy = _largest(w, min(_MOST_EXACT, _MOST_EXACT_PIXELS // side**2))
        mass = w[heavy]
        f, g = wf[heavy] / mass, wg[heavy] / mass
        for moment, at_centre in ((wff, mass * f * f), (wgg, mass * g * g), (wfg, mass * f * g)):
            moment[heavy] -= at_centre
        sums[:3, heavy] = 0
        smooth = self.convolve(_shared_out(row * self.shape[1] + column, sums, self.shape))
        self._add_exactly(smooth, row[heavy] + g, column[heavy] + f, mass)
        return _without_rests(smooth)

    def convolve(self, mass: FloatArray) -> FloatArray:
        """``mass`` per pixel, with the margin (``shape``), smoothed with the kernel, per m²: (rows, columns)."""
        steps = np.arange(self.margin + 1)
        # The kernel is the same in all four directions, so a quarter of it is enough.
        quarter = self.kernel.weight(np.hypot.outer(steps, steps) * self.size, self.bandwidth)
        quarter[1:] *= 2
        quarter[:, 1:] *= 2
        # Sampled at the pixels the kernel sums to 1 only nearly; the map shall sum to the number of incidents.
        quarter /= quarter.sum() * self.size**2
        rows, columns = mass.shape
        spectrum = np.fft.rfft2(mass)
        # The transform of an even kernel is a sum of cosines.
        down = np.cos(2 * np.pi / rows * np.outer(np.arange(rows), steps))
        across = np.cos(2 * np.pi / columns * np.outer(steps, np.arange(spectrum.shape[1])))
        spectrum *= down @ quarter @ across
        # What the transform wraps round falls into the margin.
        inside = slice(self.margin, self.margin + self.rows), slice(self.margin, self.margin + self.columns)
        return np.fft.irfft2(spectrum, (rows, columns))[inside]

    def _add_exactly(self, smooth: FloatArray, y: FloatArray, x: FloatArray, mass: FloatArray) -> None:
        """Add kernels of ``mass`` around the places ``x``, ``y`` (pixels from the centre of the first, with margin)."""
        steps = np.arange(-self.margin, self.margin + 1)
        first_row, first_column = np.rint(y).astype(np.int64), np.rint(x).astype(np.int64)
        down = (first_row - y)[:, None] + steps
        right = (first_column - x)[:, None] + steps
        distance = np.hypot(down[:, :, None], right[:, None, :]) * self.size
        stamps = self.kernel.weight(distance, self.bandwidth)
        stamps *= (mass / (stamps.sum(axis=(1, 2)) * self.size**2))[:, None, None]
        # The result has no margin.
        bottoms, lefts = (first - 2 * self.margin for first in (first_row, first_column))
        for stamp, bottom, left in zip(stamps, bottoms.tolist(), lefts.tolist(), strict=True):
            low, west = max(bottom, 0), max(left, 0)
            part = smooth[low : max(bottom + steps.size, 0), west : max(left + steps.size, 0)]
            part += stamp[low - bottom :, west - left :][: part.shape[0], : part.shape[1]]


def _largest(values: FloatArray, count: int) -> IntArray:
    """Where the ``count`` largest of ``values`` above 0 are."""
    positive = np.flatnonzero(values > 0)
    if positive.size <= count or count == 0:
        return positive[:count]
    # Ties by the place, so that the same incidents always give the same picture.
    limit = np.partition(values[positive], positive.size - count)[positive.size - count]
    above, equal = positive[values[positive] > limit], positive[values[positive] == limit]
    return np.concatenate([above, equal[: count - above.size]])


def _shared_out(pixel: IntArray, sums: FloatArray, shape: tuple[int, int]) -> FloatArray:
    """The mass of each pixel and its eight neighbours, so that mass, place and spread stay exactly the same.

    Each neighbour gets what a quadratic through the three pixel centres of each direction needs: with central
    differences D of the kernel K, K(p - f) is K - f DK + f²/2 DDK to the second order.
    """
    w, wf, wg, wff, wgg, wfg = sums
    shared = np.zeros(shape[0] * shape[1])
    # Each pixel occurs once, so plain addition by index is complete.
    shared[pixel] += w - wff - wgg
    for step, share in (
        (1, (wff + wf) / 2),
        (-1, (wff - wf) / 2),
        (shape[1], (wgg + wg) / 2),
        (-shape[1], (wgg - wg) / 2),
        (shape[1] + 1, wfg / 4),
        (-shape[1] - 1, wfg / 4),
        (shape[1] - 1, -wfg / 4),
        (1 - shape[1], -wfg / 4),
    ):
        shared[pixel + step] += share
    return shared.reshape(shape)


def _without_rests(smooth: FloatArray) -> FloatArray:
    """``smooth`` with its rests cut off and its total kept.

    Where a kernel ends, the quadratic shares leave values a little below zero, under 0.01 % of the total for a smooth
    kernel; and the transform leaves rests of 1e-16 of the maximum everywhere.
    """
    kept = np.where(smooth > 1e-12 * smooth.max(), smooth, 0.0)
    return kept * (max(float(smooth.sum()), 0.0) / float(kept.sum())) if kept.any() else kept


def _fft_length(length: int) -> int:
    """The next length whose only prime factors are 2, 3 and 5: fast to transform."""
    while True:
        rest = length
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length += 1
