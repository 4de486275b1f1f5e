# SPDX-License-Identifier: GPL-2.0-or-later
"""Import batches: stores what came in, tells what is known already, keeps what did not pass."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import times
from est_plugin.db.geometry_blob import point_blob
from est_plugin.feedback import step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import Incident
    from est_plugin.feedback import Feedback

_ROWS_AT_A_TIME = 5000
_INSERT_BATCH = (
    "INSERT INTO import_batch"
    " (uuid, source, file_name, sha256, mapping, rows_read, accepted, known, quarantined, imported_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_INCIDENT = (
    "INSERT INTO incident"
    " (uuid, source, source_ref, category, organisation, occurred_from, occurred_to, time_known, reported_at,"
    " precision_m, place, place_type, description, severity, police_reported, info_class, batch, geom)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_QUARANTINE = (
    "INSERT INTO quarantine (batch, source, row_number, row_hash, raw, reasons) VALUES (?, ?, ?, ?, ?, ?)"
)
#: The list of values comes first (CROSS JOIN keeps that order), so the unique index answers for each.
_KNOWN_REFS = (
    "SELECT i.source_ref FROM json_each(?) AS asked"
    " CROSS JOIN incident AS i ON i.source = ? AND i.source_ref = asked.value"
)
_KNOWN_HASHES = (
    "SELECT q.row_hash FROM json_each(?) AS asked"
    " CROSS JOIN quarantine AS q ON q.source = ? AND q.row_hash = asked.value"
)
_RESOLVE = (
    "UPDATE quarantine SET resolved_at = ? WHERE source = ? AND resolved_at IS NULL"
    " AND row_hash IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    """A row that did not pass; ``raw`` (by column) and ``reasons`` as JSON."""

    row_number: int
    row_hash: str
    raw: str
    reasons: str


@dataclass(frozen=True)
class Batch:
    """The checked rows of one file: rows_read incidents and quarantined rows in all."""

    source: str
    file_name: str
    sha256: str
    #: How the file was read, as JSON.
    mapping: str
    rows_read: int
    incidents: tuple[Incident, ...]
    quarantined: tuple[QuarantinedRow, ...]
    #: Hashes of the rows that passed: if one was in quarantine, it is settled now.
    passed_hashes: tuple[str, ...]


@dataclass(frozen=True)
class StoredBatch:
    """What was new in a batch."""

    uuid: str
    accepted: tuple[Incident, ...]
    known: int
    quarantined: int


def store(database: Database, batch: Batch, feedback: Feedback) -> StoredBatch:
    """Store what is not known yet, all or nothing; a report is known by (source, source_ref), the first one stays.

    Raises DatabaseError if nothing could be stored, CancelledError if a person has cancelled.
    """
    with database.writing() as connection:
        refs = [incident.source_ref for incident in batch.incidents]
        known_refs = _known(connection, _KNOWN_REFS, batch.source, refs)
        accepted = tuple(incident for incident in batch.incidents if _is_first(incident.source_ref, known_refs))
        hashes = [row.row_hash for row in batch.quarantined]
        known_hashes = _known(connection, _KNOWN_HASHES, batch.source, hashes)
        quarantined = [row for row in batch.quarantined if _is_first(row.row_hash, known_hashes)]
        stored = StoredBatch(
            uuid=str(uuid.uuid4()),
            accepted=accepted,
            known=batch.rows_read - len(accepted) - len(quarantined),
            quarantined=len(quarantined),
        )
        number = _insert_batch(connection, batch, stored)
        for start in range(0, len(accepted), _ROWS_AT_A_TIME):
            step(feedback, start / len(accepted))
            part = accepted[start : start + _ROWS_AT_A_TIME]
            connection.executemany(_INSERT_INCIDENT, (_values(incident, number, database.srs_id) for incident in part))
        connection.executemany(
            _INSERT_QUARANTINE,
            ((number, batch.source, row.row_number, row.row_hash, row.raw, row.reasons) for row in quarantined),
        )
        connection.execute(_RESOLVE, (times.now(), batch.source, json.dumps(batch.passed_hashes)))
        step(feedback, 1.0)
    return stored


def last_mapping(database: Database, source: str) -> str | None:
    """How the latest file of a source was read, as JSON; None if nothing came from it yet."""
    with database.reading() as connection:
        row = connection.execute(
            "SELECT mapping FROM import_batch WHERE source = ? ORDER BY id DESC LIMIT 1", (source,)
        ).fetchone()
    return None if row is None else row["mapping"]


def _known(connection: sqlite3.Connection, query: str, source: str, values: Sequence[str]) -> set[str]:
    return {row[0] for row in connection.execute(query, (json.dumps(values), source))}


def _is_first(value: str, seen: set[str]) -> bool:
    """Is the value not in ``seen`` yet? From now on it is."""
    if value in seen:
        return False
    seen.add(value)
    return True


def _insert_batch(connection: sqlite3.Connection, batch: Batch, stored: StoredBatch) -> int:
    cursor = connection.execute(
        _INSERT_BATCH,
        (
            stored.uuid,
            batch.source,
            batch.file_name,
            batch.sha256,
            batch.mapping,
            batch.rows_read,
            len(stored.accepted),
            stored.known,
            stored.quarantined,
            times.now(),
        ),
    )
    return int(cursor.lastrowid or 0)


def _values(incident: Incident, batch: int, srs_id: int) -> tuple[str | int | float | bytes | None, ...]:
    return (
        str(uuid.uuid4()),
        incident.source,
        incident.source_ref,
        incident.category,
        incident.organisation,
        times.to_text(incident.occurred_from),
        _optional_text(incident.occurred_to),
        incident.time_known,
        _optional_text(incident.reported_at),
        incident.precision_m,
        incident.place,
        incident.place_type,
        incident.description,
        incident.severity,
        incident.police_reported.value,
        int(incident.info_class),
        batch,
        point_blob(incident.x, incident.y, srs_id),
    )


def _optional_text(instant: datetime | None) -> str | None:
    return None if instant is None else times.to_text(instant)
