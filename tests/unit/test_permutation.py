# SPDX-License-Identifier: GPL-2.0-or-later
"""The exact permutation p: equal to counting every draw, calibrated, and safe at large counts."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.getis_ord import gi_star, two_sided_p
from est_plugin.analysis.grid import HexagonGrid, SquareGrid
from est_plugin.analysis.neighbourhood import Neighbourhood, neighbour_sums
from est_plugin.analysis.permutation import MAX_EXACT_SUM, permutation_test

populations = st.lists(st.integers(0, 12), min_size=2, max_size=11)


def by_enumeration(population, own, k, observed):
    """Draw every set of k cells from the others and count those whose sum reaches the observed one."""
    others = list(population)
    others.remove(own)
    sums = [sum(draw) for draw in combinations(others, k)]
    return sum(value >= observed for value in sums) / len(sums)


def one_p(population, own, k, observed):
    test = permutation_test(*(np.atleast_1d(np.array(values, np.int64)) for values in (population, own, k, observed)))
    return test.p[0], bool(test.is_exact[0])


@given(data=st.data(), population=populations)
def test_it_equals_full_enumeration(data, population):
    own = data.draw(st.sampled_from(population))
    k = data.draw(st.integers(0, min(8, len(population) - 1)))
    others = list(population)
    others.remove(own)
    observed = sum(data.draw(st.permutations(others))[:k])
    p, is_exact = one_p(population, own, k, observed)
    assert is_exact
    assert p == pytest.approx(by_enumeration(population, own, k, observed), abs=1e-9)


def test_many_cells_in_one_call_equal_enumeration_cell_by_cell():
    rng = np.random.default_rng(7)
    population = rng.negative_binomial(0.4, 0.1, 14)
    own = population[rng.integers(0, 14, 40)]
    k = rng.integers(0, 7, 40)
    observed = np.array([rng.choice(population, size, replace=False).sum() for size in k])
    reachable = [by_enumeration(population, *cell) > 0 for cell in zip(own, k, observed, strict=True)]
    own, k, observed = own[reachable], k[reachable], observed[reachable]
    expected = [by_enumeration(population, *cell) for cell in zip(own, k, observed, strict=True)]
    np.testing.assert_allclose(permutation_test(population, own, k, observed).p, expected, atol=1e-9)


def test_ties_count_as_reached():
    assert one_p([0, 0, 0, 0, 0, 0, 0, 5], 5, 6, 0)[0] == pytest.approx(1.0)


def test_no_neighbours_prove_nothing():
    assert one_p([3, 4, 5], 4, 0, 0)[0] == 1.0


def test_the_rarest_draw_has_the_smallest_possible_p():
    population = [50, 40, 30, 20] + [0] * 996
    assert one_p(population, 50, 3, 90)[0] == pytest.approx(1 / (999 * 998 * 997 / 6), rel=1e-6)


@given(data=st.data(), population=st.lists(st.integers(0, 60_000), min_size=7, max_size=10))
def test_at_large_counts_p_is_a_close_bound_from_above(data, population):
    own, *others = data.draw(st.permutations(population))
    observed = sum(others[:4])
    p, is_exact = one_p(population, own, 4, observed)
    assert is_exact == (observed < MAX_EXACT_SUM)
    truth = by_enumeration(population, own, 4, observed)
    margin = 0 if is_exact else 5 * (1 + observed / (MAX_EXACT_SUM - 1))
    assert truth - 1e-9 <= p <= by_enumeration(population, own, 4, observed - margin) + 1e-9


def shuffled_maps(maps):
    """Uneven counts (four of five cells empty, variance 20 times the mean), shuffled anew for each map."""
    rng = np.random.default_rng(2026)
    counts = rng.negative_binomial(0.08, 0.05, 900)
    for _ in range(maps):
        yield rng.permutation(counts).reshape(30, 30)


@pytest.mark.parametrize("grid", [HexagonGrid(60.0), SquareGrid(60.0)], ids=repr)
@pytest.mark.parametrize("distance", [60.0, 150.0])
def test_shuffled_counts_hold_no_hot_cells_in_at_least_95_of_100_maps(grid, distance):
    study = np.ones((30, 30), bool)
    neighbours = Neighbourhood.within(grid, distance).offsets
    around = neighbour_sums(study.astype(np.int64), neighbours)
    finds, classic_finds, below, tested = 0, 0, 0, 0
    for counts in shuffled_maps(200):
        own = counts > 0
        p = permutation_test(counts.ravel(), counts[own], around[own], neighbour_sums(counts, neighbours)[own]).p
        finds += (benjamini_hochberg(p) <= 0.05).any()
        below += np.count_nonzero(p <= 0.05)
        tested += p.size
        z = gi_star(counts, study, neighbours)
        classic_finds += ((benjamini_hochberg(two_sided_p(z.ravel())) <= 0.05) & (z.ravel() > 0)).any()
    assert finds <= 16  # 5 % of 200, and two standard deviations
    assert 0.03 <= below / tested <= 0.05
    assert classic_finds >= 160  # the reason why this test exists
