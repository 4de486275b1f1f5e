# SPDX-License-Identifier: GPL-2.0-or-later
"""What a package holds beyond its lists: incidents, causes, observations, densities of parts, measures in numbers."""

from __future__ import annotations

import csv
import io
import re
import uuid
from dataclasses import replace
from datetime import date
from html import escape

import numpy as np
import package_more as more
import package_sample as sample
import public_sample
import pytest
from qgis.PyQt.QtGui import QImage

from est_plugin.analysis.day_parts import PARTS, UNKNOWN, DayPart
from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.domain.edition import Edition, Part
from est_plugin.export.cause_words import cause_list
from est_plugin.export.density_pictures import draw_densities
from est_plugin.export.incident_page import incident_data, incident_filter, page_weight
from est_plugin.export.measure_section import measure_table
from est_plugin.export.measure_summary import summary_section
from est_plugin.export.observation_page import observation_data, observation_section
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.export.walk_photos import draw_photos
from est_plugin.i18n import Language

WORDS = Language("en")


def planned(database, edition=Edition.WORKING, **choices):
    return make_plan(
        database, PackageRequest(sample.FILTER, edition=edition, language="en", **choices), today=sample.TODAY
    )


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


# Single incidents


def test_incidents_are_columns_of_whole_numbers_in_no_order_of_the_database(database):
    plan = planned(database)
    columns = plan.incidents
    assert len(columns) == len(plan.points) == 29
    rows = list(zip(columns.day.tolist(), columns.part.tolist(), columns.x.tolist(), columns.y.tolist(), strict=True))
    assert rows == sorted(rows)
    assert set(columns.day.tolist()) == {9}
    assert {PARTS[part] for part in columns.part.tolist()} == {DayPart.EVENING}
    assert {columns.organisations[number] for number in columns.organisation.tolist()} == {"Municipality"}
    places = sorted(zip(np.rint(plan.points.x), np.rint(plan.points.y), strict=True))
    assert sorted(zip(columns.x.tolist(), columns.y.tolist(), strict=True)) == places


def test_page_data_stay_small_and_lead_back_to_the_places(database):
    plan = planned(database)
    data = incident_data(plan)
    assert set(data) == {"west", "north", "first", "x", "y", "category", "day", "part", "groups", "colours"}
    assert min(data["x"]) == min(data["y"]) == 0
    x = sorted(data["west"] + offset for offset in data["x"])
    assert x == sorted(plan.incidents.x.tolist())
    assert data["part"] == "e" * 29
    assert data["first"] == "2026-03-01"


def test_what_is_known_of_the_day_only_is_of_no_part(database):
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        connection.execute("UPDATE incident SET time_known = 0, occurred_from = '2026-03-10T23:00:00.000Z'")
    columns = planned(database).incidents
    assert set(columns.day.tolist()) == {10}
    assert set(columns.part.tolist()) == {UNKNOWN}


def test_colour_that_is_none_and_an_unknown_group_do_no_harm(database):
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        connection.execute("UPDATE category_group SET colour = 'red\"><script>', name_en = '<b>&'")
    plan = planned(database)
    assert {group.colour for group in plan.incidents.groups} == {"#444444"}
    html = incident_filter(plan, WORDS)
    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html


def test_filter_offers_what_is_there_and_counts(database):
    html = incident_filter(planned(database), WORDS)
    assert "29 of 29 incidents are chosen." in html
    for text in ("Monday", "Sunday", "Evening (18–24)", "All of this group", "Not known"):
        assert text in html


def test_filter_of_a_period_without_incidents_is_not_there(database):
    request = PackageRequest(replace(sample.FILTER, categories=frozenset({"rykte"})), edition=Edition.WORKING)
    plan = make_plan(database, request, today=sample.TODAY)
    assert len(plan.incidents) == 0
    assert incident_filter(plan, WORDS) == ""
    assert incident_data(plan) is None


def test_more_incidents_than_a_page_can_carry_are_left_out_and_that_is_said(database):
    plan = planned(database)
    index = np.zeros(100_001, np.int64)
    columns = {
        name: getattr(plan.incidents, name)[index] for name in ("x", "y", "category", "organisation", "day", "part")
    }
    plan = replace(plan, incidents=replace(plan.incidents, **columns))
    assert incident_data(plan) is None
    assert page_weight(plan) == 0
    html = incident_filter(plan, WORDS)
    assert "Single incidents: 100001 are too many" in html
    assert "<select" not in html
    fewer = replace(plan, incidents=replace(plan.incidents, **{name: values[1:] for name, values in columns.items()}))
    assert len(incident_data(fewer)["x"]) == 100_000
    assert page_weight(fewer) > 0


@pytest.mark.parametrize("edition", [Edition.MEETING, Edition.STRATEGIC])
def test_other_editions_have_no_single_incident(database, edition):
    plan = planned(database, edition)
    assert plan.incidents is None
    assert incident_data(plan) is None
    assert incident_filter(plan, WORDS) == ""


# Causes


def test_causes_are_told_in_words_the_surest_first(database):
    more.add_causes(database)
    first, second, third = planned(database, Edition.MEETING).hotspots
    assert [cause.problem for cause in first.causes] == [more.PROBLEM]
    html = cause_list(first, WORDS)
    assert "Nobody sees the &lt;tunnel&gt;" in html
    for text in ("the place", "somebody responsible for the place", "29 of 40 after dark", "well supported"):
        assert text in html
    assert "Thrown away" not in html
    assert "Missing:" not in cause_list(second, WORDS)
    assert cause_list(third, WORDS) == ""


def test_a_measure_says_at_which_hotspot_it_is(database):
    plan = planned(database, Edition.MEETING)
    first, *others = plan.hotspots
    plan = replace(plan, hotspots=(replace(first, measures=(plan.measures[0].key,)), *others))
    html = measure_table(plan, WORDS)
    assert [re.sub("<[^>]+>", "", head) for head in re.findall("<th scope=.col.>.*?</th>", html)][2:4] == [
        "Title",
        "Where",
    ]
    assert re.findall('<td class="where"[^>]*>([^<]*)</td>', html) == [escape(f"1. {first.name}"), ""]


def test_causes_that_nobody_asked_for_stay_in_the_database(database):
    more.add_causes(database)
    plan = planned(database, Edition.MEETING, wanted=frozenset({Part.HOTSPOTS}))
    assert [spot.causes for spot in plan.hotspots] == [(), (), ()]


# Measures in numbers


def test_strategic_edition_counts_measures_and_names_none(database):
    plan = planned(database, Edition.STRATEGIC)
    assert plan.measures == ()
    assert plan.measure_summary.total.counts == (1, 0, 0, 1, 0)
    assert (plan.measure_summary.total.late, plan.measure_summary.total.open) == (1, 1)
    html = summary_section(plan, WORDS)
    assert "4711" not in html
    assert "Lighting" in html


def test_summary_of_no_measures_says_so(database):
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        connection.execute("UPDATE measure SET deleted_at = '2026-03-01T00:00:00.000Z'")
    assert summary_section(planned(database, Edition.STRATEGIC), WORDS) == "<p>No measures are registered.</p>"


def test_editions_with_measures_have_no_summary(database):
    plan = planned(database, Edition.MEETING)
    assert len(plan.measures) == 2
    assert summary_section(plan, WORDS) == ""


# Observations


SEEN = (
    ("BEL", "3", "planned", "", False),
    ("FOL", "0", None, "", False),
    ("PLU", "", None, "", False),
    ("KÄN", "2", None, "", False),
)


def test_observations_are_told_without_what_people_wrote(database):
    more.add_walk(database, "2026-03-12T18:00:00.000Z", SEEN)
    plan = planned(database, Edition.MEETING)
    (walk,) = plan.observations
    (place,) = walk.places
    assert [item.seen for item in place.items] == [
        "Lighting: great shortcomings",
        "People around, deserted, hours: good",
        "Feeling: 2 of 5 (1 unsafe, 5 safe)",
    ]
    html = observation_section(plan, draw_photos(plan), WORDS)
    assert more.COMMENT not in html
    assert "great shortcomings" in html
    assert "Planned" in html
    assert more.REPLY in html
    assert "The &lt;tunnel&gt;" in html
    (mark,) = observation_data(plan)
    assert mark["at"] == [sample.CENTRE[0] + 50, sample.CENTRE[1] + 60]
    assert mark["number"] == 3
    assert f'id="{mark["key"]}"' in html


@pytest.mark.parametrize(
    ("starts_at", "status", "is_told"),
    [
        ("2026-01-31T22:59:00.000Z", "walked", False),
        ("2026-01-31T23:00:00.000Z", "walked", True),
        ("2026-04-05T18:00:00.000Z", "answered", True),
        ("2026-03-05T18:00:00.000Z", "planned", False),
    ],
)
def test_walks_in_or_since_the_period_before_are_told(database, starts_at, status, is_told):
    more.add_walk(database, starts_at, SEEN, status=status)
    assert bool(planned(database, Edition.MEETING).observations) is is_told


def test_section_without_walks_says_so_and_is_no_part_of_other_editions(database):
    plan = planned(database, Edition.MEETING)
    assert observation_section(plan, draw_photos(plan), WORDS).startswith("<p>Nothing was noted")
    more.add_walk(database, "2026-03-12T18:00:00.000Z", SEEN)
    strategic = planned(database, Edition.STRATEGIC)
    assert strategic.observations == ()
    assert observation_section(strategic, draw_photos(strategic), WORDS) == ""
    assert observation_data(strategic) == []


def test_checked_photo_goes_along_small_and_the_others_stay(database):
    names = [more.add_photo(database, f"{number}.jpg") for number in range(2)]
    seen = (
        ("BEL", "3", None, names[0], True),
        ("VEG", "2", None, names[1], False),
        ("SIK", "2", None, "lost.jpg", True),
        ("TIL", "2", None, "../est.gpkg", True),
    )
    more.add_walk(database, "2026-03-12T18:00:00.000Z", seen)
    plan = planned(database, Edition.MEETING)
    photos = draw_photos(plan)
    (picture,) = photos.pictures.values()
    size = QImage.fromData(picture).size()
    assert (size.width(), size.height()) == (800, 400)
    assert (photos.left_out, photos.unreadable) == (0, 1)
    html = observation_section(plan, photos, WORDS)
    assert html.count("<img") == 1
    assert 'alt="Photo from the stop 1. The &lt;tunnel&gt;: Lighting: great shortcomings"' in html
    assert "missing or cannot be read: 1." in html
    assert names[0] not in html


def test_no_more_photos_than_a_page_can_carry(database):
    names = [more.add_photo(database, f"{number}.jpg", 60) for number in range(14)]
    more.add_walk(database, "2026-03-12T18:00:00.000Z", [("BEL", "3", None, name, True) for name in names])
    plan = planned(database, Edition.MEETING)
    photos = draw_photos(plan)
    assert (len(photos.pictures), photos.left_out) == (12, 2)
    assert "no room in the package: 2." in observation_section(plan, photos, WORDS)


def test_photos_stay_below_two_megabytes(database):
    names = [more.add_photo(database, f"{number}.jpg", 800, noise=True) for number in range(9)]
    more.add_walk(database, "2026-03-12T18:00:00.000Z", [("BEL", "3", None, name, True) for name in names])
    photos = draw_photos(planned(database, Edition.MEETING))
    assert sum(map(len, photos.pictures.values())) <= 2_000_000
    assert photos.left_out == 9 - len(photos.pictures) > 0


# Densities of parts


def add_reports(database, number, category, moment):
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        for count in range(number):
            sample.add_report(connection, f"{category}-{moment}-{count}", "2026-03-14", category)
        connection.execute(
            "UPDATE incident SET occurred_from = ? WHERE source_ref LIKE ?", (moment, f"{category}-{moment}-%")
        )


def test_density_of_parts_needs_thirty_incidents(database):
    add_reports(database, 29, "nedskrapning", "2026-03-14T12:00:00.000Z")
    assert [choice.key for choice in planned(database).density_choices] == []
    add_reports(database, 1, "nedskrapning", "2026-03-14T12:30:00.000Z")
    choices = planned(database).density_choices
    assert [(choice.label, len(choice.points)) for choice in choices] == [
        ("Unsafe-feeling place", 30),
        ("Day (06–18)", 30),
        ("Saturday and Sunday", 30),
    ]


def test_every_choice_has_its_picture_over_the_same_ground(database):
    add_reports(database, 30, "nedskrapning", "2026-03-14T12:00:00.000Z")
    plan = planned(database, Edition.STRATEGIC)
    pictures = draw_densities(plan).pictures
    assert set(pictures) == {"now", "before", "difference", *(choice.key for choice in plan.density_choices)}
    sizes = {(image.width(), image.height()) for image in map(QImage.fromData, pictures.values())}
    assert len(sizes) == 1
    assert all(QImage.fromData(picture).format() == QImage.Format.Format_Indexed8 for picture in pictures.values())


def test_public_edition_has_no_density_of_parts(database):
    add_reports(database, 30, "nedskrapning", "2026-03-14T12:00:00.000Z")
    asked = public_sample.request(incident_filter=sample.FILTER)
    assert make_plan(database, asked, today=sample.TODAY).density_choices == ()


# The table of numbers


def test_summary_is_a_table_of_the_strategic_edition(database, tmp_path):
    from est_plugin.export.package import write_package
    from est_plugin.feedback import SilentFeedback

    plan = planned(database, Edition.STRATEGIC, wanted=frozenset({Part.TABLES, Part.MEASURE_SUMMARY, Part.HOTSPOTS}))
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    tables = {path.name for path in (package.folder / "tabeller").iterdir()}
    assert "atgarder_sammanfattning.csv" in tables
    assert "atgarder.csv" not in tables
    text = (package.folder / "tabeller" / "atgarder_sammanfattning.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Kind of measure"
    assert rows[-1] == ["All", "1", "0", "0", "1", "0", "2", "1"]
    assert plan.as_of == date(2026, 4, 1)
