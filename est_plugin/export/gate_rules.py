# SPDX-License-Identifier: GPL-2.0-or-later
"""What must not stand in a text that leaves the municipality?"""

from __future__ import annotations

import getpass
import platform
import re
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from est_plugin.db.kept_back import KeptBack
from est_plugin.domain.edition import Edition
from est_plugin.domain.personal_data import registration_marks
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.allowed_columns import forbidden_names
from est_plugin.export.kept_words import KeptWords, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from est_plugin.export.gate_findings import Piece
    from est_plugin.export.plan import PackagePlan

_IDENTITY = re.compile(r"(?<![\w.,])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?![\w])")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+46|0046|0)[ -]?[1-9]\d{0,2}[ /-]?\d{2,3}(?:[ -]?\d{2,3}){1,2}(?![\w.])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
#: A samordningsnummer has the day plus 60.
_COORDINATION = 60
_UUID = re.compile(r"(?<![0-9a-f-])[0-9a-f]{8}(-?)[0-9a-f]{4}(?:\1[0-9a-f]{4}){2}\1[0-9a-f]{12}(?![0-9a-f-])", re.I)
_PATH = re.compile(
    r"(?<![\w:/.<])/(?:home|root|tmp|var|mnt|media|srv|opt|usr|etc|Users|Volumes|private)/[\w.~-]"
    r"|(?<![A-Za-z])[A-Za-z]:[\\/](?![\\/\s])\w"
    r"|(?<!\\)\\\\[\w.-]+\\[\w$.-]"
    r"|\bfile:/|/vsi[a-z0-9]+/",
)
_CONNECTION = re.compile(r"\b(?:dbname|authcfg|password|sslmode|hostaddr|service)\s*=\s*\S", re.I)
#: Logins and names of computers that are common words.
_EVERYBODY = frozenset(
    [
        "root",
        "user",
        "users",
        "admin",
        "administrator",
        "guest",
        "qgis",
        "localhost",
        "public",
        "kommun",
        "kommunen",
        "karta",
    ]
)
_SHORTEST_NAME, _SHORTEST_REFERENCE, _SHORTEST_NUMBER, _LONG_TEXT = 4, 6, 8, 40
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
KEPT_TEXT = QT_TRANSLATE_NOOP("est_plugin", "It holds a description, comment or note that must stay in the database.")
_SENTENCES = {
    "column": QT_TRANSLATE_NOOP("est_plugin", "It names a column that must stay in the database."),
    "identity": QT_TRANSLATE_NOOP("est_plugin", "It holds what looks like a personal identity number."),
    "phone": QT_TRANSLATE_NOOP("est_plugin", "It holds what looks like a phone number."),
    "mail": QT_TRANSLATE_NOOP("est_plugin", "It holds an e-mail address."),
    "mark": QT_TRANSLATE_NOOP("est_plugin", "It holds what looks like the registration mark of a vehicle."),
    "uuid": QT_TRANSLATE_NOOP("est_plugin", "It holds an identifier that leads to a row of the database."),
    "path": QT_TRANSLATE_NOOP("est_plugin", "It holds the path of a file or a folder of this computer."),
    "connection": QT_TRANSLATE_NOOP("est_plugin", "It says how the database is reached."),
    "text": KEPT_TEXT,
    "reference": QT_TRANSLATE_NOOP("est_plugin", "It holds the number that a report or a measure has in its register."),
    "person": QT_TRANSLATE_NOOP("est_plugin", "It names who wrote in the database, or this computer or its user."),
}


@dataclass(frozen=True, eq=False)
class GateRules:
    """What one package may not say. Without a plan: what nothing may that leaves."""

    edition: Edition = Edition.MEETING
    kept: KeptBack = field(default_factory=KeptBack, repr=False)
    #: The plan's own texts: names and titles that may travel, though a description may say the same few words.
    spoken: str = ""
    #: Whom to ask, in the map manager's own words: a function's number or address may stand there.
    contact: str = ""

    def breaches(self, piece: Piece) -> Iterator[str]:
        """Source sentences that tell what the piece holds."""
        text = piece.text
        found = {
            "path": _PATH.search(text) is not None,
            "connection": _CONNECTION.search(text) is not None,
            "text": self._texts.stand_in(text),
            "reference": self._references.stand_in(text),
            "person": plain(text) in self._names or self._telling_names.stand_in(text),
        }
        if not piece.is_ours:
            found |= {
                "column": self._names_column(piece),
                "identity": any(_is_identity(match) for match in _IDENTITY.finditer(text)),
                "phone": self._has_other(_PHONE, text),
                "mail": self._has_other(_MAIL, text),
                "mark": bool(registration_marks(text)),
                "uuid": _UUID.search(text) is not None,
            }
        return (_SENTENCES[kind] for kind in _SENTENCES if found.get(kind))

    def is_repeated_by(self, texts: Iterable[str]) -> bool:
        """Do these texts, one after the other, say what must stay in the database?"""
        return bool(self.kept.texts) and self._texts.stand_in(" ".join(texts))

    def _names_column(self, piece: Piece) -> bool:
        if piece.is_name:
            return piece.text in self._forbidden
        return self._forbidden_words.search(piece.text) is not None

    def _has_other(self, pattern: re.Pattern[str], text: str) -> bool:
        """Anything of this form but what stands in the contact?"""
        return any(match[0] not in self.contact for match in pattern.finditer(text))

    @cached_property
    def _forbidden(self) -> frozenset[str]:
        return forbidden_names(self.edition)

    @cached_property
    def _forbidden_words(self) -> re.Pattern[str]:
        # Within a sentence only those that are no word of a language.
        words = sorted(name for name in self._forbidden if "_" in name)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")

    @cached_property
    def _texts(self) -> KeptWords:
        return KeptWords(text for text in self.kept.texts if len(text) >= _LONG_TEXT or not self._is_spoken(text))

    @cached_property
    def _references(self) -> KeptWords:
        return KeptWords(name for name in self.kept.references if _leads_to_a_row(name) and not self._is_spoken(name))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Of people and of this computer, which no cell or value may be."""
        names = {plain(name) for name in (*self.kept.people, *_this_computer()) if not self._is_spoken(name)}
        return frozenset(name for name in names - _EVERYBODY if len(name) >= _SHORTEST_NAME)

    @cached_property
    def _telling_names(self) -> KeptWords:
        """Those that are no plain word, and so may not even stand within a text."""
        return KeptWords(name for name in self._names if not name.isalpha())

    def _is_spoken(self, text: str) -> bool:
        return plain(text) in self.spoken


def rules_of(plan: PackagePlan) -> GateRules:
    """The rules for a package."""
    plans = (plan,) if plan.second is None else (plan, plan.second)
    spoken = "\n".join(plain(text) for each in plans for text in _texts_of(each))
    return GateRules(plan.request.edition, plan.kept_back, spoken, plan.request.contact)


def _texts_of(value: object) -> Iterator[str]:
    """All texts of a plan but those that are kept back."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts_of(item)
    elif is_dataclass(value) and not isinstance(value, KeptBack):
        for part in fields(value):
            yield from _texts_of(getattr(value, part.name, None))


def _this_computer() -> Iterable[str]:
    try:
        login = getpass.getuser()
    except (OSError, KeyError):
        login = ""
    return login, platform.node()


def _leads_to_a_row(reference: str) -> bool:
    """Long enough to be none by chance, and no date: a short number would be found among the coordinates."""
    if _DATE.fullmatch(reference):
        return False
    has_letters = any(sign.isalpha() for sign in reference)
    return len(reference) >= (_SHORTEST_REFERENCE if has_letters else _SHORTEST_NUMBER)


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
