# SPDX-License-Identifier: GPL-2.0-or-later
"""A map manager looks at the past of a row and undoes a change, in a real desktop in Swedish."""

from __future__ import annotations

import uuid
from datetime import date
from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import point_blob
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database

SCRIPT = Path(__file__).with_name("desktop_history.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory, qgis_app):
    """What the desktop showed."""
    folder = tmp_path_factory.mktemp("desktop")
    profile = Profile(folder)
    demo = create_demo_database(folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    database = demo.database
    place = point_blob(503_000, 6_571_000, database.srs_id)
    lamp, sign = (str(uuid.uuid4()) for _ in range(2))
    for changes in (
        [
            Change("measure", Op.INSERT, row, {"kind": "BEL", "title": title, "geom": place})
            for row, title in ((lamp, "Lampa"), (sign, "Skylt"))
        ],
        [Change("measure", Op.DELETE, sign, base_version=1)],
        [Change("measure", Op.UPDATE, lamp, {"title": "Två lampor", "status": "decided", "owner": "polis"}, 1)],
    ):
        changesets.apply(database, Changeset(tuple(changes)))
    return profile.run_desktop(SCRIPT)


def test_the_form_has_the_timeline_of_the_row(shown):
    assert shown["tab"] == "Historik"


def test_the_changes_stand_in_plain_words(shown):
    assert shown["entries"][:3] == ["Ändrat: 1 åtgärd", "Borttaget: 1 åtgärd", "Nytt: 2 åtgärder"]
    # The town has a walk with its protocol, stored after the reports.
    assert all(text.startswith("Import av ") for text in shown["entries"][4:])


def test_undo_asks_first_and_says_what_it_did(shown):
    assert "Ändrat: 1 åtgärd" in shown["asked"]
    assert shown["told"] == "Ångrat: 1 rad."
    assert shown["restored"] == "Skylt är återställd."
    assert shown["titles"] == ["Lampa", "Skylt"]
