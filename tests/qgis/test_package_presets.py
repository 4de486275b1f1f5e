# SPDX-License-Identifier: GPL-2.0-or-later
"""The choices that stand ready for each meeting, and how a package goes on to the next period."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from est_plugin import paths
from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.export.preset import MEETINGS, OPTIONAL_PARTS, PackageChoices, Preset, WrittenPackage, newest_period
from est_plugin.export.request import PaperSize, Quality

TODAY = date(2026, 11, 29)
CHANGED = PackageChoices(
    edition=Edition.WORKING,
    meeting="strategic",
    period_kind=PeriodKind.QUARTER,
    language="en",
    second_language=None,
    paper=PaperSize.A3,
    quality=Quality.PRINT,
    left_out=frozenset({Part.PAPER, Part.GEOPACKAGE}),
    contact="trygghetssamordnaren",
    background="project",
    folder="/srv/möten",
)


def test_each_meeting_of_the_rhythm_has_its_edition_and_period():
    found = {preset: (preset.usual("sv").edition, preset.usual("sv").period_kind) for preset in Preset}
    assert found == {
        Preset.OPERATIVE: (Edition.MEETING, PeriodKind.TWO_WEEKS),
        Preset.STRATEGIC: (Edition.STRATEGIC, PeriodKind.TWO_MONTHS),
        Preset.RESIDENTS: (Edition.PUBLIC, PeriodKind.HALF_YEAR),
        Preset.WORKING: (Edition.WORKING, None),
    }


@pytest.mark.parametrize(("language", "second"), [("sv", "en"), ("en", "sv")])
def test_the_page_is_in_the_user_s_language_first(language, second):
    usual = Preset.OPERATIVE.usual(language)
    assert (usual.language, usual.second_language) == (language, second)


def test_every_meeting_has_an_agenda_and_every_agenda_a_name():
    agendas = json.loads(paths.catalogue("agendas").read_text(encoding="utf-8"))
    assert set(MEETINGS) == set(agendas)
    assert {preset.usual("sv").meeting for preset in Preset} <= set(agendas)


def test_every_choice_comes_back_from_json():
    values = json.loads(json.dumps(CHANGED.to_values()))
    assert PackageChoices().changed_by(values) == CHANGED


@pytest.mark.parametrize("values", [None, [], "text", {}, {"edition": "secret", "left_out": 3, "folder": None}])
def test_what_cannot_be_read_leaves_the_preset_as_it_is(values):
    usual = Preset.STRATEGIC.usual("sv")
    assert usual.changed_by(values) == usual


def test_one_bad_value_does_not_take_the_others_along():
    found = PackageChoices().changed_by({"quality": "splendid", "left_out": ["nonsense"], "paper": "A3"})
    assert (found.quality, found.left_out, found.paper) == (Quality.MEETING, frozenset(), PaperSize.A3)


def test_what_is_left_out_is_not_wanted_and_nothing_left_out_means_all():
    assert PackageChoices(Edition.MEETING).wanted is None
    assert PackageChoices(Edition.MEETING, left_out=frozenset({Part.GEOPACKAGE})).wanted is None
    wanted = PackageChoices(Edition.MEETING, left_out=frozenset({Part.PAPER})).wanted
    assert wanted == Edition.MEETING.parts - {Part.PAPER}


def test_only_files_and_observations_can_be_left_out():
    assert Part.HOTSPOTS not in OPTIONAL_PARTS
    assert set(OPTIONAL_PARTS) <= Edition.WORKING.parts


@pytest.mark.parametrize(
    ("kind", "last_report", "first_day", "last_day"),
    [
        (PeriodKind.MONTH, None, "2026-10-01", "2026-10-31"),
        (PeriodKind.MONTH, date(2026, 11, 28), "2026-10-01", "2026-10-31"),
        (PeriodKind.MONTH, date(2026, 10, 3), "2026-10-01", "2026-10-31"),
        (PeriodKind.MONTH, date(2026, 3, 3), "2026-03-01", "2026-03-31"),
        (PeriodKind.TWO_WEEKS, date(2026, 11, 28), "2026-11-02", "2026-11-15"),
        (PeriodKind.TWO_WEEKS, date(2026, 10, 31), "2026-10-19", "2026-11-01"),
        (PeriodKind.TERTIAL, date(2026, 11, 28), "2026-05-01", "2026-08-31"),
    ],
)
def test_a_preset_shows_the_newest_period_that_is_over_and_has_reports(kind, last_report, first_day, last_day):
    found = newest_period(kind, TODAY, last_report)
    assert (found.start.isoformat(), found.last_day.isoformat()) == (first_day, last_day)
    assert found.kind is kind
    assert found.last_day < TODAY


@pytest.mark.parametrize(
    ("first_day", "last_day", "kind", "next_first", "next_last"),
    [
        ("2026-10-19", "2026-11-01", PeriodKind.TWO_WEEKS, "2026-11-02", "2026-11-15"),
        ("2026-01-01", "2026-01-31", PeriodKind.MONTH, "2026-02-01", "2026-02-28"),
        ("2026-05-01", "2026-08-31", PeriodKind.TERTIAL, "2026-09-01", "2026-12-31"),
        ("2026-10-02", "2026-10-11", PeriodKind.FREE, "2026-10-12", "2026-10-21"),
        # Free dates that happen to be a month stay a number of days.
        ("2026-01-01", "2026-01-31", PeriodKind.FREE, "2026-02-01", "2026-03-03"),
    ],
)
def test_a_repeated_package_moves_on_by_its_own_length(first_day, last_day, kind, next_first, next_last):
    first, last = date.fromisoformat(first_day), date.fromisoformat(last_day)
    period = Period(kind, first, last + timedelta(days=1))
    chosen = IncidentFilter(period, frozenset({"klotter"}), frozenset({"polis"}))
    kept = json.loads(json.dumps(WrittenPackage(CHANGED, chosen, period).to_values()))
    found = WrittenPackage.read(kept, Preset.OPERATIVE.usual("sv"))
    assert found == WrittenPackage(CHANGED, chosen, period)
    following = found.next_filter
    assert (following.period.start.isoformat(), following.period.last_day.isoformat()) == (next_first, next_last)
    assert (following.categories, following.organisations) == ({"klotter"}, {"polis"})


@pytest.mark.parametrize(
    "values",
    [
        None,
        {},
        [],
        {"choices": {}, "kind": "month", "first_day": "x", "last_day": "y", "categories": [], "organisations": []},
        {
            "choices": {},
            "kind": "month",
            "first_day": "2026-02-02",
            "last_day": "2026-01-01",
            "categories": [],
            "organisations": [],
        },
    ],
)
def test_a_package_that_cannot_be_read_is_none(values):
    assert WrittenPackage.read(values, PackageChoices()) is None
