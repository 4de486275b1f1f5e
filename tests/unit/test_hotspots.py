# SPDX-License-Identifier: GPL-2.0-or-later
"""Hotspots: places where there are some, none where there are none, and a plain word about bad input."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import shapely

from est_plugin.analysis.cell_test import Significance, score_cells, smallest_p
from est_plugin.analysis.counted_incidents import count_periods
from est_plugin.analysis.grid import GridKind, count_cells, make_grid
from est_plugin.analysis.hotspot_words import cautions_of
from est_plugin.analysis.hotspots import HotspotParameters, Null, find_hotspots, find_in_counts
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.study import StudyRule
from est_plugin.analysis.study_counts import StudyCounts, study_of
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback

#: A town of 6 x 6 km in EPSG:3006.
X0, Y0, SIDE = 540_000.0, 6_460_000.0, 6_000.0
TOWN = shapely.box(X0, Y0, X0 + SIDE, Y0 + SIDE)
EVERYWHERE = 800
CELL = HotspotParameters().cell_size


def incidents(*clusters, background=EVERYWHERE, seed=1):
    """Background all over the town, and clusters of (x, y, spread, number); the category is the cluster's number."""
    rng = np.random.default_rng(seed)
    x, y = [rng.uniform(0, SIDE, background)], [rng.uniform(0, SIDE, background)]
    for centre_x, centre_y, spread, number in clusters:
        x.append(rng.normal(centre_x, spread, number))
        y.append(rng.normal(centre_y, spread, number))
    category = np.repeat(np.arange(len(x)), [part.size for part in x])
    codes = ("background", *(f"cluster-{k}" for k in range(1, len(x))))
    return PointSet(X0 + np.concatenate(x), Y0 + np.concatenate(y), category, codes)


def find(points, study_area=None, **parameters):
    return find_hotspots(points, HotspotParameters(**parameters), SilentFeedback(), study_area=study_area)


TWO_CLUSTERS = incidents((1500, 1500, 150, 90), (4200, 4600, 150, 60))


@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
@pytest.mark.parametrize("grid", GridKind)
def test_two_clusters_are_two_places_in_the_order_of_their_excess(grid, study_area):
    result = find(TWO_CLUSTERS, study_area, grid=grid)
    assert [place.rank for place in result.places] == [1, 2]
    first, second = result.places
    assert first.polygon.contains(shapely.Point(X0 + 1500, Y0 + 1500))
    assert second.polygon.contains(shapely.Point(X0 + 4200, Y0 + 4600))
    assert first.categories[0][0] == "cluster-1"
    assert second.categories[0][0] == "cluster-2"
    for place in result.places:
        assert sum(count for _, count in place.categories) == place.incidents
        assert place.polygon.area == pytest.approx(place.cells * make_grid(grid, CELL).area)
        assert place.p_min <= 0.05
        assert place.z_max > 3


@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
def test_no_clusters_are_no_places(study_area):
    result = find(incidents(), study_area)
    assert result.places == ()
    assert not result.cells.hot.any()
    assert result.used + result.left_out == EVERYWHERE


def test_the_incidents_of_a_place_lie_in_its_polygon():
    (place, *_) = find(TWO_CLUSTERS).places
    inside = shapely.contains_xy(place.polygon, TWO_CLUSTERS.x, TWO_CLUSTERS.y)
    assert np.count_nonzero(inside) == place.incidents


def test_the_cells_are_those_with_incidents_and_every_incident_is_counted():
    result = find(TWO_CLUSTERS)
    counted = count_cells(make_grid(GridKind.HEXAGON, CELL), TWO_CLUSTERS.x, TWO_CLUSTERS.y)
    assert np.array_equal(result.cells.i, counted.i)
    assert np.array_equal(result.cells.j, counted.j)
    assert np.array_equal(result.cells.count, counted.count)
    assert result.used == len(TWO_CLUSTERS)
    assert result.left_out == 0
    assert len(result.cells.polygons()) == result.cells.count.size


def test_the_order_of_the_incidents_does_not_matter():
    order = np.random.default_rng(5).permutation(len(TWO_CLUSTERS))
    a, b = find(TWO_CLUSTERS), find(TWO_CLUSTERS.select(order))
    assert a.places == b.places
    assert a.method == b.method


@pytest.mark.parametrize("grid", GridKind)
def test_a_town_moved_by_whole_cells_has_the_same_places(grid):
    moved_x, moved_y = make_grid(grid, CELL).centres(np.array([31]), np.array([-18]))
    origin_x, origin_y = make_grid(grid, CELL).centres(np.array([0]), np.array([0]))
    moved = dataclasses.replace(
        TWO_CLUSTERS, x=TWO_CLUSTERS.x + moved_x - origin_x, y=TWO_CLUSTERS.y + moved_y - origin_y
    )
    here, there = find(TWO_CLUSTERS, grid=grid), find(moved, grid=grid)
    assert [place.categories for place in here.places] == [place.categories for place in there.places]
    np.testing.assert_allclose(here.cells.p, there.cells.p, atol=1e-12)


@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
def test_a_busy_square_with_little_around_it_is_drawn_whole(study_area):
    """The exact test calls the square's neighbours hot, not the square; the place must hold the square all the same."""
    points = incidents((3000, 3000, 8, 80), (3000, 3000, 200, 12), background=300)
    (place,) = find(points, study_area, include_stacks=True).places
    assert place.polygon.contains(shapely.Point(X0 + 3000, Y0 + 3000))
    assert place.incidents >= 80


def test_shuffled_incidents_give_places_in_at_most_five_percent_of_the_maps():
    """The counts of a clustered town, put on other cells of the same town at random."""
    grid = make_grid(GridKind.SQUARE, 200.0)
    points = incidents((1500, 1500, 60, 150), (4200, 4600, 90, 100), (2000, 5000, 40, 70), background=200)
    cell = grid.index(points.x, points.y)
    cells_each_way = int(SIDE / grid.cell_size)
    i_min, j_min = grid.index(np.array([X0]), np.array([Y0]))
    inside = (points.x < X0 + SIDE) & (points.y < Y0 + SIDE) & (points.x >= X0) & (points.y >= Y0)
    number = (cell[0] - i_min) * cells_each_way + (cell[1] - j_min)
    rng = np.random.default_rng(11)
    finds = 0
    for _ in range(100):
        new = rng.permutation(cells_each_way**2)[number[inside]]
        x, y = grid.centres(new // cells_each_way + i_min, new % cells_each_way + j_min)
        shuffled = PointSet(x, y, points.category[inside], points.category_codes)
        finds += bool(find(shuffled, TOWN, grid=GridKind.SQUARE, include_stacks=True).places)
    assert finds <= 9  # 5 % of 100, and two standard deviations


def test_a_default_point_is_named_and_left_out():
    points = incidents((1500, 1500, 150, 90), (3000, 3000, 0, 200))
    result = find(points)
    assert [(stack.x, stack.y, stack.count) for stack in result.stacks] == [(X0 + 3000, Y0 + 3000, 200)]
    assert result.left_out == 200
    assert not any(place.polygon.contains(shapely.Point(X0 + 3000, Y0 + 3000)) for place in result.places)
    with_stack = find(points, include_stacks=True)
    assert with_stack.used == len(points)
    assert with_stack.stacks == result.stacks


def test_incidents_outside_the_study_area_are_left_out_and_counted():
    west = shapely.box(X0, Y0, X0 + SIDE / 2, Y0 + SIDE)
    result = find(TWO_CLUSTERS, west)
    assert result.used + result.left_out == len(TWO_CLUSTERS)
    assert result.used == result.cells.count.sum()
    assert all(place.polygon.bounds[0] < X0 + SIDE / 2 for place in result.places)


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.9, "Outside the study area, and not tested: "), (0.3, "Note: most incidents were not tested. ")],
)
def test_it_is_told_how_many_incidents_were_not_tested(share, said):
    result = find(TWO_CLUSTERS, shapely.box(X0, Y0, X0 + SIDE, Y0 + SIDE * share))
    outside = len(TWO_CLUSTERS) - result.used
    told = [str(sentence) for sentence in cautions_of(result)]
    assert [text for text in told if text.startswith(f"{said}{outside} of {len(TWO_CLUSTERS)} ")]
    assert ("Incidents outside the study area", outside) in result.method_box.parameters
    everywhere = find(TWO_CLUSTERS)
    assert not [sentence for sentence in cautions_of(everywhere) if "outside" in str(sentence).lower()]


def test_no_find_in_a_study_area_says_nothing_of_the_rest():
    result = find(incidents(), TOWN)
    assert str(result.sentence) == "No hotspot was found."


def test_empty_land_in_the_study_area_changes_the_null_and_stands_in_the_method():
    near, wide = find(TWO_CLUSTERS), find(TWO_CLUSTERS, TOWN.buffer(3000))
    assert near.method.study == StudyRule.INCIDENTS_AND_GAPS
    assert wide.method.study == StudyRule.CENTRE_IN_AREA
    assert wide.method.cells > near.method.cells
    assert wide.method.mean < near.method.mean


def test_the_method_says_what_was_done():
    method = find(TWO_CLUSTERS).method
    assert method.parameters == HotspotParameters()
    assert (method.null, method.tails) == (Null.PERMUTED_COUNTS, 1)
    assert method.study_area_checksum == ""
    assert method.tests < method.cells
    assert method.bounded_tests == 0
    assert method.checksum == find(TWO_CLUSTERS, max_places=1).method.checksum
    classic = find(TWO_CLUSTERS, significance=Significance.CLASSIC).method
    assert (classic.null, classic.tails) == (Null.NORMAL, 2)
    assert classic.tests == classic.cells


def test_the_study_area_is_known_by_its_checksum():
    same = shapely.Polygon(TOWN.exterior.coords[::-1])
    here, there, elsewhere = (find(TWO_CLUSTERS, area).method for area in (TOWN, same, TOWN.buffer(1)))
    assert here.study_area_checksum == there.study_area_checksum != elsewhere.study_area_checksum
    assert len(here.study_area_checksum) == 64


def test_the_list_is_cut_but_the_number_found_is_told():
    result = find(TWO_CLUSTERS, max_places=1)
    assert len(result.places) == 1
    assert result.method.places_found == 2


def test_small_places_are_left_out():
    assert find(TWO_CLUSTERS, min_incidents=1000).places == ()


@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
@pytest.mark.parametrize("number", [1, 2, 20, 500])
def test_all_incidents_at_one_place_give_an_honest_answer(number, study_area):
    points = incidents((3000, 3000, 0, number), background=0)
    result = find(points, study_area)
    assert result.places == ()
    assert result.used + result.left_out == number
    assert bool(result.stacks) == (number >= 30)


def test_very_large_counts_are_bounded_and_it_is_told():
    points = incidents((3000, 3000, 100, 60_000), background=400)
    result = find(points, TOWN, include_stacks=True)
    assert result.method.bounded_tests > 0
    assert result.places[0].polygon.contains(shapely.Point(X0 + 3000, Y0 + 3000))


def test_no_incidents_are_refused():
    with pytest.raises(InputError, match="no incidents in the selection"):
        find(incidents(background=0))


def test_incidents_in_another_crs_than_the_study_area_are_refused():
    with pytest.raises(InputError, match=r"None of the 950 incidents .* check the coordinate systems"):
        find(TWO_CLUSTERS, shapely.box(0, 0, 6000, 6000))


@pytest.mark.parametrize(
    ("study_area", "why"),
    [
        (shapely.Polygon(), "no surface"),
        (shapely.LineString([(X0, Y0), (X0 + 1, Y0)]), "no surface"),
        (shapely.box(X0, Y0, X0 + 100, Y0 + 100), "at least 10 are needed"),
    ],
)
def test_a_study_area_that_is_none_is_refused(study_area, why):
    with pytest.raises(InputError, match=why):
        find(TWO_CLUSTERS, study_area)


def test_a_study_area_that_crosses_itself_is_mended():
    bow_tie = shapely.Polygon([(X0, Y0), (X0 + SIDE, Y0 + SIDE), (X0 + SIDE, Y0), (X0, Y0 + SIDE)])
    assert find(TWO_CLUSTERS, bow_tie).method.cells > 100


@pytest.mark.parametrize("grid", GridKind)
@pytest.mark.parametrize("study_area", [None, TOWN], ids=["no area", "town"])
def test_millions_of_cells_are_refused(grid, study_area):
    with pytest.raises(InputError, match="too many cells"):
        find(TWO_CLUSTERS, study_area, grid=grid, cell_size=1.0, neighbourhood=2.0)


def test_a_point_at_the_origin_is_refused_with_a_hint():
    stray = dataclasses.replace(TWO_CLUSTERS, x=np.append(TWO_CLUSTERS.x[:-1], 0), y=np.append(TWO_CLUSTERS.y[:-1], 0))
    with pytest.raises(InputError, match="far away by mistake"):
        find(stray)


@pytest.mark.parametrize("wrong", [{"alpha": 0.0}, {"alpha": 1.0}, {"min_incidents": 0}, {"max_places": 0}])
def test_settings_outside_their_range_are_refused(wrong):
    with pytest.raises(InputError, match="outside its range"):
        HotspotParameters(**wrong)


def test_a_person_can_cancel():
    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        find_hotspots(TWO_CLUSTERS, HotspotParameters(), Cancelled())


def facts_of(result):
    return {name: str(value) for name, value in result.method_box.facts()}


@pytest.mark.parametrize("number", [1, 29])
def test_few_incidents_without_a_find_are_said_to_be_too_few(number):
    assert "hardly any could have been found" in str(find(incidents(background=number)).sentence)


def test_many_incidents_in_few_cells_without_a_find_are_said_to_be_too_few():
    result = find(incidents((1500, 1500, 1, 60), background=0), include_stacks=True)
    assert result.used == 60
    assert not result.places
    assert "hardly any could have been found" in str(result.sentence)


def test_enough_incidents_without_a_find_claim_no_more_than_that():
    result = find(incidents(background=300))
    assert not result.places
    assert str(result.sentence) == "No hotspot was found."


def test_no_arrangement_of_the_counts_gives_a_smaller_p():
    chance = np.random.default_rng(3)
    points = incidents(background=9)
    grid = make_grid(GridKind.SQUARE, 100)
    (counted,) = count_periods([points], grid)
    study = study_of([counted], 150, shapely.box(X0, Y0, X0 + 500, Y0 + 500))
    counts = np.zeros_like(StudyCounts(study, counted).counts)
    counts[study.inside] = np.append([3, 1, 1, 1], np.zeros(np.count_nonzero(study.inside) - 4))
    least = smallest_p(counts, study)
    for _ in range(200):
        shuffled = np.zeros_like(counts)
        shuffled[study.inside] = chance.permutation(counts[study.inside])
        assert score_cells(shuffled, study, Significance.EXACT).p.min() >= least * (1 - 1e-9)
    # All four in a corner, the cell of the corner with all that is around it.
    row, column = np.argwhere(study.inside)[0]
    corner = np.zeros_like(counts)
    corner[row, column : column + 2], corner[row + 1, column : column + 2] = (1, 1), (1, 3)
    assert score_cells(corner, study, Significance.EXACT).p.min() == pytest.approx(least)


def test_the_checksum_covers_every_period_in_its_order():
    grid = make_grid(GridKind.HEXAGON, CELL)
    first, second, now = (incidents(background=400, seed=seed) for seed in (1, 2, 3))

    def checksum(*periods):
        *earlier, latest = count_periods(periods, grid)
        return find_in_counts(latest, HotspotParameters(), SilentFeedback(), earlier=earlier).method.checksum

    assert len({checksum(now), checksum(first, now), checksum(second, now), checksum(first, second, now)}) == 4
    assert checksum(first, second, now) != checksum(second, first, now)
    assert checksum(first, now) == checksum(first, now)
    assert checksum(now) == count_periods([now], grid)[0].checksum()


def test_bounded_tests_of_earlier_periods_are_counted():
    grid = make_grid(GridKind.HEXAGON, CELL)
    huge = incidents(background=0)
    place = np.random.default_rng(1).uniform(0, 600, (2, 400)).repeat(50_000, axis=1)
    huge = PointSet(X0 + place[0], Y0 + place[1], np.zeros(place.shape[1], np.int32), ("",))
    calm = incidents(background=200)
    earlier, now = count_periods([huge, calm], grid, include_stacks=True)
    alone, together = (
        find_in_counts(now, HotspotParameters(include_stacks=True), SilentFeedback(), earlier=before).method
        for before in ((), (earlier,))
    )
    assert alone.bounded_tests == 0 < together.bounded_tests


def test_squares_with_many_incidents_carry_a_caution():
    def warned(grid, number):
        result = find(incidents(background=number), grid=grid, cell_size=200, neighbourhood=400)
        return any("in squares the edge" in str(caution) for caution in cautions_of(result))

    assert warned(GridKind.SQUARE, 5200)
    assert not warned(GridKind.SQUARE, 800)
    assert not warned(GridKind.HEXAGON, 5200)


def test_an_area_much_wider_than_the_town_carries_a_caution():
    wide = shapely.box(X0 - SIDE, Y0, X0 + SIDE, Y0 + SIDE)
    cautions = {
        area: [str(one) for one in cautions_of(find(incidents(background=3000), area))] for area in (None, wide)
    }
    assert not any("beyond the incidents" in one for one in cautions[None])
    assert any("beyond the incidents" in one for one in cautions[wide])


def test_the_box_says_whether_stacks_count_and_where_the_grid_lies():
    facts = facts_of(find(TWO_CLUSTERS, include_stacks=True, shift=(0.5, 0.0)))
    assert facts["Reports on stacked points count"] == "yes"
    assert facts["Grid moved east and north, in cells"] == "0.5 0"
    assert facts_of(find(TWO_CLUSTERS))["Reports on stacked points count"] == "no"
