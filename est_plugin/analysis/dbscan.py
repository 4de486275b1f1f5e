# SPDX-License-Identifier: GPL-2.0-or-later
"""Which incidents crowd together? (DBSCAN, in space or in space with time.)

Ester, Kriegel, Sander, Xu 1996: a point is core if at least ``min_points`` points, itself included, are close to it.
Core points that are close belong to one cluster. Other points that are close to a core point are its border.
With times it is ST-DBSCAN as ``native:stdbscanclustering`` has it (Birant, Kut 2007, without their third condition).

The core points of each cluster are those of every right DBSCAN. The border is not laid down by the definition: many
programs give such a point to the cluster that came first in the data. Here it belongs to the core point that is nearest
in place; of equally near ones, to the one of the larger cluster. So the order of the data does not matter.

Equal points are counted once, with their number as weight. Cells (``point_cells``) decide most of it: all points of a
cell with ``min_points`` are core, core points of one cell are one cluster, and one close pair joins two cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.components import Components
from est_plugin.analysis.point_cells import Closeness, PointCells, distinct_points, squared_metres
from est_plugin.analysis.points import check_coordinates
from est_plugin.feedback import Feedback, step

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray

#: Label of a point in no cluster.
NOISE = -1


@dataclass(frozen=True, eq=False)
class Partition:
    """The cluster of each point."""

    #: 0 = the cluster with most points; -1 = in none. (n)
    label: IntArray
    #: Which points are core points. (n)
    core: BoolArray
    clusters: int


def dbscan(columns: tuple[FloatArray, ...], closeness: Closeness, min_points: int, feedback: Feedback) -> Partition:
    """Clusters of the points ``columns`` (x, y in metres; with ``closeness.seconds`` also time in seconds; n each).

    Raises InputError for coordinates that are missing or too far apart; CancelledError.
    """
    columns = tuple(np.asarray(column, dtype=np.float64) for column in columns)
    check_coordinates(columns[0], columns[1])
    if columns[0].size == 0:
        return Partition(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_), 0)
    cells, point = distinct_points(closeness, columns)
    weight = np.bincount(point)
    step(feedback, 0.3)
    core = _core_points(cells, weight, min_points)
    step(feedback, 0.5)
    label = np.full(core.size, NOISE, dtype=np.int64)
    if core.any():
        cores = cells.select(core)
        component = _joined_cells(cores, feedback)[cores.cell]
        label[core] = _by_weight(component, weight[core])
        step(feedback, 0.9)
        rest = np.flatnonzero(~core)
        label[rest] = _nearest_cluster(cores, label[core], cells.take(rest), cells.key[cells.cell[rest]])
        inside = label != NOISE
        label[inside] = _by_weight(label[inside], weight[inside])
    step(feedback, 1.0)
    return Partition(label[point], core[point], int(label.max()) + 1)


def _core_points(cells: PointCells, weight: IntArray, min_points: int) -> BoolArray:
    """Which of the points have ``min_points`` close ones."""
    in_cell = np.add.reduceat(weight, cells.first)
    is_full = in_cell >= min_points
    # A cell whose whole surroundings hold too few points needs no look at its points.
    undecided = np.flatnonzero(~is_full)
    around = np.zeros(undecided.size, dtype=np.int64)
    for offset in cells.steps:
        found = cells.find(cells.key[undecided] + offset)
        around += np.where(found >= 0, in_cell[found], 0)
    is_open = np.zeros(is_full.size, dtype=np.bool_)
    is_open[undecided[around >= min_points]] = True
    points = np.flatnonzero(is_open[cells.cell])
    close = in_cell[cells.cell[points]]
    for offset in cells.steps[1:]:
        still = np.flatnonzero(close < min_points)
        found = cells.find(cells.key[cells.cell[points[still]]] + offset)
        still, found = still[found >= 0], found[found >= 0]
        close[still] += _close_to(cells, points[still], found, weight, in_cell)
    core = is_full[cells.cell]
    core[points] = close >= min_points
    return core


def _close_to(cells: PointCells, points: IntArray, asked: IntArray, weight: IntArray, in_cell: IntArray) -> IntArray:
    """Weight of the points in the ``asked`` cells that are close to ``points``, one cell for each point."""
    holds, where = cells.closeness.holds, cells.take(points)
    is_whole = holds(cells.reach_of_boxes(where, asked))
    close = np.where(is_whole, in_cell[asked], 0)
    partly = np.flatnonzero(~is_whole & holds(cells.gaps_to_boxes(where, asked)))
    here = cells.take(points[partly])
    for block in cells.members(asked[partly]):
        gaps = tuple(at[block.row] - column[block.point] for at, column in zip(here, cells.columns, strict=True))
        close[partly[block.start : block.stop]] = np.add.reduceat(
            np.where(holds(gaps), weight[block.point], 0), block.begins
        )
    return close


def _joined_cells(cores: PointCells, feedback: Feedback) -> IntArray:
    """The component of each cell of core points."""
    components = Components(cores.key.size)
    onward = [offset for offset in cores.steps if offset > 0]
    for number, offset in enumerate(onward):
        step(feedback, 0.5 + 0.4 * number / len(onward))
        other = cores.find(cores.key + offset)
        one = np.flatnonzero(other >= 0)
        other = other[one]
        # Most cells hang together by their nearest neighbours already.
        is_apart = components.root[one] != components.root[other]
        one, other = one[is_apart], other[is_apart]
        is_joined = _touch(cores, one, other)
        components.join(one[is_joined], other[is_joined])
    return components.root


def _touch(cores: PointCells, one: IntArray, other: IntArray) -> BoolArray:
    """Has the cell ``one`` a point that is close to a point of ``other``? For each pair of cells."""
    holds = cores.closeness.holds
    between = tuple(
        np.maximum(np.maximum(low[one] - high[other], low[other] - high[one]), 0.0)
        for low, high in zip(cores.low, cores.high, strict=True)
    )
    touches = np.zeros(one.size, dtype=np.bool_)
    asked = np.flatnonzero(holds(between))
    # The point of one that is nearest to the other's box, and the other's point that is nearest to that: mostly close.
    start = _nearest_to_boxes(cores, one[asked], other[asked])
    for block in cores.members(other[asked]):
        gaps = tuple(column[start[block.row]] - column[block.point] for column in cores.columns)
        touches[asked[block.start : block.stop]] = np.logical_or.reduceat(holds(gaps), block.begins)
    for pair in asked[~touches[asked]].tolist():
        touches[pair] = _any_close(cores, int(one[pair]), int(other[pair]))
    return touches


def _nearest_to_boxes(cores: PointCells, cells: IntArray, boxes: IntArray) -> IntArray:
    """Of each cell the point that is nearest in place to the box of another cell, within the time limit."""
    nearest = np.empty(cells.size, dtype=np.int64)
    for block in cores.members(cells):
        gaps = cores.gaps_to_boxes(cores.take(block.point), boxes[block.row])
        away = np.where(cores.closeness.holds(gaps), squared_metres(gaps), np.inf)
        is_least = away == np.minimum.reduceat(away, block.begins)[block.row - block.start]
        nearest[block.start : block.stop] = np.minimum.reduceat(
            np.where(is_least, block.point, cores.cell.size), block.begins
        )
    return nearest


def _any_close(cores: PointCells, one: int, other: int) -> bool:
    """Is any point of the cell ``one`` close to any of ``other``?"""
    holds = cores.closeness.holds
    sides = [
        tuple(column[cores.first[cell] : cores.first[cell] + cores.size[cell]] for column in cores.columns)
        for cell in (one, other)
    ]
    # Only points that are close to the box round the other side's can count; that box shrinks as they go.
    for turn in range(4):
        facing = sides[1 - turn % 2]
        gaps = tuple(
            np.maximum(np.maximum(across.min() - column, column - across.max()), 0.0)
            for column, across in zip(sides[turn % 2], facing, strict=True)
        )
        near = holds(gaps)
        if not near.any():
            return False
        sides[turn % 2] = tuple(column[near] for column in sides[turn % 2])
    return any(
        bool(holds(tuple(column[row] - across for column, across in zip(*sides, strict=True))).any())
        for row in range(sides[0][0].size)
    )


def _nearest_cluster(cores: PointCells, label: IntArray, where: tuple[FloatArray, ...], key: IntArray) -> IntArray:
    """Label of the nearest core point that is close, the lowest of equally near ones; NOISE where none is close.

    ``label``: of the core points; ``where`` and ``key``: columns and names of the cells of the points asked for.
    """
    none = np.iinfo(np.int64).max
    best = np.full(key.size, none, dtype=np.int64)
    away = np.full(key.size, np.inf)
    for offset in cores.steps:
        found = cores.find(key + offset)
        asked = np.flatnonzero(found >= 0)
        gaps = cores.gaps_to_boxes(tuple(column[asked] for column in where), found[asked])
        asked = asked[cores.closeness.holds(gaps) & (squared_metres(gaps) <= away[asked])]
        for block in cores.members(found[asked]):
            row, rows = asked[block.row], asked[block.start : block.stop]
            gaps = tuple(at[row] - column[block.point] for at, column in zip(where, cores.columns, strict=True))
            squared = np.where(cores.closeness.holds(gaps), squared_metres(gaps), np.inf)
            least = np.minimum.reduceat(squared, block.begins)
            is_least = (squared == least[block.row - block.start]) & np.isfinite(squared)
            lowest = np.minimum.reduceat(np.where(is_least, label[block.point], none), block.begins)
            is_better = (least < away[rows]) | ((least == away[rows]) & (lowest < best[rows]))
            best[rows[is_better]], away[rows[is_better]] = lowest[is_better], least[is_better]
    return np.where(best == none, NOISE, best)


def _by_weight(group: IntArray, weight: IntArray) -> IntArray:
    """The groups numbered anew by their weight, the heaviest first; of equals the one with the lower number."""
    _, number = np.unique(group, return_inverse=True)
    order = np.argsort(-np.bincount(number, weight), kind="stable")
    rank = np.empty(order.size, dtype=np.int64)
    rank[order] = np.arange(order.size)
    return rank[number]
