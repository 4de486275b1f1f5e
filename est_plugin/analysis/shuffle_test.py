# SPDX-License-Identifier: GPL-2.0-or-later
"""How many maps would show a hotspot although there is none? (The user's own counts, shuffled over the cells.)

Each shuffled map has the same cells and the same counts, but which cell holds which count is chance: whatever is found
in it is false. The very tests of the search look at it, the exact one and, beside it, the classic one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.cell_test import Significance, evaluate_cells
from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.method_box import MethodBox
from est_plugin.analysis.neighbourhood import neighbour_sums
from est_plugin.analysis.permutation import permutation_test
from est_plugin.analysis.proportion import ShareInterval, exact_interval
from est_plugin.analysis.searched_cells import SearchedCells, searched_cells, without_stacks
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, PartFeedback, step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet

MIN_MAPS = 20
MAX_MAPS = 10_000
#: Tested cells that are held at a time, of all their maps; bounds the memory (some 100 MB).
_TESTS_AT_A_TIME = 2_000_000


@dataclass(frozen=True)
class ShuffleParameters:
    """Raises InputError if the number of maps is outside ``MIN_MAPS``..``MAX_MAPS`` or the seed negative."""

    search: HotspotParameters
    maps: int = 200
    #: The same seed gives the same maps.
    seed: int = 1

    def __post_init__(self) -> None:
        if not MIN_MAPS <= self.maps <= MAX_MAPS or self.seed < 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The incidents cannot be shuffled."),
                why=QT_TRANSLATE_NOOP("est_plugin", "{maps} maps with the seed {seed} were asked for."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give {least} to {most} maps, and a whole number from 0 up as seed."
                ),
                maps=self.maps,
                seed=self.seed,
                least=MIN_MAPS,
                most=MAX_MAPS,
            )


class Promise(StrEnum):
    """Does a method keep its promise, that at most a share alpha of the maps without a hotspot shows one?"""

    KEPT = "kept"
    #: More maps than that, but so few more that the shuffling may have made them.
    UNDECIDED = "undecided"
    BROKEN = "broken"

    @property
    def label(self) -> str:
        """Source text of the answer."""
        return _PROMISES[self]


_PROMISES = {
    Promise.KEPT: QT_TRANSLATE_NOOP("est_plugin", "kept"),
    Promise.UNDECIDED: QT_TRANSLATE_NOOP("est_plugin", "cannot be told from so few maps"),
    Promise.BROKEN: QT_TRANSLATE_NOOP("est_plugin", "broken"),
}


@dataclass(frozen=True, eq=False)
class FalseFinds:
    """What one method finds in shuffled maps, and in the map itself."""

    #: Cells called hot in each shuffled map, int64 (maps): all of them are false.
    cells: IntArray
    #: Cells called hot in the map as it is.
    in_own_map: int
    alpha: float

    @property
    def maps(self) -> int:
        """Shuffled maps with any find."""
        return int(np.count_nonzero(self.cells))

    @property
    def mean(self) -> float:
        """False cells per shuffled map."""
        return float(self.cells.mean())

    @property
    def interval(self) -> ShareInterval:
        """The share of maps with any find, with its exact interval (95 %)."""
        return exact_interval(self.maps, self.cells.size)

    @property
    def promise(self) -> Promise:
        """Is the share at most ``alpha``?"""
        if self.interval.share <= self.alpha:
            return Promise.KEPT
        return Promise.BROKEN if self.interval.low > self.alpha else Promise.UNDECIDED


@dataclass(frozen=True, eq=False)
class ShuffleResult:
    """How often each method is deceived by chance, with these counts in these cells."""

    exact: FalseFinds
    classic: FalseFinds
    parameters: ShuffleParameters
    incidents: int
    stacked: int
    #: Study cells, and those of them that hold incidents.
    study_cells: int
    cells_with_incidents: int
    checksum: str

    @property
    def sentence(self) -> Sentence:
        """How many of the maps show a hotspot by each method."""
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Your incidents were shuffled at random {maps} times, so that nothing but chance was left. Maps that "
                "showed a hotspot all the same: {exact}. With the classic method: {classic}.",
            ),
            maps=self.parameters.maps,
            exact=self.exact.maps,
            classic=self.classic.maps,
        )

    @property
    def verdict(self) -> Sentence:
        """What that says about the hotspots of the search."""
        return Sentence(_VERDICTS[self.exact.promise], most=round(100 * self.parameters.search.alpha, 1))

    @property
    def method(self) -> MethodBox:
        """How the result came about."""
        search = self.parameters.search
        return MethodBox(
            question=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "How many maps would show a hotspot, were it all chance?")
            ),
            null=Sentence(
                QT_TRANSLATE_NOOP("est_plugin", "the counts of the study cells as they are, each on any of the cells")
            ),
            p_value=Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "exact, of the upper tail, for each cell with incidents; classic: normal, of both tails, for each "
                    "study cell",
                )
            ),
            tests=self.cells_with_incidents,
            correction=Sentence(QT_TRANSLATE_NOOP("est_plugin", "Benjamini-Hochberg in each map")),
            parameters=(
                (QT_TRANSLATE_NOOP("est_plugin", "Shuffled maps"), self.parameters.maps),
                (QT_TRANSLATE_NOOP("est_plugin", "Seed of the random numbers"), self.parameters.seed),
                (QT_TRANSLATE_NOOP("est_plugin", "Level"), search.alpha),
                (QT_TRANSLATE_NOOP("est_plugin", "Cell width (metres)"), search.cell_size),
                (QT_TRANSLATE_NOOP("est_plugin", "Distance (metres)"), search.neighbourhood),
                (QT_TRANSLATE_NOOP("est_plugin", "Study cells"), self.study_cells),
                (QT_TRANSLATE_NOOP("est_plugin", "Cells with incidents"), self.cells_with_incidents),
                (QT_TRANSLATE_NOOP("est_plugin", "Incidents in the study cells"), self.incidents),
                (QT_TRANSLATE_NOOP("est_plugin", "Reports on stacked points, left out"), self.stacked),
            ),
            checksum=self.checksum,
        )


_VERDICTS = {
    Promise.KEPT: QT_TRANSLATE_NOOP(
        "est_plugin", "The method keeps its promise here: at most {most} maps of chance out of 100 show a hotspot."
    ),
    Promise.UNDECIDED: QT_TRANSLATE_NOOP(
        "est_plugin",
        "That is more than {most} out of 100, but so little more that the shuffling itself may have made it. "
        "Shuffle more maps to know.",
    ),
    Promise.BROKEN: QT_TRANSLATE_NOOP(
        "est_plugin",
        "That is more than the {most} out of 100 that the method promises. Take the hotspots of this search with "
        "care, and try other cells or another distance.",
    ),
}


def shuffle_test(
    points: PointSet, parameters: ShuffleParameters, feedback: Feedback, *, study_area: BaseGeometry | None = None
) -> ShuffleResult:
    """Shuffle the counts of the search that ``find_hotspots`` makes of ``points``, and search each shuffled map.

    Raises InputError if there is nothing to search (see ``searched_cells``); CancelledError.
    """
    kept = without_stacks(points, parameters.search)
    searched = searched_cells(kept, parameters.search, study_area=study_area)
    step(feedback, 0.05)
    alpha = parameters.search.alpha
    exact = false_cells_exact(searched, parameters, PartFeedback(feedback, 0.05, 0.4))
    classic = false_cells_classic(searched, parameters, PartFeedback(feedback, 0.4, 1.0))
    return ShuffleResult(
        exact=FalseFinds(exact, _hot_cells(searched, Significance.EXACT, alpha), alpha),
        classic=FalseFinds(classic, _hot_cells(searched, Significance.CLASSIC, alpha), alpha),
        parameters=parameters,
        incidents=int(searched.counts.sum()),
        stacked=len(points) - len(kept),
        study_cells=int(np.count_nonzero(searched.study.inside)),
        cells_with_incidents=int(np.count_nonzero(searched.counts)),
        checksum=points.checksum(),
    )


def shuffled(searched: SearchedCells, parameters: ShuffleParameters) -> Iterator[IntArray]:
    """The maps, one after the other: the counts of the study cells in another order, (ni, nj)."""
    chance = np.random.default_rng(parameters.seed)
    inside = searched.study.inside
    counts = searched.counts[inside]
    for _ in range(parameters.maps):
        shuffled_counts = np.zeros_like(searched.counts)
        shuffled_counts[inside] = chance.permutation(counts)
        yield shuffled_counts


def false_cells_classic(searched: SearchedCells, parameters: ShuffleParameters, feedback: Feedback) -> IntArray:
    """Cells with incidents that the classic test calls hot in each map, int64 (maps)."""
    found = np.zeros(parameters.maps, dtype=np.int64)
    for number, counts in enumerate(shuffled(searched, parameters)):
        test = evaluate_cells(counts, searched.study, Significance.CLASSIC, parameters.search.alpha)
        found[number] = np.count_nonzero(test.cells.hot)
        step(feedback, (number + 1) / parameters.maps)
    return found


def false_cells_exact(
    searched: SearchedCells,
    parameters: ShuffleParameters,
    feedback: Feedback,
    *,
    tests_at_a_time: int = _TESTS_AT_A_TIME,
) -> IntArray:
    """Cells that the exact test calls hot in each map, int64 (maps): as ``evaluate_cells`` finds them.

    The distribution of the sums hangs on the counts alone, whatever cell they are on, so the cells of many maps are
    tested together. Where sums are very large (see ``permutation``) their bound may be a little wider than alone.
    """
    maps_at_a_time = max(1, tests_at_a_time // max(np.count_nonzero(searched.counts), 1))
    found: list[int] = []
    waiting: list[_Map] = []
    neighbours = neighbour_sums(searched.study.inside.astype(np.int64), searched.study.neighbourhood.offsets)
    mean = searched.counts.sum() / np.count_nonzero(searched.study.inside)
    for counts in shuffled(searched, parameters):
        sums = neighbour_sums(counts, searched.study.neighbourhood.offsets)
        is_tested = counts > 0
        own, around, observed = counts[is_tested], neighbours[is_tested], sums[is_tested]
        waiting.append(_Map(own, around, observed, own + observed > mean * (around + 1)))
        if len(waiting) == maps_at_a_time or len(found) + len(waiting) == parameters.maps:
            found += _false_cells(waiting, searched, parameters.search.alpha)
            waiting = []
        step(feedback, (len(found) + len(waiting) / 2) / parameters.maps)
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class _Map:
    """The tested cells of a shuffled map (m)."""

    own: IntArray
    neighbours: IntArray
    observed: IntArray
    #: Does the cell with its neighbours hold more than the mean?
    is_high: BoolArray


def _false_cells(maps: list[_Map], searched: SearchedCells, alpha: float) -> list[int]:
    """Cells called hot in each of ``maps``."""
    columns = [np.concatenate([getattr(one, name) for one in maps]) for name in ("own", "neighbours", "observed")]
    test = permutation_test(searched.counts[searched.study.inside], *columns)
    p_of_maps: list[FloatArray] = np.split(test.p, len(maps))
    return [
        int(np.count_nonzero((benjamini_hochberg(p) <= alpha) & one.is_high))
        for p, one in zip(p_of_maps, maps, strict=True)
    ]


def _hot_cells(searched: SearchedCells, significance: Significance, alpha: float) -> int:
    return int(np.count_nonzero(evaluate_cells(searched.counts, searched.study, significance, alpha).cells.hot))
