# SPDX-License-Identifier: GPL-2.0-or-later
"""One package, and a real browser without a GPU, opened from file://."""

from __future__ import annotations

import os

import package_sample as sample
import pytest
from osgeo import ogr, osr
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-3d-apis",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--window-size=1280,1000",
)


def _add_town(path):
    """Two streets, so that there are tiles to draw."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    dataset = ogr.Open(str(path), 1)
    layer = dataset.CreateLayer("town_street", reference, ogr.wkbLineString)
    for wkt in ("LINESTRING (673000 6580000, 675000 6580300)", "LINESTRING (674000 6579000, 674100 6581500)"):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)


@pytest.fixture(scope="session")
def page(tmp_path_factory, qgis_app):
    """The HTML file of a package."""
    folder = tmp_path_factory.mktemp("package")
    database = sample.make_database(folder / "est.gpkg")
    _add_town(database.path)
    plan = make_plan(database, PackageRequest(sample.FILTER, language="en"), today=sample.TODAY)
    return write_package(plan, folder / "out", SilentFeedback()).html


@pytest.fixture(scope="session")
def start_browser(tmp_path_factory):
    """Starts browsers; each is ended with the session."""
    started = []

    def start(*, is_scripted=True):
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("EST_CHROMIUM", "/usr/bin/chromium")
        for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
            options.add_argument(flag)
        if not is_scripted:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(os.environ.get("EST_CHROMEDRIVER", "/usr/bin/chromedriver"))
        browser = webdriver.Chrome(options=options, service=service)
        started.append(browser)
        return browser

    yield start
    for browser in started:
        browser.quit()


@pytest.fixture(scope="session")
def browser(start_browser):
    return start_browser()


@pytest.fixture
def opened(browser, page):
    """The page, freshly opened and ready."""
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    browser.get("about:blank")
    browser.get(page.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    return browser
