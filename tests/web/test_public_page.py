# SPDX-License-Identifier: GPL-2.0-or-later
"""The public page in a real browser: squares in list and map, no closer than 1:10 000, nothing complained about."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def public(browser, pages):
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    browser.get("about:blank")
    browser.get(pages["public"].as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    return browser


def count(browser, selector):
    return browser.execute_script("return document.querySelectorAll(arguments[0]).length", selector)


def test_squares_stand_in_the_list_and_on_the_map_with_their_step_in_digits(public):
    assert count(public, "ol.areas li") == count(public, "path.square-line") == 6
    marks = public.execute_script(
        "return [...document.querySelectorAll('.leaflet-marker-icon.square')].map((mark) => mark.textContent).sort()"
    )
    assert marks == sorted(["20+", "10–19", "10–19", "5–9", "3–4", "3–4"])
    steps = public.execute_script(
        "return [...document.querySelectorAll('p.squares .square')].map((s) => s.textContent)"
    )
    assert steps == ["3–4", "5–9", "10–19", "20+"]


def test_choosing_a_square_in_the_list_shows_it_on_the_map(public):
    public.execute_script("document.querySelector('a[data-key=r1]').click()")
    assert count(public, "#r1.current") == 1
    assert "20 incidents or more" in public.execute_script(
        "return document.querySelector('.leaflet-popup').textContent"
    )


def test_nobody_can_look_closer_than_one_to_ten_thousand(public):
    for _ in range(12):
        public.execute_script("document.querySelector('.leaflet-control-zoom-in').click()")
    data = json.loads(public.execute_script("return document.getElementById('data').textContent"))
    # Metres per pixel of the closest zoom; a dot is a 96th of an inch.
    finest = data["frame"]["resolution"] / 2 ** data["frame"]["closest"]
    assert finest / (0.0254 / 96) >= 10_000
    assert public.execute_script("return document.querySelector('.leaflet-control-zoom-in').ariaDisabled") == "true"


def test_the_page_switches_language_and_shows_nothing_of_other_editions(public):
    assert count(public, "#s-rhythm, #s-walks, #measure-filter") == 0
    public.execute_script("document.getElementById('language').click()")
    assert public.execute_script("return document.documentElement.lang") == "sv"
    assert count(public, "ol.areas li") == 6


def test_a_presentation_steps_through_the_squares_those_with_most_first(public):
    public.execute_script("document.getElementById('present').click()")
    assert count(public, "#presentation .squares .square") == 4
    assert count(public, ".leaflet-marker-icon.square") == 6
    assert count(public, ".measure-mark") == 0
    levels = []
    for _ in range(7):
        public.execute_script("document.getElementById('presentation').querySelector('.slide').scrollTop = 1e6")
        public.execute_script("document.getElementById('next').click()")
        levels += public.execute_script(
            "return [...document.querySelectorAll('.leaflet-marker-icon.square.current')].map((one) => one.textContent)"
        )
    assert levels == ["20+", "10–19", "10–19", "5–9", "3–4", "3–4"]
    public.execute_script("document.getElementById('leave').click()")
    public.get_log("browser")  # Full screen is only given to a hand.


def test_nothing_is_complained_about(public):
    assert [entry["message"] for entry in public.get_log("browser")] == []


def test_no_density_lies_over_the_squares_unless_it_is_chosen(public):
    assert count(public, "img.density") == 0
    assert public.execute_script("return document.querySelector('input[name=density]:checked').value") == ""
    assert public.execute_script("return location.hash") == ""
    public.execute_script("document.querySelector('input[name=density][value=now]').click()")
    assert count(public, "img.density") == 1
    assert public.execute_script("return location.hash") == "#d=now"


def test_labels_of_squares_do_not_cover_each_other(public):
    assert (
        public.execute_script(
            "const found = [...document.querySelectorAll('.leaflet-marker-icon.square')];"
            "const marks = found.map(mark => mark.getBoundingClientRect());"
            "return marks.filter((a, i) => marks.some((b, j) => i < j && a.left < b.right && b.left < a.right"
            " && a.top < b.bottom && b.top < a.bottom)).length"
        )
        == 0
    )
