# SPDX-License-Identifier: GPL-2.0-or-later
"""When it gets dark in Kristinehamn and in Kiruna, in winter and in summer, beside the almanac."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from est_plugin.analysis.nightfall import Place, evening_of, light_at
from est_plugin.domain.walk import LightCondition

SWEDEN = ZoneInfo("Europe/Stockholm")
KRISTINEHAMN = Place(14.1076, 59.3098)
STOCKHOLM = Place(18.0686, 59.3293)
KIRUNA = Place(20.2253, 67.8558)
LULEA = Place(22.1547, 65.5848)


def seconds(*moment):
    return int(datetime(*moment, tzinfo=SWEDEN).timestamp())


def clock(moment):
    return datetime.fromtimestamp(moment, SWEDEN)


def minutes_apart(moment, *expected):
    return abs(moment - seconds(*expected)) / 60


@pytest.mark.parametrize(
    ("day", "sunset"),
    [
        # Stockholm's almanac at the solstices; summer time counts in June.
        ((2024, 6, 20), (2024, 6, 20, 22, 8)),
        ((2024, 12, 21), (2024, 12, 21, 14, 48)),
    ],
)
def test_sunset_is_that_of_the_almanac(day, sunset):
    assert minutes_apart(evening_of(STOCKHOLM, seconds(*day)).sunset, *sunset) < 2


def test_a_november_evening_in_kristinehamn():
    evening = evening_of(KRISTINEHAMN, seconds(2026, 11, 12))
    assert evening.sun_is_up
    # The sun passes 4 degrees of longitude in 16 minutes: so much later than in Stockholm.
    stockholm = evening_of(STOCKHOLM, seconds(2026, 11, 12))
    assert (evening.sunset - stockholm.sunset) / 60 == pytest.approx(16, abs=1)
    assert evening.sunset < evening.dark_from < evening.sunset + 3600
    assert clock(evening.dark_until).date() == clock(seconds(2026, 11, 13)).date()
    assert light_at(KRISTINEHAMN, evening.sunset - 60) is LightCondition.DAYLIGHT
    assert light_at(KRISTINEHAMN, evening.sunset + 60) is LightCondition.DUSK
    assert light_at(KRISTINEHAMN, evening.dark_from - 60) is LightCondition.DUSK
    assert light_at(KRISTINEHAMN, evening.dark_from + 60) is LightCondition.DARK
    assert light_at(KRISTINEHAMN, evening.dark_until - 60) is LightCondition.DARK
    assert light_at(KRISTINEHAMN, evening.dark_until + 60) is LightCondition.DUSK


def test_in_kiruna_in_june_the_sun_does_not_set_and_it_is_never_dark():
    evening = evening_of(KIRUNA, seconds(2026, 6, 20))
    assert (evening.sun_is_up, evening.sunset, evening.dark_from, evening.dark_until) == (True, None, None, None)
    assert light_at(KIRUNA, seconds(2026, 6, 21, 0, 30)) is LightCondition.DAYLIGHT


def test_in_kiruna_in_december_the_sun_does_not_rise_but_there_is_twilight_at_noon():
    evening = evening_of(KIRUNA, seconds(2026, 12, 21))
    assert (evening.sun_is_up, evening.sunset) == (False, None)
    assert clock(evening.dark_from).hour in {13, 14}
    assert light_at(KIRUNA, seconds(2026, 12, 21, 11, 40)) is LightCondition.DUSK


def test_in_lulea_in_june_the_sun_sets_after_midnight_and_it_does_not_get_dark():
    evening = evening_of(LULEA, seconds(2026, 6, 21))
    assert clock(evening.sunset).date() == clock(seconds(2026, 6, 22)).date()
    assert (evening.dark_from, evening.dark_until) == (None, None)


def test_at_the_pole_in_winter_it_is_dark_all_day():
    evening = evening_of(Place(15, 89), seconds(2026, 12, 21))
    assert (evening.sun_is_up, evening.sunset, evening.dark_until) == (False, None, None)
    assert clock(evening.dark_from).date() == clock(seconds(2026, 12, 21)).date()
