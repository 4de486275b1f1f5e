# SPDX-License-Identifier: GPL-2.0-or-later
"""A time range that is left on the map does not hide the incidents; one that a person plays with stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime

from est_plugin.gui.map_times import show_all_times

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUR = QgsDateTimeRange(
    QDateTime(datetime(2026, 11, 25, 17, tzinfo=UTC)), QDateTime(datetime(2026, 11, 25, 18, tzinfo=UTC))
)


@pytest.fixture
def canvas(qgis_app: object) -> Iterator[QgsMapCanvas]:
    canvas = QgsMapCanvas()
    canvas.setTemporalRange(HOUR)
    yield canvas
    canvas.deleteLater()


def test_a_range_that_is_left_is_taken_off(canvas: QgsMapCanvas) -> None:
    show_all_times(canvas)
    assert canvas.temporalRange().isInfinite()


@pytest.mark.parametrize(
    ("mode", "stays"),
    [(Qgis.TemporalNavigationMode.Disabled, False), (Qgis.TemporalNavigationMode.Animated, True)],
)
def test_the_range_of_the_controller_stays_while_it_is_on(
    canvas: QgsMapCanvas, mode: Qgis.TemporalNavigationMode, stays: bool
) -> None:
    controller = QgsTemporalNavigationObject()
    controller.setNavigationMode(mode)
    canvas.setTemporalController(controller)
    canvas.setTemporalRange(HOUR)
    show_all_times(canvas)
    assert (canvas.temporalRange() == HOUR) is stays
