# SPDX-License-Identifier: GPL-2.0-or-later
"""Would the same places be hot had the grid been laid otherwise?

A grid is one of many that could lie there (the modifiable areal unit problem, Openshaw 1984): the search is made again
with four positions of the grid and three cell sizes, the neighbourhood scaled along. The twelve searches use the same
incidents, so they are no twelve independent tests, and nothing here is a p-value: it says how much hangs on the grid.
The period is searched alone, also where the list of hotspots was made of several periods tested together.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult, Null, Place, find_hotspots
from est_plugin.analysis.method_box import NO_TEST, MethodBox
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.feedback import Feedback, PartFeedback
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, GeometryArray, IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.points import PointSet

#: Of a cell, east and north.
SHIFTS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
#: Of the cell size and of the neighbourhood's distance.
SIZES = (1.0, 2 / 3, 1.5)
#: A place is found again if so much of the smaller of two places lies in the other.
_SHARED = 0.5
#: A place is firm if it is found in so large a share of the variants: 10 of 12.
FIRM = 0.8
_ALL_PLACES = 1_000_000


@dataclass(frozen=True)
class Variant:
    """The search with one other grid."""

    parameters: HotspotParameters
    #: Places it found.
    places: int
    #: Which places of the first search it found, by rank.
    again: tuple[bool, ...]


@dataclass(frozen=True)
class FirmPlace:
    """A place of the first search."""

    place: Place
    #: Variants that found it; the first search is one of them.
    found_in: int
    variants: int

    @property
    def share(self) -> float:
        """Of the variants, 0..1."""
        return self.found_in / self.variants

    @property
    def is_firm(self) -> bool:
        """Is it found whatever the grid, but for a variant or two?"""
        return self.share >= FIRM

    @property
    def word(self) -> Sentence:
        """In plain words."""
        if self.is_firm:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "firm"))
        return Sentence(QT_TRANSLATE_NOOP("est_plugin", "depends on the grid"))


@dataclass(frozen=True, eq=False)
class FirmCells:
    """The cells of the first grid that are hot in a variant, in the order of (i, j)."""

    grid: Grid
    i: IntArray
    j: IntArray
    #: Variants with a hot cell where the cell has its centre.
    hot_in: IntArray

    def polygons(self) -> GeometryArray:
        """As shapely polygons."""
        return self.grid.polygons(self.i, self.j)


@dataclass(frozen=True, eq=False)
class StabilityResult:
    """How firm each place is, and each cell."""

    hotspots: HotspotResult
    places: tuple[FirmPlace, ...]
    variants: tuple[Variant, ...]
    cells: FirmCells
    #: SHA-256 of all incidents that were handed in.
    checksum: str

    @property
    def sentence(self) -> Sentence:
        """The result in one sentence."""
        firm = sum(place.is_firm for place in self.places)
        if not self.places:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "There is no hotspot whose firmness could be told. With other grids up to {most} would be found.",
                ),
                most=max(variant.places for variant in self.variants),
            )
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Firm, whatever the grid: {firm} of {places} hotspots. What else is found comes or goes with the "
                "size of the cells, the distance, or where the grid lies.",
            )
            if firm < len(self.places)
            else QT_TRANSLATE_NOOP("est_plugin", "Firm, whatever the grid: {firm} of {places} hotspots."),
            firm=firm,
            places=len(self.places),
        )

    @property
    def method(self) -> MethodBox:
        """How the result came about."""
        method = self.hotspots.method
        sizes = sorted({variant.parameters.cell_size for variant in self.variants})
        return MethodBox(
            question=Sentence(QT_TRANSLATE_NOOP("est_plugin", "Would the same places be hot with another grid?")),
            null=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "in each search: the same counts on any cells, a cell's own count kept")
                if method.null == Null.PERMUTED_COUNTS
                else QT_TRANSLATE_NOOP("est_plugin", "in each search: a normal distribution of the counts")
            ),
            p_value=NO_TEST,
            tests=0,
            correction=NO_TEST,
            parameters=(
                (QT_TRANSLATE_NOOP("est_plugin", "Searches"), len(self.variants)),
                (QT_TRANSLATE_NOOP("est_plugin", "Cell widths, metres"), ", ".join(f"{size:g}" for size in sizes)),
                (
                    QT_TRANSLATE_NOOP("est_plugin", "Positions of the grid, in cells"),
                    "; ".join(f"{east:g} {north:g}" for east, north in SHIFTS),
                ),
                (
                    QT_TRANSLATE_NOOP("est_plugin", "Found again"),
                    Sentence(QT_TRANSLATE_NOOP("est_plugin", "half of the smaller place lies in the other")),
                ),
                (
                    QT_TRANSLATE_NOOP("est_plugin", "Firm"),
                    Sentence(
                        QT_TRANSLATE_NOOP("est_plugin", "found in at least {share} % of the searches"),
                        share=round(100 * FIRM),
                    ),
                ),
                (QT_TRANSLATE_NOOP("est_plugin", "Level"), method.parameters.alpha),
                (
                    QT_TRANSLATE_NOOP("est_plugin", "Periods tested together"),
                    Sentence(QT_TRANSLATE_NOOP("est_plugin", "none: the chosen period alone, in each search")),
                ),
            ),
            checksum=self.checksum,
        )


def find_stability(
    points: PointSet, parameters: HotspotParameters, feedback: Feedback, *, study_area: BaseGeometry | None = None
) -> StabilityResult:
    """The places of ``find_hotspots`` and in how many of twelve variants each is found.

    Raises InputError as ``find_hotspots`` does, and if a cell is too small or too large in one of the sizes.
    """
    settings = [
        replace(
            parameters,
            cell_size=size * parameters.cell_size,
            neighbourhood=size * parameters.neighbourhood,
            shift=shift,
        )
        for size, shift in itertools.product(SIZES, SHIFTS)
    ]
    results = [
        find_hotspots(
            points,
            # The list is cut for a person to read; a place that ranks lower with another grid is still found.
            varied if number == 0 else replace(varied, max_places=_ALL_PLACES),
            PartFeedback(feedback, number / len(settings), (number + 1) / len(settings)),
            study_area=study_area,
        )
        for number, varied in enumerate(settings)
    ]
    first = results[0]
    variants = tuple(
        Variant(varied, result.method.places_found, _again(first.places, result.places))
        for varied, result in zip(settings, results, strict=True)
    )
    places = tuple(
        FirmPlace(place, sum(variant.again[number] for variant in variants), len(variants))
        for number, place in enumerate(first.places)
    )
    return StabilityResult(first, places, variants, _firm_cells(first, results), points.checksum())


def _again(places: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[bool, ...]:
    """Which of ``places`` are among the ``others``?"""
    polygons = np.array([place.polygon for place in places], dtype=np.object_)
    found = np.array([place.polygon for place in others], dtype=np.object_)
    one, other = shapely.STRtree(found).query(polygons, predicate="intersects")
    smaller = np.minimum(shapely.area(polygons[one]), shapely.area(found[other]))
    is_same = shapely.area(shapely.intersection(polygons[one], found[other])) >= _SHARED * smaller
    again: BoolArray = np.isin(np.arange(len(places)), one[is_same])
    return tuple(again.tolist())


def _firm_cells(first: HotspotResult, results: list[HotspotResult]) -> FirmCells:
    cells = first.cells
    x, y = cells.grid.centres(cells.i, cells.j)
    hot_in = np.zeros(x.size, dtype=np.int64)
    for result in results:
        other = result.cells
        i, j = other.grid.index(x, y)
        hot_in += np.isin(i + 1j * j, other.i[other.hot] + 1j * other.j[other.hot])
    kept = hot_in > 0
    return FirmCells(cells.grid, cells.i[kept], cells.j[kept], hot_in[kept])
