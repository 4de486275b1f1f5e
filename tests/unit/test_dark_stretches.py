# SPDX-License-Identifier: GPL-2.0-or-later
"""Dark stretches along a route: cases worked out by hand, and against sampling every centimetre."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from est_plugin.analysis.dark_stretches import Lamps, LampState, Light, find_dark_stretches
from est_plugin.analysis.spans import common, union, without
from est_plugin.feedback import SilentFeedback

WORKING, BROKEN, UNKNOWN = LampState.WORKING, LampState.BROKEN, LampState.UNKNOWN
#: Lamps far to both sides, so that the hull holds the route between.
CORNERS = ((-200, -200), (-200, 200), (400, -200), (400, 200))


def register(*lamps):
    """Lamps of (x, y, state)."""
    return Lamps(
        np.array([lamp[:2] for lamp in lamps], float).reshape(-1, 2),
        np.array([lamp[2] for lamp in lamps], np.int64),
        tuple(f"S{number}" for number, _ in enumerate(lamps)),
        ("",) * len(lamps),
    )


def framed(*lamps):
    return register(*((*corner, WORKING) for corner in CORNERS), *lamps)


def find(wkt, lamps, **options):
    return find_dark_stretches([shapely.from_wkt(wkt)], lamps, SilentFeedback(), **options)


def spans(found, light=Light.DARK):
    return [
        (pytest.approx(stretch.start, abs=1e-6), pytest.approx(stretch.end, abs=1e-6))
        for stretch in found.stretches
        if stretch.light is light
    ]


def test_a_lamp_lights_the_chord_of_its_disc():
    # 15 m beside the route a lamp lights 20 m to both sides within 25 m.
    found = find("LINESTRING (0 0, 100 0)", framed((50, 15, WORKING)))
    assert spans(found) == [(0, 30), (70, 100)]
    first, second = found.stretches
    assert first.line.equals(shapely.from_wkt("LINESTRING (0 0, 30 0)"))
    assert first.nearest == pytest.approx(np.hypot(35, 15))
    assert second.length == pytest.approx(30)
    assert (found.total(Light.DARK), found.length, found.share) == pytest.approx((60, 100, 0.6))
    assert found.assumed == 0


def test_the_distance_is_chosen_and_a_lamp_that_only_touches_lights_nothing():
    assert spans(find("LINESTRING (0 0, 100 0)", framed((50, 15, WORKING)), distance=17)) == [(0, 42), (58, 100)]
    assert spans(find("LINESTRING (0 0, 100 0)", framed((50, 25, WORKING)))) == [(0, 100)]


def test_a_broken_lamp_counts_as_out_and_is_named_and_what_stays_dark_without_it_is_told():
    (stretch,) = find("LINESTRING (0 0, 100 0)", framed((50, 15, BROKEN), (50, 90, BROKEN))).stretches
    assert (stretch.start, stretch.end) == (0, 100)
    assert [(lamp.x, lamp.y, lamp.pole) for lamp in stretch.broken] == [(50, 15, "S4")]
    assert stretch.dark_when_mended == pytest.approx(60)
    assert find("LINESTRING (35 0, 65 0)", framed((50, 15, BROKEN))).stretches[0].dark_when_mended == 0


def test_a_lamp_of_unknown_state_counts_as_working_and_its_light_is_told_as_assumed():
    found = find("LINESTRING (0 0, 100 0)", framed((50, 15, UNKNOWN), (80, 15, WORKING)))
    assert spans(found) == [(0, 30)]
    # From 60 on the second lamp is there too.
    assert found.assumed == pytest.approx(30)
    assert (found.lamps, found.unknown, found.broken) == (6, 1, 0)


def test_a_route_that_turns_back_is_told_for_each_way():
    found = find("LINESTRING (0 0, 100 0, 0 0)", framed((100, 0, WORKING)))
    assert spans(found) == [(0, 75), (125, 200)]


def test_a_stretch_round_a_corner_keeps_the_corner():
    found = find("LINESTRING (0 0, 60 0, 60 60)", framed((0, 0, WORKING), (60, 60, WORKING)))
    assert spans(found) == [(25, 95)]
    assert found.stretches[0].line.equals(shapely.from_wkt("LINESTRING (25 0, 60 0, 60 35)"))


def test_where_the_register_does_not_reach_nothing_is_called_dark():
    lamps = register((0, 0, WORKING), (0, 50, WORKING), (100, 0, WORKING), (100, 50, WORKING))
    found = find("LINESTRING (50 25, 50 300)", lamps, distance=10)
    assert spans(found) == [(0, 25)]
    assert spans(found, Light.UNKNOWN) == [(25, 275)]
    assert found.share == 1


def test_near_a_broken_lamp_outside_the_others_it_is_dark_and_beyond_unknown():
    lamps = register((0, 0, WORKING), (0, 1, WORKING), (50, 0, BROKEN))
    found = find("LINESTRING (0 -1, 200 -1)", lamps, distance=10)
    edge = np.sqrt(99)
    assert spans(found)[-1] == (50 - edge, 50 + edge)
    assert spans(found, Light.UNKNOWN)[-1] == (50 + edge, 200)


def test_between_two_parts_of_town_far_apart_nothing_is_known():
    lamps = register((0, -50, WORKING), (0, 50, WORKING), (2000, -50, WORKING), (2000, 50, WORKING))
    found = find("LINESTRING (0 0, 2000 0)", lamps, reach=250)
    edge = np.sqrt(250**2 - 50**2)
    assert spans(found, Light.UNKNOWN) == [(edge, 2000 - edge)]
    assert spans(found) == [(0, edge), (2000 - edge, 2000)]


@pytest.mark.parametrize(
    "lamps", [register(), register((5000, 5000, WORKING)), register((5000, 0, WORKING), (5000, 9, WORKING))]
)
def test_without_lamps_there_all_is_unknown_and_no_share_is_told(lamps):
    found = find("LINESTRING (0 0, 100 0)", lamps)
    assert spans(found, Light.UNKNOWN) == [(0, 100)]
    assert found.total(Light.DARK) == 0
    assert found.share is None


@pytest.mark.parametrize("wkt", ["LINESTRING (10 10, 10 10)", "LINESTRING EMPTY"])
def test_a_route_without_length_has_no_stretches(wkt):
    found = find(wkt, framed())
    assert (found.stretches, found.length, found.share) == ((), 0, None)


def test_heights_and_corners_that_come_twice_do_not_count():
    flat = find("LINESTRING (0 0, 50 0, 50 0, 100 0)", framed((50, 15, WORKING)))
    high = find("LINESTRING Z (0 0 5, 50 0 90, 100 0 5)", framed((50, 15, WORKING)))
    assert spans(flat) == spans(high) == [(0, 30), (70, 100)]


def test_it_agrees_with_a_look_at_every_centimetre():
    rng = np.random.default_rng(7)
    for _ in range(10):
        corners = rng.uniform(0, 600, (rng.integers(2, 7), 2))
        places = rng.uniform(0, 600, (rng.integers(3, 90), 2))
        states = rng.choice([WORKING, BROKEN, UNKNOWN], len(places), p=[0.6, 0.25, 0.15])
        lamps = Lamps(places, states, ("",) * len(places), ("",) * len(places))
        line = shapely.linestrings(corners)
        found = find_dark_stretches([line], lamps, SilentFeedback(), reach=120)
        along = np.arange(0.005, line.length, 0.01)
        points = shapely.line_interpolate_point(line, along)
        hull = shapely.convex_hull(shapely.multipoints(places))
        to_lamp = np.hypot(*(shapely.get_coordinates(points)[:, np.newaxis] - places).transpose(2, 0, 1))
        lit = (to_lamp[:, states != BROKEN] <= 25).any(axis=1)
        inside = shapely.contains_xy(hull, *shapely.get_coordinates(points).T)
        known = (inside & (to_lamp <= 120).any(axis=1)) | (to_lamp <= 25).any(axis=1)
        for light, expected in ((Light.DARK, ~lit & known), (Light.UNKNOWN, ~lit & ~known)):
            told = np.zeros(along.size, bool)
            for stretch in found.stretches:
                if stretch.light is light:
                    told |= (along > stretch.start) & (along < stretch.end)
                    assert stretch.line.length == pytest.approx(stretch.length)
            # A span has two ends, each within one sample.
            assert np.count_nonzero(told != expected) <= 2 * len(found.stretches)


def test_spans_agree_with_a_look_at_every_number():
    rng = np.random.default_rng(3)
    at = np.arange(0, 60) + 0.5

    def holds(chosen):
        return ((chosen[:, :1] < at) & (at < chosen[:, 1:])).any(axis=0)

    for _ in range(300):
        raw = [rng.integers(0, 60, (rng.integers(0, 8), 2)).astype(float) for _ in range(2)]
        one, other = map(union, raw)
        assert holds(one).tolist() == holds(raw[0]).tolist()
        assert (np.diff(one.ravel()) > 0).all()
        assert holds(common(one, other)).tolist() == (holds(one) & holds(other)).tolist()
        assert holds(without(one, other)).tolist() == (holds(one) & ~holds(other)).tolist()
