# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a CSV file, plain or packed with gzip: every row is found, none is shifted."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.intake.csv_records import find_delimiter, records
from est_plugin.intake.foreign_files import recognised
from est_plugin.intake.text_encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.intake.csv_records import Record

MAX_BYTES = 200 * 1024 * 1024
MAX_COLUMNS = 500
_GZIP_MAGIC = b"\x1f\x8b"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
#: A header names things; a first row with numbers or dates is a row of data.
_VALUE = re.compile(r"[-+]?\d+([.,]\d+)?|\d{4}-\d\d?-\d\d?.*|\d\d?[./]\d\d?[./]\d{4}.*")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of data. ``number`` counts as a spreadsheet does: the header is 1, empty rows count."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CsvTable:
    """A file as rows of text, the same number of cells in each unless the row is in ``misshapen``."""

    headers: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    #: Numbers of the rows that do not have as many cells as the header.
    misshapen: frozenset[int]
    #: Numbers of the rows in which a quote without its pair was taken as a plain sign.
    literal_quotes: tuple[int, ...]
    encoding: str
    delimiter: str
    #: Control signs taken out of the text.
    removed_signs: int
    #: Letters were lost or garbled before the file came here.
    damaged: bool
    #: SHA-256 (hexadecimal) of the file as it came.
    sha256: str
    file_name: str


def read_csv(path: Path) -> CsvTable:
    """The rows of a CSV file. Rows with nothing in any cell are left out.

    Raises InputError if the file is missing, unreadable, no text, empty, larger than MAX_BYTES, or has no header row.
    """
    content, sha256 = _content(path)
    if (foreign := recognised(content, path.name)) is not None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} cannot be imported."),
            why=foreign.what,
            what_next=foreign.what_next,
            path=path,
        )
    decoded = decode(content)
    lines = _lines(decoded.text)
    delimiter = None
    if lines and (separator := _SEPARATOR_LINE.fullmatch(lines[0].strip("\n"))):
        delimiter = separator[1]
        lines = lines[1:]
    if not any(line.strip() for line in lines):
        raise _unusable(path, QT_TRANSLATE_NOOP("est_plugin", "It is empty."))
    while not lines[0].strip():
        lines = lines[1:]
    delimiter = delimiter or find_delimiter(lines)
    # One at a time: Python stops all threads to look through many objects at once.
    found = _records(path, lines, delimiter)
    headers: tuple[str, ...] = ()
    rows, misshapen, literal_quotes = [], set(), []
    for number, record in enumerate(found, start=1):
        if record.literal:
            literal_quotes.append(number)
        if number == 1:
            headers = _headers(path, record.cells)
            continue
        trimmed = tuple([cell.strip() for cell in record.cells])
        if not any(trimmed):
            continue
        extra = trimmed[len(headers) :]
        if extra and not any(extra):
            trimmed = trimmed[: len(headers)]
        if len(trimmed) != len(headers):
            misshapen.add(number)
        rows.append(CsvRow(number, trimmed))
    return CsvTable(
        headers=headers,
        rows=tuple(rows),
        misshapen=frozenset(misshapen),
        literal_quotes=tuple(literal_quotes),
        encoding=decoded.encoding,
        delimiter=delimiter,
        removed_signs=decoded.removed_signs,
        damaged=decoded.damaged,
        sha256=sha256,
        file_name=path.name,
    )


def _content(path: Path) -> tuple[bytes, str]:
    """The bytes of the text, and the checksum of the file."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        raw = path.read_bytes()
        content = raw
        if raw.startswith(_GZIP_MAGIC):
            with gzip.open(path) as file:
                content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise _unusable(path, QT_TRANSLATE_NOOP("est_plugin", "There is no file with that name.")) from error
    except (OSError, EOFError, zlib.error) as error:
        raise _unusable(path, QT_TRANSLATE_NOOP("est_plugin", "Reading it failed: {error}."), error=error) from error
    if len(content) > MAX_BYTES:
        raise _too_large(path)
    return content, hashlib.sha256(raw).hexdigest()


def _lines(text: str) -> list[str]:
    """Lines at ``\\n`` only: str.splitlines would also cut at signs that may stand inside a cell."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")]


def _records(path: Path, lines: list[str], delimiter: str) -> Iterator[Record]:
    try:
        yield from records(lines, delimiter)
    except csv.Error as error:
        raise _unusable(path, QT_TRANSLATE_NOOP("est_plugin", "A cell is too large: {error}."), error=error) from error


def _headers(path: Path, cells: list[str]) -> tuple[str, ...]:
    """Names of the columns, each used once; a column without a name is called by its number."""
    trimmed = [" ".join(cell.split()) for cell in cells]
    if not any(trimmed) or any(_VALUE.fullmatch(cell) for cell in trimmed):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} cannot be imported."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its first row does not name the columns."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Put a row with the names of the columns first in the file."),
            path=path,
        )
    if len(trimmed) > MAX_COLUMNS:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} cannot be imported."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It has {count} columns; the limit is {limit}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Export it again with only the columns that are needed."),
            path=path,
            count=len(trimmed),
            limit=MAX_COLUMNS,
        )
    seen: Counter[str] = Counter()
    names = []
    for position, cell in enumerate(trimmed, start=1):
        name = cell or f"column_{position}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _too_large(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The file {path} cannot be imported."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It is larger than {limit} megabytes."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Split it, for instance by year, and import the parts."),
        path=path,
        limit=MAX_BYTES // 1024**2,
    )


def _unusable(path: Path, why: str, **values: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The file {path} cannot be imported."),
        why=why,
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a CSV file with a header row and at least one report."),
        path=path,
        **values,
    )
