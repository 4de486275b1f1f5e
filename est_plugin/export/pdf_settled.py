# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a PDF that Qt wrote become the same each time? By the day it tells of, and an order of its objects by use.

Qt writes the clock into it, and its fonts in an order that differs from one start of the program to the next. So the
objects are numbered anew in the order in which the pages lead to them (ISO 32000-1, 7.3.10 and 7.5.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

#: Qt writes ``20261129185659Z``, and in another zone ``+09'00'`` instead of the Z.
_CLOCK = re.compile(rb"/(CreationDate|ModDate)\s*\(D:\d{14}[^)\s]*\)")
#: A name that newer versions of Qt draw by lot, and a description in XML with the clock and that name. Neither is
#: needed (ISO 32000-1, 14.3.2 and 14.4), and an object to which nothing leads is not written.
_LOT = re.compile(rb"/ID\s*\[[^\]]*\]\s*")
_DESCRIPTION = re.compile(rb"/Metadata\s+\d+ 0 R\s*")
_ENTRY = re.compile(rb"^(\d{10}) \d{5} n", re.MULTILINE)
_REFERENCE = re.compile(rb"(?<!\d)(\d+) 0 R\b")
_HEAD = re.compile(rb"(\d+) 0 obj")
_TRAILER = re.compile(rb"trailer\s+(<<.*?>>)\s+startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
#: The name of a part of a font begins with a sign that Qt makes of the object's number.
_FONT = re.compile(rb"/[A-Z]{6}\+")
_STREAM = b"stream\n"


def settle(path: Path, day: date) -> None:
    """Rewrite the file. Raises ExportError if it is not whole, or not as Qt writes it."""
    content = path.read_bytes()
    trailer = _TRAILER.search(content)
    objects = {} if trailer is None else _objects(content, int(trailer[2]))
    if trailer is None or not objects or _CLOCK.search(content) is None:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Qt could not write the PDF."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
            path=path,
        )
    told = rb"/\1 " + f"(D:{day:%Y%m%d}000000Z)".encode()
    settled = {number: _settled(head, told) for number, (head, _) in objects.items()}
    foot = _LOT.sub(b"", trailer[1])
    numbers = _numbers(foot, settled)
    head_end = min(int(entry[1]) for entry in _ENTRY.finditer(content, int(trailer[2])))
    parts, places, place = [content[:head_end]], [], head_end
    for old, new in numbers.items():
        body = _HEAD.sub(b"%d 0 obj" % new, _renumbered(settled[old], numbers), count=1) + objects[old][1]
        places.append(place)
        place += len(body)
        parts.append(body)
    table = b"".join(b"%010d 00000 n \n" % start for start in places)
    size = len(places) + 1
    ending = re.sub(rb"/Size \d+", b"/Size %d" % size, _renumbered(foot, numbers))
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (size, table, ending, place)
    )
    path.write_bytes(b"".join(parts))


def _settled(head: bytes, told: bytes) -> bytes:
    """What stands before an object's stream, without clock, lot and order."""
    return _FONT.sub(b"/ESTAAA+", _DESCRIPTION.sub(b"", _CLOCK.sub(told, head)))


def _objects(content: bytes, table: int) -> dict[int, tuple[bytes, bytes]]:
    """Each object by its number: what stands before its stream, and the rest."""
    starts = sorted(int(entry[1]) for entry in _ENTRY.finditer(content, table))
    found: dict[int, tuple[bytes, bytes]] = {}
    for start, end in zip(starts, (*starts[1:], table), strict=True):
        head = _HEAD.match(content, start)
        if head is not None:
            before, stream, after = content[start:end].partition(_STREAM)
            found[int(head[1])] = before, stream + after
    return found


def _numbers(trailer: bytes, heads: Mapping[int, bytes]) -> dict[int, int]:
    """New numbers by the old ones, in the order in which one object leads to another."""
    numbers: dict[int, int] = {}
    waiting = [int(number) for number in _REFERENCE.findall(trailer)]
    while waiting:
        number = waiting.pop(0)
        if number not in numbers and number in heads:
            numbers[number] = len(numbers) + 1
            waiting += [int(below) for below in _REFERENCE.findall(heads[number])]
    return numbers


def _renumbered(text: bytes, numbers: Mapping[int, int]) -> bytes:
    return _REFERENCE.sub(lambda match: b"%d 0 R" % numbers.get(int(match[1]), 0), text)
