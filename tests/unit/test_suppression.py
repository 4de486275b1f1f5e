# SPDX-License-Identifier: GPL-2.0-or-later
"""The public counts: nothing small is shown, and nobody can work out what is left out."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from est_plugin.analysis.public_cells import CELL, CellTotals, Places, cell_totals
from est_plugin.analysis.suppression import (
    ROUNDED_TO,
    Square,
    category_classes,
    in_squares,
    suppress,
    town_total,
)
from est_plugin.domain.count_class import LEAST_ADDRESSES, LEAST_INCIDENTS, CountClass

SIDE = 6
CELLS = tuple(itertools.product(range(SIDE), range(SIDE)))
#: Of the four squares of one block: all with people, one with people, the limit only together, a mixture.
ADDRESSES = ((10, 10, 10, 10), (10, 0, 0, 0), (3, 3, 1, 1), (8, 8, 0, 3))
#: Both ends of each class, and what is under the limit.
COUNTS = (0, 1, 2, 3, 4, 5, 9, 10, 19, 20)
counts_of_a_town = st.lists(
    st.tuples(st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5, 9, 10, 19, 20, 40]), st.integers(0, 30)),
    min_size=SIDE * SIDE,
    max_size=SIDE * SIDE,
)


def totals_of(pairs, cells=CELLS):
    column, row = np.array(cells).T
    incidents, addresses = np.array(pairs, dtype=np.int64).T
    return CellTotals(column, row, incidents, addresses)


def published(totals):
    """All that leaves the municipality of these counts."""
    found = suppress(totals)
    return found.squares, town_total(int(found.incidents.sum()), len(found.squares))


def cells_of(square):
    side = square.side // CELL
    west, south = square.west // CELL, square.south // CELL
    return set(itertools.product(range(west, west + side), range(south, south + side)))


@given(counts_of_a_town)
def test_every_shown_square_has_enough_addresses_and_incidents_and_none_holds_another(pairs):
    found = suppress(totals_of(pairs))
    by_cell = dict(zip(CELLS, pairs, strict=True))
    seen = set()
    for square, incidents, addresses in zip(found.squares, found.incidents, found.addresses, strict=True):
        cells = cells_of(square)
        assert not cells & seen
        seen |= cells
        assert incidents == sum(by_cell[cell][0] for cell in cells) >= LEAST_INCIDENTS
        assert addresses == sum(by_cell[cell][1] for cell in cells) >= LEAST_ADDRESSES
        assert square.level is CountClass.of(int(incidents))


@given(counts_of_a_town)
def test_nothing_is_lost_count_of(pairs):
    found = suppress(totals_of(pairs))
    cells = sum(count > 0 for count, _ in pairs)
    single = sum(square.side == CELL for square in found.squares)
    assert single + found.merged_cells + found.left_out_cells == cells
    assert found.incidents.sum() + found.left_out_incidents == sum(count for count, _ in pairs)


@given(counts_of_a_town)
def test_what_is_published_is_the_same_as_if_nothing_had_happened_where_nothing_is_shown(pairs):
    totals = totals_of(pairs)
    shown = set().union(*map(cells_of, suppress(totals).squares))
    calm = [(count if cell in shown else 0, people) for cell, (count, people) in zip(CELLS, pairs, strict=True)]
    assert published(totals_of(calm)) == published(totals)


@given(counts_of_a_town)
def test_the_points_of_shown_squares_are_those_that_are_counted(pairs):
    found = suppress(totals_of(pairs))
    column, row = (np.repeat(np.array(part), [count for count, _ in pairs]) for part in zip(*CELLS, strict=True))
    inside = in_squares(found.squares, column * CELL + 100.0, row * CELL + 249.0)
    assert int(inside.sum()) == int(found.incidents.sum())


def _attack(worlds):
    """By publication, what each cell may have held in any world that leads to it."""
    possible = defaultdict(lambda: defaultdict(set))
    for cells, pairs in worlds:
        shown = published(totals_of(pairs, cells))
        for cell, (count, _) in zip(cells, pairs, strict=True):
            possible[shown][cell].add(count)
    return possible


def _assert_nobody_can_tell(possible):
    for (squares, _), cells in possible.items():
        told = {cell for square in squares if square.side == CELL for cell in cells_of(square)}
        for cell, counts in cells.items():
            if cell not in told:
                assert 0 in counts, f"something happened in {cell} for sure: {counts}, {squares}"


@pytest.mark.parametrize("people", ADDRESSES)
def test_who_knows_all_addresses_and_the_method_cannot_tell_that_anything_happened_in_a_hidden_square(people):
    cells = tuple(itertools.product(range(2), range(2)))
    # Beyond what one square of these towns may hold, the total would tell by the end of our list.
    worlds = (
        (cells, tuple(zip(counts, people, strict=True)))
        for counts in itertools.product(COUNTS, repeat=4)
        if sum(counts) <= max(COUNTS)
    )
    possible = _attack(worlds)
    assert len(possible) > 3
    _assert_nobody_can_tell(possible)


def test_nor_who_has_the_total_of_two_neighbouring_blocks():
    cells = tuple(itertools.product(range(4), range(2)))
    worlds = (
        (cells, tuple(zip(counts, (9, 9, 9, 4, 9, 9, 0, 9), strict=True)))
        for counts in itertools.product(range(5), repeat=8)
        if max(sum(counts[:4]), sum(counts[4:])) <= 4
    )
    _assert_nobody_can_tell(_attack(worlds))


def test_of_a_square_with_a_single_incident_beside_three_that_may_be_shown_the_block_is_told_only():
    pairs = [(9, 20), (12, 20), (30, 20), (1, 20)]
    found = suppress(totals_of(pairs, ((0, 0), (0, 1), (1, 0), (1, 1))))
    assert found.squares == (Square(0, 0, 500, CountClass.MOST),)
    assert (found.merged_cells, found.left_out_cells) == (4, 0)


def test_squares_lie_on_the_grid_also_where_coordinates_are_negative():
    far = Places.single(np.array([-1.0, -249.0, -250.0]), np.array([-1.0, -2.0, -0.5]))
    people = Places(np.array([-100.0]), np.array([-100.0]), np.array([8]))
    assert suppress(cell_totals(far, people)).squares == (Square(-250, -250, 250, CountClass.FEW),)


def test_a_town_without_incidents_or_addresses_shows_nothing():
    nothing = Places.single(np.zeros(0), np.zeros(0))
    some = Places.single(np.full(30, 125.0), np.full(30, 125.0))
    for incidents, addresses in ((nothing, nothing), (some, nothing), (nothing, some)):
        assert suppress(cell_totals(incidents, addresses)).squares == ()


@given(st.lists(st.integers(0, 40), min_size=0, max_size=8))
def test_categories_under_the_limit_are_told_together_and_never_one_alone(counts):
    by_code = {f"c{number}": count for number, count in enumerate(counts)}
    found = category_classes(by_code, squares=20)
    for code, level in found.classes:
        assert CountClass.of(by_code[code]) is level
    rest = sum(by_code[code] for code in found.together)
    if found.others is not None:
        assert len(found.together) > 1
        assert found.others is CountClass.of(rest)
    elif found.together:
        # Then nothing at all is told of categories.
        assert not found.classes
    assert Counter([code for code, _ in found.classes] + list(found.together)) == Counter(
        code for code, count in by_code.items() if count
    )


def test_a_single_small_category_takes_the_smallest_other_with_it():
    found = category_classes({"a": 30, "b": 20, "c": 6, "d": 1}, squares=10)
    assert [code for code, _ in found.classes] == ["a", "b"]
    assert (found.together, found.others) == (("c", "d"), CountClass.SOME)


@pytest.mark.parametrize(
    ("counts", "squares"),
    [
        ({"a": 30, "b": 20, "c": 6}, 9),
        # With two rows, and with nearly all in one, a square of 20 or more is told by the table.
        ({"a": 30, "b": 20}, 40),
        ({"a": 10}, 40),
        ({"a": 76, "b": 12, "c": 12}, 40),
        ({}, 40),
    ],
)
def test_a_table_that_would_tell_what_a_square_holds_is_left_out(counts, squares):
    found = category_classes(counts, squares)
    assert (found.classes, found.others, found.together) == ((), None, tuple(sorted(counts)))


def test_the_total_is_rounded_and_not_told_of_few_squares():
    assert [town_total(count, 5) for count in (15, 24, 25, 996)] == [20, 20, 3 * ROUNDED_TO, 1000]
    assert town_total(996, 4) == 0


@given(st.integers(LEAST_INCIDENTS, 500))
def test_a_class_holds_its_counts(count):
    level = CountClass.of(count)
    assert level.value <= count
    assert level.most is None or count <= level.most
    assert level.span.startswith(str(level.value))
