# SPDX-License-Identifier: GPL-2.0-or-later
"""Every change stands in the history, counts once and can be taken back, in a file as on a server."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

from est_plugin.db import changesets, imports
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.history import deleted_rows, recent_entries, row_history
from est_plugin.db.imports import Batch
from est_plugin.db.server_database import open_server_database
from est_plugin.db.undo import restore, undo
from est_plugin.domain.incident import Incident
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback
from tests.link import link_to

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

SYSTEM = {"id", "version", "base_version", "changed_at", "changed_by"}


def new(database: Database, **values: Any) -> Change:
    place = point_blob(500_000 + random.random(), 6_600_000, database.srs_id)
    return Change("measure", Op.INSERT, str(uuid.uuid4()), {"kind": "BEL", "geom": place, **values})


def changed(row: str, base: int, **values: Any) -> Change:
    return Change("measure", Op.UPDATE, row, values, base)


def content(database: Database, table: str = "measure") -> dict[str, dict[str, Any]]:
    """The rows of a table that are not deleted, without what the guard itself keeps."""
    with database.reading() as connection:
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table} WHERE deleted_at IS NULL")]
    return {str(row["uuid"]): {name: row[name] for name in row if name not in SYSTEM} for row in rows}


def version_of(database: Database, row: str) -> int:
    with database.reading() as connection:
        return connection.execute("SELECT version FROM measure WHERE CAST(uuid AS text) = ?", (row,)).fetchone()[0]


def edit(database: Database, *changes: Change) -> Changeset:
    changeset = Changeset(changes)
    changesets.apply(database, changeset)
    return changeset


def test_a_changeset_counts_once_and_gives_the_same_answer_again(either_database: Database) -> None:
    changeset = Changeset((new(either_database, title="Lampa"), new(either_database, title="Skylt")))
    first = changesets.apply(either_database, changeset)
    again = changesets.apply(either_database, changeset)
    assert (first.versions, first.repeated) == ((1, 1), False)
    assert (again.versions, again.repeated) == ((1, 1), True)
    assert sorted(row["title"] for row in content(either_database).values()) == ["Lampa", "Skylt"]


def test_a_changeset_is_whole_or_not_at_all(either_database: Database) -> None:
    with pytest.raises(DatabaseError):
        edit(either_database, new(either_database), Change("measure", Op.INSERT, str(uuid.uuid4()), {"kind": "none"}))
    assert content(either_database) == {}
    assert recent_entries(either_database) == ()


@pytest.mark.parametrize(
    "change",
    [
        Change("no_table", Op.INSERT, str(uuid.uuid4()), {"title": "x"}),
        Change("measure", Op.INSERT, str(uuid.uuid4()), {"no_column": "x"}),
        Change("measure", Op.INSERT, str(uuid.uuid4()), {"version": 7}),
        Change("measure", Op.UPDATE, str(uuid.uuid4()), {"title": "x"}, 1),
    ],
)
def test_what_cannot_be_changed_is_refused(either_database: Database, change: Change) -> None:
    with pytest.raises(DatabaseError):
        edit(either_database, change)


@pytest.mark.parametrize("word", ["apply_changeset", "COMMIT"])
@pytest.mark.parametrize("place", ["request", "sent", "reply"])
def test_a_changeset_whose_link_is_cut_is_sent_again_and_counts_once(
    server: Server, server_database: ServerDatabase, place: str, word: str
) -> None:
    with link_to(server.port) as link:
        far = open_server_database(link.address(server_database.address.name, "anna"))
        link.cut(place, word)
        applied = changesets.apply(far, Changeset((new(far, title="Lampa"),)))
    assert (applied.versions, len(content(server_database)), len(recent_entries(server_database))) == ((1,), 1, 1)


def test_the_same_content_under_the_same_uuid_only(either_database: Database) -> None:
    changeset = edit(either_database, new(either_database))
    with pytest.raises(DatabaseError):
        changesets.apply(either_database, Changeset((new(either_database),), uuid=changeset.uuid))


def test_different_columns_are_merged_and_the_same_one_is_a_conflict(either_database: Database) -> None:
    measure = new(either_database, title="Lampa")
    edit(either_database, measure)
    edit(either_database, changed(measure.uuid, 1, title="Två lampor"))
    edit(either_database, changed(measure.uuid, 1, result="Ljusare"))
    with pytest.raises(DatabaseError) as refusal:
        edit(either_database, changed(measure.uuid, 1, title="Tre lampor"))
    assert refusal.value.values["columns"] == "title"
    assert content(either_database)[measure.uuid]["title"] == "Två lampor"
    # An equal value is no conflict.
    edit(either_database, changed(measure.uuid, 1, title="Två lampor"))
    assert version_of(either_database, measure.uuid) == 3


def test_any_deletion_clashes(either_database: Database) -> None:
    measure = new(either_database)
    edit(either_database, measure)
    edit(either_database, Change("measure", Op.DELETE, measure.uuid, base_version=1))
    with pytest.raises(DatabaseError):
        edit(either_database, changed(measure.uuid, 1, title="Tre lampor"))


def test_the_timeline_tells_each_step_with_old_and_new_values(either_database: Database) -> None:
    measure = new(either_database, title="Lampa", cost=0.1)
    edit(either_database, measure)
    edit(either_database, changed(measure.uuid, 1, title="Två lampor", cost=1 / 3))
    edit(either_database, changed(measure.uuid, 2, title="Tre lampor"))
    edit(either_database, Change("measure", Op.DELETE, measure.uuid, base_version=3))
    steps = row_history(either_database, "measure", measure.uuid)
    assert [(step.version, step.operation) for step in steps] == [
        (1, "insert"), (2, "update"), (3, "update"), (4, "delete"),
    ]  # fmt: skip
    told = [{change.column: (change.old, change.new) for change in step.changes} for step in steps]
    assert told[1]["title"] == ("Lampa", "Två lampor")
    assert float(told[1]["cost"][0]) == 0.1
    assert told[2] == {"title": ("Två lampor", "Tre lampor")}
    assert all(step.changed_by for step in steps)


def test_what_qgis_saves_in_a_file_stands_in_the_history_too(file_database: Database) -> None:
    source = file_database.layer_source("measure", geometry_type="Point")
    layer = QgsVectorLayer(source, "measures", "ogr")
    layer.startEditing()
    row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT(500000 6600000)"))
    row["uuid"], row["kind"], row["title"] = str(uuid.uuid4()), "BEL", "Lampa"
    row["version"], row["changed_at"] = 1, "2026-01-01T00:00:00.000Z"
    for name in ("description", "status", "decision_body", "registry_no", "funding", "expected_effect", "result",
                 "public_text", "info_class", "changed_by"):  # fmt: skip
        row[name] = {"status": "proposed", "info_class": 1}.get(name, "")
    assert layer.addFeature(row)
    assert layer.commitChanges(), layer.commitErrors()
    stored = next(layer.getFeatures())
    layer.startEditing()
    layer.changeAttributeValue(stored.id(), layer.fields().indexOf("title"), "Två lampor")
    layer.changeGeometry(stored.id(), QgsGeometry.fromWkt("POINT(500010 6600000)"))
    assert layer.commitChanges(), layer.commitErrors()
    layer.startEditing()
    layer.deleteFeature(stored.id())
    assert layer.commitChanges(), layer.commitErrors()
    steps = row_history(file_database, "measure", row["uuid"])
    assert [step.operation for step in steps if step.operation != "update"] == ["insert", "delete"]
    columns = {change.column for step in steps if step.operation == "update" for change in step.changes}
    assert columns == {"title", "geom"}
    before = content(file_database)
    undo(file_database, recent_entries(file_database)[0], SilentFeedback())
    after = content(file_database)
    # One person who does it all within two seconds saved once.
    assert (before, after) == ({}, {})
    [gone] = deleted_rows(file_database)
    restore(file_database, gone)
    assert content(file_database)[row["uuid"]]["title"] == "Två lampor"


@pytest.mark.parametrize("seed", range(3))
def test_everything_undone_in_reverse_order_is_the_state_before(either_database: Database, seed: int) -> None:
    chance = random.Random(seed)
    edit(either_database, *(new(either_database, title=f"Åtgärd {n}", cost=n / 7) for n in range(6)))
    states = [content(either_database)]
    made = []
    for number in range(12):
        rows = sorted(content(either_database))
        chosen = chance.sample(rows, min(3, len(rows)))
        changes = [
            Change("measure", Op.DELETE, row, base_version=version_of(either_database, row))
            if chance.random() < 0.2
            else changed(
                row,
                version_of(either_database, row),
                title=f"Ändring {number}",
                cost=chance.random(),
                owner=chance.choice([None, "polis"]),
                geom=point_blob(500_000 + chance.random(), 6_600_000, either_database.srs_id),
            )
            for row in chosen
        ]
        made.append(edit(either_database, *changes, new(either_database, title=f"Ny {number}")))
        states.append(content(either_database))
    for changeset, after, before in zip(reversed(made), reversed(states[1:]), reversed(states[:-1]), strict=True):
        assert content(either_database) == after
        [entry] = [one for one in recent_entries(either_database) if one.changeset == changeset.uuid]
        undone = undo(either_database, entry, SilentFeedback())
        assert undone.kept == 0
        assert content(either_database) == before


def test_an_undo_can_be_undone(either_database: Database) -> None:
    measure = new(either_database, title="Lampa")
    edit(either_database, measure)
    edit(either_database, changed(measure.uuid, 1, title="Två lampor"))
    undone = undo(either_database, recent_entries(either_database)[0], SilentFeedback())
    assert content(either_database)[measure.uuid]["title"] == "Lampa"
    latest = recent_entries(either_database)[0]
    assert (latest.changeset, latest.kind) == (undone.changeset, "undo")
    undo(either_database, latest, SilentFeedback())
    assert content(either_database)[measure.uuid]["title"] == "Två lampor"


def test_what_was_changed_since_is_left_alone_and_counted(either_database: Database) -> None:
    first, second = new(either_database, title="a"), new(either_database, title="b")
    edit(either_database, first, second)
    edit(either_database, changed(first.uuid, 1, title="A"), changed(second.uuid, 1, title="B"))
    entry = recent_entries(either_database)[0]
    edit(either_database, changed(first.uuid, 2, title="Annas", result="x"), changed(second.uuid, 2, result="y"))
    undone = undo(either_database, entry, SilentFeedback())
    assert (undone.rows, undone.kept) == (1, 1)
    rows = content(either_database)
    assert (rows[first.uuid]["title"], rows[second.uuid]["title"], rows[second.uuid]["result"]) == ("Annas", "b", "y")


class WorkingMeanwhile(SilentFeedback):
    """Somebody who changes a row after it was read and before it is set back."""

    def __init__(self, database: Database, change: Change) -> None:
        self._database = database
        self._change: Change | None = change

    def set_progress(self, fraction: float) -> None:
        if self._change is not None:
            change, self._change = self._change, None
            edit(self._database, change)


def test_an_undo_overwrites_nothing_that_was_changed_at_that_moment(either_database: Database) -> None:
    first, second = new(either_database, title="a"), new(either_database, title="b")
    edit(either_database, first, second)
    edit(either_database, changed(first.uuid, 1, title="A"), changed(second.uuid, 1, title="B"))
    entry = recent_entries(either_database)[0]
    meanwhile = WorkingMeanwhile(either_database, changed(first.uuid, 2, title="Annas"))
    with pytest.raises(DatabaseError):
        undo(either_database, entry, meanwhile)
    assert [content(either_database)[row.uuid]["title"] for row in (first, second)] == ["Annas", "B"]
    assert undo(either_database, entry, SilentFeedback()).kept == 1
    assert [content(either_database)[row.uuid]["title"] for row in (first, second)] == ["Annas", "b"]


def reports(count: int) -> Batch:
    incidents = tuple(
        Incident(
            source="polisen",
            source_ref=f"K{number}",
            content_hash=f"h{number}",
            category="klotter",
            occurred_from=datetime(2026, 3, 1, 20, number % 60, tzinfo=UTC),
            x=500_000 + number,
            y=6_600_000,
        )
        for number in range(count)
    )
    return Batch(
        source="polisen", file_name="mars.csv", sha256="0", mapping="{}", columns=("Ärende",), rows_read=count,
        incidents=incidents, passed_hashes=tuple(str(number) for number in range(count)), quarantined=(),
    )  # fmt: skip


def test_an_import_is_undone_but_for_what_was_edited_and_can_be_made_again(either_database: Database) -> None:
    imports.store(either_database, reports(20), SilentFeedback())
    with either_database.reading() as connection:
        row = connection.execute("SELECT CAST(uuid AS text) FROM incident WHERE source_ref = 'K7'").fetchone()[0]
    edit(either_database, Change("incident", Op.UPDATE, row, {"place": "Torget"}, 1))
    [batch] = [one for one in recent_entries(either_database) if one.kind == "import"]
    assert (batch.file_name, [(count.table, count.rows) for count in batch.counts]) == ("mars.csv", [("incident", 20)])
    undone = undo(either_database, batch, SilentFeedback())
    assert (undone.rows, undone.kept) == (19, 1)
    assert list(content(either_database, "incident")) == [row]
    again = imports.store(either_database, reports(20), SilentFeedback())
    assert (len(again.accepted), again.known) == (19, 1)
    assert len(content(either_database, "incident")) == 20


def test_a_deleted_row_is_restored(either_database: Database) -> None:
    measure = new(either_database, title="Lampa")
    edit(either_database, measure)
    before = content(either_database)
    edit(either_database, Change("measure", Op.DELETE, measure.uuid, base_version=1))
    [row] = deleted_rows(either_database)
    restore(either_database, row)
    assert content(either_database) == before
    assert deleted_rows(either_database) == ()
