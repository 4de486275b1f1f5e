# SPDX-License-Identifier: GPL-2.0-or-later
"""Where are there more incidents than chance would put there?

A hot cell holds incidents itself, and has neighbours with more incidents than chance gives (see ``permutation``).
The peaks that stand among the hot cells are the places (see ``places``). Only hot places: cold ones say nothing here,
because most cells are empty.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.cell_test import CellResult, CellTest, Significance, evaluate_periods, smallest_p
from est_plugin.analysis.counted_incidents import CountedIncidents, count_incidents
from est_plugin.analysis.fdr import Correction
from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.hotspot_words import box_of, sentence_of
from est_plugin.analysis.places import CellGroup, group_cells
from est_plugin.analysis.study_counts import StudyCounts, area_checksum, none_chosen, none_in_area, study_of
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.method_box import MethodBox
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.stacks import Stack
    from est_plugin.analysis.study import StudyRule
    from est_plugin.sentence import Sentence

__all__ = [
    "CellResult",
    "Correction",
    "HotspotParameters",
    "HotspotResult",
    "Method",
    "Null",
    "Place",
    "Significance",
    "find_hotspots",
    "find_in_counts",
]


class Null(StrEnum):
    """What the counts are compared with."""

    #: The same counts on any study cells, given the count of the tested cell.
    PERMUTED_COUNTS = "permuted-counts"
    #: A normal distribution with the mean and spread of the counts.
    NORMAL = "normal"


@dataclass(frozen=True)
class HotspotParameters:
    """Raises InputError if a value is outside its range; the metres are checked when the grid is made.

    How many of the planted places of the demo town are named decided the defaults: 80 months with 242..324 incidents
    and 6.8 planted places each, of 8..25 incidents within some 130 m, in a town of 5 km². Means of each month:

        cells, m / neighbourhood, m     50/150  60/150  75/150  75/175  80/200  100/200  100/250  100/300
        found, hexagons                   6.2     6.2     5.6     5.8     5.6     5.0      5.2      5.0
        found, squares                    6.3     6.0     5.4     5.6     5.4     4.4      4.8      4.8
        places named, hexagons            5.1     5.2     4.6     4.4     4.0     3.2      3.1      2.6

    A wider neighbourhood draws neighbouring places together. Cells must be small against it, because the test leaves
    a cell's own count out. Cells under 60 m find no more.
    """

    #: Side of a square, distance between opposite flats of a hexagon; metres.
    cell_size: float = 60.0
    #: Cells with their centre this near are a cell's neighbours; metres.
    neighbourhood: float = 150.0
    grid: GridKind = GridKind.HEXAGON
    significance: Significance = Significance.EXACT
    correction: Correction = Correction.BENJAMINI_HOCHBERG
    #: Share of false finds that is accepted, 0 < alpha < 1.
    alpha: float = 0.05
    #: A place with fewer incidents is left out.
    min_incidents: int = 5
    max_places: int = 20
    #: Count the reports on stacks (default points) too.
    include_stacks: bool = False
    #: How far the grid is moved from its national place, in cell sizes (see ``stability``).
    shift: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        if not 0 < self.alpha < 1 or self.min_incidents < 1 or self.max_places < 1:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No hotspots can be looked for."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A setting is outside its range."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give a level between 0 and 1, and at least one incident and one place."
                ),
            )


@dataclass(frozen=True)
class Place:
    """One hotspot."""

    #: 1 = most incidents in excess of the mean: incidents - cells x mean count of the study cells.
    rank: int
    polygon: BaseGeometry
    incidents: int
    cells: int
    #: Largest Gi* z-score of the hot cells of the place.
    z_max: float
    #: Smallest p-value of these, adjusted for all tests.
    p_min: float
    #: Code and number of incidents, most frequent first.
    categories: tuple[tuple[str, int], ...]
    #: The most incidents of the place on one coordinate; 0 where no coordinate holds ``stacks.DOMINATING``.
    on_one_point: int

    @property
    def dominated(self) -> bool:
        """Do more than half of the incidents lie on one coordinate?"""
        return 2 * self.on_one_point > self.incidents


@dataclass(frozen=True)
class Method:
    """How the result came about: what a method box prints and what another analyst needs to repeat it."""

    parameters: HotspotParameters
    study: StudyRule
    #: SHA-256 of the study area (normalised WKB); empty without one.
    study_area_checksum: str
    #: Study cells, n; their counts are the population of the null.
    cells: int
    #: Study cells beyond the incidents and the gaps between them.
    beyond: int
    #: Tests that are corrected for together: the cells with incidents (exact), all study cells (classic), of all
    #: periods.
    tests: int
    #: Periods that were tested together.
    periods: int
    #: Tests of all periods whose p is a bound from above because the counts are very large (see ``permutation``).
    bounded_tests: int
    #: The smallest p that any arrangement of the counts could give; 0 where places were found, and in a classic search.
    smallest_p: float
    null: Null
    #: 1: upper tail; 2: both tails.
    tails: int
    #: Mean count of the study cells.
    mean: float
    #: Places before the list was cut at ``max_places``.
    places_found: int
    #: Reports on stacks that were left out.
    stacked: int
    #: SHA-256 of the counts and the stacks (``CountedIncidents.checksum``); of several periods, that of their checksums
    #: one after the other, the oldest first.
    checksum: str


@dataclass(frozen=True, eq=False)
class HotspotResult:
    """What was found, and how."""

    places: tuple[Place, ...]
    cells: CellResult
    stacks: tuple[Stack, ...]
    #: Incidents in the study cells.
    used: int
    #: Incidents on stacks or outside the study cells.
    left_out: int
    method: Method

    @property
    def sentence(self) -> Sentence:
        """What was found, for anyone."""
        return sentence_of(self)

    @property
    def method_box(self) -> MethodBox:
        """How it was found."""
        return box_of(self)


def find_hotspots(
    points: PointSet, parameters: HotspotParameters, feedback: Feedback, *, study_area: BaseGeometry | None = None
) -> HotspotResult:
    """The hot places of ``points``, by rank; none is an answer too (too few incidents, all on one place, no clusters).

    ``study_area`` is a polygon in the CRS of the points; without it see ``study``. Raises InputError if there are no
    incidents, none in the study area, or the grid has too few or too many cells; CancelledError.
    """
    grid = make_grid(parameters.grid, parameters.cell_size, parameters.shift)
    counted = count_incidents(points, grid, include_stacks=parameters.include_stacks)
    step(feedback, 0.3)
    return find_in_counts(counted, parameters, feedback, study_area=study_area)


def find_in_counts(
    counted: CountedIncidents,
    parameters: HotspotParameters,
    feedback: Feedback,
    *,
    study_area: BaseGeometry | None = None,
    earlier: Sequence[CountedIncidents] = (),
) -> HotspotResult:
    """The same from counts in the grid of ``parameters``, wherever they were made.

    ``earlier`` periods are tested in the same study cells, and the answer is corrected for the tests of all periods.
    """
    if counted.total == 0:
        raise none_chosen()
    study = study_of((*earlier, counted), parameters.neighbourhood, study_area)
    here = StudyCounts(study, counted)
    if counted.count.size and not here.used:
        raise none_in_area(int(counted.count.sum()))
    step(feedback, 0.5)
    maps = [StudyCounts(study, period).counts for period in earlier]
    tests = evaluate_periods(
        [*maps, here.counts], study, parameters.significance, parameters.alpha, parameters.correction
    )
    test = tests[-1]
    step(feedback, 0.8)
    groups = _ranked_groups(here, test, parameters.min_incidents)
    places = _describe(groups[: parameters.max_places], here, test)
    step(feedback, 1.0)
    is_exact = parameters.significance == Significance.EXACT
    method = Method(
        parameters=parameters,
        study=study.rule,
        study_area_checksum=area_checksum(study_area),
        cells=here.cells,
        beyond=study.beyond(sum(maps, here.counts)),
        tests=test.tests,
        periods=1 + len(earlier),
        bounded_tests=sum(one.bounded_tests for one in tests),
        smallest_p=smallest_p(here.counts, study) if is_exact and not places else 0.0,
        null=Null.PERMUTED_COUNTS if is_exact else Null.NORMAL,
        tails=1 if is_exact else 2,
        mean=here.mean,
        places_found=len(groups),
        stacked=counted.stacked,
        checksum=_checksum((*earlier, counted)),
    )
    return HotspotResult(places, test.cells, counted.stacks, here.used, counted.total - here.used, method)


def _checksum(periods: Sequence[CountedIncidents]) -> str:
    """One for all ``periods``, which come in their order; of one period its own."""
    of_each = [period.checksum() for period in periods]
    return of_each[0] if len(of_each) == 1 else hashlib.sha256("".join(of_each).encode()).hexdigest()


def _ranked_groups(here: StudyCounts, test: CellTest, min_incidents: int) -> list[CellGroup]:
    """The places with enough incidents, most excess first."""
    hot = np.zeros(here.study.inside.size, dtype=np.bool_)
    hot[test.position[test.cells.hot]] = True
    groups = group_cells(here.study, here.counts, hot.reshape(here.study.inside.shape))

    def least_excess_last(group: CellGroup) -> tuple[float, int]:
        excess = here.incidents_in(group.members) - here.mean * group.members.size
        return -excess, int(group.members.min())

    large_enough = [group for group in groups if here.incidents_in(group.members) >= min_incidents]
    return sorted(large_enough, key=least_excess_last)


def _describe(groups: list[CellGroup], here: StudyCounts, test: CellTest) -> tuple[Place, ...]:
    """The places of ``groups``, which come in the order of their rank."""
    rank_of_cell = np.zeros(here.study.inside.size, dtype=np.int64)
    for rank, group in enumerate(groups, start=1):
        rank_of_cell[group.members] = rank
    rank_of_row = rank_of_cell[here.position]
    places = []
    for rank, group in enumerate(groups, start=1):
        rows = rank_of_row == rank
        by_category = np.bincount(here.category[rows], here.count[rows], len(here.codes)).astype(np.int64)
        found = [(code, count) for code, count in zip(here.codes, by_category.tolist(), strict=True) if count]
        hot = np.isin(test.position, group.hot, assume_unique=True)
        places.append(
            Place(
                rank=rank,
                polygon=group.polygon,
                incidents=here.incidents_in(group.members),
                cells=group.members.size,
                z_max=float(test.cells.z[hot].max()),
                p_min=float(test.cells.q[hot].min()),
                categories=tuple(sorted(found, key=lambda item: (-item[1], item[0]))),
                on_one_point=int(here.peaks[group.members].max()),
            )
        )
    return tuple(places)
