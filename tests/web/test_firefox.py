# SPDX-License-Identifier: GPL-2.0-or-later
"""The same page in Firefox, from file:// with nothing relaxed: what it does, what axe-core says, the way by keys."""

from __future__ import annotations

import axe
import keyboard
import pytest
from page_states import STATES, reach

#: One of each kind: what axe-core says differs by the page, seldom by the browser.
NAMES = {
    "start",
    "place selected",
    "dark",
    "high contrast",
    "presentation",
    "second language",
    "text 200 %",
    "320 px",
    "public edition",
    "without scripts",
    "walk report",
}
SEEN = [state for state in STATES if state.name in NAMES]


@pytest.fixture
def opened(firefox, pages):
    """The meeting's page, freshly opened."""
    firefox.resize(1280, 1000)
    firefox.get(pages["meeting"].as_uri())
    return firefox


@pytest.mark.parametrize("state", SEEN, ids=lambda state: state.name)
def test_axe_finds_nothing_in_firefox(firefox, pages, state):
    reach(firefox, pages[state.page].as_uri(), state)
    found = axe.unexplained(axe.examine(firefox, state.name))
    assert not found, "\n".join(found)


def test_page_is_ready_complains_of_nothing_and_asks_for_nothing(opened, pages):
    assert opened.run("return document.documentElement.dataset.ready") == "true"
    assert opened.console == []
    assert set(opened.requests) <= {pages["meeting"].as_uri()}
    # The policy holds here too.
    assert opened.run("return fetch('data:text/plain,x').then(() => 'sent', () => 'refused')") == "refused"


def test_tab_visits_everything_in_the_order_of_the_page(opened):
    expected = opened.run(keyboard.EXPECTED)
    stops = keyboard.walk(opened)
    assert [stop.stop for stop in stops] == expected
    assert all(stop.isRinged and stop.inView for stop in stops)


def test_place_is_chosen_and_left_by_keys(opened):
    keyboard.tab_to(opened, "a[data-key=p2]")
    opened.press("Enter")
    assert "Badhusparken" in opened.run("return document.querySelector('.leaflet-popup-content').textContent")
    assert opened.run("return location.hash") == "#p2"
    opened.press("Escape")
    assert opened.run("return document.querySelector('.leaflet-popup-content') === null")
    assert opened.run(keyboard.SETTLED)
    assert opened.run("return document.activeElement.matches('a[data-key=p2]')")


def test_map_is_moved_and_zoomed_by_keys(opened):
    where = "return [document.querySelector('.leaflet-map-pane').style.transform,"
    where += " document.querySelector('.leaflet-control-scale-line').textContent]"
    keyboard.tab_to(opened, "#map")
    before = opened.run(where)
    opened.press("+")
    zoomed = opened.run(
        f"const where = () => {{ {where} }}; const before = {before};"
        "for (let frame = 0; frame < 600 && where()[1] === before[1]; frame++)"
        " { await new Promise(next => setTimeout(next, 16)); } return where();"
    )
    assert zoomed[1] != before[1]
