# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a zip tell: its names, times and notes? And what does a document tell, which is a zip of XML?"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # nosec B405

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.gate_findings import NOT_WHOLE, Finding, Piece, Told
from est_plugin.export.gate_pictures import read_picture
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = QT_TRANSLATE_NOOP("est_plugin", "A name in it leads out of its folder or is not plain ASCII.")
_NOTES = QT_TRANSLATE_NOOP("est_plugin", "It carries notes of the computer that packed it, or its clock.")
_AUTHOR = QT_TRANSLATE_NOOP("est_plugin", "It names who wrote or printed it.")
_UNKNOWN = QT_TRANSLATE_NOOP("est_plugin", "It holds a file of a kind that cannot be read back.")
#: Elements of a document's description that name a person (ODF 1.3, 4.3).
_PERSONS = frozenset({"initial-creator", "creator", "printed-by", "user-defined", "editing-duration", "template"})
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")
_MIMETYPE = "mimetype"


def archive_findings(content: bytes) -> tuple[Finding, ...]:
    """What a zip tells beside the contents of its files: all of it was packed at one time, which no clock says."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries, is_whole, note = archive.infolist(), archive.testzip() is None, archive.comment
    except (zipfile.BadZipFile, OSError, ValueError):
        return (Finding("", NOT_WHOLE),)
    findings = [] if is_whole else [Finding("", NOT_WHOLE)]
    if any(not _is_inside(entry.filename) for entry in entries):
        findings.append(Finding("", _NAME))
    if note or any(entry.extra or entry.comment for entry in entries) or len({e.date_time for e in entries}) > 1:
        findings.append(Finding("", _NOTES))
    return tuple(findings)


def _is_inside(name: str) -> bool:
    is_plain = name.isascii() and name.isprintable() and not set(name) & set('<>:"|?*\\')
    return is_plain and not name.startswith("/") and ".." not in name.split("/")


def read_document(content: bytes) -> Told:
    """An OpenDocument text: every XML in it, and its pictures."""
    findings = archive_findings(content)
    if findings:
        return Told(findings=findings)
    told = Told()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            told += _part(name, archive.read(name)).within(name)
    return told


def _part(name: str, content: bytes) -> Told:
    if name.endswith(("/", _MIMETYPE)):
        return Told()
    if name.endswith(_PICTURES):
        return read_picture(content)
    if not name.endswith((".xml", ".rdf")):
        return Told(findings=(Finding("", _UNKNOWN),))
    try:
        root = ET.fromstring(content)  # nosec B314 # noqa: S314 (written by ourselves a moment ago)
    except ET.ParseError:
        return Told(findings=(Finding("", NOT_WHOLE),))
    named = any(_name(element) in _PERSONS and (element.text or "").strip() for element in root.iter())
    return Told(tuple(_texts(root)), (Finding("", _AUTHOR),) if named else ())


def _texts(root: ET.Element) -> Iterator[Piece]:
    """Paragraphs whole, since a word may be cut by a change of its looks; other texts and values one by one."""
    number = 0
    for element in root.iter():
        if _name(element) in {"p", "h"}:
            number += 1
            where = translate("est_plugin", "paragraph {number}").format(number=number)
            yield Piece(where, "".join(element.itertext()))
        elif element.text and element.text.strip():
            yield Piece(f"<{_name(element)}>", element.text)
        yield from (Piece(f"<{_name(element)}>", value) for value in element.attrib.values() if value)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
