# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with a real mouse: a participant is added in the form of a walk that is drawn and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QTabWidget, QToolButton

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QWidget


def act(desktop: Desktop) -> dict[str, Any]:
    """The tabs of the form of a new row, and what is stored in the end."""
    dock = desktop.iface.mainWindow().findChild(EstDock)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(2)
    centre = find(QgsProject.instance(), LayerRole.BUILDINGS).extent().center()
    x, y = centre.x(), centre.y()
    desktop.iface.mapCanvas().setExtent(QgsRectangle(x - 400, y - 300, x + 400, y + 300))
    desktop.settle()
    page = dock.pages.widget(2)
    result: dict[str, Any] = {}
    desktop.click(page.draw_button)
    for place in ((x - 200, y), (x, y)):
        desktop.click_map(*place)

    def name_it(form: QWidget) -> None:
        tabs = form.findChild(QTabWidget)
        result["new"] = [tabs.tabText(number) for number in range(tabs.count()) if tabs.isTabVisible(number)]
        desktop.click(next(line for line in form.findChildren(QLineEdit) if line.isVisible()))
        desktop.xdotool("key", "ctrl+a")
        desktop.xdotool("type", "Norra stan")
        press_ok(desktop, form)

    desktop.when_open(name_it)
    desktop.click_map(x, y, 3)
    (walk,) = page.table.findItems("Norra stan", Qt.MatchFlag.MatchExactly)
    opened: list[QWidget] = []
    desktop.when_open(opened.append)
    desktop.click_at(page.table.viewport(), page.table.visualItemRect(walk).center(), double=True)
    desktop.wait_until(lambda: opened)
    form = opened[0]
    tabs = form.findChild(QTabWidget)
    result["drawn"] = [tabs.tabText(number) for number in range(tabs.count()) if tabs.isTabVisible(number)]
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == "Deltagare"))
    desktop.settle()
    press_tool(desktop, form, "Växla redigeringsläge")
    children: list[QWidget] = []
    desktop.when_open(children.append)
    press_tool(desktop, form, "Lägg till barnobjekt")
    desktop.wait_until(lambda: children)
    child = children[0]
    role = next(box for box in child.findChildren(QComboBox) if box.findText("Unga") >= 0)
    role.setCurrentIndex(role.findText("Unga"))
    desktop.grab("participant", child)
    press_ok(desktop, child)
    desktop.wait_until(form.isVisible)
    desktop.grab("participants", form)
    press_ok(desktop, form)
    desktop.click(dock.unsaved.save_button)
    with dock.session.database.reading() as connection:
        sql = "SELECT p.role FROM walk_participant p JOIN walk w ON w.uuid = p.walk WHERE w.title = 'Norra stan'"
        result["stored"] = [row["role"] for row in connection.execute(sql)]
    return result


def press_tool(desktop: Desktop, form: QWidget, text: str) -> None:
    buttons = form.findChildren(QToolButton)
    desktop.click(next(button for button in buttons if button.isVisible() and button.text() == text))


def press_ok(desktop: Desktop, form: QWidget) -> None:
    desktop.click(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))
