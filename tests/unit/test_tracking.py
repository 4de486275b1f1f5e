# SPDX-License-Identifier: GPL-2.0-or-later
"""Tracking: a place continues the known one that it shares most ground with."""

from __future__ import annotations

import shapely

from est_plugin.analysis.tracking import match_places


def strip(start, end):
    return shapely.box(start, 0, end, 10)


def test_a_place_continues_the_known_one_that_it_overlaps_most():
    assert match_places([strip(40, 100)], [strip(0, 50), strip(50, 100)]) == [1]


def test_a_known_place_is_continued_once_by_the_largest_share():
    assert match_places([strip(0, 40), strip(40, 100)], [strip(0, 100)]) == [None, 0]


def test_the_second_best_is_taken_when_the_best_is_gone():
    known = [strip(0, 100), strip(100, 120)]
    assert match_places([strip(0, 90), strip(91, 105)], known) == [0, 1]


def test_equal_shares_go_to_the_earlier_place():
    assert match_places([strip(0, 50), strip(50, 100)], [strip(0, 100)]) == [0, None]


def test_places_that_only_touch_share_nothing():
    assert match_places([strip(0, 50)], [strip(50, 100), strip(200, 300)]) == [None]


def test_a_place_of_two_parts_is_matched_by_all_its_ground():
    parts = shapely.union_all([strip(0, 30), strip(60, 90)])
    assert match_places([parts], [strip(0, 25), strip(20, 90)]) == [1]


def test_a_known_place_drawn_across_itself_is_matched_too():
    bow_tie = shapely.Polygon([(0, 0), (100, 10), (100, 0), (0, 10)])
    assert match_places([strip(0, 50)], [bow_tie]) == [0]


def test_nothing_new_or_nothing_known_matches_nothing():
    assert match_places([], [strip(0, 1)]) == []
    assert match_places([strip(0, 1), strip(2, 3)], []) == [None, None]
