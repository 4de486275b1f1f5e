# SPDX-License-Identifier: GPL-2.0-or-later
"""How are the counted incidents of a database read fastest?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from est_plugin.db.file_database import FileDatabase
from est_plugin.db.file_incidents import read_columns
from est_plugin.db.incident_rows import read_rows
from est_plugin.db.server_incidents import read_copy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.database import Connection, Database
    from est_plugin.db.incident_set import IncidentSet
    from est_plugin.db.server_cursor import ServerConnection


def read_all(database: Database) -> IncidentSet:
    """The counted incidents.

    Raises DatabaseError if the database cannot be read or holds a damaged point.
    """
    if isinstance(database, FileDatabase):
        found = read_columns(database)
        if found is not None:
            return found
    with database.reading() as connection:
        return read_all_in(database, connection)


def read_all_in(database: Database, connection: Connection) -> IncidentSet:
    """The same, of the one state of the database that ``connection`` sees."""
    return read_some_in(database, connection, "", {})


def read_some_in(
    database: Database, connection: Connection, further: str, parameters: Mapping[str, Any]
) -> IncidentSet:
    """The counted incidents that also meet ``further``, conditions in SQL (``AND …``) with their parameters.

    Raises DatabaseError if the database cannot be read or holds a damaged point.
    """
    found = None
    if database.IS_GUARDED:
        found = read_copy(cast("ServerConnection", connection), further, parameters)
    return read_rows(database, connection, further, parameters) if found is None else found
