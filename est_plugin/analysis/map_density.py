# SPDX-License-Identifier: GPL-2.0-or-later
"""Which density does the map show of a period: alone, or beside another period, in how many pixels, on which scale?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density import DensityParameters
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import heatmap
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.heatmap import Heatmap, MomentsOfPeriod
    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback

#: More would be finer than the kernel, or than a screen.
_PIXELS_PER_BANDWIDTH, _MOST_PIXELS = 20, 600_000
#: A kernel over fewer pixels would look like steps.
_LEAST_PIXELS_PER_BANDWIDTH = 2
#: Sides of a pixel, times powers of ten, so that the pixels are the same for most periods.
_ROUND = (1.0, 2.0, 2.5, 5.0)
#: So few that a single report stands out.
_FEW = 10


#: West, south, east and north of the incidents, metres.
Extent = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class MapDensity:
    """What the map shows: rates per km² and 30 days, what they differ by, or how many times as many."""

    heatmap: Heatmap
    #: Of the period, and of the one that it is compared with.
    incidents: int

    @property
    def sentence(self) -> Sentence:
        """What the map says, and how much of it may be a single report."""
        if self.incidents >= _FEW:
            return self.heatmap.sentence
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{sentence} They are few: a spot on the map may be a single report."),
            sentence=self.heatmap.sentence,
        )

    @property
    def method(self) -> MethodBox:
        """How it came about."""
        return self.heatmap.method


def map_density(
    now: MomentsOfPeriod, before: MomentsOfPeriod, kind: DensityKind, bandwidth: float, feedback: Feedback
) -> MapDensity | None:
    """The density of ``now``, or what has changed since ``before``; None if there are no incidents in what is asked.

    Both lie on the same pixels, of the size that ``pixel_size`` gives, and their days are those that have passed;
    ``bandwidth`` (metres) is that of the quartic kernel. A density has the scale of both periods together, so that a
    quieter one looks quieter.

    Raises CancelledError.
    """
    incidents = now.moments.incidents + (0 if kind == DensityKind.LEVEL else before.moments.incidents)
    if incidents == 0:
        return None
    parameters = DensityParameters(bandwidth, now.moments.size)
    return MapDensity(heatmap((now, before), kind, parameters, feedback), incidents)


def map_moments(periods: Sequence[PointSet], bandwidth: float) -> tuple[PixelMoments, ...]:
    """The moments of the incidents of each period, all in pixels of the size that suits a map of them.

    Raises InputError as ``pixel_size`` does.
    """
    size = pixel_size([_extent_of(points) for points in periods], bandwidth)
    return tuple(PixelMoments.of(points.x, points.y, size) for points in periods)


def _extent_of(points: PointSet) -> Extent | None:
    if len(points) == 0:
        return None
    return float(points.x.min()), float(points.y.min()), float(points.x.max()), float(points.y.max())


def pixel_size(extents: Sequence[Extent | None], bandwidth: float) -> float:
    """A round side (metres) of pixels over incidents in these extents; None is that of no incidents.

    Raises InputError if so narrow a kernel over so large an area would need too many pixels.
    """
    known = [extent for extent in extents if extent is not None]
    if not known:
        return bandwidth / _PIXELS_PER_BANDWIDTH
    west, south, east, north = zip(*known, strict=True)
    reach = Kernel.QUARTIC.reach(bandwidth)
    return _cell_size((min(west) - reach, min(south) - reach, max(east) + reach, max(north) + reach), bandwidth)


def _cell_size(extent: Extent, bandwidth: float) -> float:
    area = (extent[2] - extent[0]) * (extent[3] - extent[1])
    least = max(bandwidth / _PIXELS_PER_BANDWIDTH, (area / _MOST_PIXELS) ** 0.5)
    power = 10.0 ** np.floor(np.log10(least))
    size = float(next((step for step in _ROUND if step * power >= least), 10.0) * power)
    if size > bandwidth / _LEAST_PIXELS_PER_BANDWIDTH:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The map shows no heatmap."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "The incidents lie up to {distance} km apart, which is too far for a bandwidth of {bandwidth} m.",
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a bandwidth of {least} m or more."),
            distance=round(max(extent[2] - extent[0], extent[3] - extent[1]) / 1000),
            bandwidth=round(bandwidth),
            least=round(size * _LEAST_PIXELS_PER_BANDWIDTH),
        )
    return size
