# SPDX-License-Identifier: GPL-2.0-or-later
"""How has the density changed from one period to the other, also where there are few incidents?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.density_grid import DensityKind, DensityUnit
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.analysis.density_grid import DensityGrid

#: A ratio is told where one of the periods has the density of at least so many incidents on one spot.
LEAST_INCIDENTS = 3


def difference(now: DensityGrid, before: DensityGrid) -> DensityGrid:
    """``now`` minus ``before``, in their unit: above 0 where there is more now. NaN where one of them says nothing.

    Raises InputError unless both are densities of the same pixels in the same unit; give periods of different length
    as rates (``DensityGrid.per_30_days``).
    """
    first, second = _comparable(now, before)
    return replace(
        now,
        values=(first - second).astype(np.float32),
        one_incident=max(now.one_incident, before.one_incident),
        kind=DensityKind.DIFFERENCE,
    )


def shrunk_ratio(now: DensityGrid, before: DensityGrid, *, constant: float | None = None) -> DensityGrid:
    """(now + k) / (before + k): how many times as many there are now, drawn to 1 where there are few.

    k is ``constant``, or by default what one incident adds at most to a pixel, in the period in which that is more:
    as if one incident more had happened everywhere in both periods. So 1 incident after none gives at most 2 and never
    infinity, while 100 after 50 give nearly 2. Where both periods lie under ``LEAST_INCIDENTS`` times that height the
    ratio would be that of one or two incidents: NaN there, and where one of them says nothing.

    Raises InputError as ``difference`` does, and unless k is above 0.
    """
    first, second = _comparable(now, before)
    one = max(now.one_incident, before.one_incident)
    k = one if constant is None else constant
    if not 0 < k < np.inf:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No ratio of two periods can be given."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The constant that both are raised by is {constant}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give one above 0."),
            constant=k,
        )
    # A pixel of few is no news; NaN compares as false and stays NaN.
    enough = (first >= LEAST_INCIDENTS * one) | (second >= LEAST_INCIDENTS * one)
    ratio = np.where(enough, (first + k) / (second + k), np.nan)
    return replace(
        now,
        values=ratio.astype(np.float32),
        one_incident=0.0,
        unit=DensityUnit.TIMES,
        kind=DensityKind.RATIO,
        parameters=(*now.parameters, (QT_TRANSLATE_NOOP("est_plugin", "Added to both periods (k)"), k)),
    )


def _comparable(now: DensityGrid, before: DensityGrid) -> tuple[FloatArray, FloatArray]:
    """The values in double precision."""
    places = ((grid.x_min, grid.y_max, grid.cell_size, grid.values.shape) for grid in (now, before))
    if len(set(places)) > 1 or now.unit != before.unit or {now.kind, before.kind} != {DensityKind.LEVEL}:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The two densities cannot be compared."),
            why=QT_TRANSLATE_NOOP("est_plugin", "They differ in their pixels or in their unit."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Make both over the same area, with the same pixels and unit."),
        )
    return now.values.astype(np.float64), before.values.astype(np.float64)
