# SPDX-License-Identifier: GPL-2.0-or-later
"""Hold-out accuracy: what can be known beforehand is known, what cannot is not claimed, and nothing looks ahead."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import shapely

from est_plugin.analysis.accuracy import AREAS, HeldOut, measure_accuracy
from est_plugin.analysis.accuracy_result import NEEDS_AREA, AccuracyParameters, Difference, Verdict
from est_plugin.analysis.cell_test import Significance
from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.hotspots import HotspotParameters, find_hotspots
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.ranked_maps import RankedMap
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback

X0, Y0, SIDE = 540_000.0, 6_460_000.0, 3_000.0
ZONE = ZoneInfo("Europe/Stockholm")
MARCH = Period.containing(PeriodKind.MONTH, date(2026, 3, 1))
APRIL = MARCH.following()
PLACES = ((700.0, 700.0), (2200.0, 1500.0))
SEARCH = HotspotParameters()


def month(seed: int, places=PLACES, background: int = 250, each: int = 60) -> PointSet:
    """Incidents all over a town, and some at places."""
    chance = np.random.default_rng(seed)
    where = [chance.uniform(0, SIDE, (background, 2))]
    where += [chance.normal(place, 60, (each, 2)) for place in places]
    x, y = np.concatenate(where).T
    return PointSet(X0 + x, Y0 + y, np.zeros(x.size, np.int32), ("",))


def held(train: PointSet, test: PointSet, earlier: PointSet | None = None) -> HeldOut:
    return HeldOut(MARCH, APRIL, train, test, train if earlier is None else earlier)


def measure(train: PointSet, test: PointSet, earlier: PointSet | None = None, *, study_area=None, **search):
    parameters = AccuracyParameters(HotspotParameters(**search), draws=999)
    return measure_accuracy(held(train, test, earlier), parameters, SilentFeedback(), study_area=study_area)


def test_places_that_stay_are_caught_and_places_that_moved_are_not() -> None:
    stayed = measure(month(1), month(2))
    moved = measure(month(1), month(2, places=((2500.0, 2500.0), (500.0, 2300.0))))
    for kind in RankedMap:
        assert stayed.at_headline(kind).pai > 5
        assert moved.at_headline(kind).pai < 2.5
    assert stayed.places.pai > 5
    assert stayed.tested == moved.tested == 370


@pytest.mark.parametrize("grid", GridKind)
def test_the_hits_are_those_of_a_plain_count(grid) -> None:
    """The counts of the earlier period, cell by cell in Python."""
    train, test = month(1), month(2)
    result = measure(train, test, grid=grid)
    cells = make_grid(grid, SEARCH.cell_size)
    before, after = {}, {}
    for points, counts in ((train, before), (test, after)):
        for cell in zip(*(axis.tolist() for axis in cells.index(points.x, points.y)), strict=True):
            counts[cell] = counts.get(cell, 0) + 1
    for area, hits in zip(AREAS, result.maps[1].at, strict=True):
        budget, caught = area * result.cells, 0.0
        for count in sorted(set(before.values()), reverse=True):
            tied = [cell for cell, number in before.items() if number == count]
            share = min(1.0, budget / len(tied))
            caught += share * sum(after.get(cell, 0) for cell in tied)
            budget -= share * len(tied)
        assert hits.hits == pytest.approx(caught)
        most = sorted(after.values(), reverse=True)
        whole = int(area * result.cells)
        assert hits.most == pytest.approx(sum(most[:whole]) + (area * result.cells - whole) * most[whole])
        assert hits.pai == pytest.approx(caught / len(test) / area)


def test_no_tested_incident_is_lost_without_a_study_area() -> None:
    far = PointSet(np.array([X0 + 9000.0]), np.array([Y0 + 9000.0]), np.zeros(1, np.int32), ("",))
    test = month(2)
    joined = PointSet(np.append(test.x, far.x), np.append(test.y, far.y), np.zeros(len(test) + 1, np.int32), ("",))
    result = measure(month(1), joined)
    assert result.tested == len(test) + 1
    assert result.outside == 0


def test_what_lies_outside_the_study_area_is_told() -> None:
    area = shapely.box(X0, Y0, X0 + SIDE, Y0 + SIDE / 2)
    test = month(2)
    result = measure(month(1), test, study_area=area)
    assert result.tested + result.outside == len(test)
    assert result.outside > 50


def test_the_maps_know_nothing_of_the_tested_period() -> None:
    """With a study area the cells are given, and the same maps are tested whatever comes."""
    area = shapely.box(X0, Y0, X0 + SIDE, Y0 + SIDE)
    one, other = (measure(month(1), month(seed), study_area=area) for seed in (2, 3))
    for first, second in zip(one.maps, other.maps, strict=True):
        assert [hits.hits_before for hits in first.at] == [hits.hits_before for hits in second.at]
    assert one.places.area == other.places.area


def test_the_places_are_the_hotspots_of_the_training_period() -> None:
    train, test = month(1), month(2)
    result = measure(train, test)
    polygons = [place.polygon for place in find_hotspots(train, SEARCH, SilentFeedback()).places]
    inside = np.zeros(len(test), dtype=bool)
    for polygon in polygons:
        inside |= shapely.contains_xy(polygon, test.x, test.y)
    assert result.places.hits == pytest.approx(np.count_nonzero(inside))
    cell = make_grid(GridKind.HEXAGON, SEARCH.cell_size).area
    assert result.places.area == pytest.approx(shapely.union_all(polygons).area / cell / result.cells)


def test_the_heat_map_is_made_of_everything_earlier() -> None:
    late, early = PLACES[:1], PLACES[1:]
    train, before = month(1, places=late), month(5, places=early, each=300)
    everything = PointSet(
        np.append(train.x, before.x), np.append(train.y, before.y), np.zeros(len(train) + len(before), np.int32), ("",)
    )
    test = month(2, places=early)
    with_history, without = measure(train, test, everything), measure(train, test)
    assert with_history.at_headline(RankedMap.DENSITY).hits > 2 * without.at_headline(RankedMap.DENSITY).hits
    assert with_history.at_headline(RankedMap.COUNTS) == without.at_headline(RankedMap.COUNTS)


def test_without_hotspots_there_are_no_places_and_still_an_answer() -> None:
    result = measure(month(1, places=()), month(2, places=()))
    assert result.places is None
    # A map of chance catches about what chance does.
    assert result.at_headline(RankedMap.DENSITY).pai < 3
    verdicts = {result.verdict(one) for one in result.differences}
    assert verdicts == {Verdict.CHANCE}


def test_under_thirty_incidents_nothing_is_claimed() -> None:
    few = month(2, places=(), background=29)
    result = measure(month(1), few)
    assert not result.is_enough
    assert {result.verdict(one) for one in result.differences} == {Verdict.TOO_FEW}
    assert "too few" in str(result.remarks[0])
    assert measure(month(1), month(2, places=(), background=30)).is_enough


def test_a_difference_is_told_only_where_chance_rarely_makes_it() -> None:
    result = measure(month(1), month(2))
    sure, unsure = (Difference(RankedMap.COUNTS, 0.02, 9.0, q) for q in (0.01, 0.2))
    assert result.verdict(sure) == Verdict.MORE
    assert result.verdict(Difference(RankedMap.COUNTS, 0.02, -9.0, 0.01)) == Verdict.FEWER
    assert result.verdict(unsure) == Verdict.CHANCE


def test_a_difference_of_maps_is_found_where_there_is_one() -> None:
    """The training period's places are gone; those of everything earlier are back."""
    train, old = month(1, places=PLACES[:1]), month(5, places=PLACES[1:], each=400)
    everything = PointSet(
        np.append(train.x, old.x), np.append(train.y, old.y), np.zeros(len(train) + len(old), np.int32), ("",)
    )
    result = measure(train, month(2, places=PLACES[1:], each=200), everything)
    (beside,) = [one for one in result.differences if (one.other, one.area) == (RankedMap.DENSITY, 0.02)]
    assert beside.more < -50
    assert result.verdict(beside) == Verdict.FEWER


def test_each_map_catches_more_on_more_area_and_never_more_than_the_best() -> None:
    result = measure(month(1), month(2))
    for one in result.maps:
        assert one.curve[0] == 0
        assert (np.diff(one.curve) >= -1e-12).all()
        assert (one.curve <= result.best + 1e-12).all()
        for hits in one.at:
            assert np.interp(hits.area, result.curve, one.curve) == pytest.approx(hits.hit_rate.share)


def test_the_same_input_gives_the_same_answer_and_is_left_as_it_was() -> None:
    train, test = month(1), month(2)
    for points in (train, test):
        for array in (points.x, points.y, points.category):
            array.setflags(write=False)
    one, again = measure(train, test), measure(train, test)
    assert one.differences == again.differences
    assert str(one.sentence) == str(again.sentence)
    assert dict(one.method.facts())["Checksum of the incidents"] == train.checksum()


def test_default_points_known_beforehand_are_left_out_of_both_periods_and_no_others() -> None:
    stack = np.full(120, 1000.5)
    test = month(2)
    stacked = PointSet(
        np.append(test.x, X0 + stack), np.append(test.y, Y0 + stack), np.zeros(len(test) + 120, np.int32), ("",)
    )
    assert (measure(stacked, stacked).stacked, measure(stacked, stacked).tested) == (120, len(test))
    assert measure(stacked, stacked).trained_on == len(test)
    # Nobody knew of the stack beforehand: a map must not be spared what it could not know.
    unknown = measure(month(1), stacked)
    assert (unknown.stacked, unknown.tested, unknown.trained_on) == (0, len(test) + 120, 370)
    assert measure(stacked, stacked, include_stacks=True).tested == len(test) + 120


def test_pai_without_a_study_area_is_said_to_need_one() -> None:
    area = shapely.box(X0, Y0, X0 + SIDE, Y0 + SIDE)
    without, within = measure(month(1), month(2)), measure(month(1), month(2), study_area=area)
    assert NEEDS_AREA in without.remarks
    assert NEEDS_AREA not in within.remarks
    assert len(dict(within.method.facts())["Checksum of the study area"]) == 64


def test_the_box_says_how_the_hotspot_map_was_made() -> None:
    result = measure(month(1), month(2), alpha=0.1, significance=Significance.CLASSIC, grid=GridKind.SQUARE)
    facts = {name: str(value) for name, value in result.method.facts()}
    assert facts["Level"] == "0.1"
    assert facts["p-value of the hotspot map"] == "normal distribution, two-sided"
    assert facts["Correction of the hotspot map"]
    assert facts["Cells are"] == "squares"
    assert facts["Reports on stacked points count"] == "no"


def test_one_incident_and_all_in_one_place_get_an_honest_answer() -> None:
    one = PointSet(np.array([X0]), np.array([Y0]), np.zeros(1, np.int32), ("",))
    result = measure(one, one)
    assert (result.tested, result.places, result.is_enough) == (1, None, False)
    same = PointSet(np.full(50, X0), np.full(50, Y0), np.zeros(50, np.int32), ("",))
    result = measure(same, same, include_stacks=True)
    assert result.tested == 50
    assert all(hits.pei == pytest.approx(1.0) for one in result.maps for hits in one.at[2:])


def test_an_empty_period_and_an_area_without_incidents_are_told() -> None:
    nothing = month(1).select(np.zeros(370, dtype=bool))
    for train, test in ((nothing, month(2)), (month(1), nothing)):
        with pytest.raises(InputError, match="cannot be tested"):
            measure(train, test)
    with pytest.raises(InputError, match="None of the"):
        measure(month(1), month(2), study_area=shapely.box(X0 + 90_000, Y0, X0 + 92_000, Y0 + 2000))


@pytest.mark.parametrize("bad", [{"bandwidth": 0.0}, {"bandwidth": float("nan")}, {"draws": 0}, {"seed": -1}])
def test_settings_out_of_range_are_told(bad) -> None:
    with pytest.raises(InputError, match="cannot be tested"):
        AccuracyParameters(SEARCH, **bad)


def test_it_stops_when_cancelled() -> None:
    class Cancelled(SilentFeedback):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        measure_accuracy(held(month(1), month(2)), AccuracyParameters(SEARCH), Cancelled())


def timed(times) -> PointSet:
    number = len(times)
    return PointSet(np.zeros(number), np.zeros(number), np.zeros(number, np.int32), ("",), np.array(times))


def test_incidents_are_cut_at_local_midnights() -> None:
    """March 2026 begins at 23:00 UTC the day before; April and May, in summer time, at 22:00."""
    march, april, may = 1_772_319_600, 1_774_994_400, 1_777_586_400
    cut = HeldOut.cut(timed([march - 1, march, april - 1, april, may - 1, may]), MARCH, APRIL, ZONE)
    assert cut.train.time.tolist() == [march, april - 1]
    assert cut.test.time.tolist() == [april, may - 1]
    assert cut.earlier.time.tolist() == [march - 1, march, april - 1]


def test_points_without_times_and_periods_out_of_order_are_told() -> None:
    with pytest.raises(InputError, match="no times"):
        HeldOut.cut(month(1), MARCH, APRIL, ZONE)
    with pytest.raises(InputError, match="begins before"):
        HeldOut.cut(timed([0]), APRIL, MARCH, ZONE)
