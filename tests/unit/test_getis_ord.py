# SPDX-License-Identifier: GPL-2.0-or-later
"""Gi*: equal to the formula written out cell by cell."""

from __future__ import annotations

import math

import numpy as np
import pytest

from est_plugin.analysis.getis_ord import erfc_of_few, gi_star, two_sided_p
from est_plugin.analysis.grid import HexagonGrid, SquareGrid
from est_plugin.analysis.neighbourhood import Neighbourhood

GRIDS = [HexagonGrid(100.0), SquareGrid(100.0)]


def written_out(counts, study, neighbours):
    """The Gi* of analysis.md 1.2, one cell and one neighbour at a time."""
    x = {(i, j): float(counts[i, j]) for i, j in np.argwhere(study).tolist()}
    n = len(x)
    mean = sum(x.values()) / n
    s = math.sqrt(sum(value**2 for value in x.values()) / n - mean**2)
    z = np.full(counts.shape, np.nan)
    for i, j in x:
        members = [(i + di, j + dj) for di, dj in [(0, 0), *neighbours] if (i + di, j + dj) in x]
        w = s1 = len(members)
        z[i, j] = (sum(x[cell] for cell in members) - mean * w) / (s * math.sqrt((n * s1 - w**2) / (n - 1)))
    return z


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
@pytest.mark.parametrize("holes", [False, True])
@pytest.mark.parametrize("distance", [150.0, 250.0])
def test_it_equals_the_formula_written_out(grid, holes, distance):
    rng = np.random.default_rng(3006)
    counts = rng.negative_binomial(0.3, 0.1, (17, 23))
    study = rng.random(counts.shape) < 0.8 if holes else np.ones(counts.shape, bool)
    offsets = Neighbourhood.within(grid, distance).offsets
    z = gi_star(counts, study, offsets)
    np.testing.assert_allclose(z, written_out(counts, study, offsets), rtol=0, atol=1e-9)


@pytest.mark.parametrize("shape", [(0, 0), (1, 1), (1, 2), (5, 5)])
def test_equal_counts_deviate_nowhere(shape):
    z = gi_star(np.full(shape, 3), np.ones(shape, bool), SquareGrid(1.0).neighbours)
    assert z.shape == shape
    assert (z == 0).all()


def test_a_cell_that_sees_all_cells_cannot_deviate():
    z = gi_star(np.array([[9, 0, 0]]), np.ones((1, 3), bool), SquareGrid(1.0).neighbours)
    assert z[0, 1] == 0
    assert z[0, 0] > 0 > z[0, 2]


def test_the_normal_p_has_both_tails():
    p = two_sided_p(np.array([0.0, 1.959963984540054, -1.959963984540054, 3.290526731491926]))
    np.testing.assert_allclose(p, [1.0, 0.05, 0.05, 0.001], rtol=1e-9)


def test_with_and_without_scipy_p_is_the_same():
    z = np.repeat(np.linspace(-9, 9, 400), 2)
    np.testing.assert_allclose(erfc_of_few(np.abs(z) / math.sqrt(2)), two_sided_p(z), rtol=1e-12)
