# SPDX-License-Identifier: GPL-2.0-or-later
"""A page in two languages in a real browser: everything is said in either, nothing is held twice."""

from __future__ import annotations

import re
from dataclasses import replace

import package_sample as sample
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

REQUEST = PackageRequest(sample.FILTER, language="en", second_language="sv", summary="It got worse", contact="The team")


@pytest.fixture(scope="module")
def both(tmp_path_factory, qgis_app):
    """The page of a package in English that can be switched to Swedish."""
    folder = tmp_path_factory.mktemp("both")
    plan = make_plan(sample.make_database(folder / "est.gpkg"), REQUEST, today=sample.TODAY)
    return write_package(plan, folder / "out", SilentFeedback()).html


@pytest.fixture
def opened(browser, both):
    browser.get_log("browser")
    browser.get("about:blank")
    browser.get(both.as_uri())
    return browser


def text(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector).text


def switch(browser):
    browser.execute_script("document.getElementById('language').click()")


def test_the_button_turns_every_text_and_stays_in_hand(opened):
    assert text(opened, "#language") == "Svenska"
    switch(opened)
    assert opened.find_element(By.TAG_NAME, "html").get_attribute("lang") == "sv"
    assert opened.title.startswith("Lägesbild")
    assert text(opened, "h1").startswith("Lägesbild")
    assert text(opened, "#h-places") == "Hotspots i rangordning"
    assert text(opened, "#language") == "English"
    assert opened.switch_to.active_element.get_attribute("id") == "language"
    assert opened.find_element(By.CSS_SELECTOR, ".leaflet-control-zoom-in").get_attribute("title") == "Zooma in"
    assert "karta" in opened.find_element(By.ID, "map").get_attribute("aria-label").lower()
    assert opened.current_url.endswith("#lang=sv")
    switch(opened)
    assert opened.title.startswith("Situation picture")
    assert text(opened, "#h-places") == "Hotspots by rank"
    assert opened.get_log("browser") == []


def test_what_a_person_has_chosen_goes_with_the_language(opened):
    opened.find_element(By.CSS_SELECTOR, "a[data-key=p2]").click()
    opened.find_element(By.CSS_SELECTOR, "input[data-layer=walks]").click()
    opened.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").click()
    Select(opened.find_element(By.ID, "measure-filter")).select_by_value("done")
    switch(opened)
    assert "händelser" in text(opened, ".leaflet-popup-content")
    assert opened.find_element(By.CSS_SELECTOR, "#p2 a").get_attribute("aria-current") == "true"
    assert not opened.find_element(By.CSS_SELECTOR, "input[data-layer=walks]").is_selected()
    assert opened.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").is_selected()
    assert text(opened, "#measure-count") == "1 av 2 åtgärder visas."
    assert len(opened.find_elements(By.CSS_SELECTOR, ".leaflet-container")) == 1
    assert len(opened.find_elements(By.CSS_SELECTOR, ".place-mark")) == 3


def test_every_id_stands_once_in_either_language(opened):
    for _ in range(2):
        ids = opened.execute_script("return [...document.querySelectorAll('[id]')].map(one => one.id)")
        assert len(ids) == len(set(ids))
        switch(opened)


def test_pictures_are_shared_and_seen_in_both(opened, both):
    uris = re.findall(r'"(data:image/jpeg[^"]{1000,})"', both.read_text(encoding="utf-8"))
    assert uris
    assert len(uris) == len(set(uris))
    switch(opened)
    wide = opened.execute_script(
        "return [...document.images].filter(one => !one.closest('#map')).map(one => one.naturalWidth)"
    )
    assert wide
    assert all(wide)


def test_a_link_opens_the_language_and_an_unknown_one_changes_nothing(browser, both):
    for hash_, language in (("#p3&lang=sv", "sv"), ("#lang=fi", "en")):
        browser.get("about:blank")
        browser.get(f"{both.as_uri()}{hash_}")
        assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == language


def test_the_first_language_stands_without_scripts(start_browser, both):
    browser = start_browser(is_scripted=False)
    browser.get(both.as_uri())
    assert text(browser, "#h-places") == "Hotspots by rank"
    assert "Hotspots i rangordning" not in text(browser, "body")


def test_the_words_of_the_author_keep_their_language(opened):
    assert text(opened, ".summary") == "It got worse"
    assert "Questions: The team." in text(opened, "footer")
    switch(opened)
    assert text(opened, ".summary") == "It got worse"
    assert opened.find_element(By.CSS_SELECTOR, ".summary").get_attribute("lang") == "en"


def test_a_page_in_one_language_has_no_button(browser, both, tmp_path, qgis_app):
    plan = make_plan(
        sample.make_database(tmp_path / "est.gpkg"), replace(REQUEST, second_language=None), today=sample.TODAY
    )
    browser.get(write_package(plan, tmp_path / "out", SilentFeedback()).html.as_uri())
    assert browser.find_elements(By.ID, "language") == []
