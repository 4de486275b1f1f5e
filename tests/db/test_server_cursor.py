# SPDX-License-Identifier: GPL-2.0-or-later
"""Values come from a server as they come from a file, and rows are read in the same ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from est_plugin.db.geometry_blob import GeometryBlob, point_blob
from est_plugin.db.server import connection_names
from est_plugin.errors import DatabaseError

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.server_database import ServerDatabase

UUID = "5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a11"
_INSERT = (
    "INSERT INTO measure (uuid, kind, title, due_date, cost, geom, deleted_at)"
    " VALUES (:uuid, :kind, :title, :day, :cost, :geom, :at)"
)
VALUES = {
    "uuid": UUID,
    "kind": "BEL",
    "title": "100 % 'sant'? :nej",
    "day": "2026-03-31",
    "cost": 12.5,
    "geom": point_blob(500_000.25, 6_600_000.5, 3006),
    "at": "2026-03-01T22:59:59.120Z",
}


def test_every_kind_of_value_comes_back_as_it_went_in(either_database: Database) -> None:
    with either_database.writing() as connection:
        connection.execute(_INSERT, VALUES)
    with either_database.reading() as connection:
        row = connection.execute(
            "SELECT uuid, kind, title, due_date, cost, geom, deleted_at FROM measure WHERE uuid = ?", (UUID,)
        ).fetchone()
    assert tuple(row) == tuple(VALUES.values())
    assert (row["title"], row[2], dict(row)["cost"]) == (VALUES["title"], VALUES["title"], 12.5)


def test_a_cursor_iterates_and_nested_statements_do_not_disturb_it(either_database: Database) -> None:
    with either_database.reading() as connection:
        codes = []
        for code, _kind in connection.execute("SELECT code, owner FROM measure_kind ORDER BY sort LIMIT 3"):
            connection.execute("SELECT 1").fetchone()
            codes.append(code)
    assert len(codes) == 3


@pytest.mark.parametrize("rows", [0, 1, 1201])
def test_many_rows_are_stored_with_marks_of_either_kind(either_database: Database, rows: int) -> None:
    named = "INSERT INTO walk (uuid, title) VALUES (:uuid, :title)"
    looked_up = "UPDATE walk SET title = 'W ' || title, base_version = version WHERE title = ?"
    with either_database.writing() as connection:
        connection.executemany(named, ({"uuid": f"{UUID[:-4]}{n:04}", "title": f"{n} %"} for n in range(rows)))
        connection.executemany(looked_up, [(f"{n} %",) for n in range(rows)])
    with either_database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM walk WHERE title LIKE 'W % %'").fetchone()[0] == rows


def test_what_a_block_that_raises_has_done_is_undone(either_database: Database) -> None:
    def work() -> None:
        with either_database.writing() as connection:
            connection.execute(_INSERT, VALUES)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    with either_database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM measure").fetchone()[0] == 0


def test_reading_cannot_write(either_database: Database) -> None:
    with pytest.raises(DatabaseError), either_database.reading() as connection:
        connection.execute(_INSERT, VALUES)


def test_a_stored_geometry_is_known_as_one(editors_database: ServerDatabase) -> None:
    with editors_database.writing() as connection:
        connection.execute(_INSERT, VALUES)
        assert isinstance(connection.execute("SELECT geom FROM measure").fetchone()["geom"], GeometryBlob)


def test_a_key_holds_no_login(editors_database: ServerDatabase, server_database: ServerDatabase) -> None:
    assert editors_database.key == server_database.key
    assert "anna" not in editors_database.key
    assert str(editors_database) not in connection_names()
