# SPDX-License-Identifier: GPL-2.0-or-later
"""May these files go out? Reads back what was written and looks for what must never leave the municipality."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.pdf_text import read_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Columns of the database that no package may name.
FORBIDDEN_COLUMNS = (
    "source_ref",
    "changed_by",
    "police_reported",
    "occurred_from",
    "registry_no",
    "note_taker_function",
)

_IDENTITY = re.compile(r"(?<![\w.,])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?![\w])")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+46|0046|0)[ -]?[1-9]\d{0,2}[ /-]?\d{2,3}(?:[ -]?\d{2,3}){1,2}(?![\w.])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
#: Hold no text; what is painted in them was looked through on its way in.
_PICTURES = frozenset({".png", ".jpg"})
#: A samordningsnummer has the day plus 60.
_COORDINATION = 60


def check_file(path: Path) -> None:
    """Raises ExportError if the file holds a forbidden column, an identity number, a phone number or a mail address.

    The error never repeats what was found. A PDF must be whole and may not name its author, nor carry attachments,
    programs, links, layers or coordinates. All text that stands in it as text is read back; text drawn as a picture
    (street names of the background) or as outlines (signs that no font holds) cannot be: ``check_texts`` holds what
    the layouts are given.
    """
    if path.suffix == ".pdf":
        _check_texts(path, _told_by_pdf(path))
        return
    if path.suffix in _PICTURES:
        return
    text = path.read_text(encoding="utf-8-sig")
    _check_texts(path, _told(text) if path.suffix == ".html" else text)


def check_texts(path: Path, texts: Iterable[str]) -> None:
    """The same for texts on their way to ``path``. Raises ExportError."""
    _check_texts(path, "\n".join(texts))


def _check_texts(path: Path, text: str) -> None:
    for column in FORBIDDEN_COLUMNS:
        if re.search(rf"\b{column}\b", text):
            raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It names a column that must stay in the database."))
    if any(_is_identity(match) for match in _IDENTITY.finditer(text)):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds what looks like a personal identity number."))
    if _PHONE.search(text):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds what looks like a phone number."))
    if _MAIL.search(text):
        raise _refused(path, QT_TRANSLATE_NOOP("est_plugin", "It holds an e-mail address."))


def _refused(path: Path, why: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "{file} was not handed out: it may not leave the municipality."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Look through the texts of hotspots, measures, walks, stops and background layers, correct them and try "
            "again.",
        ),
        file=path.name,
    )


def _is_identity(match: re.Match[str]) -> bool:
    """A real day, and the check digit is right (Luhn)."""
    year, month, day, serial = match.groups()
    number = int(day)
    try:
        date(2000 + int(year), int(month), number - _COORDINATION if number > _COORDINATION else number)
    except ValueError:
        return False
    doubled = [int(digit) * (2 - position % 2) for position, digit in enumerate(year + month + day + serial)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _told_by_pdf(path: Path) -> str:
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
    return unicodedata.normalize("NFKC", "\n".join(found.texts))


def _told(page: str) -> str:
    """What a page tells: its texts and its data, without the pictures and the programs."""
    teller = _Teller()
    teller.feed(page)
    return "\n".join(teller.texts)


class _Teller(HTMLParser):
    """Collects texts, names of things and the data block; leaves out style, script and tiles."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_silent = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self._is_silent = tag in {"style", "script"} and values.get("id") != "data"
        self.texts += [value for name, value in attributes if value and name in {"alt", "title", "aria-label"}]

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._is_silent = False

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self.texts.append(re.sub(r"data:image/[^\"]*", "", data))
