# SPDX-License-Identifier: GPL-2.0-or-later
"""The sun's elevation against published values, to a tenth of a degree and better."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from est_plugin.analysis.sun import CIVIL_DARK, SUNSET, sun_elevation

STOCKHOLM = (18.0686, 59.3293)
KIRUNA = (20.2253, 67.8558)


def elevation(place, *moment):
    seconds = np.array([int(datetime(*moment, tzinfo=UTC).timestamp())])
    return float(sun_elevation(np.array([place[0]]), np.array([place[1]]), seconds)[0])


def test_the_example_of_the_solar_position_algorithm():
    # Reda and Andreas (2008), NREL/TP-560-34302, appendix A.5: 39.872 degrees without refraction.
    assert elevation((-105.1786, 39.742476), 2003, 10, 17, 19, 30, 30) == pytest.approx(39.872, abs=0.02)


def test_the_declination_in_the_example_of_meeus():
    # Astronomical Algorithms, example 25.a: -7.78507 degrees. At the pole the declination is the elevation.
    assert elevation((0, 90), 1992, 10, 13) == pytest.approx(-7.785, abs=0.01)


def test_the_equation_of_time_in_the_example_of_meeus():
    # Example 28.b, at 0 h: 13 min 42.6 s, a tenth of a minute more at noon. So much earlier the sun is in the zenith.
    noon = int(datetime(1992, 10, 13, 12, tzinfo=UTC).timestamp())
    moments = np.arange(noon - 3600, noon + 3600)
    highest = int(moments[np.argmax(sun_elevation(np.zeros(1), np.array([-7.97]), moments))])
    assert (noon - highest) / 60 == pytest.approx(13.8, abs=0.1)


@pytest.mark.parametrize(
    ("moment", "angle"),
    [
        # Sunrise and sunset of Stockholm in the almanac, to the minute: at the solstices and an equinox.
        ((2024, 6, 20, 1, 31), SUNSET),
        ((2024, 6, 20, 20, 8), SUNSET),
        ((2024, 12, 21, 7, 43), SUNSET),
        ((2024, 12, 21, 13, 48), SUNSET),
    ],
)
def test_sunrise_and_sunset_of_stockholm(moment, angle):
    assert elevation(STOCKHOLM, *moment) == pytest.approx(angle, abs=0.15)


def test_the_height_of_noon_follows_from_the_latitude():
    day = int(datetime(2024, 6, 20, tzinfo=UTC).timestamp())
    moments = np.arange(day, day + 86_400, 60)
    for longitude, latitude in (STOCKHOLM, KIRUNA):
        heights = sun_elevation(np.array([longitude]), np.array([latitude]), moments)
        assert heights.max() == pytest.approx(90 - latitude + 23.437, abs=0.01)
        assert heights.min() == pytest.approx(latitude - 90 + 23.437, abs=0.01)


def test_kiruna_has_no_night_in_june_and_no_day_in_december():
    hours = 3600 * np.arange(24)
    june, december = (int(datetime(2024, month, 21, tzinfo=UTC).timestamp()) + hours for month in (6, 12))
    place = (np.array([KIRUNA[0]]), np.array([KIRUNA[1]]))
    assert sun_elevation(*place, june).min() > SUNSET
    assert sun_elevation(*place, december).max() < SUNSET
    assert sun_elevation(*place, december).min() < CIVIL_DARK


def test_many_places_at_once_equal_one_after_the_other():
    rng = np.random.default_rng(5)
    longitude, latitude = rng.uniform(11, 24, 50), rng.uniform(55, 69, 50)
    moments = rng.integers(0, 2_000_000_000, 50)
    together = sun_elevation(longitude, latitude, moments)
    for row in range(50):
        alone = sun_elevation(longitude[row : row + 1], latitude[row : row + 1], moments[row : row + 1])
        assert together[row] == pytest.approx(float(alone[0]), abs=1e-9)
