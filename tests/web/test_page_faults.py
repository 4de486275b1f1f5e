# SPDX-License-Identifier: GPL-2.0-or-later
"""A damaged page says what is missing, and an odd place to open it from makes no difference."""

from __future__ import annotations

import re
import shutil

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

FAULTS = ("no-map", "broken-data", "broken-tiles", "broken-part")


def damage(page, folder, pattern, instead):
    """A copy of the page with one place damaged."""
    text, found = re.subn(pattern, lambda _: instead, page.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert found == 1
    copy = folder / "damaged.html"
    copy.write_bytes(text.encode())
    return copy


def show(browser, page):
    browser.get("about:blank")
    browser.get(page.as_uri())


def told(browser):
    return [name for name in FAULTS if browser.find_element(By.ID, name).is_displayed()]


def texts_are_there(browser):
    assert "Badhusparken" in browser.find_element(By.CSS_SELECTOR, "ol.places").text
    assert len(browser.find_elements(By.CSS_SELECTOR, "#measure-rows tr")) == 2
    assert browser.find_element(By.CSS_SELECTOR, ".banner").is_displayed()


def test_a_whole_page_complains_of_nothing(opened):
    assert told(opened) == []


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r'(?<=id="data">)\{.', "{{"),
        (r'(?<=id="data">).*?(?=</script>)', ""),
        (r'(?<=id="data">).*?(?=</script>)', "{}"),
    ],
)
def test_damaged_data_leave_texts_and_a_still_map(browser, page, tmp_path, pattern, instead):
    show(browser, damage(page, tmp_path, pattern, instead))
    assert told(browser) == ["broken-data"]
    assert browser.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
    assert not browser.find_element(By.ID, "map").is_displayed()
    texts_are_there(browser)


def test_damaged_tiles_leave_the_places_on_the_map(browser, page, tmp_path):
    show(browser, damage(page, tmp_path, r'(?<=id="tiles">)\{.', "oops"))
    assert told(browser) == ["broken-tiles"]
    assert len(browser.find_elements(By.CSS_SELECTOR, ".place-mark")) == 3
    texts_are_there(browser)


@pytest.mark.parametrize("part", ["makeView", "makeLanguage", "makePresentation", "savePicture", "list"])
def test_a_damaged_part_leaves_the_rest(browser, page, tmp_path, part):
    show(browser, damage(page, tmp_path, rf"est\.{part} =", f"est.{part} !="))
    assert told(browser) == ["broken-part"]
    browser.execute_script("document.querySelector('a[data-key=p2]').click()")
    assert "Badhusparken" in browser.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text
    for button in ("larger", "picture", "link", "present", "leave"):
        browser.execute_script("document.getElementById(arguments[0]).click()", button)
    texts_are_there(browser)


@pytest.mark.parametrize("pattern", [r"Starts the page", r"Leaflet 1\.9\.4, a JS library", r"The map: tiles, density"])
def test_without_a_script_that_the_map_needs_a_sentence_comes_by_itself(browser, page, tmp_path, pattern):
    show(browser, damage(page, tmp_path, pattern, "x"))
    WebDriverWait(browser, 20).until(told)
    assert told(browser) in (["no-map"], ["broken-data"])
    assert browser.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
    texts_are_there(browser)


def test_without_scripts_a_sentence_says_why_nothing_moves(start_browser, page):
    browser = start_browser(is_scripted=False)
    browser.get(page.as_uri())
    WebDriverWait(browser, 20).until(told)
    assert told(browser) == ["no-map"]


def test_it_opens_alone_from_a_folder_with_blanks_and_foreign_letters_to_read_only(browser, page, tmp_path):
    folder = tmp_path / "Möte på Ågatan 5 #3 50%"
    folder.mkdir()
    copy = folder / "läges bild (1).html"
    shutil.copy(page, copy)
    copy.chmod(0o400)
    browser.get_log("browser")
    show(browser, copy)
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    assert told(browser) == []
    assert browser.execute_script("return EST.view.link()").startswith(copy.as_uri())
    assert browser.get_log("browser") == []


def test_it_works_in_a_preview_that_lets_it_keep_nothing(browser, page, tmp_path):
    """As a mail program shows it: in a frame of its own origin, where addresses, storage and windows are closed."""
    shutil.copy(page, tmp_path / "page.html")
    frame = tmp_path / "preview.html"
    frame.write_text('<iframe sandbox="allow-scripts" src="page.html" width="1000" height="800"></iframe>')
    show(browser, frame)
    browser.switch_to.frame(0)
    try:
        assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
        browser.execute_script("document.querySelector('a[data-key=p2]').click()")
        assert "Badhusparken" in browser.find_element(By.CSS_SELECTOR, ".leaflet-popup-content").text
    finally:
        browser.switch_to.default_content()
