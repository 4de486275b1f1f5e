# SPDX-License-Identifier: GPL-2.0-or-later
"""Which different texts does a column hold, and which of them stands in each row?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from est_plugin.analysis.arrays import IntArray

_WORD = np.dtype("<u8")
#: Odd and irregular (the golden ratio times 2^64), so that words at different places do not cancel out.
_MULTIPLIER = 0x9E3779B97F4A7C15


def distinct(texts: npt.NDArray[np.bytes_]) -> tuple[tuple[str, ...], IntArray]:
    """The different texts (UTF-8, given as n fixed-width bytes) in order, and each row's place among them (int32).

    Raises UnicodeDecodeError if one of them is no UTF-8.
    """
    texts = _whole_words(np.asarray(texts))
    # Numbers are sorted far faster than texts. Should two texts share one, the texts are sorted themselves.
    _, first, row = np.unique(_digests(texts), return_index=True, return_inverse=True)
    if not (texts[first][row] == texts).all():
        _, first, row = np.unique(texts, return_index=True, return_inverse=True)
    found = [text.decode() for text in texts[first].tolist()]
    order = sorted(range(len(found)), key=found.__getitem__)
    place = np.empty(len(found), dtype=np.int32)
    place[order] = np.arange(len(found), dtype=np.int32)
    return tuple(found[index] for index in order), place[row]


def _whole_words(texts: npt.NDArray[np.bytes_]) -> npt.NDArray[np.bytes_]:
    width = max(1, -(-texts.dtype.itemsize // _WORD.itemsize)) * _WORD.itemsize
    return np.ascontiguousarray(texts.astype(f"S{width}"))


def _digests(texts: npt.NDArray[np.bytes_]) -> npt.NDArray[np.uint64]:
    words = texts.view(_WORD).reshape(len(texts), texts.dtype.itemsize // _WORD.itemsize)
    digests: npt.NDArray[Any] = np.zeros(len(texts), dtype=np.uint64)
    for column in range(words.shape[1]):
        digests = (digests ^ words[:, column]) * np.uint64(_MULTIPLIER)
        digests ^= digests >> np.uint64(29)
    return digests
