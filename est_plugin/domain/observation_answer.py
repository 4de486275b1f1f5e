# SPDX-License-Identifier: GPL-2.0-or-later
"""What answer does an observation get: its own, or the one that the measures give that were made of it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.measure import MeasureStatus
from est_plugin.domain.observation import Answer, AnswerKind

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


@dataclass(frozen=True)
class MeasureStanding:
    """Where a measure stands that was made of the observation; ``public_text`` is what everybody may read of it."""

    status: MeasureStatus
    due: date | None = None
    public_text: str = ""


@dataclass(frozen=True)
class GivenAnswer:
    """``answer`` is None where nobody has answered yet; ``due`` is the day that is promised."""

    answer: Answer | None = None
    words: str = ""
    due: date | None = None


_DONE = frozenset({MeasureStatus.DONE, MeasureStatus.FOLLOWED_UP, MeasureStatus.EVALUATED, MeasureStatus.CLOSED})
#: Somebody has said that it shall be done. What is only proposed or being looked at promises nothing.
_PROMISED = frozenset({MeasureStatus.DECIDED, MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS})


def given_answer(own: GivenAnswer, measures: Collection[MeasureStanding]) -> GivenAnswer:
    """Its own answer goes first. Else: planned while a measure is promised, with the latest due date; no answer while
    one is undecided; handed over while somebody else has one; done when all but the rejected are done; declined, with
    the public reason, when all are rejected.
    """
    if own.answer is not None:
        return own
    promised = [one for one in measures if one.status in _PROMISED]
    if promised:
        due = max((one.due for one in promised if one.due is not None), default=None)
        return GivenAnswer(Answer.PLANNED, own.words or _texts(promised), due)
    done = [one for one in measures if one.status in _DONE]
    rejected = [one for one in measures if one.status is MeasureStatus.REJECTED]
    handed_over = [one for one in measures if one.status is MeasureStatus.HANDED_OVER]
    if not measures or len(done) + len(rejected) + len(handed_over) < len(measures):
        return own
    answer = Answer.HANDED_OVER if handed_over else Answer.DONE if done else Answer.DECLINED
    return GivenAnswer(answer, own.words or _texts(handed_over or done or rejected))


def wants_answer(kind: AnswerKind, value: str, given: GivenAnswer, *, has_proposal: bool) -> bool:
    """Is it something that those who are responsible answer to: a shortcoming, or something proposed?"""
    is_short = (kind is AnswerKind.SCALE_0_3 and value in {"1", "2", "3"}) or (
        kind is AnswerKind.YES_NO and value == "no"
    )
    return is_short or has_proposal or given.answer is not None


def _texts(measures: Collection[MeasureStanding]) -> str:
    return " ".join(dict.fromkeys(one.public_text for one in measures if one.public_text))
