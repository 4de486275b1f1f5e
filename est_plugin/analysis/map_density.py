# SPDX-License-Identifier: GPL-2.0-or-later
"""Which density does the map show of a period: alone, or beside another period, in how many pixels, on which scale?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density import DensityParameters
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import MomentsOfPeriod, heatmap
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.heatmap import Heatmap
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


@dataclass(frozen=True, eq=False)
class CountedPeriod:
    """The incidents of a period of ``days`` (those that have passed)."""

    points: PointSet
    days: float


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
    now: CountedPeriod, before: CountedPeriod, kind: DensityKind, bandwidth: float, feedback: Feedback
) -> MapDensity | None:
    """The density of ``now``, or what has changed since ``before``; None if there are no incidents in what is asked.

    Both lie on the same pixels, whose corners are whole multiples of their side; ``bandwidth`` (metres) is that of
    the quartic kernel. A density has the scale of both periods together, so that a quieter one looks quieter.

    Raises InputError if so narrow a kernel over so large an area would need too many pixels; CancelledError.
    """
    incidents = len(now.points) + (0 if kind == DensityKind.LEVEL else len(before.points))
    if incidents == 0:
        return None
    size = _cell_size(_extent((now, before), Kernel.QUARTIC.reach(bandwidth)), bandwidth)
    periods = tuple(
        MomentsOfPeriod(PixelMoments.of(period.points.x, period.points.y, size), period.days)
        for period in (now, before)
    )
    return MapDensity(heatmap(periods, kind, DensityParameters(bandwidth, size), feedback), incidents)


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
