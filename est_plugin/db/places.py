# SPDX-License-Identifier: GPL-2.0-or-later
"""Where databases are, as a person, a setting or a layer's source says it: a file, or a connection to a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

from est_plugin.db import server
from est_plugin.db.file_database import FileDatabase, open_database
from est_plugin.db.server import ServerAddress
from est_plugin.db.server_database import ServerDatabase, open_server_database

if TYPE_CHECKING:
    from est_plugin.db.database import Database

Place = Path | ServerAddress

#: How a setting tells a connection from a path.
_CONNECTION = "postgres:"


def open_at(place: Place) -> Database:
    """Open the database at a place.

    Raises DatabaseError if there is none that this plugin understands, or if it cannot be reached.
    """
    return open_database(place) if isinstance(place, Path) else open_server_database(place)


def key_of_layer(provider: str, source: str) -> str:
    """The key of the database that a layer shows, read from its source: that follows a project that was moved."""
    if provider == ServerDatabase.PROVIDER:
        return server.key_of(source)
    registry: QgsProviderRegistry = QgsProviderRegistry.instance()  # type: ignore[assignment] # never None
    # On Windows QGIS writes a path with other slashes than we do.
    return Path(registry.decodeUri(provider, source).get("path", "")).as_posix()


def access_of_layer(provider: str, source: str) -> str:
    """The key of the database that a layer shows, with the login that it reads and writes as."""
    uri = QgsDataSourceUri(source if provider == ServerDatabase.PROVIDER else "")
    return " ".join((key_of_layer(provider, source), uri.username(), uri.authConfigId()))


def access_of(database: Database) -> str:
    """The same, of the layers that a database gives."""
    return access_of_layer(database.PROVIDER, database.layer_source("measure"))


def place_of_layer(provider: str, source: str) -> Place:
    """Where the database is that a layer shows."""
    if provider == ServerDatabase.PROVIDER:
        return server.address_of(source)
    return Path(key_of_layer(provider, source))


def to_setting(database: Database) -> str:
    """A database's place as a setting keeps it: no login, and nothing for a connection that QGIS has no name for."""
    if isinstance(database, FileDatabase):
        return str(database.path)
    name = str(database)
    return f"{_CONNECTION}{name}" if name in server.connection_names() else ""


def from_setting(text: str) -> Place | None:
    """The place that a setting keeps, if the file or the connection is still there."""
    name = text.removeprefix(_CONNECTION)
    if name != text:
        return server.saved_connection(name) if name in server.connection_names() else None
    return Path(text) if text and Path(text).is_file() else None
