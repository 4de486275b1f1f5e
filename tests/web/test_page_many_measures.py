# SPDX-License-Identifier: GPL-2.0-or-later
"""A map with more measures than signs have room for: numbers and dots from afar, signs closer up."""

from __future__ import annotations

import uuid

import package_sample as sample
import pytest
from selenium.webdriver.common.by import By

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.geometry_blob import point_blob
from est_plugin.domain.edition import Part
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

OPEN, FINISHED = 10, 8


@pytest.fixture(scope="module")
def crowded_page(tmp_path_factory, qgis_app):
    """The two measures of the sample and eighteen more, well apart."""
    folder = tmp_path_factory.mktemp("crowded")
    database = sample.make_database(folder / "est.gpkg")
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for number in range(OPEN + FINISHED):
            east, north = sample.CENTRE[0] - 900 + 200 * (number % 9), sample.CENTRE[1] - 600 + 500 * (number // 9)
            connection.execute(
                "INSERT INTO measure (uuid, kind, title, status, due_date, geom) VALUES (?, 'BEL', ?, ?, ?, ?)",
                (
                    str(uuid.uuid4()),
                    f"Lamp {number}",
                    "planned" if number < OPEN else "rejected",
                    "2026-05-01",
                    point_blob(east, north, 3006),
                ),
            )
    wanted = frozenset(Part) - {Part.PAPER, Part.PICTURES}
    request = PackageRequest(sample.FILTER, language="en", wanted=wanted)
    return write_package(make_plan(database, request, today=sample.TODAY), folder / "out", SilentFeedback()).html


@pytest.fixture
def crowded(browser, crowded_page):
    browser.get("about:blank")
    browser.get(crowded_page.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "true"
    return browser


def looks(browser):
    """Number, width of the number's badge and whether the sign is seen, of each measure; finished apart."""
    told = browser.execute_script(
        "return [...document.querySelectorAll('.measure-mark')].map(mark => [mark.matches('.finished'),"
        " getComputedStyle(mark.firstChild).fontSize !== '0px', mark.firstChild.offsetWidth,"
        " getComputedStyle(mark).backgroundImage !== 'none'])"
    )
    return (
        [tuple(rest) for is_finished, *rest in told if not is_finished],
        [tuple(rest) for is_finished, *rest in told if is_finished],
    )


def test_from_afar_what_is_left_is_a_number_and_what_is_finished_a_dot(crowded):
    unfinished, finished = looks(crowded)
    assert (len(unfinished), len(finished)) == (OPEN + 1, FINISHED + 1)
    assert all(has_number and not has_sign for has_number, _, has_sign in unfinished)
    assert all(width <= 12 and not has_number and not has_sign for has_number, width, has_sign in finished)
    assert "From afar" in crowded.find_element(By.CSS_SELECTOR, ".legends .far-key").text


def test_closer_up_every_measure_has_its_sign_and_number(crowded):
    crowded.execute_script("EST.page.map.setZoom(EST.page.map.getZoom() + 1, { animate: false })")
    for some in looks(crowded):
        assert all(has_number and has_sign for has_number, _, has_sign in some)
    crowded.find_element(By.ID, "whole").click()
    assert not any(has_sign for _, _, has_sign in looks(crowded)[0])


def test_a_click_on_the_number_opens_the_measure_and_shows_its_sign(crowded):
    crowded.execute_script("document.querySelector('.measure-mark:not(.finished) span').click()")
    current = crowded.find_element(By.CSS_SELECTOR, ".measure-mark.current")
    assert current.value_of_css_property("background-image") != "none"


def test_few_measures_keep_their_signs(opened):
    assert opened.find_elements(By.CSS_SELECTOR, ".from-afar") == []
    assert not opened.find_element(By.CSS_SELECTOR, ".far-key").is_displayed()
    assert opened.find_element(By.CSS_SELECTOR, ".measure-mark").value_of_css_property("background-image") != "none"
