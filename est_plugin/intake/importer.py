# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports a file of reports: every row becomes an incident, is known already, or goes to quarantine.

First ``check_table`` judges, then ``store_checked`` stores; ``expected`` tells in between what would come of it.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.points import PointSet
from est_plugin.analysis.stacks import find_stacks
from est_plugin.db import catalogues, imports
from est_plugin.domain.personal_data import mask
from est_plugin.feedback import PartFeedback, step
from est_plugin.intake.checks import RowChecker, code_words
from est_plugin.intake.coordinates import Placer
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.lost_letters import find_lost_letters
from est_plugin.intake.reason_examples import examples
from est_plugin.intake.reasons import ReasonCode, to_json
from est_plugin.intake.repeats import told_apart
from est_plugin.intake.timestamps import TimeReader
from est_plugin.intake.undisturbed import undisturbed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from est_plugin.analysis.stacks import Stack
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import Incident
    from est_plugin.domain.personal_data import PersonalData
    from est_plugin.feedback import Feedback
    from est_plugin.intake.checks import CheckedRow
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.lost_letters import LostLetters

_ROWS_AT_A_TIME = 5000


@dataclass(frozen=True)
class CheckedFile:
    """The rows of a file, judged but not stored."""

    table: CsvTable
    rows: tuple[CheckedRow, ...]
    batch: imports.Batch
    lost_letters: LostLetters | None


@dataclass(frozen=True)
class ImportReport:
    """What became of a file, or would become of it. Always rows_read == accepted + known + quarantined."""

    source: str
    file_name: str
    encoding: str
    delimiter: str
    rows_read: int
    accepted: int
    #: Rows that were stored or in quarantine before, or whose case number stands twice in the file.
    known: int
    #: Rows without case number that say the same as an earlier row of the file; each counts as its own report.
    repeated: int
    #: Case numbers of the known reports that now say something else; what is stored stays.
    changed: tuple[str, ...]
    #: Rows that are new in quarantine.
    quarantined: int
    #: How many rows of the file broke each rule, known ones included; a row may break several.
    reasons: Mapping[ReasonCode, int]
    #: Up to two values for a rule they broke, none that can be personal.
    examples: Mapping[ReasonCode, tuple[str, ...]]
    #: Categories that no code of the database is known for, and their rows. Personal data are masked.
    unknown_categories: Mapping[str, int]
    #: What was masked in the texts of the accepted rows.
    masked: Mapping[PersonalData, int]
    #: Coordinates (database's CRS) with suspiciously many of the accepted reports.
    stacks: tuple[Stack, ...]
    #: When the accepted incidents occurred, the first and the last; None without any.
    first: datetime | None
    last: datetime | None
    #: Numbers of the rows in which a quote without its pair was taken as a plain sign.
    literal_quotes: tuple[int, ...]
    removed_signs: int
    #: Rows with letters that were lost before the file came here.
    rows_with_lost_letters: int


@undisturbed()
def import_incidents(database: Database, path: Path, mapping: ColumnMapping, feedback: Feedback) -> ImportReport:
    """Check and store the reports of a CSV file (plain or .gz), all in one transaction; a cancel leaves nothing.

    Raises InputError if the file or the mapping cannot be used, DatabaseError if nothing could be stored.
    """
    database.check_may_write()
    table = read_csv(path)
    step(feedback, 0.1)
    checked = check_table(database, table, mapping, PartFeedback(feedback, 0.1, 0.7))
    return store_checked(database, checked, PartFeedback(feedback, 0.7, 1.0))


@undisturbed()
def check_table(database: Database, table: CsvTable, mapping: ColumnMapping, feedback: Feedback) -> CheckedFile:
    """Judge every row of a file; nothing is stored.

    Raises InputError if the mapping does not fit the file, or letters of it were lost before it came here and the
    mapping does not say to keep its texts as they are.
    """
    lost = find_lost_letters(table, mapping)
    if lost is not None and not mapping.keep_lost_letters:
        raise lost.error()
    checker = row_checker(database, mapping, table.headers)
    rows: list[CheckedRow] = []
    # Parts of one size: a short last one could not tell how its coordinates are rounded.
    parts = max(1, math.ceil(len(table.rows) / _ROWS_AT_A_TIME))
    size = max(1, math.ceil(len(table.rows) / parts))
    for start in range(0, len(table.rows), size):
        step(feedback, start / len(table.rows))
        rows += checker.check(table.rows[start : start + size], table.misshapen, len(table.headers))
    step(feedback, 1.0)
    rows = told_apart(rows)
    batch = imports.Batch(
        source=mapping.source,
        file_name=table.file_name,
        sha256=table.sha256,
        mapping=mapping.to_json(),
        columns=table.headers,
        rows_read=len(rows),
        incidents=tuple([row.incident for row in rows if row.incident is not None]),
        passed_hashes=tuple([row.row_hash for row in rows if row.incident is not None]),
        quarantined=tuple(_quarantined(table, row) for row in rows if row.incident is None),
    )
    return CheckedFile(table, tuple(rows), batch, lost)


def expected(database: Database, checked: CheckedFile) -> ImportReport:
    """What would come of the file, were it stored now."""
    return _report(checked, imports.sort_out(database, checked.batch))


@undisturbed()
def store_checked(database: Database, checked: CheckedFile, feedback: Feedback) -> ImportReport:
    """Store what is new of a checked file, whole or not at all.

    Raises DatabaseError if nothing could be stored, CancelledError if a person has cancelled.
    """
    return _report(checked, imports.store(database, checked.batch, feedback))


def row_checker(database: Database, mapping: ColumnMapping, headers: Sequence[str]) -> RowChecker:
    """What judges rows with these columns, by the mapping and the code lists of the database.

    Raises InputError if the mapping does not fit the columns.
    """
    return RowChecker(
        mapping,
        mapping.positions(headers),
        TimeReader(
            mapping.zone,
            datetime.now(UTC),
            mapping.date_formats,
            mapping.day_first,
            accept_unknown_clock=mapping.accept_unknown_clock,
        ),
        Placer(mapping.crs_authid, database.srs_id),
        categories=code_words(catalogues.categories(database), mapping.category_words),
        organisations=code_words(catalogues.organisations(database), mapping.organisation_words),
    )


def _quarantined(table: CsvTable, checked: CheckedRow) -> imports.QuarantinedRow:
    """The row as it came, by the names of its columns; cells beyond the header are numbered."""
    cells = checked.row.cells
    names = (*table.headers, *(f"+{extra}" for extra in range(1, len(cells) - len(table.headers) + 1)))
    return imports.QuarantinedRow(
        row_number=checked.row.number,
        row_hash=checked.row_hash,
        source_ref=checked.source_ref,
        raw=json.dumps(dict(zip(names, cells, strict=False)), ensure_ascii=False),
        reasons=to_json(checked.reasons),
    )


def _report(checked: CheckedFile, found: imports.Sorting) -> ImportReport:
    table, batch = checked.table, checked.batch
    masked: Counter[PersonalData] = Counter()
    accepted = {id(incident) for incident in found.accepted}
    for row in checked.rows:
        if row.masked and id(row.incident) in accepted:
            masked.update(row.masked)
    broken = [reason for row in checked.rows for reason in row.reasons]
    unknown = Counter(mask(reason.value).text for reason in broken if reason.code is ReasonCode.UNKNOWN_CATEGORY)
    times = [incident.occurred_from for incident in found.accepted]
    return ImportReport(
        source=batch.source,
        file_name=batch.file_name,
        encoding=table.encoding,
        delimiter=table.delimiter,
        rows_read=batch.rows_read,
        accepted=len(found.accepted),
        known=found.known,
        repeated=sum(row.is_repeat for row in checked.rows),
        changed=found.changed,
        quarantined=len(found.quarantined),
        reasons=dict(Counter(reason.code for reason in broken).most_common()),
        examples=examples(broken),
        unknown_categories=dict(unknown.most_common()),
        masked=dict(masked),
        stacks=_stacks(found.accepted),
        first=min(times, default=None),
        last=max(times, default=None),
        literal_quotes=table.literal_quotes,
        removed_signs=table.removed_signs,
        rows_with_lost_letters=checked.lost_letters.rows if checked.lost_letters else 0,
    )


def _stacks(incidents: Sequence[Incident]) -> tuple[Stack, ...]:
    codes = tuple(sorted({incident.category for incident in incidents}))
    index = {code: number for number, code in enumerate(codes)}
    points = PointSet(
        np.array([incident.x for incident in incidents], dtype=np.float64),
        np.array([incident.y for incident in incidents], dtype=np.float64),
        np.array([index[incident.category] for incident in incidents], dtype=np.int32),
        codes,
    )
    return find_stacks(points)
