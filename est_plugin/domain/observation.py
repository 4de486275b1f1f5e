# SPDX-License-Identifier: GPL-2.0-or-later
"""Observation (iakttagelse): what people saw at a stop of a safety walk, and the answer they get."""

from __future__ import annotations

from enum import StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


class AnswerKind(StrEnum):
    """How an item of the checklist is answered."""

    SCALE_0_3 = "scale_0_3"
    SCALE_1_5 = "scale_1_5"
    YES_NO = "yes_no"
    TEXT = "text"

    @property
    def label(self) -> str:
        """Source text of the kind, with what its ends mean."""
        return _KIND_LABELS[self]

    @property
    def values(self) -> tuple[str, ...]:
        """What an observation may hold as its value; none for a text, which is the comment."""
        return _VALUES[self]


_KIND_LABELS = {
    AnswerKind.SCALE_0_3: QT_TRANSLATE_NOOP("est_plugin", "0 good … 3 bad"),
    AnswerKind.SCALE_1_5: QT_TRANSLATE_NOOP("est_plugin", "1 unsafe … 5 safe"),
    AnswerKind.YES_NO: QT_TRANSLATE_NOOP("est_plugin", "Yes or no"),
    AnswerKind.TEXT: QT_TRANSLATE_NOOP("est_plugin", "Text, in the comment"),
}
_VALUES: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.SCALE_0_3: ("0", "1", "2", "3"),
    AnswerKind.SCALE_1_5: ("1", "2", "3", "4", "5"),
    AnswerKind.YES_NO: ("yes", "no"),
    AnswerKind.TEXT: (),
}
_VALUE_LABELS = {"yes": QT_TRANSLATE_NOOP("est_plugin", "Yes"), "no": QT_TRANSLATE_NOOP("est_plugin", "No")}


def value_label(value: str) -> str:
    """Source text of a value; a number is its own."""
    return _VALUE_LABELS.get(value, value)


class Term(StrEnum):
    """How soon what is proposed can be done."""

    QUICK = "quick"
    LONG_TERM = "long_term"

    @property
    def label(self) -> str:
        """Source text of the term."""
        return _TERM_LABELS[self]


_TERM_LABELS = {
    Term.QUICK: QT_TRANSLATE_NOOP("est_plugin", "Quick"),
    Term.LONG_TERM: QT_TRANSLATE_NOOP("est_plugin", "Long-term"),
}


class Answer(StrEnum):
    """What becomes of an observation; the words of the answer say when, to whom, or why not."""

    DONE = "done"
    PLANNED = "planned"
    HANDED_OVER = "handed_over"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """Source text of the answer."""
        return _ANSWER_LABELS[self]


_ANSWER_LABELS = {
    Answer.DONE: QT_TRANSLATE_NOOP("est_plugin", "Done"),
    Answer.PLANNED: QT_TRANSLATE_NOOP("est_plugin", "Planned"),
    Answer.HANDED_OVER: QT_TRANSLATE_NOOP("est_plugin", "Handed over"),
    Answer.DECLINED: QT_TRANSLATE_NOOP("est_plugin", "Will not be done"),
}
