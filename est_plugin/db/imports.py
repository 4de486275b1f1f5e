# SPDX-License-Identifier: GPL-2.0-or-later
"""Import batches: tells what is new in a file and what is known, stores it, keeps what did not pass."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import changesets, times
from est_plugin.db.geometry_blob import point_blob
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from est_plugin.db.database import Connection, Database
    from est_plugin.domain.incident import Incident
    from est_plugin.feedback import Feedback

_ROWS_AT_A_TIME = 5000
_CONTENT = "sha256:"
_INSERT_BATCH = (
    "INSERT INTO import_batch"
    " (uuid, source, file_name, sha256, mapping, columns, rows_read, accepted, known, changed, quarantined,"
    " imported_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
)
_INSERT_INCIDENT = (
    "INSERT INTO incident"
    " (uuid, source, source_ref, content_hash, category, organisation, occurred_from, occurred_to, time_known,"
    " reported_at, precision_m, place, place_type, description, severity, police_reported, info_class, batch, geom)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_QUARANTINE = (
    "INSERT INTO quarantine (batch, source, row_number, row_hash, source_ref, raw, reasons)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_REMEMBER_SOURCE = (
    "INSERT INTO import_source (name, mapping, changed_at) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, changed_at = excluded.changed_at"
)
#: The list of values comes first (CROSS JOIN keeps that order), so the unique index answers for each.
_KNOWN_REFS = (
    "SELECT i.source_ref, i.content_hash FROM json_each(?) AS asked"
    " CROSS JOIN known_report AS i WHERE i.source = ? AND i.source_ref = asked.value"
)
#: From a name to the sign after ``#`` lie the name itself and its numbers.
_STORED_KIN = (
    "SELECT asked.value, i.source_ref, i.batch FROM json_each(?) AS asked"
    " CROSS JOIN incident AS i WHERE i.source = ? AND i.source_ref >= asked.value AND i.source_ref < asked.value || '$'"
)
_KNOWN_HASHES = (
    "SELECT q.row_hash, q.outcome FROM json_each(?) AS asked"
    " CROSS JOIN quarantine AS q WHERE q.source = ? AND q.row_hash = asked.value"
)
_RESOLVE = (
    "UPDATE quarantine SET source_ref = ?, outcome = 'accepted', resolved_at = ?"
    " WHERE source = ? AND row_hash = ? AND outcome IS NULL"
)


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    """A row that did not pass; ``raw`` (by column) and ``reasons`` as JSON."""

    row_number: int
    row_hash: str
    #: What names the report in its source, as for an incident.
    source_ref: str
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
    #: The names of the file's columns.
    columns: tuple[str, ...]
    rows_read: int
    incidents: tuple[Incident, ...]
    #: The hash of the row of each incident: if the row was in quarantine, it is settled now.
    passed_hashes: tuple[str, ...]
    quarantined: tuple[QuarantinedRow, ...]


@dataclass(frozen=True)
class Sorting:
    """What is new in a batch; everything else of it is known."""

    accepted: tuple[Incident, ...]
    quarantined: tuple[QuarantinedRow, ...]
    #: Rows that were stored or in quarantine before, or whose case number stands twice in the file.
    known: int
    #: Case numbers of the known reports that now say something else than what is stored.
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Kin:
    """An incident that is stored under the name asked for, or a number of it, and the import batch it came with."""

    asked: str
    name: str
    batch: int


@dataclass(frozen=True)
class Source:
    """A register that reports came from, and how its files are read (JSON)."""

    name: str
    mapping: str


@dataclass(frozen=True)
class KnownArea:
    """Where the incidents of a database lie: bounds in its CRS, and how many incidents say so."""

    x_min: float
    y_min: float
    x_max: float
    y_max: float
    incidents: int


def content_name(digest: str) -> str:
    """What stands for the case number of a report that has none: a digest of what it says."""
    return _CONTENT + digest


def is_content_name(name: str) -> bool:
    """Does the name stand for a report without case number?"""
    return name.startswith(_CONTENT)


def nth_name(name: str, nth: int) -> str:
    """The name of the n-th report of a file that says what ``name`` stands for."""
    return name if nth == 1 else f"{name}#{nth}"


def sort_out(database: Database, batch: Batch) -> Sorting:
    """What ``store`` would find new in a batch; nothing is stored."""
    with database.reading() as connection:
        return _sorted(connection, batch)


def store(database: Database, batch: Batch, feedback: Feedback) -> Sorting:
    """Store what is not known yet, all or nothing; a report is known by (source, source_ref), the first one stays.

    Raises DatabaseError if nothing could be stored, CancelledError if a person has cancelled.
    """
    name = str(uuid.uuid4())
    with changesets.recorded(database, changesets.Kind.IMPORT, name) as connection:
        found = _sorted(connection, batch)
        number = _insert_batch(connection, name, batch, found)
        for start in range(0, len(found.accepted), _ROWS_AT_A_TIME):
            step(feedback, start / len(found.accepted))
            insert_incidents(connection, found.accepted[start : start + _ROWS_AT_A_TIME], number, database.srs_id)
        connection.executemany(
            _INSERT_QUARANTINE,
            (
                (number, batch.source, row.row_number, row.row_hash, row.source_ref, row.raw, row.reasons)
                for row in found.quarantined
            ),
        )
        _resolve(connection, batch)
        remember_source(connection, Source(batch.source, batch.mapping))
        step(feedback, 1.0)
    return found


def insert_incidents(connection: Connection, incidents: Sequence[Incident], batch: int, srs_id: int) -> None:
    """Add incidents that came with import batch number ``batch``."""
    connection.executemany(_INSERT_INCIDENT, (_values(incident, batch, srs_id) for incident in incidents))


def known_refs(connection: Connection, source: str, refs: Sequence[str]) -> dict[str, str]:
    """Which of the case numbers of a source are stored, and the content hash of each."""
    return {row[0]: row[1] for row in connection.execute(_KNOWN_REFS, (json.dumps(refs), source))}


def stored_kin(connection: Connection, source: str, names: Sequence[str]) -> list[Kin]:
    """The incidents of a source without case number that say what these names stand for."""
    asked = sorted({name for name in names if is_content_name(name)})
    return [Kin(*row) for row in connection.execute(_STORED_KIN, (json.dumps(asked), source))]


def remember_source(connection: Connection, source: Source) -> None:
    """From now on files of the source are read this way."""
    connection.execute(_REMEMBER_SOURCE, (source.name, source.mapping, times.now()))


def sources(database: Database) -> tuple[Source, ...]:
    """The sources that something came from, the latest first."""
    with database.reading() as connection:
        rows = connection.execute("SELECT name, mapping FROM import_source ORDER BY changed_at DESC, id DESC")
        return tuple(Source(row["name"], row["mapping"]) for row in rows)


def last_mapping(database: Database, source: str) -> str | None:
    """How the files of a source are read, as JSON; None if nothing came from it yet."""
    return next((known.mapping for known in sources(database) if known.name == source), None)


def known_area(database: Database) -> KnownArea | None:
    """Where the incidents lie, by the spatial index; None if there are none."""
    with database.reading() as connection:
        row = connection.execute(
            "SELECT min(minx), min(miny), max(maxx), max(maxy), count(*) FROM rtree_incident_geom"
        ).fetchone()
    return None if row[0] is None else KnownArea(*row)


def _sorted(connection: Connection, batch: Batch) -> Sorting:
    passed = dict(connection.execute(_KNOWN_HASHES, (json.dumps(batch.passed_hashes), batch.source)).fetchall())
    refs = known_refs(connection, batch.source, [incident.source_ref for incident in batch.incidents])
    accepted, changed = [], []
    for incident, row_hash in zip(batch.incidents, batch.passed_hashes, strict=True):
        if passed.get(row_hash) is not None:
            continue  # mended or discarded by a person: that stays
        known = refs.get(incident.source_ref)
        if known is None:
            refs[incident.source_ref] = incident.content_hash
            accepted.append(incident)
        elif known and known != incident.content_hash:
            changed.append(incident.source_ref)
    hashes = [row.row_hash for row in batch.quarantined]
    seen = {row[0] for row in connection.execute(_KNOWN_HASHES, (json.dumps(hashes), batch.source))}
    quarantined = tuple(row for row in batch.quarantined if _is_first(row.row_hash, seen))
    return Sorting(
        accepted=tuple(accepted),
        quarantined=quarantined,
        known=batch.rows_read - len(accepted) - len(quarantined),
        changed=tuple(changed),
    )


def _resolve(connection: Connection, batch: Batch) -> None:
    """Settle the rows that waited in quarantine and pass now."""
    refs = dict(zip(batch.passed_hashes, (incident.source_ref for incident in batch.incidents), strict=True))
    known = connection.execute(_KNOWN_HASHES, (json.dumps(batch.passed_hashes), batch.source)).fetchall()
    connection.executemany(
        _RESOLVE, ((refs[row[0]], times.now(), batch.source, row[0]) for row in known if row[1] is None)
    )


def _is_first(value: str, seen: set[str]) -> bool:
    """Is the value not in ``seen`` yet? From now on it is."""
    if value in seen:
        return False
    seen.add(value)
    return True


def _insert_batch(connection: Connection, name: str, batch: Batch, found: Sorting) -> int:
    """``name`` is the uuid of the batch, and of the changeset that the history knows it by."""
    inserted = connection.execute(
        _INSERT_BATCH,
        (
            name,
            batch.source,
            batch.file_name,
            batch.sha256,
            batch.mapping,
            json.dumps(batch.columns, ensure_ascii=False),
            batch.rows_read,
            len(found.accepted),
            found.known,
            len(found.changed),
            len(found.quarantined),
            times.now(),
        ),
    ).fetchone()
    return int(inserted[0])


def _values(incident: Incident, batch: int, srs_id: int) -> tuple[str | int | float | bytes | None, ...]:
    return (
        str(uuid.uuid4()),
        incident.source,
        incident.source_ref,
        incident.content_hash,
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
