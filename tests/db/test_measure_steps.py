# SPDX-License-Identifier: GPL-2.0-or-later
"""Both engines hold the rules for the steps of a measure, whatever writes; each step is dated."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from est_plugin.db import changesets, history, undo
from est_plugin.db.changesets import Change, Changeset, Kind, Op
from est_plugin.domain.measure import MeasureStatus
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback
from tests.unit.test_measure_steps import ALLOWED, OUT_OF_A_PAUSE

if TYPE_CHECKING:
    from est_plugin.db.database import Database

STATUSES = [status.value for status in MeasureStatus]
CANNOT, NO_REASON, NOT_VALID = "cannot take this step", "was not rejected", "cannot be done yet"
KEPT_REASON = "was not taken up again"


def measure(database: Database, status: str = "proposed", by: Kind = Kind.IMPORT, **values: Any) -> str:
    """A new measure; by an import it may begin anywhere."""
    row = str(uuid.uuid4())
    change = Change("measure", Op.INSERT, row, {"kind": "BEL", "status": status, **values})
    changesets.apply(database, Changeset((change,), by))
    return row


def held(database: Database, row: str) -> dict[str, Any]:
    with database.reading() as connection:
        return dict(connection.execute("SELECT * FROM measure WHERE CAST(uuid AS text) = ?", (row,)).fetchone())


def steps(database: Database, row: str) -> list[tuple[str, ...]]:
    with database.reading() as connection:
        found = connection.execute(
            "SELECT status, at, by_function, note FROM measure_event WHERE CAST(measure AS text) = ? ORDER BY id",
            (row,),
        ).fetchall()
    return [tuple(step) for step in found]


def by_sql(database: Database, row: str, **values: Any) -> None:
    with database.writing() as connection:
        # On a server a save is a transaction of more than one statement.
        connection.execute("SELECT 1")
        assignments = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(
            f"UPDATE measure SET {assignments}, base_version = version WHERE CAST(uuid AS text) = :row",
            {**values, "row": row},
        )


def by_changeset(database: Database, row: str, **values: Any) -> None:
    version = held(database, row)["version"]
    changesets.apply(database, Changeset((Change("measure", Op.UPDATE, row, values, version),)))


def answer(write: Any, database: Database, row: str, **values: Any) -> str:
    """What the refusal says; empty if it was stored."""
    try:
        write(database, row, **values)
    except DatabaseError as error:
        return error.what
    return ""


@pytest.mark.parametrize("write", [by_sql, by_changeset])
def test_every_pair_of_statuses_is_allowed_or_refused_as_the_method_says(either_database: Database, write: Any) -> None:
    stored: dict[str, list[str]] = {}
    for before in ALLOWED:
        row = measure(either_database, before, public_text="Ingen el här")
        for after in STATUSES:
            words = f"Ordet om {after}"
            said = answer(write, either_database, row, status=after, public_text=words) if after != before else "same"
            if not said:
                stored.setdefault(before, []).append(after)
                assert held(either_database, row)["status"] == after
                row = measure(either_database, before, public_text="Ingen el här")
            else:
                assert said == "same" or CANNOT in said
    assert {before: " ".join(after) for before, after in stored.items()} == {
        before: " ".join(after for after in STATUSES if after in allowed.split()) for before, allowed in ALLOWED.items()
    }


@pytest.mark.parametrize("paused_in", OUT_OF_A_PAUSE)
def test_a_paused_measure_returns_to_where_it_was_or_earlier(either_database: Database, paused_in: str) -> None:
    stored = []
    for after in STATUSES:
        row = measure(either_database, paused_in, public_text="Ingen el här")
        by_changeset(either_database, row, status="paused")
        if after != "paused" and not answer(by_changeset, either_database, row, status=after):
            stored.append(after)
    assert " ".join(stored) == OUT_OF_A_PAUSE[paused_in]


@pytest.mark.parametrize("status", ["decided", "done", "paused", "rejected"])
def test_only_an_import_begins_further_on(either_database: Database, status: str) -> None:
    with pytest.raises(DatabaseError, match=CANNOT):
        measure(either_database, status, Kind.EDIT)
    assert held(either_database, measure(either_database, status))["status"] == status


@pytest.mark.parametrize("write", [by_sql, by_changeset])
def test_a_rejection_needs_a_reason_for_the_public_and_keeps_it(either_database: Database, write: Any) -> None:
    row = measure(either_database, by=Kind.EDIT)
    assert NO_REASON in answer(write, either_database, row, status="rejected", public_text="  ")
    assert held(either_database, row)["status"] == "proposed"
    assert answer(write, either_database, row, status="rejected", public_text="Marken är privat") == ""
    assert NO_REASON in answer(write, either_database, row, public_text="")


@pytest.mark.parametrize("write", [by_sql, by_changeset])
@pytest.mark.parametrize("words", ["", "Vi ser på saken igen"])
def test_the_reason_for_a_rejection_does_not_stay_as_the_words_of_another_answer(
    either_database: Database, write: Any, words: str
) -> None:
    row = measure(either_database, "rejected", public_text="Marken är privat")
    assert KEPT_REASON in answer(write, either_database, row, status="proposed")
    assert held(either_database, row)["status"] == "rejected"
    assert answer(write, either_database, row, status="proposed", public_text=words) == ""
    assert held(either_database, row)["public_text"] == words


@pytest.mark.parametrize("write", [by_sql, by_changeset])
def test_a_traffic_ban_is_done_only_when_its_three_conditions_are_ticked(either_database: Database, write: Any) -> None:
    row = measure(either_database, "decided", kind="LTF")
    assert NOT_VALID in answer(write, either_database, row, status="done")
    rule = str(uuid.uuid4())
    ticked = {"measure": row, "is_decided": True, "is_published": True}
    changesets.apply(either_database, Changeset((Change("traffic_rule", Op.INSERT, rule, ticked),)))
    assert NOT_VALID in answer(write, either_database, row, status="done")
    changesets.apply(either_database, Changeset((Change("traffic_rule", Op.UPDATE, rule, {"is_signed": True}, 1),)))
    assert answer(write, either_database, row, status="done") == ""
    lamp = measure(either_database, "done")
    assert NOT_VALID in answer(write, either_database, lamp, kind="LTF")


@pytest.mark.parametrize("write", [by_sql, by_changeset])
def test_each_step_is_dated_with_what_was_said_of_it_or_now(either_database: Database, write: Any) -> None:
    row = measure(either_database)
    said = {"step_at": "2026-03-01T12:00:00.500Z", "step_by": "Trafikingenjör", "step_note": "Nämnd 3 mars"}
    write(either_database, row, status="decided", **said)
    write(either_database, row, status="planned")
    first, second, third = steps(either_database, row)
    assert first[0] == "proposed"
    assert second == ("decided", *said.values())
    assert (third[0], *third[2:]) == ("planned", "", "")
    assert third[1] > "2026-11"


def test_undo_takes_a_step_back_that_nobody_may_take(either_database: Database) -> None:
    row = measure(either_database, "in_progress", public_text="För dyrt")
    said = {"step_at": "2026-03-01T12:00:00.500Z", "step_note": "För dyrt"}
    by_changeset(either_database, row, status="rejected", **said)
    assert CANNOT in answer(by_changeset, either_database, row, status="in_progress")
    latest = history.recent_entries(either_database)[0]
    assert undo.undo(either_database, latest, SilentFeedback()).rows == 1
    assert held(either_database, row)["status"] == "in_progress"
    assert [step[0] for step in steps(either_database, row)] == ["in_progress", "rejected", "in_progress"]
    assert steps(either_database, row)[-1][3] == ""


def test_a_deleted_measure_comes_back_as_far_as_it_was(either_database: Database) -> None:
    row = measure(either_database, "done")
    changesets.apply(either_database, Changeset((Change("measure", Op.DELETE, row, base_version=1),)))
    changesets.apply(either_database, Changeset((Change("measure", Op.RESTORE, row, base_version=2),)))
    assert held(either_database, row)["status"] == "done"
