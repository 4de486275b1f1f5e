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
CANNOT, NO_REASON, NOT_VALID = "cannot take this step", "was not rejected", "does not hold as done"
CONDITIONS = ("is_decided", "is_published", "is_signed")
KEPT_REASON = "was not taken up again"


def measure(database: Database, status: str = "proposed", by: Kind = Kind.IMPORT, **values: Any) -> str:
    """A new measure; by an import it may begin anywhere."""
    row = str(uuid.uuid4())
    change = Change("measure", Op.INSERT, row, {"kind": "BEL", "status": status, **values})
    changesets.apply(database, Changeset((change,), by))
    return row


def rule(database: Database, of_measure: str, **values: Any) -> str:
    """A new traffic rule that meets the three conditions, but for what ``values`` say."""
    row = str(uuid.uuid4())
    whole = {"measure": of_measure, "stfs_id": "1781 2026:00012", **dict.fromkeys(CONDITIONS, True)}
    changesets.apply(database, Changeset((Change("traffic_rule", Op.INSERT, row, {**whole, **values}),)))
    return row


def held(database: Database, row: str, table: str = "measure") -> dict[str, Any]:
    with database.reading() as connection:
        return dict(connection.execute(f"SELECT * FROM {table} WHERE CAST(uuid AS text) = ?", (row,)).fetchone())


def steps(database: Database, row: str) -> list[tuple[str, ...]]:
    with database.reading() as connection:
        found = connection.execute(
            "SELECT status, at, by_function, note FROM measure_event WHERE CAST(measure AS text) = ? ORDER BY id",
            (row,),
        ).fetchall()
    return [tuple(step) for step in found]


def by_sql(database: Database, row: str, table: str = "measure", **values: Any) -> None:
    with database.writing() as connection:
        # On a server a save is a transaction of more than one statement.
        connection.execute("SELECT 1")
        assignments = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(
            f"UPDATE {table} SET {assignments}, base_version = version WHERE CAST(uuid AS text) = :row",
            {**values, "row": row},
        )


def by_changeset(database: Database, row: str, table: str = "measure", **values: Any) -> None:
    version = held(database, row, table)["version"]
    changesets.apply(database, Changeset((Change(table, Op.UPDATE, row, values, version),)))


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
def test_a_traffic_ban_is_done_only_with_its_rule(either_database: Database, write: Any) -> None:
    row = measure(either_database, "decided", kind="LTF")
    assert NOT_VALID in answer(write, either_database, row, status="done")
    rule(either_database, row)
    assert answer(write, either_database, row, status="done") == ""
    lamp = measure(either_database, "done")
    assert NOT_VALID in answer(write, either_database, lamp, kind="LTF")


@pytest.mark.parametrize("missing", CONDITIONS)
@pytest.mark.parametrize("write", [by_sql, by_changeset])
def test_each_of_the_three_conditions_is_needed_to_be_done_and_stays(
    either_database: Database, write: Any, missing: str
) -> None:
    row = measure(either_database, "decided", kind="LTF")
    held_by = rule(either_database, row, **{missing: False})
    assert NOT_VALID in answer(write, either_database, row, status="done")
    tick = {"table": "traffic_rule"}
    assert answer(write, either_database, held_by, **tick, **{missing: True}) == ""
    assert answer(write, either_database, row, status="done") == ""
    assert NOT_VALID in answer(write, either_database, held_by, **tick, **{missing: False})
    assert answer(write, either_database, row, status="planned") == ""
    assert answer(write, either_database, held_by, **tick, **{missing: False}) == ""


@pytest.mark.parametrize(
    ("status", "after"), [("done", "followed_up"), ("followed_up", "closed"), ("evaluated", "closed")]
)
def test_a_ban_without_a_rule_goes_no_further_than_done(either_database: Database, status: str, after: str) -> None:
    row = measure(either_database, status, kind="LTF")
    assert NOT_VALID in answer(by_changeset, either_database, row, status=after)
    assert NOT_VALID in answer(by_changeset, either_database, measure(either_database, after), kind="LTF")


def test_the_rule_of_a_ban_that_is_done_is_not_taken_away(either_database: Database) -> None:
    row = measure(either_database, "decided", kind="LTF")
    held_by = rule(either_database, row)
    by_changeset(either_database, row, status="done")
    with pytest.raises(DatabaseError, match=NOT_VALID):
        changesets.apply(either_database, Changeset((Change("traffic_rule", Op.DELETE, held_by, base_version=1),)))


@pytest.mark.parametrize("wrong", [{"stfs_id": "1781 2026:12"}, {"stfs_id": "x1781 2026:00012"}, {"stfs_id": ""}])
def test_an_id_of_stfs_has_its_form_and_what_is_published_has_one(
    either_database: Database, wrong: dict[str, str]
) -> None:
    row = measure(either_database, "decided", kind="LTF")
    with pytest.raises(DatabaseError):
        rule(either_database, row, **wrong)
    assert rule(either_database, row, stfs_id="1781 2026-00012")


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
