# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells lie around a cell?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.analysis.arrays import BoolArray, IntArray
    from est_plugin.analysis.grid import Grid

#: The farthest that a neighbour can be, in cell widths (126 hexagons): more make the exact test slow for nothing.
MAX_WIDTHS = 6

Offset = tuple[int, int]


@dataclass(frozen=True)
class Neighbourhood:
    """The cells whose centres lie within a distance of a cell's own centre, without the cell itself."""

    #: Metres.
    distance: float
    #: Offsets (di, dj) that lie equally far away, with their distance in metres; the nearest first.
    shells: tuple[tuple[float, tuple[Offset, ...]], ...]

    @classmethod
    def within(cls, grid: Grid, distance: float) -> Neighbourhood:
        """Raises InputError unless ``distance`` (metres) is one to ``MAX_WIDTHS`` cell widths."""
        size = grid.cell_size
        if not size <= distance <= MAX_WIDTHS * size:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No hotspots can be looked for."),
                why=QT_TRANSLATE_NOOP(
                    "est_plugin", "The distance of {distance} m does not suit cells that are {size} m wide."
                ),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Choose a distance of two to three cell widths; one to {most} are possible."
                ),
                most=MAX_WIDTHS,
                distance=distance,
                size=size,
            )
        reach = math.ceil(distance / size * 2 / math.sqrt(3)) + 1
        i, j = (part.ravel() for part in np.mgrid[-reach : reach + 1, -reach : reach + 1])
        x, y = grid.centres(i, j)
        x_0, y_0 = grid.centres(np.zeros(1, np.int64), np.zeros(1, np.int64))
        # Rounded to whole millimetres, cells that lie equally far away make one shell.
        away = np.round(np.hypot(x - x_0, y - y_0), 3)
        shells = (
            (metres, tuple(zip(i[away == metres].tolist(), j[away == metres].tolist(), strict=True)))
            for metres in np.unique(away[(away > 0) & (away <= distance)]).tolist()
        )
        return cls(distance, tuple(shells))

    @property
    def offsets(self) -> tuple[Offset, ...]:
        """All offsets."""
        return tuple(offset for _, shell in self.shells for offset in shell)

    @property
    def reach(self) -> int:
        """The longest step along i or j."""
        return reach_of(self.offsets)


def reach_of(offsets: Iterable[Offset]) -> int:
    """The longest step along i or j."""
    return max((abs(step) for offset in offsets for step in offset), default=0)


def neighbour_sums(values: IntArray, offsets: Iterable[Offset]) -> IntArray:
    """Sum over the neighbours of each cell of ``values`` (ni, nj), the cell itself left out; 0 beyond the lattice."""
    offsets = tuple(offsets)
    reach = reach_of(offsets)
    ni, nj = values.shape
    padded = np.pad(values, reach)
    total = np.zeros_like(values)
    for di, dj in offsets:
        total += padded[reach + di : reach + di + ni, reach + dj : reach + dj + nj]
    return total


def grown(cells: BoolArray, touching: Iterable[Offset], times: int) -> BoolArray:
    """``cells`` (ni, nj) and the rings of touching cells around them, ``times`` deep, inside the lattice."""
    touching = tuple(touching)
    result = cells
    for _ in range(times):
        result = result | (neighbour_sums(result.astype(np.int8), touching) > 0)
    return result
