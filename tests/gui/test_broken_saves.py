# SPDX-License-Identifier: GPL-2.0-or-later
"""The link to the server breaks in a save, or QGIS crashes: nothing is lost or doubled, and the person is told."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import QgsProject

from est_plugin.db.file_database import FileDatabase
from est_plugin.db.geometry_blob import point_blob, wkb_of
from est_plugin.db.server_database import open_server_database
from est_plugin.db.server_migrator import create_server_database
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import save_all
from tests import cut_cases
from tests.desk import desk
from tests.link import link_to
from tests.postgres import cursor_on, running_server
from tests.server_crash import crash_in_a_save
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.database import Database
    from est_plugin.db.places import Place
    from est_plugin.db.server_database import ServerDatabase
    from tests.cut_cases import Case
    from tests.desk import Desk
    from tests.link import Link
    from tests.postgres import Server

ROWS = 30
#: Every kind of work at every place, and a lost answer to COMMIT; ``tests/bench/cut_saves.py`` goes through all thirty.
CASES = [
    case
    for number, case in enumerate(cut_cases.cases(ROWS))
    if number % 4 == 0 or (case.number == 0 and case.place == "reply")
]
CRASH = Path(__file__).with_name("crash_while_editing.py")


@pytest.fixture(autouse=True)
def journal_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile's folder of the test's own."""
    folder = tmp_path / "profile" / "journal"
    monkeypatch.setattr("est_plugin.gui.session.journal_folder", lambda: folder)
    return folder


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with link_to(server.port) as link:
        yield link


@pytest.fixture
def linked(qgis_new_project: None, server_database: ServerDatabase, link: Link) -> Iterator[Desk]:
    """Anna has opened the database, which holds thirty measures, through the link."""
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " SELECT gen_random_uuid(), 'BEL', n, 'POINT(503000 6571000)' FROM generate_series(1, %s) n",
            (ROWS,),
        )
    with desk() as anna:
        anna.open(link.address(server_database.address.name, "anna"))
        yield anna


def stored(database: ServerDatabase, title: str, x: float) -> tuple[int, int]:
    with cursor_on(database) as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE title = %s OR ST_X(geom) = %s) AS mine, count(*) AS whole FROM est.measure",
            (title, x),
        )
        row = cursor.fetchone()
    return row["mine"], row["whole"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_change_is_lost_or_doubled_and_the_person_is_told(
    case: Case, linked: Desk, link: Link, server_database: ServerDatabase
) -> None:
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)

    outcome = cut_cases.run(
        case,
        layer,
        link,
        rows=ROWS,
        stored=lambda title, x: stored(server_database, title, x),
        told=linked.is_told,
    )
    assert outcome.is_safe, (outcome, linked.told)
    assert outcome.was_told or outcome.stored_first == ROWS


def killed(database: Database, journal_folder: Path, act: str, seconds: float = 0.0) -> None:
    """Another QGIS works in the database and is killed, some seconds after it is ready."""
    place = str(database) if isinstance(database, FileDatabase) else database.address.parameters
    command = [sys.executable, str(CRASH), place, str(journal_folder), act]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()


@pytest.fixture
def with_a_measure(either_database: Database, qgis_new_project: None) -> Database:
    with either_database.writing() as connection:
        connection.execute(
            "INSERT INTO measure (uuid, kind, title, geom) VALUES (?, 'BEL', 'Lamp', ?)",
            (str(uuid.uuid4()), point_blob(503000, 6571000, 3006)),
        )
    return either_database


def place_of(database: Database) -> Place:
    return database.path if isinstance(database, FileDatabase) else database.address


def measures(database: Database) -> list[tuple[str, str]]:
    with database.reading() as connection:
        rows = connection.execute("SELECT title, geom FROM measure ORDER BY title").fetchall()
    return [(row["title"], shapely.from_wkb(wkb_of(row["geom"])).wkt) for row in rows]


BEFORE = [("Lamp", "POINT (503000 6571000)")]
AFTER = [("Changed", "POINT (503050.25 6571000.5)"), ("New", "POINT (503100 6571000)")]


def test_what_a_crash_left_behind_is_put_back_and_saved(with_a_measure: Database, journal_folder: Path) -> None:
    killed(with_a_measure, journal_folder, "unsaved")
    assert measures(with_a_measure) == BEFORE
    with desk() as anna:
        anna.open(place_of(with_a_measure))
        check = anna.session.arrival_check
        assert sum(len(lacking.changes) for lacking in check.left) == 2
        check.put_back_left()
        anna.settle()
        assert not check.left
        assert anna.told == []
        save_all(QgsProject.instance())
        anna.settle()
        assert measures(with_a_measure) == AFTER
        assert check.journal.own_entries() == []
    assert list(journal_folder.iterdir()) == []


def test_what_a_crash_left_behind_is_discarded_without_a_trace(with_a_measure: Database, journal_folder: Path) -> None:
    killed(with_a_measure, journal_folder, "unsaved")
    [file] = journal_folder.glob("*.sqlite")
    assert b"Changed" in file.read_bytes()
    with desk() as anna:
        anna.open(place_of(with_a_measure))
        anna.session.arrival_check.discard_left()
        assert list(journal_folder.iterdir()) == []
    assert measures(with_a_measure) == BEFORE


def has_entries(journal_folder: Path) -> bool:
    """Was anything noted? A file may be there before its first entry is."""
    counts = []
    for path in journal_folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as connection, suppress(sqlite3.OperationalError):
            counts += connection.execute("SELECT count(*) FROM entry").fetchone()
    return any(counts)


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.15, 0.3])
def test_a_crash_in_a_save_loses_nothing(seconds: float, with_a_measure: Database, journal_folder: Path) -> None:
    killed(with_a_measure, journal_folder, "save", seconds)
    stored_then = measures(with_a_measure)
    had_begun = has_entries(journal_folder) or stored_then != BEFORE
    with desk() as anna:
        anna.open(place_of(with_a_measure))
        anna.session.arrival_check.put_back_left()
        anna.settle()
        save_all(QgsProject.instance())
        anna.settle()
    assert measures(with_a_measure) == (AFTER if had_begun else BEFORE)
    assert not any(journal_folder.glob("*"))


def test_a_colleagues_change_after_the_crash_is_told_and_not_overwritten(
    server: Server, server_database: ServerDatabase, journal_folder: Path, qgis_new_project: None
) -> None:
    mine = open_server_database(server.address(server_database.address.name, "anna"))
    with cursor_on(server_database) as cursor:
        cursor.execute(
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " VALUES (gen_random_uuid(), 'BEL', 'Lamp', 'POINT(503000 6571000)')"
        )
    killed(mine, journal_folder, "unsaved")
    with cursor_on(server_database) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'Bench', base_version = version")
    with desk() as anna:
        anna.open(mine.address)
        anna.session.arrival_check.put_back_left()
        with pytest.raises(DatabaseError, match="Someone else changed"):
            save_all(QgsProject.instance())
        assert measures(mine)[0] == ("Bench", "POINT (503000 6571000)")
        layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
        assert {row["title"] for row in layer.getFeatures()} == {"Changed", "New"}
        anna.settle()
        assert anna.told == []


def test_while_the_server_cannot_be_asked_the_journal_stays(
    linked: Desk, link: Link, server_database: ServerDatabase
) -> None:
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    check = linked.session.arrival_check
    with edit_command(layer, "edit"):
        for row in layer.allFeatureIds():
            layer.changeAttributeValue(row, layer.fields().indexOf("title"), "Anna")
    link.cut("request", "COMMIT", mark="UPDATE ")
    assert layer.commitChanges()
    link.go_down()
    linked.settle()
    assert [len(entry.changes) for entry in check.journal.own_entries()] == [ROWS]
    assert not layer.isModified()
    link.come_up()
    check.look_again()
    linked.settle()
    assert layer.isModified()
    assert any("30 of 30 changes" in told for told in linked.told)
    assert layer.commitChanges(), layer.commitErrors()
    linked.settle()
    assert stored(server_database, "Anna", 0) == (ROWS, ROWS)
    assert check.journal.own_entries() == []


def test_undone_work_leaves_the_journal(with_a_measure: Database, journal_folder: Path) -> None:
    with desk() as anna:
        anna.open(place_of(with_a_measure))
        journal = anna.session.arrival_check.journal
        layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
        with edit_command(layer, "edit"):
            layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("title"), "Secret")
        until(lambda: len(journal.own_entries()) == 1)
        layer.rollBack()
        until(lambda: journal.own_entries() == [])
        [file] = journal_folder.glob("*.sqlite")
        assert b"Secret" not in b"".join(path.read_bytes() for path in journal_folder.iterdir())
        assert file.stat().st_mode & 0o777 == 0o600
        assert journal_folder.stat().st_mode & 0o777 == 0o700
    assert list(journal_folder.iterdir()) == []


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.2])
def test_a_crash_of_the_server_in_a_save_loses_nothing(seconds: float, crashing: Server) -> None:
    with desk() as anna:
        anna.open(crashing.address("est"))
        crash = crash_in_a_save(crashing, anna, f"After {seconds}", seconds)
    assert crash.stored == crash.rows == 200


@pytest.fixture(scope="module")
def crashing(qgis_app: object) -> Iterator[Server]:
    """A server that nobody else needs."""
    with running_server() as running:
        running.execute("postgres", "CREATE DATABASE est")
        create_server_database(
            running.address("est"),
            srs_id=3006,
            municipality="1781",
            municipality_name="Lindvik",
            feedback=SilentFeedback(),
        )
        running.execute(
            "est",
            "INSERT INTO est.measure (uuid, kind, title, geom)"
            " SELECT gen_random_uuid(), 'BEL', n, 'SRID=3006;POINT(503000 6571000)' FROM generate_series(1, 200) n",
        )
        yield running
