# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells take part in the test?

What counts as an empty cell decides the mean, so empty land must not come in by the back door. With a study area the
cells are those with their centre in it. Without one they are the cells with incidents and the gaps between these, up to
four times the neighbourhood's distance wide: yards and parks take part, forest and water round the town stay out.

A rim of empty cells round the town would make the town itself hot. In round towns of 4.5 km² with 300, 1 200, 5 000
and 10 000 incidents spread evenly (200 maps each, default settings) a rim as wide as the neighbourhood gives a find in
4, 16, 54 and 86 % of the maps, a rim of one cell in 0, 8, 18 and 28 %, the gaps alone in 2, 3, 4 and 5 % (squares: 3,
2, 6 and 8 %: cells that the edge of the town cuts hold less than others, which tells at the largest numbers).
A study area that is too wide does the same, whatever its shape (see ``BEYOND_TELLS``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.neighbourhood import grown
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.neighbourhood import Neighbourhood

#: Cells in the window around the study cells; 6 million 60 m hexagons are 18 700 km².
MAX_CELLS = 6_000_000
#: With fewer cells hardly any arrangement of the counts is rare enough to be called significant.
MIN_CELLS = 10
#: Half the width of the widest gap between incidents that is filled, in distances of the neighbourhood.
_GAP = 2
#: The share of the study cells beyond the incidents and their gaps from which a result says so. In round towns of
#: 4.5 km² with 300, 1 200 and 5 000 incidents spread evenly (25 maps each, default settings) a study area with 10 % of
#: such cells gives a find in 8, 4 and 4 % of the maps, with 20 % in 12, 24 and 56 %, with 35 % in 32, 100 and 100 %.
BEYOND_TELLS = 0.2


class StudyRule(StrEnum):
    """How the study cells were chosen."""

    CENTRE_IN_AREA = "centre-in-study-area"
    INCIDENTS_AND_GAPS = "incidents-and-gaps"


@dataclass(frozen=True, eq=False)
class StudyCells:
    """The study cells of a grid as a mask on a dense window, in which every study cell has its neighbours."""

    grid: Grid
    neighbourhood: Neighbourhood
    rule: StudyRule
    #: Cell of the window's first row and column.
    first: tuple[int, int]
    #: Which cells of the window are study cells (ni, nj).
    inside: BoolArray

    @classmethod
    def in_area(cls, grid: Grid, neighbourhood: Neighbourhood, area: BaseGeometry) -> StudyCells:
        """The cells with their centre in ``area`` (a polygon, in the CRS of the incidents).

        Raises InputError if the area is no polygon, or holds too few or too many cells.
        """
        area = area if area.is_valid else shapely.make_valid(area)
        if area.area == 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The study area cannot be used."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It has no surface."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a layer with a polygon."),
            )
        x_min, y_min, x_max, y_max = area.bounds
        corners = np.array([[x_min, y_min], [x_min, y_max], [x_max, y_min], [x_max, y_max]])
        first, shape = _window(grid, *grid.index(corners[:, 0], corners[:, 1]), neighbourhood.reach + 1)
        rows, columns = np.indices(shape)
        x, y = grid.centres(rows + first[0], columns + first[1])
        shapely.prepare(area)
        inside = np.asarray(shapely.contains_xy(area, x, y))
        if np.count_nonzero(inside) < MIN_CELLS:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The study area is too small for cells of {size} m."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It holds {count} of them; at least {least} are needed."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose smaller cells or a larger area."),
                size=grid.cell_size,
                count=int(np.count_nonzero(inside)),
                least=MIN_CELLS,
            )
        return cls(grid, neighbourhood, StudyRule.CENTRE_IN_AREA, first, inside)

    @classmethod
    def around(cls, grid: Grid, neighbourhood: Neighbourhood, x: FloatArray, y: FloatArray) -> StudyCells:
        """The cells with points and the gaps between them; see ``around_cells``."""
        return cls.around_cells(grid, neighbourhood, *grid.index(x, y))

    @classmethod
    def around_cells(cls, grid: Grid, neighbourhood: Neighbourhood, i: IntArray, j: IntArray) -> StudyCells:
        """The cells (``i``, ``j``) and the gaps between them; none if there are no cells.

        Raises InputError if the cells lie so far apart that the window holds too many.
        """
        if i.size == 0:
            return cls(grid, neighbourhood, StudyRule.INCIDENTS_AND_GAPS, (0, 0), np.zeros((0, 0), dtype=np.bool_))
        rings = _rings(grid, neighbourhood)
        first, shape = _window(grid, i, j, max(rings, neighbourhood.reach) + 1)
        occupied = np.zeros(shape, dtype=np.bool_)
        occupied[i - first[0], j - first[1]] = True
        inside = _without_gaps(occupied, grid, rings)
        return cls(grid, neighbourhood, StudyRule.INCIDENTS_AND_GAPS, first, inside)

    def beyond(self, counts: IntArray) -> int:
        """Study cells beyond the incidents and the gaps between them; ``counts`` (ni, nj) are those of the window."""
        if self.rule == StudyRule.INCIDENTS_AND_GAPS:
            return 0
        rings = _rings(self.grid, self.neighbourhood)
        filled = _without_gaps(np.pad(counts > 0, rings), self.grid, rings)
        ni, nj = counts.shape
        return int(np.count_nonzero(self.inside & ~filled[rings : rings + ni, rings : rings + nj]))

    def locate_cells(self, i: IntArray, j: IntArray) -> IntArray:
        """Position of each cell (``i``, ``j``) in the flattened window (k); -1 for cells outside the study."""
        row, column = i - self.first[0], j - self.first[1]
        ni, nj = self.inside.shape
        is_near = (row >= 0) & (row < ni) & (column >= 0) & (column < nj)
        position = np.full(i.size, -1, dtype=np.int64)
        position[is_near] = row[is_near] * nj + column[is_near]
        position[is_near] = np.where(self.inside.ravel()[position[is_near]], position[is_near], -1)
        return position

    def cells(self, position: IntArray) -> tuple[IntArray, IntArray]:
        """The grid's (i, j) of positions in the flattened window."""
        columns = max(self.inside.shape[1], 1)
        return position // columns + self.first[0], position % columns + self.first[1]


def _rings(grid: Grid, neighbourhood: Neighbourhood) -> int:
    """Cells from the rim of the widest gap that is filled to its middle."""
    return round(_GAP * neighbourhood.distance / grid.cell_size)


def _without_gaps(occupied: BoolArray, grid: Grid, rings: int) -> BoolArray:
    """Grown and shrunk again by as much, the cells keep their outline and lose their gaps."""
    return ~grown(~grown(occupied, grid.neighbours, rings), grid.neighbours, rings)


def _window(grid: Grid, i: IntArray, j: IntArray, spare: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """First cell and shape of a window that holds the cells with ``spare`` cells all round."""
    shape = int(np.ptp(i)) + 1 + 2 * spare, int(np.ptp(j)) + 1 + 2 * spare
    if shape[0] * shape[1] > MAX_CELLS:
        x, y = grid.centres(i, j)
        raise _too_many_cells(grid, float(np.ptp(x)), float(np.ptp(y)))
    return (int(i.min()) - spare, int(j.min()) - spare), shape


def _too_many_cells(grid: Grid, width: float, height: float) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The grid would have too many cells."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Cells of {size} m are to cover {width} km x {height} km."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Choose larger cells, or look for incidents that lie far away by mistake."
        ),
        size=grid.cell_size,
        width=round(width / 1000),
        height=round(height / 1000),
    )
