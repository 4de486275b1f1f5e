# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks: default points are found in real data, busy addresses are not."""

from __future__ import annotations

import csv
import gzip

import numpy as np
import pytest

from est_plugin.analysis.points import PointSet
from est_plugin.analysis.stacks import find_stacks, on_stacks

BOSTON = (42.3594, -71.0587)


def read(paths, longitude, latitude, category=None, delimiter=","):
    x, y, names = [], [], []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter=delimiter):
                x.append(float(row[longitude]))
                y.append(float(row[latitude]))
                names.append(row[category] if category else path.name)
    codes, index = np.unique(names, return_inverse=True)
    return PointSet(np.array(x), np.array(y), index.astype(np.int32), tuple(codes.tolist()))


@pytest.fixture(scope="module")
def boston(shared_data):
    return read(sorted((shared_data / "boston_311_2015").glob("*.csv.gz")), "LONGITUDE", "LATITUDE", "TYPE")


def test_boston_has_one_stack_in_every_category(boston):
    (stack,) = find_stacks(boston)
    assert (stack.y, stack.x) == BOSTON
    assert stack.count == 1602
    assert stack.share == pytest.approx(1602 / 18442)
    assert stack.categories == boston.category_codes


@pytest.mark.parametrize("category", range(5))
def test_each_category_alone_finds_the_same_stack(boston, category):
    (stack,) = find_stacks(boston.select(boston.category == category))
    assert (stack.y, stack.x) == BOSTON


def test_the_town_hall_is_an_ordinary_place(boston):
    rest = boston.select(~on_stacks(boston, find_stacks(boston)))
    assert len(rest) == 18442 - 1602
    assert find_stacks(rest) == ()


@pytest.mark.parametrize(
    ("folder", "pattern", "delimiter"),
    [("northumbria_asb", "*.tab.gz", "\t"), ("nottingham_crime", "*.csv.gz", ",")],
)
def test_points_snapped_to_streets_are_not_stacks(shared_data, folder, pattern, delimiter):
    points = read(sorted((shared_data / folder).glob(pattern)), "longitude", "latitude", delimiter=delimiter)
    assert find_stacks(points) == ()


def test_busy_courts_schools_and_stations_are_not_stacks(shared_data):
    path = shared_data / "chicago_assaults" / "chicago_aggravated_assaults.csv.gz"
    assert find_stacks(read([path], "longitude", "latitude", "loc_cat")) == ()


def scattered(n, stacked, category=None):
    x = np.r_[np.arange(n - stacked, dtype=float), np.full(stacked, -5.0)]
    return PointSet(x, np.zeros(n), np.zeros(n, np.int32) if category is None else category, ("a", "b"))


@pytest.mark.parametrize(("stacked", "found"), [(29, 0), (30, 1)])
def test_the_smallest_stack_counts_thirty(stacked, found):
    assert len(find_stacks(scattered(500, stacked))) == found


@pytest.mark.parametrize(("stacked", "found"), [(59, 0), (60, 1)])
def test_the_smallest_stack_is_three_percent(stacked, found):
    assert len(find_stacks(scattered(2000, stacked))) == found


def test_a_stack_that_drowns_in_the_whole_is_found_in_its_category():
    category = np.zeros(10_000, np.int32)
    category[-100:] = 1  # 40 of them on one place
    (stack,) = find_stacks(scattered(10_000, 40, category))
    assert stack.categories == ("b",)
    assert stack.share == pytest.approx(0.004)


def test_two_default_points_are_found_together():
    x = np.r_[np.arange(500.0), np.full(200, -5.0), np.full(90, -6.0)]
    stacks = find_stacks(PointSet(x, np.zeros(x.size), np.zeros(x.size, np.int32), ("a",)))
    assert [(stack.x, stack.count) for stack in stacks] == [(-5.0, 200), (-6.0, 90)]


def test_the_busiest_of_several_busy_places_is_no_stack():
    x = np.r_[np.arange(100.0), np.repeat([-1.0, -2.0, -3.0, -4.0], [60, 40, 25, 12])]
    assert find_stacks(PointSet(x, np.zeros(x.size), np.zeros(x.size, np.int32), ("a",))) == ()


def test_all_reports_on_one_place_are_a_stack():
    points = scattered(50, 50)
    assert on_stacks(points, find_stacks(points)).all()


def test_no_reports_have_no_stacks():
    assert find_stacks(scattered(0, 0)) == ()
