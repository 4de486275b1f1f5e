# SPDX-License-Identifier: GPL-2.0-or-later
"""PointSet: what it accepts, and that its checksum means the data."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.points import PointSet
from est_plugin.errors import InputError


def points(x=(1.0, 2.0, 3.0), y=(4.0, 5.0, 6.0), category=(0, 1, 0), codes=("graffiti", "lamp"), time=(7, 8, 9)):
    return PointSet(
        np.array(x),
        np.array(y),
        np.array(category, np.int32),
        codes,
        None if time is None else np.array(time, np.int64),
    )


def test_selecting_keeps_the_rows_together():
    chosen = points().select(np.array([True, False, True]))
    assert len(chosen) == 2
    assert chosen.x.tolist() == [1.0, 3.0]
    assert chosen.y.tolist() == [4.0, 6.0]
    assert chosen.category.tolist() == [0, 0]
    assert chosen.time.tolist() == [7, 9]


def test_no_incidents_are_a_point_set_too():
    assert len(points((), (), (), ("lamp",), None)) == 0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e300])
def test_unusable_coordinates_are_refused_and_counted(bad):
    with pytest.raises(InputError, match="1 of 3 have no usable coordinates"):
        points(y=(4.0, bad, 6.0))


def test_columns_of_different_length_are_refused():
    with pytest.raises(InputError, match="differ in length: 3, 3, 2, 3"):
        points(category=(0, 1))


@pytest.mark.parametrize("category", [(0, 1, 2), (0, -1, 0)])
def test_a_category_outside_the_list_is_refused(category):
    with pytest.raises(InputError, match="not in the list of 2"):
        points(category=category)


def test_the_checksum_ignores_the_order_of_rows_and_the_numbering_of_categories():
    renumbered = points((3.0, 1.0, 2.0), (6.0, 4.0, 5.0), (1, 1, 0), ("lamp", "graffiti"), (9, 7, 8))
    assert renumbered.checksum() == points().checksum()


def test_negative_zero_is_the_same_place_as_zero():
    assert points(x=(-0.0, 2.0, 3.0)).checksum() == points(x=(0.0, 2.0, 3.0)).checksum()


@pytest.mark.parametrize(
    "changed",
    [
        {"x": (1.0, 2.0, 3.0000001)},
        {"y": (5.0, 4.0, 6.0)},
        {"category": (1, 1, 0)},
        {"codes": ("graffiti", "lamps")},
        {"time": (7, 8, 10)},
        {"time": None},
    ],
)
def test_the_checksum_changes_with_any_value(changed):
    assert points(**changed).checksum() != points().checksum()
