# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells does a search for hotspots look at, and how many incidents lie in each?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.neighbourhood import Neighbourhood
from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.analysis.study import StudyCells
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet


@dataclass(frozen=True, eq=False)
class SearchedCells:
    """The study cells of a search, and the incidents in them."""

    study: StudyCells
    #: Incidents per cell of the study's window (ni, nj), int64; 0 outside the study cells.
    counts: IntArray


def searched_cells(
    points: PointSet, parameters: HotspotParameters, *, study_area: BaseGeometry | None = None
) -> SearchedCells:
    """The cells that ``find_hotspots`` tests: ``points`` are those that it counts, without stacks.

    Raises InputError if there are none, none in the study area, or the grid has too few or too many cells.
    """
    study = study_cells(points, parameters, study_area=study_area)
    counts = counts_in(study, points)
    if not counts.any():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to search."),
            why=QT_TRANSLATE_NOOP("est_plugin", "No incident with a place of its own lies in the study area."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or another area."),
        )
    return SearchedCells(study, counts)


def study_cells(
    points: PointSet, parameters: HotspotParameters, *, study_area: BaseGeometry | None = None
) -> StudyCells:
    """The study cells of the search, whatever they hold; InputError as ``StudyCells`` raises it."""
    grid = make_grid(parameters.grid, parameters.cell_size)
    neighbourhood = Neighbourhood.within(grid, parameters.neighbourhood)
    if study_area is None:
        return StudyCells.around(grid, neighbourhood, points.x, points.y)
    return StudyCells.in_area(grid, neighbourhood, study_area)


def counts_in(study: StudyCells, points: PointSet) -> IntArray:
    """Points per cell of the study's window (ni, nj), int64; those outside the study cells are left out."""
    position = study.locate(points.x, points.y)
    return np.bincount(position[position >= 0], minlength=study.inside.size).reshape(study.inside.shape)


def without_stacks(points: PointSet, parameters: HotspotParameters, *others: PointSet) -> PointSet:
    """``points`` as a search counts them: without those on stacks (of ``points`` or of ``others``), unless chosen."""
    if parameters.include_stacks:
        return points
    stacks = [stack for one in (points, *others) for stack in find_stacks(one)]
    return points.select(~on_stacks(points, stacks))
