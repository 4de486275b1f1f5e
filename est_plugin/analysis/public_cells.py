# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents and addresses does each square of Statistics Sweden's grid hold?

The squares have sides of 250 m, and their corners lie where both coordinates are multiples of 250 in the CRS of the
points; four of them make a square of 500 m.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, IntArray

CELL = 250


@dataclass(frozen=True, eq=False)
class Places:
    """Points that count for ``weight`` each (n): incidents for 1, an address layer's for its number of addresses."""

    x: FloatArray
    y: FloatArray
    weight: IntArray

    @classmethod
    def single(cls, x: FloatArray, y: FloatArray) -> Places:
        """Points that count once."""
        return cls(x, y, np.ones(x.size, dtype=np.int64))


@dataclass(frozen=True, eq=False)
class CellTotals:
    """The cells that hold an incident or an address, k of them in the order of (column, row)."""

    #: South-west corner in units of ``CELL``.
    column: IntArray
    row: IntArray
    incidents: IntArray
    addresses: IntArray


def cell_of(x: FloatArray, y: FloatArray) -> tuple[IntArray, IntArray]:
    """Column and row of each point; what lies on an edge belongs to the cell east and north of it."""
    return np.floor(x / CELL).astype(np.int64), np.floor(y / CELL).astype(np.int64)


def cell_totals(incidents: Places, addresses: Places) -> CellTotals:
    """Both counted into the same cells."""
    columns, rows = cell_of(
        np.concatenate([incidents.x, addresses.x]).astype(np.float64),
        np.concatenate([incidents.y, addresses.y]).astype(np.float64),
    )
    cells, cell = np.unique(np.stack([columns, rows], axis=1), axis=0, return_inverse=True)
    cell = cell.reshape(-1)
    counts = [
        np.bincount(part, weights=places.weight, minlength=len(cells)).astype(np.int64)
        for part, places in zip(np.split(cell, [incidents.x.size]), (incidents, addresses), strict=True)
    ]
    return CellTotals(cells[:, 0], cells[:, 1], *counts)
