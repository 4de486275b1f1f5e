# SPDX-License-Identifier: GPL-2.0-or-later
"""The shuffle test: each map as the search itself sees it, repeatable, honest about its own error, cancellable."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely

from est_plugin.analysis.cell_test import Significance, evaluate_cells
from est_plugin.analysis.counted_incidents import count_incidents
from est_plugin.analysis.grid import GridKind, make_grid
from est_plugin.analysis.hotspots import HotspotParameters, find_hotspots
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.shuffle_result import FalseFinds, Promise, ShuffleParameters
from est_plugin.analysis.shuffle_test import (
    false_cells_classic,
    false_cells_exact,
    searched_counts,
    shuffle_test,
    shuffled,
)
from est_plugin.errors import CancelledError, InputError
from est_plugin.feedback import SilentFeedback

X0, Y0 = 540_000.0, 6_460_000.0
SEARCH = HotspotParameters()


def points_of(x, y) -> PointSet:
    return PointSet(X0 + np.asarray(x), Y0 + np.asarray(y), np.zeros(len(x), np.int32), ("",))


def town(seed: int = 1, background: int = 400, cluster: int = 120, side: float = 3000.0) -> PointSet:
    """Incidents all over a town, and a cluster in its middle."""
    chance = np.random.default_rng(seed)
    x, y = (
        np.concatenate([chance.uniform(0, side, background), chance.normal(side / 2, 80, cluster)]) for _ in range(2)
    )
    return points_of(x, y)


def searched_cells(points: PointSet, search: HotspotParameters, *, study_area=None):
    counted = count_incidents(points, make_grid(search.grid, search.cell_size))
    return searched_counts(counted, search, study_area)


def run(points: PointSet, maps: int = 100, seed: int = 1, **kwargs):
    search = HotspotParameters(**kwargs.pop("search", {}))
    return shuffle_test(points, ShuffleParameters(search, maps, seed), SilentFeedback(), **kwargs)


@pytest.mark.parametrize("grid", GridKind)
@pytest.mark.parametrize("area", [None, shapely.box(X0, Y0, X0 + 3000, Y0 + 2000)], ids=["no area", "area"])
def test_each_map_is_tested_as_the_search_tests_it(grid, area) -> None:
    search = HotspotParameters(grid=grid, alpha=0.3)
    searched = searched_cells(town(), search, study_area=area)
    parameters = ShuffleParameters(search, maps=100)
    for false_cells, significance in (
        (false_cells_exact, Significance.EXACT),
        (false_cells_classic, Significance.CLASSIC),
    ):
        found = false_cells(searched, parameters, SilentFeedback())
        plain = [
            np.count_nonzero(evaluate_cells(counts, searched.study, significance, 0.3).cells.hot)
            for counts in shuffled(searched, parameters)
        ]
        assert found.tolist() == plain
        assert sum(plain) > 0


def test_maps_are_tested_alike_however_many_are_held_at_a_time() -> None:
    searched = searched_cells(town(), HotspotParameters(alpha=0.5))
    parameters = ShuffleParameters(HotspotParameters(alpha=0.5), maps=100)
    together = false_cells_exact(searched, parameters, SilentFeedback())
    for maps in (1, 5):
        tests = maps * np.count_nonzero(searched.counts)
        alone = false_cells_exact(searched, parameters, SilentFeedback(), tests_at_a_time=tests)
        assert np.array_equal(alone, together)
    assert together.any()


def test_a_shuffle_keeps_the_counts_and_the_cells() -> None:
    searched = searched_cells(town(), SEARCH)
    before = searched.counts.copy()
    maps = list(shuffled(searched, ShuffleParameters(SEARCH, maps=100)))
    for counts in maps:
        assert not counts[~searched.study.inside].any()
        assert np.array_equal(np.sort(counts[searched.study.inside]), np.sort(before[searched.study.inside]))
    assert np.array_equal(searched.counts, before)
    assert len({counts.tobytes() for counts in maps}) == 100


def test_the_same_seed_gives_the_same_result_and_another_seed_other_maps() -> None:
    first, again, other = (run(town(), search={"alpha": 0.5}, seed=seed) for seed in (3, 3, 4))
    assert np.array_equal(first.exact.cells, again.exact.cells)
    assert np.array_equal(first.classic.cells, again.classic.cells)
    assert not np.array_equal(first.classic.cells, other.classic.cells)


def test_of_all_arrangements_of_a_tiny_map_at_most_a_share_alpha_shows_a_find() -> None:
    """Full enumeration: twelve squares in a row, every way to lay three of one and one of four on them."""
    area = shapely.box(X0 - 1, Y0, X0 + 12 * 100 - 1, Y0 + 99)
    search = HotspotParameters(cell_size=100, neighbourhood=100, grid=GridKind.SQUARE)
    x = [50.0, 150, 250, 550, 550, 550, 550]
    searched = searched_cells(points_of(x, [50.0] * 7), search, study_area=area)
    assert np.count_nonzero(searched.study.inside) == 12
    population = searched.counts[searched.study.inside]
    maps = []
    for ones in itertools.combinations(range(12), 3):
        for four in set(range(12)) - set(ones):
            counts = np.zeros_like(searched.counts)
            row = np.zeros_like(population)
            row[list(ones)], row[four] = 1, 4
            counts[searched.study.inside] = row
            maps.append(counts)
    assert len(maps) == 220 * 9
    for alpha in (0.05, 0.2, 0.4):
        finds = [evaluate_cells(counts, searched.study, Significance.EXACT, alpha).cells.hot.any() for counts in maps]
        assert np.mean(finds) <= alpha
        # The share that the shuffle test tells is the share of all arrangements, within its own interval of 99.99 %.
        found = false_cells_exact(searched, ShuffleParameters(_with(search, alpha), maps=2000), SilentFeedback())
        share = np.count_nonzero(found) / 2000
        assert abs(share - np.mean(finds)) <= 4 * np.sqrt(max(np.mean(finds), 1 / 2000) / 2000)


def _with(search: HotspotParameters, alpha: float) -> HotspotParameters:
    return HotspotParameters(search.cell_size, search.neighbourhood, search.grid, alpha=alpha)


def test_ours_keeps_the_promise_where_the_classic_method_breaks_it() -> None:
    result = run(town(background=600, cluster=200), maps=300)
    assert result.exact.promise != Promise.BROKEN
    assert result.exact.interval.low <= 0.05
    assert result.classic.promise == Promise.BROKEN
    assert result.classic.interval.share > 0.5
    assert result.classic.mean > result.exact.mean
    assert result.exact.in_own_map > 0


def test_the_result_says_what_was_shuffled() -> None:
    points = town()
    result = run(points)
    searched = searched_cells(points, SEARCH)
    assert result.incidents == len(points) - result.stacked == searched.counts.sum()
    assert result.study_cells == np.count_nonzero(searched.study.inside)
    assert result.cells_with_incidents == np.count_nonzero(searched.counts) == result.method.tests
    assert result.exact.in_own_map == np.count_nonzero(find_hotspots(points, SEARCH, SilentFeedback()).cells.hot)
    facts = dict(result.method.facts())
    assert facts["Shuffled maps"] == 100
    assert facts["Seed"] == 1
    assert facts["Checksum of the incidents"] == points.checksum()
    assert str(result.exact.maps) in str(result.sentence)


def test_reports_on_stacks_are_left_out_as_in_the_search() -> None:
    points = town()
    stacked = points_of(np.append(points.x - X0, np.full(200, 700.0)), np.append(points.y - Y0, np.full(200, 700.0)))
    assert run(stacked).stacked == 200
    assert run(stacked, search={"include_stacks": True}).stacked == 0
    assert run(stacked).incidents == len(points)


@pytest.mark.parametrize(
    ("found", "promise"),
    [
        ([0] * 200, Promise.KEPT),
        ([1] * 10 + [0] * 190, Promise.UNDECIDED),
        ([1] * 1 + [0] * 99, Promise.UNDECIDED),
        ([1] * 35 + [0] * 965, Promise.KEPT),
        ([2] * 14 + [0] * 186, Promise.UNDECIDED),
        ([1] * 30 + [0] * 170, Promise.BROKEN),
    ],
)
def test_the_promise_is_kept_or_broken_only_where_the_whole_interval_says_so(found, promise) -> None:
    finds = FalseFinds(np.array(found), 0, 0.05)
    assert finds.promise == promise
    assert finds.maps == np.count_nonzero(found)


def test_one_incident_and_all_incidents_in_one_cell_give_no_finds() -> None:
    for x in ([100.0], [100.0] * 12, [100.0, 101.0, 102.0]):
        result = run(points_of(x, x), search={"include_stacks": True})
        assert (result.exact.maps, result.exact.mean, result.exact.in_own_map) == (0, 0.0, 0)
        assert result.exact.promise == Promise.KEPT


def disc(incidents: int, radius: float = 1200.0) -> PointSet:
    """Incidents spread evenly over a round town with its middle at the origin."""
    chance = np.random.default_rng(2)
    turn, away = chance.uniform(0, 2 * np.pi, incidents), radius * np.sqrt(chance.uniform(0, 1, incidents))
    return points_of(away * np.cos(turn), away * np.sin(turn))


def test_a_map_that_a_too_wide_area_makes_hot_is_not_called_right() -> None:
    """Shuffled over the same cells the arithmetic holds, however false the map is; the page must not say more."""
    result = run(disc(1200), maps=400, study_area=shapely.Point(X0, Y0).buffer(2400))
    assert result.exact.in_own_map > 50
    assert result.exact.promise == Promise.KEPT
    assert "arithmetic holds in these cells" in str(result.verdict)
    cells, beyond = (str(caution) for caution in result.cautions)
    assert "Whether the cells are the right ones the shuffling cannot say" in cells
    assert "75 % of the study cells lie beyond the incidents" in beyond
    facts = dict(result.method.facts())
    assert facts["Study cells beyond the incidents and their gaps"] == result.beyond


def test_cells_beyond_the_incidents_are_those_that_a_search_without_an_area_leaves_out() -> None:
    points = disc(1200)
    near, fitting = run(points), run(points, study_area=shapely.Point(X0, Y0).buffer(1200))
    wide = run(points, study_area=shapely.Point(X0, Y0).buffer(2400))
    assert (near.beyond, near.study_area_checksum) == (0, "")
    assert wide.study_cells - wide.beyond == near.study_cells
    assert 0 < fitting.beyond < 0.1 * fitting.study_cells
    assert (len(near.cautions), len(fitting.cautions), len(wide.cautions)) == (1, 1, 2)
    assert wide.study_area_checksum not in ("", fitting.study_area_checksum)


@pytest.mark.parametrize("grid", GridKind)
def test_the_box_says_what_is_needed_to_repeat_it(grid) -> None:
    area = shapely.box(X0, Y0, X0 + 3000, Y0 + 2000)
    result = run(town(), search={"grid": grid, "include_stacks": grid == GridKind.SQUARE}, study_area=area)
    facts = {name: str(value) for name, value in result.method.facts()}
    assert facts["Cells are"] == {GridKind.HEXAGON: "hexagons", GridKind.SQUARE: "squares"}[grid]
    assert facts["Reports on stacked points count"] == {GridKind.HEXAGON: "no", GridKind.SQUARE: "yes"}[grid]
    assert len(facts["Checksum of the study area"]) == 64


def test_no_incidents_and_an_area_without_any_are_told() -> None:
    with pytest.raises(InputError, match="nothing to search"):
        run(points_of([], []))
    with pytest.raises(InputError, match="None of the"):
        run(town(), study_area=shapely.box(X0 + 90_000, Y0, X0 + 92_000, Y0 + 2000))
    with pytest.raises(InputError, match="no surface"):
        run(town(), study_area=shapely.Polygon())


@pytest.mark.parametrize("bad", [{"maps": 99}, {"maps": 10_001}, {"seed": -1}])
def test_a_number_of_maps_or_a_seed_out_of_range_is_told(bad) -> None:
    with pytest.raises(InputError, match="cannot be shuffled"):
        ShuffleParameters(SEARCH, **bad)


class CancelledAt(SilentFeedback):
    """Cancelled when the work has come so far."""

    def __init__(self, fraction: float) -> None:
        self.fraction = fraction
        self.reached = 0.0

    def is_cancelled(self) -> bool:
        return self.reached >= self.fraction

    def set_progress(self, fraction: float) -> None:
        assert fraction >= self.reached
        self.reached = fraction


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.7])
def test_it_stops_when_cancelled(fraction) -> None:
    feedback = CancelledAt(fraction)
    with pytest.raises(CancelledError):
        shuffle_test(town(), ShuffleParameters(SEARCH, maps=100), feedback)
    assert feedback.reached < 1


def test_progress_only_grows_and_ends_at_all() -> None:
    feedback = CancelledAt(2.0)
    shuffle_test(town(), ShuffleParameters(SEARCH, maps=100), feedback)
    assert feedback.reached == 1.0
