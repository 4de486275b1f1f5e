# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports a file of reports: every row becomes an incident, is known already, or goes to quarantine."""

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
from est_plugin.feedback import PartFeedback, step
from est_plugin.intake.checks import RowChecker, code_words, row_hash
from est_plugin.intake.coordinates import Placer
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.reasons import ReasonCode
from est_plugin.intake.timestamps import TimeReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from est_plugin.analysis.stacks import Stack
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import Incident
    from est_plugin.feedback import Feedback
    from est_plugin.intake.checks import CheckedRow
    from est_plugin.intake.column_mapping import ColumnMapping
    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.personal_data import PersonalData

_ROWS_AT_A_TIME = 5000


@dataclass(frozen=True)
class ImportReport:
    """What became of a file. Always rows_read == accepted + known + quarantined."""

    source: str
    file_name: str
    encoding: str
    delimiter: str
    rows_read: int
    accepted: int
    #: Rows that were stored or in quarantine before, or stand twice in the file.
    known: int
    #: Rows that are new in quarantine.
    quarantined: int
    #: How many rows of the file broke each rule, known ones included; a row may break several.
    reasons: Mapping[ReasonCode, int]
    #: Categories that no code of the database is known for, and their rows.
    unknown_categories: Mapping[str, int]
    #: What was masked in the texts of the accepted rows.
    masked: Mapping[PersonalData, int]
    #: Coordinates (database's CRS) with suspiciously many of the accepted reports.
    stacks: tuple[Stack, ...]
    #: Numbers of the rows in which a quote without its pair was taken as a plain sign.
    literal_quotes: tuple[int, ...]
    removed_signs: int


def import_incidents(database: Database, path: Path, mapping: ColumnMapping, feedback: Feedback) -> ImportReport:
    """Store the reports of a CSV file (plain or .gz), all in one transaction; a cancel leaves nothing.

    Raises InputError if the file or the mapping cannot be used, DatabaseError if nothing could be stored.
    """
    table = read_csv(path)
    step(feedback, 0.1)
    checked = _check(database, table, mapping, PartFeedback(feedback, 0.1, 0.7))
    batch = imports.Batch(
        source=mapping.source,
        file_name=path.name,
        sha256=table.sha256,
        mapping=mapping.to_json(),
        rows_read=len(checked),
        incidents=tuple(row.incident for row in checked if row.incident is not None),
        quarantined=tuple(_quarantined(table, row) for row in checked if row.incident is None),
        passed_hashes=tuple(row_hash(row.row) for row in checked if row.incident is not None),
    )
    stored = imports.store(database, batch, PartFeedback(feedback, 0.7, 1.0))
    return _report(table, batch, checked, stored)


def _check(database: Database, table: CsvTable, mapping: ColumnMapping, feedback: Feedback) -> list[CheckedRow]:
    checker = RowChecker(
        mapping,
        mapping.positions(table.headers),
        TimeReader(mapping.zone, datetime.now(UTC), mapping.date_formats, mapping.day_first),
        Placer(mapping.crs_authid, database.srs_id),
        categories=code_words(catalogues.categories(database), mapping.category_words),
        organisations=code_words(catalogues.organisations(database), mapping.organisation_words),
    )
    checked: list[CheckedRow] = []
    # Parts of one size: a short last one could not tell how its coordinates are rounded.
    parts = max(1, math.ceil(len(table.rows) / _ROWS_AT_A_TIME))
    size = max(1, math.ceil(len(table.rows) / parts))
    for start in range(0, len(table.rows), size):
        step(feedback, start / len(table.rows))
        rows = table.rows[start : start + size]
        checked += checker.check(rows, table.misshapen, len(table.headers))
    return checked


def _quarantined(table: CsvTable, checked: CheckedRow) -> imports.QuarantinedRow:
    """The row as it came, by the names of its columns; cells beyond the header are numbered."""
    cells = checked.row.cells
    names = (*table.headers, *(f"+{extra}" for extra in range(1, len(cells) - len(table.headers) + 1)))
    return imports.QuarantinedRow(
        row_number=checked.row.number,
        row_hash=row_hash(checked.row),
        raw=json.dumps(dict(zip(names, cells, strict=False)), ensure_ascii=False),
        reasons=json.dumps(
            [{"code": reason.code.value, "value": reason.value} for reason in checked.reasons], ensure_ascii=False
        ),
    )


def _report(
    table: CsvTable, batch: imports.Batch, checked: Sequence[CheckedRow], stored: imports.StoredBatch
) -> ImportReport:
    masked: Counter[PersonalData] = Counter()
    accepted = {id(incident) for incident in stored.accepted}
    for row in checked:
        if row.masked and id(row.incident) in accepted:
            masked.update(row.masked)
    broken = [reason for row in checked for reason in row.reasons]
    unknown = Counter(reason.value for reason in broken if reason.code is ReasonCode.UNKNOWN_CATEGORY)
    return ImportReport(
        source=batch.source,
        file_name=batch.file_name,
        encoding=table.encoding,
        delimiter=table.delimiter,
        rows_read=batch.rows_read,
        accepted=len(stored.accepted),
        known=stored.known,
        quarantined=stored.quarantined,
        reasons=dict(Counter(reason.code for reason in broken).most_common()),
        unknown_categories=dict(unknown.most_common()),
        masked=dict(masked),
        stacks=_stacks(stored.accepted),
        literal_quotes=table.literal_quotes,
        removed_signs=table.removed_signs,
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
