# SPDX-License-Identifier: GPL-2.0-or-later
"""A route along the streets, drawn and changed in a real desktop with mouse and keys, in Swedish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_draw_route.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory, qgis_app):
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT, timeout=240)


def test_the_menu_opens_by_right_click_first_and_by_its_key_later(shown):
    by_click, is_off, free_points, by_key, is_on, _, left = shown["menus"]
    assert by_click >= by_key == 5, "QGIS adds what it offers there"
    assert (is_off, free_points, is_on, left) == (False, 2, True, 0)


def test_a_route_follows_the_streets_with_its_length_and_time_beside_the_cursor(shown):
    assert shown["label"] == "529 m · 9 min"


def test_backspace_and_ctrl_z_take_back_a_leg_and_ctrl_draws_freely(shown):
    leg, more, after_backspace, again, free = shown["sizes"]
    assert leg == after_backspace == shown["after undo"]
    assert more == again > leg + 1, "a leg along the streets has more than one point"
    assert free == leg + 1


def test_enter_finishes_the_route_in_one_undo_step(shown):
    drawn, undone, redone = shown["undone and redone"]
    assert len(drawn) == 1
    assert undone == []
    assert redone == drawn


def test_a_reversed_route_numbers_its_stops_the_other_way(shown):
    assert shown["numbers before"] == {"Bron": 1, "Torget": 2}
    assert shown["numbers reversed"] == {"Bron": 2, "Torget": 1}


def test_a_route_is_put_on_the_streets_and_told_how_far_it_moved(shown):
    assert "Rutten följer gatorna" in shown["told"]
    assert shown["on streets"] != shown["drawn"]


def test_a_continued_route_grows_and_its_label_counts_the_whole_walk(shown):
    assert shown["continued"][0] > shown["on streets"][0]
    assert int(shown["label of whole"].split()[0]) > shown["continued"][0]


def test_the_vertex_tool_moves_a_corner_and_the_length_follows(shown):
    before, after = shown["corner"]
    assert before != after
    assert shown["length as stored"] == after[0]


def test_a_split_walk_is_saved_as_two_with_their_stops(shown):
    assert shown["titles"] == ["Centrum", "Centrum, del 2"]
    assert abs(sum(shown["parts"]) - shown["corner"][1][0]) <= 1
    assert shown["stored"] == [["Centrum", "Bron", 2], ["Centrum", "Torget", 1]]
