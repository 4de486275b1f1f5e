# SPDX-License-Identifier: GPL-2.0-or-later
"""How many maps would show a hotspot although there is none? (The user's own counts, shuffled over the cells.)

Each shuffled map has the same cells and the same counts, but which cell holds which count is chance: whatever is found
in it is false. The very tests of the search look at it, the exact one and, beside it, the classic one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.cell_test import Significance, evaluate_cells
from est_plugin.analysis.counted_incidents import count_incidents
from est_plugin.analysis.fdr import adjusted
from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.neighbourhood import neighbour_sums
from est_plugin.analysis.permutation import permutation_test
from est_plugin.analysis.shuffle_result import FalseFinds, ShuffleResult
from est_plugin.analysis.study_counts import StudyCounts, area_checksum, none_in_area, study_of
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.counted_incidents import CountedIncidents
    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.shuffle_result import ShuffleParameters

#: Tested cells that are held at a time, of all their maps; bounds the memory (some 100 MB).
_TESTS_AT_A_TIME = 2_000_000


def shuffle_test(
    points: PointSet, parameters: ShuffleParameters, feedback: Feedback, *, study_area: BaseGeometry | None = None
) -> ShuffleResult:
    """Shuffle the counts of the search that ``find_hotspots`` makes of ``points``, and search each shuffled map.

    Raises InputError if there is nothing to search (see ``searched_counts``); CancelledError.
    """
    search = parameters.search
    counted = count_incidents(points, make_grid(search.grid, search.cell_size), include_stacks=search.include_stacks)
    searched = searched_counts(counted, search, study_area)
    step(feedback, 0.05)
    exact = false_cells_exact(searched, parameters, PartFeedback(feedback, 0.05, 0.4))
    classic = false_cells_classic(searched, parameters, PartFeedback(feedback, 0.4, 1.0))
    return ShuffleResult(
        exact=FalseFinds(exact, _hot_cells(searched, Significance.EXACT, search), search.alpha),
        classic=FalseFinds(classic, _hot_cells(searched, Significance.CLASSIC, search), search.alpha),
        parameters=parameters,
        incidents=searched.used,
        stacked=counted.stacked,
        study=searched.study.rule,
        study_cells=searched.cells,
        cells_with_incidents=int(np.count_nonzero(searched.counts)),
        beyond=searched.study.beyond(searched.counts),
        study_area_checksum=area_checksum(study_area),
        checksum=points.checksum(),
    )


def searched_counts(
    counted: CountedIncidents, search: HotspotParameters, study_area: BaseGeometry | None
) -> StudyCounts:
    """The counts that ``find_in_counts`` tests. Raises InputError if there are none."""
    incidents = int(counted.count.sum())
    if not incidents:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to search."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is no incident with a place of its own in the selection."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a longer period or other categories."),
        )
    searched = StudyCounts(study_of([counted], search.neighbourhood, study_area), counted)
    if not searched.used:
        raise none_in_area(incidents)
    return searched


def shuffled(searched: StudyCounts, parameters: ShuffleParameters) -> Iterator[IntArray]:
    """The maps, one after the other: the counts of the study cells in another order, (ni, nj)."""
    chance = np.random.default_rng(parameters.seed)
    inside = searched.study.inside
    counts = searched.counts[inside]
    for _ in range(parameters.maps):
        shuffled_counts = np.zeros_like(searched.counts)
        shuffled_counts[inside] = chance.permutation(counts)
        yield shuffled_counts


def false_cells_classic(searched: StudyCounts, parameters: ShuffleParameters, feedback: Feedback) -> IntArray:
    """Cells with incidents that the classic test calls hot in each map, int64 (maps)."""
    search = parameters.search
    found = np.zeros(parameters.maps, dtype=np.int64)
    for number, counts in enumerate(shuffled(searched, parameters)):
        test = evaluate_cells(counts, searched.study, Significance.CLASSIC, search.alpha, search.correction)
        found[number] = np.count_nonzero(test.cells.hot)
        step(feedback, (number + 1) / parameters.maps)
    return found


def false_cells_exact(
    searched: StudyCounts,
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
    for counts in shuffled(searched, parameters):
        sums = neighbour_sums(counts, searched.study.neighbourhood.offsets)
        is_tested = counts > 0
        own, around, observed = counts[is_tested], neighbours[is_tested], sums[is_tested]
        waiting.append(_Map(own, around, observed, own + observed > searched.mean * (around + 1)))
        if len(waiting) == maps_at_a_time or len(found) + len(waiting) == parameters.maps:
            found += _false_cells(waiting, searched, parameters.search)
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


def _false_cells(maps: list[_Map], searched: StudyCounts, search: HotspotParameters) -> list[int]:
    """Cells called hot in each of ``maps``."""
    columns = [np.concatenate([getattr(one, name) for one in maps]) for name in ("own", "neighbours", "observed")]
    test = permutation_test(searched.counts[searched.study.inside], *columns)
    p_of_maps: list[FloatArray] = np.split(test.p, len(maps))
    return [
        int(np.count_nonzero((adjusted(p, search.correction) <= search.alpha) & one.is_high))
        for p, one in zip(p_of_maps, maps, strict=True)
    ]


def _hot_cells(searched: StudyCounts, significance: Significance, search: HotspotParameters) -> int:
    test = evaluate_cells(searched.counts, searched.study, significance, search.alpha, search.correction)
    return int(np.count_nonzero(test.cells.hot))
