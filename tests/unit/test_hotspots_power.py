# SPDX-License-Identifier: GPL-2.0-or-later
"""What a map manager may trust: planted places are found as places of their own, and even towns stay silent."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
import shapely

from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters, find_hotspots
from est_plugin.analysis.points import PointSet
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_geography import to_map
from est_plugin.intake.demo_reports import DAYS, HOTSPOTS, draw_reports

UNTIL = date(2026, 11, 1)
MONTHS = range(5, 11)


def find(x, y, **parameters):
    points = PointSet(x, y, np.zeros(x.size, np.int32), ("",))
    return find_hotspots(points, HotspotParameters(**parameters), SilentFeedback()).places


@pytest.fixture(scope="module", params=[1, 2])
def reports(request):
    return draw_reports(np.random.default_rng(request.param), UNTIL)


def centres_of(planted):
    return [shapely.Point(to_map(np.array([place.column]), np.array([place.row]))[0]) for place in planted]


def planted_in(month):
    """The centres of the places that are active in the middle of the month."""
    part = 1 - (UNTIL - date(2026, month, 15)) / timedelta(days=DAYS)
    return centres_of(place for place in HOTSPOTS if place.active_from <= part <= place.active_to)


@pytest.mark.parametrize("grid", GridKind)
def test_the_planted_places_of_the_demo_town_are_found_month_by_month(reports, grid):
    found, planted, places_of_all = 0, 0, 0
    for month in MONTHS:
        of_month = [report for report in reports if (report.occurred.year, report.occurred.month) == (2026, month)]
        places = find(np.array([r.x for r in of_month]), np.array([r.y for r in of_month]), grid=grid)
        centres = planted_in(month)
        far = [min(place.polygon.distance(centre) for centre in centres_of(HOTSPOTS)) for place in places]
        assert max(far) < 150, "a place where nothing was planted"
        assert max(place.polygon.area for place in places) < 200_000, "a blob"
        found += sum(min(place.polygon.distance(centre) for place in places) <= 50 for centre in centres)
        planted += len(centres)
        places_of_all += len(places)
    assert found >= planted * 2 / 3
    assert places_of_all >= 0.6 * planted


def round_town(rng, number, radius=1200.0):
    r, angle = radius * np.sqrt(rng.random(number)), rng.uniform(0, 2 * np.pi, number)
    return 540_000 + r * np.cos(angle), 6_460_000 + r * np.sin(angle)


@pytest.mark.parametrize("grid", GridKind)
@pytest.mark.parametrize("number", [60, 300, 1200])
def test_an_even_town_without_a_study_area_holds_no_hotspot(grid, number):
    """The town is not hot against the forest round it."""
    rng = np.random.default_rng(number)
    finds = sum(bool(find(*round_town(rng, number), grid=grid)) for _ in range(60))
    assert finds <= 6  # 5 % of 60, and two standard deviations


def with_clusters(rng, *clusters):
    x, y = round_town(rng, 400)
    parts = [(rng.normal(540_000 + east, spread, n), rng.normal(6_460_000, spread, n)) for east, spread, n in clusters]
    return np.concatenate([x, *(part[0] for part in parts)]), np.concatenate([y, *(part[1] for part in parts)])


def test_two_places_three_hundred_metres_apart_are_two():
    rng = np.random.default_rng(4)
    for _ in range(10):
        places = find(*with_clusters(rng, (0, 50, 40), (300, 50, 40)))
        at = [place.rank for east in (0, 300) for place in places
              if place.polygon.contains(shapely.Point(540_000 + east, 6_460_000))]  # fmt: skip
        assert sorted(at) == [1, 2]


def test_one_wide_place_is_one():
    rng = np.random.default_rng(5)
    numbers = [len(find(*with_clusters(rng, (0, 120, 60)))) for _ in range(20)]
    assert np.mean(numbers) < 1.2
    assert min(numbers) == 1
