# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cell of a fixed national grid does a point lie in?

Both grids are anchored at the origin (0, 0) of the CRS, never at the data, so that the cells are the same from month to
month. In EPSG:3006 the squares coincide with SCB's national grid of the same size. Only to see what hangs on where the
lines happen to run (``stability``) is a grid given another origin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
import shapely

from est_plugin.analysis.tally import tally
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray, GeometryArray, IntArray

#: A place (x, y), metres.
Origin: TypeAlias = tuple[float, float]
#: The origin of the CRS.
NATIONAL: Origin = (0.0, 0.0)


class GridKind(StrEnum):
    """The shape of the cells."""

    HEXAGON = "hexagon"
    SQUARE = "square"


class Grid(Protocol):
    """A regular tiling of the plane. A cell is named by two integers (i, j); every point lies in exactly one cell."""

    @property
    def kind(self) -> GridKind:
        """The shape of the cells."""

    @property
    def cell_size(self) -> float:
        """Size of a cell in metres: the side of a square, the distance between opposite flats of a hexagon."""

    @property
    def origin(self) -> Origin:
        """Where the numbers of the cells begin, metres."""

    @property
    def area(self) -> float:
        """Area of one cell, m²."""

    @property
    def neighbours(self) -> tuple[tuple[int, int], ...]:
        """Offsets (di, dj) to the cells that touch a cell, without the cell itself."""

    def index(self, x: FloatArray, y: FloatArray) -> tuple[IntArray, IntArray]:
        """Cells (i, j), int64, of the points ``x``, ``y`` (metres)."""

    def centres(self, i: IntArray, j: IntArray) -> tuple[FloatArray, FloatArray]:
        """Centres (x, y) of the cells, metres."""

    def polygons(self, i: IntArray, j: IntArray) -> GeometryArray:
        """The cells as shapely polygons. Neighbours share their vertices to the last bit, so unions are clean."""


@dataclass(frozen=True)
class SquareGrid:
    """Squares [i c, (i + 1) c) x [j c, (j + 1) c): an edge belongs to the cell on its east or north side."""

    cell_size: float
    #: Where the numbers of the cells begin, metres.
    origin: Origin = NATIONAL

    def __post_init__(self) -> None:
        _check_cell_size(self.cell_size)

    @property
    def kind(self) -> GridKind:
        return GridKind.SQUARE

    @property
    def area(self) -> float:
        return self.cell_size**2

    @property
    def neighbours(self) -> tuple[tuple[int, int], ...]:
        """The eight queen neighbours."""
        return tuple((di, dj) for di in (-1, 0, 1) for dj in (-1, 0, 1) if (di, dj) != (0, 0))

    def index(self, x: FloatArray, y: FloatArray) -> tuple[IntArray, IntArray]:
        return _floor((x - self.origin[0]) / self.cell_size), _floor((y - self.origin[1]) / self.cell_size)

    def centres(self, i: IntArray, j: IntArray) -> tuple[FloatArray, FloatArray]:
        return (i + 0.5) * self.cell_size + self.origin[0], (j + 0.5) * self.cell_size + self.origin[1]

    def polygons(self, i: IntArray, j: IntArray) -> GeometryArray:
        corners_x = np.add.outer(i, [0, 1, 1, 0]) * self.cell_size
        corners_y = np.add.outer(j, [0, 0, 1, 1]) * self.cell_size
        return _polygons(corners_x + self.origin[0], corners_y + self.origin[1])


@dataclass(frozen=True)
class HexagonGrid:
    """Hexagons with two upright sides, ``cell_size`` apart; the cell (0, 0) has its centre at the origin.

    The indices are axial: j counts rows northwards, i counts cells eastwards, and each row is shifted half a cell to
    the east of the row below: the centre of (i, j) is (c (i + j / 2), c j sqrt(3) / 2). So the six neighbours have the
    same offsets in every row.
    """

    cell_size: float
    #: Centre of the cell (0, 0), metres.
    origin: Origin = NATIONAL

    def __post_init__(self) -> None:
        _check_cell_size(self.cell_size)

    @property
    def kind(self) -> GridKind:
        return GridKind.HEXAGON

    @property
    def area(self) -> float:
        return self.cell_size**2 * math.sqrt(3) / 2

    @property
    def neighbours(self) -> tuple[tuple[int, int], ...]:
        """The six cells that share a side."""
        return ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))

    def index(self, x: FloatArray, y: FloatArray) -> tuple[IntArray, IntArray]:
        """The cell with the nearest centre; on an edge, the one to the north, and on an upright edge, to the east.

        The nearest centre lies in the row below the point or in the row above it, and there in the nearest column.
        """
        column = (x - self.origin[0]) / self.cell_size
        row = (y - self.origin[1]) / self._row_height
        below = _floor(row)
        i_below, distance_below = self._nearest_in_row(column, row, below)
        i_above, distance_above = self._nearest_in_row(column, row, below + 1)
        is_above = distance_above <= distance_below
        return np.where(is_above, i_above, i_below), below + is_above

    def centres(self, i: IntArray, j: IntArray) -> tuple[FloatArray, FloatArray]:
        return (i + 0.5 * j) * self.cell_size + self.origin[0], j * self._row_height + self.origin[1]

    def polygons(self, i: IntArray, j: IntArray) -> GeometryArray:
        """Vertices are whole multiples of half the width and of half the side: the same product from every cell."""
        half_width = self.cell_size / 2
        half_side = self.cell_size / math.sqrt(12)
        corners_x = np.add.outer(2 * i + j, [0, -1, -1, 0, 1, 1]) * half_width
        corners_y = np.add.outer(3 * j, [2, 1, -1, -2, -1, 1]) * half_side
        return _polygons(corners_x + self.origin[0], corners_y + self.origin[1])

    @property
    def _row_height(self) -> float:
        return self.cell_size * math.sqrt(3) / 2

    @staticmethod
    def _nearest_in_row(column: FloatArray, row: FloatArray, j: IntArray) -> tuple[IntArray, FloatArray]:
        """The nearest cell of row ``j`` and the squared distance to its centre in cell sizes (rows: sqrt(3/4))."""
        i = _floor(column - 0.5 * j + 0.5)
        return i, (column - (i + 0.5 * j)) ** 2 + 0.75 * (row - j) ** 2


def make_grid(kind: GridKind, cell_size: float, shift: tuple[float, float] = (0.0, 0.0)) -> Grid:
    """The national grid of that kind, moved by ``shift`` (in cell sizes).

    Raises InputError unless ``cell_size`` (metres) is a positive number.
    """
    origin = shift[0] * cell_size, shift[1] * cell_size
    return HexagonGrid(cell_size, origin) if kind == GridKind.HEXAGON else SquareGrid(cell_size, origin)


@dataclass(frozen=True, eq=False)
class CellCounts:
    """The non-empty cells, in the order of (i, j)."""

    i: IntArray
    j: IntArray
    #: Number of points (int64), or their summed weight (float64).
    count: IntArray | FloatArray


def count_cells(grid: Grid, x: FloatArray, y: FloatArray, weights: FloatArray | None = None) -> CellCounts:
    """Points per cell; the counts sum to the number of points, or to the sum of ``weights``."""
    i, j = grid.index(x, y)
    if i.size == 0:
        return CellCounts(i, j, np.bincount(i, weights))
    rows = int(j.max() - j.min()) + 1
    cells, count = tally((i - i.min()) * rows + (j - j.min()), weights)
    return CellCounts(cells // rows + i.min(), cells % rows + j.min(), count)


def _floor(values: FloatArray) -> IntArray:
    return np.floor(values).astype(np.int64)


def _polygons(corners_x: FloatArray, corners_y: FloatArray) -> GeometryArray:
    return np.asarray(shapely.polygons(np.stack([corners_x, corners_y], axis=-1)), dtype=np.object_)


def _check_cell_size(cell_size: float) -> None:
    if not (math.isfinite(cell_size) and cell_size > 0):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No grid can be made."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The cell size is {size}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the cell size as a positive number of metres."),
            size=cell_size,
        )
