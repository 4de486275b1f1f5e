# SPDX-License-Identifier: GPL-2.0-or-later
"""The times that the map shows: the chosen period, and nothing less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QDateTime

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas


def show_all_times(canvas: QgsMapCanvas) -> None:
    """Take a time range off the map that QGIS's temporal controller has left there while it is switched off.

    Our incidents carry their times for that controller, so a range that is left hides them all.
    """
    controller = canvas.temporalController()
    is_on = (
        isinstance(controller, QgsTemporalNavigationObject)
        and controller.navigationMode() != Qgis.TemporalNavigationMode.Disabled
    )
    if not is_on:
        canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
