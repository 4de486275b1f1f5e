# SPDX-License-Identifier: GPL-2.0-or-later
"""In a desktop started anew: the page Meeting repeats the package before. Run by test_meeting_in_the_desktop.py."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QScrollArea

from est_plugin.gui.dock import EstDock


def act(desktop: Any) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    session = dock.session
    folder = desktop.folder / "packages"
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(4)
    desktop.settle()
    meeting = dock.pages.widget(4)
    desktop.iface.mainWindow().resizeDocks([dock], [400], 1)
    desktop.settle()
    desktop.grab("again", dock)
    result = {
        "preset": meeting.preset.currentText(),
        "before": sorted(path.name for path in folder.glob("*.zip")),
        "offered": meeting.repeat_button.button.text(),
        "tip": meeting.repeat_button.button.toolTip(),
        "estimate": meeting.estimate.text(),
        "layers": len(QgsProject.instance().mapLayers()),
    }
    meeting.findChild(QScrollArea).ensureWidgetVisible(meeting.repeat_button)
    desktop.click(meeting.repeat_button.button)
    desktop.wait_until(lambda: session._busy == 0 and len(list(folder.glob("*.zip"))) > 1, 90)
    desktop.settle()
    desktop.grab("repeated", dock)
    result["after"] = sorted(path.name for path in folder.glob("*.zip"))
    result["told"] = meeting.result.text.text()
    result["header"] = dock.header.text()
    return result
