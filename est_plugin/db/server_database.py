# SPDX-License-Identifier: GPL-2.0-or-later
"""An EST database on a PostgreSQL server: what it says of itself, and transactions on it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg2.extras import RealDictCursor
from qgis.core import QgsDataSourceUri

from est_plugin.db.schema_version import check_known
from est_plugin.db.server import connected
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg2.extensions

    from est_plugin.db.server import ServerAddress

SCHEMA = "est"


@dataclass(frozen=True)
class ServerDatabase:
    """A checked database. Holds no open connection, so it may be handed to any thread."""

    address: ServerAddress
    schema_version: int
    municipality: str
    municipality_name: str
    srs_id: int
    retention_months: int

    @property
    def crs_authid(self) -> str:
        """The CRS of every geometry, e.g. EPSG:3006."""
        return f"EPSG:{self.srs_id}"

    def layer_source(self, table: str, *, geometry_column: str = "geom") -> str:
        """Source of a table for QGIS's postgres provider; ``geometry_column`` is empty for a plain table.

        Estimated metadata stay off: they tell the count and extent of rows that the login may not see.
        """
        uri = QgsDataSourceUri(self.address.parameters)
        uri.setDataSource(SCHEMA, table, geometry_column, "", "id")
        uri.setUseEstimatedMetadata(False)
        if geometry_column:
            uri.setSrid(str(self.srs_id))
        return uri.uri(expandAuthConfig=False)

    @contextmanager
    def reading(self) -> Iterator[RealDictCursor]:
        """A cursor in a transaction that cannot write and sees one state of the database throughout.

        Raises DatabaseError if the server cannot be reached or breaks off.
        """
        with connected(self.address) as connection:
            connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
            with connection.cursor(cursor_factory=RealDictCursor) as cursor:
                yield cursor

    @contextmanager
    def writing(self) -> Iterator[RealDictCursor]:
        """A transaction: all of it is stored when the block ends, or nothing if it raises.

        Raises DatabaseError if the server refuses, cannot be reached or breaks off.
        """
        with connected(self.address) as connection:
            with connection.cursor(cursor_factory=RealDictCursor) as cursor:
                yield cursor
            connection.commit()


def open_server_database(address: ServerAddress) -> ServerDatabase:
    """Open the EST database at ``address`` after checking that it is one, and one that this plugin understands.

    Raises DatabaseError if the server cannot be reached, has no EST schema, or a newer or older one.
    """
    with connected(address) as connection:
        if not has_schema(connection):
            raise DatabaseError(
                QT_TRANSLATE_NOOP("est_plugin", "{path} is not an EST database."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It has no schema est, or your login may not see it."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Create it with Create or upgrade database in the toolbox, or ask for the right."
                ),
                path=address,
            )
        database = read_meta(connection, address)
    check_known(address, database.schema_version)
    return database


def has_schema(connection: psycopg2.extensions.connection) -> bool:
    """Is there an EST schema that this login may read?"""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_class WHERE relname = 'meta'"
            " AND relnamespace = to_regnamespace('est') AND has_schema_privilege(relnamespace, 'USAGE'))"
        )
        return bool(cursor.fetchone()[0])


def read_meta(connection: psycopg2.extensions.connection, address: ServerAddress) -> ServerDatabase:
    """What an EST schema says of itself, whatever its version."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT schema_version, municipality, municipality_name, srs_id, retention_months FROM est.meta")
        return ServerDatabase(address, *cursor.fetchone())
