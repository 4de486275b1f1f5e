# SPDX-License-Identifier: GPL-2.0-or-later
"""Which values that broke a rule may stand in a report that travels: never one that can name a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from est_plugin.domain.personal_data import mask
from est_plugin.intake.reasons import ReasonCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.intake.reasons import Reason

_SHOWN = 2
_TIMES = frozenset(
    (
        ReasonCode.INVALID_TIME,
        ReasonCode.SKIPPED_TIME,
        ReasonCode.FUTURE_TIME,
        ReasonCode.OLD_TIME,
        ReasonCode.REVERSED_INTERVAL,
    )
)
_NUMBERS = frozenset(
    (
        ReasonCode.CELL_COUNT,
        ReasonCode.INVALID_COORDINATE,
        ReasonCode.OUTSIDE_SOURCE_AREA,
        ReasonCode.OUTSIDE_DATABASE_AREA,
        ReasonCode.INVALID_SEVERITY,
    )
)
#: Words that stand beside times. Any other may be a name, whatever column was chosen.
_TIME_WORDS = frozenset(
    ("kl", "klockan", "ca", "cirka", "am", "pm", "em", "fm", "t", "z", "natt", "natten", "kväll", "kvällen", "morgon",
     "morgonen", "förmiddag", "eftermiddag", "dag", "dagen", "okänd", "okänt", "saknas", "sen", "sent",
     "tidig", "tidigt")
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[\d\s.,°'\"NESWXY≠+–-]{1,40}")
_LONGEST = 40


def examples(reasons: Iterable[Reason]) -> dict[ReasonCode, tuple[str, ...]]:
    """Up to two different values for each rule that was broken; none where they might be personal."""
    found: dict[ReasonCode, dict[str, None]] = {}
    for reason in reasons:
        values = found.setdefault(reason.code, {})
        if len(values) < _SHOWN and reason.value not in values and _may_be_shown(reason):
            values[reason.value] = None
    return {code: tuple(values) for code, values in found.items() if values}


def _may_be_shown(reason: Reason) -> bool:
    value = reason.value
    if len(value) > _LONGEST or mask(value).found:
        return False
    if reason.code in _TIMES:
        return _TIME_WORDS.issuperset(word.casefold() for word in _WORD.findall(value))
    return reason.code in _NUMBERS and _NUMBER.fullmatch(value) is not None
