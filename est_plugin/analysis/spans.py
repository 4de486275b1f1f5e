# SPDX-License-Identifier: GPL-2.0-or-later
"""Which parts of a line are in one set of spans, or in another, or in neither?

Spans are an array (n, 2) of beginnings and ends along one line. Those that come out are sorted, longer than nothing,
and neither overlap nor touch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray


def union(spans: FloatArray) -> FloatArray:
    """The spans as one set."""
    spans = spans[spans[:, 1] > spans[:, 0]]
    if len(spans) == 0:
        return np.zeros((0, 2))
    spans = spans[np.argsort(spans[:, 0], kind="stable")]
    reached = np.maximum.accumulate(spans[:, 1])
    begins = np.append(True, spans[1:, 0] > reached[:-1])
    ends = np.append(begins[1:], True)
    return np.column_stack((spans[begins, 0], reached[ends]))


def without(spans: FloatArray, others: FloatArray) -> FloatArray:
    """The parts of a set of spans that are in no other; both as ``union`` gives them."""
    if len(spans) == 0 or len(others) == 0:
        return spans
    first, last = min(spans[0, 0], others[0, 0]), max(spans[-1, 1], others[-1, 1])
    gaps = np.column_stack((np.append(first, others[:, 1]), np.append(others[:, 0], last)))
    return common(spans, gaps[gaps[:, 1] > gaps[:, 0]])


def common(spans: FloatArray, others: FloatArray) -> FloatArray:
    """The parts that are in both sets; both as ``union`` gives them."""
    if len(spans) == 0 or len(others) == 0:
        return np.zeros((0, 2))
    # For each span the others from the first that ends after its beginning to the last that begins before its end.
    first = np.searchsorted(others[:, 1], spans[:, 0], side="right")
    count = np.maximum(np.searchsorted(others[:, 0], spans[:, 1], side="left") - first, 0)
    mine = np.repeat(np.arange(len(spans)), count)
    theirs = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[mine]
    low = np.maximum(spans[mine, 0], others[theirs, 0])
    high = np.minimum(spans[mine, 1], others[theirs, 1])
    return union(np.column_stack((low, high)))


def total(spans: FloatArray) -> float:
    """Length of a set of spans as ``union`` gives it."""
    return float((spans[:, 1] - spans[:, 0]).sum())
