# SPDX-License-Identifier: GPL-2.0-or-later
"""How has each cell, or each known place, been hot over many periods that were tested together?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.emerging import TREND_SIGNIFICANCE, History, classify, sentence_of
from est_plugin.analysis.method_box import MethodBox
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.hotspot_periods import PeriodCube
    from est_plugin.analysis.hotspots import HotspotParameters


@dataclass(frozen=True, eq=False)
class Histories:
    """Of n cells or places over T periods, the oldest first."""

    #: Incidents (T, n).
    counts: IntArray
    #: What a trend was looked for in (T, n): Gi* of a cell, incidents per 30 days of a place.
    intensity: FloatArray
    hot: BoolArray
    histories: tuple[History, ...]
    method: MethodBox
    #: Cells of a grid, not places.
    are_cells: bool = False

    @property
    def sentence(self) -> Sentence:
        """How many are hot now, newly and nearly always."""
        return sentence_of(self.histories, are_cells=self.are_cells)


def cell_histories(cube: PeriodCube, parameters: HotspotParameters, checksum: str, days: IntArray) -> Histories:
    """The history of each cell of the cube, by its Gi*. ``days`` (T) of each period. Raises InputError under five."""
    found = classify(cube.z, cube.hot, days=days)
    return Histories(
        cube.count, cube.z, cube.hot, found, _method(cube, parameters, checksum, _OF_CELLS), are_cells=True
    )


def place_histories(
    cube: PeriodCube,
    grounds: Sequence[BaseGeometry],
    rates: FloatArray,
    counts: IntArray,
    method: tuple[HotspotParameters, str, IntArray],
) -> Histories:
    """The history of each place whose ground is given (polygons, in the CRS of the cube).

    A place is hot in a period in which a cell with its centre on the ground is. ``rates`` and ``counts`` (T, n) are
    the incidents on the ground, per 30 days and in all; ``method`` holds the parameters, the incidents' checksum
    and the days of each period.

    Raises InputError under five periods.
    """
    x, y = cube.grid.centres(cube.i, cube.j)
    hot = np.zeros(counts.shape, dtype=np.bool_)
    for number, ground in enumerate(grounds):
        shapely.prepare(ground)
        hot[:, number] = cube.hot[:, shapely.contains_xy(ground, x, y)].any(axis=1)
    found = classify(rates, hot, days=method[2])
    return Histories(counts, rates, hot, found, _method(cube, *method[:2], _OF_PLACES))


_OF_CELLS = QT_TRANSLATE_NOOP(
    "est_plugin", "In which periods was each cell hot, and does its Gi* rise or fall? After Esri's Emerging Hot Spots."
)
_OF_PLACES = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In which periods was each place hot, and does its number of incidents rise or fall? After Esri's Emerging Hot "
    "Spots.",
)


def _method(cube: PeriodCube, parameters: HotspotParameters, checksum: str, question: str) -> MethodBox:
    return MethodBox(
        question=Sentence(question),
        null=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Hot: the counts of a period could stand in any of its cells. Trend: the years could stand in any "
                "order; none is told under two years of periods that divide the year: a season may look like one.",
            )
        ),
        p_value=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "hot: exact permutation of the counts, one-sided; trend: Mann and Kendall's by season, two-sided, for "
                "places that are nearly always hot",
            )
        ),
        tests=cube.tests,
        correction=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "{correction} over all cells of all periods; none for the trends, as in the source"
            ),
            correction=parameters.correction,
        ),
        parameters=(
            (QT_TRANSLATE_NOOP("est_plugin", "Level of significance"), parameters.alpha),
            (QT_TRANSLATE_NOOP("est_plugin", "Level of significance of a trend"), TREND_SIGNIFICANCE),
            (QT_TRANSLATE_NOOP("est_plugin", "Whole periods"), len(cube.hot)),
            (QT_TRANSLATE_NOOP("est_plugin", "Cell width (metres)"), parameters.cell_size),
            (QT_TRANSLATE_NOOP("est_plugin", "Distance (metres)"), parameters.neighbourhood),
            (QT_TRANSLATE_NOOP("est_plugin", "Cells tested in each period"), cube.cells),
            (
                QT_TRANSLATE_NOOP("est_plugin", "Cold spots"),
                Sentence(QT_TRANSLATE_NOOP("est_plugin", "not looked for, so that no place is called oscillating")),
            ),
        ),
        checksum=checksum,
    )
