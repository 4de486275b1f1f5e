# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with a real mouse: a rule is added in the form of a traffic ban that is drawn and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_participants import press_ok, press_tool
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLineEdit, QTabWidget

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QWidget


def act(desktop: Desktop) -> dict[str, Any]:
    """The tabs of the form of a new ban, and the bans that are stored with a rule in the end."""
    dock = desktop.iface.mainWindow().findChild(EstDock)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(3)
    centre = find(QgsProject.instance(), LayerRole.BUILDINGS).extent().center()
    x, y = centre.x(), centre.y()
    desktop.iface.mapCanvas().setExtent(QgsRectangle(x - 400, y - 300, x + 400, y + 300))
    desktop.settle()
    page = dock.pages.widget(3)
    desktop.click(page.buttons[MeasurePreset.TRAFFIC_BAN_STRETCH])
    for place in ((x - 200, y), (x, y)):
        desktop.click_map(*place)
    tabs_of_new: list[str] = []

    def name_it(form: QWidget) -> None:
        tabs_of_new.extend(shown_tabs(form))
        lines = (line for line in form.findChildren(QLineEdit) if "QgsFilterLineEdit" in type(line).__name__)
        desktop.click(next(line for line in lines if line.isVisible() and not line.isReadOnly()))
        desktop.xdotool("key", "ctrl+a")
        desktop.xdotool("type", "Nattstopp")
        press_ok(desktop, form)

    desktop.when_open(name_it)
    desktop.click_map(x, y, 3)
    (ban,) = page.table.findItems("Nattstopp", Qt.MatchFlag.MatchExactly)
    middle = page.table.visualItemRect(ban).center()
    add_rule(desktop, lambda: desktop.click_at(page.table.viewport(), middle, double=True))
    desktop.click(dock.unsaved.save_button)
    with dock.session.database.reading() as connection:
        rows = connection.execute("SELECT m.title FROM traffic_rule r JOIN measure m ON m.uuid = r.measure").fetchall()
    return {"new": tabs_of_new, "stored": [row["title"] for row in rows]}


def add_rule(desktop: Desktop, open_form: Callable[[], None]) -> None:
    opened: list[QWidget] = []
    desktop.when_open(opened.append)
    open_form()
    desktop.wait_until(lambda: opened)
    form = opened[0]
    tabs = form.findChild(QTabWidget)
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == "Trafikförbud"))
    desktop.settle()
    press_tool(desktop, form, "Växla redigeringsläge")
    rules: list[QWidget] = []
    desktop.when_open(rules.append)
    press_tool(desktop, form, "Lägg till barnobjekt")
    desktop.wait_until(lambda: rules)
    press_ok(desktop, rules[0])
    desktop.wait_until(form.isVisible)
    press_ok(desktop, form)


def shown_tabs(form: QWidget) -> list[str]:
    tabs = form.findChild(QTabWidget)
    return [tabs.tabText(number) for number in range(tabs.count()) if tabs.isTabVisible(number)]
