# SPDX-License-Identifier: GPL-2.0-or-later
"""A connection to PostgreSQL with the face of SQLite's: the same SQL, the same parameters, the same types of values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg2 import extensions
from psycopg2.extras import DictCursor, execute_batch, execute_values

from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.server_numbers import fetch_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

#: Statements that go to the server together.
_ROWS_AT_A_TIME = 500
#: Texts, quoted names, comments and casts are left alone, but for the per cent sign, which psycopg2 reads everywhere.
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|::|%|\?|:(?P<name>[A-Za-z_]\w*)", re.DOTALL)
_VALUES = re.compile(r"VALUES\s*(?P<row>\((?:%s,\s*)*%s\))\s*$", re.IGNORECASE)
#: The row's oid and the schema of the type come with PostGIS, wherever it was installed.
_FIND_POSTGIS = (
    "SELECT t.oid, set_config('search_path', 'est, ' || quote_ident(n.nspname), true) FROM pg_type t"
    " JOIN pg_namespace n ON n.oid = t.typnamespace"
    " JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'"
    " JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'postgis'"
    " WHERE t.typname = 'geometry'"
)
_DATE, _TIMESTAMPTZ, _JSON, _JSONB = 1082, 1184, 114, 3802


class ServerConnection:
    """A transaction on a server; to be used within ``server.connected``. Names are looked up in the schema ``est``."""

    def __init__(self, connection: extensions.connection) -> None:
        self._connection = connection
        extensions.register_adapter(GeometryBlob, _quoted_geometry)
        with connection.cursor() as cursor:
            cursor.execute(_FIND_POSTGIS)
            geometry_oid = cursor.fetchone()[0]
        for oids, name, cast in (
            ((_TIMESTAMPTZ,), "EST_INSTANT", _instant),
            ((_DATE, _JSON, _JSONB), "EST_TEXT", _text),
            ((geometry_oid,), "EST_GEOMETRY", _geometry),
        ):
            extensions.register_type(extensions.new_type(oids, name, cast), connection)

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> DictCursor:
        """Run a statement; its rows are read from the cursor."""
        cursor = self._connection.cursor(cursor_factory=DictCursor)
        cursor.execute(psycopg_sql(sql), parameters)
        return cursor

    def numbers(self, sql: str, parameters: Mapping[str, object], types: Mapping[str, str]) -> npt.NDArray[np.void]:
        """The rows of a statement with very many, all of them numbers; see ``fetch_numbers``."""
        return fetch_numbers(self._connection, psycopg_sql(sql), parameters, types)

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any] | Mapping[str, Any]]) -> None:
        """Run a statement that gives no rows, many sets of parameters to a round trip."""
        statement = psycopg_sql(sql)
        values = _VALUES.search(statement)
        with self._connection.cursor() as cursor:
            if values is None:
                execute_batch(cursor, statement, parameters, _ROWS_AT_A_TIME)
            else:
                one_row = statement[: values.start("row")] + "%s"
                execute_values(cursor, one_row, parameters, values["row"], _ROWS_AT_A_TIME)


def psycopg_sql(sql: str) -> str:
    """The statement with psycopg2's marks for parameters in place of ``?`` and ``:name``."""
    return _TOKEN.sub(_psycopg_token, sql)


def _psycopg_token(found: re.Match[str]) -> str:
    if found["name"] is not None:
        return f"%({found['name']})s"
    return "%s" if found[0] == "?" else found[0].replace("%", "%%")


def _instant(value: str | None, _cursor: object) -> str | None:
    """``2026-03-10 12:00:00.5+00`` as ``2026-03-10T12:00:00.500Z``; the connection's time zone is UTC."""
    if value is None:
        return None
    milliseconds = value[20:].partition("+")[0] if value[19] == "." else ""
    return f"{value[:10]}T{value[11:19]}.{milliseconds[:3]:0<3}Z"


def _text(value: str | None, _cursor: object) -> str | None:
    return value


def _geometry(value: str | None, _cursor: object) -> GeometryBlob | None:
    return None if value is None else GeometryBlob.from_ewkb(bytes.fromhex(value))


def _quoted_geometry(blob: GeometryBlob) -> extensions.AsIs:
    return extensions.AsIs(f"'{blob.to_ewkb().hex()}'")
