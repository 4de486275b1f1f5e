# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a whole database move from a file to a server, or back? Every row, with its id, version and history.

Between engines the copy is compared with the original, row by row, before anybody sees it. It appears whole or not at
all.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.db import places
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.file_tables import FileTables
from est_plugin.db.file_target import filling_file
from est_plugin.db.migrator import refuse_existing, replaced_when_whole
from est_plugin.db.row_digest import RowDigest
from est_plugin.db.schema_version import CURRENT
from est_plugin.db.server import ServerAddress, connected
from est_plugin.db.server_database import ServerDatabase
from est_plugin.db.server_tables import ServerTables
from est_plugin.db.server_target import filling_server
from est_plugin.db.table_shape import ROWS_AT_A_TIME
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from est_plugin.db.database import Database
    from est_plugin.db.places import Place
    from est_plugin.db.table_shape import Row, Table
    from est_plugin.feedback import Feedback

    Tables = FileTables | ServerTables

#: How long a file that another program keeps for itself is waited for.
_PATIENCE_S = 10.0
#: Members of these roles, and superusers, see every row; the row level rules would hide some from others silently.
_SEES_ALL = """
    SELECT rolsuper OR rolbypassrls OR EXISTS (
        SELECT FROM pg_roles WHERE rolname IN ('est_admin', 'est_owner') AND pg_has_role(current_user, oid, 'USAGE')
    ) FROM pg_roles WHERE rolname = current_user
"""


@dataclass(frozen=True)
class Copy:
    """The new database, how many rows it got, and the tables of the original that are not EST's and stayed behind."""

    database: Database
    rows: int
    left_out: tuple[str, ...]


def copy_database(source: Database, place: Place, feedback: Feedback) -> Copy:
    """Copy ``source`` to a file that does not exist yet, or to a server where there is no EST schema or an empty one.

    Raises DatabaseError if the original cannot be read whole, the place is taken or refuses, or the copy is not equal
    to the original; CancelledError if a person has cancelled. Nothing is left behind then.
    """
    if source.schema_version != CURRENT:
        raise _newer(source)
    if isinstance(source, FileDatabase) and isinstance(place, Path):
        return _copy_file(source, place, feedback)
    with _reading(source, feedback) as origin:
        here = origin.shapes()
        beginning = PartFeedback(feedback, 0.0, 0.1)
        with _filling(place, source.srs_id, here.values(), beginning) as target:
            there = target.shapes()
            # Only a server says what is a uuid.
            said = there if isinstance(place, ServerAddress) else here
            tables = {name: table for name, table in said.items() if name in here and name in there}
            _refuse_other_columns(source, here, {name: there[name] for name in tables})
            digests = _copy_rows(origin, target, tables, PartFeedback(feedback, 0.1, 0.6))
            _compare(place, digests, _digests(target, tables, PartFeedback(feedback, 0.6, 0.95)))
    feedback.set_progress(1.0)
    return Copy(
        places.open_at(place),
        sum(digest.rows for digest in digests.values()),
        tuple(sorted(here.keys() - there.keys())),
    )


def different_tables(one: Database, other: Database, feedback: Feedback) -> tuple[str, ...]:
    """The tables that do not hold the same rows in both databases, or are only in one."""
    with _reading(one, feedback) as first, _reading(other, feedback) as second:
        here, there = first.shapes(), second.shapes()
        said = here if isinstance(one, ServerDatabase) else there
        tables = {name: table for name, table in said.items() if name in here and name in there}
        digests = _digests(first, tables, feedback), _digests(second, tables, feedback)
    unequal = {name for name in tables if digests[0][name] != digests[1][name]}
    return tuple(sorted(unequal | (here.keys() ^ there.keys())))


def _copy_file(source: FileDatabase, path: Path, feedback: Feedback) -> Copy:
    """SQLite's own backup: the copy has everything, also what is not EST's."""
    refuse_existing(path)
    with source.reading() as connection, replaced_when_whole(path) as draft:
        with closing(sqlite3.connect(draft)) as target:
            _back_up(connection, target, feedback)
            # Else the copy of a file in WAL mode would have a journal of its own beside it.
            target.execute("PRAGMA journal_mode = DELETE")
            (found,) = target.execute("PRAGMA quick_check").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(found)
            copy = FileTables(target)
            rows = sum(map(copy.count, copy.shapes().values()))
        step(feedback, 0.95)
    feedback.set_progress(1.0)
    return Copy(places.open_at(path), rows, ())


@contextmanager
def _reading(database: Database, feedback: Feedback) -> Iterator[Tables]:
    """One state of a database throughout. Others may go on writing to it."""
    if isinstance(database, ServerDatabase):
        with connected(database.address) as connection:
            connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
            with connection.cursor() as cursor:
                cursor.execute(_SEES_ALL)
                if not cursor.fetchone()[0]:
                    raise _hidden(database)
            yield ServerTables(connection)
    elif isinstance(database, FileDatabase):
        # A nameless database of SQLite's: on the disk, nobody else's, and gone when it is closed.
        with database.reading() as connection, closing(sqlite3.connect("")) as snapshot:
            _back_up(connection, snapshot, feedback)
            yield FileTables(snapshot)


def _back_up(source: sqlite3.Connection, target: sqlite3.Connection, feedback: Feedback) -> None:
    end = time.monotonic() + _PATIENCE_S

    def watch(status: int, _remaining: int, _total: int) -> None:
        step(feedback, 0.0)
        # SQLite itself would try for ever.
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=watch)


def _filling(
    place: Place, srs_id: int, tables: Iterable[Table], feedback: Feedback
) -> AbstractContextManager[FileTables] | AbstractContextManager[ServerTables]:
    if isinstance(place, Path):
        return filling_file(place, srs_id=srs_id, tables=tables, feedback=feedback)
    return filling_server(place, srs_id=srs_id, tables=tables, feedback=feedback)


def _copy_rows(origin: Tables, target: Tables, tables: Mapping[str, Table], feedback: Feedback) -> dict[str, RowDigest]:
    """Copy all rows; returns what was read."""
    digests = {name: RowDigest(table) for name, table in tables.items()}
    for table, rows in _portions(origin, tables, feedback):
        target.write(table, rows, tables)
        digests[table.name].add(rows)
    return digests


def _digests(place: Tables, tables: Mapping[str, Table], feedback: Feedback) -> dict[str, RowDigest]:
    digests = {name: RowDigest(table) for name, table in tables.items()}
    for table, rows in _portions(place, tables, feedback):
        digests[table.name].add(rows)
    return digests


def _portions(place: Tables, tables: Mapping[str, Table], feedback: Feedback) -> Iterator[tuple[Table, list[Row]]]:
    """All rows, a few thousand at a time."""
    total = sum(place.count(table) for table in tables.values()) or 1
    done = 0
    for table in tables.values():
        rows = place.rows(table, tables)
        while portion := list(islice(rows, ROWS_AT_A_TIME)):
            step(feedback, done / total)
            yield table, portion
            done += len(portion)


def _compare(place: Place, original: Mapping[str, RowDigest], copy: Mapping[str, RowDigest]) -> None:
    unequal = [name for name, digest in original.items() if copy[name] != digest]
    if unequal:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The copy in {path} is not equal to the original."),
            why=QT_TRANSLATE_NOOP("est_plugin", "These tables came out different: {tables}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Nothing was kept of the copy, and the original is as it was. Report the text above."
            ),
            path=place,
            tables=", ".join(sorted(unequal)),
        )


def _refuse_other_columns(source: Database, here: Mapping[str, Table], there: Mapping[str, Table]) -> None:
    other = {
        f"{name}.{column}"
        for name, table in there.items()
        for column in {column.name for column in table.columns} ^ {column.name for column in here[name].columns}
    }
    if other:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} was not copied."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its tables were changed: {columns}. The copy could not be whole."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Move what these columns hold into a table of your own, remove them, and copy again."
            ),
            path=source,
            columns=", ".join(sorted(other)),
        )


def _hidden(database: Database) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} was not copied."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Your login does not see every row, so the copy would lack some."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Let an administrator copy it (a member of est_admin)."),
        path=database,
    )


def _newer(database: Database) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The database {path} was not copied."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It is newer than this plugin, so the copy could lack something."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Update the EST plugin, then copy it."),
        path=database,
    )
