# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of many tests can be called significant together?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray


class Correction(StrEnum):
    """How the many tests are corrected for."""

    #: Right for independent and for positively dependent tests.
    BENJAMINI_HOCHBERG = "benjamini-hochberg"
    #: Right however the tests depend on each other, and so much more careful.
    BENJAMINI_YEKUTIELI = "benjamini-yekutieli"

    @property
    def label(self) -> str:
        return {
            Correction.BENJAMINI_HOCHBERG: QT_TRANSLATE_NOOP("est_plugin", "Benjamini-Hochberg"),
            Correction.BENJAMINI_YEKUTIELI: QT_TRANSLATE_NOOP("est_plugin", "Benjamini-Yekutieli"),
        }[self]


def adjusted(p: FloatArray, correction: Correction) -> FloatArray:
    """Adjusted p-values q (m) of the ``p`` (m) of one answer."""
    return benjamini_hochberg(p) if correction == Correction.BENJAMINI_HOCHBERG else benjamini_yekutieli(p)


def benjamini_hochberg(p: FloatArray) -> FloatArray:
    """Adjusted p-values q (m): calling all tests with q <= alpha significant keeps the false share at alpha or below.

    q of the test with rank r is the least p_s m / s over the ranks s >= r, at most 1. If no test passes, no q is <=
    alpha. Source: Benjamini and Hochberg 1995; it holds for independent and for positively dependent tests, as
    overlapping neighbourhoods are.
    """
    return _step_up(p, 1.0)


def benjamini_yekutieli(p: FloatArray) -> FloatArray:
    """The same for tests that depend on each other in any way: m is taken (1 + 1/2 + ... + 1/m) times.

    Source: Benjamini and Yekutieli 2001.
    """
    return _step_up(p, float(np.sum(1 / np.arange(1, p.size + 1))))


def _step_up(p: FloatArray, factor: float) -> FloatArray:
    order = np.argsort(p)
    scaled = p[order] * (factor * p.size) / np.arange(1, p.size + 1)
    q = np.empty_like(p)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
