# SPDX-License-Identifier: GPL-2.0-or-later
"""How is an empty schema on a server filled with the rows of another database, ids and versions included?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from psycopg2 import sql

from est_plugin.db.schema_version import CURRENT
from est_plugin.db.server import connected
from est_plugin.db.server_database import has_schema, open_server_database
from est_plugin.db.server_migrator import CODE_LISTS, existing_schema, new_schema
from est_plugin.db.server_tables import ServerTables
from est_plugin.db.table_shape import GEOMETRY_TYPES, TOWN, Kind
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from psycopg2 import extensions

    from est_plugin.db.server import ServerAddress
    from est_plugin.db.table_shape import Column, Table
    from est_plugin.feedback import Feedback

#: A new schema holds these rows already; they give way to those of the other database.
_OF_A_NEW_ONE = frozenset({"meta", "measure_step", *CODE_LISTS.values()})
_TYPES = {
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DATETIME": "timestamptz",
    "REAL": "double precision",
    "DOUBLE": "double precision",
    "FLOAT": "double precision",
    "BLOB": "bytea",
}
_WHOLE_NUMBERS = ("INT", "MEDIUMINT", "SMALLINT", "TINYINT")
#: Numbers that new rows get, after those that are there.
_RESTART = """
    SELECT setval(pg_get_serial_sequence(format('est.%%I', %(name)s), 'id'), max(id)) FROM {table} HAVING max(id) > 0
"""


@contextmanager
def filling_server(
    address: ServerAddress, *, srs_id: int, tables: Iterable[Table], feedback: Feedback
) -> Iterator[ServerTables]:
    """The empty schema at ``address``, made if there is none, with the town's tables among ``tables``; a transaction.

    Others see the rows when the block ends.

    Raises DatabaseError if the schema holds rows or has another CRS, or what ``create_server_database`` raises.
    """
    with _transaction(address, srs_id, feedback) as cursor:
        target = ServerTables(cursor.connection)
        _refuse_filled(target, address)
        for table in tables:
            if table.name.startswith(TOWN):
                _create(cursor, table, srs_id)
        shapes = target.shapes()
        with _unguarded(cursor, shapes):
            for name in reversed(shapes):
                if name in _OF_A_NEW_ONE:
                    cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
            yield target
            for table in shapes.values():
                if table.columns[0].name == "id" and table.name != "meta":
                    restart = sql.SQL(_RESTART).format(table=sql.Identifier(table.name))
                    cursor.execute(restart, {"name": table.name})


def _transaction(address: ServerAddress, srs_id: int, feedback: Feedback) -> AbstractContextManager[extensions.cursor]:
    with connected(address) as connection:
        is_there = has_schema(connection)
    if not is_there:
        return new_schema(address, srs_id=srs_id, feedback=feedback)
    known = open_server_database(address)
    if known.srs_id != srs_id or known.schema_version != CURRENT:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot take the copy."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "Its coordinate system is EPSG:{there} and its schema version {version}; the original has EPSG:{here} "
                "and {current}.",
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "A copy changes no coordinates. Choose a place where there is no EST database yet."
            ),
            path=address,
            there=known.srs_id,
            version=known.schema_version,
            here=srs_id,
            current=CURRENT,
        )
    return existing_schema(address)


def _refuse_filled(target: ServerTables, address: ServerAddress) -> None:
    filled = [name for name, table in target.shapes().items() if name not in _OF_A_NEW_ONE and target.count(table) > 0]
    if filled:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} holds data already."),
            why=QT_TRANSLATE_NOOP("est_plugin", "A copy is never mixed with what others have stored: {tables}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Nothing was changed. Choose a place where there is no EST database, or an empty one."
            ),
            path=address,
            tables=", ".join(sorted(filled)),
        )


@contextmanager
def _unguarded(cursor: extensions.cursor, shapes: Iterable[str]) -> Iterator[None]:
    """No trigger dates what happened long ago, and the owner is not held by the row level rules, which COPY refuses.

    Nobody sees it: the tables are locked until the transaction ends.
    """
    cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = 'est'::regnamespace AND relforcerowsecurity")
    forced = [name for (name,) in cursor.fetchall()]
    names = list(shapes)
    _alter(cursor, names, "DISABLE TRIGGER USER")
    _alter(cursor, forced, "NO FORCE ROW LEVEL SECURITY")
    yield
    _alter(cursor, forced, "FORCE ROW LEVEL SECURITY")
    _alter(cursor, names, "ENABLE TRIGGER USER")


def _alter(cursor: extensions.cursor, names: Iterable[str], action: str) -> None:
    for name in names:
        cursor.execute(sql.SQL("ALTER TABLE {} {}").format(sql.Identifier("est", name), sql.SQL(action)))


def _create(cursor: extensions.cursor, table: Table, srs_id: int) -> None:
    name = sql.Identifier("est", table.name)
    columns = [
        sql.SQL("{} {}").format(sql.Identifier(column.name), sql.SQL(_type(column, srs_id))) for column in table.columns
    ]
    cursor.execute(sql.SQL("CREATE TABLE {} ({})").format(name, sql.SQL(", ").join(columns)))
    for column in table.columns:
        if column.kind is Kind.GEOMETRY:
            cursor.execute(sql.SQL("CREATE INDEX ON {} USING gist ({})").format(name, sql.Identifier(column.name)))
    cursor.execute(sql.SQL("GRANT SELECT ON {} TO est_reader, est_reporter").format(name))


def _type(column: Column, srs_id: int) -> str:
    if column.name == "id":
        return "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
    if column.kind is Kind.GEOMETRY:
        known = column.type_name if column.type_name in GEOMETRY_TYPES else "GEOMETRY"
        return f"geometry({known}, {srs_id})"
    if column.type_name.startswith(_WHOLE_NUMBERS):
        return "bigint"
    return _TYPES.get(column.type_name, "text")
