# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents on pieces of ground, which may overlap, be empty, or hold holes and self-crossings."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.points import PointSet
from est_plugin.errors import CancelledError
from est_plugin.feedback import SilentFeedback


def points(*places: tuple[float, float]) -> PointSet:
    xy = np.array(places, dtype=np.float64).reshape(-1, 2)
    return PointSet(xy[:, 0], xy[:, 1], np.zeros(len(xy), dtype=np.int32), ("",))


def count(wkt: str, *places: tuple[float, float]) -> int:
    return count_on([shapely.from_wkt(wkt)], points(*places), SilentFeedback())[0]


def test_overlapping_grounds_both_count_a_point() -> None:
    grounds = [shapely.box(0, 0, 10, 10), shapely.box(5, 5, 15, 15), shapely.box(90, 90, 99, 99)]
    assert count_on(grounds, points((6, 6), (1, 1), (50, 50)), SilentFeedback()) == [2, 1, 0]


def test_a_hole_counts_nothing() -> None:
    ring = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))"
    assert count(ring, (5, 5), (1, 1)) == 1


def test_a_ground_drawn_across_itself_counts_both_of_its_parts() -> None:
    assert count("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))", (1, 5), (9, 5), (5, 9)) == 2


@pytest.mark.parametrize("wkt", ["POLYGON EMPTY", "MULTIPOLYGON EMPTY"])
def test_no_ground_and_no_points_count_nothing(wkt: str) -> None:
    assert count(wkt, (1, 1)) == 0
    assert count("POLYGON((0 0, 1 0, 1 1, 0 0))") == 0
    assert count_on([], points((1, 1)), SilentFeedback()) == []


def test_a_cancel_stops_it() -> None:
    class Cancelling(SilentFeedback):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        count_on([shapely.box(0, 0, 1, 1)], points((0.5, 0.5)), Cancelling())
