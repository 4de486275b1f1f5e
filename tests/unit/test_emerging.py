# SPDX-License-Identifier: GPL-2.0-or-later
"""The categories of places over many periods, line by line of their definition."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.emerging import History, classify, sentence_of
from est_plugin.errors import InputError

FLAT = "flat"
UP = "up"
DOWN = "down"


def category(periods: str, trend: str = FLAT) -> History:
    """Of one place; H is a hot period, C a cold one, the last stands to the right."""
    hot, cold = (np.array([[letter == wanted] for letter in periods]) for wanted in "HC")
    slope = {FLAT: 0.0, UP: 1.0, DOWN: -1.0}[trend]
    intensity = slope * np.arange(len(periods), dtype=float)[:, np.newaxis]
    return classify(intensity, hot, cold)[0]


@pytest.mark.parametrize(
    ("periods", "trend", "expected"),
    [
        ("..........", FLAT, History.NONE),
        (".........H", FLAT, History.NEW),
        (".........H", UP, History.NEW),
        # New or consecutive comes before oscillating: it was never hot before.
        ("C........H", FLAT, History.NEW),
        ("........HH", FLAT, History.CONSECUTIVE),
        ("C.......HH", FLAT, History.CONSECUTIVE),
        # Eight of ten: a long run is still one; nine of ten is nearly always.
        ("..HHHHHHHH", UP, History.CONSECUTIVE),
        (".HHHHHHHHH", UP, History.INTENSIFYING),
        (".HHHHHHHHH", DOWN, History.DIMINISHING),
        (".HHHHHHHHH", FLAT, History.PERSISTENT),
        ("HHHH.HHHHH", FLAT, History.PERSISTENT),
        ("HHHHHHHHHH", FLAT, History.PERSISTENT),
        # 17 of 19 is 0.894, 18 of 20 exactly 0.9, 26 of 29 is 0.897, 27 of 30 exactly 0.9.
        ("." * 2 + "H" * 17, FLAT, History.CONSECUTIVE),
        ("." * 2 + "H" * 18, FLAT, History.PERSISTENT),
        ("." * 3 + "H" * 26, FLAT, History.CONSECUTIVE),
        ("." * 3 + "H" * 27, FLAT, History.PERSISTENT),
        # The last period decides: nearly always hot but not now is historical, whatever the trend.
        ("HHHHHHHHH.", FLAT, History.HISTORICAL),
        ("HHHHHHHHH.", UP, History.HISTORICAL),
        ("HHHHHHHHHC", FLAT, History.HISTORICAL),
        ("HHHHHHHH..", FLAT, History.NONE),
        (".HHHHHHHH.", FLAT, History.NONE),
        (".....H...H", FLAT, History.SPORADIC),
        ("H.......HH", FLAT, History.SPORADIC),
        ("HHHHHH..HH", FLAT, History.SPORADIC),
        ("..C..H...H", FLAT, History.OSCILLATING),
        ("..C..H....", FLAT, History.NONE),
        ("HC.HHHHHHH", FLAT, History.OSCILLATING),
        # Nearly always hot with one cold period is still that.
        ("HCHHHHHHHH", FLAT, History.PERSISTENT),
        # Of five, nearly always is all.
        ("HHHHH", UP, History.INTENSIFYING),
        (".HHHH", UP, History.CONSECUTIVE),
        ("HHHH.", UP, History.NONE),
    ],
)
def test_each_line_of_the_definition(periods, trend, expected):
    assert category(periods, trend) is expected


def test_a_place_that_rises_for_less_than_two_years_is_persistent():
    rise, hot = np.arange(12.0)[:, np.newaxis], np.ones((12, 1), dtype=bool)
    assert classify(rise, hot, days=np.full(12, 30)) == (History.PERSISTENT,)
    assert classify(rise, hot, days=np.full(12, 365)) == (History.INTENSIFYING,)


def test_every_category_has_a_label_and_a_meaning_of_its_own():
    assert len({history.label for history in History}) == len({history.meaning for history in History}) == len(History)


def test_without_cold_periods_none_oscillates_and_arrays_are_left_alone():
    chance = np.random.default_rng(8)
    hot, intensity = chance.random((12, 500)) < 0.3, chance.normal(size=(12, 500))
    kept = hot.copy(), intensity.copy()
    assert History.OSCILLATING not in classify(intensity, hot)
    assert np.array_equal(hot, kept[0])
    assert np.array_equal(intensity, kept[1])


def test_the_categories_do_not_depend_on_the_other_places():
    chance = np.random.default_rng(9)
    hot, intensity = chance.random((10, 60)) < 0.8, chance.normal(size=(10, 60))
    together = classify(intensity, hot)
    alone = tuple(classify(intensity[:, [n]], hot[:, [n]])[0] for n in range(60))
    assert together == alone


@pytest.mark.parametrize("periods", [0, 1, 4])
def test_fewer_than_five_periods_are_refused(periods):
    with pytest.raises(InputError):
        classify(np.zeros((periods, 3)), np.zeros((periods, 3), dtype=bool))


def test_periods_of_different_places_are_refused():
    with pytest.raises(InputError, match="same places"):
        classify(np.zeros((6, 3)), np.zeros((6, 2), dtype=bool))


def test_no_place_is_an_empty_answer():
    assert classify(np.zeros((6, 0)), np.zeros((6, 0), dtype=bool)) == ()
    assert str(sentence_of(())).startswith("Nowhere")


def test_the_sentence_counts_what_is_hot_now():
    found = (History.NEW, History.CONSECUTIVE, History.DIMINISHING, History.HISTORICAL, History.NONE)
    assert str(sentence_of(found)) == (
        "Places with more incidents than chance explains in the last period: 3. Never hot before: 2. Hot in nine of "
        "ten periods: 1, of them rising: 0, falling: 1."
    )
