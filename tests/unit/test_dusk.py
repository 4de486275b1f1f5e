# SPDX-License-Identifier: GPL-2.0-or-later
"""Sunset and dark beside the almanac, and where neither comes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from est_plugin.analysis.dusk import dusk_of
from est_plugin.analysis.sun import CIVIL_DARK, sun_elevation

ZONE = ZoneInfo("Europe/Stockholm")
STOCKHOLM = (18.0686, 59.3293)


@pytest.mark.parametrize(("day", "sunset"), [(date(2024, 6, 20), (22, 8)), (date(2024, 12, 21), (14, 48))])
def test_sunset_in_stockholm_is_the_almanacs(day: date, sunset: tuple[int, int]) -> None:
    # The almanac's times of tests/unit/test_sun.py.
    found = dusk_of(day, *STOCKHOLM, ZONE)
    assert found.has_day
    assert found.sunset is not None
    assert abs(found.sunset - datetime(day.year, day.month, day.day, *sunset, tzinfo=ZONE)) <= timedelta(minutes=2)


def test_it_is_dark_the_minute_in_which_civil_twilight_ends() -> None:
    dark = dusk_of(date(2026, 12, 1), *STOCKHOLM, ZONE).dark
    assert dark is not None
    place = (np.array([value]) for value in STOCKHOLM)
    before, then = sun_elevation(*place, np.array([int(dark.timestamp()) - 60, int(dark.timestamp())]))
    assert before >= CIVIL_DARK > then


def test_in_kiruna_the_sun_does_not_set_at_midsummer() -> None:
    found = dusk_of(date(2026, 6, 21), 20.22, 67.86, ZONE)
    assert (found.sunset, found.dark, found.has_day) == (None, None, True)


def test_in_kiruna_it_gets_dark_in_december_without_a_sunset() -> None:
    found = dusk_of(date(2026, 12, 21), 20.22, 67.86, ZONE)
    assert (found.sunset, found.has_day) == (None, False)
    assert found.dark is not None


def test_in_umea_it_does_not_get_quite_dark_in_june() -> None:
    found = dusk_of(date(2026, 6, 21), 20.26, 63.83, ZONE)
    assert found.sunset is not None
    assert found.dark is None


def test_times_follow_the_clocks_that_people_read() -> None:
    # Summer time begins in the night to the 29th of March 2026.
    saturday, sunday = (dusk_of(date(2026, 3, day), *STOCKHOLM, ZONE).sunset for day in (28, 29))
    assert saturday is not None
    assert sunday is not None
    assert (saturday.hour, sunday.hour) == (18, 19)
