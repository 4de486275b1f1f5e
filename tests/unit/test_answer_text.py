# SPDX-License-Identifier: GPL-2.0-or-later
"""A note taker writes the answer and then words; what is meant is read from it, or asked for."""

from __future__ import annotations

import pytest

from est_plugin.domain.answer_text import Noted, read_answer, write_answer
from est_plugin.domain.observation import AnswerKind
from est_plugin.errors import InputError


@pytest.mark.parametrize(
    ("kind", "text", "noted"),
    [
        (AnswerKind.SCALE_0_3, "", Noted()),
        (AnswerKind.SCALE_0_3, " 2 ", Noted("2")),
        (AnswerKind.SCALE_0_3, "0: lyser bra", Noted("0", "lyser bra")),
        (AnswerKind.SCALE_0_3, "2 10 meter mörkt", Noted("2", "10 meter mörkt")),
        (AnswerKind.SCALE_0_3, "mörkt, 2 lyktor", Noted(comment="mörkt, 2 lyktor")),
        (AnswerKind.SCALE_1_5, "5", Noted("5")),
        (AnswerKind.YES_NO, "Nej, bara en väg", Noted("no", "bara en väg")),
        (AnswerKind.YES_NO, "j", Noted("yes")),
        (AnswerKind.YES_NO, "javisst", Noted(comment="javisst")),
        (AnswerKind.TEXT, "4 nya bänkar", Noted(comment="4 nya bänkar")),
        (AnswerKind.SCALE_0_3, "…", Noted(comment="…")),
    ],
)
def test_the_answer_is_what_the_text_begins_with(kind: AnswerKind, text: str, noted: Noted) -> None:
    assert read_answer(kind, text) == noted


@pytest.mark.parametrize(
    ("kind", "text"),
    [(AnswerKind.SCALE_0_3, "4"), (AnswerKind.SCALE_0_3, "10 meter"), (AnswerKind.SCALE_1_5, "0"),
     (AnswerKind.YES_NO, "3 vägar")],
)  # fmt: skip
def test_a_number_that_is_no_answer_is_asked_about(kind: AnswerKind, text: str) -> None:
    with pytest.raises(InputError):
        read_answer(kind, text)


def test_what_is_written_is_read_back() -> None:
    assert write_answer(Noted("yes", "tre vägar"), "Ja") == "Ja tre vägar"
    assert write_answer(Noted(comment="mörkt"), "") == "mörkt"
    assert read_answer(AnswerKind.YES_NO, "Ja tre vägar") == Noted("yes", "tre vägar")
