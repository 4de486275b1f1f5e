# SPDX-License-Identifier: GPL-2.0-or-later
"""Aoristic weights: equal to exact fractions, hour by hour of the clock on the wall, also when the clock is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from est_plugin.analysis.aoristic import measure_spans, month_profile, week_profile
from est_plugin.analysis.local_hours import LocalHours
from est_plugin.errors import InputError

ZONE = ZoneInfo("Europe/Stockholm")
SPRING, AUTUMN = datetime(2024, 3, 31, tzinfo=ZONE), datetime(2024, 10, 27, tzinfo=ZONE)


def second(*moment):
    """A moment on Swedish clocks as seconds since 1970."""
    return int(datetime(*moment, tzinfo=ZONE).timestamp())


def profiles(spans):
    time, until = (np.array(column) for column in zip(*spans, strict=True))
    hours = LocalHours.between(int(time.min()), int(max(time.max(), until.max())), ZONE)
    return week_profile(time, until, hours), month_profile(time, until, hours)


def written_out(spans, place, count):
    """Each incident's fractions, one hour of UTC after the other: sums of weights, and of the squares of weights."""
    weight, squares = [Fraction(0)] * count, [Fraction(0)] * count
    for time, until in spans:
        own = [Fraction(0)] * count
        if until <= time:
            own[place(time)] = Fraction(1)
        else:
            hour = time // 3600 * 3600
            while hour < until:
                overlap = min(until, hour + 3600) - max(time, hour)
                own[place(hour)] += Fraction(overlap, until - time)
                hour += 3600
        weight = [total + part for total, part in zip(weight, own, strict=True)]
        squares = [total + part**2 for total, part in zip(squares, own, strict=True)]
    return np.array([float(w) for w in weight]), np.array([float(s) for s in squares])


def hour_of_week(moment):
    local = datetime.fromtimestamp(moment, UTC).astimezone(ZONE)
    return local.weekday() * 24 + local.hour


def month_of_year(moment):
    return datetime.fromtimestamp(moment, UTC).astimezone(ZONE).month - 1


def test_weights_are_exact_fractions_over_years_of_clock_changes():
    rng = np.random.default_rng(1)
    begin = second(2023, 1, 1)
    time = rng.integers(begin, begin + 2 * 365 * 86_400, 300)
    length = rng.choice([0, 0, 1, 60, 3600, 86_399, 40 * 3600, 9 * 86_400, 50 * 86_400, -5000], 300)
    spans = list(zip(time.tolist(), (time + length * rng.integers(1, 3, 300)).tolist(), strict=True))
    week, months = profiles(spans)
    for profile, place, count in ((week, hour_of_week, 168), (months, month_of_year, 12)):
        weight, squares = written_out(spans, place, count)
        assert np.abs(profile.weight - weight).max() < 1e-9
        assert profile.weight.sum() == pytest.approx(300, abs=1e-9)
        # From above where a span meets a bin again, and never by more than that.
        assert (profile.squares >= squares - 1e-9).all()
        assert (profile.squares <= squares + 0.05 * len(spans)).all()


def test_squares_are_exact_where_no_span_goes_round():
    rng = np.random.default_rng(2)
    time = rng.integers(second(2024, 6, 1), second(2024, 9, 1), 200)
    spans = list(zip(time.tolist(), (time + rng.integers(0, 166 * 3600, 200)).tolist(), strict=True))
    week, months = profiles(spans)
    for profile, place, count in ((week, hour_of_week, 168), (months, month_of_year, 12)):
        assert np.abs(profile.squares - written_out(spans, place, count)[1]).max() < 1e-9


def test_the_hour_that_spring_takes_away_gets_nothing():
    # From 1 to 4 on the clock are two hours.
    week, _ = profiles([(second(2024, 3, 31, 1), second(2024, 3, 31, 4))])
    assert week.weight[6 * 24 + 1 : 6 * 24 + 4] == pytest.approx([0.5, 0, 0.5], abs=1e-12)


def test_the_hour_that_autumn_gives_twice_counts_twice():
    # From 1 to 4 on the clock are four hours, two of them between 2 and 3.
    week, _ = profiles([(second(2024, 10, 27, 1), second(2024, 10, 27, 4))])
    assert week.weight[6 * 24 + 1 : 6 * 24 + 4] == pytest.approx([0.25, 0.5, 0.25], abs=1e-12)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (SPRING + timedelta(days=1), 24)])
def test_a_day_has_the_hours_that_the_clock_gives_it(day, hours):
    end = (day + timedelta(days=1)).timestamp()
    found = LocalHours.between(int(day.timestamp()), int(end) - 1, ZONE)
    assert found.local.size == hours
    assert (found.hour_of_week // 24 == day.weekday()).all()


def test_hours_are_those_of_zoneinfo_in_every_year():
    found = LocalHours.between(second(1978, 1, 1), second(2031, 1, 1), ZONE)
    weekly, monthly = found.hour_of_week, found.month % 12
    some = np.random.default_rng(3).integers(0, found.local.size, 2000)
    for index in some.tolist():
        moment = (found.first + index) * 3600
        assert weekly[index] == hour_of_week(moment)
        assert monthly[index] == month_of_year(moment)


def test_ends_are_half_open():
    # To the full hour: nothing falls into the hour that begins then.
    week, _ = profiles([(second(2024, 5, 6, 10), second(2024, 5, 6, 12))])
    assert week.weight[10:13].tolist() == [0.5, 0.5, 0]


def test_one_moment_and_an_end_before_the_beginning_count_at_the_beginning():
    week, months = profiles([(second(2024, 5, 6, 10, 59, 59), second(2024, 5, 6, 9))] * 2)
    assert (week.weight[10], months.weight[4]) == (2, 2)


def test_exactly_a_week_is_even_over_the_week():
    week, _ = profiles([(second(2024, 5, 6), second(2024, 5, 13))])
    assert week.weight == pytest.approx(np.full(168, 1 / 168), abs=1e-12)


def test_callers_arrays_are_left_alone_and_twice_the_incidents_weigh_twice():
    spans = [(second(2024, 5, 6, 10), second(2024, 5, 8)), (second(2024, 3, 30), second(2024, 4, 2))]
    time, until = (np.array(column) for column in zip(*spans, strict=True))
    time.flags.writeable = until.flags.writeable = False
    hours = LocalHours.between(int(time.min()), int(until.max()), ZONE)
    once = week_profile(time, until, hours)
    twice = week_profile(np.repeat(time, 2), np.repeat(until, 2), hours)
    assert twice.weight == pytest.approx(2 * once.weight, abs=1e-12)


def test_spans_are_counted_by_length():
    day = 86_400
    length = np.array([0, 3600, day - 1, day, day + 1, 7 * day, 7 * day + 1, -1])
    found = measure_spans(np.zeros(8, np.int64), length)
    assert (found.total, found.whole_day, found.over_day, found.reversed) == (8, 1, 3, 1)


@pytest.mark.parametrize("year", [1066, 3000])
def test_times_that_nobody_reported_are_refused(year):
    moment = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    with pytest.raises(InputError, match="before 1950 or after 2150"):
        LocalHours.between(moment, moment, ZONE)
