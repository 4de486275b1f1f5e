# SPDX-License-Identifier: GPL-2.0-or-later
"""When was a PDF made? On the day it tells of: Qt writes the clock, and the same input must give the same bytes."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

#: As Qt writes them: local time, and how far it is from UTC.
_DATE = re.compile(rb"(?<=Date \(D:)\d{14}(?:Z|[+-]\d\d'\d\d')(?='?\))")
#: Of XMP, which Qt writes for some kinds of PDF.
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?(?=</xmp:)")
#: Newer Qt names each file by chance.
_NAME = re.compile(rb"(?<=/ID \[)[^\]]+(?=\])|(?<=uuid:)[0-9a-fA-F-]{36}")
_HEXADECIMAL = re.compile(rb"[0-9a-fA-F]")


def set_day(path: Path, day: date) -> None:
    """Write ``day`` over each date, and over each name by chance one that comes of the content; in any thread.

    The bytes stay as many, since the file tells where each of its objects begins.
    """
    content = path.read_bytes()
    for dates in (_DATE, _XMP_DATE):
        content = dates.sub(lambda found: _same_length(found[0], day), content)
    unnamed = _NAME.sub(lambda found: _HEXADECIMAL.sub(b"0", found[0]), content)
    digits = hashlib.sha256(unnamed).hexdigest().encode() * 4
    content = _NAME.sub(lambda found: _renamed(found[0], digits), content)
    path.write_bytes(content)


def _same_length(stamp: bytes, day: date) -> bytes:
    """Midnight of the day in the stamp's own form, in UTC."""
    if b"T" in stamp:
        return day.isoformat().encode() + re.sub(rb"\d", b"0", stamp[10:])
    zone = b"Z" if stamp.endswith(b"Z") else b"+00'00'"
    return f"{day:%Y%m%d}000000".encode() + zone


def _renamed(name: bytes, digits: bytes) -> bytes:
    found = iter(digits)
    return _HEXADECIMAL.sub(lambda _digit: bytes((next(found),)), name)
