# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a note taker mean by "2 två lyktor släckta"? The value and the comment of an observation, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

_FIRST = re.compile(r"\s*(\w+)\s*[.,:;–-]*\s*(.*)", re.DOTALL)
_YES_NO = {"yes": "yes", "y": "yes", "ja": "yes", "j": "yes", "no": "no", "nej": "no", "n": "no"}


@dataclass(frozen=True)
class Noted:
    """An answer as an observation holds it; both may be empty."""

    value: str = ""
    comment: str = ""


def read_answer(kind: AnswerKind, text: str) -> Noted:
    """The value that the text begins with, and what follows; words alone are a comment.

    Raises InputError if it begins with a number that is no answer of this kind.
    """
    text = text.strip()
    first = _FIRST.fullmatch(text)
    if kind is AnswerKind.TEXT or first is None:
        return Noted(comment=text)
    word, rest = first.groups()
    value = _YES_NO.get(word.casefold(), "") if kind is AnswerKind.YES_NO else word
    if value in kind.values:
        return Noted(value, rest)
    if word.isdecimal():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "{number} is no answer here."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The item takes {first} to {last}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Begin with the answer; numbers may follow in the comment."),
            number=word,
            first=kind.values[0],
            last=kind.values[-1],
        )
    return Noted(comment=text)


def write_answer(noted: Noted, word: str) -> str:
    """The text that means the answer; ``word`` is how its value is called."""
    return f"{word} {noted.comment}".strip()
