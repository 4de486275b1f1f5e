# SPDX-License-Identifier: GPL-2.0-or-later
"""May these files go out? Reads back what was written and looks for what must never leave the municipality."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.gate_archive import read_document
from est_plugin.export.gate_data import read_csv, read_json, read_text
from est_plugin.export.gate_findings import Finding, Piece, Told, refused
from est_plugin.export.gate_geopackage import read_geopackage
from est_plugin.export.gate_html import read_html
from est_plugin.export.gate_pictures import read_picture
from est_plugin.export.gate_rules import KEPT_TEXT, GateRules
from est_plugin.export.pdf_text import read_pdf
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

_UNKNOWN = QT_TRANSLATE_NOOP("est_plugin", "It is of a kind that cannot be read back.")
_NO_TEXT = QT_TRANSLATE_NOOP("est_plugin", "It is no text in UTF-8.")


def check_file(path: Path, rules: GateRules | None = None) -> None:
    """Raises ExportError if the file says what may not leave, or is of a kind that cannot be read back.

    The error says where in the file, and never repeats what was found. A PDF must be whole and may not name its author,
    nor carry attachments, programs, links, layers or coordinates. What is drawn as a picture (street names of the
    background) or as outlines (signs that no font holds) cannot be read back: ``check_texts`` holds what the layouts
    are given.
    """
    _raise([(path.name, finding) for finding in findings_in(path, rules or GateRules())])


def check_files(folder: Path, paths: Iterable[Path], rules: GateRules) -> None:
    """The same for all files of a package at once; the error tells the first of what was found in them."""
    _raise([(path.relative_to(folder).as_posix(), finding) for path in paths for finding in findings_in(path, rules)])


def check_texts(path: Path, texts: Iterable[str], rules: GateRules | None = None, *, are_written: bool = False) -> None:
    """The same for texts on their way to ``path``; what people wrote is judged more strictly. Raises ExportError."""
    told = Told(tuple(Piece("", text, is_written=are_written) for text in texts))
    _raise([(path.name, finding) for finding in _judged(told, rules or GateRules())])


def findings_in(path: Path, rules: GateRules) -> list[Finding]:
    """All that speaks against handing the file out. Raises ExportError for a PDF that is cut or carries more."""
    return _judged(_read(path), rules)


def _judged(told: Told, rules: GateRules) -> list[Finding]:
    found = [Finding(piece.where, what) for piece in told.pieces for what in rules.breaches(piece)]
    if not found and rules.is_repeated_by(piece.text for piece in told.pieces):
        # A text that the lines or cells of the file have cut into pieces.
        found = [Finding("", KEPT_TEXT)]
    return list(dict.fromkeys((*told.findings, *found)))


def _raise(findings: list[tuple[str, Finding]]) -> None:
    if findings:
        raise refused(findings)


def _read(path: Path) -> Told:
    kind = path.suffix.lower()
    read = _READERS.get(kind)
    if read is not None:
        return read(path)
    if kind not in _TEXTS:
        return Told(findings=(Finding("", _UNKNOWN),))
    try:
        return _TEXTS[kind](path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return Told(findings=(Finding("", _NO_TEXT),))


def _read_picture(path: Path) -> Told:
    return read_picture(path.read_bytes())


def _read_document(path: Path) -> Told:
    return read_document(path.read_bytes())


def _read_pdf(path: Path) -> Told:
    """The texts of a PDF, ligatures undone; raises ExportError if it is cut or carries more than pages."""
    found = read_pdf(path.read_bytes())
    if not found.is_whole:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it is not whole."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It could not be written to its end."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
            file=path.name,
        )
    if found.extras or found.unread:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it holds more than its pages."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Found: {names}; signs that cannot be read back: {unread}."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Install the plugin again to get its page templates back, and report this."
            ),
            file=path.name,
            names=", ".join(found.extras) or "–",
            unread=found.unread,
        )
    place = translate("est_plugin", "page {page}")
    pieces = (
        Piece(place.format(page=page) if page else "", unicodedata.normalize("NFKC", text))
        for page, text in zip(found.pages, found.texts, strict=True)
    )
    told = Told(tuple(pieces))
    for picture in found.jpegs:
        told += read_picture(picture)
    return told


#: A file of a kind that stands in neither is not handed out.
_READERS: Mapping[str, Callable[[Path], Told]] = {
    ".pdf": _read_pdf,
    ".gpkg": read_geopackage,
    ".odt": _read_document,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".svg"), _read_picture),
}
_TEXTS: Mapping[str, Callable[[str], Told]] = {
    ".html": read_html,
    ".csv": read_csv,
    ".json": read_json,
    ".txt": read_text,
}
