# SPDX-License-Identifier: GPL-2.0-or-later
"""How the page looks and what of that its address holds: colours, size of the text, place, layers."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

#: The contrast of each text that is seen with the ground it stands on, the smallest first (WCAG 2.1, 1.4.3).
CONTRASTS = """
const light = colour => colour.slice(0, 3).map(value => value / 255)
  .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
const numbers = text => text.match(/[0-9.]+/g).map(Number);
const ground = element => {
  for (; element; element = element.parentElement) {
    const colour = numbers(getComputedStyle(element).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
return [...document.body.querySelectorAll('*')]
  .filter(one => one.checkVisibility() && !one.disabled && !one.closest('script'))
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => {
    const pair = [light(numbers(getComputedStyle(one).color)), light(ground(one))].sort((a, b) => b - a);
    return [(pair[0] + 0.05) / (pair[1] + 0.05), one.outerHTML.slice(0, 80)];
  }).sort((a, b) => a[0] - b[0]);
"""
#: As a reader with dyslexia sets it (WCAG 2.1, 1.4.12).
SPACED = """
document.querySelectorAll('*').forEach(one => {
  one.style.setProperty('line-height', '1.5', 'important');
  one.style.setProperty('letter-spacing', '0.12em', 'important');
  one.style.setProperty('word-spacing', '0.16em', 'important');
  if (one.tagName === 'P') one.style.setProperty('margin-bottom', '2em', 'important');
});
"""
#: What is cut off: more text than its box shows, and no way to scroll to it.
CUT = """
return [...document.querySelectorAll('#page *')].filter(one => one.checkVisibility() && !one.closest('#map'))
  .filter(one => !one.matches('.unseen, .skip'))
  .filter(one => getComputedStyle(one).overflowX === 'hidden' || getComputedStyle(one).overflowY === 'hidden')
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map(one => one.outerHTML.slice(0, 80));
"""


def show(browser, page, hash_):
    browser.get("about:blank")
    browser.get(f"{page.as_uri()}{hash_}")
    return browser


def theme(browser):
    return browser.find_element(By.TAG_NAME, "html").get_attribute("data-theme")


def resize(browser, wide, high=800):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
    )


@pytest.fixture
def sized(browser):
    yield resize
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_text_stands_out_in_every_theme(browser, page, name):
    show(browser, page, f"#p1&theme={name}")
    browser.execute_script("document.getElementById('more').open = true")
    contrasts = browser.execute_script(CONTRASTS)
    assert len(contrasts) > 60
    assert contrasts[0][0] >= 4.5, contrasts[:5]
    browser.execute_script("document.getElementById('present').click()")
    assert browser.execute_script(CONTRASTS)[0][0] >= 4.5


@pytest.mark.parametrize(
    ("features", "name"),
    [
        ({"prefers-color-scheme": "light"}, "light"),
        ({"prefers-color-scheme": "dark"}, "dark"),
        ({"prefers-contrast": "more"}, "contrast"),
    ],
)
def test_the_theme_follows_the_person_until_another_is_chosen(browser, page, features, name):
    media = [{"name": feature, "value": value} for feature, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
    try:
        show(browser, page, "")
        assert theme(browser) == name
        assert "theme" not in browser.current_url
        browser.find_element(By.CSS_SELECTOR, "#more summary").click()
        other = "light" if name != "light" else "dark"
        Select(browser.find_element(By.ID, "theme")).select_by_value(other)
        assert theme(browser) == other
        assert browser.current_url.endswith(f"#theme={other}")
        assert browser.execute_script("return localStorage.length + sessionStorage.length") == 0
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_forced_colours_leave_marks_and_buttons(browser, page):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "forced-colors", "value": "active"}]})
    try:
        show(browser, page, "#p1")
        mark = browser.find_element(By.CSS_SELECTOR, ".place-mark:not(.current)")
        assert mark.value_of_css_property("background-color") == "rgba(179, 38, 30, 1)"
        assert browser.find_element(By.ID, "present").value_of_css_property("border-top-style") == "solid"
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_the_text_grows_in_three_steps_to_twice_its_size(opened):
    sizes, says = [], []
    for _ in range(5):
        sizes.append(float(opened.find_element(By.CSS_SELECTOR, ".in-short").value_of_css_property("font-size")[:-2]))
        says.append(opened.find_element(By.ID, "larger").text)
        opened.find_element(By.ID, "larger").click()
    assert [size / sizes[0] for size in sizes] == [1, 1.25, 1.5, 2, 1]
    assert says == ["Larger text"] * 3 + ["Ordinary text", "Larger text"]
    assert opened.find_element(By.ID, "said").text == "The text is 125 per cent of the ordinary size."


@pytest.mark.parametrize("size", ["100", "125", "150", "200"])
def test_nothing_lies_beside_a_narrow_window(browser, page, sized, size):
    sized(browser, 320)
    show(browser, page, f"#text={size}")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320
    assert browser.execute_script(CUT) == []


def test_wider_spaced_text_loses_nothing(opened, sized):
    for wide in (320, 1280):
        sized(opened, wide)
        opened.execute_script(SPACED)
        assert opened.execute_script("return document.documentElement.scrollWidth") <= wide
        assert opened.execute_script(CUT) == []


def test_targets_are_large_enough_for_a_thumb(opened):
    opened.execute_script("document.getElementById('more').open = true")
    small = opened.execute_script(
        "return [...document.querySelectorAll('button, select, summary, fieldset label, .leaflet-bar a')]"
        ".filter(one => one.checkVisibility()).map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 60)])"
        ".filter(([box]) => box.width < 24 || box.height < 24).map(([, html]) => html)"
    )
    assert small == []
    for button in opened.find_elements(By.CSS_SELECTOR, ".tools button, .tools summary, .tools select"):
        assert button.size["height"] >= 43


def test_an_address_opens_the_view_that_it_was_copied_from(browser, page):
    show(browser, page, "#p2&d=before&z=1.5/674500/6580200&off=walks&theme=dark&text=125")
    assert browser.find_element(By.CSS_SELECTOR, "#p2 a").get_attribute("aria-current") == "true"
    assert browser.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").is_selected()
    assert not browser.find_element(By.CSS_SELECTOR, "input[data-layer=walks]").is_selected()
    view = browser.execute_script(
        "const map = EST.page.map, centre = map.getCenter();"
        "return [map.getZoom(), Math.round(centre.lng), Math.round(centre.lat)]"
    )
    assert view == [1.5, 674500, 6580200]
    link = browser.execute_script("return EST.view.link()")
    show(browser, page, "")
    browser.get("about:blank")
    browser.get(link)
    assert browser.execute_script("return EST.view.link()") == link
    assert link.endswith("#p2&d=before&z=1.5/674500/6580200&off=walks&theme=dark&lang=en&text=125")


@pytest.mark.parametrize(
    "hash_",
    [
        "#%E0%A4%A",
        "#__proto__",
        "#constructor&d=toString",
        "#p99&d=nothing&z=a/b/c&off=none,,&theme=pink&lang=xx&text=999",
        "#z=1/1/1",
        "#z=Infinity/674000/6580000",
        "#=&&&=",
        "#<script>alert(1)</script>",
        "#w1&p2&h-places",
    ],
)
def test_an_address_that_makes_no_sense_opens_the_ordinary_view(browser, page, hash_):
    browser.get_log("browser")
    show(browser, page, hash_)
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    assert len(browser.find_elements(By.CSS_SELECTOR, ".place-mark")) == 3
    assert theme(browser) == "light"
    assert browser.get_log("browser") == []


def test_a_link_to_the_view_is_copied(opened):
    opened.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    opened.find_element(By.CSS_SELECTOR, "a[data-key=p1]").click()
    opened.find_element(By.CSS_SELECTOR, "#more summary").click()
    opened.find_element(By.ID, "link").click()
    copied = opened.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")
    assert "#p1&z=" in copied
    assert opened.find_element(By.ID, "said").text == "Copied."


def test_the_line_under_the_map_says_which_density_is_seen(opened):
    seen = {}
    for name in ("now", "before", "difference", ""):
        opened.find_element(By.CSS_SELECTOR, f"input[name=density][value='{name}']").click()
        lines = [line for line in opened.find_elements(By.CSS_SELECTOR, ".seen") if line.is_displayed()]
        assert len(lines) == 1
        seen[name] = lines[0].text.replace("\n", " ")
    assert "reported, March 2026." in seen["now"]
    assert "reported, February 2026." in seen["before"]
    assert "fewer" in seen["difference"]
    assert seen[""] == "The map shows no density."


def test_the_focus_goes_into_the_popup_and_back(opened):
    link = opened.find_element(By.CSS_SELECTOR, "a[data-key=p2]")
    link.send_keys(Keys.ENTER)
    assert "Badhusparken" in opened.switch_to.active_element.text
    opened.switch_to.active_element.send_keys(Keys.TAB)
    assert opened.switch_to.active_element.get_attribute("aria-label") == "Close"
    opened.switch_to.active_element.send_keys(Keys.ESCAPE)
    opened.execute_async_script("setTimeout(arguments[0], 0)")
    assert opened.switch_to.active_element.get_attribute("data-key") == "p2"
    assert opened.find_elements(By.CSS_SELECTOR, "[aria-current]") == []


def test_numbers_choose_places_only_with_the_focus_on_the_map(opened):
    opened.find_element(By.TAG_NAME, "body").send_keys("2")
    assert opened.find_elements(By.CSS_SELECTOR, ".place-mark.current") == []
    opened.find_element(By.ID, "map").send_keys("2")
    assert [mark.text for mark in opened.find_elements(By.CSS_SELECTOR, ".place-mark.current")] == ["2"]


def test_the_help_lists_the_keys_and_goes_away(opened):
    opened.find_element(By.CSS_SELECTOR, "#more summary").click()
    opened.find_element(By.ID, "help").click()
    dialog = opened.find_element(By.ID, "keys")
    assert dialog.is_displayed()
    assert "show the place with that number" in dialog.text
    opened.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not dialog.is_displayed()
