# SPDX-License-Identifier: GPL-2.0-or-later
"""Which different texts does a column hold, and which of them stands in each row?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from est_plugin.analysis.arrays import IntArray

_WORD = np.dtype("<u8")
#: Odd and irregular (the golden ratio times 2^64), so that words at different places do not cancel out.
_MULTIPLIER = 0x9E3779B97F4A7C15
#: Enough that some dozens of texts have one each.
_SLOT_BITS = 16


def distinct(texts: npt.NDArray[np.bytes_]) -> tuple[tuple[str, ...], IntArray]:
    """The different texts (UTF-8, given as n fixed-width bytes) in order, and each row's place among them (int32).

    Raises UnicodeDecodeError if one of them is no UTF-8.
    """
    texts = _whole_words(np.asarray(texts))
    words = texts.view(_WORD).reshape(len(texts), texts.dtype.itemsize // _WORD.itemsize)
    first, row = _by_slot(words) or _by_sorting(texts)
    found = [text.decode() for text in texts[first].tolist()]
    order = sorted(range(len(found)), key=found.__getitem__)
    place = np.empty(len(found), dtype=np.int32)
    place[order] = np.arange(len(found), dtype=np.int32)
    return tuple(found[index] for index in order), place[row]


def _by_slot(words: npt.NDArray[np.uint64]) -> tuple[IntArray, IntArray] | None:
    """A row of each different text, and which of these each row equals, without sorting; None if two share a slot."""
    slot = (_digests(words) >> np.uint64(64 - _SLOT_BITS)).astype(np.int64)
    one_row = np.full(1 << _SLOT_BITS, -1, dtype=np.int64)
    one_row[slot] = np.arange(len(words))
    if not np.array_equal(words[one_row[slot]], words):
        return None
    is_used = one_row >= 0
    return one_row[is_used], (np.cumsum(is_used) - 1)[slot]


def _by_sorting(texts: npt.NDArray[np.bytes_]) -> tuple[IntArray, IntArray]:
    _, first, row = np.unique(texts, return_index=True, return_inverse=True)
    return first, row


def _whole_words(texts: npt.NDArray[np.bytes_]) -> npt.NDArray[np.bytes_]:
    width = max(1, -(-texts.dtype.itemsize // _WORD.itemsize)) * _WORD.itemsize
    return np.ascontiguousarray(texts.astype(f"S{width}"))


def _digests(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    digests: npt.NDArray[np.uint64] = np.zeros(len(words), dtype=np.uint64)
    for column in range(words.shape[1]):
        digests = (digests ^ words[:, column]) * np.uint64(_MULTIPLIER)
        digests ^= digests >> np.uint64(29)
    return digests * np.uint64(_MULTIPLIER)
