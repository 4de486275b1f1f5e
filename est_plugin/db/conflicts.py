# SPDX-License-Identifier: GPL-2.0-or-later
"""What did others store in these rows, on a server, since the version that my work is based on?"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import GeometryBlob, wkb_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from est_plugin.db.database import Database

#: The geometry apart: as JSON it would lose digits. History keeps it as hexadecimal EWKB.
_STORED = """
    SELECT mine.uuid, t.version, t.changed_by, t.changed_at, to_jsonb(t) - 'geom' AS held, t.geom,
        t.deleted_at IS NOT NULL AS is_deleted,
        (
            SELECT jsonb_agg(jsonb_build_object('version', h.version, 'old', h.old) ORDER BY h.version)
            FROM history AS h
            WHERE h.table_name = :table AND h.row_uuid = mine.uuid AND h.version > mine.base
        ) AS steps
    FROM unnest(:uuids ::uuid[], :bases ::integer[]) AS mine (uuid, base)
    LEFT JOIN {table} AS t ON t.uuid = mine.uuid
"""


@dataclass(frozen=True)
class EditedRow:
    """A row that I changed, and the version that my work is based on."""

    uuid: str
    base_version: int


@dataclass(frozen=True)
class StoredRow:
    """A row as it stands now; ``version`` is None where it is gone, or hidden from this login."""

    uuid: str
    version: int | None
    is_deleted: bool = False
    #: Who changed it last, and when (ISO 8601, UTC).
    changed_by: str = ""
    changed_at: str = ""
    #: By column; times and dates as texts.
    values: Mapping[str, Any] = field(default_factory=dict)
    wkb: bytes | None = None
    #: What each column changed since the base held then; the geometry is under ``geom``, as WKB.
    at_base: Mapping[str, Any] = field(default_factory=dict)
    #: Is the history since the base whole? If it was purged, any column may have been changed.
    is_known: bool = True


def stored_rows(database: Database, table: str, rows: Iterable[EditedRow]) -> list[StoredRow]:
    """The rows as they are stored now, in one state of the database, with what they held at each one's base.

    Raises DatabaseError if the server cannot be reached.
    """
    bases = {row.uuid: row.base_version for row in rows}
    asked = {"table": table, "uuids": list(bases), "bases": list(bases.values())}
    with database.reading() as connection:
        found = connection.execute(_STORED.replace("{table}", table), asked).fetchall()
    return [_stored(row, bases[row["uuid"]]) for row in found]


def _stored(row: Mapping[str, Any], base: int) -> StoredRow:
    if row["version"] is None:
        return StoredRow(row["uuid"], None)
    steps = json.loads(row["steps"] or "[]")
    at_base: dict[str, Any] = {}
    for step in steps:
        for column, value in step["old"].items():
            at_base.setdefault(column, value)
    if at_base.get("geom") is not None:
        at_base["geom"] = wkb_of(GeometryBlob.from_ewkb(bytes.fromhex(at_base["geom"])))
    return StoredRow(
        uuid=row["uuid"],
        version=row["version"],
        is_deleted=row["is_deleted"],
        changed_by=row["changed_by"],
        changed_at=row["changed_at"],
        values=json.loads(row["held"]),
        wkb=None if row["geom"] is None else wkb_of(row["geom"]),
        at_base=at_base,
        is_known=len({step["version"] for step in steps}) >= row["version"] - base,
    )
