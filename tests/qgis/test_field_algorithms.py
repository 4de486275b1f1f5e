# SPDX-License-Identifier: GPL-2.0-or-later
"""From a terminal: a walk goes to the field and comes home, with a table of what was done."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from est_plugin.db.changesets import Change, Op
from tests.desktop import Profile
from tests.field_sample import Phone, X, Y, change, rows, stop, store


@pytest.fixture
def walk(file_database):
    return store(file_database, "Höst i centrum")


def test_a_walk_goes_to_the_field_and_home_from_a_terminal(file_database, walk, tmp_path):
    profile = Profile(tmp_path / "profile")
    database = f"DATABASE={file_database.path}"
    said = profile.qgis_process(
        "run", "est:fieldpackage", "--", database, "WALK=Höst i centrum", "BASEMAP=1", f"OUTPUT={tmp_path / 'out'}"
    )
    phone = Phone(Path(re.search(r"PACKAGE:\s*(\S+)", said).group(1)))
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    phone.add(
        "observation",
        walk_stop=stop(file_database, walk, "Bron"),
        item="SIK",
        comment="Häck",
        photo=phone.photograph("1.jpg"),
        geom=f"POINT ({X} {Y})",
    )
    phone.add("observation", walk_stop=stop(file_database, walk, "Bron"), comment="Vad?")
    torget = stop(file_database, walk, "Torget")
    change(file_database, Change("walk_stop", Op.UPDATE, torget, {"comment": "Kontoret"}, 1))
    report = tmp_path / "report.csv"
    said = profile.qgis_process(
        "run", "est:fieldreturn", "--", database, f"FOLDER={phone.folder}", "POLICY=0", f"REPORT={report}"
    )
    assert re.search(r"ROWS:\s*1\b", said)
    assert re.search(r"PHOTOS:\s*1\b", said)
    assert re.search(r"LEFT:\s*2\b", said)
    assert all(typed not in said for typed in ("Vad?", "Häck", "Fältet", "Torget", "Bron"))
    assert [row["comment"] for row in rows(file_database, "observation", "comment")] == ["Mörkt", "Häck"]
    assert rows(file_database, "walk_stop", "comment")[0]["comment"] == "Kontoret"
    with report.open(encoding="utf-8-sig") as file:
        told = list(csv.DictReader(file))
    both = next(row for row in told if row["field"] == "Fältet")
    assert (both["before"], both["office"], both["stored"]) == ("", "Kontoret", "0")
    with pytest.raises(AssertionError, match="Höst i vinter"):
        profile.qgis_process("run", "est:fieldpackage", "--", database, "WALK=Höst i vinter", f"OUTPUT={tmp_path}")
