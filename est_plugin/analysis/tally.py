# SPDX-License-Identifier: GPL-2.0-or-later
"""Which whole numbers occur among many, and how often?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray


def tally(keys: IntArray, weights: FloatArray | None = None) -> tuple[IntArray, IntArray | FloatArray]:
    """The distinct values of ``keys`` (n whole numbers >= 0), ascending, and how often each occurs, or its weight."""
    # A table of all values is the fastest count, as long as it is not much larger than the data.
    if keys.size and int(keys.max()) <= 4 * keys.size + 1_000_000:
        values = np.flatnonzero(np.bincount(keys))
        return values, np.bincount(keys, weights)[values]
    values, value_of_key = np.unique(keys, return_inverse=True)
    return values, np.bincount(value_of_key, weights, minlength=values.size)
