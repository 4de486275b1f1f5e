# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents are there per square kilometre, everywhere? (Kernel density, the heat map.)

Each incident is shared out to the nine nearest pixel centres so that its mass, its place and its spread stay exactly
the same (binning of the second order), then the pixels are convolved with the kernel through the Fourier transform.
The cost depends on the number of pixels and hardly on the number of incidents.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.density_grid import DensityGrid
from est_plugin.analysis.edge_correction import PixelMask
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.analysis.pixel_window import PixelWindow
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    import numpy.typing as npt

    from est_plugin.analysis.arrays import FloatArray

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
    area: shapely.Geometry | None = None,
) -> DensityGrid:
    """Density of the incidents ``x``, ``y`` (N, metres), each counted once or ``weights`` (N) times, per km².

    ``DensityGrid.per_30_days`` makes a rate of it; for the rest see ``density_of``.

    Raises InputError also if the coordinates or weights cannot be used.
    """
    moments = PixelMoments.of(x, y, parameters.cell_size, weights)
    step(feedback, 0.4)
    return density_of(moments, parameters, feedback, extent=extent, area=area)


def density_of(
    moments: PixelMoments,
    parameters: DensityParameters,
    feedback: Feedback,
    *,
    extent: tuple[float, float, float, float] | None = None,
    area: shapely.Geometry | None = None,
) -> DensityGrid:
    """Density per km² of incidents that are known by their ``moments``, for pixels of ``parameters.cell_size``.

    ``extent`` (x_min, y_min, x_max, y_max) is widened to whole pixels; without it the grid covers the area, or every
    incident with its kernel, and then the values times the pixel area (km²) sum to N. Incidents outside the extent
    count as far as their kernel reaches in. The pixels lie on whole multiples of their size from the origin of the
    CRS, so the picture stays where it is when the extent moves.

    ``area`` (polygons, metres) is where incidents are known: those in its pixels count, and the density is divided by
    the share of the kernel inside it, since what happens outside is not known (``DensityGrid.available``). It is NaN
    outside. Without an area nothing is corrected at the edge of the data.

    Raises InputError if there is neither an incident nor an extent nor an area, if the grid has more than
    ``MAX_PIXELS``, or if the area leaves out every pixel; CancelledError.
    """
    window = PixelWindow.covering(
        _extent_of(moments, parameters, area) if extent is None else extent,
        parameters.cell_size,
        parameters.kernel,
        parameters.bandwidth,
    )
    mask = None if area is None else PixelMask(area, window)
    counted = moments if mask is None else mask.within(moments)
    step(feedback, 0.5)
    available = None if mask is None else mask.available()
    values = window.smooth(counted) if available is None else window.smooth(counted) / available
    step(feedback, 1.0)
    return DensityGrid(
        values=_northernmost_first(values * _M2_PER_KM2),
        x_min=window.column * window.size,
        y_max=(window.row + window.rows) * window.size,
        cell_size=window.size,
        one_incident=_peak_of_one(counted, parameters),
        available=None if available is None else _northernmost_first(available),
        parameters=_facts(parameters, counted, has_area=area is not None),
    )


def _peak_of_one(counted: PixelMoments, parameters: DensityParameters) -> float:
    """Density per km² where one incident of the mean weight stands."""
    weight = float(counted.sums[0].sum()) / counted.incidents if counted.incidents else 1.0
    return _M2_PER_KM2 * weight * float(parameters.kernel.weight(np.zeros(1), parameters.bandwidth)[0])


def _extent_of(
    moments: PixelMoments, parameters: DensityParameters, area: shapely.Geometry | None
) -> tuple[float, float, float, float]:
    if area is not None and not shapely.is_empty(area):
        x_min, y_min, x_max, y_max = shapely.bounds(area).tolist()
        return x_min, y_min, x_max, y_max
    if moments.incidents == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There are no incidents in the selection."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
        )
    return covered_by(moments, parameters)


def covered_by(moments: PixelMoments, parameters: DensityParameters) -> tuple[float, float, float, float]:
    """x_min, y_min, x_max, y_max of all pixels that one of the incidents (at least one) reaches."""
    size = parameters.cell_size
    reach = parameters.kernel.reach(parameters.bandwidth) + 2 * size
    return (
        float(moments.column.min()) * size - reach,
        float(moments.row.min()) * size - reach,
        float(moments.column.max() + 1) * size + reach,
        float(moments.row.max() + 1) * size + reach,
    )


def _northernmost_first(values: FloatArray) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(values[::-1], dtype=np.float32)


def _facts(parameters: DensityParameters, counted: PixelMoments, *, has_area: bool) -> tuple[tuple[str, object], ...]:
    correction = (
        QT_TRANSLATE_NOOP("est_plugin", "divided by the share of the kernel in the study area")
        if has_area
        else QT_TRANSLATE_NOOP("est_plugin", "none")
    )
    return (
        (QT_TRANSLATE_NOOP("est_plugin", "Incidents"), counted.incidents),
        (QT_TRANSLATE_NOOP("est_plugin", "Kernel"), parameters.kernel),
        (QT_TRANSLATE_NOOP("est_plugin", "Bandwidth (metres)"), parameters.bandwidth),
        (QT_TRANSLATE_NOOP("est_plugin", "Pixel size (metres)"), parameters.cell_size),
        (QT_TRANSLATE_NOOP("est_plugin", "Correction at the edge"), Sentence(correction)),
    )
