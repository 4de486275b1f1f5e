# SPDX-License-Identifier: GPL-2.0-or-later
"""The packages of all editions, and real browsers without a GPU that open them from file://."""

from __future__ import annotations

import os
import re
import uuid
from datetime import date

import package_more as more
import package_sample as sample
import public_sample
import pytest
from chromium import Chromium
from firefox import Firefox
from osgeo import ogr, osr
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.migrator import create_database
from est_plugin.domain.edition import Edition, Part
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.publishing import approve
from est_plugin.export.request import PackageRequest
from est_plugin.export.walk_report import write_walk_report
from est_plugin.export.walk_report_plan import make_walk_report, report_choices
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_walk import store_demo_walk

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


def _empty_database(path):
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def _add_more(database):
    """What the working group and the strategic group see besides: causes, observations with a photo, many reports."""
    more.add_causes(database)
    seen = (("BEL", "3", "planned", more.add_photo(database, "a.jpg"), True), ("KÄN", "2", None, "", False))
    more.add_walk(database, "2026-03-12T18:00:00.000Z", seen)
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number in range(40):
            sample.add_report(connection, f"litter-{number}", "2026-03-14", "nedskrapning")


class Pages:
    """The HTML files that a meeting may open, by name; each is made when it is first asked for."""

    def __init__(self, folder):
        self._folder = folder
        self._made = {}
        self._databases = {}

    def __getitem__(self, name):
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name):
        if name == "walk report":
            return self._walk_report()
        if name == "unscripted":
            return self._unscripted()
        if name == "public":
            return self._public()
        if name == "swedish":
            return self._package(name, Edition.MEETING, language="sv", second_language=None)
        return self._package(name, Edition(name), language="en", second_language="sv")

    def _database(self, edition):
        """One with little for the meeting, so that a test can count; one with causes, photos and many reports."""
        is_rich = edition is not Edition.MEETING
        if is_rich not in self._databases:
            database = sample.make_database(self._folder / f"est-{is_rich}.gpkg")
            _add_town(database.path)
            if is_rich:
                _add_more(database)
            self._databases[is_rich] = database
        return self._databases[is_rich]

    def _package(self, name, edition, **languages):
        # The PDF takes most of the time and is looked at elsewhere.
        wanted = frozenset(Part) - {Part.PAPER, Part.PICTURES}
        request = PackageRequest(sample.FILTER, edition=edition, wanted=wanted, **languages)
        plan = make_plan(self._database(edition), request, today=sample.TODAY)
        return write_package(plan, self._folder / name, SilentFeedback()).html

    def _public(self):
        database = create_database(
            self._folder / "public.gpkg",
            srs_id=3006,
            municipality="1781",
            municipality_name="Lindvik",
            feedback=SilentFeedback(),
        )
        public_sample.fill(database)
        _add_town(database.path)
        plan = make_plan(
            database,
            public_sample.request(language="en", second_language="sv", contact="the safety coordinator"),
            today=public_sample.TODAY,
        )
        return write_package(
            plan,
            self._folder / "public",
            SilentFeedback(),
            lambda drawn: approve(database, drawn.plan, "safety coordinator"),
        ).html

    def _unscripted(self):
        """The meeting's page where a policy of the house forbids scripts."""
        text = self["meeting"].read_text(encoding="utf-8")
        stopped, count = re.subn("script-src [^;]+;", "script-src 'none';", text)
        assert count == 1
        page = self._folder / "unscripted.html"
        page.write_text(stopped, encoding="utf-8")
        return page

    def _walk_report(self):
        database = _empty_database(self._folder / "walk.gpkg")
        store_demo_walk(database, date(2026, 11, 1))
        released = report_choices(database).everything(words=True, photos=True)
        return write_walk_report(
            make_walk_report(database, released=released), self._folder / "report", SilentFeedback()
        ).html


@pytest.fixture(scope="session")
def pages(tmp_path_factory, qgis_app):
    """The pages of all editions."""
    return Pages(tmp_path_factory.mktemp("pages"))


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
def chromium(browser):
    """The one Chromium, with its window and settings as they were afterwards."""
    asked = Chromium(browser)
    yield asked
    asked.emulate()
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.fixture(scope="session")
def firefox(tmp_path_factory):
    """One Firefox for all."""
    started = Firefox(tmp_path_factory.mktemp("firefox"))
    yield started
    started.quit()


@pytest.fixture
def opened(browser, page):
    """The page, freshly opened and ready."""
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    browser.get("about:blank")
    browser.get(page.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    return browser
