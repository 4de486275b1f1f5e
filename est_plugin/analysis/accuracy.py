# SPDX-License-Identifier: GPL-2.0-or-later
"""How well does the hotspot map of one period tell where the incidents of the next one come?

Three maps are made of what was known before the tested period: the hotspot map and the counts of the earlier period,
and the heat map of everything earlier. They are compared on the same cells and on the same share of the area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.analysis.accuracy_result import AccuracyResult, Difference, MapAccuracy
from est_plugin.analysis.capture import RankedCells, chance_of_difference
from est_plugin.analysis.counted_incidents import count_incidents
from est_plugin.analysis.fdr import benjamini_hochberg
from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.hotspots import find_in_counts
from est_plugin.analysis.ranked_maps import RankedMap, by_density, by_hotspots
from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.analysis.study_counts import StudyCounts, area_checksum, none_in_area, study_of
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import Feedback, PartFeedback, step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.accuracy_result import AccuracyParameters
    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.capture import AreaHits
    from est_plugin.analysis.counted_incidents import CountedIncidents
    from est_plugin.analysis.hotspots import HotspotParameters, Place
    from est_plugin.analysis.points import PointSet
    from est_plugin.analysis.stacks import Stack
    from est_plugin.analysis.study import StudyCells
    from est_plugin.domain.period import Period

#: Shares of the area at which the maps are compared: a map alone can have any PAI, if its area is small enough.
AREAS = (0.01, 0.02, 0.05)
#: Shares of the area at which the curve is given.
_CURVE = np.linspace(0.0, 0.2, 201)


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Incidents cut in time: what the maps are made of, and what they are tested on."""

    train_period: Period
    test_period: Period
    train: PointSet
    test: PointSet
    #: Everything known before the tested period, with the training period.
    earlier: PointSet

    @classmethod
    def cut(cls, points: PointSet, train_period: Period, test_period: Period, zone: ZoneInfo) -> HeldOut:
        """``points`` by their earliest times; the periods are whole days in ``zone``.

        Raises InputError if the points have no times, or the tested period does not come after the other.
        """
        if points.time is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The incidents have no times."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the field with the time."),
            )
        if test_period.start < train_period.end:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The tested period begins before the other one has ended."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Test on a later period."),
            )
        first, last, start, end = (
            round(instant.timestamp()) for period in (train_period, test_period) for instant in period.bounds_utc(zone)
        )
        time = points.time
        return cls(
            train_period=train_period,
            test_period=test_period,
            train=points.select((time >= first) & (time < last)),
            test=points.select((time >= start) & (time < end)),
            earlier=points.select(time < start),
        )


def measure_accuracy(
    held_out: HeldOut, parameters: AccuracyParameters, feedback: Feedback, *, study_area: BaseGeometry | None = None
) -> AccuracyResult:
    """Compare the three maps on the incidents of the tested period.

    Reports on the stacks of the earlier period are left out of all: beforehand no others are known.

    The cells are those of ``study_area``, and without one those of both periods together: so no tested incident is
    lost, and cells that a map knows nothing about are the last that it takes. Raises InputError if one of the periods
    has no incidents, or a setting does not suit; CancelledError.
    """
    search = parameters.search
    stacks = () if search.include_stacks else find_stacks(held_out.train)
    train, test = (_counted(points, search, stacks) for points in (held_out.train, held_out.test))
    study = study_of((train, test), search.neighbourhood, study_area)
    before, after = (StudyCounts(study, counted).counts[study.inside] for counted in (train, test))
    if not before.any() or not after.any():
        raise none_in_area(int(train.count.sum() + test.count.sum()))
    step(feedback, 0.1)
    earlier = held_out.earlier.select(~on_stacks(held_out.earlier, stacks))
    searched = StudyCounts(study_of((train,), search.neighbourhood, study_area), train)
    rankings = {
        RankedMap.HOTSPOTS: by_hotspots(study, searched, search),
        RankedMap.COUNTS: RankedCells.by(before.astype(np.float64)),
        RankedMap.DENSITY: by_density(study, earlier, parameters.bandwidth, PartFeedback(feedback, 0.1, 0.4)),
    }
    places = find_in_counts(train, search, PartFeedback(feedback, 0.4, 0.7), study_area=study_area).places
    best = RankedCells.by(after.astype(np.float64)).caught(after, _CURVE) / after.sum()
    result = AccuracyResult(
        maps=_measured(rankings, before, after),
        differences=_differences(rankings, after, parameters),
        places=_hits_on(places, study, before, after),
        curve=_CURVE,
        best=best,
        parameters=parameters,
        periods=(held_out.train_period, held_out.test_period),
        trained_on=int(train.count.sum()),
        known=len(earlier),
        study=study.rule,
        study_area_checksum=area_checksum(study_area),
        cells=after.size,
        outside=int(test.count.sum() - after.sum()),
        stacked=test.stacked,
        checksums=(held_out.train.checksum(), held_out.test.checksum(), held_out.earlier.checksum()),
    )
    step(feedback, 1.0)
    return result


def _counted(points: PointSet, search: HotspotParameters, stacks: Sequence[Stack]) -> CountedIncidents:
    """Counts without those on ``stacks``. Raises InputError if nothing is left."""
    counted = count_incidents(points, make_grid(search.grid, search.cell_size), stacks=stacks)
    if not counted.count.size:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "One of the two periods has no incident with a place of its own: {count} reports."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose longer periods, or periods with incidents."),
            count=len(points),
        )
    return counted


def _measured(rankings: dict[RankedMap, RankedCells], before: IntArray, after: IntArray) -> tuple[MapAccuracy, ...]:
    return tuple(
        MapAccuracy(
            kind,
            tuple(ranked.hits(area, after, before) for area in AREAS),
            ranked.caught(after, _CURVE) / after.sum(),
        )
        for kind, ranked in rankings.items()
    )


def _differences(
    rankings: dict[RankedMap, RankedCells], after: IntArray, parameters: AccuracyParameters
) -> tuple[Difference, ...]:
    """The hotspot map beside each of the others at each share of the area; q is corrected for all of them."""
    ours = rankings[RankedMap.HOTSPOTS]
    pairs = [(kind, area) for kind in rankings if kind != RankedMap.HOTSPOTS for area in AREAS]
    beyond = [after * (ours.taken(area) - rankings[kind].taken(area)) for kind, area in pairs]
    p = np.array([chance_of_difference(more, parameters.draws, parameters.seed) for more in beyond])
    return tuple(
        Difference(kind, area, float(more.sum()), float(q))
        for (kind, area), more, q in zip(pairs, beyond, benjamini_hochberg(p), strict=True)
    )


def _hits_on(places: tuple[Place, ...], study: StudyCells, before: IntArray, after: IntArray) -> AreaHits | None:
    """What the hotspots themselves caught, on their own area; None without hotspots."""
    x, y = study.grid.centres(*study.cells(np.flatnonzero(study.inside)))
    is_in_place = np.zeros(x.size, dtype=np.bool_)
    for place in places:
        is_in_place |= shapely.contains_xy(place.polygon, x, y)
    if not is_in_place.any():
        return None
    taken_first = RankedCells.by(is_in_place.astype(np.float64))
    return taken_first.hits(np.count_nonzero(is_in_place) / x.size, after, before)
