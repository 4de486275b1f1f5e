# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells make one place?

A busy spot makes every cell around it hot, as far as the neighbourhood reaches: the hot cells say that there is a
place, and the peaks of the density say where it is. From each hot cell the way leads up to a peak, always to the
densest cell of the neighbourhood. The place is what lies round the peak, down to halfway between it and the mean of the
study cells; where peaks are joined, the lowest says how far down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.neighbourhood import neighbour_sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.neighbourhood import Neighbourhood
    from est_plugin.analysis.study import StudyCells

#: A place ends where the density has fallen by this share of the way from its peak to the mean.
_FALL = 0.5


@dataclass(frozen=True, eq=False)
class CellGroup:
    """The cells of one place, as positions in the flattened window of the study cells."""

    study: StudyCells
    members: IntArray
    #: The hot cells from which the way leads up to this place; some may lie just outside it.
    hot: IntArray

    @property
    def polygon(self) -> BaseGeometry:
        """The cells as one; worked out when asked for, since few of many groups are drawn."""
        return shapely.coverage_union_all(self.study.grid.polygons(*self.study.cells(self.members)))


def group_cells(study: StudyCells, counts: IntArray, hot: BoolArray) -> tuple[CellGroup, ...]:
    """The places of the ``hot`` cells; ``counts`` and ``hot`` are (ni, nj), 0 and false outside the study cells.

    The peaks of two places are farther apart than the neighbourhood's distance. Where the valley between two is not
    deeper than the standard error of the lower peak, they are one place. A place hangs together; squares that meet in
    a corner give a multipolygon. It may hold cells that are not hot: the exact test does not call a square hot where
    everything happens with nothing around it, but no one would draw the place without it.

    In the months of ``HotspotParameters`` (6.8 planted places, of which a person sees some five as peaks on the heat
    map) this gives 5.2 places of 4.5 ha. They hold 6.2 of the planted ones, as one place in five holds two that lie
    250 m apart; none holds none. To join hot cells that touch would give fewer and larger places with every wider
    neighbourhood: 1.7 places of 30 ha with hexagons of 200 m.
    """
    terrain = _Terrain(study, counts)
    hot_cells = np.flatnonzero(hot)
    if hot_cells.size == 0:
        return ()
    peak_of_hot = terrain.climb(hot_cells)
    edge = terrain.edge(peak_of_hot)
    cells = np.flatnonzero(terrain.density >= edge.min())
    peak_of_cell = terrain.climb(cells)
    joined = terrain.join(cells, peak_of_cell)
    peak_of_cell, peak_of_hot = (
        np.array([joined[peak] for peak in peaks.tolist()]) for peaks in (peak_of_cell, peak_of_hot)
    )
    groups = []
    for peak in np.unique(peak_of_hot).tolist():
        is_own = peak_of_hot == peak
        inside = cells[(peak_of_cell == peak) & (terrain.density[cells] >= edge[is_own].min())]
        members = terrain.connected(peak, inside)
        groups.append(CellGroup(study, members, hot_cells[is_own]))
    return tuple(groups)


class _Terrain:
    """The density of the incidents at the study cells' centres, to be walked over; cells are flat positions."""

    def __init__(self, study: StudyCells, counts: IntArray) -> None:
        columns = study.inside.shape[1]
        self._counts = counts.ravel()
        self._touching = np.array([di * columns + dj for di, dj in study.grid.neighbours])
        self._steps, self._weights = _kernel(study.neighbourhood, columns)
        #: Incidents, weighted by the quartic kernel with the neighbourhood's distance as bandwidth (1 at the centre).
        self.density = np.where(study.inside, _density(counts, study.neighbourhood), 0.0).ravel()
        self._mean = float(self.density.sum()) / max(int(np.count_nonzero(study.inside)), 1)
        #: 0 is the densest cell; of equals the first in the window.
        self._rank = np.full(self.density.size, self.density.size, dtype=np.int64)
        land = np.flatnonzero(self.density)
        self._rank[land[np.argsort(-self.density[land], kind="stable")]] = np.arange(land.size)

    def climb(self, cells: IntArray) -> IntArray:
        """The peak that the way from each of ``cells`` ends on."""
        while True:
            within = cells[:, np.newaxis] + self._steps
            higher = within[np.arange(cells.size), self._rank[within].argmin(axis=1)]
            if np.array_equal(higher, cells):
                return cells
            cells = higher

    def edge(self, peaks: IntArray) -> FloatArray:
        """The density at which a place with this peak ends."""
        top = self.density[peaks]
        lowest: FloatArray = np.minimum(top, top - _FALL * (top - self._mean))
        return lowest

    def join(self, cells: IntArray, peak_of_cell: IntArray) -> dict[int, int]:
        """For each peak of ``cells`` the one that stands for it: itself, or a higher one that no true valley parts."""
        stands_for = {peak: peak for peak in np.unique(peak_of_cell).tolist()}
        for level, one, other in self._passes(cells, peak_of_cell):
            high, low = sorted((stands_for[one], stands_for[other]), key=lambda peak: self._rank[peak])
            error = math.sqrt(self._counts[low + self._steps] @ self._weights**2)
            if high != low and self.density[low] - level <= error:
                stands_for |= {peak: high for peak, top in stands_for.items() if top == low}
        return stands_for

    def _passes(self, cells: IntArray, peak_of_cell: IntArray) -> Iterator[tuple[float, int, int]]:
        """The highest way between each two peaks whose cells touch, the highest first: its level and the peaks."""
        peak = np.full(self.density.size, -1, dtype=np.int64)
        peak[cells] = peak_of_cell
        highest: dict[tuple[int, int], float] = {}
        for step in self._touching:
            other = peak[cells + step]
            levels = np.minimum(self.density[cells], self.density[cells + step])
            border = (other >= 0) & (other > peak_of_cell)
            for pair, level in zip(
                zip(peak_of_cell[border].tolist(), other[border].tolist(), strict=True),
                levels[border].tolist(),
                strict=True,
            ):
                highest[pair] = max(level, highest.get(pair, -math.inf))
        for (one, two), level in sorted(highest.items(), key=lambda item: (-item[1], item[0])):
            yield level, one, two

    def connected(self, start: int, cells: IntArray) -> IntArray:
        """Those of ``cells`` that can be reached from ``start`` over touching ones, in order."""
        waiting = set(cells.tolist()) - {start}
        reached = [start]
        for cell in reached:
            near = waiting.intersection((cell + self._touching).tolist())
            waiting -= near
            reached.extend(near)
        return np.sort(np.array(reached))


def _kernel(neighbourhood: Neighbourhood, columns: int) -> tuple[IntArray, FloatArray]:
    """Steps in the flattened window to a cell itself and to its neighbours, and the kernel's weight there, 1 at 0."""
    shells = ((0.0, ((0, 0),)), *neighbourhood.shells)
    steps = np.array([di * columns + dj for _, shell in shells for di, dj in shell])
    return steps, _weights(neighbourhood, [metres for metres, shell in shells for _ in shell])


def _weights(neighbourhood: Neighbourhood, metres: list[float]) -> FloatArray:
    weights = Kernel.QUARTIC.weight(np.array([0.0, *metres]), neighbourhood.distance)
    return weights[1:] / weights[0]


def _density(counts: IntArray, neighbourhood: Neighbourhood) -> FloatArray:
    """Weighted counts (ni, nj). Cells that lie equally far away are summed first, so that equal cells stay equal."""
    weights = _weights(neighbourhood, [metres for metres, _ in neighbourhood.shells])
    density = counts.astype(np.float64)
    for (_, offsets), weight in zip(neighbourhood.shells, weights.tolist(), strict=True):
        density += weight * neighbour_sums(counts, offsets)
    return density
