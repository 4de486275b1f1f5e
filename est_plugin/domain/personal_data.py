# SPDX-License-Identifier: GPL-2.0-or-later
"""Masks what names a person, or leads to one, in free text: what certainly does, and numbers that probably do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping


class PersonalData(StrEnum):
    """What is looked for."""

    EMAIL = "email"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    REGISTRATION_MARK = "registration_mark"
    PROBABLE_IDENTITY_NUMBER = "probable_identity_number"

    @property
    def label(self) -> str:
        """Source text of the kind."""
        return _LABELS[self]


_LABELS = {
    PersonalData.EMAIL: QT_TRANSLATE_NOOP("est_plugin", "E-mail addresses"),
    PersonalData.IDENTITY_NUMBER: QT_TRANSLATE_NOOP("est_plugin", "Personal identity numbers"),
    PersonalData.PHONE: QT_TRANSLATE_NOOP("est_plugin", "Telephone numbers"),
    PersonalData.REGISTRATION_MARK: QT_TRANSLATE_NOOP("est_plugin", "Registration marks of vehicles"),
    PersonalData.PROBABLE_IDENTITY_NUMBER: QT_TRANSLATE_NOOP(
        "est_plugin", "Probable personal identity numbers, mistyped"
    ),
}
#: Without one of these signs nothing below is found.
_SUSPECT = re.compile(r"[\d@]")
#: What stands in the stored text instead; short and the same in every language.
MASK = "[***]"

_PATTERNS = {
    PersonalData.EMAIL: re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    PersonalData.IDENTITY_NUMBER: re.compile(r"(?<![\d-])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ –]?(\d{4})(?!\d)"),
    # Mobile numbers with or without country code; other numbers only with the dash or blank after the area code.
    PersonalData.PHONE: re.compile(
        r"(?<![\w-])(?:"
        r"(?:(?:\+|00)46[ -]?(?:\(0\))?[ -]?|0)7[02369](?:[ –-]?\d){7}"
        r"|(?:\+|00)46[ -]?(?:\(0\))?[ -]?\d{1,3}(?:[ –-]?\d){5,8}"
        r"|(?!\d\d-\d\d-\d{4}(?!\d))0(?:8[–-] ?(?=(?:\d[ -]?){6})|\d{2,3}[–-] ?)\d(?:[ -]?\d){4,7}"
        r")(?!\d)"
    ),
    # Three letters without I, Q, V, Å, Ä, Ö, two digits, and a digit or a letter other than O. Capitals only: in small
    # letters it would also find "rum 101".
    PersonalData.REGISTRATION_MARK: re.compile(r"(?<!\w)[A-HJ-PR-UW-Z]{3}[ -]?\d{2}[\dA-HJ-NPR-UW-Z](?!\w)"),
    # Sought last, in what the others have left. No digits beside it, nor a decimal sign: that is a coordinate or a sum.
    PersonalData.PROBABLE_IDENTITY_NUMBER: re.compile(
        r"(?<![\d-])(?<!\d[.,])(19|20)?(\d{2})(\d{2})(\d{2})([-+ –]?)(\d{4})(?![\d-])(?![.,]\d)"
    ),
}
#: All that is drawn as a line between digits, on that of the keyboard.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"), "-")
_CONTROLS = {code: " " if chr(code).isspace() else None for code in (*range(32), 127) if chr(code) != "\n"}
#: A date so few years back is that of an incident or a case number, not a birthday.
_RECENT_YEARS = 10
_CENTURY = 100
#: An organisation number has at least this where a person's month stands.
_ORGANISATION = 20
#: What is written like a mark in texts of ours and of others, and is none: a checksum, a lamp, money, colours.
_NO_MARKS = ("SHA", "LED", "SEK", "EUR", "RGB", "UTM")


@dataclass(frozen=True)
class MaskedText:
    """A text without what was found in it."""

    text: str
    found: Mapping[PersonalData, int]


def mask(text: str) -> MaskedText:
    """Replace personal identity numbers, telephone numbers, e-mail addresses and Swedish registration marks by MASK.

    An identity number with a wrong check digit counts as probable. Names are not found.
    """
    if not _SUSPECT.search(text):
        return MaskedText(text, {})
    found: Counter[PersonalData] = Counter()
    for kind, pattern in _PATTERNS.items():

        def replaced(match: re.Match[str], kind: PersonalData = kind) -> str:
            if kind is PersonalData.IDENTITY_NUMBER and not _is_identity_number(match.groups()):
                return match[0]
            if kind is PersonalData.PROBABLE_IDENTITY_NUMBER and not _is_probable(match):
                return match[0]
            found[kind] += 1
            return MASK

        text = pattern.sub(replaced, text)
    return MaskedText(text, dict(found))


def plain_signs(text: str) -> str:
    """The text as it is read: one form of each sign, one dash, one blank, and nothing that nobody sees."""
    if text.isascii():
        return text if text.isprintable() else text.translate(_CONTROLS)
    seen = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return "".join(
        sign if sign == "\n" else " " if sign.isspace() else sign
        for sign in seen
        if unicodedata.category(sign) not in ("Cf", "Mn") and (sign.isspace() or unicodedata.category(sign) != "Cc")
    )


def registration_marks(text: str) -> tuple[str, ...]:
    """What looks like the registration mark of a Swedish vehicle."""
    found = (match[0] for match in _PATTERNS[PersonalData.REGISTRATION_MARK].finditer(text))
    return tuple(mark for mark in found if not mark.startswith(_NO_MARKS))


def _is_identity_number(parts: tuple[str, ...]) -> bool:
    """A real month and day (a coordination number adds 60 to the day), and the check digit (Luhn) right."""
    _, month, day, _ = parts
    if not (_is_month(month) and _is_day(day)):
        return False
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate("".join(parts)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _is_probable(match: re.Match[str]) -> bool:
    """The form of an identity number with a birthday in it.

    Where a century or a sign before the last four digits shows what is meant, the month or the day may be mistyped too.
    """
    century, year, month, day, sign, _ = match.groups()
    this_year = date.today().year  # noqa: DTZ011 (a day more or less does not matter)
    born = int((century or "20") + year)
    if this_year - _RECENT_YEARS <= born <= this_year:
        return False
    shown = century is not None or (sign not in ("", " ") and int(month) < _ORGANISATION)
    if shown and (century is None or sign != " "):
        return _is_month(month) or _is_day(day)
    return _is_month(month) and _is_day(day)


def _is_month(text: str) -> bool:
    return 1 <= int(text) <= 12  # noqa: PLR2004 (calendar)


def _is_day(text: str) -> bool:
    """A day, or that of a coordination number, which is 60 more."""
    return 1 <= int(text) <= 31 or 61 <= int(text) <= 91  # noqa: PLR2004 (calendar)
