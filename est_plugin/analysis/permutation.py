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
    population, own = np.minimum(population, last), np.minimum(own, last)
    # The division below keeps its precision as long as a draw takes at most half of the counts.
    divides = 2 * draws <= n
    tails = np.cumsum(_chance_of_sums(population, draws, last)[:, ::-1], axis=1)[:, ::-1] if divides else None
    p = np.ones(own.size)
    for value in np.unique(own).tolist():
        rows = np.flatnonzero(own == value)
        if tails is None:
            others = np.delete(population, np.flatnonzero(population == value)[0])
            without_own = np.cumsum(_chance_of_sums(others, draws, last)[:, ::-1], axis=1)[:, ::-1]
        else:
            without_own = _take_out(tails, value, n, int(observed[rows].max()))
        p[rows] = without_own[neighbours[rows], observed[rows]]
    # The observed neighbours are one of the equally likely draws, so no p is smaller; rounding may say otherwise.
    smallest = np.array([1 / math.comb(n - 1, k) for k in range(draws + 1)])
    return np.clip(p, smallest[neighbours], 1.0)


def _chance_of_sums(population: IntArray, draws: int, last: int) -> FloatArray:
    """P(k counts drawn from ``population`` sum to s), (draws + 1, last + 1). All terms are positive.

    The counts go in from the smallest up, each value with all its cells at once, so that the sums in use grow slowly.
    """
    # The numbers of ways outgrow floating point. Counting u as 2**bits keeps them near 1, and costs no precision.
    bits = max(0, round(math.log2(math.e * population.size / max(draws, 1))))
    ways = np.zeros((draws + 1, last + 1))
    ways[0, 0] = 1.0
    used = 1
    for value, available in zip(*(part.tolist() for part in np.unique(population, return_counts=True)), strict=True):
        before = ways[:, :used].copy()
        for taken in range(1, min(draws, available) + 1):
            share = math.comb(available, taken) / (1 << bits * taken)
            _add_moved(ways[taken:], share * before[:-taken], min(taken * value, last))
        used = min(used + draws * value, last + 1)
    totals = [math.comb(population.size, k) / (1 << bits * k) for k in range(draws + 1)]
    return ways / np.maximum(totals, np.finfo(np.float64).tiny)[:, np.newaxis]


def _add_moved(ways: FloatArray, more: FloatArray, amount: int) -> None:
    """Add ``more`` to ``ways``, ``amount`` further along the sums; what passes the end gathers in the last bin."""
    kept = min(more.shape[1], ways.shape[1] - amount)
    ways[:, amount : amount + kept] += more[:, :kept]
    if kept < more.shape[1]:
        ways[:, -1] += more[:, kept:].sum(axis=1)


def _take_out(tails: FloatArray, own: int, n: int, last: int) -> FloatArray:
    """P(sum >= s), s = 0..``last``, when one of the n counts, ``own``, cannot be drawn: division of G by (1 + u t^own).

    A draw of k from n leaves ``own`` out with chance (n - k) / n. The absolute error is that of double precision.
    """
    without = np.ones((tails.shape[0], last + 1))
    without[0] = tails[0, : last + 1]
    shifted = np.ones(last + 1)
    for k in range(1, tails.shape[0]):
        shifted[own:] = without[k - 1, : max(last + 1 - own, 0)]
        without[k] = (n * tails[k, : last + 1] - k * shifted) / (n - k)
    return np.maximum(without, 0.0)
