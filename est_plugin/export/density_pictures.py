# SPDX-License-Identifier: GPL-2.0-or-later
"""Where did it happen? The density of the incidents as pictures; no single incident can be read from them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtGui import QImage

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.export.pictures import png
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.density_colours import FAINT, STRONG, change_ramp, heat_ramp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsColorRamp

    from est_plugin.analysis.arrays import BoolArray, FloatArray
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
    """Both periods on one scale, and what has become more and fewer; no pictures without incidents."""
    if len(plan.points) + len(plan.points_before) == 0:
        return DensityPictures(plan.extent, {})
    wide = plan.extent[2] - plan.extent[0]
    parameters = DensityParameters(plan.bandwidth, min(plan.bandwidth, max(_LEAST_CELL, wide / _MOST_CELLS)))
    silent = _SILENT_INCIDENTS * _peak(plan.bandwidth)
    grids = [
        density(points.x, points.y, parameters, SilentFeedback(), extent=plan.extent)
        for points in (plan.points, plan.points_before)
    ]
    now, before = (grid.values.astype(np.float64) for grid in grids)
    west, north, size = grids[0].x_min, grids[0].y_max, grids[0].cell_size
    rows, columns = now.shape
    bounds = (west, north - rows * size, west + columns * size, north)
    highest = max(float(now.max()), float(before.max()), silent)
    difference = now - before
    change = max(float(np.abs(difference).max()), silent)
    return DensityPictures(
        bounds,
        {
            "now": _picture(now / highest, now / highest, now > silent * _CLEARLY, heat_ramp()),
            "before": _picture(before / highest, before / highest, before > silent * _CLEARLY, heat_ramp()),
            "difference": _picture(
                0.5 + difference / change / 2,
                np.abs(difference) / change,
                np.abs(difference) > silent * _CLEARLY,
                change_ramp(),
            ),
        },
    )


def _peak(bandwidth: float) -> float:
    """Height of the quartic kernel in its middle, per incident and km²; ``bandwidth`` in metres."""
    return 3 / (math.pi * (bandwidth / 1000) ** 2)


def _picture(share: FloatArray, strength: FloatArray, shown: BoolArray, ramp: QgsColorRamp) -> bytes:
    """``share`` (0..1) in the ramp's colours, as opaque as ``strength`` (0..1); nothing where not ``shown``."""
    shades = np.array([ramp.color(number / (_SHADES - 1)).rgb() for number in range(_SHADES)], dtype=np.uint32)
    opaque = shades[np.clip(share * (_SHADES - 1), 0, _SHADES - 1).astype(np.intp)] & 0xFFFFFF
    alpha = (FAINT + (STRONG - FAINT) * np.clip(strength, 0, 1)).astype(np.uint32)
    pixels = np.where(shown, opaque | alpha << 24, 0).astype(np.uint32)
    rows, columns = pixels.shape
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
    return png(image.copy())
