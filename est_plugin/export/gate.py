# SPDX-License-Identifier: GPL-2.0-or-later
"""May these files go out? Reads back what was written and looks for what must never leave the municipality."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
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
#: A samordningsnummer has the day plus 60.
_COORDINATION = 60


def check_file(path: Path) -> None:
    """Raises ExportError if the file holds a forbidden column, an identity number, a phone number or a mail address.

    The error never repeats what was found.
    """
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".html":
        text = _told(text)
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
        QT_TRANSLATE_NOOP("est_plugin", "The package was not handed out: {file} may not leave the municipality."),
        why=why,
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Look through names and titles of hotspots, measures and walks, correct them and try again."
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
