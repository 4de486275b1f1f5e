# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a text hold what leads to a person: an identity number, a phone, an address of mail, a vehicle's mark?"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from est_plugin.domain.personal_data import PersonalData, mask, plain_signs, registration_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Without one of these signs nothing below is found.
_SUSPECT = re.compile(r"[\d@]|\(at\)|\[at\]", re.I)
#: Checksums and uuids, in which digits stand by chance.
_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{32,}(?![0-9a-f])|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
#: A decimal sign or a digit beside it makes a coordinate or a sum.
_IDENTITY = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:19|20)?(\d\d)([-./]?)(\d\d)\2(\d\d)"
    r"(?: ?[-+/] ?| |(?<=[^\d]\d\d) ?\. ?|)(\d{4})(?![\d])(?![.,]\d)"
)
#: Ten or twelve digits with anything between them, for words that a person has written.
_SPREAD = re.compile(r"(?<!\d)\d(?:[-+./ ]{0,3}\d){9}(?:(?:[-+./ ]{0,3}\d){2})?(?!\d)")
#: A number that is given out until the right one is known has a letter in it.
_PASSING = re.compile(r"(?<!\d)(?:19|20)?(\d\d)(\d\d)(\d\d) ?[-+/]? ?[A-Z]\d{3}(?!\w)")
_PHONE = re.compile(
    r"(?<![\w.,#-])(?:(?:\+46|0046)[ -]?(?:\(0\))?|0)[ -]?[1-9]\d{0,2}[ /-]?\d{2,3}(?:[ -]?\d{2,3}){1,2}(?![\w.])"
)
_MOBILE = re.compile(r"(?<![\w.,#-])(?:(?:\+46|0046)[-./ ]{0,3}(?:\(0\))?[ ]?|0 ?)7[02369](?:[-./ ]{0,3}\d){7}(?!\d)")
_IN_BRACKETS = re.compile(r"\(0\d{1,3}\)[ -]{0,3}\d(?:[ -]?\d){4,7}(?!\d)")
#: The same after letters, as in ``tel070-…``.
_AFTER_LETTERS = re.compile(r"(?<=[^\W\d_])(?:\+46|0)7[02369](?:[-./ ]?\d){7}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+\.[\w.-]*\w", re.I)
_DOTTED_MARK = re.compile(r"(?<!\w)[A-HJ-PR-UW-Z]{3}\.\d{2}[\dA-HJ-NPR-UW-Z](?!\w)")
#: In small letters only without a blank, and not what is written so without being a mark.
_SMALL_MARK = re.compile(r"(?<!\w)(?!rum|sal|hus|lgh|led|rgb|utm|sha)[a-hj-pr-uw-z]{3}\d{2}[\da-hj-npr-uw-z](?![\w-])")
#: A samordningsnummer has the day plus 60.
_COORDINATION = 60
#: So young a date, with four digits after a blank, is a day and its hour.
_RECENT_YEARS = 10
_LAST_HOUR, _MINUTES = 24, 60


def personal_kinds(text: str, contact: str = "", *, is_written: bool = False) -> frozenset[str]:
    """Which of ``identity``, ``phone``, ``mail`` and ``mark`` the text holds, however it is spelt.

    What stands in the contact may be a function's phone or address of mail, nothing else. In words that a person has
    written (``is_written``) more is taken for a number of that kind than in whole files, which are full of numbers.
    """
    seen = plain_signs(text)
    if not _SUSPECT.search(seen):
        return frozenset()
    known = _HASH.sub("#", seen)
    allowed = plain_signs(contact)
    found = {
        "identity": any(_is_identity(known)),
        "phone": any(
            hit not in allowed for pattern in (_PHONE, _MOBILE, _IN_BRACKETS) for hit in _hits(pattern, known)
        ),
        "mail": any(hit not in allowed for hit in _hits(_MAIL, known)),
        "mark": bool(registration_marks(known)),
    }
    if is_written:
        found = {kind: is_found or kind in _written_kinds(known, allowed) for kind, is_found in found.items()}
    return frozenset(kind for kind, is_found in found.items() if is_found)


def _written_kinds(text: str, allowed: str) -> frozenset[str]:
    """What only words that a person has written are searched for."""
    kinds = mask(text).found
    others = mask(text.replace(allowed, " ")).found if allowed else kinds
    probable = PersonalData.IDENTITY_NUMBER in kinds or PersonalData.PROBABLE_IDENTITY_NUMBER in kinds
    spread = any(_is_number(re.sub(r"\D", "", hit)) for hit in _hits(_SPREAD, text))
    passing = any(_is_day(*match.groups()) for match in _PASSING.finditer(text))
    phones = any(hit not in allowed for hit in _hits(_AFTER_LETTERS, text)) or PersonalData.PHONE in others
    marks = _DOTTED_MARK.search(text) is not None or _SMALL_MARK.search(text) is not None
    found = {"identity": probable or spread or passing, "phone": phones, "mark": marks}
    return frozenset(kind for kind, is_found in found.items() if is_found)


def _hits(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (match[0] for match in pattern.finditer(text))


def _is_identity(text: str) -> Iterator[bool]:
    for match in _IDENTITY.finditer(text):
        year, sign, month, day, serial = match.groups()
        is_hour = sign and match[0][-5] == " " and int(serial[:2]) < _LAST_HOUR and int(serial[2:]) < _MINUTES
        yield _is_number(year + month + day + serial) and not (is_hour and _is_recent(year))


def _is_recent(year: str) -> bool:
    this_year = date.today().year  # noqa: DTZ011 (a day more or less does not matter)
    return this_year - _RECENT_YEARS <= 2000 + int(year) <= this_year


def _is_number(digits: str) -> bool:
    """A real day, and the check digit is right (Luhn)."""
    ten = digits[-10:]
    if len(digits) not in (10, 12) or not _is_day(ten[:2], ten[2:4], ten[4:6]):
        return False
    doubled = [int(digit) * (2 - position % 2) for position, digit in enumerate(ten)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _is_day(year: str, month: str, day: str) -> bool:
    number = int(day)
    try:
        date(2000 + int(year), int(month), number - _COORDINATION if number > _COORDINATION else number)
    except ValueError:
        return False
    return True
