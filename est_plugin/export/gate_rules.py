# SPDX-License-Identifier: GPL-2.0-or-later
"""What must not stand in a text that leaves the municipality?"""

from __future__ import annotations

import getpass
import platform
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from est_plugin.db.kept_back import KeptBack
from est_plugin.domain.edition import Edition
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.allowed_columns import forbidden_names
from est_plugin.export.gate_personal import personal_kinds
from est_plugin.export.gate_texts import fixed_words, place_names
from est_plugin.export.kept_words import KeptWords, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from est_plugin.export.gate_findings import Piece
    from est_plugin.export.plan import PackagePlan

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
_SHORTEST_NAME, _SHORTEST_REFERENCE, _SHORTEST_NUMBER = 4, 6, 8
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
    #: Names of catalogues and the municipality's, plain: nobody's secret, though a description may say just these.
    fixed: frozenset[str] = frozenset()
    #: Names of hotspots and stops, plain, which an incident's place may bear too.
    places: frozenset[str] = frozenset()
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
        found |= dict.fromkeys(personal_kinds(text, self.contact, is_written=piece.is_written), True)
        if not piece.is_ours:
            found |= {"column": self._names_column(piece), "uuid": _UUID.search(text) is not None}
        return (_SENTENCES[kind] for kind in _SENTENCES if found.get(kind))

    def is_repeated_by(self, texts: Iterable[str]) -> bool:
        """Do these texts, one after the other, say what must stay in the database?"""
        return bool(self.kept.texts) and self._texts.stand_in(" ".join(texts))

    def _names_column(self, piece: Piece) -> bool:
        if piece.is_name:
            return piece.text in self._forbidden
        return self._forbidden_words.search(piece.text) is not None

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
        """A whole text that is nothing but such a name tells nothing."""
        return KeptWords(text for text in self.kept.texts if plain(text) not in self.fixed | self.places)

    @cached_property
    def _references(self) -> KeptWords:
        return KeptWords(name for name in self.kept.references if _leads_to_a_row(name))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Of people and of this computer, which no cell or value may be."""
        names = {plain(name) for name in (*self.kept.people, *_this_computer())}
        return frozenset(name for name in names - _EVERYBODY - self.fixed if len(name) >= _SHORTEST_NAME)

    @cached_property
    def _telling_names(self) -> KeptWords:
        """Those that are no plain word, and so may not even stand within a text."""
        return KeptWords(name for name in self._names if not name.isalpha())


def rules_of(plan: PackagePlan) -> GateRules:
    """The rules for a package."""
    request = plan.request
    places = frozenset() if request.edition is Edition.PUBLIC else place_names(plan)
    return GateRules(request.edition, plan.kept_back, fixed_words(plan), places, request.contact)


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
