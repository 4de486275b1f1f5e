# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents, parts of the density and observations in a real browser: chosen, counted, drawn, told."""

from __future__ import annotations

import uuid

import package_more as more
import package_sample as sample
import pytest
from qgis.PyQt.QtGui import QColor, QImage
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.domain.edition import Edition
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

#: How many pixels of the incidents' picture are not empty.
DRAWN = """
const canvas = document.querySelector('.incident-canvas');
if (!canvas) { return 0; }
const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
"""
DENSITY = "return document.querySelector('img.density').src === EST.data.densities[arguments[0]]"


@pytest.fixture(scope="module")
def page(tmp_path_factory, qgis_app):
    """The working group's page: 29 incidents on a Tuesday evening, 40 on a Saturday at one o'clock."""
    folder = tmp_path_factory.mktemp("working")
    database = sample.make_database(folder / "est.gpkg")
    more.add_causes(database)
    seen = (("BEL", "3", "planned", more.add_photo(database, "a.jpg"), True), ("KÄN", "2", None, "", False))
    more.add_walk(database, "2026-03-12T18:00:00.000Z", seen)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number in range(40):
            sample.add_report(connection, f"litter-{number}", "2026-03-14", "nedskrapning")
    request = PackageRequest(sample.FILTER, edition=Edition.WORKING, language="en", second_language="sv")
    return write_package(make_plan(database, request, today=sample.TODAY), folder / "out", SilentFeedback()).html


def choose(browser, name, text):
    Select(browser.find_element(By.ID, name)).select_by_visible_text(text)


def count(browser):
    return browser.find_element(By.ID, "incident-count").text


def test_incidents_are_drawn_when_they_are_wanted_and_cost_nothing_before(opened):
    assert opened.execute_script(DRAWN) == 0
    opened.find_element(By.ID, "incident-on").click()
    assert opened.execute_script(DRAWN) > 100
    opened.find_element(By.ID, "incident-on").click()
    assert opened.find_elements(By.CSS_SELECTOR, ".incident-canvas") == []
    assert opened.get_log("browser") == []


def test_a_saved_picture_holds_the_incidents_that_are_shown(opened, tmp_path):
    opened.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    for box in opened.find_elements(By.CSS_SELECTOR, "input[data-layer]:checked"):
        box.click()
    opened.find_element(By.ID, "incident-on").click()
    opened.execute_script("document.getElementById('picture').click()")
    WebDriverWait(opened, 20).until(lambda _: list(tmp_path.glob("*.png")))
    image = QImage(str(next(tmp_path.glob("*.png"))))
    vandalism = QColor("#b5367a").rgb()
    assert any(image.pixel(x, y) == vandalism for y in range(image.height()) for x in range(0, image.width(), 2))


def test_incidents_are_chosen_by_kind_weekday_and_part_of_the_day(opened):
    assert count(opened) == "69 of 69 incidents are chosen."
    choose(opened, "incident-part", "Evening (18–24)")
    assert count(opened) == "29 of 69 incidents are chosen."
    # Who chooses wants to see.
    assert opened.find_element(By.ID, "incident-on").is_selected()
    choose(opened, "incident-weekday", "Saturday")
    assert count(opened) == "0 of 69 incidents are chosen."
    assert opened.execute_script(DRAWN) == 0
    choose(opened, "incident-part", "All")
    assert count(opened) == "40 of 69 incidents are chosen."
    choose(opened, "incident-kind", "Litter")
    assert count(opened) == "40 of 69 incidents are chosen."
    choose(opened, "incident-weekday", "Tuesday")
    assert count(opened) == "0 of 69 incidents are chosen."


def test_a_whole_group_can_be_chosen(opened):
    group = opened.find_element(By.CSS_SELECTOR, '#incident-kind optgroup[label="Unsafe-feeling place"]')
    group.find_element(By.TAG_NAME, "option").click()
    assert count(opened) == "40 of 69 incidents are chosen."


def test_a_click_tells_what_when_and_no_more(opened):
    opened.find_element(By.ID, "incident-on").click()
    opened.execute_script(
        "const map = EST.page.map, at = L.latLng(6579500, 673500);"
        "map.fire('click', {latlng: at, containerPoint: map.latLngToContainerPoint(at)});"
    )
    lines = opened.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text.splitlines()
    assert lines[0] == "Litter"
    assert "14" in lines[1]
    assert lines[2] == "Day (06–18)"
    assert len(lines) == 3


def test_choices_stay_when_the_language_changes(opened):
    choose(opened, "incident-weekday", "Saturday")
    opened.execute_script("window.scrollTo(0, 0)")
    opened.find_element(By.ID, "language").click()
    assert opened.find_element(By.ID, "incident-weekday").get_attribute("value") == "5"
    assert "40" in count(opened)
    assert opened.find_element(By.ID, "incident-on").is_selected()
    choose(opened, "incident-weekday", "Tisdag")
    assert count(opened).startswith("29 ")
    assert opened.execute_script(DRAWN) > 0


def test_density_of_a_part_is_shown_and_said(opened):
    select = Select(opened.find_element(By.ID, "density-choice"))
    select.select_by_value("group-4")
    assert opened.execute_script(DENSITY, "group-4")
    assert "Unsafe-feeling place" in opened.find_element(By.ID, "said").text
    assert opened.current_url.endswith("#d=group-4")
    opened.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").click()
    assert opened.execute_script(DENSITY, "before")
    assert select.first_selected_option.get_attribute("value") == "now"
    select.select_by_value("time-day")
    select.select_by_value("now")
    assert opened.execute_script(DENSITY, "now")


def test_link_to_the_density_of_a_part_opens_it(browser, page):
    browser.get("about:blank")
    browser.get(f"{page.as_uri()}#d=time-weekend")
    assert browser.execute_script(DENSITY, "time-weekend")
    assert browser.find_element(By.ID, "density-choice").get_attribute("value") == "time-weekend"


def test_observations_stand_in_the_list_and_on_the_map(opened):
    assert [mark.text for mark in opened.find_elements(By.CSS_SELECTOR, ".seen-mark")] == ["2"]
    opened.find_element(By.CSS_SELECTOR, "#s-observations a[data-key=o1]").click()
    told = opened.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text
    assert "1. The <tunnel>" in told
    assert "Lighting: great shortcomings (Planned)" in told
    photo = opened.find_element(By.CSS_SELECTOR, ".photo")
    assert opened.execute_script("return arguments[0].naturalWidth", photo) == 800
    box = opened.find_element(By.CSS_SELECTOR, "input[data-layer=observations]")
    box.click()
    assert opened.find_elements(By.CSS_SELECTOR, ".seen-mark") == []


def test_without_scripts_the_words_stand_and_no_dead_controls(start_browser, page):
    browser = start_browser(is_scripted=False)
    browser.get(page.as_uri())
    assert "great shortcomings" in browser.find_element(By.ID, "s-observations").text
    # A fold of the browser's own: it opens without scripts.
    browser.find_element(By.CSS_SELECTOR, ".causes summary").click()
    assert "29 of 40 after dark" in browser.find_element(By.CSS_SELECTOR, ".causes").text
    assert not browser.find_element(By.ID, "incident-on").is_displayed()
    assert not browser.find_element(By.ID, "density-choice").is_displayed()


def test_narrow_page_does_not_scroll_sideways(browser, page):
    try:
        browser.set_window_size(500, 800)
        browser.get("about:blank")
        browser.get(page.as_uri())
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        )
        root = "document.documentElement"
        assert browser.execute_script(f"return {root}.scrollWidth <= {root}.clientWidth")
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.set_window_size(1280, 1000)
