# SPDX-License-Identifier: GPL-2.0-or-later
"""An upgrade of a file that others have open loses nothing, and one that is cut off leaves the file as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from est_plugin.db.migrator import upgrade_database
from est_plugin.db.schema_version import CURRENT, GEOPACKAGE, Migration, migrations
from est_plugin.errors import CancelledError, DatabaseError
from est_plugin.feedback import SilentFeedback
from est_plugin.processing.createdatabase import CreateDatabaseAlgorithm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database

SCRIPT = "ALTER TABLE measure ADD COLUMN contact TEXT NOT NULL DEFAULT '';"
#: Another program: opens the file, does what it is told, says so, and at a word saves a row and ends.
OTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("open", flush=True)
sys.stdin.readline()
if connection.in_transaction:
    connection.execute("ROLLBACK")
connection.execute("INSERT INTO import_source (name, mapping, changed_at) VALUES ('late', '{}', '2026')")
connection.close()
"""
#: A program that is killed in the middle of the upgrade.
KILLED = """
import os, sys
from pathlib import Path
from est_plugin.db.migrator import upgrade_database
from est_plugin.db.schema_version import Migration, migrations
from est_plugin.feedback import SilentFeedback

class Killing(SilentFeedback):
    def set_progress(self, fraction):
        if fraction >= 0.8:
            os._exit(9)

upgrade_database(Path(sys.argv[1]), Killing(), migrations=(*migrations(), Migration(2, (Path(sys.argv[2]),))))
"""


@pytest.fixture
def steps(tmp_path: Path) -> tuple[Migration, ...]:
    """Today's steps and one more."""
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "next.sql").write_text(SCRIPT, encoding="utf-8")
    return (*migrations(), Migration(CURRENT + 1, (folder / "next.sql",)))


@contextmanager
def open_elsewhere(path: Path, *statements: str) -> Iterator[None]:
    command = [sys.executable, "-c", OTHER, str(path), *statements]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.communicate("\n")
        assert other.returncode == 0


def upgrade(database: Database, steps: tuple[Migration, ...]) -> tuple[int, int]:
    return upgrade_database(database.path, SilentFeedback(), migrations=steps)


def facts(database: Database) -> tuple[str, int, int, int]:
    """Is the file whole; its version, the rows that the others saved, and the columns of the next step."""
    with closing(sqlite3.connect(database.path)) as connection:
        return tuple(
            connection.execute(query).fetchone()[0]
            for query in (
                "PRAGMA integrity_check",
                "SELECT schema_version FROM meta",
                "SELECT count(*) FROM import_source",
                "SELECT count(*) FROM pragma_table_info('measure') WHERE name = 'contact'",
            )
        )


@pytest.mark.parametrize(
    "statements",
    [
        ("PRAGMA journal_mode = WAL", "SELECT * FROM incident"),
        ("BEGIN", "SELECT * FROM incident"),
        ("BEGIN IMMEDIATE",),
    ],
    ids=["open in WAL mode", "reading", "writing"],
)
def test_a_file_in_use_is_not_upgraded_and_nobody_loses_anything(
    database: Database, steps: tuple[Migration, ...], statements: tuple[str, ...]
) -> None:
    files = sorted(database.path.parent.glob("*.gpkg"))
    with open_elsewhere(database.path, *statements), pytest.raises(DatabaseError, match="was not upgraded"):
        upgrade(database, steps)
    assert facts(database) == ("ok", CURRENT, 1, 0)
    assert sorted(database.path.parent.glob("*.gpkg")) == files
    assert upgrade(database, steps) == (CURRENT, CURRENT + 1)
    assert facts(database) == ("ok", CURRENT + 1, 1, 1)


def test_a_file_that_is_open_elsewhere_and_at_rest_is_upgraded_under_it(
    database: Database, steps: tuple[Migration, ...]
) -> None:
    with open_elsewhere(database.path, "SELECT * FROM incident"):
        assert upgrade(database, steps) == (CURRENT, CURRENT + 1)
    assert facts(database) == ("ok", CURRENT + 1, 1, 1)


def test_a_file_that_is_edited_in_this_program_is_not_upgraded(
    database: Database, steps: tuple[Migration, ...]
) -> None:
    layer = QgsVectorLayer(database.layer_source("measure"), "measures", "ogr")
    assert layer.startEditing()
    with pytest.raises(DatabaseError, match="was not upgraded"):
        upgrade(database, steps)
    layer.rollBack()
    assert facts(database) == ("ok", CURRENT, 0, 0)


def test_a_copy_lies_beside_the_file_until_the_upgrade_is_whole(
    database: Database, steps: tuple[Migration, ...]
) -> None:
    seen = []

    class Looking(SilentFeedback):
        def set_progress(self, fraction: float) -> None:
            for copy in database.path.parent.glob("est-version-1-*.gpkg"):
                with closing(sqlite3.connect(copy)) as connection:
                    seen.append(connection.execute("SELECT schema_version, municipality FROM meta").fetchone())

    upgrade_database(database.path, Looking(), migrations=steps)
    assert seen
    assert set(seen) == {(CURRENT, "1781")}
    assert not list(database.path.parent.glob("est-version-*"))


def test_a_cancel_leaves_the_file_as_it_was(database: Database, steps: tuple[Migration, ...]) -> None:
    class Cancelling(SilentFeedback):
        def is_cancelled(self) -> bool:
            return True

    before = database.path.read_bytes()
    with pytest.raises(CancelledError):
        upgrade_database(database.path, Cancelling(), migrations=steps)
    assert database.path.read_bytes() == before


def test_a_program_that_is_killed_leaves_the_file_as_it_was_and_a_copy(
    database: Database, steps: tuple[Migration, ...]
) -> None:
    command = [sys.executable, "-c", KILLED, str(database.path), str(steps[-1].files[0])]
    assert subprocess.run(command, check=False, cwd=GEOPACKAGE.parents[3]).returncode == 9
    assert facts(database) == ("ok", CURRENT, 0, 0)
    assert len(list(database.path.parent.glob("est-version-1-*.gpkg"))) == 1
    assert upgrade(database, steps) == (CURRENT, CURRENT + 1)


def test_what_is_deleted_after_an_upgrade_keeps_the_new_column_and_its_place(
    database: Database, steps: tuple[Migration, ...]
) -> None:
    upgrade(database, steps)
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO measure (uuid, kind, contact, geom) VALUES ('m', 'BEL', 'växeln',"
            " x'47500001BE0B00000101000000000000000000F03F0000000000000040')"
        )
        connection.execute("DELETE FROM measure")
        row = connection.execute("SELECT contact, deleted_at FROM measure").fetchone()
        indexed = connection.execute("SELECT count(*) FROM rtree_measure_geom").fetchone()[0]
    assert row["contact"] == "växeln"
    assert row["deleted_at"] is not None
    assert indexed == 1


@pytest.mark.parametrize("kind", ["text", "database", "empty"])
def test_a_file_that_is_no_est_database_is_told(tmp_path: Path, qgis_app: object, kind: str) -> None:
    path = tmp_path / "other.gpkg"
    if kind == "database":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE t (a)")
    else:
        path.write_text("mine, and no database at all" if kind == "text" else "", encoding="utf-8")
    before = path.read_bytes()
    algorithm = CreateDatabaseAlgorithm().create()
    with pytest.raises(QgsProcessingException, match="is not an EST database"):
        algorithm.run({"OUTPUT": str(path)}, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    assert path.read_bytes() == before
