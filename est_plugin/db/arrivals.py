# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the changes that were sent to a database are not in it?

A link that breaks in a save makes QGIS say that all was saved while some, or nothing, was.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from est_plugin.db.file_database import FileDatabase
from est_plugin.db.geometry_blob import geometry_blob, wkb_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from est_plugin.db.database import Connection, Database

#: The name of the geometry among the values of a change.
GEOMETRY = "geom"
#: What the database fills by itself; it says nothing about whether a change arrived.
_KEPT_BY_THE_DATABASE = frozenset({"id", "fid", "uuid", "version", "base_version", "changed_at", "changed_by"})
#: A save may still be under way on the server when its link is gone.
_SECOND_LOOK_SECONDS = 1.0


class Operation(StrEnum):
    """What a change does to its row; the names are those of ``est.apply_changeset``."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class SentChange:
    """A change of one row as JSON can hold it: times and dates as texts, the geometry as hexadecimal WKB or None.

    ``values`` are those that were changed, by column; all of them for a new row.
    """

    table: str
    operation: Operation
    uuid: str
    base_version: int | None
    values: Mapping[str, Any]


def missing(database: Database, changes: Sequence[SentChange]) -> tuple[SentChange, ...]:
    """The changes that are not in the database, in the order given. What others changed later is not missed.

    Takes a second longer when any is missing, to be sure. Raises DatabaseError if the database cannot be asked.
    """
    left = _not_there(database, changes)
    if left and not isinstance(database, FileDatabase):
        time.sleep(_SECOND_LOOK_SECONDS)
        left = _not_there(database, left)
    return left


def _not_there(database: Database, changes: Sequence[SentChange]) -> tuple[SentChange, ...]:
    with database.reading() as connection:
        if isinstance(database, FileDatabase):
            there = [_is_in_file(connection, change) for change in changes]
        else:
            sent = json.dumps([_for_server(change, database.srs_id) for change in changes])
            rows = connection.execute("SELECT has_arrived(value::jsonb) FROM json_each(?)", (sent,))
            there = [row[0] for row in rows]
    return tuple(change for change, is_there in zip(changes, there, strict=True) if not is_there)


def _for_server(change: SentChange, srs_id: int) -> dict[str, Any]:
    values = dict(change.values)
    if values.get(GEOMETRY):
        blob = geometry_blob(bytes.fromhex(values[GEOMETRY]), (0.0, 0.0, 0.0, 0.0), srs_id)
        values[GEOMETRY] = blob.to_ewkb().hex()
    return {
        "table": change.table,
        "op": change.operation,
        "uuid": change.uuid,
        "base_version": change.base_version,
        "values": values,
    }


_ROW = 'SELECT * FROM "{table}" WHERE uuid = ?'


def _is_in_file(connection: Connection, change: SentChange) -> bool:
    """A file has one writer, so what it holds is what was stored last."""
    row = connection.execute(_ROW.format(table=change.table), (change.uuid,)).fetchone()
    if change.operation is Operation.DELETE:
        return row is None or row["deleted_at"] is not None
    if row is None or change.operation is Operation.INSERT:
        return row is not None
    stored = dict(row)
    blob = stored.get(GEOMETRY)
    stored[GEOMETRY] = None if blob is None else wkb_of(blob).hex()
    return all(stored.get(name) == value for name, value in change.values.items() if name not in _KEPT_BY_THE_DATABASE)
