# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk with stops, and measures, drawn in a real desktop with mouse and keys, in Swedish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_draw_walk.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory, qgis_app):
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    return profile.run_desktop(SCRIPT)


def test_all_tabs_are_seen_in_a_dock_of_400_pixels(shown):
    assert shown["dock width"] == 400
    assert shown["tabs to spare"] > 0


def test_stops_stand_on_a_route_that_is_not_saved_and_are_numbered_along_it(shown):
    assert shown["after route"] == "Inte sparat: 1 rutt"
    assert shown["numbers"] == {"Bron": 1, "Torget": 2}
    assert shown["after stops"] == "Inte sparat: 1 rutt och 2 stopp"
    name, day, stops, metres, minutes, status = shown["unsaved row"]
    assert (name, day, stops, minutes, status) == ("Centrum", "–", "2", "18", "Föreslagen")
    assert abs(int(metres) - 350) <= 2, "clicked on pixels"


def test_the_bar_saves_the_walk_and_goes(shown):
    assert shown["stored"] == ["Centrum", 18, 2]
    assert not shown["bar after save"]
    assert shown["row"] == shown["unsaved row"]


def test_a_row_selects_its_feature_and_a_double_click_opens_the_form(shown):
    assert shown["selected"] == 1
    assert shown["changed row"][0] == "Norr"
    assert shown["after change"] == "Inte sparat: 1 rutt"


def test_qgis_asks_before_the_project_is_closed_and_saves_stop_and_route(shown):
    assert "Stopp på vandringar" in shown["asked"][0]
    assert shown["stored at close"] == [["Sydost", "Skolan"]]
    assert shown["open"] == "None"


def test_undo_all_asks_first(shown):
    assert shown["measures"] == 2
    assert shown["after measures"] == "Inte sparat: 2 åtgärder"
    assert shown["after cancel and undo"] == [2, 0]
    assert not shown["bar after undo"]
