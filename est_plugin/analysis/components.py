# SPDX-License-Identifier: GPL-2.0-or-later
"""Which things hang together over joins?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import IntArray


class Components:
    """Joins come in blocks; what hangs together has the same root, the smallest number among its things."""

    def __init__(self, count: int) -> None:
        #: The root of each thing (``count``).
        self.root: IntArray = np.arange(count)

    def join(self, one: IntArray, other: IntArray) -> None:
        """Join ``one`` and ``other``, pair by pair: hook the larger root to the smaller, then follow to the roots."""
        while True:
            low, high = np.minimum(self.root[one], self.root[other]), np.maximum(self.root[one], self.root[other])
            is_apart = low != high
            if not is_apart.any():
                return
            one, other = one[is_apart], other[is_apart]
            # Where a root is hooked to several, the last wins and the others come in the next round.
            self.root[high[is_apart]] = low[is_apart]
            self._follow()

    def _follow(self) -> None:
        while True:
            above = self.root[self.root]
            if np.array_equal(above, self.root):
                return
            self.root = above
