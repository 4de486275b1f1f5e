# SPDX-License-Identifier: GPL-2.0-or-later
"""Who asks the system for less motion gets none from the page."""

from __future__ import annotations

from page_states import STATES, reach

#: What moves by itself when the map is zoomed.
ZOOMING = """
document.querySelector('.leaflet-control-zoom-in').click();
await new Promise(next => requestAnimationFrame(next));
return document.querySelector('.leaflet-zoom-anim') !== null;
"""


def test_map_jumps_where_motion_is_unwanted_and_glides_elsewhere(chromium, pages):
    calm = next(state for state in STATES if state.name == "less motion")
    address = pages["meeting"].as_uri()
    chromium.get(address)
    assert chromium.run(ZOOMING)
    # The page asks when it opens, so it is opened again.
    chromium.emulate(**calm.features)
    chromium.driver.get(address + "#")
    chromium.driver.refresh()
    assert chromium.run(f"return {calm.proof}")
    assert not chromium.run(ZOOMING)


def test_nothing_on_the_page_moves_by_itself(chromium, pages):
    reach(chromium, pages["meeting"].as_uri(), STATES[0])
    moving = chromium.run(
        "return document.getAnimations().filter(one => one.playState === 'running').map(one => one.effect.target.id)"
    )
    assert moving == []
