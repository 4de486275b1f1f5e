# SPDX-License-Identifier: GPL-2.0-or-later
"""The densities of the package: no glow for one or two incidents, one scale for both periods, rates that compare."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from qgis.PyQt.QtGui import QImage

from est_plugin.analysis.points import PointSet
from est_plugin.domain.period import Period
from est_plugin.export.density_pictures import draw_densities

X0, Y0 = 500_000.0, 6_500_000.0
JUNE, MAY = (Period.between(date(2026, month, 1), date(2026, month, 30)) for month in (6, 5))
LONG = Period.between(date(2026, 3, 1), date(2026, 5, 29))


def stack(*numbers):
    """So many incidents on spots that lie a kilometre apart."""
    x = np.repeat(X0 + 1000.0 * np.arange(1, len(numbers) + 1), numbers)
    return PointSet(x, np.full(x.size, Y0 + 1000.0), np.zeros(x.size, np.int32), ("a",))


def drawn(now, before, period_before=MAY, choices=()):
    plan = SimpleNamespace(
        points=now,
        points_before=before,
        period=JUNE,
        comparison=SimpleNamespace(before=period_before),
        extent=(X0, Y0, X0 + 5000.0, Y0 + 2000.0),
        bandwidth=200.0,
        density_choices=choices,
    )
    return {name: opacity(picture) for name, picture in draw_densities(plan).pictures.items()}


def opacity(picture):
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint32).reshape(image.height(), image.width()) >> 24


def peaks(alpha):
    """The opacity at each spot."""
    return [int(alpha[38:42, 40 * spot - 2 : 40 * spot + 2].max()) for spot in range(1, 5)]


@pytest.mark.parametrize("name", ["now", "before", "difference"])
def test_one_or_two_incidents_leave_no_glow(name):
    pictures = drawn(stack(1, 2, 2, 1), stack(2, 1, 2))
    assert not pictures[name].any()


def test_more_incidents_glow_where_they_are():
    pictures = drawn(stack(4, 8, 0, 1), stack(0, 8))
    one, two, none, single = peaks(pictures["now"])
    assert 0 < one < two
    assert (none, single) == (0, 0)
    assert peaks(pictures["before"])[1] == two
    assert peaks(pictures["difference"])[1:] == [0, 0, 0]
    assert peaks(pictures["difference"])[0] > 0


def test_periods_of_different_length_compare_as_rates():
    pictures = drawn(stack(8, 8), stack(24, 24), LONG)
    assert not pictures["difference"].any()
    assert peaks(pictures["now"]) == peaks(pictures["before"])


def test_no_incidents_give_no_pictures():
    assert drawn(stack(0), stack(0)) == {}
