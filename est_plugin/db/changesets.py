# SPDX-License-Identifier: GPL-2.0-or-later
"""Changesets: rows of several tables changed together, whole or not at all, exactly once, in either engine."""

from __future__ import annotations

import hashlib
import json
import uuid as uuids
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from est_plugin.db import file_changesets
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.link import retried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.db.database import Connection, Database


class Op(StrEnum):
    """What becomes of a row. A deleted one is marked and can be restored."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    RESTORE = "restore"


class Kind(StrEnum):
    """What a changeset was made by."""

    EDIT = "edit"
    IMPORT = "import"
    ANALYSIS = "analysis"
    UNDO = "undo"
    #: No rows: a person approved that something goes out to everybody (``db.approvals``).
    PUBLISH = "publish"


@dataclass(frozen=True)
class Change:
    """One row. All but an insert say which version of the row they are based on.

    ``values`` by column: texts, numbers, booleans, None; a geometry as GeometryBlob.
    """

    table: str
    op: Op
    uuid: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    base_version: int | None = None


@dataclass(frozen=True)
class Changeset:
    """Changes that hold together; applied again under the same uuid, they count once."""

    changes: tuple[Change, ...]
    kind: Kind = Kind.EDIT
    uuid: str = field(default_factory=lambda: str(uuids.uuid4()))

    def to_json(self) -> str:
        """As ``est.apply_changeset`` takes it."""
        changes = [
            {
                "table": change.table,
                "op": change.op.value,
                "uuid": change.uuid,
                "values": {name: _json_value(value) for name, value in change.values.items()},
                **({} if change.base_version is None else {"base_version": change.base_version}),
            }
            for change in self.changes
        ]
        return json.dumps({"kind": self.kind.value, "changes": changes}, ensure_ascii=False)


@dataclass(frozen=True)
class Applied:
    """The new version of each row, in the order of the changes; ``repeated`` if they were stored before."""

    versions: tuple[int, ...]
    repeated: bool


def apply(database: Database, changeset: Changeset) -> Applied:
    """Store a changeset. If the link to a server breaks it is sent again, and counts once.

    Raises DatabaseError if the database refuses it, with ``guard``'s words if someone else changed the same columns
    since ``base_version``; nothing is stored then.
    """
    content = changeset.to_json()

    def stored() -> Applied:
        with database.writing() as connection:
            if isinstance(database, FileDatabase):
                answer = file_changesets.apply(connection, changeset, hashlib.sha256(content.encode()).hexdigest())
            else:
                row = connection.execute("SELECT est.apply_changeset(?, ?)", (changeset.uuid, content)).fetchone()
                answer = json.loads(row[0])
            return Applied(tuple(row["version"] for row in answer["rows"]), answer["repeated"])

    return retried(stored)


@contextmanager
def recorded(database: Database, kind: Kind, uuid: str) -> Iterator[Connection]:
    """A transaction whose steps stand in the history as one changeset: for sets of rows too large to name each.

    Raises DatabaseError as ``Database.writing`` does, or if the changeset is stored already.
    """
    with database.writing() as connection:
        if isinstance(database, FileDatabase):
            with file_changesets.recorded(connection, kind.value, uuid):
                yield connection
        else:
            connection.execute(
                "INSERT INTO changeset (uuid, by_user, at, kind, result) VALUES (?, session_user, now(), ?, '{}')",
                (uuid, kind.value),
            )
            connection.execute("SELECT set_config('est.changeset', ?, true)", (uuid,))
            yield connection
            if kind is not Kind.IMPORT:
                connection.execute("SELECT pg_notify('qgis', 'est')")


def _json_value(value: Any) -> Any:  # noqa: ANN401 (a value of a row)
    return value.to_ewkb().hex() if isinstance(value, GeometryBlob) else value
