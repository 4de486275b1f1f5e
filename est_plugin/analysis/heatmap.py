# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the heat map of a period show, alone or beside another period, inside a study area?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.analysis.density import covered_by, density_of
from est_plugin.analysis.density_breaks import density_breaks
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.dual_density import difference, shrunk_ratio
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback

if TYPE_CHECKING:
    import shapely

    from est_plugin.analysis.density import DensityParameters
    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.analysis.pixel_moments import PixelMoments
    from est_plugin.feedback import Feedback
    from est_plugin.sentence import Sentence


@dataclass(frozen=True, eq=False)
class MomentsOfPeriod:
    """The incidents of a period and its days; None where a rate is not asked for."""

    moments: PixelMoments
    days: float | None = None


@dataclass(frozen=True, eq=False)
class Heatmap:
    """A density, or how it differs from that of another period, and the classes of its legend."""

    grid: DensityGrid
    breaks: tuple[float, ...]
    checksum: str

    @property
    def sentence(self) -> Sentence:
        """What it says."""
        return self.grid.sentence

    @property
    def method(self) -> MethodBox:
        """How it came about."""
        return self.grid.method(self.checksum)


def heatmap(
    periods: tuple[MomentsOfPeriod, ...],
    kind: DensityKind,
    parameters: DensityParameters,
    feedback: Feedback,
    *,
    area: shapely.Geometry | None = None,
) -> Heatmap:
    """The density of the first of ``periods`` (LEVEL), or what has changed since the second (DIFFERENCE, RATIO).

    All are smoothed over the same pixels; see ``density_of`` for ``area``. The scale is that of all periods together.

    Raises InputError if there is no incident in any of them or none in ``area``, if what is compared has no days, and
    as ``density_of`` does; CancelledError.
    """
    _check_some(periods)
    reached = [covered_by(period.moments, parameters) for period in periods if period.moments.incidents]
    west, south, east, north = zip(*reached, strict=True)
    extent = None if area is not None else (min(west), min(south), max(east), max(north))
    grids = []
    for number, period in enumerate(periods):
        part = PartFeedback(feedback, number / len(periods), (number + 1) / len(periods))
        grid = density_of(period.moments, parameters, part, extent=extent, area=area)
        grids.append(grid if period.days is None else grid.per_30_days(period.days))
    if area is not None and not any(grid.highest for grid in grids):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heat map can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "None of the incidents lies in the study area."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another area, or leave it out."),
        )
    checksum = ", ".join(period.moments.checksum() for period in periods)
    match kind:
        case DensityKind.LEVEL:
            return Heatmap(grids[0], density_breaks(*grids), checksum)
        case DensityKind.DIFFERENCE:
            shown = difference(*grids)
        case DensityKind.RATIO:
            shown = shrunk_ratio(*grids)
    return Heatmap(shown, density_breaks(shown), checksum)


def _check_some(periods: tuple[MomentsOfPeriod, ...]) -> None:
    if not any(period.moments.incidents for period in periods):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No heatmap can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is no incident in the period or the layer."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or take in reports first."),
        )
