# SPDX-License-Identifier: GPL-2.0-or-later
"""A route that comes back passes its stops twice, and may be walked in more than one order."""

from __future__ import annotations

import numpy as np
import pytest

from est_plugin.analysis.route_passes import passes, walked_at

THERE_AND_BACK = np.array([[0.0, 0.0], [300.0, 0.0], [0.0, 2.0]])
LOOP = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 100.0], [0.0, 0.0]])


def test_a_place_on_the_way_there_and_back_is_passed_twice() -> None:
    assert passes(THERE_AND_BACK, 100, 1) == pytest.approx([100, 500], abs=0.1)


def test_the_start_of_a_loop_is_its_end_too() -> None:
    assert passes(LOOP, 0, 0) == pytest.approx([0, 200 + 100 * 2**0.5])


def test_a_corner_and_a_point_drawn_twice_are_one_pass() -> None:
    assert passes(LOOP, 101, -1) == pytest.approx([100])
    assert passes(np.array([[0.0, 0.0], [50.0, 0.0], [50.0, 0.0], [90.0, 0.0]]), 50, 9) == pytest.approx([50])


def test_each_place_of_an_order_is_visited_at_its_first_pass_after_the_one_before() -> None:
    near, far = passes(THERE_AND_BACK, 100, 1), passes(THERE_AND_BACK, 200, 1)
    assert walked_at([near, far]) == pytest.approx([100, 200], abs=0.1)
    assert walked_at([far, near]) == pytest.approx([200, 500], abs=0.1)
    assert walked_at([near, near]) == pytest.approx([100, 100], abs=0.1)
    assert walked_at([[300.0], [100.0]]) is None
