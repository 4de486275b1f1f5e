# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a page hold a second language without holding everything twice?"""

from __future__ import annotations

import re

#: A picture that is the same in both languages is not worth a reference below this many characters.
_SMALL = 1000
_PICTURE = re.compile(r'src="(data:[^"]*)"')


def second_body(first: str, second: str) -> str:
    """The second body; what pictures it shares with the first it names by their number there, from 0."""
    numbers = {uri: number for number, uri in reversed(list(enumerate(_PICTURE.findall(first))))}

    def shared(match: re.Match[str]) -> str:
        number = numbers.get(match[1])
        return match[0] if number is None or len(match[1]) < _SMALL else f'data-picture="{number}"'

    return _PICTURE.sub(shared, second)


def second_data(first: object, second: object) -> object:
    """What differs in the second of two equally built values: lists as objects by index; None if nothing does.

    A list of another length is taken whole.
    """
    if isinstance(first, dict) and isinstance(second, dict):
        found = {key: second_data(first.get(key), value) for key, value in second.items() if first.get(key) != value}
        return found or None
    if isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
        pairs = enumerate(zip(first, second, strict=True))
        return {str(number): second_data(old, new) for number, (old, new) in pairs if old != new} or None
    return second if first != second else None
