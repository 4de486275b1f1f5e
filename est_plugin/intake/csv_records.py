# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the rows of a CSV text begin and end, and which sign separates the cells?"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Swedish number columns hold commas, so the comma is tried last.
DELIMITERS = ("\t", ";", "|", ",")
#: A quote that takes in more lines than this was never meant as one.
MAX_QUOTED_LINES = 20
_SAMPLE_RECORDS = 50
_ENOUGH_EVEN_RECORDS = 0.8


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row; ``literal`` if its quotes were taken as plain signs."""

    cells: list[str]
    literal: bool


class _Lines:
    """Lines that csv.reader pulls one at a time, never more than MAX_QUOTED_LINES + 1 for one row."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.position = 0
        self.row_start = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.exhausted or self.position - self.row_start > MAX_QUOTED_LINES:
            raise StopIteration
        self.position += 1
        return self._lines[self.position - 1]

    @property
    def exhausted(self) -> bool:
        return self.position >= len(self._lines)

    def of_row(self) -> Sequence[str]:
        return self._lines[self.row_start : self.position]


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """The rows of ``lines`` (each with its line end), the header first; an empty line is a row without cells.

    Raises csv.Error if a cell is larger than csv.field_size_limit().
    """
    source = _Lines(lines)
    reader = csv.reader(source, delimiter=delimiter)
    width = 0
    while not source.exhausted:
        source.row_start = source.position
        cells = next(reader)
        literal = _is_literal(source, cells, width, delimiter)
        if literal:
            cells = _without_quoting(lines[source.row_start], delimiter)
            source.position = source.row_start + 1
            reader = csv.reader(source, delimiter=delimiter)
        width = width or len(cells)
        yield Record(cells, literal)


def _is_literal(source: _Lines, cells: list[str], width: int, delimiter: str) -> bool:
    """Does a quote in this row swallow what follows?"""
    taken = source.of_row()
    if len(taken) > MAX_QUOTED_LINES:
        return True
    misshapen = len(cells) != width
    if len(taken) > 1:
        if source.exhausted and sum(line.count('"') for line in taken) % 2:
            return True
        return misshapen and len(_without_quoting(taken[0], delimiter)) == width
    return misshapen and taken[0].count('"') % 2 == 1


def _without_quoting(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE))


def find_delimiter(lines: Sequence[str]) -> str:
    """The sign that cuts the header into cells and most of the first rows into as many."""
    sample = lines[: _SAMPLE_RECORDS * 4]
    best = (0.0, ",")
    for delimiter in DELIMITERS:
        even = _even_share(sample, delimiter)
        if even >= _ENOUGH_EVEN_RECORDS:
            return delimiter
        if even > best[0]:
            best = (even, delimiter)
    return best[1]


def _even_share(lines: Sequence[str], delimiter: str) -> float:
    """Share of the first rows with as many cells as the header; 0 if the header is one cell."""
    sizes = []
    for record in records(lines, delimiter):
        if record.cells:
            sizes.append(len(record.cells))
        if len(sizes) > _SAMPLE_RECORDS:
            break
    if not sizes or sizes[0] == 1:
        return 0.0
    return sum(size == sizes[0] for size in sizes) / len(sizes)
