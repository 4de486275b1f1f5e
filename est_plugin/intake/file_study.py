# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sees of a file while choosing its columns: samples, where its places fall, words without a code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from est_plugin.db import imports
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.csv_file import read_csv
from est_plugin.intake.lost_letters import find_lost_letters
from est_plugin.intake.mapping_proposal import propose
from est_plugin.intake.place_proposal import study_places
from est_plugin.intake.unknown_words import unknown_words

if TYPE_CHECKING:
    from pathlib import Path

    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.intake.csv_file import CsvTable
    from est_plugin.intake.lost_letters import LostLetters
    from est_plugin.intake.place_proposal import PlaceStudy
    from est_plugin.intake.unknown_words import Word

_ROWS_LOOKED_AT = 200
_SAMPLES = 3


@dataclass(frozen=True)
class OpenedFile:
    """A file as it was read, and how it should probably be understood."""

    table: CsvTable
    mapping: ColumnMapping
    #: Columns of the source's earlier mapping that this file lacks.
    missing_columns: tuple[str, ...]
    #: The first different values of each column.
    samples: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class FileStudy:
    """How the file comes out with a mapping, before all rules are tried on it."""

    places: PlaceStudy | None
    categories: tuple[Word, ...]
    organisations: tuple[Word, ...]
    lost_letters: LostLetters | None


def open_file(database: Database, path: Path) -> OpenedFile:
    """Read a file and propose a mapping: that of the source whose columns it has, or one from its header.

    Raises InputError if the file cannot be read.
    """
    table = read_csv(path)
    samples = {header: _samples(table, position) for position, header in enumerate(table.headers)}
    stem = path.name.partition(".")[0]
    earlier = imports.sources(database)
    for source in sorted(earlier, key=lambda source: source.name != stem):
        mapping = ColumnMapping.from_json(source.mapping)
        if mapping.columns and not mapping.missing() and not _absent(mapping, table):
            return OpenedFile(table, mapping.from_source(source.name), (), samples)
    proposed = propose(table.headers, source=stem, crs_authid=database.crs_authid)
    return OpenedFile(table, proposed, (), samples)


def fitted(opened: OpenedFile, mapping: ColumnMapping) -> OpenedFile:
    """The file with another mapping; columns that it lacks are left out."""
    absent = _absent(mapping, opened.table)
    columns = {
        name: kept
        for name, names in mapping.columns.items()
        if (kept := tuple(column for column in names if column not in absent))
    }
    return OpenedFile(opened.table, replace(mapping, columns=columns), absent, opened.samples)


def study(database: Database, table: CsvTable, mapping: ColumnMapping, feedback: Feedback) -> FileStudy:
    """Look at the file with the eyes of the mapping.

    Raises InputError if the mapping's CRS is not known.
    """
    return FileStudy(
        places=study_places(database, table, mapping, feedback),
        categories=_words(database, table, mapping, Field.CATEGORY),
        organisations=_words(database, table, mapping, Field.ORGANISATION),
        lost_letters=find_lost_letters(table, mapping),
    )


def _absent(mapping: ColumnMapping, table: CsvTable) -> tuple[str, ...]:
    return tuple(name for names in mapping.columns.values() for name in names if name not in table.headers)


def _samples(table: CsvTable, position: int) -> tuple[str, ...]:
    values = (row.cells[position] for row in table.rows[:_ROWS_LOOKED_AT] if position < len(row.cells))
    return tuple(dict.fromkeys(value for value in values if value))[:_SAMPLES]


def _words(database: Database, table: CsvTable, mapping: ColumnMapping, name: Field) -> tuple[Word, ...]:
    positions = [table.headers.index(column) for column in mapping.columns.get(name, ()) if column in table.headers]
    rows = (row.cells for row in table.rows if row.number not in table.misshapen)
    texts = (" ".join(cells[position] for position in positions if cells[position]) for cells in rows)
    return unknown_words(database, texts, name)
