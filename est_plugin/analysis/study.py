# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells take part in the test?

What counts as an empty cell decides the mean, so empty land must not come in by the back door. With a study area the
cells are those with their centre in it. Without one they are the cells with incidents and the neighbours of these:
forest and water far from any incident stay out, and each cell with incidents has all its neighbours in the test.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.getis_ord import neighbour_sums
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.grid import Grid

#: Cells in the window around the study cells; 4 million 200 m hexagons are 138 000 km².
MAX_CELLS = 4_000_000
#: With fewer cells hardly any arrangement of the counts is rare enough to be called significant.
MIN_CELLS = 10


class StudyRule(StrEnum):
    """How the study cells were chosen."""

    CENTRE_IN_AREA = "centre-in-study-area"
    INCIDENTS_AND_NEIGHBOURS = "incidents-and-neighbours"


@dataclass(frozen=True, eq=False)
class StudyCells:
    """The study cells of a grid as a mask on a dense window, whose outermost cells are never study cells."""

    grid: Grid
    rule: StudyRule
    #: Cell of the window's first row and column.
    first: tuple[int, int]
    #: Which cells of the window are study cells (ni, nj).
    inside: BoolArray

    @classmethod
    def in_area(cls, grid: Grid, area: BaseGeometry) -> StudyCells:
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
        first, shape = _window(grid, corners[:, 0], corners[:, 1])
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
        return cls(grid, StudyRule.CENTRE_IN_AREA, first, inside)

    @classmethod
    def around(cls, grid: Grid, x: FloatArray, y: FloatArray) -> StudyCells:
        """The cells with points and their neighbours; none if there are no points.

        Raises InputError if the points lie so far apart that the window holds too many cells.
        """
        if x.size == 0:
            return cls(grid, StudyRule.INCIDENTS_AND_NEIGHBOURS, (0, 0), np.zeros((0, 0), dtype=np.bool_))
        first, shape = _window(grid, x, y)
        i, j = grid.index(x, y)
        occupied = np.zeros(shape, dtype=np.int64)
        occupied[i - first[0], j - first[1]] = 1
        inside = (occupied + neighbour_sums(occupied, grid.neighbours)) > 0
        return cls(grid, StudyRule.INCIDENTS_AND_NEIGHBOURS, first, inside)

    def locate(self, x: FloatArray, y: FloatArray) -> IntArray:
        """Position of each point's cell in the flattened window (n); -1 for points outside the study cells."""
        i, j = self.grid.index(x, y)
        row, column = i - self.first[0], j - self.first[1]
        ni, nj = self.inside.shape
        is_near = (row >= 0) & (row < ni) & (column >= 0) & (column < nj)
        position = np.full(x.size, -1, dtype=np.int64)
        position[is_near] = row[is_near] * nj + column[is_near]
        position[is_near] = np.where(self.inside.ravel()[position[is_near]], position[is_near], -1)
        return position

    def cells(self, position: IntArray) -> tuple[IntArray, IntArray]:
        """The grid's (i, j) of positions in the flattened window."""
        columns = max(self.inside.shape[1], 1)
        return position // columns + self.first[0], position % columns + self.first[1]


def _window(grid: Grid, x: FloatArray, y: FloatArray) -> tuple[tuple[int, int], tuple[int, int]]:
    """First cell and shape of a window that holds the points with two cells to spare all round."""
    width, height = float(np.ptp(x)), float(np.ptp(y))
    # A hexagon's rows are shifted, so its window is wider than the extent; the last word has the shape below.
    if (width / grid.cell_size + 5) * (height / grid.cell_size + 5) > MAX_CELLS:
        raise _too_many_cells(grid, width, height)
    i, j = grid.index(x, y)
    shape = int(np.ptp(i)) + 5, int(np.ptp(j)) + 5
    if shape[0] * shape[1] > MAX_CELLS:
        raise _too_many_cells(grid, width, height)
    return (int(i.min()) - 2, int(j.min()) - 2), shape


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
