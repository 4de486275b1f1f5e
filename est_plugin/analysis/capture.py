# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie on the cells that a map puts first?

All maps get the same share of the area, to a fraction of a cell. Cells that a map cannot tell apart share what is left
of it when their turn comes: it is as if they were drawn by lot, and the hits are the mean of all such draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.proportion import ShareInterval, score_interval

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray


@dataclass(frozen=True)
class AreaHits:
    """What a share of the area caught, and the measures made of it."""

    #: Share of the study area, a / A.
    area: float
    #: Incidents of the tested period there, n; a mean where tied cells are shared.
    hits: float
    #: Incidents of the tested period in the study area, N.
    incidents: int
    #: The most that any choice of as many cells could have caught, n*.
    most: float
    #: Incidents of the earlier period there, and in the study area.
    hits_before: float
    incidents_before: int

    @property
    def hit_rate(self) -> ShareInterval:
        """n / N with Wilson's interval, as if the incidents came independently of each other."""
        return score_interval(self.hits, self.incidents)

    @property
    def pai(self) -> float:
        """Predictive accuracy index (n / N) / (a / A): 1 is chance. Chainey, Tompson & Uhlig 2008."""
        return self.hits / self.incidents / self.area

    @property
    def pei(self) -> float:
        """Predictive efficiency index n / n*: 1 is the best that can be had. Hunt 2016."""
        return self.hits / self.most

    @property
    def rri(self) -> float | None:
        """Recapture rate index (n / n before) / (N / N before): 1 keeps its share; None without n before. Levine."""
        if not self.hits_before:
            return None
        return self.hits / self.hits_before / (self.incidents / self.incidents_before)


@dataclass(frozen=True, eq=False)
class RankedCells:
    """The order in which a map takes m cells; equal scores are tied."""

    #: Number of each cell's group of ties, 0 = taken first (m).
    group: IntArray
    #: Cells in each group (g).
    size: IntArray

    @classmethod
    def by(cls, score: FloatArray) -> RankedCells:
        """The largest ``score`` (m) first."""
        _, group, size = np.unique(-score, return_inverse=True, return_counts=True)
        return cls(group, size)

    @classmethod
    def first_by(cls, first: FloatArray, then: FloatArray) -> RankedCells:
        """The largest ``first`` (m) first, and where it is equal the largest ``then`` (m)."""
        order = np.lexsort((-then, -first))
        is_new = np.ones(order.size, dtype=np.bool_)
        is_new[1:] = (first[order][1:] != first[order][:-1]) | (then[order][1:] != then[order][:-1])
        group = np.empty(order.size, dtype=np.int64)
        group[order] = np.cumsum(is_new) - 1
        return cls(group, np.bincount(group))

    def taken(self, area: float) -> FloatArray:
        """Share of each cell that is taken, 0..1 (m), when a share ``area`` of all cells is."""
        before = np.cumsum(self.size) - self.size
        share = np.clip((area * self.group.size - before) / self.size, 0.0, 1.0)
        return np.asarray(share[self.group])

    def caught(self, counts: IntArray, areas: FloatArray) -> FloatArray:
        """Incidents of ``counts`` (m) on each share of the cells in ``areas`` (k)."""
        cells = np.concatenate(([0], np.cumsum(self.size)))
        incidents = np.concatenate(([0.0], np.cumsum(np.bincount(self.group, counts))))
        return np.interp(areas * self.group.size, cells, incidents)

    def hits(self, area: float, tested: IntArray, before: IntArray) -> AreaHits:
        """What a share ``area`` of the cells caught of ``tested`` (m), chosen knowing ``before`` (m)."""
        one = np.array([area])
        return AreaHits(
            area=area,
            hits=float(self.caught(tested, one)[0]),
            incidents=int(tested.sum()),
            most=float(RankedCells.by(tested.astype(np.float64)).caught(tested, one)[0]),
            hits_before=float(self.caught(before, one)[0]),
            incidents_before=int(before.sum()),
        )


def chance_of_difference(difference: FloatArray, draws: int, seed: int) -> float:
    """Two-sided p that two maps catch so unequally, if it is even odds in each cell which of them it favours.

    ``difference`` (m) is how many incidents of each cell one map catches beyond the other. Signs are drawn by cell, not
    by incident, because the incidents of a cell come together. Monte Carlo, the observed signs counted among the draws.
    """
    weight = np.abs(difference[difference != 0])
    if weight.size == 0:
        return 1.0
    chance = np.random.default_rng(seed)
    observed = abs(float(difference.sum()))
    sums = np.array([weight @ (2 * chance.integers(0, 2, weight.size) - 1) for _ in range(draws)])
    # Sums that differ only by rounding count as equal.
    at_least = int(np.count_nonzero(np.abs(sums) >= observed - 1e-9 * weight.sum()))
    return (at_least + 1) / (draws + 1)
