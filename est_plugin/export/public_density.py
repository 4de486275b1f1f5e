# SPDX-License-Identifier: GPL-2.0-or-later
"""Where did much happen, as a picture for everybody? Made of the shown squares, never of incidents."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.density_breaks import density_breaks
from est_plugin.analysis.public_cells import CELL
from est_plugin.export.density_pictures import DensityPictures, level_picture
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.export.frame import Frame
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.public_picture import PublicPicture

_GRID_CELL = 50.0
#: Metres per pixel at 1:10 000 on a screen of 96 dots per inch.
_FINEST = 10_000 * 0.0254 / 96
#: Points that stand for one incident, so that half an incident in each quarter of a square can be told.
_PARTS = 8


def draw_public_density(plan: PackagePlan, picture: PublicPicture) -> DensityPictures:
    """The period alone: with the one before, the difference of two suppressed pictures would look like knowledge."""
    if not picture.areas:
        return DensityPictures(plan.extent, {})
    x, y = _centres(picture)
    grid = density(x, y, DensityParameters(plan.bandwidth, _GRID_CELL), SilentFeedback(), extent=plan.extent)
    rows, columns = grid.values.shape
    west, north, size = grid.x_min, grid.y_max, grid.cell_size
    # A square of the lowest class glows; what spreads thinner than one incident does not.
    silent = _PARTS * grid.one_incident
    return DensityPictures(
        (west, north - rows * size, west + columns * size, north),
        {"now": level_picture(grid, density_breaks(grid)[-1], silent)},
    )


def _centres(picture: PublicPicture) -> tuple[FloatArray, FloatArray]:
    """The middle of each 250 m of the squares, as often as its class says; a square of 500 m is shared by its four."""
    places: list[tuple[float, float]] = []
    times: list[int] = []
    for area in picture.areas:
        square, steps = area.square, area.square.side // CELL
        for i in range(steps):
            for j in range(steps):
                places.append((square.west + (i + 0.5) * CELL, square.south + (j + 0.5) * CELL))
                times.append(round(_PARTS * square.level.middle / steps**2))
    x, y = np.repeat(np.array(places), times, axis=0).T
    return np.ascontiguousarray(x), np.ascontiguousarray(y)


def public_zooms(frame: Frame) -> int:
    """How many zooms of the page's tiles are no larger in scale than 1:10 000 on a screen, one at least."""
    return max(1, 1 + math.floor(math.log2(frame.resolution / _FINEST)))
