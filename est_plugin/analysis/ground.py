# SPDX-License-Identifier: GPL-2.0-or-later
"""Which ground do incidents stand on? An outline of all that lies near them, made of few parts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.grid import SquareGrid

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: Squares in a distance.
_SQUARES = 2
#: Straight parts of a quarter of a circle. Few: joining them is what takes the time.
_CORNERS = 2
_STEPS = np.array([-1, 0, 1])


def ground_near(x: FloatArray, y: FloatArray, distance: float) -> BaseGeometry:
    """All within ``distance`` (metres) of the points (at least one), and nothing twice as far away.

    Points up to twice the distance apart stand on one ground in every direction: the outline is drawn round the
    circles, not in them.
    """
    side = distance / _SQUARES
    i, j = SquareGrid(side).index(x, y)
    column, low, width, height = _rectangles(i, j)
    boxes = shapely.box(column * side, low * side, (column + width) * side, (low + height) * side)
    # The squares around take one side of the distance, a circle of another side the rest.
    return shapely.union_all(shapely.buffer(boxes, side / math.cos(math.pi / 4 / _CORNERS), quad_segs=_CORNERS))


def _rectangles(i: IntArray, j: IntArray) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """The squares (i, j) and the eight around each as few rectangles: first i, first j, width and height in squares."""
    first_i, first_j = i.min() - 1, j.min() - 1
    # Room for one more at the end of a column: the last square of one and the first of the next do not follow.
    length = int(j.max() - first_j) + 3
    key = np.unique((i - first_i) * length + (j - first_j))
    key = np.unique(np.add.outer(key, np.add.outer(_STEPS * length, _STEPS)))
    begin, end = _runs(np.diff(key) != 1)
    column, low, height = key[begin] // length, key[begin] % length, end - begin
    order = np.lexsort((column, height, low))
    column, low, height = column[order], low[order], height[order]
    begin, end = _runs((np.diff(low) != 0) | (np.diff(height) != 0) | (np.diff(column) != 1))
    return column[begin] + first_i, low[begin] + first_j, end - begin, height[begin]


def _runs(is_new: BoolArray) -> tuple[IntArray, IntArray]:
    """Where runs begin and where they have ended; ``is_new`` says of each but the first whether it begins one."""
    begin = np.flatnonzero(np.append(True, is_new))
    return begin, np.append(begin[1:], is_new.size + 1)
