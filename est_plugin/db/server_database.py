# SPDX-License-Identifier: GPL-2.0-or-later
"""An EST database on a PostgreSQL server: what it says of itself, and transactions on it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from psycopg2.extras import RealDictCursor
from qgis.core import QgsWkbTypes

from est_plugin.db.database import Database
from est_plugin.db.schema_version import refusal_of
from est_plugin.db.server import connected
from est_plugin.db.server_cursor import ServerConnection
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg2.extensions

    from est_plugin.db.server import ServerAddress

SCHEMA = "est"
_RELATIONS = """
    SELECT relname::text AS name, has_table_privilege(c.oid, 'SELECT') AS is_readable,
    has_table_privilege(c.oid, 'UPDATE') AS is_writable, EXISTS (
        SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'geom' AND NOT attisdropped
    ) AS is_spatial
    FROM pg_class c WHERE relnamespace = 'est'::regnamespace AND relkind IN ('r', 'v', 'p')
"""


@dataclass(frozen=True, kw_only=True)
class ServerDatabase(Database):
    """A checked database. Holds no open connection, so it may be handed to any thread."""

    address: ServerAddress
    #: Tables and views that the login may read whole, and those of them that have a geometry.
    readable: frozenset[str]
    spatial: frozenset[str]
    PROVIDER: ClassVar[str] = "postgres"
    IS_GUARDED: ClassVar[bool] = True

    def __str__(self) -> str:
        return str(self.address)

    @property
    def name(self) -> str:
        return self.address.name

    @property
    def key(self) -> str:
        return self.address.key

    def tables(self) -> frozenset[str]:
        return self.readable

    def may_read(self, table: str) -> bool:
        return table in self.readable

    def layer_source(self, table: str, *, geometry_type: str = "", subset: str = "") -> str:
        # Estimated metadata stay off: they tell the count and extent of rows that the login may not see.
        uri = self.address.layer_uri()
        if not self.may_read(table) and self.may_read(f"{table}_reading"):
            table = f"{table}_reading"
        geometry_column = "geom" if table in self.spatial else ""
        uri.setDataSource(SCHEMA, table, geometry_column, subset, "id")
        uri.setUseEstimatedMetadata(False)
        # The ids of our tables and views are unique; for a view QGIS would read it whole to see that.
        uri.setParam("checkPrimaryKeyUnicity", "0")
        if geometry_column:
            uri.setSrid(str(self.srs_id))
        if geometry_type:
            uri.setWkbType(QgsWkbTypes.parseType(geometry_type))
        return uri.uri(expandAuthConfig=False)

    @contextmanager
    def reading(self) -> Iterator[ServerConnection]:
        # One state of the database throughout.
        with connected(self.address) as connection:
            connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
            yield ServerConnection(connection)

    @contextmanager
    def writing(self) -> Iterator[ServerConnection]:
        if self.refusal is not None:
            raise self.refusal
        with connected(self.address) as connection:
            yield ServerConnection(connection)
            connection.commit()


def open_server_database(address: ServerAddress) -> ServerDatabase:
    """Open the EST database at ``address`` after checking that it is one, and one that this plugin understands.

    Raises DatabaseError if the server cannot be reached, has no EST schema, or an older one.
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
        with connection.cursor() as cursor:
            cursor.execute("SELECT min_client_version FROM est.meta")
            refusal = refusal_of(address, database.schema_version, cursor.fetchone()[0])
    return replace(database, refusal=refusal or database.refusal)


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
    with connection.cursor(cursor_factory=RealDictCursor) as cursor:
        cursor.execute("SELECT schema_version, municipality, municipality_name, srs_id, retention_months FROM est.meta")
        meta = cursor.fetchone()
        cursor.execute(_RELATIONS)
        relations = cursor.fetchall()
    return ServerDatabase(
        address=address,
        readable=frozenset(relation["name"] for relation in relations if relation["is_readable"]),
        spatial=frozenset(relation["name"] for relation in relations if relation["is_spatial"]),
        refusal=None if any(relation["is_writable"] for relation in relations) else _for_reading_only(address),
        **meta,
    )


def _for_reading_only(address: ServerAddress) -> DatabaseError:
    return DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "You can look at the database {path}, but not change it."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Your login is one of a reader."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Ask the administrator of the server for the role est_editor if you are to change something."
        ),
        path=address,
    )
