# SPDX-License-Identifier: GPL-2.0-or-later
"""Boston's reports all the way to a browser: the package that a meeting would open."""

from __future__ import annotations

from datetime import date

import pytest
from boston import CATEGORIES, SRS_ID, mapping
from selenium.webdriver.common.by import By

from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db.hotspots import HotspotRequest, list_hotspots, update_hotspots
from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.importer import import_incidents

PERIOD = Period.between(date(2015, 3, 1), date(2015, 4, 30))


@pytest.fixture(scope="module")
def boston(tmp_path_factory, shared_data, qgis_app):
    """The database with all five files and the hotspots of the period."""
    database = create_database(
        tmp_path_factory.mktemp("boston") / "boston.gpkg",
        srs_id=SRS_ID,
        municipality="0000",
        municipality_name="Boston",
        feedback=SilentFeedback(),
    )
    for name in CATEGORIES:
        file = shared_data / "boston_311_2015" / f"{name}.csv.gz"
        import_incidents(database, file, mapping(name), SilentFeedback())
    request = HotspotRequest(PERIOD, HotspotParameters())
    update_hotspots(database, request, SilentFeedback())
    return database


def test_the_package_shows_the_hotspots_in_list_and_map(boston, browser, tmp_path):
    hotspots = list_hotspots(boston, PERIOD)
    assert hotspots
    plan = make_plan(boston, PackageRequest(IncidentFilter(PERIOD), language="sv"), today=date(2015, 5, 1))
    page = write_package(plan, tmp_path, SilentFeedback()).html
    browser.get_log("browser")
    browser.get(page.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    assert len(browser.find_elements(By.CSS_SELECTOR, "ol.places a")) == len(hotspots)
    marks = sorted(int(mark.text) for mark in browser.find_elements(By.CSS_SELECTOR, ".place-mark"))
    assert marks == [row.rank for row in hotspots]
    _see_rhythm(browser)
    assert browser.get_log("browser") == []


def _see_rhythm(browser):
    section = browser.find_element(By.CSS_SELECTOR, "section[aria-labelledby=h-rhythm]")
    chart = section.find_element(By.CSS_SELECTOR, "img.chart")
    browser.execute_script("arguments[0].scrollIntoView()", chart)
    assert 400 < chart.size["width"] <= section.size["width"]
    assert chart.get_attribute("alt").startswith("Händelser efter veckodag och klockslag, som gånger medelvärdet")
    # The page's policy does not hold back what is inside the picture: its colours are there.
    colours = browser.execute_script(
        "const canvas = document.createElement('canvas'), context = canvas.getContext('2d');"
        "canvas.width = arguments[0].naturalWidth; canvas.height = arguments[0].naturalHeight;"
        "context.drawImage(arguments[0], 0, 0);"
        "const data = context.getImageData(0, 0, canvas.width, canvas.height).data;"
        "return new Set(Array.from({length: data.length / 4}, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size",
        chart,
    )
    assert colours > 20
