# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in the colours that a person's system sets: nothing that carries meaning is painted over."""

from __future__ import annotations

import pytest
from page_states import STATES, reach
from pixels import contrast, picture

FORCED = next(state for state in STATES if state.name == "forced colours")
#: The first of its kind that is to be seen.
BOX = """
const element = [...document.querySelectorAll('{}')].find(one => one.checkVisibility());
const box = element.getBoundingClientRect();
return [box.left + scrollX, box.top + scrollY, box.width, box.height];
"""


@pytest.fixture
def forced(chromium, pages):
    """The meeting's page in forced colours."""
    reach(chromium, pages["meeting"].as_uri(), FORCED)
    return chromium


def look(browser, selector):
    return picture(browser.screenshot(tuple(browser.run(BOX.format(selector)))))


@pytest.mark.parametrize("selector", [".ramp-heat", ".kind .icon", ".sign-hotspots"])
def test_legend_keeps_its_colours(forced, selector):
    inside = look(forced, selector)[4:-4, 4:-4].reshape(-1, 3).astype(int)
    # Forced colours would be greys: white in the sample's scheme.
    assert (inside.max(axis=1) - inside.min(axis=1)).max() > 20, selector


def test_marks_keep_their_figures(forced):
    for kind in (".place-mark", ".measure-mark", ".stop-mark"):
        seen = look(forced, kind)
        assert contrast(seen.reshape(-1, 3).min(axis=0), seen.reshape(-1, 3).max(axis=0)) >= 4.5, kind


def test_class_is_set_apart_by_more_than_a_colour(forced):
    style = forced.run(
        "const style = getComputedStyle(document.querySelector('.banner'));"
        "return [style.borderBottomStyle, parseFloat(style.borderBottomWidth)]"
    )
    assert style[0] == "solid"
    assert style[1] >= 1


def test_buttons_fields_and_chosen_places_have_edges(forced):
    for selector in ("#print", "#larger", "#measure-filter", "fieldset"):
        width = forced.run(f"return parseFloat(getComputedStyle(document.querySelector('{selector}')).borderTopWidth)")
        assert width >= 1, selector
    assert forced.run("return document.querySelector('#p2 a').getAttribute('aria-current')") == "true"
