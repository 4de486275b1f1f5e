# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of places: the nearest street, two streets at a crossing, never the same name twice."""

from __future__ import annotations

import pytest
import shapely

from est_plugin.analysis.naming import NamedGeometry, name_places

#: West to east through the middle of the square; south to north, a little off the middle; far to the south.
STORGATAN = NamedGeometry("Storgatan", shapely.from_wkt("LINESTRING (-500 0, 500 0)"))
AGATAN = NamedGeometry("Ågatan", shapely.from_wkt("LINESTRING (30 -500, 30 500)"))
RINGVAGEN = NamedGeometry("Ringvägen", shapely.from_wkt("LINESTRING (-500 -400, 500 -400)"))
TORGET = NamedGeometry("Stora torget", shapely.from_wkt("POINT (5 5)"))
SQUARE = shapely.box(-100, -100, 100, 100)
WEST = shapely.box(-400, -100, -200, 100)


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ([STORGATAN, RINGVAGEN], "Storgatan"),
        ([AGATAN, STORGATAN, RINGVAGEN], "Storgatan / Ågatan"),
        ([RINGVAGEN], "Ringvägen"),
        ([TORGET, AGATAN, RINGVAGEN], "Stora torget"),
        ([TORGET, STORGATAN, AGATAN], "Storgatan / Ågatan"),
    ],
)
def test_a_place_has_the_name_of_what_is_nearest_to_its_centre(named, name):
    assert name_places([SQUARE], named) == [name]


def test_two_parts_of_one_street_are_one_name():
    west = NamedGeometry("Storgatan", shapely.from_wkt("LINESTRING (-500 0, 0 0)"))
    east = NamedGeometry(" Storgatan ", shapely.from_wkt("MULTILINESTRING ((0 0, 500 0))"))
    assert name_places([SQUARE], [west, east]) == ["Storgatan"]


def test_equal_names_are_numbered():
    places = [SQUARE, WEST, shapely.box(200, -50, 300, 50)]
    assert name_places(places, [STORGATAN]) == ["Storgatan", "Storgatan 2", "Storgatan 3"]


def test_a_number_never_makes_a_name_that_is_there_already():
    second = NamedGeometry("Storgatan 2", shapely.Point(-300, 50))
    third = shapely.box(150, -50, 190, 50)
    places = [shapely.box(-310, 40, -290, 60), SQUARE, third]
    assert name_places(places, [STORGATAN, second]) == ["Storgatan 2", "Storgatan", "Storgatan 3"]


def test_without_names_the_places_have_none():
    nameless = NamedGeometry("  ", shapely.Point(0, 0))
    placeless = NamedGeometry("Storgatan", shapely.Point())
    assert name_places([SQUARE, WEST], []) == ["", ""]
    assert name_places([SQUARE], [nameless, placeless]) == [""]


def test_no_places_need_no_names():
    assert name_places([], [STORGATAN]) == []
