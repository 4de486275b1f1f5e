# SPDX-License-Identifier: GPL-2.0-or-later
"""The page on a phone, at 400 %, in a reader's own text: nothing cut off, over each other or too small to hit."""

from __future__ import annotations

import layout
import pytest
from page_states import STATES, reach

#: Name, width, height and device pixels to a CSS pixel; what the reader sets, by a script or by the page's own address.
VIEWS = {
    "phone": (320, 800, 1, ""),
    "400 % of a laptop's window": (320, 256, 4, ""),
    "phone with larger text": (320, 800, 1, "#text=125"),
    "larger text": (1280, 1000, 1, "#text=150"),
    "largest text": (1280, 1000, 1, "#text=200"),
    "text twice as large": (1280, 1000, 1, layout.TWICE),
    "text spacing": (1280, 1000, 1, layout.SPACING),
    "phone with text spacing": (320, 800, 1, layout.SPACING),
    "projector": (1024, 768, 1, ""),
    "between phone and desktop": (800, 1000, 1, ""),
}
#: Where the other pages would break first.
NARROWEST = {"phone", "phone with text spacing", "text twice as large"}
PAGES = ("meeting", "working", "strategic", "public", "walk report")


def show(browser, page, view):
    width, height, scale, setting = VIEWS[view]
    browser.resize(width, height, scale)
    browser.get(page.as_uri() + (setting if setting.startswith("#") else ""))
    if setting and not setting.startswith("#"):
        browser.run(setting)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        *(("meeting", view) for view in VIEWS),
        *((name, view) for name in PAGES[1:] for view in VIEWS if view in NARROWEST),
    ],
)
def test_no_text_is_lost_or_laid_over_another(chromium, pages, name, view):
    show(chromium, pages[name], view)
    assert chromium.run(layout.FAULTS) == []


def test_phone_shows_the_words_that_a_large_screen_shows(chromium, pages):
    show(chromium, pages["meeting"], "projector")
    wide = chromium.run(layout.WORDS)
    show(chromium, pages["meeting"], "phone")
    assert len(wide) > 50
    assert chromium.run(layout.WORDS) == wide


@pytest.mark.parametrize(
    ("name", "view"), [("meeting", "larger text"), ("meeting", "projector"), *((name, "phone") for name in PAGES)]
)
def test_targets_can_be_hit(chromium, pages, name, view):
    show(chromium, pages[name], view)
    assert chromium.run(layout.SMALL_TARGETS) == []


def test_marks_on_the_map_can_be_hit(chromium, pages):
    reach(chromium, pages["meeting"].as_uri(), STATES[0])
    sizes = chromium.run(
        "return [...document.querySelectorAll('.leaflet-marker-icon')].map(mark => mark.getBoundingClientRect())"
        ".map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) == 7
    assert min(sizes) >= 24
