# SPDX-License-Identifier: GPL-2.0-or-later
"""The different texts of a column: the same as sorting the texts themselves would give."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.distinct import distinct


def as_bytes(texts: list[str]) -> np.ndarray:
    return np.array([text.encode() for text in texts], dtype=np.bytes_)


@pytest.mark.parametrize("kinds", [1, 7, 3_000])
@pytest.mark.parametrize("width", [1, 8, 9, 40])
def test_rows_are_given_back_by_index_and_texts(kinds: int, width: int) -> None:
    rng = np.random.default_rng([kinds, width])
    letters = np.array(list("abcåäöÅé 0"))
    words = ["".join(rng.choice(letters, rng.integers(0, width + 1))) for _ in range(kinds)]
    column = [words[number] for number in rng.integers(0, kinds, 5_000)]
    texts, index = distinct(as_bytes(column))
    assert texts == tuple(sorted(set(column)))
    assert [texts[place] for place in index.tolist()] == column
    assert index.dtype == np.int32


def test_texts_that_differ_only_in_where_their_letters_stand_are_kept_apart() -> None:
    column = ["a" * 8 + "b" * 8, "b" * 8 + "a" * 8, "a" * 16, "b" * 16, ""]
    texts, index = distinct(as_bytes(column))
    assert [texts[place] for place in index.tolist()] == column


def test_no_rows_have_no_texts() -> None:
    texts, index = distinct(np.zeros(0, dtype="S4"))
    assert (texts, index.tolist()) == ((), [])


def test_what_is_no_utf_8_is_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        distinct(np.array([b"\xe5\xe4"], dtype="S2"))
