# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a type of place, or a place, suggest a home? What happened there is never told to everybody.

Rather once too often: what is taken for a home is left out of a count, what is not may point at somebody's door.
"""

from __future__ import annotations

import re

#: Wherever in a word: ``flerbostadshus``, ``studentlägenhet``, ``kollektivboende``, ``tvättstugan``.
_ANYWHERE = (
    "bostad", "bostäd", "lägenhet", "lgh", "boende", "radhus", "parhus", "kedjehus", "småhus", "fritidshus",
    "familjshus", "familjehus", "hyreshus", "hyresfastighet", "punkthus", "trapphus", "trappupp", "loftgång",
    "tvättstug", "våning", "balkong", "hemadress", "hemmiljö", "sovrum", "villor", "kvinnojour", "mansjour",
    "tjejjour", "jourhem",
    "apartment", "dwelling", "stairwell", "residen", "household", "balcony",
)  # fmt: skip
#: At the start or the end of a word: ``villan``; ``familjehem``, ``vårdhemmet``.
_STARTS = ("villa", "trapp", "hyres", "källar", "vindsf")
_ENDS = ("hem", "hemmet", "hemmen", "jour", "jouren", "uppgång", "uppgången")
_WORDS = frozenset(
    {
        "port", "porten", "portar", "hemma", "hemifrån", "stuga", "stugan", "sommarstuga", "sommarstugan", "hvb", "lss",
        "home", "homes", "flat", "flats", "house", "houses", "housing", "villa", "stairs", "doorway",
    }
)  # fmt: skip
#: What lies outdoors although it is named after homes: ``bostadsområde``, ``villagatan``, ``boendeparkering``.
_OUTDOORS = re.compile(
    r"(?:område|områden|området|kvarter|kvarteret|gata|gatan|gator|väg|vägen|parkering|parkeringen|torg|torget|stig|stigen)$"
)
#: In a place the name of a street must not count; these lead to a door.
_DOORS = re.compile(
    r"\b(?:lgh|läg\.|lägenhet\w*|våning\w*|vån|trapp(?:a|an|or|hus\w*|upp\w*)?|tr|loftgång\w*|hemma|bostad(?:en)?|källar\w*"
    r"|apartment|apt|flat|floor|stairwell)\b"
    r"|\b(?:port(?:en)?|uppgång(?:en)?)\s*(?:nr\.?\s*)?(?:\d+|[a-zåäö]\b)",
)


def is_home(place_type: str) -> bool:
    """E.g. ``I bostad``, ``Flerbostadshus`` or ``Lägenhet/trapphus``; not ``bostadsområde``, which is outdoors."""
    return any(_is_home_word(word) for word in re.split(r"[\W_]+", place_type.casefold()) if word)


def leads_to_home(place: str) -> bool:
    """E.g. ``Storgatan 4, lgh 1203`` or ``Ringvägen 2 port 3``; not the address alone."""
    return _DOORS.search(place.casefold()) is not None


def _is_home_word(word: str) -> bool:
    if word in _WORDS:
        return True
    if _OUTDOORS.search(word):
        return False
    return word.startswith(_STARTS) or word.endswith(_ENDS) or any(stem in word for stem in _ANYWHERE)
