# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells are hot?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.getis_ord import gi_star, two_sided_p
from est_plugin.analysis.neighbourhood import neighbour_sums
from est_plugin.analysis.permutation import permutation_test

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, GeometryArray, IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.study import StudyCells


class Significance(StrEnum):
    """How the p-value of a cell is found."""

    #: Conditional permutation of the counts, exact, upper tail: right for counts.
    EXACT = "exact"
    #: Two-sided normal p of the Gi* z-score, as in ArcGIS: finds far too much in uneven counts; for comparison only.
    CLASSIC = "classic"


@dataclass(frozen=True, eq=False)
class CellResult:
    """The study cells that hold incidents, m of them, in the order of (i, j): arrays of length m."""

    grid: Grid
    i: IntArray
    j: IntArray
    count: IntArray
    #: Gi*.
    z: FloatArray
    p: FloatArray
    #: p adjusted for all tests.
    q: FloatArray
    #: Significant on the high side.
    hot: BoolArray

    def polygons(self) -> GeometryArray:
        """The cells as shapely polygons (m)."""
        return self.grid.polygons(self.i, self.j)


@dataclass(frozen=True, eq=False)
class CellTest:
    """The tested cells, and how many tests were made."""

    cells: CellResult
    #: Positions of the cells in the flattened window of the study cells (m).
    position: IntArray
    #: Tests that were corrected for together.
    tests: int
    #: Tests whose p is a bound from above, because the counts are very large (see ``permutation``).
    bounded_tests: int


def evaluate_cells(counts: IntArray, study: StudyCells, significance: Significance, alpha: float) -> CellTest:
    """Test the cells that hold incidents; ``counts`` (ni, nj) are those of the study's window, 0 outside the study.

    EXACT tests only cells with incidents, because only they can be called hot. The choice looks at nothing but a
    cell's own count, which the test holds fixed, so every p stays valid and fewer tests have to be corrected for.
    Counts shuffled over the cells (20 000 shuffles of each of six maps: 1 000 to 11 000 incidents, 3 600 or 14 400
    cells, variance 1 to 21 times the mean) give a find at alpha 0.05 in 2.4..4.5 % of the maps with 18 neighbours in
    hexagons, in 2.5..4.4 % with 20 in squares, and in at most 4.6 and 5.0 % with the 6 or 8 cells that touch (standard
    error 0.15): never significantly more than 5 %, least where the counts are small and p can take few values.
    CLASSIC tests all study cells, as ArcGIS does.
    """
    position = np.flatnonzero(counts)
    offsets = study.neighbourhood.offsets
    z = gi_star(counts, study.inside, offsets).ravel()
    if significance == Significance.EXACT:
        sums = neighbour_sums(counts, offsets).ravel()
        neighbours = neighbour_sums(study.inside.astype(np.int64), offsets).ravel()
        own = counts.ravel()[position]
        test = permutation_test(counts[study.inside], own, neighbours[position], sums[position])
        p, q = test.p, benjamini_hochberg(test.p)
        tests, bounded = position.size, int(np.count_nonzero(~test.is_exact))
    else:
        p_of_all = np.full(z.size, np.nan)
        q_of_all = p_of_all.copy()
        is_study = study.inside.ravel()
        p_of_all[is_study] = two_sided_p(z[is_study])
        q_of_all[is_study] = benjamini_hochberg(p_of_all[is_study])
        p, q = p_of_all[position], q_of_all[position]
        tests, bounded = int(np.count_nonzero(is_study)), 0
    i, j = study.cells(position)
    hot = (q <= alpha) & (z[position] > 0)
    cells = CellResult(study.grid, i, j, counts.ravel()[position], z[position], p, q, hot)
    return CellTest(cells, position, tests, bounded)
