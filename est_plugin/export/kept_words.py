# SPDX-License-Identifier: GPL-2.0-or-later
"""Do words that must stay in the database stand in a text? Thousands of them are sought in one pass over the text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from est_plugin.domain.personal_data import plain_signs

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Words are looked up by their first letters; no word that is sought is shorter.
_FIRST = 4
_WORD = re.compile(r"(?<!\w)\w")
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Without differences of capitals, blanks, line ends and dashes, and without signs that nobody sees."""
    return _BLANKS.sub(" ", plain_signs(text)).strip().casefold()


class KeptWords:
    """The words, filed by their first letters and their lengths."""

    def __init__(self, words: Iterable[str]) -> None:
        self._files: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for word in words:
            known = plain(word)
            start = _WORD.search(known)
            # From the first letter or digit on, since that is where the text is looked at.
            if start is not None and len(known) - start.start() >= _FIRST:
                known = known[start.start() :]
                self._files[known[:_FIRST]][len(known)].add(known)

    def stand_in(self, text: str) -> bool:
        """Does one of them stand in the text, as whole words?"""
        if not self._files:
            return False
        known = plain(text)
        return any(self._stands_at(known, match.start()) for match in _WORD.finditer(known))

    def _stands_at(self, text: str, place: int) -> bool:
        lengths = self._files.get(text[place : place + _FIRST], {})
        return any(
            text[place : place + length] in words and not _goes_on(text, place + length)
            for length, words in lengths.items()
        )


def _goes_on(text: str, end: int) -> bool:
    """Is this place within a word?"""
    return text[end - 1].isalnum() and text[end : end + 1].isalnum()
