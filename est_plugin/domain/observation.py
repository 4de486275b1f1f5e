# SPDX-License-Identifier: GPL-2.0-or-later
"""Observation (iakttagelse): what people saw at a stop of a safety walk, and the answer they get."""

from __future__ import annotations

from enum import StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


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
    """What becomes of an observation; the words of the answer say when, or why not."""

    DONE = "done"
    PLANNED = "planned"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """Source text of the answer."""
        return _ANSWER_LABELS[self]


_ANSWER_LABELS = {
    Answer.DONE: QT_TRANSLATE_NOOP("est_plugin", "Done"),
    Answer.PLANNED: QT_TRANSLATE_NOOP("est_plugin", "Planned"),
    Answer.DECLINED: QT_TRANSLATE_NOOP("est_plugin", "Will not be done"),
}
