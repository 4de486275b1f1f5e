# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands on the page in each edition, and that nothing stands there that its edition leaves out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape

import package_sample as sample
import pytest

from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.measure import MeasureStatus
from est_plugin.export.density_pictures import draw_densities
from est_plugin.export.edition_plan import within_edition
from est_plugin.export.frame import frame_of
from est_plugin.export.page import build_page
from est_plugin.export.page_pictures import WebPictures
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.export.walk_photos import WalkPhotos

REQUEST = PackageRequest(sample.FILTER, language="en", second_language="sv")
#: The heading of a part, or the name of its layer.
SEEN = {
    Part.HOTSPOTS: 'id="h-places"',
    Part.MEASURES: 'id="measure-filter"',
    Part.OWNERS: 'id="owner-filter"',
    Part.COUNTS: 'id="h-counts"',
    Part.RHYTHM: 'id="h-rhythm"',
    Part.WALKS: 'id="h-walks"',
    Part.DENSITY: 'name="density"',
}


@pytest.fixture(scope="module")
def database(tmp_path_factory, qgis_app):
    return sample.make_database(tmp_path_factory.mktemp("editions") / "est.gpkg")


def page_of(database, request):
    return page_of_plan(make_plan(database, request, today=sample.TODAY))


def page_of_plan(plan):
    photos = WalkPhotos()
    return build_page(plan, WebPictures(frame_of(plan.extent), {}, b"overview", draw_densities(plan), photos))


def data_of(page):
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("edition", [Edition.WORKING, Edition.MEETING, Edition.STRATEGIC])
def test_a_part_stands_in_both_languages_or_not_at_all(database, edition):
    request = replace(REQUEST, edition=edition)
    page = page_of(database, request)
    assert {part: page.count(mark) > 0 for part, mark in SEEN.items()} == {part: request.has(part) for part in SEEN}
    first, second = page.split("<template")
    for part, mark in SEEN.items():
        assert first.count(mark) == second.count(mark), part


@pytest.mark.parametrize("part", list(SEEN))
def test_a_part_that_is_not_wanted_leaves_no_trace(database, part):
    page = page_of(database, replace(REQUEST, wanted=Edition.MEETING.parts - {part}))
    assert SEEN[part] not in page
    gone = {
        Part.HOTSPOTS: "Badhusparken",
        Part.MEASURES: "Lamp post 4711",
        Part.WALKS: "Spring walk",
        Part.DENSITY: 'densities":{"now',
        Part.OWNERS: 'class="owner"',
        Part.COUNTS: "Incidents by category",
        Part.RHYTHM: "Too few incidents",
    }[part]
    assert gone in page_of(database, REQUEST)
    assert gone not in page


def test_a_first_place_with_fewer_incidents_than_another_is_not_said_to_have_most(database):
    plan = make_plan(database, REQUEST, today=sample.TODAY)
    turned = tuple(replace(spot, rank=number) for number, spot in enumerate(reversed(plan.hotspots), 1))
    assert turned[0].incidents < turned[-1].incidents
    page = page_of_plan(replace(plan, hotspots=turned, second=None))
    first = escape(f"At the top of the list: {turned[0].name} ({turned[0].incidents} incidents)")
    assert page.count(first) == 2
    assert "Most at" not in page
    assert page.count("than an average area as large, not of how many in all.") == 1


def test_the_page_says_of_when_incidents_and_statuses_are(database):
    page = page_of_plan(replace(make_plan(database, REQUEST, today=sample.TODAY), second=None))
    assert "Incidents until 31 March 2026.</span> The status of measures is as it stood in the database when" in page
    assert "overdue is counted on 1 April 2026." in page
    assert "As of " not in page


def test_a_status_that_nobody_knows_is_left_out(database):
    plan = make_plan(database, REQUEST, today=sample.TODAY)
    unknown = tuple(replace(spot, status_label="") for spot in plan.hotspots)
    page = page_of_plan(replace(plan, hotspots=unknown, second=None))
    assert 'class="status"></span>' not in page
    assert page.count('<span class="status">') == 0
    assert "Not known if new" not in page_of(database, REQUEST)
    assert page.count("The change of a place is not judged") == 1


def test_what_is_proposed_or_on_hold_is_not_told_as_in_progress(database):
    plan = make_plan(database, REQUEST, today=sample.TODAY)
    some = replace(plan.measures[0], is_finished=False, is_overdue=False)
    open_ones = ("proposed", "decided", "in_progress", "in_progress", "paused")
    measures = tuple(replace(some, status=MeasureStatus(status)) for status in open_ones)
    page = page_of_plan(replace(plan, measures=measures, second=None))
    assert "Measures not finished: 5, of which 2 are in progress and 0 overdue." in page
    without = page_of(database, replace(REQUEST, wanted=frozenset({Part.COUNTS})))
    assert "Measures not finished" not in without


@pytest.mark.parametrize("edition", [Edition.WORKING, Edition.MEETING, Edition.STRATEGIC])
def test_no_heading_is_empty(database, edition):
    page = page_of(database, replace(REQUEST, edition=edition))
    for heading, after in re.findall(r"<h2[^>]*>([^<]*)</h2>(.{0,40})", page, re.DOTALL):
        if "$" not in heading:
            assert not after.strip().startswith(("</section>", "<h2")), heading
    sections = re.findall(r"<section class=\"long\".*?</section>", page, re.DOTALL)
    assert sections
    assert all(len(re.sub(r"<h2.*?</h2>|<[^>]*>|\s", "", section, flags=re.DOTALL)) > 20 for section in sections)


def test_the_first_screen_tells_how_many_measures_are_open_also_where_none_is_named(database):
    page = page_of(database, replace(REQUEST, edition=Edition.STRATEGIC))
    assert "Measures not finished</strong><br>Of these 0 are in progress and 1 overdue" in page
    assert "Lamp post 4711" not in page


def test_the_map_draws_nothing_that_its_edition_leaves_out(database):
    data = data_of(page_of(database, replace(REQUEST, wanted=frozenset({Part.COUNTS}))))
    assert [data[name] for name in ("hotspots", "measures", "walks", "densities")] == [[], [], [], {}]


def test_the_second_language_holds_words_only(database):
    data = data_of(page_of(database, REQUEST))
    second = json.dumps(data["second"])
    assert "hotspots" in second
    assert "shape" not in second
    assert "data:image" not in second
    assert len(second) < len(json.dumps(data)) / 2


def test_the_plan_of_an_edition_holds_nothing_else_in_either_language(database):
    plan = make_plan(database, replace(REQUEST, wanted=frozenset({Part.MEASURES})), today=sample.TODAY)
    for each in (within_edition(plan), within_edition(plan).second):
        assert each.hotspots == each.walks == each.by_category == each.by_organisation == ()
        assert each.rhythm is None
        assert [measure.owner for measure in each.measures] == ["", ""]


def test_the_same_plan_gives_the_same_page(database):
    assert page_of(database, REQUEST) == page_of(database, REQUEST)


def test_what_an_author_writes_cannot_break_out(database):
    bad = '</script><script>alert(1)</script>" onload="x'
    page = page_of(database, replace(REQUEST, summary=bad, contact=bad))
    assert "<script>alert(1)" not in page
    assert 'onload="x' not in page
