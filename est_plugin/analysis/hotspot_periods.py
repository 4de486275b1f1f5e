# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells were hot in which of several periods, in one answer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.cell_test import evaluate_periods
from est_plugin.analysis.counted_incidents import count_periods
from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.study_counts import StudyCounts, none_in_area, study_of
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
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
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No hotspots can be looked for."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There are no incidents in the selection."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
        )
    study = study_of(counted, parameters.neighbourhood, study_area)
    maps = [StudyCounts(study, period).counts for period in counted]
    if not any(counts.any() for counts in maps):
        raise none_in_area(sum(int(period.count.sum()) for period in counted))
    step(feedback, 0.5)
    tests = evaluate_periods(maps, study, parameters.significance, parameters.alpha, parameters.correction)
    position = np.flatnonzero(sum(maps, np.zeros_like(maps[0])))
    cube = np.ones((4, len(maps), position.size))
    for number, test in enumerate(tests):
        cube[0, number] = test.z[position]
        here = np.searchsorted(position, test.position)
        cube[1, number, here], cube[2, number, here], cube[3, number] = test.cells.p, test.cells.q, 0
        cube[3, number, here] = test.cells.hot
    step(feedback, 1.0)
    i, j = study.cells(position)
    return PeriodCube(
        grid=study.grid,
        i=i,
        j=j,
        count=np.stack([counts.ravel()[position] for counts in maps]),
        z=cube[0],
        p=cube[1],
        q=cube[2],
        hot=cube[3].astype(np.bool_),
        study=study.rule,
        cells=int(np.count_nonzero(study.inside)),
        tests=tests[0].tests,
    )
