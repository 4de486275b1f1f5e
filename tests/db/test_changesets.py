# SPDX-License-Identifier: GPL-2.0-or-later
"""est.apply_changeset: whole or not at all, exactly once, with the rights of whoever calls it."""

from __future__ import annotations

import json
import random
import select
import threading
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.extensions
import pytest

from est_plugin.db import guard
from est_plugin.db.guard import Code
from tests.postgres import cursor_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.server_database import ServerDatabase
    from tests.postgres import Server

_APPLY = "SELECT est.apply_changeset(%s, %s)"


def new_measure(row: str, **values: Any) -> dict[str, Any]:
    return {"table": "measure", "op": "insert", "uuid": row, "values": {"kind": "BEL", **values}}


def changed(op: str, row: str, base: int, **values: Any) -> dict[str, Any]:
    return {"table": "measure", "op": op, "uuid": row, "base_version": base, "values": values}


def apply(
    connection: psycopg2.extensions.connection, changeset: str, *changes: dict[str, Any], kind: str = "edit"
) -> dict[str, Any]:
    with connection, connection.cursor() as cursor:
        cursor.execute(_APPLY, (changeset, json.dumps({"kind": kind, "changes": changes})))
        return cursor.fetchone()[0]


@pytest.fixture
def anna(server: Server, server_database: ServerDatabase) -> Iterator[psycopg2.extensions.connection]:
    connection = server.connect(server_database.address.name, "anna")
    yield connection
    connection.close()


def rows(database: ServerDatabase, query: str) -> list[tuple[Any, ...]]:
    with cursor_on(database) as cursor:
        cursor.execute(query)
        return [tuple(row.values()) for row in cursor.fetchall()]


def test_a_changeset_adds_changes_deletes_and_restores_over_several_tables(
    anna: psycopg2.extensions.connection, server_database: ServerDatabase
) -> None:
    lamp, sign, meeting, changeset = (str(uuid.uuid4()) for _ in range(4))
    held = {"kind": "operative", "held_at": "2026-11-02T09:00Z"}
    result = apply(
        anna,
        changeset,
        new_measure(lamp, title="Lamp", geom="POINT(1 2)", due_date="2026-12-01"),
        new_measure(sign),
        {"table": "meeting", "op": "insert", "uuid": meeting, "values": held},
        changed("update", lamp, 1, title="Lamp post", geom=None),
        changed("delete", sign, 1),
        changed("restore", sign, 2),
    )
    assert [row["version"] for row in result["rows"]] == [1, 1, 1, 2, 2, 3]
    assert result["repeated"] is False
    found = rows(server_database, "SELECT title, geom, due_date::text, changed_by FROM est.measure ORDER BY title")
    assert found == [("", None, None, "anna"), ("Lamp post", None, "2026-12-01", "anna")]
    written = rows(server_database, "SELECT DISTINCT changeset::text FROM est.history")
    assert written == [(changeset,)]


def test_one_refused_change_stores_nothing_of_the_changeset(
    anna: psycopg2.extensions.connection, server_database: ServerDatabase
) -> None:
    row, changeset = str(uuid.uuid4()), str(uuid.uuid4())
    with pytest.raises(psycopg2.Error):
        apply(anna, changeset, new_measure(row), new_measure(str(uuid.uuid4()), kind="no such kind"))
    assert rows(server_database, "SELECT count(*) FROM est.measure") == [(0,)]
    assert apply(anna, changeset, new_measure(row))["repeated"] is False


BAD: dict[str, tuple[dict[str, Any], Code]] = {
    "a table that is not there": ({"table": "nothing", "op": "insert"}, Code.BAD_CHANGESET),
    "no table": ({"op": "insert"}, Code.BAD_CHANGESET),
    "a table without guard": ({"table": "meta", "op": "update", "values": {"municipality": "x"}}, Code.BAD_CHANGESET),
    "another schema": ({"table": "pg_catalog.pg_class", "op": "delete"}, Code.BAD_CHANGESET),
    "an unknown kind of change": (changed("truncate", str(uuid.uuid4()), 1), Code.BAD_CHANGESET),
    "an unknown column": (new_measure(str(uuid.uuid4()), colour="red"), Code.BAD_CHANGESET),
    "SQL for a column": (new_measure(str(uuid.uuid4()), **{"title) VALUES (1); --": "x"}), Code.BAD_CHANGESET),
    "a column of the guard": (new_measure(str(uuid.uuid4()), changed_by="bo"), Code.BAD_CHANGESET),
    "nothing to change": (changed("update", str(uuid.uuid4()), 1), Code.BAD_CHANGESET),
    "a row that is not there": (changed("update", str(uuid.uuid4()), 1, title="x"), Code.NO_ROW),
}


@pytest.mark.parametrize("case", BAD)
def test_a_changeset_that_makes_no_sense_is_refused(
    case: str, anna: psycopg2.extensions.connection, server_database: ServerDatabase
) -> None:
    change, code = BAD[case]
    with pytest.raises(psycopg2.Error) as caught:
        apply(anna, str(uuid.uuid4()), change)
    refusal = guard.refusal_in(str(caught.value))
    assert refusal is not None, caught.value
    assert refusal.code is code
    assert rows(server_database, "SELECT count(*) FROM est.changeset") == [(0,)]


def test_a_stale_changeset_is_told_with_what_the_other_changed(
    anna: psycopg2.extensions.connection, server: Server, server_database: ServerDatabase
) -> None:
    row = str(uuid.uuid4())
    apply(anna, str(uuid.uuid4()), new_measure(row))
    bo = server.connect(server_database.address.name, "bo")
    apply(bo, str(uuid.uuid4()), changed("update", row, 1, title="Bo"))
    bo.close()
    with pytest.raises(psycopg2.Error) as caught:
        apply(anna, str(uuid.uuid4()), changed("update", row, 1, title="Anna"))
    refusal = guard.refusal_in(str(caught.value))
    assert refusal is not None
    assert refusal.conflict is not None
    assert (refusal.conflict.changed_by, refusal.conflict.columns) == ("bo", ("title",))
    assert apply(anna, str(uuid.uuid4()), changed("update", row, 1, description="Anna"))["rows"][0]["version"] == 3


def test_the_same_changeset_with_other_content_is_refused(anna: psycopg2.extensions.connection) -> None:
    changeset = str(uuid.uuid4())
    apply(anna, changeset, new_measure(str(uuid.uuid4())))
    with pytest.raises(psycopg2.Error, match="EST006"):
        apply(anna, changeset, new_measure(str(uuid.uuid4())))


def test_four_hundred_changesets_over_a_bad_link_are_stored_exactly_once(
    server: Server, server_database: ServerDatabase
) -> None:
    """The link is cut before the commit, in the call, or before the answer arrives, and the changeset is sent again.

    Some are sent again although they are known, and some by two connections at once.
    """
    chance = random.Random(1)
    name = server_database.address.name
    counts = {"cut": 0, "repeated": 0}
    wanted: list[str] = []
    for number in range(400):
        changeset, added = str(uuid.uuid4()), [str(uuid.uuid4()) for _ in range(chance.randint(1, 5))]
        wanted += added
        content = json.dumps({"changes": [new_measure(row, title=str(number)) for row in added]})
        for _ in range(chance.randint(0, 2)):
            counts["cut"] += 1
            _cut(server, name, chance.choice(("before commit", "in the call", "before the answer")), changeset, content)
        together = chance.random() < 0.1
        threads = [
            threading.Thread(target=_store, args=(server, name, changeset, content)) for _ in range(1 + together)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if chance.random() < 0.2:
            assert _store(server, name, changeset, content)["repeated"] is True
            counts["repeated"] += 1
    assert counts["cut"] >= 200
    assert counts["repeated"] >= 40
    stored = rows(server_database, "SELECT uuid::text FROM est.measure")
    assert sorted(row for (row,) in stored) == sorted(wanted)
    assert rows(server_database, "SELECT count(*) AS a, count(DISTINCT row_uuid) AS b FROM est.history") == [
        (len(wanted),) * 2
    ]
    assert rows(server_database, "SELECT count(*) FROM est.changeset") == [(400,)]


def _store(server: Server, name: str, changeset: str, content: str) -> dict[str, Any]:
    """Outside a transaction of its own: the call is one statement, and whole by itself."""
    connection = server.connect(name, "anna")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(_APPLY, (changeset, content))
        result = cursor.fetchone()[0]
    connection.close()
    return result


def _cut(server: Server, name: str, where: str, changeset: str, content: str) -> None:
    connection = server.connect(name, "anna")
    with suppress(psycopg2.OperationalError), connection.cursor() as cursor:
        if where == "in the call":
            cursor.execute(f"{_APPLY}, pg_terminate_backend(pg_backend_pid())", (changeset, content))
        else:
            cursor.execute(_APPLY, (changeset, content))
        if where == "before the answer":
            connection.commit()
    connection.close()


def test_one_notice_is_sent_for_each_save_and_none_for_an_import(
    anna: psycopg2.extensions.connection, server: Server, server_database: ServerDatabase
) -> None:
    listener = server.connect(server_database.address.name, "bo")
    listener.autocommit = True
    with listener.cursor() as cursor:
        cursor.execute("LISTEN qgis")
    apply(anna, str(uuid.uuid4()), *(new_measure(str(uuid.uuid4())) for _ in range(20)), kind="import")
    apply(anna, str(uuid.uuid4()), *(new_measure(str(uuid.uuid4())) for _ in range(20)))
    select.select([listener], [], [], 10)
    listener.poll()
    assert [(notice.channel, notice.payload) for notice in listener.notifies] == [("qgis", guard.NOTICE)]
    listener.close()


def test_after_a_changeset_a_plain_write_outside_a_transaction_is_still_refused(
    anna: psycopg2.extensions.connection,
) -> None:
    row = str(uuid.uuid4())
    anna.autocommit = True
    with anna.cursor() as cursor:
        cursor.execute(_APPLY, (str(uuid.uuid4()), json.dumps({"changes": [new_measure(row)]})))
        with pytest.raises(psycopg2.Error, match="EST004"):
            cursor.execute("UPDATE est.measure SET title = 'x', base_version = 1")


def test_a_changeset_that_is_only_claimed_counts_for_nothing(
    anna: psycopg2.extensions.connection, server: Server, server_database: ServerDatabase
) -> None:
    row, mine, of_bo = (str(uuid.uuid4()) for _ in range(3))
    apply(anna, mine, new_measure(row))
    bo = server.connect(server_database.address.name, "bo")
    apply(bo, of_bo, new_measure(str(uuid.uuid4())))
    bo.close()
    anna.autocommit = True
    for claimed in (str(uuid.uuid4()), mine, of_bo):
        with anna.cursor() as cursor:
            cursor.execute("SELECT set_config('est.changeset', %s, false)", (claimed,))
            with pytest.raises(psycopg2.Error, match="EST004"):
                cursor.execute("UPDATE est.measure SET title = 'x', base_version = 1 WHERE uuid = %s", (row,))
    anna.autocommit = False
    with anna, anna.cursor() as cursor:
        cursor.execute("UPDATE est.measure SET title = 'x', base_version = 1 WHERE uuid = %s", (row,))
    assert rows(server_database, f"SELECT version, changeset::text FROM est.history WHERE row_uuid = '{row}'") == [
        (1, mine), (2, None),
    ]  # fmt: skip


def test_a_changeset_counts_within_a_savepoint_too(
    anna: psycopg2.extensions.connection, server_database: ServerDatabase
) -> None:
    row, changeset = str(uuid.uuid4()), str(uuid.uuid4())
    content = json.dumps({"changes": [new_measure(row), changed("update", row, 1, title="x")]})
    with anna, anna.cursor() as cursor:
        cursor.execute("SAVEPOINT here")
        cursor.execute(_APPLY, (changeset, content))
        cursor.execute("RELEASE here")
    assert rows(server_database, "SELECT DISTINCT changeset::text FROM est.history") == [(changeset,)]


def test_a_changeset_of_another_login_is_not_repeated_but_refused(
    anna: psycopg2.extensions.connection, server: Server, server_database: ServerDatabase
) -> None:
    row, changeset = str(uuid.uuid4()), str(uuid.uuid4())
    apply(anna, changeset, new_measure(row))
    bo = server.connect(server_database.address.name, "bo")
    with pytest.raises(psycopg2.Error, match=r"EST006.*another login"):
        apply(bo, changeset, new_measure(row))
    bo.close()


def test_a_ledger_line_is_closed_when_its_transaction_ends(
    anna: psycopg2.extensions.connection, server_database: ServerDatabase
) -> None:
    changeset = str(uuid.uuid4())
    known = apply(anna, changeset, new_measure(str(uuid.uuid4())))
    with anna, anna.cursor() as cursor:
        cursor.execute("UPDATE est.changeset SET result = '{}'")
        assert cursor.rowcount == 0
    assert rows(server_database, "SELECT result FROM est.changeset") == [(known,)]
