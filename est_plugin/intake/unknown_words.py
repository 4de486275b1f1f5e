# SPDX-License-Identifier: GPL-2.0-or-later
"""Which words of a column mean no code of the database by themselves?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.db import catalogues
from est_plugin.intake.checks import code_words, folded
from est_plugin.intake.column_mapping import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.database import Database


@dataclass(frozen=True)
class Word:
    """A word as the source writes it, and how many rows hold it."""

    text: str
    rows: int


def unknown_words(database: Database, texts: Iterable[str], name: Field) -> tuple[Word, ...]:
    """The words of ``texts`` (cells of the column for category or organisation), the most frequent first.

    Case and blanks do not matter; the most frequent way to write a word is shown.
    """
    codes = catalogues.categories(database) if name is Field.CATEGORY else catalogues.organisations(database)
    known = code_words(codes, {})
    rows: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for text, count in Counter(texts).most_common():
        word = folded(text)
        if word and word not in known:
            rows[word] += count
            shown.setdefault(word, text)
    return tuple(Word(shown[word], count) for word, count in rows.most_common())
