# SPDX-License-Identifier: GPL-2.0-or-later
"""The package's page without a mouse: every function by key, every stop seen, no trap."""

from __future__ import annotations

from dataclasses import dataclass

import keyboard
import pytest
from pixels import contrast, picture

#: The ring and what is around it.
MARGIN = 10
POPUP = "document.querySelector('.leaflet-popup-content') !== null"


@dataclass(frozen=True)
class Function:
    """Tab to ``at``, press ``keys``; then ``done`` holds, which did not before."""

    name: str
    at: str
    keys: tuple[str, ...]
    done: str


SAID = "document.getElementById('said').textContent"
CENTRE = "document.querySelector('.leaflet-map-pane').style.transform"
FUNCTIONS = (
    Function(
        "skip the map",
        "a.skip",
        ("Enter",),
        "document.activeElement.tabIndex === -1 && document.activeElement.id !== ''",
    ),
    Function("choose a place", "a[data-key=p2]", ("Enter",), POPUP),
    Function("choose a measure", "#measure-rows a[data-key]", ("Enter",), POPUP),
    Function("larger text", "#larger", ("Enter",), "parseFloat(getComputedStyle(document.body).fontSize) > 16"),
    Function("present", "#present", ("Enter",), "document.documentElement.classList.contains('presenting')"),
    Function("the other language", "#language", ("Enter",), "document.documentElement.lang === 'sv'"),
    Function("dark", "#more summary", ("Enter", "Tab", "Down"), "document.documentElement.dataset.theme === 'dark'"),
    Function(
        "show the keys", "#more summary", ("Enter", *4 * ("Tab",), "Enter"), "document.getElementById('keys').open"
    ),
    Function("copy a link", "#more summary", ("Enter", *3 * ("Tab",), "Enter"), f"{SAID} !== ''"),
    Function(
        "filter by owner", "#owner-filter", ("Down",), "document.getElementById('owner-filter').selectedIndex === 1"
    ),
    Function("a place by its number", "#map", ("3",), "document.querySelector('#p3.current') !== null"),
    Function(
        "hide a layer", "input[data-layer=hotspots]", ("Space",), "document.querySelector('.place-mark') === null"
    ),
    Function(
        "the period before",
        "input[name=density]",
        ("Down",),
        "document.querySelector('input[name=density][value=before]').checked",
    ),
    Function(
        "filter measures", "#measure-filter", ("Down",), "document.querySelector('#measure-rows tr[hidden]') !== null"
    ),
    Function("move the map", "#map", ("Right",), f"{CENTRE} !== window.before"),
    Function(
        "zoom in by a key",
        "#map",
        ("+",),
        "document.querySelector('.leaflet-control-scale-line').textContent !== window.scale",
    ),
    Function(
        "zoom in by the button",
        ".leaflet-control-zoom-in",
        ("Enter",),
        "document.querySelector('.leaflet-control-scale-line').textContent !== window.scale",
    ),
    Function("print", "#print", ("Enter",), "window.printed === true"),
)


@pytest.fixture
def meeting(chromium, pages):
    """The page of a meeting, opened afresh."""
    chromium.resize(1280, 1000)
    chromium.get(pages["meeting"].as_uri())
    return chromium


def test_tab_visits_everything_in_the_order_of_the_page_and_comes_out_again(meeting):
    expected = meeting.run(keyboard.EXPECTED)
    forward = keyboard.walk(meeting)
    assert [stop.stop for stop in forward] == expected
    assert "skip" in forward[0].what
    backward = keyboard.walk(meeting, shift=True)
    assert [stop.stop for stop in reversed(backward)] == expected
    # The list is the way in to the map: its marks are no stops. Six lie on the map of this small town.
    assert len(meeting.driver.find_elements("css selector", ".leaflet-marker-icon")) == 7
    on_map = [stop.what for stop in forward if stop.place]
    assert len(on_map) == 3, on_map


def test_every_stop_can_be_seen_with_a_ring_that_stands_out(meeting):
    count = len(meeting.run(keyboard.EXPECTED))
    assert count > 12
    for _ in range(count):
        meeting.press("Tab")
        stop = keyboard.here(meeting)
        assert stop.inView, stop
        assert stop.onTop, stop
        assert stop.isRinged, stop
        left, top, width, height = stop.box
        clip = (max(left - MARGIN, 0), max(top - MARGIN, 0), width + 2 * MARGIN, height + 2 * MARGIN)
        ringed = picture(meeting.screenshot(clip))
        meeting.run("window.focused = document.activeElement; focused.blur();")
        plain = picture(meeting.screenshot(clip))
        meeting.run("focused.focus({preventScroll: true});")
        # WCAG 2.2, 2.4.13: as much as a line two pixels wide around it changes by 3:1.
        assert (contrast(ringed, plain) >= 3).sum() >= 2 * 2 * (width + height) * 0.9, stop


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_every_function_is_there_by_key(meeting, function):
    meeting.run(
        "window.print = () => { window.printed = true; };"
        f"window.before = {CENTRE}; window.scale = document.querySelector('.leaflet-control-scale-line').textContent;"
    )
    assert not meeting.run(f"return Boolean({function.done})")
    keyboard.tab_to(meeting, function.at)
    meeting.press(*function.keys)
    assert meeting.run(
        f"for (let frame = 0; frame < 600 && !({function.done}); frame++)"
        " { await new Promise(next => setTimeout(next, 16)); }"
        f" return Boolean({function.done});"
    )


@pytest.mark.parametrize("at", ["a[data-key=p2]", "#map", "#measure-filter", ".leaflet-popup-close-button", "#larger"])
def test_escape_closes_from_anywhere_and_the_focus_is_somewhere(meeting, at):
    keyboard.tab_to(meeting, "a[data-key=p2]")
    meeting.press("Enter")
    assert meeting.run(f"return {POPUP}")
    if at != "a[data-key=p2]":
        keyboard.tab_to(meeting, at)
    meeting.press("Escape")
    assert meeting.run(f"return !({POPUP})")
    # It comes back a moment later, when no other popup has followed.
    assert meeting.run(keyboard.SETTLED)


def test_single_keys_act_only_where_the_map_has_the_focus(meeting):
    """WCAG 2.1, 2.1.4: who dictates must not zoom the map by a word."""
    scale = "return document.querySelector('.leaflet-control-scale-line').textContent"
    before = meeting.run(scale), meeting.run(f"return {CENTRE}")
    for at in ("#larger", "a[data-key=p1]"):
        keyboard.tab_to(meeting, at)
        meeting.press("+", "-", "+", "Right")
    assert (meeting.run(scale), meeting.run(f"return {CENTRE}")) == before


def test_popup_comes_from_the_list_and_goes_back_to_it(meeting):
    keyboard.tab_to(meeting, "a[data-key=p2]")
    meeting.press("Enter", "Escape")
    assert meeting.run(keyboard.SETTLED)
    assert meeting.run("return document.activeElement.matches('a[data-key=p2]')")
