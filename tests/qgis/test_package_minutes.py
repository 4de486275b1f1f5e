# SPDX-License-Identifier: GPL-2.0-or-later
"""Agenda and minutes of a meeting: what is known stands there, there is room for the rest, nobody is named."""

from __future__ import annotations

import io
import uuid
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import package_sample as sample
import pytest

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.domain.edition import Edition
from est_plugin.domain.info_class import InfoClass
from est_plugin.errors import ExportError, InputError
from est_plugin.export.minutes import minutes
from est_plugin.export.odt import Document, Grid, Heading, Paragraph, Room, odt_bytes
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
NASTY = 'a < b & "c" \x07\x00 ]]> åäö €'


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


def plan_of(database, **choices):
    return make_plan(database, PackageRequest(sample.FILTER, language="en", **choices), today=sample.TODAY)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts_of(content):
    root = ElementTree.fromstring(parts(content)["content.xml"])
    return ["".join(element.itertext()) for element in root.iter() if element.tag in {f"{TEXT}p", f"{TEXT}h"}]


def add_meeting(database, *, decision="Mend the lamps"):
    meeting = str(uuid.uuid4())
    values = {
        "kind": "operative",
        "held_at": "2026-04-07T07:00:00.000Z",
        "place": "Town hall",
        "attending": "Municipality, police, housing company",
        "period_start": "2026-03-01",
        "period_end": "2026-03-31",
        "notes": sample.SECRET,
    }
    rows = [
        Change("meeting", Op.INSERT, meeting, values),
        Change(
            "agenda_item",
            Op.INSERT,
            str(uuid.uuid4()),
            {"meeting": meeting, "number": 1, "title": "The harbour", "note": sample.SECRET},
        ),
        Change(
            "decision",
            Op.INSERT,
            str(uuid.uuid4()),
            {"meeting": meeting, "number": 3, "text": decision, "owner": "kommun", "due_date": "2026-04-30"},
        ),
    ]
    changesets.apply(database, Changeset(tuple(rows)))


@pytest.mark.parametrize(
    ("meeting", "first"),
    [
        ("operative", "1. Last notes, and measures that are due"),
        ("strategic", "1. Mandate and focus areas"),
        ("public", "1. What you told us"),
    ],
)
def test_without_a_meeting_in_the_database_the_fixed_agenda_has_room_to_write(database, meeting, first):
    document = minutes(plan_of(database, meeting=meeting))
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert headings[0].text == first
    assert sum(isinstance(block, Room) for block in document.blocks) == len(headings)
    decisions = next(block for block in document.blocks if isinstance(block, Grid) and block.name == "Decisions")
    assert [row for row in decisions.rows if any(row[1:])] == []
    assert [row[0] for row in decisions.rows] == ["1", "2", "3", "4", "5", "6"]


def test_an_agenda_that_nobody_knows_is_refused(database):
    with pytest.raises(InputError, match="no agenda called coffee"):
        plan_of(database, meeting="coffee")


def test_what_the_database_knows_of_the_meeting_stands_in_the_minutes(database, tmp_path):
    add_meeting(database)
    package = write_package(plan_of(database), tmp_path / "out", SilentFeedback())
    (path,) = package.folder.glob("*.odt")
    assert path.name == "protokoll_2026-03-01_2026-03-31.odt"
    texts = texts_of(path.read_bytes())
    for text in (
        "7 April 2026 09:00",
        "Town hall",
        "Municipality, police, housing company",
        "1. The harbour",
        "Mend the lamps",
        "2026-04-30",
        "14 incidents, +3 (not judged), before: 11",
    ):
        assert any(text in found for found in texts), text
    assert not any(sample.SECRET in found for found in texts)
    # The row after the known decision, to be filled in.
    assert texts[texts.index("Mend the lamps") - 1] == "3"
    assert texts[texts.index("2026-04-30") + 1] == "4"


def test_measures_that_are_due_are_a_table_and_finished_ones_are_not(database):
    document = minutes(plan_of(database))
    measures = next(block for block in document.blocks if isinstance(block, Grid) and block.name == "Measures")
    assert [row[0] for row in measures.rows] == ["2"]
    assert "⚠ overdue" in measures.rows[0][3]
    assert measures.heads[4] == "Owner"


def test_the_strategic_edition_names_neither_measures_nor_owners(database):
    add_meeting(database)
    # The minutes of another group are not theirs.
    with database.writing() as connection:
        connection.execute("UPDATE meeting SET kind = 'strategic'")
    document = minutes(plan_of(database, edition=Edition.STRATEGIC))
    assert not any(isinstance(block, Grid) and block.name == "Measures" for block in document.blocks)
    decisions = next(block for block in document.blocks if isinstance(block, Grid) and block.name == "Decisions")
    assert decisions.rows[0] == ("3", "Mend the lamps", "", "2026-04-30")


def test_class_and_period_stand_on_each_page_and_no_author_anywhere(database):
    content = odt_bytes(minutes(plan_of(database)))
    found = parts(content)
    assert next(iter(found)) == "mimetype"
    assert found["mimetype"] == b"application/vnd.oasis.opendocument.text"
    # A program tells the kind by these bytes at this place.
    assert content[30:38] == b"mimetype"
    styles = found["styles.xml"].decode()
    assert "Lindvik ö, March 2026</text:p></style:header>" in styles
    assert "Information class: Internal." in styles
    everything = b"".join(found.values())
    assert b"creator" not in everything
    assert b"creation-date" not in everything
    for name, part in found.items():
        if name != "mimetype":
            ElementTree.fromstring(part)


def test_the_same_document_has_the_same_bytes_and_no_clock(database):
    plan = plan_of(database)
    first, second = odt_bytes(minutes(plan)), odt_bytes(minutes(replace(plan)))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_any_text_makes_a_document_that_opens():
    document = Document(
        title=NASTY,
        subtitle=NASTY,
        header=NASTY,
        footer=NASTY,
        language="sv",
        blocks=(Heading(NASTY), Paragraph(NASTY), Room(), Grid(NASTY, (NASTY,), ((NASTY,),), (50.0,))),
    )
    content = odt_bytes(document)
    clean = NASTY.replace("\x07", "").replace("\x00", "")
    assert texts_of(content).count(clean) == 6
    root = ElementTree.fromstring(parts(content)["content.xml"])
    names = [element.get(f"{TABLE}name") for element in root.iter(f"{TABLE}table")]
    assert names == ["Room 1", clean]


def test_a_phone_number_in_a_decision_stops_the_package(database, tmp_path):
    add_meeting(database, decision="Call 070-174 06 05")
    with pytest.raises(ExportError, match="may not leave"):
        write_package(plan_of(database), tmp_path / "out", SilentFeedback())
    assert list((tmp_path / "out").iterdir()) == []


def decide(database, text, **about):
    """A decision of the meeting, about a hotspot or a measure by its id."""
    with database.writing() as connection:
        for table, number in about.items():
            found = connection.execute(f"SELECT uuid FROM {table} WHERE id = ?", (number,)).fetchone()
            connection.execute(f"UPDATE decision SET text = ?, {table} = ?", (text, found["uuid"]))


def test_a_strategic_meeting_hears_no_decision_about_one_measure_nor_another_groups_agenda(database):
    add_meeting(database)
    decide(database, "Mend the lamps", measure=1)
    assert [found.text for found in plan_of(database).meeting.decisions] == ["Mend the lamps"]
    strategic = plan_of(database, edition=Edition.STRATEGIC).meeting
    assert strategic.decisions == ()
    assert strategic.agenda == plan_of(database, edition=Edition.STRATEGIC, meeting="strategic").meeting.agenda
    assert "The harbour" not in strategic.agenda
    with database.writing() as connection:
        connection.execute("UPDATE meeting SET kind = 'strategic'")
    strategic = plan_of(database, edition=Edition.STRATEGIC).meeting
    assert strategic.agenda == ("The harbour",)
    assert strategic.decisions == ()


def test_a_decision_about_a_place_above_the_ceiling_stays_and_below_it_counts_in_the_class(database):
    add_meeting(database)
    decide(database, "Watch the door", hotspot=1)
    with database.writing() as connection:
        connection.execute("UPDATE meeting SET kind = 'strategic'")
        connection.execute("UPDATE hotspot SET info_class = 2 WHERE id = 1")
    assert plan_of(database, edition=Edition.STRATEGIC).meeting.decisions == ()
    plan = plan_of(database, meeting="strategic")
    assert [found.text for found in plan.meeting.decisions] == ["Watch the door"]
    assert plan.info_class is InfoClass.SENSITIVE
    with database.writing() as connection:
        connection.execute("UPDATE hotspot SET info_class = 1 WHERE id = 1")
    assert len(plan_of(database, edition=Edition.STRATEGIC).meeting.decisions) == 1
