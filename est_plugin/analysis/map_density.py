# SPDX-License-Identifier: GPL-2.0-or-later
"""Which density does the map show of a period: alone, or beside another period, in how many pixels, on which scale?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.density_breaks import density_breaks
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.dual_density import difference, shrunk_ratio
from est_plugin.analysis.kernels import Kernel
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback

#: More would be finer than the kernel, or than a screen.
_PIXELS_PER_BANDWIDTH, _MOST_PIXELS = 10, 1_500_000
#: A kernel over fewer pixels would look like steps.
_LEAST_PIXELS_PER_BANDWIDTH = 2
#: Sides of a pixel, times powers of ten, so that the pixels are the same for most periods.
_ROUND = (1.0, 2.0, 2.5, 5.0)
#: So few that a single report stands out.
_FEW = 10


@dataclass(frozen=True, eq=False)
class CountedPeriod:
    """The incidents of a period of ``days`` (those that have passed)."""

    points: PointSet
    days: float


@dataclass(frozen=True, eq=False)
class MapDensity:
    """What the map shows, and on which scale; rates per km² and 30 days, or how many times as many."""

    grid: DensityGrid
    #: See ``density_breaks``: the same for this period and the one that it is compared with.
    breaks: tuple[float, ...]
    #: Incidents of the period, and of the one before.
    incidents: int
    incidents_before: int

    @property
    def sentence(self) -> Sentence:
        """What the map says, and how much of it may be a single report."""
        if self.incidents + self.incidents_before >= _FEW:
            return self.grid.sentence
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{sentence} They are few: a spot on the map may be a single report."),
            sentence=self.grid.sentence,
        )

    def method(self, checksum: str) -> MethodBox:
        """The method box; ``checksum`` is that of the incidents."""
        return self.grid.method(checksum)


def map_density(
    now: CountedPeriod, before: CountedPeriod, kind: DensityKind, bandwidth: float, feedback: Feedback
) -> MapDensity | None:
    """The density of ``now``, or what has changed since ``before``; None if there are no incidents in what is asked.

    Both lie on the same pixels, whose corners are whole multiples of their side; ``bandwidth`` (metres) is that of
    the quartic kernel. A density has the scale of both periods together, so that a quieter one looks quieter.

    Raises InputError if so narrow a kernel over so large an area would need too many pixels; CancelledError.
    """
    told = [now] if kind == DensityKind.LEVEL else [now, before]
    if not any(len(period.points) for period in told):
        return None
    extent = _extent((now, before), Kernel.QUARTIC.reach(bandwidth))
    parameters = DensityParameters(bandwidth, _cell_size(extent, bandwidth))
    grids = []
    for number, period in enumerate((now, before)):
        part = PartFeedback(feedback, number / 2, (number + 1) / 2)
        grid = density(period.points.x, period.points.y, parameters, part, extent=extent)
        grids.append(grid.per_30_days(period.days))
    counts = len(now.points), len(before.points)
    match kind:
        case DensityKind.LEVEL:
            return MapDensity(grids[0], density_breaks(*grids), *counts)
        case DensityKind.DIFFERENCE:
            shown = difference(*grids)
        case DensityKind.RATIO:
            shown = shrunk_ratio(*grids)
    return MapDensity(shown, density_breaks(shown), *counts)


def _extent(periods: tuple[CountedPeriod, ...], reach: float) -> tuple[float, float, float, float]:
    """West, south, east, north of all incidents with their kernels."""
    x = [edge for period in periods if len(period.points) for edge in (period.points.x.min(), period.points.x.max())]
    y = [edge for period in periods if len(period.points) for edge in (period.points.y.min(), period.points.y.max())]
    return float(min(x)) - reach, float(min(y)) - reach, float(max(x)) + reach, float(max(y)) + reach


def _cell_size(extent: tuple[float, float, float, float], bandwidth: float) -> float:
    """A round side of the pixels, metres."""
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
