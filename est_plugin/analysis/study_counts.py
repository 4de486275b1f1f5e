# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents do the study cells hold?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.neighbourhood import Neighbourhood
from est_plugin.analysis.study import StudyCells
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.counted_incidents import CountedIncidents


def study_of(periods: Sequence[CountedIncidents], distance: float, study_area: BaseGeometry | None) -> StudyCells:
    """The study cells that all ``periods`` (at least one, in one grid) share; ``distance`` (metres) is that of the
    neighbourhood. Raises InputError if the cells are too few or too many, or the distance does not suit them.
    """
    grid = periods[0].grid
    neighbourhood = Neighbourhood.within(grid, distance)
    if study_area is not None:
        return StudyCells.in_area(grid, neighbourhood, study_area)
    i, j = (np.concatenate([getattr(period, axis) for period in periods]) for axis in ("i", "j"))
    return StudyCells.around_cells(grid, neighbourhood, i, j)


class StudyCounts:
    """The counts of a period in the study cells."""

    def __init__(self, study: StudyCells, counted: CountedIncidents) -> None:
        self.study = study
        position = study.locate_cells(counted.i, counted.j)
        is_inside = position >= 0
        #: Position of each row's cell in the flattened window, its category and its incidents.
        self.position = position[is_inside]
        self.category = counted.category[is_inside]
        self.count = counted.count[is_inside]
        self.codes = counted.category_codes
        size = study.inside.size
        #: Incidents per cell of the window (ni, nj), and the most on one coordinate (flat).
        self.counts: IntArray = (
            np.bincount(self.position, self.count, size).astype(np.int64).reshape(study.inside.shape)
        )
        peak = study.locate_cells(counted.peaks.i, counted.peaks.j)
        self.peaks = np.zeros(size, dtype=np.int64)
        self.peaks[peak[peak >= 0]] = counted.peaks.count[peak >= 0]
        self.cells = int(np.count_nonzero(study.inside))
        self.used = int(self.count.sum())
        self.mean = self.used / max(self.cells, 1)

    def incidents_in(self, positions: IntArray) -> int:
        return int(self.counts.ravel()[positions].sum())


def none_chosen() -> InputError:
    """What to say when there is no incident at all."""
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "No hotspots can be looked for."),
        why=QT_TRANSLATE_NOOP("est_plugin", "There are no incidents in the selection."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
    )


def area_checksum(area: BaseGeometry | None) -> str:
    """SHA-256 of the study area (normalised WKB); empty without one."""
    if area is None:
        return ""
    return hashlib.sha256(shapely.to_wkb(shapely.normalize(area), byte_order=1)).hexdigest()


def none_in_area(incidents: int) -> InputError:
    """What to say when none of the ``incidents`` lies in a study cell."""
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "No hotspots can be looked for."),
        why=QT_TRANSLATE_NOOP("est_plugin", "None of the {count} incidents lies in the study area."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another area, or check the coordinate systems."),
        count=incidents,
    )
