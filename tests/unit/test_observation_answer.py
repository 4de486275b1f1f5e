# SPDX-License-Identifier: GPL-2.0-or-later
"""The answer of an observation follows its own words, else the measures that were made of it."""

from __future__ import annotations

from datetime import date

import pytest

from est_plugin.domain.measure import MeasureStatus
from est_plugin.domain.observation import Answer, AnswerKind
from est_plugin.domain.observation_answer import GivenAnswer, MeasureStanding, given_answer, wants_answer

NONE = GivenAnswer()
EARLY, LATE = date(2026, 12, 1), date(2027, 3, 1)


def test_its_own_answer_goes_before_that_of_a_measure() -> None:
    own = GivenAnswer(Answer.DECLINED, "Marken är privat.")
    assert given_answer(own, [MeasureStanding(MeasureStatus.DONE)]) == own


def test_planned_lasts_until_the_last_promised_measure_is_done() -> None:
    measures = [
        MeasureStanding(MeasureStatus.DECIDED, EARLY, "Lampan byts."),
        MeasureStanding(MeasureStatus.IN_PROGRESS, LATE, "Lampan byts."),
        MeasureStanding(MeasureStatus.DONE, date(2028, 1, 1), "Klart."),
    ]
    assert given_answer(NONE, measures) == GivenAnswer(Answer.PLANNED, "Lampan byts.", LATE)


@pytest.mark.parametrize("status", ["done", "followed_up", "evaluated", "closed"])
def test_done_when_all_but_the_rejected_are_done(status: str) -> None:
    measures = [MeasureStanding(MeasureStatus(status), EARLY), MeasureStanding(MeasureStatus.REJECTED, None, "Nej.")]
    assert given_answer(NONE, measures) == GivenAnswer(Answer.DONE)


def test_declined_tells_the_public_reason() -> None:
    rejected = MeasureStanding(MeasureStatus.REJECTED, EARLY, "Räddningstjänsten behöver komma fram.")
    assert given_answer(NONE, [rejected]) == GivenAnswer(Answer.DECLINED, "Räddningstjänsten behöver komma fram.")


def test_handed_over_says_to_whom_until_it_is_done_and_only_when_nothing_else_is_left() -> None:
    away = MeasureStanding(MeasureStatus.HANDED_OVER, EARLY, "Till Trafikverket.")
    done = MeasureStanding(MeasureStatus.DONE, None, "Klart.")
    told = GivenAnswer(Answer.HANDED_OVER, "Till Trafikverket.")
    assert given_answer(NONE, [away]) == given_answer(NONE, [done, away]) == told
    assert given_answer(NONE, [away, MeasureStanding(MeasureStatus.PLANNED)]).answer is Answer.PLANNED
    assert given_answer(NONE, [away, MeasureStanding(MeasureStatus.PROPOSED)]) == NONE


@pytest.mark.parametrize("status", ["proposed", "assessed", "paused"])
def test_what_nobody_has_promised_is_no_answer(status: str) -> None:
    open_one = MeasureStanding(MeasureStatus(status), EARLY, "x")
    own = GivenAnswer(words="Vi tittar på det.")
    assert given_answer(own, [open_one, MeasureStanding(MeasureStatus.DONE)]) == own
    assert given_answer(NONE, []) == NONE


def test_only_shortcomings_proposals_and_what_was_answered_want_an_answer() -> None:
    assert wants_answer(AnswerKind.SCALE_0_3, "1", NONE, has_proposal=False)
    assert wants_answer(AnswerKind.YES_NO, "no", NONE, has_proposal=False)
    assert wants_answer(AnswerKind.TEXT, "", NONE, has_proposal=True)
    assert wants_answer(AnswerKind.TEXT, "", GivenAnswer(Answer.DONE), has_proposal=False)
    for kind, value in ((AnswerKind.SCALE_0_3, "0"), (AnswerKind.SCALE_1_5, "1"), (AnswerKind.YES_NO, "yes")):
        assert not wants_answer(kind, value, NONE, has_proposal=False)
