# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does the focus go when a person presses Tab through a page, and can it be seen there?"""

from __future__ import annotations

from dataclasses import dataclass

#: What Tab must reach, in the order of the document: one stop for the radio buttons of a name.
EXPECTED = """
const names = new Set();
const seen = element => element.checkVisibility({visibilityProperty: true}) && !element.closest('[inert]');
return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(element => element.tabIndex >= 0 && !element.disabled && seen(element))
  .filter(element => element.type !== 'radio' || element.checked)
  .map((element, number) => { element.dataset.stop ??= String(number + 1); return element.dataset.stop; });
"""
#: True when the focus is on something and stays there.
SETTLED = """
const somewhere = () => document.activeElement && document.activeElement !== document.body;
await new Promise(next => setTimeout(next, 50));
for (let frame = 0; frame < 300 && !somewhere(); frame++) { await new Promise(next => setTimeout(next, 16)); }
return somewhere();
"""
_HERE = """
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const box = element.getBoundingClientRect();
const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
const top = document.elementFromPoint(x, y);
return {
  stop: element.dataset.stop ?? '', what: element.outerHTML.slice(0, 90),
  place: element.closest('.leaflet-container') !== null,
  box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
  inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  onTop: top !== null && (element.contains(top) || top.contains(element)),
  isRinged: element.matches(':focus-visible')
};
"""


@dataclass(frozen=True)
class Stop:
    """One stop of the walk. ``box`` is left, top, width and height in the page, in CSS pixels."""

    stop: str
    what: str
    place: bool
    box: tuple[float, float, float, float]
    inView: bool  # noqa: N815 (as the page names it)
    onTop: bool  # noqa: N815
    isRinged: bool  # noqa: N815


def here(browser) -> Stop | None:
    """Where the focus is; None: nowhere."""
    found = browser.run(_HERE)
    return None if found is None else Stop(**found | {"box": tuple(found["box"])})


def walk(browser, *, shift: bool = False, at_most: int = 300) -> list[Stop]:
    """Press Tab until the page is left or begins again."""
    stops: list[Stop] = []
    while len(stops) < at_most:
        browser.press("Tab", shift=shift)
        stop = here(browser)
        if stop is None or (stops and stop.stop == stops[0].stop):
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab has no end: {[stop.what for stop in stops[-5:]]}")


def tab_to(browser, selector: str, *, at_most: int = 300) -> None:
    """Press Tab until the focus is on the element."""
    for _ in range(at_most):
        browser.press("Tab")
        if browser.run(f"return document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"Tab does not reach {selector}")
