# SPDX-License-Identifier: GPL-2.0-or-later
"""axe-core in every state of every page: nothing against WCAG 2.2 A and AA, nothing undecided that is unexplained."""

from __future__ import annotations

import axe
import pytest
from page_states import STATES, reach


@pytest.fixture(scope="module")
def examined():
    """What was found in each state so far."""
    return {}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_nothing_in_chromium(chromium, pages, examined, state):
    reach(chromium, pages[state.page].as_uri(), state)
    examined[state.name] = axe.examine(chromium, state.name)
    found = axe.unexplained(examined[state.name])
    assert not found, "\n".join(found)


def test_every_explanation_still_explains_something(examined):
    """Else a fault of the same kind would pass under it unseen. Asks all states first."""
    if len(examined) == len(STATES):
        used = {finding.explanation for findings in examined.values() for finding in findings}
        assert set(range(len(axe.explanations()))) <= used
    for entry in axe.explanations():
        assert len(entry["why"]) > 40, entry
        assert entry["looked"][:4] >= "2026", entry
        assert entry["states"] == ["*"] or set(entry["states"]) <= {state.name for state in STATES}, entry


def test_a_page_with_faults_is_found_out(chromium, tmp_path):
    """The examination itself: a picture without words, grey on grey, a button without a name."""
    page = tmp_path / "bad.html"
    page.write_text(
        "<!DOCTYPE html><html><title>x</title><main><h1>x</h1><img src='data:,'><button></button>"
        "<p style='color:#999;background:#aaa'>pale</p></main>",
        encoding="utf-8",
    )
    chromium.get(page.as_uri())
    rules = {finding.rule for finding in axe.examine(chromium, "bad") if finding.kind == "violations"}
    assert {"image-alt", "button-name", "color-contrast", "html-has-lang"} <= rules


@pytest.mark.parametrize("name", ["meeting", "working", "strategic", "public"])
def test_words_say_what_the_map_shows(chromium, pages, name):
    chromium.get(pages[name].as_uri())
    said = chromium.run("return document.querySelector('.seen:not([hidden])').innerText.trim()")
    assert len(said.split()) >= 5
    label = chromium.run("return document.getElementById('map').getAttribute('aria-label')")
    assert len(label.split()) > 5
    # Each mark's name stands in a list or a table of the page.
    texts = chromium.run("return document.querySelector('main').innerText")
    assert all(place["name"] in texts for place in chromium.run("return EST.data.hotspots"))
