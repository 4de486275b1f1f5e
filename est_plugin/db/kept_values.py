# SPDX-License-Identifier: GPL-2.0-or-later
"""How the history keeps the values of a row: as JSON, a geometry as hexadecimal, in a file a number with all digits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from est_plugin.db.server_database import ServerDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.database import Connection, Database

_ROWS = "SELECT * FROM {table} WHERE uuid IN (SELECT value FROM json_each(?))"
_ROWS_AS_JSON = """
    SELECT CAST(t.uuid AS text) AS uuid, to_jsonb(t) AS content FROM {table} AS t
    WHERE CAST(t.uuid AS text) IN (SELECT value FROM json_each(?))
"""
#: The geometry apart: as JSON it would lose digits.
_SPATIAL_ROWS_AS_JSON = """
    SELECT CAST(t.uuid AS text) AS uuid, to_jsonb(t) || jsonb_build_object('geom', CAST(t.geom AS text)) AS content
    FROM {table} AS t WHERE CAST(t.uuid AS text) IN (SELECT value FROM json_each(?))
"""


def kept_rows(
    database: Database, connection: Connection, table: str, uuids: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """Rows by uuid, with the values as the history would keep them."""
    asked = (json.dumps(list(uuids)),)
    if isinstance(database, ServerDatabase):
        statement = _SPATIAL_ROWS_AS_JSON if table in database.spatial else _ROWS_AS_JSON
        rows = connection.execute(statement.format(table=table), asked)
        return {row["uuid"]: json.loads(row["content"]) for row in rows}
    rows = connection.execute(_ROWS.format(table=table), asked)
    return {row["uuid"]: {name: as_kept(row[name]) for name in row.keys()} for row in rows}  # noqa: SIM118 (a row)


def as_kept(value: Any) -> Any:  # noqa: ANN401 (a value of a row)
    """A value of a file as its history keeps it, but for numbers, which ``is_same`` compares."""
    return value.hex().upper() if isinstance(value, bytes) else value


def is_same(kept: Any, now: Any) -> bool:  # noqa: ANN401 (values of a row)
    """Is a value of the history the one that a row has now? A file keeps a number as text, with all its digits."""
    return float(kept) == now if isinstance(now, float) and kept is not None else bool(kept == now)
