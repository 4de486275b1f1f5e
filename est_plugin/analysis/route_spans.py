# SPDX-License-Identifier: GPL-2.0-or-later
"""Which parts of a route lie within a distance of points, or in a convex area? Exactly, not by sampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import LineString

from est_plugin.analysis.spans import union

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import FloatArray, GeometryArray, IntArray


class Route:
    """A line, as its straight pieces with their place along it."""

    def __init__(self, line: LineString) -> None:
        """``line`` in a projected CRS; a height is left out. One without length has no pieces."""
        corners = shapely.get_coordinates(line)
        steps = np.diff(corners, axis=0)
        length = np.hypot(steps[:, 0], steps[:, 1])
        is_piece = length > 0
        self._start = corners[:-1][is_piece]
        self._length: FloatArray = length[is_piece]
        self._direction = steps[is_piece] / self._length[:, np.newaxis]
        self._offset: FloatArray = np.cumsum(self._length) - self._length
        self.length = float(self._length.sum())

    @property
    def _pieces(self) -> GeometryArray:
        ends = np.stack((self._start, self._start + self._direction * self._length[:, np.newaxis]), axis=1)
        return np.asarray(shapely.linestrings(ends))

    def near(self, tree: shapely.STRtree, distance: float) -> FloatArray:
        """The spans (n, 2) of the route within ``distance`` of a point of the tree."""
        if not self.length or len(tree) == 0:
            return np.zeros((0, 2))
        piece, point = tree.query(self._pieces, predicate="dwithin", distance=distance)
        return self._in_discs(piece, shapely.get_coordinates(tree.geometries[point]), distance)

    def _in_discs(self, piece: IntArray, centres: FloatArray, radius: float) -> FloatArray:
        """The spans of the pieces in discs, one disc (k, 2) for each of k pieces."""
        to_centre = centres - self._start[piece]
        direction = self._direction[piece]
        along = (to_centre * direction).sum(axis=1)
        aside = to_centre[:, 0] * direction[:, 1] - to_centre[:, 1] * direction[:, 0]
        half = np.sqrt(np.maximum(radius**2 - aside**2, 0))
        low, high = np.maximum(along - half, 0), np.minimum(along + half, self._length[piece])
        return union(np.column_stack((low, high)) + self._offset[piece][:, np.newaxis])

    def inside(self, area: BaseGeometry) -> FloatArray:
        """The spans (n, 2) of the route in a convex area."""
        if not self.length:
            return np.zeros((0, 2))
        with np.errstate(invalid="ignore"):  # GEOS leaves the flag of the processor set where nothing is wrong.
            cut = np.asarray(shapely.intersection(self._pieces, area))
        # What is left of a straight piece in a convex area is straight; a piece that only touches it has no length.
        is_line = (shapely.get_type_id(cut) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(cut)
        piece = np.flatnonzero(is_line)
        ends = np.stack([shapely.get_coordinates(shapely.get_point(cut[piece], end)) for end in (0, -1)], axis=1)
        along = ((ends - self._start[piece][:, np.newaxis]) * self._direction[piece][:, np.newaxis]).sum(axis=2)
        return union(np.sort(along, axis=1) + self._offset[piece][:, np.newaxis])

    def part(self, start: float, end: float) -> LineString:
        """The route from one place along it to another, 0 <= start < end <= ``length``."""
        inner = self._offset[(self._offset > start) & (self._offset < end)]
        return LineString(self._at(np.concatenate(([start], inner, [end]))))

    def middle(self, start: float, end: float) -> FloatArray:
        """Coordinates (1, 2) of the place in the middle between two."""
        return self._at(np.array([(start + end) / 2]))

    def _at(self, along: FloatArray) -> FloatArray:
        """Coordinates (n, 2) of places along the route."""
        piece = np.clip(np.searchsorted(self._offset, along, side="right") - 1, 0, len(self._offset) - 1)
        return self._start[piece] + self._direction[piece] * (along - self._offset[piece])[:, np.newaxis]
