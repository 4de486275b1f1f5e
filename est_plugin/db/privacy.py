# SPDX-License-Identifier: GPL-2.0-or-later
"""What has to go: one row at once, or all that is older than the retention of the database, in either engine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg2
from psycopg2 import errorcodes

from est_plugin.db import file_privacy
from est_plugin.db.file_database import FileDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError, InputError

if TYPE_CHECKING:
    from est_plugin.db.database import Database

_NO_SUCH_ROW = {errorcodes.NO_DATA_FOUND, errorcodes.INVALID_TEXT_REPRESENTATION}


@dataclass(frozen=True)
class Purged:
    """What a purge took away."""

    incidents: int
    #: Rows in quarantine.
    quarantine: int
    #: Rows that were deleted long ago: others may refer to them, so empty shells stay.
    shells: int
    #: Steps of the history.
    history: int


def forget(database: Database, uuid: str) -> tuple[str, ...]:
    """Scrub the row with this uuid, its history and what came with it; the names of the tables that it stood in.

    An incident goes altogether, of other rows an empty shell stays. It cannot be undone.
    Raises InputError if there is no such row, DatabaseError if the login may not, or if others use the file.
    """
    if isinstance(database, FileDatabase):
        tables = file_privacy.forget(database, uuid)
    else:
        try:
            with database.writing() as connection:
                row = connection.execute("SELECT CAST(est.forget(CAST(? AS uuid)) AS text)", (uuid,)).fetchone()
        except DatabaseError as error:
            code = error.__cause__.pgcode if isinstance(error.__cause__, psycopg2.Error) else None
            if code not in _NO_SUCH_ROW:
                raise
            tables = ()
        else:
            tables = tuple(json.loads(row[0])["table"].split(", "))
    if not tables:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No row has the uuid {uuid}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It was mistyped, or the row is forgotten or purged already."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Copy the uuid from the attribute table of the layer."),
            uuid=uuid,
        )
    return tables


def purge(database: Database) -> Purged:
    """Scrub what is older than the retention of the database, and what was deleted or settled 30 days ago.

    Raises DatabaseError if the login may not, or if others use the file.
    """
    if isinstance(database, FileDatabase):
        return Purged(**file_privacy.purge(database))
    with database.writing() as connection:
        return Purged(**json.loads(connection.execute("SELECT CAST(est.purge() AS text)").fetchone()[0]))
