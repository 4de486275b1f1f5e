# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: copy the open database from the dock's menu, then open one that a newer plugin has upgraded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QTimer

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    desktop.iface.mainWindow().resizeDocks([dock], [520], 1)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.wait_until(lambda: dock.session.database is not None)
    desktop.settle()
    menu = dock.database_menu

    def choose() -> None:
        desktop.grab("1_menu", menu)
        entry = next(action for action in menu.actions() if action.text() == "Kopiera databasen…")
        desktop.click_at(menu, menu.actionGeometry(entry).center())

    # The click waits until the menu is closed again.
    QTimer.singleShot(500, choose)
    desktop.click(dock.database_button)
    dialog = desktop.iface.mainWindow().findChild(QgsProcessingAlgorithmDialogBase)
    output = desktop.folder / "copy.gpkg"
    shown = dialog.createProcessingParameters()
    dialog.setParameters({**shown, "OUTPUT": str(output)})
    desktop.grab("2_dialog", dialog)
    desktop.click(dialog.runButton())
    desktop.wait_until(output.is_file)
    desktop.settle(1)
    desktop.grab("3_copied", dialog)
    dialog.close()
    dock.session.open(desktop.folder / "newer.gpkg")
    desktop.wait_until(lambda: dock.session.database.refusal is not None)
    desktop.settle()
    desktop.grab("4_newer")
    measures = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    result = {"shown": shown["DATABASE"], "can_edit": measures.startEditing(), "is_read_only": measures.readOnly()}
    dock.session.open(output)
    desktop.wait_until(lambda: dock.session.database.refusal is None)
    # At its end QGIS asks about what still runs.
    desktop.wait_until(lambda: dock.session._busy == 0 and not dock.session.reader.is_reading)
    measures = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    return result | {"can_edit_the_copy": measures.startEditing() and measures.commitChanges()}
