# SPDX-License-Identifier: GPL-2.0-or-later
"""How firm the places are: found whatever the grid, or only where its lines happen to run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.hotspots import HotspotParameters, find_hotspots
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.stability import SHIFTS, SIZES, find_stability
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback


def points_of(x, y):
    return PointSet(x, y, np.zeros(x.size, dtype=np.int32), ("",))


def town(seed, crowds, scattered=800):
    rng = np.random.default_rng(seed)
    parts = [rng.uniform(0, 3000, (scattered, 2))]
    parts += [rng.normal(centre, 50, (count, 2)) for centre, count in crowds]
    return points_of(*np.concatenate(parts).T)


def stability(points, **parameters):
    return find_stability(points, HotspotParameters(**parameters), SilentFeedback())


@pytest.mark.parametrize("grid", GridKind)
def test_busy_places_are_firm_and_told_so(grid):
    result = stability(town(1, [((800, 800), 150), ((2200, 2000), 150)]), grid=grid)
    firm = [place for place in result.places if place.is_firm]
    assert {place.found_in for place in result.places if place.place.incidents > 100} == {12}
    assert len([place for place in firm if place.place.incidents > 100]) == 2
    assert f"{len(firm)} of {len(result.places)} hotspots" in str(result.sentence)
    assert str(firm[0].word) == "firm"


def test_the_first_search_is_that_of_the_hotspots():
    points = town(2, [((800, 800), 60)])
    found = find_hotspots(points, HotspotParameters(), SilentFeedback())
    result = stability(points)
    assert [one.place.polygon.wkb for one in result.places] == [place.polygon.wkb for place in found.places]
    assert all(result.variants[0].again)


def test_some_weak_places_depend_on_the_grid():
    """Crowds so small that the lines of the grid decide."""
    words = set()
    for seed in range(8):
        centres = [((400 + 700 * (k % 4), 400 + 700 * (k // 4)), 7) for k in range(16)]
        for place in stability(town(seed, centres, 300)).places:
            words.add(str(place.word))
            assert 1 <= place.found_in <= 12
            assert place.is_firm == (place.found_in >= 10)
    assert "depends on the grid" in words


def test_each_variant_has_its_own_grid():
    result = stability(town(3, [((800, 800), 60)]), cell_size=60.0, neighbourhood=150.0)
    settings = {(v.parameters.cell_size, v.parameters.neighbourhood, v.parameters.shift) for v in result.variants}
    assert settings == {
        (size, distance, shift) for size, distance in ((40, 100), (60, 150), (90, 225)) for shift in SHIFTS
    }
    assert len(result.variants) == len(SHIFTS) * len(SIZES) == 12


def test_a_cell_counts_the_variants_that_are_hot_where_its_centre_lies():
    points = town(4, [((800, 800), 80), ((2000, 1500), 20)])
    result = stability(points)
    cells = result.cells
    x, y = cells.grid.centres(cells.i, cells.j)
    surely, possibly = np.zeros((2, x.size), dtype=int)
    for variant in result.variants:
        found = find_hotspots(points, variant.parameters, SilentFeedback()).cells
        ground = shapely.union_all(found.grid.polygons(found.i[found.hot], found.j[found.hot]))
        # A centre that lies on a line belongs to the cell on one side of it.
        surely += shapely.contains_xy(shapely.buffer(ground, -0.01), x, y)
        possibly += shapely.contains_xy(shapely.buffer(ground, 0.01), x, y)
    assert ((surely <= cells.hot_in) & (cells.hot_in <= possibly)).all()
    assert np.count_nonzero(surely == possibly) >= x.size / 3
    assert (cells.hot_in >= 1).all()
    assert cells.hot_in.max() == 12
    assert cells.polygons().size == x.size


def test_a_moved_town_on_a_moved_grid_is_the_same_town():
    points = town(5, [((800, 800), 60)])
    x, y = np.round(points.x), np.round(points.y)
    parameters = HotspotParameters(cell_size=64.0, neighbourhood=160.0, grid=GridKind.SQUARE)
    here = find_hotspots(points_of(x, y), parameters, SilentFeedback())
    there = find_hotspots(points_of(x + 32, y + 16), replace(parameters, shift=(0.5, 0.25)), SilentFeedback())
    np.testing.assert_array_equal(there.cells.z, here.cells.z)
    for one, other in zip(here.places, there.places, strict=True):
        assert shapely.equals(shapely.transform(one.polygon, lambda corners: np.add(corners, (32, 16))), other.polygon)


@pytest.mark.parametrize("kind", GridKind)
def test_a_shifted_grid_still_holds_each_point_once(kind):
    rng = np.random.default_rng(6)
    x, y = rng.uniform(-500, 500, (2, 4000))
    grid = make_grid(kind, 60.0, (0.5, 0.25))
    i, j = grid.index(x, y)
    national_i, national_j = make_grid(kind, 60.0).index(x - 30.0, y - 15.0)
    assert np.array_equal(i, national_i)
    assert np.array_equal(j, national_j)
    assert shapely.intersects_xy(shapely.buffer(grid.polygons(i, j), 1e-9), x, y).all()
    np.testing.assert_array_equal(grid.index(*grid.centres(i, j)), (i, j))


def test_without_a_hotspot_nothing_is_called_firm():
    rng = np.random.default_rng(0)
    result = stability(points_of(*rng.uniform(0, 3000, (2, 400))))
    assert result.places == ()
    assert "no hotspot" in str(result.sentence)


def test_all_in_one_place_and_one_incident_are_answered():
    for points in (points_of(np.full(40, 5.0), np.full(40, 7.0)), points_of(np.array([5.0]), np.array([7.0]))):
        result = stability(points, include_stacks=True)
        assert result.places == ()
        assert result.cells.hot_in.size == 0


def test_no_incidents_are_told():
    with pytest.raises(InputError, match="no incidents"):
        stability(points_of(np.zeros(0), np.zeros(0)))


def test_the_method_names_all_that_was_varied():
    facts = {name: str(value) for name, value in stability(town(1, [((800, 800), 150)])).method.facts()}
    assert facts["Searches"] == "12"
    assert facts["Cell widths, metres"] == "40, 60, 90"
    assert facts["Periods tested together"] == "none: the chosen period alone, in each search"
    assert facts["Positions of the grid, in cells"] == "0 0; 0.5 0; 0 0.5; 0.5 0.5"
    assert "p-value" not in facts
