# SPDX-License-Identifier: GPL-2.0-or-later
"""Backups of a GeoPackage: whole, the last five, only of what changed; going back loses nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing

import pytest
from qgis.core import QgsVectorLayer

from est_plugin.db import backups
from est_plugin.db.file_database import open_database
from est_plugin.errors import CancelledError, DatabaseError
from est_plugin.feedback import SilentFeedback
from tests.full_disk import contents, full_disk


@pytest.fixture
def stamps(monkeypatch):
    """A clock for the names that goes on by a second each time."""
    seconds = iter(range(60))
    monkeypatch.setattr(backups, "_stamp", lambda: f"20261129-0812{next(seconds):02}")


def set_months(database, months):
    with database.writing() as connection:
        connection.execute("UPDATE meta SET retention_months = ?", (months,))


def months(path):
    with open_database(path).reading() as connection:
        return connection.execute("SELECT retention_months FROM meta").fetchone()[0]


def back_up(database):
    return backups.back_up(database.path, SilentFeedback())


def test_the_first_backup_is_whole_and_has_the_rights_of_the_database(database):
    database.path.chmod(0o640)
    set_months(database, 17)
    made = back_up(database)
    assert made.parent == database.path.parent / "backups"
    assert (made.name.startswith("est-20"), made.name.endswith(".bak.gpkg")) == (True, True)
    assert stat.S_IMODE(made.stat().st_mode) == 0o640
    assert months(made) == 17
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_what_is_still_in_the_journal_is_in_the_backup(database):
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE meta SET retention_months = 19")
        other.commit()
        assert months(back_up(database)) == 19


def test_five_are_kept(database, stamps):
    made = []
    for number in range(7):
        set_months(database, number + 1)
        made.append(back_up(database))
    assert backups.backups_of(database.path) == made[:1:-1]
    assert [months(path) for path in made[2:]] == [3, 4, 5, 6, 7]


def test_a_database_that_did_not_change_is_not_backed_up_again(database, stamps):
    back_up(database)
    assert back_up(database) is None
    # QGIS opens a layer for editing and leaves it: a counter in the header, and the time of the file.
    layer = QgsVectorLayer(database.layer_source("incident"), "", "ogr")
    layer.startEditing()
    layer.rollBack()
    del layer
    os.utime(database.path)
    assert back_up(database) is None
    assert len(backups.backups_of(database.path)) == 1
    set_months(database, 11)
    assert back_up(database) is not None


def test_a_backup_is_not_backed_up(database):
    made = back_up(database)
    assert backups.back_up(made, SilentFeedback()) is None


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_full_disk_is_told_and_costs_no_backup(database, stamps, share):
    for number in range(5):
        set_months(database, number + 1)
        back_up(database)
    set_months(database, 99)
    before = contents(database.path.parent)
    with full_disk(int(share * database.path.stat().st_size)), pytest.raises(DatabaseError, match="No backup of"):
        back_up(database)
    assert contents(database.path.parent) == before


def test_a_damaged_database_takes_no_backups_place(database, stamps):
    back_up(database)
    kept = contents(database.path.parent / "backups")
    with database.path.open("rb+") as file:
        file.seek(3 * 4096)
        file.write(os.urandom(20 * 4096))
    with pytest.raises(DatabaseError, match="No backup of"):
        back_up(database)
    assert contents(database.path.parent / "backups") == kept


def test_a_cancel_leaves_no_rests(database):
    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        backups.back_up(database.path, Cancelled())
    assert not list((database.path.parent / "backups").iterdir())


def test_what_a_killed_backup_left_goes_with_the_next(database):
    back_up(database)
    left = database.path.parent / "backups" / ".est-abc.part"
    left.write_bytes(b"half")
    set_months(database, 12)
    back_up(database)
    assert not left.exists()


def test_going_back_changes_neither_database_nor_backup(database):
    set_months(database, 13)
    made = back_up(database)
    set_months(database, 14)
    before = contents(database.path.parent)
    restored = backups.restore_beside(made, SilentFeedback())
    assert restored.parent == database.path.parent
    assert (months(restored), months(database.path)) == (13, 14)
    after = contents(database.path.parent)
    del after[restored.name]
    assert after == before
