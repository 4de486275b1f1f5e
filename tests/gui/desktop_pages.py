# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: the demo town through all five pages, pressing its buttons. Run by test_desktop_pages.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    desktop.iface.mainWindow().resizeDocks([dock], [520], 1)
    desktop.settle()
    desktop.grab("0_start")
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    layer = find(QgsProject.instance(), LayerRole.BUILDINGS)
    desktop.iface.mapCanvas().setExtent(layer.extent())
    desktop.settle()
    desktop.grab("1_situation")
    situation = dock.pages.widget(0)
    result = {"incidents": find(QgsProject.instance(), LayerRole.INCIDENTS).featureCount()}
    dock.pages.setCurrentIndex(1)
    desktop.settle()
    hotspots = dock.pages.widget(1)
    desktop.click(hotspots.find_button)
    desktop.wait_until(lambda: session._busy == 0 and hotspots.table.rowCount() > 0)
    desktop.settle()
    desktop.grab("2_hotspots")
    result["hotspots"] = hotspots.table.rowCount()
    result["found"] = hotspots.note.text()
    for number, name in ((2, "walk"), (3, "measures"), (4, "meeting")):
        dock.pages.setCurrentIndex(number)
        desktop.settle()
        desktop.grab(f"{number + 1}_{name}")
    meeting = dock.pages.widget(4)
    meeting.folder.setFilePath(str(desktop.folder / "packages"))
    packages = desktop.folder / "packages"
    packages.mkdir()
    desktop.settle()
    desktop.click(meeting.write_button)
    desktop.wait_until(lambda: session._busy == 0 and any(packages.glob("*.zip")))
    desktop.settle()
    desktop.grab("6_written")
    result["package"] = sorted(path.name for path in packages.iterdir())
    result["total"] = situation.total.text()
    return result
