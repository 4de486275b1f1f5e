# SPDX-License-Identifier: GPL-2.0-or-later
"""Who saves in a GeoPackage from QGIS: the one who opened it last for writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from est_plugin.db.file_database import FileDatabase, connect
from est_plugin.db.file_history import sign

if TYPE_CHECKING:
    from est_plugin.db.database import Database

_PATIENCE_MS = 500


def sign_in(database: Database) -> None:
    """Let the history of a file name this login for what QGIS itself saves; a server knows its logins.

    Does nothing in a file that is open for reading only, or cannot be written now: this login does not save there.
    """
    if isinstance(database, FileDatabase) and database.refusal is None:
        with suppress(sqlite3.OperationalError), closing(connect(database.path, mode="rw")) as connection:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
            sign(connection, QgsApplication.userLoginName())
