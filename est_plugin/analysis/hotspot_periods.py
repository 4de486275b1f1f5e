# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells were hot in which of several periods, in one answer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.cell_test import CellTest, evaluate_periods
from est_plugin.analysis.counted_incidents import count_periods
from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.study_counts import StudyCounts, none_chosen, none_in_area, study_of
from est_plugin.feedback import Feedback, step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, GeometryArray, IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.study import StudyRule


@dataclass(frozen=True, eq=False)
class PeriodCube:
    """T periods by m cells: those that hold incidents in at least one period, in the order of (i, j).

    All periods share the same n study cells; the n - m others never hold an incident and are never hot.
    """

    grid: Grid
    i: IntArray
    j: IntArray
    #: Incidents (T, m), int64.
    count: IntArray
    #: Gi* (T, m), float64, never NaN: each period against its own mean and spread over the n study cells. 0 for all
    #: cells of a period without incidents.
    z: FloatArray
    #: p, and p adjusted for all tests of all periods (T, m), never NaN. Exact: upper tail, given the cell's own count;
    #: classic: two-sided. 1 for a cell without incidents in the period, which cannot be hot then.
    p: FloatArray
    q: FloatArray
    #: q <= alpha and z > 0 (T, m); never for a cell without incidents in that period.
    hot: BoolArray
    study: StudyRule
    #: Study cells, n.
    cells: int
    #: Tests of all periods that were corrected for together.
    tests: int

    def polygons(self) -> GeometryArray:
        """The cells as shapely polygons (m)."""
        return self.grid.polygons(self.i, self.j)


def evaluate(
    periods: Sequence[PointSet],
    parameters: HotspotParameters,
    feedback: Feedback,
    *,
    study_area: BaseGeometry | None = None,
) -> PeriodCube:
    """Test the maps of ``periods`` (the oldest first; of equal length, in one CRS) together.

    The correction holds the share of false finds among the finds of all periods: beside busy periods, a calm one may
    show a find that it would not show alone.

    Raises InputError if there are no incidents in any of them, or the grid has too few or too many cells;
    CancelledError.
    """
    grid = make_grid(parameters.grid, parameters.cell_size)
    counted = count_periods(periods, grid, include_stacks=parameters.include_stacks)
    step(feedback, 0.3)
    if not any(period.count.size for period in counted):
        raise none_chosen()
    study = study_of(counted, parameters.neighbourhood, study_area)
    maps = [StudyCounts(study, period).counts for period in counted]
    if not any(counts.any() for counts in maps):
        raise none_in_area(sum(int(period.count.sum()) for period in counted))
    step(feedback, 0.5)
    tests = evaluate_periods(maps, study, parameters.significance, parameters.alpha, parameters.correction)
    position = np.flatnonzero(sum(maps, np.zeros_like(maps[0])))
    p, q, hot = _aligned(tests, position)
    step(feedback, 1.0)
    i, j = study.cells(position)
    return PeriodCube(
        grid=study.grid,
        i=i,
        j=j,
        count=np.stack([counts.ravel()[position] for counts in maps]),
        z=np.stack([test.z[position] for test in tests]),
        p=p,
        q=q,
        hot=hot,
        study=study.rule,
        cells=int(np.count_nonzero(study.inside)),
        tests=tests[0].tests,
    )


def _aligned(tests: Sequence[CellTest], position: IntArray) -> tuple[FloatArray, FloatArray, BoolArray]:
    """p, q and hot (T, m) of the cells at ``position``, which holds those of every test and ascends."""
    p, q = np.ones((2, len(tests), position.size))
    hot = np.zeros(p.shape, dtype=np.bool_)
    for number, test in enumerate(tests):
        here = np.searchsorted(position, test.position)
        p[number, here], q[number, here], hot[number, here] = test.cells.p, test.cells.q, test.cells.hot
    return p, q, hot
