# SPDX-License-Identifier: GPL-2.0-or-later
"""On which day and in which part of it: by Swedish clocks, and only where no other is possible."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from est_plugin.analysis.day_parts import PARTS, UNKNOWN, DayPart, local_days
from est_plugin.errors import InputError

ZONE = ZoneInfo("Europe/Stockholm")


def seconds(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC).timestamp())


def found(*spans):
    first, last = ([seconds(span[number]) for span in spans] for number in (0, -1))
    return local_days(np.array(first), np.array(last), ZONE)


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        ("2026-07-01T00:00", DayPart.NIGHT),
        ("2026-07-01T05:59", DayPart.NIGHT),
        ("2026-07-01T06:00", DayPart.DAY),
        ("2026-07-01T17:59", DayPart.DAY),
        ("2026-07-01T18:00", DayPart.EVENING),
        ("2026-01-01T23:59", DayPart.EVENING),
    ],
)
def test_parts_begin_on_the_hour_in_summer_and_winter(moment, part):
    days = found((moment,))
    assert PARTS[int(days.part[0])] is part
    assert date.fromordinal(date(1970, 1, 1).toordinal() + int(days.day[0])) == date.fromisoformat(moment[:10])


def test_what_may_be_several_is_not_known():
    days = found(
        ("2026-03-14T00:00", "2026-03-14T23:59"),
        ("2026-03-14T17:00", "2026-03-14T19:00"),
        ("2026-03-14T22:00", "2026-03-15T02:00"),
        ("2026-03-14T19:00", "2026-03-14T21:00"),
    )
    assert days.part.tolist() == [UNKNOWN, UNKNOWN, UNKNOWN, PARTS.index(DayPart.EVENING)]
    assert (days.day == UNKNOWN).tolist() == [False, False, True, False]


def test_same_part_of_two_days_is_neither_day_nor_part():
    days = found(("2026-03-14T20:00", "2026-03-15T20:00"))
    assert (days.day[0], days.part[0]) == (UNKNOWN, UNKNOWN)


def test_weekend_is_saturday_and_sunday_for_certain():
    days = found(
        ("2026-03-13T23:00",),
        ("2026-03-14T00:00",),
        ("2026-03-15T23:00",),
        ("2026-03-16T00:00",),
        ("2026-03-14T22:00", "2026-03-15T02:00"),
    )
    assert days.is_weekend.tolist() == [False, True, True, False, False]


def test_no_incidents_have_no_days():
    days = local_days(np.zeros(0, np.int64), np.zeros(0, np.int64), ZONE)
    assert (len(days.day), len(days.part)) == (0, 0)


def test_times_far_away_are_refused():
    with pytest.raises(InputError):
        found(("1900-01-01T00:00",))
