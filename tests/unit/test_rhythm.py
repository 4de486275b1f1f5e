# SPDX-License-Identifier: GPL-2.0-or-later
"""The rhythm of a period: exposure of the clock, the busiest window against chance, light and dark, and the words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from est_plugin.analysis.busy_window import HourWindow, all_windows, busiest_window
from est_plugin.analysis.daylight import measure_daylight
from est_plugin.analysis.points import PointSet
from est_plugin.analysis.rhythm import RhythmRequest, find_rhythm
from est_plugin.analysis.sun import CIVIL_DARK, SUNSET, sun_elevation
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback

ZONE = ZoneInfo("Europe/Stockholm")
HOUR, DAY = 3600, 86_400
STOCKHOLM = (18.07, 59.33)


def second(*moment):
    """A moment on Swedish clocks as seconds since 1970."""
    return int(datetime(*moment, tzinfo=ZONE).timestamp())


def incidents(time, until=None):
    count = len(time)
    return PointSet(np.zeros(count), np.zeros(count), np.zeros(count, np.int32), ("",), np.array(time), until)


def rhythm(points, period=None, places=None, **request):
    return find_rhythm(points, places, RhythmRequest(ZONE, period, **request), SilentFeedback())


def at_stockholm(count):
    return np.full(count, STOCKHOLM[0]), np.full(count, STOCKHOLM[1])


YEAR = (second(2024, 1, 1), second(2025, 1, 1))


def whenever(count, seed=1, period=YEAR):
    return np.random.default_rng(seed).integers(*period, count)


def weekend_nights(count, seed=2):
    """Friday 23 o'clock to Saturday 2, and the night after, in any week of early 2024."""
    rng = np.random.default_rng(seed)
    friday = second(2024, 1, 5, 23)
    return (
        friday
        + rng.integers(0, 12, count) * 7 * DAY
        + rng.integers(0, 2, count) * DAY
        + rng.integers(0, 3 * HOUR, count)
    )


def test_exposure_is_the_hours_that_the_clock_showed():
    result = rhythm(incidents(whenever(50)), YEAR)
    assert result.week.exposure.sum() == result.months.exposure.sum() == 366 * 24
    # 2024 began and ended on a Monday and a Tuesday; spring took 2 o'clock from a Sunday, autumn gave it back.
    assert result.week.exposure[[0, 24, 48, 6 * 24 + 2]].tolist() == [53, 53, 52, 52]
    assert result.months.exposure[[1, 2, 9]].tolist() == [29 * 24, 31 * 24 - 1, 31 * 24 + 1]


@pytest.mark.parametrize(("month", "hours"), [(3, 167), (10, 169)])
def test_the_weeks_of_changed_clocks_have_their_own_exposure(month, hours):
    monday = {3: 25, 10: 21}[month]
    period = (second(2024, month, monday), second(2024, month, monday) + hours * HOUR)
    result = rhythm(incidents(whenever(40, period=period)), period)
    assert result.week.exposure.sum() == hours
    assert result.week.exposure[6 * 24 + 2] == hours - 168 + 1
    assert result.window is not None
    # An hour that never was has no rate.
    assert np.isnan(result.week.rate[result.week.exposure == 0]).all()


def test_rates_are_weights_by_exposure_within_their_bounds():
    week = rhythm(incidents(whenever(500)), YEAR).week
    assert week.rate == pytest.approx(week.weight / week.exposure)
    assert (week.low <= week.rate).all()
    assert (week.rate <= week.high).all()
    assert np.average(week.ratio, weights=week.exposure) == pytest.approx(1)


def test_the_days_of_the_incidents_are_the_period_if_none_is_given():
    result = rhythm(incidents([second(2024, 3, 30, 12), second(2024, 3, 31, 12)]))
    assert dict(result.method.parameters)["Period"] == "2024-03-30 – 2024-03-31"
    assert result.week.exposure.sum() == 24 + 23


def test_a_planted_window_is_found_and_told():
    result = rhythm(incidents([*weekend_nights(150), *whenever(150)]), YEAR)
    assert result.has_rhythm
    assert result.window.window == HourWindow(4, 2, 23, 3)
    assert result.window.p == 1 / 1000
    assert str(result.sentence).startswith("Most happens Friday–Saturday 23–02: ")
    assert result.window.weight == pytest.approx(result.week.weight[list(result.window.window.hours)].sum())
    assert result.window.expected == pytest.approx(300 * 6 / 168, rel=0.02)


def test_incidents_at_any_time_have_a_rhythm_in_few_of_many_samples():
    found = sum(rhythm(incidents(whenever(60, seed)), YEAR, simulations=99).has_rhythm for seed in range(40))
    # 2 in the mean; 8 or more come once in a thousand times.
    assert found <= 7


def test_days_without_a_time_of_day_give_no_rhythm_of_hours():
    days = np.array([second(2024, 1, 1) + day * DAY for day in range(84)])
    result = rhythm(incidents(days, days + DAY - 1), (int(days[0]), int(days[-1]) + DAY))
    assert not result.has_rhythm
    assert str(result.sentence).startswith("No clear rhythm")
    assert result.spans.whole_day == 84


def test_few_incidents_or_days_get_words():
    assert str(rhythm(incidents(whenever(29)), YEAR).sentence).startswith("Too few incidents")
    two_days = (second(2024, 5, 6), second(2024, 5, 8))
    result = rhythm(incidents(whenever(100, period=two_days)), two_days)
    assert "shorter than a week" in str(result.sentence)
    assert result.method.tests == 0


def test_all_at_one_time_is_a_rhythm_without_a_warning():
    result = rhythm(incidents([second(2024, 5, 10, 20)] * 100), YEAR)
    assert result.window.weight == 100
    assert 20 + 4 * 24 in result.window.window.hours


def test_nothing_and_no_times_are_refused():
    with pytest.raises(InputError, match="no incident"):
        rhythm(incidents(np.zeros(0, int)))
    with pytest.raises(InputError, match="have no times"):
        rhythm(PointSet(np.zeros(2), np.zeros(2), np.zeros(2, int), ("",)))


def test_the_same_seed_gives_the_same_result():
    first, second_run = (rhythm(incidents(whenever(80)), YEAR, seed=7) for _ in range(2))
    assert first.window == second_run.window
    assert dict(first.method.parameters)["Seed"] == 7


def test_windows_are_different_sets_of_hours():
    sets = [frozenset(window.hours) for window in all_windows()]
    assert len(set(sets)) == len(sets)


def test_the_busiest_window_is_that_of_a_plain_search():
    rng = np.random.default_rng(8)
    weight, exposure = rng.poisson(2.0, 168).astype(float), rng.integers(3, 5, 168).astype(float)
    best = busiest_window(weight, exposure, SilentFeedback(), simulations=9)

    def ratio(window):
        inside, total = weight[list(window.hours)].sum(), weight.sum()
        expected = total * exposure[list(window.hours)].sum() / exposure.sum()
        outside = total - inside
        if inside <= expected:
            return 0.0
        return inside * np.log(inside / expected) + outside * np.log(outside / (total - expected))

    assert ratio(best.window) == pytest.approx(max(ratio(window) for window in all_windows()), rel=1e-5)


def minute_by_minute(time, until, place):
    """Parts of a span that are light and dark."""
    moments = np.arange(time, until, 60) + 30
    heights = sun_elevation(np.array([place[0]]), np.array([place[1]]), moments)
    return (heights >= SUNSET).mean(), (heights < CIVIL_DARK).mean()


def test_spans_count_with_the_parts_that_are_light_and_dark():
    rng = np.random.default_rng(9)
    time = rng.integers(*YEAR, 60)
    until = time + rng.integers(1, 23 * 60, 60) * 60
    longitude, latitude = np.linspace(17.5, 18.5, 60), np.full(60, 59.33)
    found = measure_daylight((time, until), (longitude, latitude), YEAR)
    parts = np.array(
        [minute_by_minute(*span) for span in zip(time, until, zip(longitude, latitude, strict=True), strict=True)]
    )
    assert found.weight.light == pytest.approx(parts[:, 0].sum(), abs=0.3)
    assert found.weight.dark == pytest.approx(parts[:, 1].sum(), abs=0.3)
    assert found.known == 60
    assert found.unknown == 0


def test_the_time_of_a_year_is_shared_as_the_sun_has_it():
    found = measure_daylight((np.array([YEAR[0]]),) * 2, at_stockholm(1), YEAR)
    light, dark = minute_by_minute(*YEAR, STOCKHOLM)
    assert found.time_share.light == pytest.approx(light, abs=0.001)
    assert found.time_share.dark == pytest.approx(dark, abs=0.001)
    assert found.time_share.light + found.time_share.twilight + found.time_share.dark == pytest.approx(1)


def test_each_moment_has_the_light_of_its_own_place():
    # In December the sun is up in Malmö at 14.45, and has set in Stockholm at 15.05.
    moments = np.array([second(2024, 12, 21, 15, 5)] * 2)
    found = measure_daylight((moments, moments), (np.array([13.0, 18.07]), np.array([55.6, 59.33])), YEAR)
    assert (found.weight.light, found.weight.twilight, found.weight.dark) == (1, 1, 0)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (weekend_nights(200), "That is more than"),
        (second(2024, 1, 5, 12) + DAY * np.arange(200), "That is fewer than"),
        (whenever(200, 3), "That cannot be told from"),
        (whenever(29), "Too few to compare"),
    ],
)
def test_more_or_fewer_in_the_dark_is_told_only_beyond_chance(time, words):
    found = rhythm(incidents(time), YEAR, at_stockholm(len(time))).daylight
    assert words in str(found.sentence)


def test_a_whole_day_says_nothing_of_the_dark():
    days = np.array([second(2024, 1, 1)] * 3)
    found = rhythm(incidents(days, days + DAY - 1), YEAR, at_stockholm(3)).daylight
    assert (found.known, found.unknown) == (0, 3)
    assert "nothing to say" in str(found.sentence)


def test_a_higher_limit_makes_more_of_it_dark():
    time = whenever(300)
    dark = [
        rhythm(incidents(time), YEAR, at_stockholm(300), dark_below=limit).daylight.weight.dark for limit in (-12, -6)
    ]
    assert dark[0] < dark[1]
