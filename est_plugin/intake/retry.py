# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges rows in quarantine anew: with the cells a person mended, and the words a person has explained since."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from est_plugin.db import imports, quarantine
from est_plugin.db.imports import Source
from est_plugin.db.quarantine import Tried
from est_plugin.feedback import PartFeedback, step
from est_plugin.intake import reasons
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.csv_file import CsvRow
from est_plugin.intake.importer import row_checker
from est_plugin.intake.unknown_words import unknown_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from est_plugin.db.database import Database
    from est_plugin.db.quarantine import QuarantineEntry, Settled
    from est_plugin.feedback import Feedback
    from est_plugin.intake.reasons import Reason
    from est_plugin.intake.unknown_words import Word


@dataclass(frozen=True)
class SourceWords:
    """What a source's own words mean: codes of the database by word."""

    categories: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Attempt:
    """What a person changed before trying again."""

    #: Cells by column, by the number of the row in quarantine; a row that was not touched is left out.
    cells: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    #: New words, by the name of the source.
    words: Mapping[str, SourceWords] = field(default_factory=dict)


def cells_of(entry: QuarantineEntry) -> dict[str, str]:
    """The cells of a row by column, as it was mended or else as it came. Every column of the file is there."""
    cells: dict[str, str] = json.loads(entry.mended or entry.raw)
    return {**dict.fromkeys(entry.columns, ""), **cells}


def reasons_of(entry: QuarantineEntry) -> tuple[Reason, ...]:
    """Why the row does not pass, by the latest try."""
    return reasons.from_json(entry.mended_reasons or entry.reasons)


def words_to_explain(database: Database, entries: Sequence[QuarantineEntry], name: Field) -> tuple[Word, ...]:
    """The words in the column of ``name`` (category or organisation) of these rows that mean no code yet."""
    texts = []
    for entry in entries:
        columns = ColumnMapping.from_json(entry.mapping).columns.get(name, ())
        cells = cells_of(entry)
        texts.append(" ".join(cells[column] for column in columns if cells.get(column)))
    return unknown_words(database, texts, name)


def try_again(database: Database, entries: Sequence[QuarantineEntry], attempt: Attempt, feedback: Feedback) -> Settled:
    """Judge the rows by the mapping of their file and all words known for their source, and store what passes.

    Raises InputError if a mapping does not fit any more, DatabaseError if nothing could be stored, CancelledError if a
    person has cancelled.
    """
    current = _current(database, attempt)
    tried: list[Tried] = []
    batches = {entry.batch for entry in entries}
    for number, batch in enumerate(sorted(batches)):
        step(feedback, 0.5 * number / len(batches))
        tried += _judged(database, [entry for entry in entries if entry.batch == batch], attempt, current)
    return quarantine.settle(database, tried, _learnt(current, attempt), PartFeedback(feedback, 0.5, 1.0))


def keep(database: Database, attempt: Attempt) -> None:
    """Keep what a person mended and explained, to be tried another time.

    Raises DatabaseError if nothing could be stored.
    """
    mended = {number: json.dumps(_stripped(cells), ensure_ascii=False) for number, cells in attempt.cells.items()}
    quarantine.keep(database, mended, _learnt(_current(database, attempt), attempt))


def with_words(mapping: ColumnMapping, words: SourceWords) -> ColumnMapping:
    """The mapping with words added to those that it knows."""
    return replace(
        mapping,
        category_words={**mapping.category_words, **words.categories},
        organisation_words={**mapping.organisation_words, **words.organisations},
    )


def _current(database: Database, attempt: Attempt) -> dict[str, ColumnMapping]:
    """How each source is read now, the new words among those it had."""
    current = {source.name: ColumnMapping.from_json(source.mapping) for source in imports.sources(database)}
    for name, words in attempt.words.items():
        current[name] = with_words(current[name], words)
    return current


def _learnt(current: Mapping[str, ColumnMapping], attempt: Attempt) -> list[Source]:
    """The sources with new words."""
    return [
        Source(name, current[name].to_json())
        for name, words in attempt.words.items()
        if words.categories or words.organisations
    ]


def _judged(
    database: Database,
    entries: Sequence[QuarantineEntry],
    attempt: Attempt,
    current: Mapping[str, ColumnMapping],
) -> Iterable[Tried]:
    """Rows of one file."""
    first = entries[0]
    known = current[first.source]
    mapping = with_words(
        ColumnMapping.from_json(first.mapping), SourceWords(known.category_words, known.organisation_words)
    )
    mapping = replace(mapping, accept_unknown_clock=mapping.accept_unknown_clock or known.accept_unknown_clock)
    mended = {entry.number: _mended(entry, attempt) for entry in entries}
    rows = [
        CsvRow(entry.row_number, _row(entry.columns, mended[entry.number] or json.loads(entry.raw)))
        for entry in entries
    ]
    width = len(first.columns)
    misshapen = frozenset(row.number for row in rows if len(row.cells) != width)
    checked = row_checker(database, mapping, first.columns).check(rows, misshapen, width)
    for entry, row in zip(entries, checked, strict=True):
        cells = mended[entry.number]
        yield Tried(
            entry=entry,
            source_ref=row.source_ref,
            # A single row cannot tell how its file rounds places.
            incident=None if row.incident is None else replace(row.incident, precision_m=entry.precision_m),
            mended=None if cells is None else json.dumps(cells, ensure_ascii=False),
            reasons=reasons.to_json(row.reasons),
        )


def _mended(entry: QuarantineEntry, attempt: Attempt) -> dict[str, str] | None:
    """The row as a person mended it, now or before; None if nobody did."""
    if (cells := attempt.cells.get(entry.number)) is not None:
        return _stripped(cells)
    return None if entry.mended is None else cells_of(entry)


def _stripped(cells: Mapping[str, str]) -> dict[str, str]:
    return {column: text.strip() for column, text in cells.items()}


def _row(columns: Sequence[str], cells: Mapping[str, str]) -> tuple[str, ...]:
    """The cells in the order of the columns. Cells beyond the header count only while something stands in them."""
    beyond = [text for column, text in cells.items() if column not in columns and text]
    return (*(cells[column] for column in columns if column in cells), *beyond)
