# SPDX-License-Identifier: GPL-2.0-or-later
"""What may a form of a walk hold: which answer fits an item of the checklist, and what looks like a person?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QRegularExpression

from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.layers.form_parts import Check

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.domain.code_list import Code

#: An address, a number of five digits, or two or more words with capitals and nothing else.
_PERSON = r"@|\d{5}|^\s*\p{Lu}\p{Ll}+(\s+\p{Lu}\p{Ll}+)+\s*$"


def names_nobody(field: str) -> Check:
    """Marks what looks like a person where a function belongs; no list of names is at hand, so it only warns."""
    return Check(
        f"NOT regexp_match(coalesce(\"{field}\", ''), {QgsExpression.quotedString(_PERSON)})",
        QT_TRANSLATE_NOOP("est_plugin", "This looks like a person. Write the function only: a protocol names nobody."),
    )


def looks_like_a_person(text: str) -> bool:
    """Is it what ``names_nobody`` marks?"""
    pattern = QRegularExpression(_PERSON, QRegularExpression.PatternOption.UseUnicodePropertiesOption)
    return pattern.match(text).hasMatch()


def answer_fits(checklist: Iterable[Code], value: str = "value", item: str = "item") -> Check:
    """The value is an answer that the item takes; an item that is no longer in use takes any."""
    of_kind: defaultdict[AnswerKind, list[str]] = defaultdict(list)
    for code in checklist:
        of_kind[AnswerKind(code.group)].append(code.code)
    cases = " ".join(
        f'WHEN "{item}" IN ({_quoted(codes)}) THEN '
        + (f'"{value}" IN ({_quoted(kind.values)})' if kind.values else "false")
        for kind, codes in of_kind.items()
    )
    return Check(
        f"coalesce(\"{value}\", '') = ''" + (f" OR CASE {cases} ELSE true END" if cases else ""),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Not an answer to this item. Most take 0 (good) to 3 (bad), the feeling 1 (unsafe) to 5 (safe), some yes "
            "or no. A text goes into the comment.",
        ),
        is_soft=False,
    )


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(QgsExpression.quotedString(text) for text in texts)
