# SPDX-License-Identifier: GPL-2.0-or-later
"""The rhythm of a period: exposure of the clock, the busiest window against chance, light and dark, and the words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from est_plugin.analysis.busy_window import HourWindow, all_windows, busiest_window
from est_plugin.analysis.certain_hours import LONGEST, CertainHours, certain_hours
from est_plugin.analysis.daylight import measure_daylight
from est_plugin.analysis.local_hours import LocalHours
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
    assert str(result.sentence).startswith("More than expected Friday–Saturday 23–02: ")
    assert result.window.inside == pytest.approx(result.week.weight[list(result.window.window.hours)].sum())
    assert result.window.expected == pytest.approx(300 * 6 / 168, rel=0.02)


def test_incidents_at_any_time_have_a_rhythm_in_few_of_many_samples():
    found = sum(rhythm(incidents(whenever(60, seed)), YEAR, simulations=99).has_rhythm for seed in range(40))
    # 2 in the mean; 8 or more come once in a thousand times.
    assert found <= 7


def test_days_without_a_time_of_day_give_no_rhythm_of_hours():
    days = np.array([second(2024, 1, 1) + day * DAY for day in range(84)])
    result = rhythm(incidents(days, days + DAY - 1), (int(days[0]), int(days[-1]) + DAY))
    assert not result.has_rhythm
    assert "known time of day" in str(result.sentence)
    assert result.spans.whole_day == 84


def test_few_incidents_or_days_get_words():
    assert str(rhythm(incidents(whenever(29)), YEAR).sentence).startswith("Too few incidents")
    two_days = (second(2024, 5, 6), second(2024, 5, 8))
    result = rhythm(incidents(whenever(100, period=two_days)), two_days)
    assert "shorter than a week" in str(result.sentence)
    assert result.method.tests == 0


def test_all_at_one_time_is_a_rhythm_without_a_warning():
    result = rhythm(incidents([second(2024, 5, 10, 20)] * 100), YEAR)
    assert result.window.inside == 100
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
    weight, exposure = rng.poisson(2.0, 168), rng.integers(3, 5, 168).astype(float)
    counts = np.zeros((168, LONGEST), int)
    counts[:, 0] = weight
    best = busiest_window(CertainHours(counts, int(weight.sum())), exposure, SilentFeedback(), simulations=9)

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
    found = measure_daylight((time, until), (longitude, latitude))
    parts = np.array(
        [minute_by_minute(*span) for span in zip(time, until, zip(longitude, latitude, strict=True), strict=True)]
    )
    assert found.weight.light == pytest.approx(parts[:, 0].sum(), abs=0.3)
    assert found.weight.dark == pytest.approx(parts[:, 1].sum(), abs=0.3)
    assert found.known == 60
    assert found.unknown == 0


def test_the_time_of_a_year_is_shared_as_the_sun_has_it():
    noons = YEAR[0] + 12 * HOUR + DAY * np.arange(366)
    found = measure_daylight((noons, noons), at_stockholm(366))
    light, dark = minute_by_minute(*YEAR, STOCKHOLM)
    assert found.time_share.light == pytest.approx(light, abs=0.001)
    assert found.time_share.dark == pytest.approx(dark, abs=0.001)
    assert found.time_share.light + found.time_share.twilight + found.time_share.dark == pytest.approx(1)


def test_each_moment_has_the_light_of_its_own_place():
    # In December the sun is up in Malmö at 14.45, and has set in Stockholm at 15.05.
    moments = np.array([second(2024, 12, 21, 15, 5)] * 2)
    found = measure_daylight((moments, moments), (np.array([13.0, 18.07]), np.array([55.6, 59.33])))
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


def test_days_that_nobody_has_reported_yet_make_neither_a_rhythm_nor_darkness():
    chosen, known = (second(2024, 9, 1), second(2025, 1, 1)), (second(2023, 1, 1), second(2024, 9, 12))
    time = whenever(600, period=(chosen[0], known[1]))
    unknowing = rhythm(incidents(time), chosen)
    assert unknowing.has_rhythm
    result = rhythm(incidents(time), chosen, at_stockholm(600), known=known)
    assert not result.has_rhythm
    assert "cannot be told from" in str(result.daylight.sentence)
    assert result.week.exposure.sum() == 11 * 24
    assert result.left_out == 111 * 24 + 1
    assert str(result.reach).startswith("Only 2024-09-01 – 2024-09-11 counts")
    assert dict(result.method.parameters)["Period"] == "2024-09-01 – 2024-09-11"
    assert rhythm(incidents(time), (chosen[0], known[1]), known=known).reach is None


def test_incidents_beyond_the_known_days_widen_them():
    chosen, known = (second(2024, 9, 1), second(2024, 10, 1)), (second(2024, 9, 5), second(2024, 9, 10))
    result = rhythm(incidents([second(2024, 9, 3, 12), second(2024, 9, 20, 12)]), chosen, known=known)
    assert dict(result.method.parameters)["Period"] == "2024-09-03 – 2024-09-20"


def when_people_look(time):
    """From the last look before each moment to the first after it, when somebody looks at 8 and at 17 o'clock."""
    looks = np.array([second(2023, 12, 31, 8) + DAY * day + hours * HOUR for day in range(368) for hours in (0, 9)])
    after = np.searchsorted(looks, time, side="right")
    return looks[after - 1], looks[after]


@pytest.mark.parametrize("seen_by_day", [False, True])
def test_when_people_look_is_no_rhythm_of_the_incidents(seen_by_day):
    time = whenever(600, 5)
    start, end = when_people_look(time)
    if seen_by_day:
        is_day = end - start < 10 * HOUR
        start, end = np.where(is_day, time, start), np.where(is_day, time, end)
    # None of these knows more than that as many happened by night as by day.
    result = rhythm(incidents(start, end), YEAR, at_stockholm(600))
    assert not result.has_rhythm
    assert "cannot be told from" in str(result.daylight.sentence)


def test_spans_within_a_window_count_in_it():
    result = rhythm(incidents(weekend_nights(100) // HOUR * HOUR, weekend_nights(100) // HOUR * HOUR + 3 * HOUR), YEAR)
    assert result.has_rhythm
    assert ": at least " in str(result.sentence)
    assert result.window.inside == 100


def test_an_incident_lies_for_certain_where_its_whole_span_does():
    rng = np.random.default_rng(6)
    time = rng.integers(second(2024, 2, 1), second(2024, 3, 1), 200)
    until = time + rng.integers(0, 16 * HOUR, 200)
    hours = LocalHours.between(int(time.min()), int(until.max()), ZONE)
    found = certain_hours(time, until, hours)
    monday = second(2024, 1, 29)
    for length in (1, 3, 12):
        within = found.within(length)
        for start in (0, 30, 167):
            begins = (time - monday) // HOUR % 168
            later = (begins - start) % 168 * HOUR + (time - monday) % HOUR
            assert within[start] == np.count_nonzero(later + (until - time) <= length * HOUR)
    assert found.total == 200


def test_more_in_winter_is_not_more_in_the_dark():
    time = whenever(6000, 11)
    winter = np.cos(2 * np.pi * (time - YEAR[0]) / (YEAR[1] - YEAR[0]))
    time = time[np.random.default_rng(12).random(6000) < (1 + 0.5 * winter) / 1.5]
    found = measure_daylight((time, time), at_stockholm(time.size))
    assert "cannot be told from" in str(found.sentence)
    # Against the hours of the whole year it would be.
    _, dark = minute_by_minute(*YEAR, STOCKHOLM)
    assert found.dark.low > dark * time.size


def test_spans_that_may_be_dark_do_not_make_it_fewer_in_the_dark():
    # Known to have happened in a night and the day after: all or none of them in the dark.
    evening = second(2024, 10, 1, 18) + DAY * np.arange(60)
    found = measure_daylight((evening, evening + 22 * HOUR), at_stockholm(60))
    assert (found.dark.least, found.dark.most, found.dark.total) == (0, 60, 60)
    assert "cannot be told from" in str(found.sentence)
    noon = second(2024, 10, 1, 10) + DAY * np.arange(60)
    assert "at most" not in str(measure_daylight((noon, noon + 3 * HOUR), at_stockholm(60)).sentence)
    few = measure_daylight((noon, noon + np.where(np.arange(60) % 10 == 0, 12, 3) * HOUR), at_stockholm(60))
    assert str(few.sentence).startswith("In the dark: at most 6 of 60. That is fewer than")
