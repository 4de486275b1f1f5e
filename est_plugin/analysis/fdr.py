# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of many tests can be called significant together?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray


def benjamini_hochberg(p: FloatArray) -> FloatArray:
    """Adjusted p-values q (m): calling all tests with q <= alpha significant keeps the false share at alpha or below.

    q of the test with rank r is the least p_s m / s over the ranks s >= r, at most 1. If no test passes, no q is <=
    alpha. Source: Benjamini and Hochberg 1995; it holds for independent and for positively dependent tests, as
    overlapping neighbourhoods are.
    """
    order = np.argsort(p)
    scaled = p[order] * p.size / np.arange(1, p.size + 1)
    q = np.empty_like(p)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
