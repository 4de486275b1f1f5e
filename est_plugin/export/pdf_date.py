# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which day is a PDF that Qt wrote? Of the day whose state it tells, in no zone, whatever the clock said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

#: Qt writes ``20261129185659Z``, and in another zone ``+09'00'`` instead of the Z.
_CLOCK = re.compile(rb"/CreationDate \(D:\d{14}[^)\s]*\)")
_OFFSET = re.compile(rb"^(\d{10})(?= \d{5} n)", re.MULTILINE)
_START = re.compile(rb"startxref\s+(\d+)")


def set_day(path: Path, day: date) -> None:
    """Write the day into the file instead of the clock; the places of its objects move along (ISO 32000-1, 7.5.4).

    Raises ExportError if the file has no such date where Qt writes it.
    """
    content = path.read_bytes()
    clock, start = _CLOCK.search(content), _START.search(content)
    if clock is None or start is None:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Qt could not write the PDF."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
            path=path,
        )
    told = f"/CreationDate (D:{day:%Y%m%d}000000Z)".encode()
    shift = len(told) - len(clock[0])

    def moved(place: bytes) -> int:
        return int(place) + shift * (int(place) > clock.start())

    table = int(start[1])
    body = content[: clock.start()] + told + content[clock.end() : table]
    offsets = _OFFSET.sub(lambda match: f"{moved(match[1]):010d}".encode(), content[table : start.start()])
    path.write_bytes(body + offsets + f"startxref\n{moved(start[1])}".encode() + content[start.end() :])
