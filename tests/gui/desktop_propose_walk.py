# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: have a walk proposed with mouse and keys. Run by test_proposing_in_the_desktop.py."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint

from est_plugin.domain.period import Period
from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QComboBox, QWidget


def pick(desktop: Desktop, box: QComboBox, text: str) -> None:
    """Open a list with the mouse, type the beginning of an entry, and press Return."""
    desktop.click(box)
    desktop.xdotool("type", "--delay", 30, text)
    desktop.xdotool("key", "Return")


def tick(desktop: Desktop, box: QWidget) -> None:
    desktop.click_at(box, QPoint(8, box.height() // 2))


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    desktop.iface.mainWindow().resizeDocks([dock], [480], 1)
    session, hotspots, walks = dock.session, dock.pages.widget(1), dock.pages.widget(2)
    session.settings.proposed_walk.setValue("")
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    session.choose_period(Period.between(date(2026, 9, 1), date(2026, 10, 31)))
    dock.pages.setCurrentIndex(1)
    desktop.settle()
    desktop.click(hotspots.find_button)
    desktop.wait_until(lambda: session._busy == 0 and hotspots.table.rowCount() > 0)
    desktop.settle()
    canvas = desktop.iface.mapCanvas()
    layer = find(QgsProject.instance(), LayerRole.HOTSPOTS)
    canvas.setExtent(layer.extent().buffered(300))
    dock.pages.setCurrentIndex(2)
    desktop.settle()
    desktop.click(walks.propose_button)
    desktop.wait_until(lambda: walks.proposing.dialog is not None)
    desktop.settle()
    dialog = walks.proposing.dialog
    desktop.screen("propose-1-dialog")
    tick(desktop, dialog.unsafe_places)
    tick(desktop, dialog.lamps_out)
    pick(desktop, dialog.start, "Klicka")
    result = {"hidden": not dialog.isVisible()}
    centre = canvas.extent().center()
    desktop.click_map(centre.x(), centre.y())
    desktop.settle()
    result["back"] = dialog.isVisible()
    pick(desktop, dialog.light, "Helst")
    desktop.click_at(dialog.minutes, QPoint(40, dialog.minutes.height() // 2))
    desktop.xdotool("key", "ctrl+a")
    desktop.xdotool("type", "--delay", 30, "60")
    desktop.screen("propose-2-chosen")
    before = walks.table.rowCount()
    desktop.xdotool("key", "Return")
    desktop.wait_until(lambda: session._busy == 0 and walks.table.rowCount() == before + 1)
    desktop.settle()
    desktop.screen("propose-3-proposed")
    layer = find(QgsProject.instance(), LayerRole.WALKS)
    result["selected"] = len(layer.selectedFeatureIds())
    result["told"] = walks.note.text()
    result["minutes"] = next(iter(layer.selectedFeatures()))["minutes"]
    desktop.click(walks.propose_button)
    desktop.wait_until(lambda: walks.proposing.dialog is not None)
    desktop.settle()
    desktop.xdotool("key", "Escape")
    result["closed"] = walks.proposing.dialog is None and walks.table.rowCount() == before + 1
    return result
