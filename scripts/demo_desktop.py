# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS: opens the demo town, and with EST_DEMO_PICTURES takes a picture of each page and leaves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface as running  # noqa: TID251 (a script in the desktop has no other way)

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_SETTLE_MS = 1500
iface: QgisInterface = running  # type: ignore[assignment]
project: QgsProject = QgsProject.instance()  # type: ignore[assignment]


def take_pictures(dock: EstDock, folder: Path, number: int) -> None:
    """Show page ``number``, wait for the map, save it, and go on with the next."""
    if number == dock.pages.count():
        project.setDirty(False)
        iface.actionExit().trigger()
        return
    dock.pages.setCurrentIndex(number)

    def save() -> None:
        iface.mapCanvas().waitWhileRendering()
        iface.mainWindow().grab().save(str(folder / f"{number + 1}.png"))
        take_pictures(dock, folder, number + 1)

    QTimer.singleShot(_SETTLE_MS, save)


iface.mainWindow().resize(1500, 900)
est_dock: EstDock = iface.mainWindow().findChild(EstDock)  # type: ignore[assignment]


def on_opened() -> None:
    """The demo town is on the map: show the month before, and all of the town."""
    est_dock.session.database_changed.disconnect(on_opened)
    est_dock.session.choose_period(est_dock.session.period.previous())
    buildings = find(project, LayerRole.BUILDINGS)
    if buildings is not None:
        iface.mapCanvas().setExtent(buildings.extent())
    if "EST_DEMO_PICTURES" in os.environ:
        take_pictures(est_dock, Path(os.environ["EST_DEMO_PICTURES"]), 0)


est_dock.session.database_changed.connect(on_opened)
est_dock.session.open(Path(os.environ["EST_DEMO_DATABASE"]))
