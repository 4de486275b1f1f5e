# SPDX-License-Identifier: GPL-2.0-or-later
"""Does it happen again nearby, soon, more often than chance explains? (Knox 1964; Ratcliffe and Rengert 2008)

Pairs of incidents are counted by how far apart they are in space and in time. The null: the same places and the same
times, but which time belongs to which place is chance. Over all such shuffles the mean of a count is exact, S T / (all
pairs), with S the pairs in the band of distance and T those in the band of time; only p needs simulated shuffles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.close_pairs import ClosePairs, Distance, find_close_pairs
from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.method_box import MethodBox
from est_plugin.analysis.rhythm import times_of
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback, step
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import BoolArray, FloatArray, IntArray
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback

#: With fewer incidents no pattern is spoken of.
FEWEST = 30
SIGNIFICANCE = 0.05
#: A smaller excess is no reason to act, whatever its p (Ratcliffe's near repeat calculator).
LEAST_RATIO = 1.2
_DAY = 86_400
#: Pairs whose times fit into the processor's cache.
_PAIRS_AT_A_TIME = 32_768
_INT32 = 2**31 - 1


@dataclass(frozen=True)
class NearRepeatParameters:
    """The bands: the same place, then ``distances`` bands of ``metres``; ``intervals`` bands of ``days``.

    Bands hold their lower bound and not the upper one.
    """

    metres: float = 100.0
    distances: int = 4
    days: int = 7
    intervals: int = 4
    distance: Distance = Distance.EUCLIDEAN
    #: At least; more are made where so many tests need more, see ``fewest_shuffles``.
    permutations: int = 999
    seed: int = 1

    def __post_init__(self) -> None:
        if not (self.metres > 0 and min(self.distances, self.days, self.intervals, self.permutations) >= 1):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The bands of distance and time are not usable."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Width and number of bands must be above zero."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose other bands."),
            )


@dataclass(frozen=True, eq=False)
class NearRepeat:
    """The table: rows are the same place and the bands of distance, columns the bands of time."""

    parameters: NearRepeatParameters
    incidents: int
    #: Incidents known to a span of time; they count at its middle.
    spans: int
    #: Pairs of incidents, int64 (a, b).
    observed: IntArray
    #: Mean of the pairs over all shuffles, exact, float64 (a, b).
    expected: FloatArray
    #: P(pairs >= observed), simulated, float64 (a, b).
    p: FloatArray
    #: p, corrected for all cells that can hold pairs.
    q: FloatArray
    method: MethodBox

    @property
    def ratio(self) -> FloatArray:
        """Observed by expected; NaN where nothing is expected."""
        return np.divide(
            self.observed, self.expected, out=np.full(self.expected.shape, np.nan), where=self.expected > 0
        )

    @property
    def is_repeat(self) -> BoolArray:
        """Where pairs are more than chance explains, and by more than a fifth."""
        return (self.q <= SIGNIFICANCE) & (np.nan_to_num(self.ratio) > LEAST_RATIO)

    def where(self, row: int) -> Sentence:
        """A band of distance in words."""
        if row == 0:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "at the same place"))
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "{low}–{high} m away"),
            low=(row - 1) * self.parameters.metres,
            high=row * self.parameters.metres,
        )

    def when(self, column: int) -> Sentence:
        """A band of time in words."""
        low, high = (bound * self.parameters.days for bound in (column, column + 1))
        if column == 0:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "within {days} × 24 hours"), days=high)
        return Sentence(QT_TRANSLATE_NOOP("est_plugin", "after {low}–{high} days"), low=low, high=high)

    @property
    def sentence(self) -> Sentence:
        """The result in one sentence: the surest of the repeats, and of equally sure ones that with the most pairs."""
        if self.incidents < FEWEST:
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin", "Too few incidents to speak of repeats: {count}, and {least} are needed."
                ),
                count=self.incidents,
                least=FEWEST,
            )
        if not self.is_repeat.any() and (self.q <= SIGNIFICANCE).any():
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "Incidents near each other follow each other a little sooner than chance explains, but nowhere by "
                    "more than a fifth: too little to act on.",
                )
            )
        if not self.is_repeat.any():
            return Sentence(
                QT_TRANSLATE_NOOP(
                    "est_plugin",
                    "No near repeats: incidents near each other do not follow each other sooner than chance explains.",
                )
            )
        row, column = min(
            np.argwhere(self.is_repeat).tolist(),
            key=lambda cell: (self.p[tuple(cell)], self.expected[tuple(cell)] - self.observed[tuple(cell)]),
        )
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "It happens again {where} {when}: {observed} pairs of incidents, where chance gives {expected}.",
            ),
            where=self.where(row),
            when=self.when(column),
            observed=int(self.observed[row, column]),
            expected=round(float(self.expected[row, column]), 1),
        )


def find_near_repeats(points: PointSet, parameters: NearRepeatParameters, feedback: Feedback) -> NearRepeat:
    """Count the pairs of n incidents with times, and shuffle the times; a span of time counts at its middle.

    Raises InputError with fewer than two incidents, without times, or if too many lie near each other.
    """
    time, until = times_of(points)
    if len(points) == 1:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "One incident alone cannot be repeated."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or take in reports first."),
        )
    length = np.maximum(until - time, 0)
    moments = time + length // 2
    reach = parameters.metres * parameters.distances
    # Neighbours beside each other in memory; and the same incidents in another order give the same p.
    order = np.lexsort((moments, points.y, points.x, points.y // reach, points.x // reach))
    x, y, moments = points.x[order], points.y[order], moments[order]
    pairs = find_close_pairs(x, y, reach, parameters.distance, PartFeedback(feedback, 0.0, 0.1))
    table = _Table.of(pairs, parameters)
    observed = table.counts(moments)
    all_pairs = len(points) * (len(points) - 1) // 2
    expected = np.outer(table.sizes, pairs_by_time(moments, parameters)) / all_pairs
    is_tested = expected > 0
    tests = int(np.count_nonzero(is_tested))
    parameters = replace(parameters, permutations=max(parameters.permutations, fewest_shuffles(tests)))
    p = _simulated_p(table, moments, observed, parameters, PartFeedback(feedback, 0.1, 1.0))
    q = np.ones(p.shape)
    q[is_tested] = benjamini_hochberg(p[is_tested])
    spans = int(np.count_nonzero(length))
    method = _method(points, parameters, tests)
    return NearRepeat(parameters, len(points), spans, observed, expected, p, q, method)


def fewest_shuffles(tests: int) -> int:
    """So many that a single cell of as many as are tested can be told from chance: with fewer none ever could."""
    return math.ceil(tests / SIGNIFICANCE)


def pairs_by_time(moments: IntArray, parameters: NearRepeatParameters) -> IntArray:
    """How many of all pairs lie in each band of time (b), from the sorted moments (n seconds)."""
    ordered = np.sort(moments)
    before = np.arange(1, ordered.size + 1)
    below = [int((np.searchsorted(ordered, ordered + edge) - before).clip(0).sum()) for edge in _time_edges(parameters)]
    return np.diff(np.array([0, *below], dtype=np.int64))


def _time_edges(parameters: NearRepeatParameters) -> list[int]:
    """Upper bounds of the bands of time, in seconds."""
    return [band * parameters.days * _DAY for band in range(1, parameters.intervals + 1)]


@dataclass(frozen=True, eq=False)
class _Table:
    """The close pairs, sorted by band of distance."""

    first: IntArray
    second: IntArray
    #: Pairs in each band of distance (a).
    sizes: IntArray
    edges: list[int]

    @classmethod
    def of(cls, pairs: ClosePairs, parameters: NearRepeatParameters) -> _Table:
        bounds = parameters.metres * np.arange(parameters.distances + 1)
        band = np.searchsorted(bounds, pairs.distance, side="right")
        band[pairs.distance == 0] = 0
        sizes = np.bincount(band, minlength=parameters.distances + 1)
        order = np.lexsort((pairs.first, band))
        return cls(pairs.first[order], pairs.second[order], sizes, _time_edges(parameters))

    def counts(self, moments: IntArray) -> IntArray:
        """Pairs by band of distance and of time (a, b)."""
        below = np.zeros((self.sizes.size, len(self.edges)), dtype=np.int64)
        buffers = np.empty((2, _PAIRS_AT_A_TIME), dtype=moments.dtype)
        for row, (start, end) in enumerate(pairwise([0, *np.cumsum(self.sizes).tolist()])):
            for low in range(start, end, _PAIRS_AT_A_TIME):
                part = slice(low, min(low + _PAIRS_AT_A_TIME, end))
                apart, other = buffers[:, : part.stop - low]
                # With "clip" numpy writes into the buffer at once; all positions are valid.
                np.take(moments, self.first[part], out=apart, mode="clip")
                np.take(moments, self.second[part], out=other, mode="clip")
                np.subtract(apart, other, out=apart)
                np.abs(apart, out=apart)
                for column, edge in enumerate(self.edges):
                    below[row, column] += np.count_nonzero(apart < edge)
        return np.diff(below, axis=1, prepend=0)


def _simulated_p(
    table: _Table, moments: IntArray, observed: IntArray, parameters: NearRepeatParameters, feedback: Feedback
) -> FloatArray:
    """(shuffles with at least as many pairs + 1) / (shuffles + 1), for each cell."""
    # Numpy shuffles whole words fastest; half of them is less memory to go through.
    shuffled = moments - moments.min()
    compact = np.int32 if max(int(shuffled.max()), table.edges[-1]) <= _INT32 else np.int64
    generator = np.random.default_rng(parameters.seed)
    reached = np.zeros(observed.shape, dtype=np.int64)
    for done in range(parameters.permutations):
        step(feedback, done / parameters.permutations)
        generator.shuffle(shuffled)
        reached += table.counts(shuffled.astype(compact)) >= observed
    return (reached + 1) / (parameters.permutations + 1)


def _method(points: PointSet, parameters: NearRepeatParameters, tests: int) -> MethodBox:
    return MethodBox(
        question=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Are pairs of incidents near each other in space and time more than chance gives? (Knox)"
            )
        ),
        null=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "the same places and the same times; which belong together is chance, in every season and part of town",
            )
        ),
        p_value=Sentence(QT_TRANSLATE_NOOP("est_plugin", "simulated, upper tail; the expected number is exact")),
        tests=tests,
        correction=Sentence(QT_TRANSLATE_NOOP("est_plugin", "Benjamini and Hochberg, over all cells of the table")),
        parameters=(
            (QT_TRANSLATE_NOOP("est_plugin", "Bands of distance (metres)"), parameters.metres),
            (QT_TRANSLATE_NOOP("est_plugin", "Number of bands of distance"), parameters.distances),
            (QT_TRANSLATE_NOOP("est_plugin", "Bands of time (days)"), parameters.days),
            (QT_TRANSLATE_NOOP("est_plugin", "Number of bands of time"), parameters.intervals),
            (QT_TRANSLATE_NOOP("est_plugin", "Distance"), parameters.distance),
            (QT_TRANSLATE_NOOP("est_plugin", "Least ratio that is called a repeat"), LEAST_RATIO),
            (QT_TRANSLATE_NOOP("est_plugin", "Shuffles"), parameters.permutations),
            (QT_TRANSLATE_NOOP("est_plugin", "Seed"), parameters.seed),
        ),
        checksum=points.checksum(),
    )
