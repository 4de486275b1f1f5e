# SPDX-License-Identifier: GPL-2.0-or-later
"""How often would chance give a cell neighbours with as many incidents as it has?

The null: the counts as they are, on any cells. Given a cell's own count, the counts of its k neighbours are a draw
without replacement from the other n - 1 counts. The distribution of their sum is exact, without simulation: in

    G(t, u) = product over all counts c of (1 + u t^c)

the coefficient of u^k t^s is the number of ways to draw k counts with the sum s. Dividing by (1 + u t^a) takes out the
cell's own count a. The sum axis ends at the largest observed sum; its last bin holds all sums from there on, which
leaves the upper tail exact. Unlike 999 simulated permutations this has no smallest p of 0.001, and ties count as >=.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: Neighbour sums from here on are computed from coarser counts: it bounds the length of the sum axis.
MAX_EXACT_SUM = 8192


@dataclass(frozen=True, eq=False)
class PermutationTest:
    """p-values of m cells."""

    #: P(neighbour sum >= observed), float64 (m).
    p: FloatArray
    #: Where ``p`` is exact; elsewhere it is a bound from above, so that too little is found rather than too much.
    is_exact: BoolArray


def permutation_test(population: IntArray, own: IntArray, neighbours: IntArray, observed: IntArray) -> PermutationTest:
    """Upper-tail conditional permutation p of m cells among the n cells of ``population``.

    ``population`` (n) holds the counts of all study cells; ``own``, ``neighbours`` and ``observed`` (m) the tested
    cells' own count, their number of neighbours in the study cells and the sum of the neighbours' counts.

    Observed sums of ``MAX_EXACT_SUM`` or more are tested with all counts divided by a step and rounded up, and the
    observed sum rounded down. A drawn sum that reaches the observed one still does so then: p can only grow.
    """
    is_exact = observed < MAX_EXACT_SUM
    p = np.ones(observed.size)
    for rows, step in ((is_exact, 1), (~is_exact, -(-int(observed.max(initial=0)) // (MAX_EXACT_SUM - 1)))):
        if rows.any():
            coarse = -(-population // step)
            p[rows] = _upper_tail(coarse, -(-own[rows] // step), neighbours[rows], observed[rows] // step)
    return PermutationTest(p, is_exact)


def _upper_tail(population: IntArray, own: IntArray, neighbours: IntArray, observed: IntArray) -> FloatArray:
    """P(neighbour sum >= observed) for each tested cell (m)."""
    n = population.size
    last = int(observed.max())
    draws = int(neighbours.max())
    chance = _chance_of_sums(np.minimum(population, last), draws, last)
    p = np.ones(own.size)
    own = np.minimum(own, last)
    for value in np.unique(own).tolist():
        rows = np.flatnonzero(own == value)
        without_own = _take_out(chance, value, n)
        tail = np.cumsum(without_own[:, ::-1], axis=1)[:, ::-1]
        p[rows] = tail[neighbours[rows], observed[rows]]
    # The observed neighbours are one of the equally likely draws, so no p is smaller; rounding may say otherwise.
    smallest = np.array([1 / math.comb(n - 1, k) for k in range(draws + 1)])
    return np.clip(p, smallest[neighbours], 1.0)


def _chance_of_sums(population: IntArray, draws: int, last: int) -> FloatArray:
    """P(k counts drawn from ``population`` sum to s), (draws + 1, last + 1). All terms are positive."""
    ways = np.zeros((draws + 1, last + 1))
    ways[0, 0] = 1.0
    values, times = np.unique(population, return_counts=True)
    for value, available in zip(values.tolist(), times.tolist(), strict=True):
        for k in range(draws, 0, -1):
            for taken in range(1, min(k, available) + 1):
                ways[k] += float(math.comb(available, taken)) * _moved(ways[k - taken], min(taken * value, last))
    totals = [math.comb(population.size, k) for k in range(draws + 1)]
    return ways / np.array(totals, dtype=np.float64)[:, np.newaxis]


def _take_out(chance: FloatArray, own: int, n: int) -> FloatArray:
    """The chances when one of the n counts, ``own``, cannot be drawn: division of G by (1 + u t^own).

    A draw of k from n leaves ``own`` out with chance (n - k) / n. The absolute error is that of double precision.
    """
    without = np.zeros_like(chance)
    without[0] = chance[0]
    for k in range(1, chance.shape[0]):
        without[k] = (n * chance[k] - k * _moved(without[k - 1], own)) / (n - k)
    return np.maximum(without, 0.0)


def _moved(row: FloatArray, amount: int) -> FloatArray:
    """Sums ``amount`` larger, 0 <= amount < row.size; what passes the end gathers in the last bin."""
    kept = row.size - amount
    moved = np.zeros_like(row)
    moved[amount:] = row[:kept]
    moved[-1] += row[kept:].sum()
    return moved
