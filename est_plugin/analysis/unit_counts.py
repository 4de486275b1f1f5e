# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents of each period lie in each area, or in each cell of a grid?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.feedback import PartFeedback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import GeometryArray, IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.naming import NamedGeometry
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback


@dataclass(frozen=True, eq=False)
class UnitCounts:
    """Of m units in T periods, in the order in which the periods were given."""

    names: tuple[str, ...]
    #: Polygons (m); None for all incidents, wherever they are.
    polygons: GeometryArray | None
    #: Incidents (T, m), int64.
    counts: IntArray


def count_all(periods: Sequence[PointSet], name: str) -> UnitCounts:
    """All incidents as one unit of that name."""
    return UnitCounts((name,), None, np.array([[len(points)] for points in periods]))


def count_areas(periods: Sequence[PointSet], areas: Sequence[NamedGeometry], feedback: Feedback) -> UnitCounts:
    """The incidents within each of ``areas`` (polygons in the CRS of the incidents, which may overlap)."""
    grounds = [area.geometry for area in areas]
    counts = [
        count_on(grounds, points, PartFeedback(feedback, number / len(periods), (number + 1) / len(periods)))
        for number, points in enumerate(periods)
    ]
    polygons = np.array(grounds, dtype=np.object_)
    return UnitCounts(tuple(area.name for area in areas), polygons, np.array(counts).reshape(len(periods), len(areas)))


def count_cells(periods: Sequence[PointSet], grid: Grid) -> UnitCounts:
    """The incidents in each cell that holds one in any period; cells are named by their centre, in whole metres."""
    indices = [np.stack(grid.index(points.x, points.y)) for points in periods]
    cells, unit = np.unique(np.concatenate(indices, axis=1), axis=1, return_inverse=True)
    unit, counts, first = unit.ravel(), [], 0
    for index in indices:
        last = first + index.shape[1]
        counts.append(np.bincount(unit[first:last], minlength=cells.shape[1]))
        first = last
    x, y = grid.centres(*cells)
    names = tuple(f"{east:.0f} {north:.0f}" for east, north in zip(x.tolist(), y.tolist(), strict=True))
    return UnitCounts(names, grid.polygons(*cells), np.array(counts))


def without_stacks(periods: Sequence[PointSet]) -> tuple[PointSet, ...]:
    """The incidents that lie on no stack (default point) of any of the periods."""
    stacks = [stack for points in periods for stack in find_stacks(points)]
    return tuple(points.select(~on_stacks(points, stacks)) for points in periods)
