# SPDX-License-Identifier: GPL-2.0-or-later
"""Is a file something else than text, and what can a person do to get its reports out of it?"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from est_plugin.errors import QT_TRANSLATE_NOOP

_HEAD = 4096
#: Text in UTF-8 or Windows-1252 holds no zero bytes but a stray one.
_MAX_STRAY_ZEROS = 8
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: In UTF-16 without a mark every second byte of Latin text is zero, and the others are not.
_MIN_UTF16_SHARE = 0.3


@dataclass(frozen=True)
class ForeignFile:
    """What the file is and what to do, as source sentences."""

    what: str
    what_next: str


_EXCEL = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is an Excel workbook."),
    QT_TRANSLATE_NOOP(
        "est_plugin", "Open it in Excel, choose Save as and the type “CSV UTF-8”, and take in the new file."
    ),
)
_OPEN_DOCUMENT = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is a workbook of LibreOffice or OpenOffice."),
    QT_TRANSLATE_NOOP(
        "est_plugin", "Open it there, choose Save as and the type “Text CSV” with UTF-8, and take in the new file."
    ),
)
_OLD_OFFICE = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is an older Excel workbook, or another document of an older Office."),
    _EXCEL.what_next,
)
_PDF = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is a PDF."),
    QT_TRANSLATE_NOOP("est_plugin", "Ask the source for the reports as a CSV file; a PDF holds no columns to read."),
)
_ARCHIVE = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is a zip file."),
    QT_TRANSLATE_NOOP("est_plugin", "Unpack it, and choose the CSV file in it."),
)
_DATABASE = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is a GeoPackage or another SQLite database."),
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "Add it as a layer in QGIS and export the layer as CSV with UTF-8. An EST database is opened at the top of the"
        " panel.",
    ),
)
_OTHER = ForeignFile(
    QT_TRANSLATE_NOOP("est_plugin", "It is no text file."),
    QT_TRANSLATE_NOOP("est_plugin", "Choose a CSV file with a header row and at least one report."),
)


def recognised(content: bytes, name: str) -> ForeignFile | None:
    """What a file is by its first bytes; None for what may be text. The name tells zip files apart."""
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, PurePath(name).suffix.lower())
    for magic, found in (
        (b"%PDF-", _PDF),
        (b"SQLite format 3\0", _DATABASE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    ):
        if content.startswith(magic):
            return found
    return None if _may_be_text(content[:_HEAD]) else _OTHER


def _packed(content: bytes, suffix: str) -> ForeignFile:
    """Workbooks are zip files too."""
    if suffix in (".xlsx", ".xlsm"):
        return _EXCEL
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return _ARCHIVE
    if any(name.startswith("xl/") for name in names):
        return _EXCEL
    return _OPEN_DOCUMENT if "content.xml" in names else _ARCHIVE


def _may_be_text(head: bytes) -> bool:
    if head.startswith(_UTF_MARKS) or head.count(0) <= _MAX_STRAY_ZEROS:
        return True
    shares = sorted(half.count(0) / max(1, len(half)) for half in (head[::2], head[1::2]))
    return shares[1] > _MIN_UTF16_SHARE > shares[0]
