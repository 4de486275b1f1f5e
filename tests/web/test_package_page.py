# SPDX-License-Identifier: GPL-2.0-or-later
"""The package's page in a real browser, opened by a double click: no server, no GPU, no network."""

from __future__ import annotations

import hashlib
import json

import package_sample as sample
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from est_plugin import paths


def texts(browser, selector):
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, selector)]


def popup_is_gone(browser):
    return not browser.find_elements(By.CSS_SELECTOR, ".leaflet-popup-content")


def test_nothing_is_complained_about_and_nothing_else_is_asked_for(browser, opened, page):
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith(("data:", "about:"))} <= {page.as_uri()}


def test_policy_forbids_every_connection(opened):
    failed = opened.execute_async_script(
        "const done = arguments[0];fetch('data:text/plain,x').then(() => done('sent'), () => done('refused'));"
    )
    assert failed == "refused"


def test_hotspots_stand_in_the_list_and_on_the_map(opened):
    assert texts(opened, "ol.places a") == [f"{rank}. {spot[0]}" for rank, spot in enumerate(sample.HOTSPOTS, start=1)]
    assert sorted(texts(opened, ".place-mark")) == ["1", "2", "3"]
    tiles = opened.find_elements(By.CSS_SELECTOR, "img.leaflet-tile")
    assert tiles
    assert all(tile.get_attribute("src").startswith("data:image/") for tile in tiles)


def test_few_reports_have_their_rhythm_in_words_only(opened):
    section = opened.find_element(By.CSS_SELECTOR, "section[aria-labelledby=h-rhythm]")
    assert "Too few incidents to speak of a rhythm: 29" in section.text
    assert section.find_elements(By.TAG_NAME, "img") == []


def test_choosing_in_the_list_shows_the_place_on_the_map(opened):
    opened.find_element(By.CSS_SELECTOR, "a[data-key=p2]").click()
    assert "Badhusparken" in opened.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text
    assert texts(opened, ".place-mark.current") == ["2"]
    assert opened.find_element(By.CSS_SELECTOR, "#p2 a").get_attribute("aria-current") == "true"
    assert opened.current_url.endswith("#p2")
    assert "Badhusparken" in opened.find_element(By.ID, "said").text


def test_choosing_on_the_map_shows_the_place_in_the_list(opened):
    marks = opened.find_elements(By.CSS_SELECTOR, ".place-mark")
    next(mark for mark in marks if mark.text == "3").click()
    assert "current" in opened.find_element(By.ID, "p3").get_attribute("class")


def test_escape_closes_the_popup_from_anywhere(opened):
    link = opened.find_element(By.CSS_SELECTOR, "a[data-key=p1]")
    link.send_keys(Keys.ENTER)
    assert not popup_is_gone(opened)
    link.send_keys(Keys.ESCAPE)
    WebDriverWait(opened, 10).until(popup_is_gone)


def test_link_to_a_place_opens_it(browser, page):
    browser.get("about:blank")
    browser.get(f"{page.as_uri()}#p3")
    assert texts(browser, ".place-mark.current") == ["3"]


def test_measures_stand_on_the_map_with_sign_and_number_of_the_table(opened):
    rows = {
        (
            row.find_element(By.CSS_SELECTOR, ".no").text,
            row.find_element(By.CSS_SELECTOR, ".icon").get_attribute("class"),
        )
        for row in opened.find_elements(By.CSS_SELECTOR, "#measure-rows tr")
    }
    marks = opened.find_elements(By.CSS_SELECTOR, ".measure-mark")
    assert {number for number, _ in rows} == {mark.text for mark in marks} == {"1", "2"}
    pictures = {}
    for mark in marks:
        number = mark.text
        assert mark.get_attribute("title").startswith(f"{number}. ")
        sign = next(name for name in mark.get_attribute("class").split() if name.startswith("icon-"))
        assert (number, f"icon {sign}") in rows
        pictures[sign] = mark.value_of_css_property("background-image")
    assert set(pictures) == {"icon-lighting", "icon-signage"}
    assert len(set(pictures.values())) == 2
    assert all(picture.startswith('url("data:image/svg+xml') for picture in pictures.values())
    # Both measures have the same place: the one must not hide the other.
    assert len({mark.location["x"] for mark in marks}) == 2
    assert texts(opened, ".legends .kind") == ["Lighting", "Signage"]


def test_measures_are_filtered_by_status(opened):
    Select(opened.find_element(By.ID, "measure-filter")).select_by_value("done")
    shown = [row for row in opened.find_elements(By.CSS_SELECTOR, "#measure-rows tr") if row.is_displayed()]
    assert [row.get_attribute("data-status") for row in shown] == ["done"]
    assert opened.find_element(By.ID, "said").text == "1 of 2 measures are shown."


def test_measures_that_are_filtered_away_leave_the_map_too(opened):
    choice = Select(opened.find_element(By.ID, "measure-filter"))
    assert [option.text for option in choice.options] == ["All", "Proposed", "Done"]
    choice.select_by_value("done")
    row = next(row for row in opened.find_elements(By.CSS_SELECTOR, "#measure-rows tr") if row.is_displayed())
    assert texts(opened, ".measure-mark") == [row.find_element(By.CSS_SELECTOR, ".no").text]
    choice.select_by_value("")
    assert sorted(texts(opened, ".measure-mark")) == ["1", "2"]


def test_a_change_has_a_sign_beside_its_words(opened):
    signs = {"+": "▲", "−": "▼", "0": "="}
    changes = [text.split(" ", maxsplit=1) for text in texts(opened, ".counts td.change")]
    assert changes
    for sign, words in changes:
        assert sign == signs[words[0]]
        assert "(" in words
    opened.find_element(By.CSS_SELECTOR, "a[data-key=p1]").click()
    popup = opened.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text
    assert any(f"{sign} {number}" in popup for number, sign in signs.items())


def test_three_places_stand_on_the_first_screen_of_a_laptop(chromium, pages):
    chromium.resize(1366, 768)
    chromium.get(pages["working"].as_uri())
    ends = chromium.run(
        "return Array.from(document.querySelectorAll('ol.places > li'), row => row.getBoundingClientRect().bottom)"
    )
    assert len(ends) == 3
    assert max(ends) <= 768
    folds = "return Array.from(document.querySelectorAll('.folds details'), fold => fold.open)"
    assert True not in chromium.run(folds)
    assert chromium.run("return document.querySelectorAll('.causes').length") >= 1
    # On paper nothing is folded.
    chromium.run(
        "window.opened = []; addEventListener('beforeprint', () => {"
        " window.opened = Array.from(document.querySelectorAll('.folds details'), fold => fold.open); })"
    )
    chromium.pdf()
    assert set(chromium.run("return window.opened")) == {True}
    assert True not in chromium.run(folds)


def test_layers_and_density_are_switched(opened):
    opened.find_element(By.CSS_SELECTOR, "input[data-layer=hotspots]").click()
    assert opened.find_elements(By.CSS_SELECTOR, ".place-mark") == []
    assert len(opened.find_elements(By.CSS_SELECTOR, "img.density")) == 1
    opened.find_element(By.CSS_SELECTOR, "input[name=density][value='']").click()
    assert opened.find_elements(By.CSS_SELECTOR, "img.density") == []


def test_page_is_ordered_for_screen_readers(opened):
    assert len(opened.find_elements(By.TAG_NAME, "h1")) == 1
    for landmark in ("header", "main", "footer"):
        assert len(opened.find_elements(By.TAG_NAME, landmark)) == 1
    assert opened.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
    assert opened.find_element(By.CSS_SELECTOR, ".banner").text.startswith("Information class: Internal")
    assert opened.find_element(By.CSS_SELECTOR, ".leaflet-control-zoom-in").get_attribute("title") == "Zoom in"
    focusable = opened.find_elements(By.CSS_SELECTOR, ".leaflet-marker-icon[tabindex]")
    assert focusable == []


def test_first_screen_of_a_projector_answers_what_a_meeting_asks(opened):
    opened.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        for selector in (".banner", "h1", ".period", ".facts li", "ol.places li"):
            first = opened.find_element(By.CSS_SELECTOR, selector)
            assert first.location["y"] + first.size["height"] <= 768
        assert opened.find_element(By.ID, "map").location["y"] < 768 / 2
    finally:
        opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert texts(opened, ".facts strong") == ["Incidents", "Hotspots", "Measures not finished"]
    assert texts(opened, ".figure") == ["29", "3", "1"]
    assert (
        "+8 (+38 %, may be chance) against the period before (21)" in opened.find_element(By.CLASS_NAME, "facts").text
    )


def test_narrow_window_needs_no_sideways_scrolling(opened):
    size = opened.get_window_size()
    opened.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert opened.execute_script("return document.documentElement.scrollWidth") <= 320
    finally:
        opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        opened.set_window_size(size["width"], size["height"])


def test_texts_and_a_still_map_are_there_without_scripts(start_browser, page):
    browser = start_browser(is_scripted=False)
    browser.get(page.as_uri())
    assert browser.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
    assert not browser.find_element(By.ID, "map").is_displayed()
    assert "Badhusparken" in browser.find_element(By.CSS_SELECTOR, "ol.places").text
    assert len(texts(browser, "#measure-rows tr")) == 2
    assert texts(browser, ".key > span")[:4] == ["Hotspots", "Lighting", "Signage", "Safety walks"]


def test_paper_gets_the_still_map(opened):
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert opened.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
        assert not opened.find_element(By.ID, "map").is_displayed()
        assert opened.find_element(By.CSS_SELECTOR, ".banner").is_displayed()
    finally:
        opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_leaflet_is_the_published_one_and_our_script_is_small():
    lines = paths.web("leaflet/CHECKSUMS").read_text(encoding="utf-8").splitlines()
    listed = [line.split() for line in lines if not line.startswith("#")]
    assert {name for _, name in listed} == {"LICENSE", "leaflet.css", "leaflet.js"}
    for checksum, name in listed:
        assert hashlib.sha256(paths.web(f"leaflet/{name}").read_bytes()).hexdigest() == checksum
    sizes = [path.stat().st_size for path in paths.web("").glob("*.js")]
    assert max(sizes) <= 20_000
    assert sum(sizes) <= 64_000


def test_a_popup_on_a_phone_lies_within_the_map_and_off_its_buttons(chromium, pages):
    chromium.resize(320, 640)
    chromium.get(pages["meeting"].as_uri())
    chromium.run("document.querySelector('a[data-key=p2]').click(); await new Promise(done => setTimeout(done, 700))")
    popup, frame, button = chromium.run(
        "return ['.leaflet-popup', '#map', '.leaflet-control-zoom'].map(name => {"
        " const box = document.querySelector(name).getBoundingClientRect();"
        " return [box.left, box.top, box.right, box.bottom]; })"
    )
    assert frame[0] <= popup[0]
    assert popup[2] <= frame[2]
    assert popup[1] >= button[3]


def test_the_loose_numbers_of_the_map_are_not_read_aloud(opened):
    pane = opened.find_element(By.CSS_SELECTOR, ".leaflet-marker-pane")
    assert pane.get_attribute("aria-hidden") == "true"
    assert pane.find_elements(By.CSS_SELECTOR, "[tabindex]") == []
