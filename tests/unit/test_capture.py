# SPDX-License-Identifier: GPL-2.0-or-later
"""What ranked cells catch: the mean of all draws of tied cells, by enumeration, and the measures by their formulas."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from est_plugin.analysis.capture import AreaHits, RankedCells, chance_of_difference

AREAS = np.array([0.0, 0.1, 0.25, 0.5, 0.77, 1.0])


def mean_of_all_orders(score: np.ndarray, counts: np.ndarray, area: float) -> float:
    """Hits of the first ``area`` of the cells, on the average of every order that the scores allow."""
    hits = []
    for order in itertools.permutations(range(score.size)):
        if all(score[one] >= score[other] for one, other in itertools.pairwise(order)):
            budget, caught = area * score.size, 0.0
            for cell in order:
                caught += counts[cell] * min(max(budget, 0.0), 1.0)
                budget -= 1
            hits.append(caught)
    return float(np.mean(hits))


@pytest.mark.parametrize(
    "score", [[5, 4, 3, 2, 1, 0], [1, 1, 1, 1, 1, 1], [3, 1, 3, 0, 0, 0], [0, 2, 2, 2, 9, 0]], ids=str
)
def test_tied_cells_catch_the_mean_of_all_draws(score) -> None:
    score, counts = np.array(score, dtype=float), np.array([4, 0, 7, 1, 2, 3])
    caught = RankedCells.by(score).caught(counts, AREAS)
    assert caught == pytest.approx([mean_of_all_orders(score, counts, area) for area in AREAS], abs=1e-12)


def test_the_share_of_each_cell_that_is_taken_catches_the_same() -> None:
    chance = np.random.default_rng(1)
    counts, ranked = chance.poisson(1.0, 400), RankedCells.by(chance.integers(0, 9, 400).astype(float))
    for area in (0.001, 0.01, 0.02, 0.333, 1.0):
        taken = ranked.taken(area)
        assert taken.sum() == pytest.approx(area * 400)
        assert ((taken >= 0) & (taken <= 1)).all()
        assert taken @ counts == pytest.approx(ranked.caught(counts, np.array([area]))[0])


def test_the_second_score_decides_where_the_first_is_equal() -> None:
    chance = np.random.default_rng(2)
    first, then = chance.integers(0, 4, 300).astype(float), chance.integers(0, 4, 300).astype(float)
    then[:20] = -np.inf
    ranked = RankedCells.first_by(first, then)
    order = sorted(set(zip(first.tolist(), then.tolist(), strict=True)), reverse=True)
    assert ranked.group.tolist() == [order.index(pair) for pair in zip(first.tolist(), then.tolist(), strict=True)]
    assert ranked.size.sum() == 300


def test_a_map_without_any_order_catches_what_chance_does() -> None:
    counts = np.random.default_rng(3).poisson(2.0, 250)
    hits = RankedCells.by(np.zeros(250)).hits(0.02, counts, counts)
    assert hits.pai == pytest.approx(1.0)
    assert hits.rri == pytest.approx(1.0)
    assert hits.hits == pytest.approx(0.02 * counts.sum())


def test_no_map_catches_more_than_the_one_that_knows() -> None:
    chance = np.random.default_rng(4)
    counts = chance.poisson(1.0, 300)
    knowing = RankedCells.by(counts.astype(float)).hits(0.05, counts, counts)
    assert knowing.pei == 1.0
    for _ in range(20):
        other = RankedCells.by(chance.normal(size=300)).hits(0.05, counts, counts)
        assert other.most == knowing.hits
        assert other.pei <= 1.0


def test_the_measures_follow_their_formulas() -> None:
    hits = AreaHits(area=0.02, hits=30, incidents=200, most=60, hits_before=50, incidents_before=250)
    assert hits.hit_rate.share == pytest.approx(0.15)
    assert hits.pai == pytest.approx(7.5)
    assert hits.pei == pytest.approx(0.5)
    assert hits.rri == pytest.approx((30 / 50) / (200 / 250))
    assert AreaHits(0.02, 30, 200, 60, 0, 250).rri is None


def test_all_incidents_are_on_all_cells_and_none_on_none() -> None:
    counts = np.random.default_rng(5).poisson(1.0, 77)
    caught = RankedCells.by(counts.astype(float)).caught(counts, np.array([0.0, 1.0]))
    assert caught.tolist() == [0.0, counts.sum()]


@pytest.mark.parametrize("difference", [[3.0, -1.0, 2.0, 0.0, 1.0, 1.0, -0.5], [1.0] * 8, [2.0, -2.0, 1.0]], ids=str)
def test_the_chance_of_a_difference_is_that_of_all_signs(difference) -> None:
    difference = np.array(difference)
    weight = np.abs(difference[difference != 0])
    sums = [abs(np.dot(signs, weight)) for signs in itertools.product((-1, 1), repeat=weight.size)]
    exact = np.mean([total >= abs(difference.sum()) - 1e-12 for total in sums])
    # Four standard errors of 9 999 draws.
    assert chance_of_difference(difference, 9999, 1) == pytest.approx(exact, abs=4 * np.sqrt(0.25 / 9999) + 1e-4)


def test_maps_that_catch_the_same_do_not_differ() -> None:
    assert chance_of_difference(np.zeros(12), 99, 1) == 1.0


def test_the_chance_is_repeatable_and_never_none() -> None:
    much = np.ones(60)
    assert chance_of_difference(much, 99, 7) == 0.01
    mixed = np.random.default_rng(1).normal(0.2, 1, 60)
    assert chance_of_difference(mixed, 99, 7) == chance_of_difference(mixed, 99, 7)
