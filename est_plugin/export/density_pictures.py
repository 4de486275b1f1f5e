# SPDX-License-Identifier: GPL-2.0-or-later
"""Where did it happen? The density of the incidents as pictures; no single incident can be read from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtGui import QImage

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.density_breaks import density_breaks
from est_plugin.analysis.dual_density import difference
from est_plugin.export.pictures import png
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.density_colours import FAINT, STRONG, change_ramp, heat_ramp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsColorRamp

    from est_plugin.analysis.arrays import BoolArray, FloatArray
    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.export.plan import PackagePlan

_LEAST_CELL = 25.0
_MOST_CELLS = 1200
#: As many incidents as may lie on one spot without a glow: one or two reports could point at a person.
_SILENT_INCIDENTS = 2
#: Against rounding.
_CLEARLY = 1.001
_SHADES = 256


@dataclass(frozen=True)
class DensityPictures:
    """PNGs with alpha by ``now``, ``before`` and ``difference``, all over the same ground."""

    #: West, south, east, north.
    bounds: tuple[float, float, float, float]
    pictures: Mapping[str, bytes]


def draw_densities(plan: PackagePlan) -> DensityPictures:
    """Both periods as rates on one scale, and what has become more and fewer; no pictures without incidents."""
    if len(plan.points) + len(plan.points_before) == 0:
        return DensityPictures(plan.extent, {})
    wide = plan.extent[2] - plan.extent[0]
    parameters = DensityParameters(plan.bandwidth, min(plan.bandwidth, max(_LEAST_CELL, wide / _MOST_CELLS)))
    now, before = (
        density(points.x, points.y, parameters, SilentFeedback(), extent=plan.extent).per_30_days(period.days)
        for points, period in ((plan.points, plan.period), (plan.points_before, plan.comparison.before))
    )
    rows, columns = now.values.shape
    west, north, size = now.x_min, now.y_max, now.cell_size
    change = difference(now, before)
    return DensityPictures(
        (west, north - rows * size, west + columns * size, north),
        {
            "now": level_picture(now, density_breaks(now, before)[-1], _silent(now)),
            "before": level_picture(before, density_breaks(now, before)[-1], _silent(before)),
            "difference": _change(change, density_breaks(change)[-1]),
        },
    )


def level_picture(grid: DensityGrid, highest: float, silent: float) -> bytes:
    """The grid from nothing to ``highest`` as a PNG; transparent where it is not above ``silent``."""
    share = grid.values.astype(np.float64) / highest
    return _picture(share, share, grid.values > silent, heat_ramp())


def _change(grid: DensityGrid, largest: float) -> bytes:
    share = grid.values.astype(np.float64) / largest
    return _picture(0.5 + share / 2, np.abs(share), np.abs(grid.values) > _silent(grid), change_ramp())


def _silent(grid: DensityGrid) -> float:
    return _SILENT_INCIDENTS * grid.one_incident * _CLEARLY


def _picture(share: FloatArray, strength: FloatArray, shown: BoolArray, ramp: QgsColorRamp) -> bytes:
    """``share`` (0..1) in the ramp's colours, as opaque as ``strength`` (0..1); nothing where not ``shown``."""
    shades = np.array([ramp.color(number / (_SHADES - 1)).rgb() for number in range(_SHADES)], dtype=np.uint32)
    opaque = shades[np.clip(share * (_SHADES - 1), 0, _SHADES - 1).astype(np.intp)] & 0xFFFFFF
    alpha = (FAINT + (STRONG - FAINT) * np.clip(strength, 0, 1)).astype(np.uint32)
    pixels = np.where(shown, opaque | alpha << 24, 0).astype(np.uint32)
    rows, columns = pixels.shape
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
    return png(image.copy())
