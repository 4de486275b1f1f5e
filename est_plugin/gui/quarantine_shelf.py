# SPDX-License-Identifier: GPL-2.0-or-later
"""What the quarantine dialog shows of the database at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import imports, quarantine
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.retry import words_to_explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.db.database import Database
    from est_plugin.db.quarantine import QuarantineEntry
    from est_plugin.intake.unknown_words import Word

MAX_ROWS = 1000


@dataclass(frozen=True)
class Shelf:
    """The rows shown, how many wait in all, and for each source the words to explain and how it is read now."""

    entries: tuple[QuarantineEntry, ...]
    waiting: int
    words: dict[str, dict[Field, tuple[Word, ...]]]
    mappings: dict[str, ColumnMapping]


def read_shelf(database: Database, read: Callable[[Database, int], tuple[QuarantineEntry, ...]]) -> Shelf:
    """The newest rows that ``read`` finds, at most MAX_ROWS."""
    entries = read(database, MAX_ROWS)
    words = {}
    for source in {entry.source for entry in entries}:
        rows = [entry for entry in entries if entry.source == source]
        words[source] = {name: words_to_explain(database, rows, name) for name in (Field.CATEGORY, Field.ORGANISATION)}
    mappings = {source.name: ColumnMapping.from_json(source.mapping) for source in imports.sources(database)}
    return Shelf(entries, quarantine.waiting_count(database), words, mappings)
