# SPDX-License-Identifier: GPL-2.0-or-later
"""In which states must the package's page be accessible, and how does one get there?"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Ways to a state: what a person does, as the page sees it.
SELECT = "document.querySelector('a[data-key=p2]').click();"
ESCAPE = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));"
FILTER = (
    "const filter = document.getElementById('measure-filter'); filter.value = 'done';"
    "filter.dispatchEvent(new Event('change', {bubbles: true}));"
)
MORE = "document.querySelector('#more summary').click();"
PRESENT = "document.getElementById('present').click();"
NEXT = "document.getElementById('next').click();"
INCIDENTS = "document.getElementById('incident-on').click();"
EVENING = (
    "const part = document.getElementById('incident-part'); part.selectedIndex = part.options.length - 1;"
    "part.dispatchEvent(new Event('change', {bubbles: true}));"
)
#: How a state is known.
SELECTED = "document.querySelector('#p2.current') !== null"
FILTERED = "document.querySelectorAll('#measure-rows tr[hidden]').length === 1"
OPEN = "document.getElementById('more').open"
PRESENTING = "document.documentElement.classList.contains('presenting')"
STEP = "Number(document.querySelector('.slide .step').textContent.match(/[0-9]+/))"
SETTING = "document.documentElement.dataset.{} === '{}'"
DARK, CONTRAST = "#theme=dark", "#theme=contrast"
PHONE = {"width": 320, "height": 800}
PROJECTOR = {"width": 1024, "height": 768}


@dataclass(frozen=True)
class State:
    """``reach`` is a script, ``proof`` an expression that is true in the state and not before the script."""

    name: str
    reach: str = ""
    proof: str = ""
    page: str = "meeting"
    width: int = 1280
    height: int = 1000
    hash: str = ""
    #: Settings of a user's system, which only Chromium plays.
    media: str = ""
    features: dict[str, str] = field(default_factory=dict)

    @property
    def is_emulated(self) -> bool:
        """Does it need a setting of the system?"""
        return bool(self.media or self.features)


STATES = (
    State("start", proof="document.documentElement.dataset.ready === 'true'"),
    State("place selected", SELECT, SELECTED),
    State("place by link", hash="#p3", proof="document.querySelector('#p3.current') !== null"),
    State(
        "measure selected",
        "document.querySelector('#measure-rows a[data-key]').click();",
        "document.querySelector('.leaflet-popup') !== null",
    ),
    State(
        "popup closed",
        SELECT + ESCAPE,
        "document.getElementById('said').textContent !== '' && document.querySelector('.leaflet-popup') === null",
    ),
    State("filter on", FILTER, FILTERED),
    State(
        "layers off",
        "document.querySelectorAll('input[data-layer]').forEach(box => box.click());",
        "document.querySelector('.place-mark') === null",
    ),
    State(
        "difference",
        "document.querySelector('input[name=density][value=difference]').click();",
        "document.querySelector('input[name=density][value=difference]').checked",
    ),
    State("more open", MORE, OPEN),
    State("keys open", "document.getElementById('help').click();", "document.getElementById('keys').open"),
    State("second language", "document.getElementById('language').click();", "document.documentElement.lang === 'sv'"),
    *(State(f"text {size} %", hash=f"#text={size}", proof=SETTING.format("text", size)) for size in (125, 150, 200)),
    State("dark", hash=DARK, proof=SETTING.format("theme", "dark")),
    State("dark, place selected", SELECT, SELECTED, hash=DARK),
    State("dark, filter on", FILTER, FILTERED, hash=DARK),
    State("dark, more open", MORE, OPEN, hash=DARK),
    State("high contrast", hash=CONTRAST, proof=SETTING.format("theme", "contrast")),
    State("high contrast, place selected", SELECT, SELECTED, hash=CONTRAST),
    State("presentation", PRESENT, PRESENTING),
    State("presentation, a place", PRESENT + 3 * NEXT, f"{STEP} === 4", **PROJECTOR),
    State("presentation, measures", PRESENT + 9 * NEXT, "document.getElementById('next').disabled", **PROJECTOR),
    State("presentation, dark", PRESENT, PRESENTING, hash=DARK),
    State("presentation, high contrast", PRESENT, PRESENTING, hash=CONTRAST),
    State("presentation, phone", PRESENT, PRESENTING, **PHONE),
    State("320 px", proof="innerWidth === 320", **PHONE),
    State("320 px, place selected", SELECT, SELECTED, **PHONE),
    State("320 px, text 150 %", hash="#text=150", proof=SETTING.format("text", "150"), **PHONE),
    State("320 px, more open", MORE, OPEN, **PHONE),
    State("projector", proof="innerWidth === 1024", **PROJECTOR),
    State("print", media="print", proof="matchMedia('print').matches"),
    State(
        "forced colours", SELECT, "matchMedia('(forced-colors: active)').matches", features={"forced_colors": "active"}
    ),
    State(
        "less motion",
        SELECT,
        "matchMedia('(prefers-reduced-motion: reduce)').matches",
        features={"prefers_reduced_motion": "reduce"},
    ),
    State("working edition", page="working", proof="document.getElementById('incident-on') !== null"),
    State("incidents on", INCIDENTS, "document.querySelector('.incident-canvas') !== null", page="working"),
    State("incidents chosen", EVENING, "document.querySelector('.incident-canvas') !== null", page="working"),
    State("incidents on, dark", INCIDENTS, "document.querySelector('.incident-canvas') !== null", "working", hash=DARK),
    State("working edition, phone", page="working", proof="innerWidth === 320", **PHONE),
    State("working edition, print", page="working", proof="matchMedia('print').matches", media="print"),
    State("strategic edition", page="strategic", proof="document.querySelector('ol.places a') !== null"),
    State("strategic edition, dark", page="strategic", proof=SETTING.format("theme", "dark"), hash=DARK),
    State("public edition", page="public", proof="document.querySelector('h1') !== null"),
    State(
        "public square selected",
        "document.querySelector('a[data-key=r2]').click();",
        "document.querySelector('#r2.current') !== null",
        page="public",
    ),
    State("public edition, dark", page="public", proof=SETTING.format("theme", "dark"), hash=DARK),
    State("public edition, high contrast", page="public", proof=SETTING.format("theme", "contrast"), hash=CONTRAST),
    State("public edition, phone", page="public", proof="innerWidth === 320", **PHONE),
    State("public edition, print", page="public", proof="matchMedia('print').matches", media="print"),
    State("Swedish", page="swedish", proof="document.documentElement.lang === 'sv'"),
    State("without scripts", page="unscripted", proof="document.documentElement.dataset.ready === undefined"),
    State("walk report", page="walk report", proof="document.querySelector('script') === null"),
)


def reach(browser, address: str, state: State) -> None:
    """Bring a browser into the state and make sure that it is there."""
    browser.resize(state.width, state.height)
    browser.get(address + state.hash)
    if state.is_emulated:
        browser.emulate(state.media, **state.features)
    if state.reach:
        if state.proof and not state.is_emulated:
            browser.run(f"if ({state.proof}) throw new Error('{state.name}: it is so before anything is done');")
        browser.run(state.reach)
    # A frame at a time, for what follows a click a moment later; a state that never comes fails in the end.
    waiting = (
        f"for (let frame = 0; frame < 300 && !({state.proof}); frame++)"
        " { await new Promise(next => setTimeout(next, 16)); }"
        f" return Boolean({state.proof});"
    )
    assert browser.run(waiting), f"The state was not reached: {state.name}"
