# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the classes of a density's legend begin and end, so that two periods can be compared by colour?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.density_grid import DensityGrid

#: Classes above 0, of equal width.
_CLASSES = 5
#: The same for every ratio, in steps that weigh the same up and down.
_RATIO_BREAKS = (1 / 8, 1 / 4, 1 / 2, 2 / 3, 3 / 2, 2.0, 4.0, 8.0)
#: Widths of classes, times powers of ten.
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def density_breaks(*grids: DensityGrid) -> tuple[float, ...]:
    """Limits of the classes, ascending, outer ends included, for all ``grids`` together: one scale for all periods.

    Densities: six round numbers from 0 to the highest value or above. Differences: the same from 0 upwards and
    mirrored downwards; the class of no news lies between the two innermost, 0 is no limit. Ratios: always the same,
    from an eighth to eight times, log-symmetric about 1; values beyond belong to the outer classes.

    The width of a class is at least what one incident adds at most to a pixel, so a quiet month looks quiet.

    Raises InputError without a grid, or for grids that say different things or in different units.
    """
    if len({(grid.kind, grid.unit) for grid in grids}) != 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No common scale can be given."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The densities differ in their unit."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give densities of the same kind and unit."),
        )
    kind = grids[0].kind
    if kind == DensityKind.RATIO:
        return _RATIO_BREAKS
    largest = max((float(np.abs(grid.values[grid.known]).max()) for grid in grids if grid.known.any()), default=0.0)
    width = _round_up(max(largest / _CLASSES, *(grid.one_incident for grid in grids)))
    # Whole multiples, so that 3 * 0.1 reads 0.3.
    above = [float(f"{number * width:.12g}") for number in range(_CLASSES + 1)]
    if kind == DensityKind.LEVEL:
        return tuple(above)
    return tuple([-limit for limit in reversed(above[1:])] + above[1:])


def _round_up(value: float) -> float:
    """The next of 1, 2, 2.5 and 5 times a power of ten; 1 for 0."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    # Against the rounding of the division: 0.3 / 0.1 lies above 3.
    return next(step for step in _ROUND if step * power >= value * (1 - 1e-12)) * power
