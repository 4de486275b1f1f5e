# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a walk in a real browser: alone, without a network, without programs, for everybody to read."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest
from qgis.PyQt.QtGui import QColor, QImage
from selenium.webdriver.common.by import By

from est_plugin.db.migrator import create_database
from est_plugin.export.walk_report import write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report, report_choices
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_walk import store_demo_walk
from est_plugin.layers.photos import photo_folder

#: The contrast of each text with the ground it stands on, the smallest first (WCAG 2.1, 1.4.3).
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
  .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(element => {
    const pair = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  }).sort((a, b) => a - b);
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory, qgis_app):
    """The page of the demo's walk with every comment, and a photo."""
    folder = tmp_path_factory.mktemp("report")
    database = create_database(
        folder / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    store_demo_walk(database, date(2026, 11, 1))
    photos = photo_folder(database)
    photos.mkdir()
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(photos / "bank.jpg"))
    with database.writing() as connection:
        connection.execute("UPDATE observation SET photo = 'bank.jpg', photo_checked = 1 WHERE item = 'UND'")
    released = report_choices(database).everything(words=True, photos=True)
    return write_walk_report(make_walk_report(database, released=released), folder / "out", SilentFeedback()).html


@pytest.fixture
def opened(browser, report):
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    browser.get("about:blank")
    browser.get(report.as_uri())
    return browser


def test_nothing_is_complained_about_and_nothing_else_is_asked_for(opened, report):
    assert opened.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in opened.get_log("performance")]
    asked = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith(("data:", "about:"))} <= {report.as_uri()}
    assert opened.find_elements(By.TAG_NAME, "script") == []


def test_the_policy_forbids_programs_and_connections(opened):
    failed = opened.execute_async_script(
        "const done = arguments[0];fetch('data:text/plain,x').then(() => done('sent'), () => done('refused'));"
    )
    assert failed == "refused"
    opened.execute_script(
        "const one = document.createElement('script'); one.textContent = 'document.title = \"run\"';"
        "document.body.append(one);"
    )
    assert opened.title.startswith("Trygghetsvandring i Stadsparken")


def test_its_structure_can_be_heard(opened):
    assert opened.find_element(By.TAG_NAME, "html").get_attribute("lang") == "sv"
    levels = [int(head.tag_name[1]) for head in opened.find_elements(By.CSS_SELECTOR, "h1,h2,h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(opened.find_elements(By.TAG_NAME, "main")) == 1
    for image in opened.find_elements(By.TAG_NAME, "img"):
        assert image.get_attribute("alt")
        assert opened.execute_script("return arguments[0].naturalWidth", image) > 0
    tables = opened.find_elements(By.TAG_NAME, "table")
    assert len(tables) == 6
    for table in tables:
        assert len(table.find_elements(By.CSS_SELECTOR, "th[scope=col]")) == 3
        rows = table.find_elements(By.CSS_SELECTOR, "tbody tr")
        assert len(table.find_elements(By.CSS_SELECTOR, "tbody th[scope=row]")) == len(rows) > 0


def test_every_text_stands_out_from_its_ground(opened):
    contrasts = opened.execute_script(CONTRASTS)
    assert len(contrasts) > 50
    assert contrasts[0] >= 4.5


def test_it_fits_a_phone(opened):
    size = opened.get_window_size()
    try:
        opened.set_window_size(500, 900)
        assert opened.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        # Tables stay tables to those who hear them, and move sideways by themselves.
        kinds = (
            "return [...document.querySelectorAll('table,thead,tr,th,td')].map(one => getComputedStyle(one).display)"
        )
        assert set(opened.execute_script(kinds)) == {"table", "table-header-group", "table-row", "table-cell"}
        wide = opened.find_element(By.CSS_SELECTOR, "[role=region][tabindex='0'][aria-label]")
        opened.execute_script("arguments[0].scrollLeft = 1000", wide)
        assert opened.execute_script("return arguments[0].scrollLeft", wide) > 0
    finally:
        opened.set_window_size(size["width"], size["height"])
