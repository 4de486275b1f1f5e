# SPDX-License-Identifier: GPL-2.0-or-later
"""One process writes to a GeoPackage at a time; the others read it and are told who writes."""

from __future__ import annotations

import json
import os
import platform
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from est_plugin.db import file_lock
from est_plugin.db.migrator import upgrade_database
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback
from tests.other_process import other_process, other_writer, started

TAKEN_BY_ANOTHER_COMPUTER = {
    "user": "Anna Ek",
    "host": "pc-17",
    "pid": 4711,
    "application": "QGIS",
    "since": "2026-11-29T07:12:00.000Z",
    "process": "abc",
    "is_passing": False,
}


def write(database):
    with database.writing() as connection:
        connection.execute("UPDATE meta SET retention_months = retention_months + 1")


def months(database):
    with database.reading() as connection:
        return connection.execute("SELECT retention_months FROM meta").fetchone()[0]


def test_the_holder_writes_and_says_who_it_is(database):
    lock = file_lock.take(database.path)
    holder = file_lock.holder_of(database.path)
    assert (holder.pid, holder.host, holder.is_this_process) == (os.getpid(), platform.node(), True)
    assert holder.user
    before = months(database)
    write(database)
    assert months(database) == before + 1
    lock.release()
    assert file_lock.holder_of(database.path) is None
    assert not file_lock.lock_path(database.path).exists()


def test_another_process_is_refused_and_told_who_writes(database):
    before = months(database)
    with other_writer(database.path) as other:
        with pytest.raises(file_lock.HeldError, match=rf"on {platform.node()} writes in it since 20\d\d-") as caught:
            write(database)
        assert caught.value.holder.pid == other.pid
        with pytest.raises(file_lock.HeldError):
            file_lock.take(database.path)
        assert months(database) == before


def test_an_upgrade_is_refused_while_another_process_writes(database):
    with database.writing() as connection:
        connection.execute("UPDATE meta SET schema_version = 0")
    with other_writer(database.path), pytest.raises(file_lock.HeldError):
        upgrade_database(database.path, SilentFeedback())


def test_a_link_to_the_file_leads_to_the_same_lock(database, tmp_path):
    link = tmp_path / "elsewhere" / "link.gpkg"
    link.parent.mkdir()
    link.symlink_to(database.path)
    with other_writer(link), pytest.raises(file_lock.HeldError):
        write(database)


def test_who_leaves_makes_room(database):
    with other_writer(database.path) as other:
        other.communicate("go\n")
        write(database)


def test_who_is_killed_makes_room_at_once(database):
    with other_writer(database.path) as other:
        other.kill()
        other.wait()
        assert file_lock.lock_path(database.path).exists()
        assert file_lock.holder_of(database.path) is None
        lock = file_lock.take(database.path)
        assert file_lock.holder_of(database.path).is_this_process
        lock.release()


def test_a_lock_left_behind_is_taken_over_by_one_only(database):
    with other_writer(database.path) as other:
        other.kill()
        other.wait()
    others = [
        started(
            """
            say("ready")
            heard()
            try:
                lock = file_lock.take(path)
                say("taken")
            except file_lock.HeldError:
                say("refused")
            heard()
            """,
            database.path,
        )
        for _ in range(6)
    ]
    try:
        assert {other.stdout.readline() for other in others} == {"ready\n"}
        for other in others:
            other.stdin.write("go\n")
            other.stdin.flush()
        said = sorted(other.stdout.readline() for other in others)
    finally:
        for other in others:
            other.kill()
            other.communicate()
    assert said == ["refused\n"] * 5 + ["taken\n"]


@pytest.mark.parametrize("clock_s", [0, -86400, 86400])
def test_another_computer_counts_as_long_as_it_gives_signs_of_life(database, clock_s):
    path = file_lock.lock_path(database.path)
    since = TAKEN_BY_ANOTHER_COMPUTER | {"since": f"2026-11-{29 + clock_s // 86400:02}T07:12:00.000Z"}
    path.write_text(json.dumps(since))
    with pytest.raises(file_lock.HeldError, match="Anna Ek on pc-17"):
        write(database)
    assert file_lock.holder_of(database.path).host == "pc-17"
    long_ago = path.stat().st_mtime - file_lock.STALE_S - 1
    os.utime(path, (long_ago, long_ago))
    assert file_lock.holder_of(database.path) is None
    write(database)


def test_who_lost_the_lock_to_another_computer_knows(database):
    lock = file_lock.take(database.path)
    assert lock.renew()
    path = file_lock.lock_path(database.path)
    path.write_text(json.dumps(TAKEN_BY_ANOTHER_COMPUTER))
    assert not lock.renew()
    lock.release()
    assert json.loads(path.read_text())["user"] == "Anna Ek"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"user": 3}', b"\xff\xfe"])
def test_a_damaged_lock_keeps_nobody_out(database, content):
    file_lock.lock_path(database.path).write_bytes(content)
    write(database)


def test_a_lock_that_cannot_be_made_is_told(database):
    before = months(database)
    file_lock.lock_path(database.path).mkdir()
    with pytest.raises(DatabaseError, match="No lock could be put beside it"):
        write(database)
    assert months(database) == before


def test_who_may_write_to_the_file_may_take_over_its_lock(database):
    database.path.chmod(0o660)
    lock = file_lock.take(database.path)
    assert stat.S_IMODE(file_lock.lock_path(database.path).stat().st_mode) == 0o660
    lock.release()


def test_threads_of_one_process_write_one_after_the_other(database):
    before = months(database)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: write(database), range(40)))
    assert months(database) == before + 40
    assert not file_lock.lock_path(database.path).exists()


def test_short_pieces_of_work_in_four_processes_wait_for_each_other(database):
    code = """
    say("ready")
    heard()
    database = open_database(path)
    for _ in range(25):
        with database.writing() as connection:
            connection.execute("UPDATE meta SET retention_months = retention_months + 1")
    say("done")
    """
    before = months(database)
    others = [started(code, database.path) for _ in range(4)]
    for other in others:
        other.stdout.readline()
    answers = []
    for other in others:
        other.stdin.write("go\n")
        other.stdin.flush()
    answers = [other.communicate()[0] for other in others]
    assert answers == ["done\n"] * 4
    assert months(database) == before + 100


def test_a_long_piece_of_work_ends_by_refusing_the_other(database, monkeypatch):
    monkeypatch.setattr(file_lock, "_PATIENCE_S", 0.3)
    code = "with file_lock.held_for_work(path):\n    say('working')\n    heard()"
    with other_process(code, database.path), pytest.raises(file_lock.HeldError):
        write(database)


def test_a_program_that_locks_the_file_itself_is_told(database, monkeypatch):
    monkeypatch.setattr("est_plugin.db.file_database._BUSY_SECONDS", 0.2)
    before = months(database)
    keeper = """
    import sqlite3
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    say("locked")
    heard()
    """
    with other_process(keeper, database.path):
        with pytest.raises(DatabaseError, match=r"is locked\. Another program keeps it"):
            months(database)
        with pytest.raises(DatabaseError, match="Nothing was changed"):
            write(database)
    assert months(database) == before
