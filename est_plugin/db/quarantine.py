# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that did not pass: what waits for a person, and what became of each. No row is ever deleted."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import times
from est_plugin.db.imports import insert_incidents, known_refs, remember_source
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from est_plugin.db.database import Connection, Database
    from est_plugin.db.imports import Source
    from est_plugin.domain.incident import Incident
    from est_plugin.feedback import Feedback

_ROWS_AT_A_TIME = 500
_SELECT = """
    SELECT q.id, q.batch, q.source, q.row_number, q.raw, q.reasons, q.mended, q.mended_reasons, q.outcome, q.note,
        q.resolved_at, b.file_name, b.imported_at, b.mapping, b.columns,
        (SELECT i.precision_m FROM incident AS i WHERE i.batch = q.batch LIMIT 1) AS precision_m
    FROM quarantine AS q JOIN import_batch AS b ON b.id = q.batch
"""
_SELECT_WAITING = _SELECT + " WHERE q.outcome IS NULL ORDER BY q.batch DESC, q.row_number LIMIT ?"
_SELECT_SETTLED = _SELECT + " WHERE q.outcome IS NOT NULL ORDER BY q.resolved_at DESC, q.row_number LIMIT ?"
_SETTLE = (
    "UPDATE quarantine SET source_ref = ?, mended = ?, outcome = ?, resolved_at = ? WHERE id = ? AND outcome IS NULL"
)
_TRIED = "UPDATE quarantine SET source_ref = ?, mended = ?, mended_reasons = ? WHERE id = ? AND outcome IS NULL"
_DISCARD = (
    "UPDATE quarantine SET outcome = 'discarded', note = ?, resolved_at = ?"
    " WHERE outcome IS NULL AND id IN (SELECT CAST(value AS bigint) FROM json_each(?))"
)


@dataclass(frozen=True)
class QuarantineEntry:
    """A row in quarantine. ``raw`` and ``mended`` (cells by column), the reasons and the mapping are JSON."""

    number: int
    batch: int
    source: str
    row_number: int
    raw: str
    reasons: str
    #: The row as a person mended it, and why that did not pass; None as long as nobody did.
    mended: str | None
    mended_reasons: str | None
    #: ``accepted``, ``known`` or ``discarded``; None while it waits.
    outcome: str | None
    note: str
    resolved_at: datetime | None
    file_name: str
    imported_at: datetime
    mapping: str
    columns: tuple[str, ...]
    #: How the places of the row's file are rounded.
    precision_m: float | None


@dataclass(frozen=True)
class Tried:
    """A row that was judged anew: an incident, or the reasons (JSON) why it is still none."""

    entry: QuarantineEntry
    #: What names the report in its source, as for an incident.
    source_ref: str
    incident: Incident | None
    mended: str | None
    reasons: str


@dataclass(frozen=True)
class Settled:
    """What came of a try: ``accepted`` became incidents, ``known`` were stored already, ``waiting`` did not pass."""

    accepted: int
    known: int
    waiting: int


def waiting_count(database: Database) -> int:
    """How many rows wait for a person."""
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM quarantine WHERE outcome IS NULL").fetchone()[0])


def holds_rows(database: Database) -> bool:
    """Did any row ever come here?"""
    with database.reading() as connection:
        return connection.execute("SELECT 1 FROM quarantine LIMIT 1").fetchone() is not None


def waiting(database: Database, limit: int = -1) -> tuple[QuarantineEntry, ...]:
    """The rows that wait, those of the latest file first; at most ``limit`` of them if it is not negative."""
    return _read(database, _SELECT_WAITING, limit)


def settled(database: Database, limit: int = -1) -> tuple[QuarantineEntry, ...]:
    """The rows of which something became, the latest first; at most ``limit`` of them if it is not negative."""
    return _read(database, _SELECT_SETTLED, limit)


def settle(database: Database, tried: Sequence[Tried], sources: Sequence[Source], feedback: Feedback) -> Settled:
    """Store what passes now, note why the rest does not, and remember how ``sources`` are read; all or nothing.

    Raises DatabaseError if nothing could be stored, CancelledError if a person has cancelled.
    """
    outcomes: Counter[str] = Counter()
    with database.writing() as connection:
        for number, row in enumerate(tried):
            if number % _ROWS_AT_A_TIME == 0:
                step(feedback, number / len(tried))
            outcomes[_settle_one(connection, row, database.srs_id)] += 1
        for source in sources:
            remember_source(connection, source)
        step(feedback, 1.0)
    return Settled(outcomes["accepted"], outcomes["known"], outcomes["waiting"])


def discard(database: Database, numbers: Sequence[int], note: str) -> None:
    """Settle rows that will never be incidents, for the reason in ``note``."""
    with database.writing() as connection:
        connection.execute(_DISCARD, (note, times.now(), json.dumps(list(numbers))))


def _settle_one(connection: Connection, row: Tried, srs_id: int) -> str:
    """What became of the row."""
    incident = row.incident
    if incident is None:
        connection.execute(_TRIED, (row.source_ref, row.mended, row.reasons, row.entry.number))
        return "waiting"
    is_known = bool(known_refs(connection, incident.source, [incident.source_ref]))
    outcome = "known" if is_known else "accepted"
    values = (row.source_ref, row.mended, outcome, times.now(), row.entry.number)
    changed = connection.execute(_SETTLE, values).rowcount
    if changed and not is_known:
        insert_incidents(connection, [incident], row.entry.batch, srs_id)
    return outcome


def _read(database: Database, query: str, limit: int) -> tuple[QuarantineEntry, ...]:
    with database.reading() as connection:
        return tuple(
            QuarantineEntry(
                number=row["id"],
                batch=row["batch"],
                source=row["source"],
                row_number=row["row_number"],
                raw=row["raw"],
                reasons=row["reasons"],
                mended=row["mended"],
                mended_reasons=row["mended_reasons"],
                outcome=row["outcome"],
                note=row["note"],
                resolved_at=None if row["resolved_at"] is None else times.from_text(row["resolved_at"]),
                file_name=row["file_name"],
                imported_at=times.from_text(row["imported_at"]),
                mapping=row["mapping"],
                columns=tuple(json.loads(row["columns"])),
                precision_m=row["precision_m"],
            )
            for row in connection.execute(query, (limit if limit >= 0 else sys.maxsize,))
        )
