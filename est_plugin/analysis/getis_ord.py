# SPDX-License-Identifier: GPL-2.0-or-later
"""How much do a cell and its neighbours deviate from the mean? (Getis-Ord Gi*.)

Counts stand on a dense lattice: an array (rows of i, columns of j), with a mask that is true in the study cells.
"""

from __future__ import annotations

import importlib.util
import math
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.neighbourhood import neighbour_sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray


def gi_star(counts: IntArray, study: BoolArray, neighbours: Sequence[tuple[int, int]]) -> FloatArray:
    """Gi* as a z-score for every study cell, float64 (ni, nj); NaN outside the study cells.

    With W the number of study cells among the cell and its neighbours, and mean and standard deviation s (divisor n)
    over the n study cells:

        z = (sum of the counts in those W cells - mean W) / (s sqrt((n W - W²) / (n - 1)))

    A cell at the edge has its own, smaller W. Where all counts are equal or W = n nothing deviates: z = 0.
    Source: Ord and Getis 1995, Geographical Analysis 27(4), equation 14 with binary weights.
    """
    inside = np.where(study, counts, 0).astype(np.int64)
    member = study.astype(np.int64)
    n = int(member.sum())
    mean = inside.sum() / max(n, 1)
    spread = math.sqrt(np.square(counts[study] - mean).sum() / max(n, 1))
    cells = member + neighbour_sums(member, neighbours)
    excess = inside + neighbour_sums(inside, neighbours) - mean * cells
    expected = spread * np.sqrt(cells * (n - cells) / max(n - 1, 1))
    z = np.divide(excess, expected, out=np.zeros(counts.shape), where=study & (expected > 0))
    return np.where(study, z, np.nan)


def two_sided_p(z: FloatArray) -> FloatArray:
    """P(|Z| >= |z|) of the standard normal distribution, for each element of ``z`` (m)."""
    x = np.abs(z) / math.sqrt(2)
    if importlib.util.find_spec("scipy") is not None:
        p: FloatArray = importlib.import_module("scipy.special").erfc(x)
        return p
    return erfc_of_few(x)


def erfc_of_few(x: FloatArray) -> FloatArray:
    """The complementary error function of many numbers with few different values, as sums of counts give; no scipy."""
    values, value_of_cell = np.unique(x, return_inverse=True)
    return np.fromiter(map(math.erfc, values), dtype=np.float64, count=values.size)[value_of_cell]
