# SPDX-License-Identifier: GPL-2.0-or-later
"""Which meeting belongs to a period, in a file and on a server."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.meetings import DecisionRow, meeting_of
from est_plugin.domain.period import Period

MARCH = Period.between(date(2026, 3, 1), date(2026, 3, 31))


def add_meeting(database, held_at, kind="operative", first=None, last=None, place="Town hall"):
    identity = str(uuid.uuid4())
    values = {"kind": kind, "held_at": held_at, "place": place, "attending": "Municipality, police"}
    values |= {"period_start": first, "period_end": last, "notes": "what Anna said"}
    changesets.apply(database, Changeset((Change("meeting", Op.INSERT, identity, values),)))
    return identity


def add_contents(database, meeting):
    rows = [
        ("agenda_item", {"number": number, "title": title, "note": "secret"})
        for number, title in ((2, "Second"), (1, "First"))
    ]
    rows += [
        ("decision", {"number": 1, "text": "Mend the lamps", "owner": "kommun", "due_date": "2026-04-30"}),
        ("decision", {"number": 2, "text": "Ask again", "owner": None, "due_date": None}),
    ]
    changes = tuple(
        Change(table, Op.INSERT, str(uuid.uuid4()), {"meeting": meeting, **values}) for table, values in rows
    )
    changesets.apply(database, Changeset(changes))


def test_a_database_without_meetings_has_none(either_database):
    assert meeting_of(either_database, {"operative"}, MARCH) is None


def test_a_meeting_is_read_with_its_agenda_and_its_decisions_in_order(either_database):
    identity = add_meeting(either_database, "2026-04-07T07:00:00.000Z", first="2026-03-01", last="2026-03-31")
    add_contents(either_database, identity)
    found = meeting_of(either_database, {"operative"}, MARCH)
    assert (found.kind, found.place, found.attending) == ("operative", "Town hall", "Municipality, police")
    assert f"{found.held_at:%Y-%m-%d %H:%M}" == "2026-04-07 09:00"
    assert found.items == ("First", "Second")
    assert found.decisions == (
        DecisionRow(1, "Mend the lamps", "kommun", date(2026, 4, 30)),
        DecisionRow(2, "Ask again", None, None),
    )
    assert "Anna" not in repr(found)
    assert "secret" not in repr(found)


@pytest.mark.parametrize(
    ("held_at", "first", "last", "is_found"),
    [
        ("2026-04-07T07:00:00.000Z", "2026-03-31", "2026-04-13", True),
        ("2026-04-07T07:00:00.000Z", "2026-04-01", "2026-04-30", False),
        ("2026-03-07T07:00:00.000Z", "2026-02-01", "2026-02-28", False),
        ("2026-03-31T21:59:00.000Z", None, None, True),
        ("2026-03-31T22:01:00.000Z", None, None, False),
        ("2026-04-07T07:00:00.000Z", "2026-03-05", None, True),
    ],
)
def test_a_meeting_belongs_to_the_period_it_names_or_else_to_that_it_was_held_in(
    either_database, held_at, first, last, is_found
):
    add_meeting(either_database, held_at, first=first, last=last)
    assert (meeting_of(either_database, {"operative"}, MARCH) is not None) is is_found


def test_the_newest_of_the_kinds_counts_and_a_deleted_one_does_not(either_database):
    add_meeting(either_database, "2026-03-10T07:00:00.000Z", place="Older")
    newest = add_meeting(either_database, "2026-03-24T07:00:00.000Z", place="Newer")
    add_meeting(either_database, "2026-03-30T07:00:00.000Z", kind="council", place="Council")
    assert meeting_of(either_database, {"operative"}, MARCH).place == "Newer"
    assert meeting_of(either_database, {"public", "council"}, MARCH).place == "Council"
    assert meeting_of(either_database, {"strategic"}, MARCH) is None
    changesets.apply(either_database, Changeset((Change("meeting", Op.DELETE, newest, base_version=1),)))
    assert meeting_of(either_database, {"operative"}, MARCH).place == "Older"
