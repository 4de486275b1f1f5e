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
from est_plugin.layers.density_colours import change_ramp, heat_ramp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsColorRamp

    from est_plugin.analysis.arrays import BoolArray, FloatArray
    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.analysis.points import PointSet
    from est_plugin.export.plan import PackagePlan

_LEAST_CELL = 25.0
_MOST_CELLS = 1200
#: As many incidents as may lie on one spot without a glow: one or two reports could point at a person.
_SILENT_INCIDENTS = 2
#: Opacity (0..255) of the faintest and the strongest shade: a projector is paler than a desk's screen, so more than on
#: the canvas; the legend's bar is as opaque.
_FAINT, _STRONG = 130, 240
#: Against rounding.
_CLEARLY = 1.001
#: Of the 255 shades of a picture, from 0.
_LAST = 254
#: Bytes that rows of a picture begin on.
_ALIGNED = 4


@dataclass(frozen=True)
class DensityPictures:
    """PNGs with alpha by ``now``, ``before``, ``difference`` and the keys of the plan's choices; of the same ground."""

    #: West, south, east, north.
    bounds: tuple[float, float, float, float]
    pictures: Mapping[str, bytes]


def draw_densities(plan: PackagePlan) -> DensityPictures:
    """Both periods as rates on one scale, what has become more and fewer, and each choice on a scale of its own.

    No pictures without incidents.
    """
    if len(plan.points) + len(plan.points_before) == 0:
        return DensityPictures(plan.extent, {})
    now, before = (
        _grid(points, plan).per_30_days(period.days)
        for points, period in ((plan.points, plan.period), (plan.points_before, plan.comparison.before))
    )
    rows, columns = now.values.shape
    west, north, size = now.x_min, now.y_max, now.cell_size
    change = difference(now, before)
    highest = density_breaks(now, before)[-1]
    pictures = {
        "now": level_picture(now, highest, _silent(now)),
        "before": level_picture(before, highest, _silent(before)),
        "difference": _change(change, density_breaks(change)[-1]),
    }
    for choice in plan.density_choices:
        grid = _grid(choice.points, plan)
        pictures[choice.key] = level_picture(grid, density_breaks(grid)[-1], _silent(grid))
    return DensityPictures((west, north - rows * size, west + columns * size, north), pictures)


def _grid(points: PointSet, plan: PackagePlan) -> DensityGrid:
    wide = plan.extent[2] - plan.extent[0]
    parameters = DensityParameters(plan.bandwidth, min(plan.bandwidth, max(_LEAST_CELL, wide / _MOST_CELLS)))
    return density(points.x, points.y, parameters, SilentFeedback(), extent=plan.extent)


def level_picture(grid: DensityGrid, highest: float, silent: float) -> bytes:
    """The grid from nothing to ``highest`` as a PNG; transparent where it is not above ``silent``."""
    return _picture(grid.values.astype(np.float64) / highest, grid.values > silent, _heat_table())


def _change(grid: DensityGrid, largest: float) -> bytes:
    share = 0.5 + grid.values.astype(np.float64) / largest / 2
    return _picture(share, np.abs(grid.values) > _silent(grid), _change_table())


def _silent(grid: DensityGrid) -> float:
    return _SILENT_INCIDENTS * grid.one_incident * _CLEARLY


def _heat_table() -> list[int]:
    """Fainter where less happens."""
    return [_shade(heat_ramp(), number, number / _LAST) for number in range(_LAST + 1)]


def _change_table() -> list[int]:
    """Fainter where less has changed; the middle is no change."""
    return [_shade(change_ramp(), number, abs(2 * number / _LAST - 1)) for number in range(_LAST + 1)]


def _shade(ramp: QgsColorRamp, number: int, strength: float) -> int:
    """Colour ``number`` of the table as ARGB, as opaque as ``strength`` (0..1)."""
    alpha = int(_FAINT + (_STRONG - _FAINT) * strength)
    return int(ramp.color(number / _LAST).rgb()) & 0xFFFFFF | alpha << 24


def _picture(share: FloatArray, shown: BoolArray, table: Sequence[int]) -> bytes:
    """``share`` (0..1) in the colours of the table, nothing where not ``shown``.

    One byte a pixel: a table of colours is smaller than colours, and the page holds many pictures.
    """
    number = np.clip(np.rint(share * _LAST), 0, _LAST).astype(np.uint8)
    # The first colour of the table is nothing at all.
    rows, columns = number.shape
    pixels = np.zeros((rows, -(-columns // _ALIGNED) * _ALIGNED), dtype=np.uint8)
    pixels[:, :columns] = np.where(shown, number + np.uint8(1), 0)
    held = pixels.tobytes()
    image = QImage(held, columns, rows, pixels.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable([0, *table])
    return png(image)
