# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with real mouse and keys: draw a walk with stops and save it, draw a measure and undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLineEdit, QMessageBox, QPushButton

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QWidget


def act(desktop: Desktop) -> dict[str, Any]:
    """What the dock and the layers held on the way."""
    dock = desktop.iface.mainWindow().findChild(EstDock)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    desktop.iface.mainWindow().resizeDocks([dock], [400], 1)
    centre = find(QgsProject.instance(), LayerRole.BUILDINGS).extent().center()
    x, y = centre.x(), centre.y()
    desktop.iface.mapCanvas().setExtent(QgsRectangle(x - 400, y - 300, x + 400, y + 300))
    desktop.settle()
    bar = dock.pages.tabBar()
    return {
        "dock width": dock.width(),
        "tabs to spare": bar.width() - bar.tabRect(bar.count() - 1).right(),
        **draw_walk(desktop, dock, x, y),
        **save_walk(desktop, dock),
        **use_list(desktop, dock),
        **flag_and_undo(desktop, dock, x, y),
        **close_project(desktop, dock, x, y),
    }


def draw_walk(desktop: Desktop, dock: EstDock, x: float, y: float) -> dict[str, Any]:
    show_tab(desktop, dock, 2)
    page = dock.pages.widget(2)
    # Freely: the streets have a test of their own.
    desktop.click_at(page.follow, QPoint(8, page.follow.height() // 2))
    desktop.click(page.draw_button)
    for place in ((x - 200, y), (x, y), (x, y + 150)):
        desktop.click_map(*place)
    desktop.when_open(lambda form: fill_in(desktop, form, "Centrum", picture="1_form"))
    desktop.click_map(x, y + 150, 3)
    result = {"after route": dock.unsaved.text.text()}
    desktop.click(page.stops_button)
    for place, name in (((x - 5, y + 100), "Torget"), ((x - 150, y + 5), "Bron")):
        desktop.when_open(lambda form, name=name: fill_in(desktop, form, name))
        desktop.click_map(*place)
    desktop.grab("2_stops")
    stops = find(QgsProject.instance(), LayerRole.WALK_STOPS)
    numbers = {stop["place"]: stop["number"] for stop in stops.getFeatures() if stop.id() < 0}
    return result | {"numbers": numbers, "after stops": dock.unsaved.text.text(), "unsaved row": row(page.table, 0)}


def save_walk(desktop: Desktop, dock: EstDock) -> dict[str, Any]:
    desktop.click(dock.unsaved.save_button)
    desktop.grab("3_saved")
    with dock.session.database.reading() as connection:
        stored = connection.execute(
            "SELECT walk.title, walk.minutes, count(*) FROM walk JOIN walk_stop ON walk_stop.walk = walk.uuid"
            " GROUP BY walk.id ORDER BY walk.id DESC"
        ).fetchone()
    return {
        "stored": list(stored),
        "bar after save": dock.unsaved.isVisible(),
        "row": row(dock.pages.widget(2).table, 0),
    }


def use_list(desktop: Desktop, dock: EstDock) -> dict[str, Any]:
    """Click the walk's row, then open its form with a double click and change the title."""
    table = dock.pages.widget(2).table
    walks = find(QgsProject.instance(), LayerRole.WALKS)
    middle = table.visualItemRect(table.item(0, 0)).center()
    desktop.click_at(table.viewport(), middle)
    selected = walks.selectedFeatureCount()
    desktop.grab("4_selected")
    desktop.when_open(lambda form: fill_in(desktop, form, "Norr"))
    desktop.click_at(table.viewport(), middle, double=True)
    desktop.grab("5_changed")
    changed = {"selected": selected, "changed row": row(table, 0), "after change": dock.unsaved.text.text()}
    desktop.click(dock.unsaved.save_button)
    return changed


def flag_and_undo(desktop: Desktop, dock: EstDock, x: float, y: float) -> dict[str, Any]:
    show_tab(desktop, dock, 3)
    page = dock.pages.widget(3)
    desktop.iface.mapCanvas().setExtent(QgsRectangle(x - 400, y - 300, x + 400, y + 300))
    desktop.settle()
    desktop.click(page.buttons[MeasurePreset.LIGHTING])
    for place in ((x + 50, y - 50), (x + 80, y - 50)):
        desktop.when_open(lambda form: fill_in(desktop, form, ""))
        desktop.click_map(*place)
    desktop.click_at(page.table.viewport(), page.table.visualItemRect(page.table.item(0, 0)).center())
    desktop.grab("6_measures")
    drawn = {"measures": page.table.rowCount(), "after measures": dock.unsaved.text.text()}
    answers = []
    for name in ("Avbryt", "Ångra allt"):
        desktop.when_open(lambda box, name=name: press(desktop, box, name))
        desktop.click(dock.unsaved.discard_button)
        answers.append(page.table.rowCount())
    desktop.grab("8_undone")
    return drawn | {"after cancel and undo": answers, "bar after undo": dock.unsaved.isVisible()}


def close_project(desktop: Desktop, dock: EstDock, x: float, y: float) -> dict[str, Any]:
    """Draw another route with a stop, then begin a new project and let QGIS save the layers, not the old project."""
    show_tab(desktop, dock, 2)
    page = dock.pages.widget(2)
    database = dock.session.database
    find(QgsProject.instance(), LayerRole.WALKS).removeSelection()
    desktop.click(page.draw_button)
    for place in ((x - 200, y - 150), (x + 100, y - 150)):
        desktop.click_map(*place)
    desktop.when_open(lambda form: fill_in(desktop, form, "Sydost"))
    desktop.click_map(x + 100, y - 150, 3)
    desktop.click(page.stops_button)
    desktop.when_open(lambda form: fill_in(desktop, form, "Skolan"))
    desktop.click_map(x - 100, y - 150)
    asked: list[str] = []

    def save(box: QWidget) -> None:
        desktop.grab(f"9_question_{len(asked)}", box)
        asked.append(box.text())
        is_layer = "lager" in box.text()
        desktop.click(box.button(QMessageBox.StandardButton.Save if is_layer else QMessageBox.StandardButton.Discard))
        desktop.when_open(save)

    desktop.when_open(save)
    desktop.iface.actionNewProject().trigger()
    desktop.settle()
    with database.reading() as connection:
        stored = connection.execute(
            "SELECT walk.title, walk_stop.place FROM walk_stop JOIN walk ON walk_stop.walk = walk.uuid"
            " WHERE walk.title = 'Sydost'"
        ).fetchall()
    return {"asked": asked, "stored at close": [list(row) for row in stored], "open": str(dock.session.database)}


def show_tab(desktop: Desktop, dock: EstDock, number: int) -> None:
    bar = dock.pages.tabBar()
    desktop.click_at(bar, bar.tabRect(number).center())


def fill_in(desktop: Desktop, form: QWidget, text: str, *, picture: str = "") -> None:
    """Type into the first empty line of QGIS's form that can be written in, and press OK."""
    if text:
        lines = [line for line in form.findChildren(QLineEdit) if line.isVisible() and not line.isReadOnly()]
        line = min(lines, key=lambda line: line.mapTo(form, QPoint(0, 0)).y() if is_free(line) else 10_000)
        desktop.click(line)
        desktop.xdotool("key", "ctrl+a")
        desktop.xdotool("type", text)
    if picture:
        desktop.grab(picture, form)
    desktop.click(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def is_free(line: QLineEdit) -> bool:
    """A line for a text: not one of a number or a date."""
    return line.isEnabled() and not line.text().isdigit() and "QgsFilterLineEdit" in type(line).__name__


def press(desktop: Desktop, box: QWidget, name: str) -> None:
    desktop.grab("7_question", box)
    desktop.click(next(button for button in box.findChildren(QPushButton) if button.text() == name))


def row(table: Any, line: int) -> list[str]:
    return [table.item(line, column).text() for column in range(table.columnCount())]
