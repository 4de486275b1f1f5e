# SPDX-License-Identifier: GPL-2.0-or-later
"""A package holds no sign that nobody sees, and a text that no file can hold is told before anything is drawn."""

from __future__ import annotations

import package_sample as sample
import pytest

from est_plugin.errors import InputError
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest

NASTY = "a\u202eb\u200b c\x07d\tee\ufefff\ngg\ufffeh"
SEEN = "ab cd eef\nggh"


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


def plan_of(database, **choices):
    return make_plan(database, PackageRequest(sample.FILTER, language="en", **choices), today=sample.TODAY)


def test_texts_of_the_plan_are_as_they_are_read_in_both_languages(database):
    with database.writing() as connection:
        connection.execute("UPDATE measure SET title = ?", (NASTY,))
        connection.execute("UPDATE hotspot SET name = ? WHERE id = 1", (NASTY,))
        connection.execute("UPDATE walk SET title = ?", (NASTY,))
        connection.execute("UPDATE walk_stop SET place = ?", (NASTY,))
    plan = plan_of(database, summary=NASTY, contact=NASTY, second_language="sv")
    for each in (plan, plan.second):
        assert {item.title for item in each.measures} == {SEEN}
        assert SEEN in {spot.name for spot in each.hotspots}
        assert {walk.title for walk in each.walks} == {SEEN}
        assert {stop.place for walk in each.walks for stop in walk.stops} == {SEEN}
        assert (each.request.summary, each.request.contact) == (SEEN, SEEN)


@pytest.mark.parametrize("field", ["summary", "contact"])
@pytest.mark.parametrize("text", ["Läget \ud800 nu", "\udfff"])
def test_half_a_sign_is_told(database, field, text):
    with pytest.raises(InputError, match="half a sign"):
        plan_of(database, **{field: text})


def test_a_plan_of_plain_texts_stays_as_it_is(database):
    text = "Östra torget – «läget» 😀 é"
    assert plan_of(database, summary=text).request.summary == text
