# SPDX-License-Identifier: GPL-2.0-or-later
"""Sunset and dark beside almanacs, and where neither comes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from est_plugin.analysis.dusk import dusk_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("day", "sunset", "dark"),
    [
        # timeanddate.com, Stockholm: sunset and the end of civil twilight.
        (date(2026, 3, 20), (18, 8), (18, 45)),
        (date(2026, 6, 21), (22, 8), (23, 25)),
        (date(2026, 12, 21), (14, 48), (15, 37)),
    ],
)
def test_dusk_in_stockholm_is_the_almanacs(day: date, sunset: tuple[int, int], dark: tuple[int, int]) -> None:
    found = dusk_of(day, 18.07, 59.33, STOCKHOLM)
    assert found.has_day
    for instant, (hour, minute) in ((found.sunset, sunset), (found.dark, dark)):
        assert instant is not None
        assert abs(instant - datetime(day.year, day.month, day.day, hour, minute, tzinfo=STOCKHOLM)) <= 3 * MINUTE


def test_in_kiruna_the_sun_does_not_set_at_midsummer() -> None:
    found = dusk_of(date(2026, 6, 21), 20.22, 67.86, STOCKHOLM)
    assert (found.sunset, found.dark, found.has_day) == (None, None, True)


def test_in_kiruna_it_gets_dark_in_december_without_a_sunset() -> None:
    found = dusk_of(date(2026, 12, 21), 20.22, 67.86, STOCKHOLM)
    assert (found.sunset, found.has_day) == (None, False)
    assert found.dark is not None


def test_in_umea_it_does_not_get_quite_dark_in_june() -> None:
    found = dusk_of(date(2026, 6, 21), 20.26, 63.83, STOCKHOLM)
    assert found.sunset is not None
    assert found.dark is None


def test_the_night_after_the_clocks_change_has_one_hour_less() -> None:
    saturday, sunday = (dusk_of(date(2026, 3, day), 18.07, 59.33, STOCKHOLM).sunset for day in (28, 29))
    assert saturday is not None
    assert sunday is not None
    assert sunday.replace(tzinfo=None) - saturday.replace(tzinfo=None) > timedelta(hours=24, minutes=58)
