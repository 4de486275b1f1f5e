# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents are there per square kilometre, everywhere? (Kernel density, the heat map.)

Each incident is shared out to the nine nearest pixel centres so that its mass, its place and its spread stay exactly
the same (quadratic binning), then the pixels are convolved with the kernel through the Fourier transform. The cost
depends on the number of pixels and hardly on the number of incidents.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density_grid import DensityGrid
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.points import check_coordinates
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, step

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

MAX_PIXELS = 10_000_000
_M2_PER_KM2 = 1e6


@dataclass(frozen=True)
class DensityParameters:
    """Raises InputError unless 0 < cell_size <= bandwidth."""

    #: Metres; see ``Kernel`` for what it means.
    bandwidth: float = 250.0
    #: Side of a pixel, metres.
    cell_size: float = 25.0
    kernel: Kernel = Kernel.QUARTIC

    def __post_init__(self) -> None:
        if not 0 < self.cell_size <= self.bandwidth < math.inf:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The bandwidth is {bandwidth} m and the pixel size {size} m."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give a positive pixel size that is smaller than the bandwidth."
                ),
                bandwidth=self.bandwidth,
                size=self.cell_size,
            )


def density(
    x: FloatArray,
    y: FloatArray,
    parameters: DensityParameters,
    feedback: Feedback,
    *,
    extent: tuple[float, float, float, float] | None = None,
    weights: FloatArray | None = None,
) -> DensityGrid:
    """Density of the incidents ``x``, ``y`` (N, metres), each counted once or ``weights`` (N) times.

    ``extent`` (x_min, y_min, x_max, y_max) is widened to whole pixels; without it the grid covers every incident with
    its kernel, and the values times the pixel area (km²) sum to N. Incidents outside the extent count as far as their
    kernel reaches in. Nothing is corrected at the edge of the data. The pixels lie on whole multiples of their size
    from the origin of the CRS, so the picture stays where it is when the extent moves.

    Raises InputError if the coordinates or weights cannot be used, if there is neither an incident nor an extent, or
    if the grid has more than ``MAX_PIXELS``; CancelledError.
    """
    check_coordinates(x, y)
    if weights is not None and not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A weight is negative or missing."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a field with numbers from 0 up as weight."),
        )
    window = _Window.covering(_extent_of(x, y, parameters) if extent is None else extent, parameters)
    step(feedback, 0.1)
    binned = window.bin(x, y, weights)
    step(feedback, 0.4)
    values = window.convolve(binned, parameters)
    step(feedback, 1.0)
    size = parameters.cell_size
    return DensityGrid(
        values=np.ascontiguousarray(values[::-1], dtype=np.float32),
        x_min=window.column * size,
        y_max=(window.row + window.rows) * size,
        cell_size=size,
        one_incident=_M2_PER_KM2 * float(parameters.kernel.weight(np.zeros(1), parameters.bandwidth)[0]),
    )


@dataclass(frozen=True)
class _Window:
    """The pixels of the result, counted from the origin of the CRS, with a margin for incidents just outside."""

    size: float
    row: int
    column: int
    rows: int
    columns: int
    #: Pixels outside the result that an incident can lie in and still reach it.
    margin: int

    @classmethod
    def covering(cls, extent: tuple[float, float, float, float], parameters: DensityParameters) -> _Window:
        size = parameters.cell_size
        column, row = math.floor(extent[0] / size), math.floor(extent[1] / size)
        rows, columns = math.ceil(extent[3] / size) - row, math.ceil(extent[2] / size) - column
        margin = math.ceil(parameters.kernel.reach(parameters.bandwidth) / size) + 1
        if rows < 1 or columns < 1 or (rows + 2 * margin) * (columns + 2 * margin) > MAX_PIXELS:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It would have {columns} x {rows} pixels of {size} m."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose larger pixels or a smaller area."),
                columns=columns,
                rows=rows,
                size=size,
            )
        return cls(size, row, column, rows, columns, margin)

    def bin(self, x: FloatArray, y: FloatArray, weights: FloatArray | None) -> FloatArray:
        """Mass per pixel, with the margin: (rows + 2 margin, columns + 2 margin), southernmost row first.

        In each direction an incident at the offset f (-1/2..1/2 pixels) from the nearest centre gives f (f - 1) / 2,
        1 - f² and f (f + 1) / 2 to the three nearest: the weights of quadratic interpolation.
        """
        column, x_weights = _shares(x / self.size - (self.column - self.margin))
        row, y_weights = _shares(y / self.size - (self.row - self.margin))
        shape = (self.rows + 2 * self.margin, self.columns + 2 * self.margin)
        near: BoolArray = (column > 0) & (column < shape[1] - 1) & (row > 0) & (row < shape[0] - 1)
        pixel = row[near] * shape[1] + column[near]
        mass = np.ones(pixel.size) if weights is None else weights[near]
        binned = np.zeros(shape[0] * shape[1])
        for up, y_weight in zip((-1, 0, 1), y_weights, strict=True):
            for right, x_weight in zip((-1, 0, 1), x_weights, strict=True):
                share = mass * y_weight[near] * x_weight[near]
                binned += np.bincount(pixel + up * shape[1] + right, share, binned.size)
        return binned.reshape(shape)

    def convolve(self, binned: FloatArray, parameters: DensityParameters) -> FloatArray:
        """The density per km² without the margin, (rows, columns)."""
        steps = np.arange(self.margin + 1)
        # The kernel is the same in all four directions, so a quarter of it is enough.
        quarter = parameters.kernel.weight(np.hypot.outer(steps, steps) * self.size, parameters.bandwidth)
        quarter[1:] *= 2
        quarter[:, 1:] *= 2
        # Sampled at the pixels the kernel sums to 1 only nearly; the map shall sum to the number of incidents.
        quarter *= _M2_PER_KM2 / (quarter.sum() * self.size**2)
        rows, columns = (_fft_length(length) for length in binned.shape)
        spectrum = np.fft.rfft2(binned, (rows, columns))
        # The transform of an even kernel is a sum of cosines.
        down = np.cos(2 * np.pi / rows * np.outer(np.arange(rows), steps))
        across = np.cos(2 * np.pi / columns * np.outer(steps, np.arange(spectrum.shape[1])))
        spectrum *= down @ quarter @ across
        # What the transform wraps round falls into the margin.
        inside = slice(self.margin, self.margin + self.rows), slice(self.margin, self.margin + self.columns)
        return _without_rests(np.fft.irfft2(spectrum, (rows, columns))[inside])


def _without_rests(smooth: FloatArray) -> FloatArray:
    """``smooth`` with its rests cut off and its total kept.

    Where a kernel ends, the quadratic shares leave values a little below zero, under 0.1 % of the total for a smooth
    kernel; and the transform leaves rests of 1e-16 of the maximum everywhere.
    """
    kept = np.where(smooth > 1e-12 * smooth.max(), smooth, 0.0)
    return kept * (max(float(smooth.sum()), 0.0) / float(kept.sum())) if kept.any() else kept


def _shares(position: FloatArray) -> tuple[IntArray, tuple[FloatArray, FloatArray, FloatArray]]:
    """The pixel of each position (in pixels), and the shares of the pixel before it, of itself and of the next."""
    pixel = np.floor(position).astype(np.int64)
    f = position - pixel - 0.5
    return pixel, (f * (f - 1) / 2, 1 - f**2, f * (f + 1) / 2)


def _extent_of(x: FloatArray, y: FloatArray, parameters: DensityParameters) -> tuple[float, float, float, float]:
    if x.size == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There are no incidents in the selection."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
        )
    reach = parameters.kernel.reach(parameters.bandwidth) + 2 * parameters.cell_size
    return float(x.min()) - reach, float(y.min()) - reach, float(x.max()) + reach, float(y.max()) + reach


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
