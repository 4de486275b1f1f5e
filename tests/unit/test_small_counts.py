# SPDX-License-Identifier: GPL-2.0-or-later
"""No count of one to four is told, and none can be worked out from what is."""

from __future__ import annotations

import json
from itertools import product

import pytest

from est_plugin.export.small_counts import ENOUGH, FEW, hidden_among, shown_count


@pytest.mark.parametrize("count", range(1, 5))
def test_a_small_count_is_told_as_a_range_however_it_is_written(count):
    told = shown_count(count)
    assert str(told) == f"{told}" == f"{told:+d}" == "1–4"
    assert json.dumps(told) == "4"


@pytest.mark.parametrize("count", [0, 5, 6, 400])
def test_none_and_enough_are_told(count):
    assert str(shown_count(count)) == str(count)


def _ways(told, total):
    """All counts that a reader who knows the total may think of."""
    options = [range(1, 5) if c is FEW else range(5, total + 1) if c is ENOUGH else (int(c),) for c in told]
    return [way for way in product(*options) if sum(way) == total]


@pytest.mark.parametrize(
    "counts",
    [(20, 9, 3), (20, 9, 1, 1), (20, 9, 4, 4), (20, 5, 1), (7, 6, 5, 1), (30, 2, 3), (8, 1, 0), (6, 5, 5, 1)],
)
def test_no_small_count_can_be_worked_out_from_the_total(counts):
    told = hidden_among(counts, sum(counts))
    ways = _ways(told, sum(counts))
    assert counts in ways
    for place, count in enumerate(counts):
        assert (told[place] is FEW) == (0 < count < 5)
        if told[place] is FEW:
            assert len({way[place] for way in ways}) > 1
    assert all(told[place] == 0 for place, count in enumerate(counts) if count == 0)


def test_no_more_than_needed_is_hidden():
    assert hidden_among((40, 20, 10), 70) == [40, 20, 10]
    assert list(map(str, hidden_among((40, 20, 3, 2), 65))) == ["40", "20", "1–4", "1–4"]
    assert list(map(str, hidden_among((40, 20, 3), 63))) == ["40", "5+", "1–4"]
    assert list(map(str, hidden_among((2, 1), 3))) == ["1–4", "1–4"]
