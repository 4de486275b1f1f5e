# SPDX-License-Identifier: GPL-2.0-or-later
"""What do files of data tell? JSON by its keys and values, CSV by its cells, plain text by its lines."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from est_plugin.export.gate_findings import NOT_WHOLE, Finding, Piece, Told
from est_plugin.export.gate_pictures import is_picture_uri, read_uri
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A key that may be told, as the name of a place in the file.
_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z_]{0,30}")
#: As long as the shortest thing that is looked for among numbers.
_LONG_NUMBER = 10**9


def read_text(text: str) -> Told:
    """Plain text, line by line."""
    lines = enumerate(text.splitlines(), start=1)
    return Told(tuple(Piece(translate("est_plugin", "line {line}").format(line=n), line) for n, line in lines if line))


def read_csv(text: str) -> Told:
    """A table with a row of names at its top."""
    return Told(tuple(_cells(text)))


def _cells(text: str) -> Iterator[Piece]:
    place = translate("est_plugin", "line {line}, column {column}")
    for line, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=";"), start=1):
        for column, cell in enumerate(row, start=1):
            if cell:
                yield Piece(place.format(line=line, column=column), cell, is_name=line == 1)


def read_json(text: str) -> Told:
    """Keys, texts, long numbers and pictures."""
    try:
        value = json.loads(text)
    except ValueError:
        return Told(findings=(Finding("", NOT_WHOLE),))
    pieces: list[Piece] = []
    pictures = Told()
    for where, item, is_name in _items(value, ""):
        if is_picture_uri(item):
            pictures += read_uri(item).within(where)
        else:
            pieces.append(Piece(where, item, is_name))
    return Told(tuple(pieces)) + pictures


def _items(value: object, where: str) -> Iterator[tuple[str, str, bool]]:
    """Place, text and whether it is a key, of all that stands below."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield where, key, True
            plain = key if _PLAIN_KEY.fullmatch(key) else "…"
            yield from _items(below, f"{where}.{plain}" if where else plain)
    elif isinstance(value, list):
        for number, below in enumerate(value, start=1):
            yield from _items(below, f"{where}[{number}]")
    elif isinstance(value, str) and value:
        yield where, value, False
    elif isinstance(value, int) and abs(value) >= _LONG_NUMBER:
        yield where, str(value), False
