# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that did not pass: what waits for a person, and what became of each. No row is ever deleted."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import uuid4

from est_plugin.db import changesets, times
from est_plugin.db.imports import insert_incidents, is_content_name, known_refs, nth_name, remember_source, stored_kin
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
_KEEP = "UPDATE quarantine SET mended = ?, mended_reasons = NULL WHERE id = ? AND outcome IS NULL"
_STILL_WAIT = (
    "SELECT q.id FROM json_each(?) AS asked"
    " JOIN quarantine AS q ON q.id = CAST(asked.value AS bigint) AND q.outcome IS NULL"
)
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
    #: The row as a person mended it, and why that did not pass; None as long as nobody did, or tried.
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
    """How many rows wait for a person; none for a login that may not see them."""
    if not database.may_read("quarantine"):
        return 0
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM quarantine WHERE outcome IS NULL").fetchone()[0])


def holds_rows(database: Database) -> bool:
    """Did any row ever come here that the login may see?"""
    if not database.may_read("quarantine"):
        return False
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
    in_vain = [row for row in tried if row.incident is None]
    passed = [(row.entry, row.incident) for row in tried if row.incident is not None]
    mended = {row.entry.number: row.mended for row in tried}
    refs = {row.entry.number: row.source_ref for row in tried}
    with changesets.recorded(database, changesets.Kind.EDIT, str(uuid4())) as connection:
        accepted, known = _sorted(connection, passed)
        now = times.now()
        connection.executemany(_TRIED, [(row.source_ref, row.mended, row.reasons, row.entry.number) for row in in_vain])
        refs |= {entry.number: incident.source_ref for entry, incident in accepted}
        for outcome, entries in (("accepted", [entry for entry, _ in accepted]), ("known", known)):
            connection.executemany(
                _SETTLE,
                [(refs[entry.number], mended[entry.number], outcome, now, entry.number) for entry in entries],
            )
        for start in range(0, len(accepted), _ROWS_AT_A_TIME):
            step(feedback, start / len(accepted))
            for batch, rows in groupby(accepted[start : start + _ROWS_AT_A_TIME], key=lambda row: row[0].batch):
                insert_incidents(connection, [incident for _, incident in rows], batch, database.srs_id)
        for source in sources:
            remember_source(connection, source)
        step(feedback, 1.0)
    return Settled(len(accepted), len(known), len(in_vain))


def keep(database: Database, mended: Mapping[int, str], sources: Sequence[Source]) -> None:
    """Keep rows as a person mended them (JSON, by number), and how ``sources`` are read, without trying them."""
    with database.writing() as connection:
        connection.executemany(_KEEP, [(cells, number) for number, cells in mended.items()])
        for source in sources:
            remember_source(connection, source)


def discard(database: Database, numbers: Sequence[int], note: str) -> None:
    """Settle rows that will never be incidents, for the reason in ``note``."""
    with database.writing() as connection:
        connection.execute(_DISCARD, (note, times.now(), json.dumps(list(numbers))))


def _sorted(
    connection: Connection, passed: Sequence[tuple[QuarantineEntry, Incident]]
) -> tuple[list[tuple[QuarantineEntry, Incident]], list[QuarantineEntry]]:
    """Which rows are new, and which are stored or settled already.

    A row without case number that says the same as another of its own file is a report of its own; if only another file
    holds one that says the same, it is that one.
    """
    numbers = json.dumps([entry.number for entry, _ in passed])
    waits = {row[0] for row in connection.execute(_STILL_WAIT, (numbers,))}
    stored: set[tuple[str, str]] = set()
    of_file: Counter[tuple[str, int]] = Counter()
    for source in {incident.source for _, incident in passed}:
        names = [incident.source_ref for _, incident in passed if incident.source == source]
        kin = stored_kin(connection, source, names)
        stored.update((source, name) for name in (*known_refs(connection, source, names), *(one.name for one in kin)))
        of_file.update((one.asked, one.batch) for one in kin)
    accepted, known = [], []
    for entry, incident in passed:
        asked = (incident.source_ref, entry.batch)
        name = nth_name(incident.source_ref, of_file[asked] + 1) if is_content_name(asked[0]) else asked[0]
        if entry.number not in waits or (incident.source, name) in stored:
            known.append(entry)
            continue
        stored.add((incident.source, name))
        of_file[asked] += 1
        accepted.append((entry, replace(incident, source_ref=name)))
    return accepted, known


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
