# SPDX-License-Identifier: GPL-2.0-or-later
"""In which order do three maps of an earlier period put the cells?"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.capture import RankedCells
from est_plugin.analysis.cell_test import evaluate_cells
from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.pixel_window import MAX_PIXELS
from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.study import StudyCells
    from est_plugin.analysis.study_counts import StudyCounts
    from est_plugin.feedback import Feedback

#: Pixels of the heat map to a bandwidth.
_PIXELS = 10


class RankedMap(StrEnum):
    """The maps that are compared."""

    HOTSPOTS = "hotspots"
    COUNTS = "counts"
    DENSITY = "density"

    @property
    def label(self) -> str:
        """Source text of the map's name."""
        return _LABELS[self]


_LABELS = {
    RankedMap.HOTSPOTS: QT_TRANSLATE_NOOP("est_plugin", "Hotspot map"),
    RankedMap.COUNTS: QT_TRANSLATE_NOOP("est_plugin", "Counts of the earlier period"),
    RankedMap.DENSITY: QT_TRANSLATE_NOOP("est_plugin", "Heat map of everything earlier"),
}


def by_hotspots(study: StudyCells, searched: StudyCounts, parameters: HotspotParameters) -> RankedCells:
    """The cells of ``study`` by q, the surest first, and where q is equal by Gi*, the highest first.

    Cells without incidents are not tested and have no q: they come with those whose q is 1, by their Gi*. Those outside
    the ``searched`` cells, of which the map knows nothing, come last.
    """
    test = evaluate_cells(
        searched.counts, searched.study, parameters.significance, parameters.alpha, parameters.correction
    )
    q_of_searched = np.ones(searched.counts.size)
    q_of_searched[test.position] = test.cells.q
    position = np.flatnonzero(searched.study.inside)
    i, j = searched.study.cells(position)
    row, column = i - study.first[0], j - study.first[1]
    q, z = np.ones(study.inside.shape), np.full(study.inside.shape, -np.inf)
    q[row, column], z[row, column] = q_of_searched[position], test.z[position]
    return RankedCells.first_by(-q[study.inside], z[study.inside])


def by_density(study: StudyCells, points: PointSet, bandwidth: float, feedback: Feedback) -> RankedCells:
    """The cells of ``study`` by the density of ``points`` at their centres, quartic kernel of ``bandwidth`` metres."""
    x, y = study.grid.centres(*study.cells(np.flatnonzero(study.inside)))
    extent = float(x.min()), float(y.min()), float(x.max()), float(y.max())
    # At most a quarter of the pixels that a heat map may have, margins included.
    width, height = (far - near + 4 * bandwidth for near, far in (extent[::2], extent[1::2]))
    pixel = min(max(bandwidth / _PIXELS, math.sqrt(4 * width * height / MAX_PIXELS)), bandwidth)
    parameters = DensityParameters(bandwidth=bandwidth, cell_size=pixel)
    far = extent[0], extent[1], extent[2] + pixel, extent[3] + pixel
    heat = density(points.x, points.y, parameters, feedback, extent=far)
    column = np.floor((x - heat.x_min) / pixel).astype(np.int64)
    row = np.floor((heat.y_max - y) / pixel).astype(np.int64)
    return RankedCells.by(heat.values[row, column].astype(np.float64))
