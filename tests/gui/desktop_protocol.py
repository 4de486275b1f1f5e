# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: the forms of a walk, a stop and an observation, and the windows of the protocol.

Run by test_protocol_in_the_desktop.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QTabWidget

from est_plugin.gui.dock import EstDock
from est_plugin.gui.protocol_dialog import ProtocolDialog
from est_plugin.gui.walk_lists_dialog import WalkListsDialog
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QDialog, QWidget


def choose(desktop: Desktop, dock: EstDock, text: str, kind: type[QDialog]) -> Any:
    """Choose an entry of the walk's menu with the mouse, and give the window that it opens."""
    button = dock.pages.widget(2).with_walk

    def click() -> None:
        (action,) = [action for action in button.menu().actions() if action.text() == text]
        desktop.click_at(button.menu(), button.menu().actionGeometry(action).center())

    QTimer.singleShot(1000, click)
    desktop.click(button)

    def shown() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

    desktop.wait_until(shown)
    desktop.settle()
    return shown()[0]


def type_in(desktop: Desktop, dialog: ProtocolDialog) -> str:
    """With real keys: the first line from left to right, then OK."""
    table = dialog.table
    desktop.click_at(table.viewport(), table.visualItemRect(table.item(1, 1)).center())
    for text in ("1 skymt av syrenen", "", "3 utan insyn"):
        if text:
            desktop.xdotool("type", "--delay", 30, text)
        desktop.xdotool("key", "Tab")
    desktop.grab("protocol", dialog)
    desktop.click(dialog.ok)
    observations = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    desktop.wait_until(observations.isModified)
    return dock_text(desktop)


def dock_text(desktop: Desktop) -> str:
    desktop.settle()
    dock = desktop.iface.mainWindow().findChild(EstDock)
    return str(dock.unsaved.text.text())


def show_form(desktop: Desktop, role: LayerRole, wanted: str, name: str) -> list[str]:
    """Open a form and take a picture of each of its tabs; gives the names of the tabs."""
    layer = find(QgsProject.instance(), role)
    row: QgsFeature = next(row for row in layer.getFeatures(wanted))
    layer.startEditing()
    names: list[str] = []

    def look(form: QWidget) -> None:
        tabs = form.findChild(QTabWidget)
        form.resize(760, 620)
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            desktop.grab(f"{name}_{number}", form)
            names.append(tabs.tabText(number))
        form.close()

    desktop.when_open(look)
    desktop.iface.openFeatureForm(layer, row)
    layer.rollBack()
    return names


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(2)
    desktop.settle()
    dock.pages.widget(2).table.selectRow(0)
    desktop.settle()
    forms = {
        "walk": show_form(desktop, LayerRole.WALKS, "true", "walk"),
        "stop": show_form(desktop, LayerRole.WALK_STOPS, "number = 2", "stop"),
        "observation": show_form(desktop, LayerRole.OBSERVATIONS, "item = 'BEL' AND value = '3'", "observation"),
    }
    lists = choose(desktop, dock, "Redigera checklistan…", WalkListsDialog)
    desktop.wait_until(lambda: not lists.is_working)
    desktop.grab("lists", lists)
    lists.reject()
    dock.pages.widget(2).table.selectRow(0)
    unsaved = type_in(desktop, choose(desktop, dock, "Fyll i protokollet…", ProtocolDialog))
    observations = find(QgsProject.instance(), LayerRole.OBSERVATIONS)
    new = [[row["item"], row["value"], row["comment"]] for row in observations.getFeatures() if row.id() < 0]
    desktop.grab("after")
    desktop.click(dock.unsaved.save_button)
    desktop.settle()
    return {**forms, "unsaved": unsaved, "new": sorted(new), "saved": not observations.isModified()}
