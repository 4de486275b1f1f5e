# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with real mouse and keys: a route along the streets, its changes, all undone and saved.

Run by test_routes_in_the_desktop.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle, QgsTask
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.walk_page import WalkPage
    from est_plugin.maptools.route_drawing import RouteDrawing


class Planner:
    """A person at the desktop, on the page Safety walk."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.canvas = desktop.iface.mapCanvas()
        self.dock = desktop.iface.mainWindow().findChild(EstDock)
        self.dock.session.open(desktop.folder / "lindvik.gpkg")
        desktop.settle()
        desktop.iface.mainWindow().resizeDocks([self.dock], [400], 1)
        centre = find(QgsProject.instance(), LayerRole.BUILDINGS).extent().center()
        self.x, self.y = centre.x(), centre.y()
        self.canvas.setExtent(QgsRectangle(self.x - 400, self.y - 300, self.x + 400, self.y + 300))
        self.dock.pages.setCurrentIndex(2)
        desktop.settle()
        self.page: WalkPage = self.dock.pages.widget(2)

    @property
    def walks(self) -> QgsVectorLayer:
        return find(QgsProject.instance(), LayerRole.WALKS)

    @property
    def tool(self) -> RouteDrawing:
        return self.canvas.mapTool()

    def pixel(self, x: float, y: float) -> QPoint:
        """Where a place, given from the middle of the town, is on the screen."""
        at = self.canvas.getCoordinateTransform().transform(QgsPointXY(self.x + x, self.y + y))
        return self.canvas.viewport().mapToGlobal(QPoint(round(at.x()), round(at.y())))

    def move(self, x: float, y: float) -> None:
        at = self.pixel(x, y)
        self.desktop.xdotool("mousemove", at.x() - 3, at.y(), "mousemove", at.x(), at.y())

    def click(self, x: float, y: float, button: int = 1, *, ctrl: bool = False) -> None:
        at = self.pixel(x, y)
        keys = (("keydown", "ctrl"), ("keyup", "ctrl")) if ctrl else ((), ())
        self.desktop.xdotool(*keys[0], "mousemove", at.x(), at.y(), "click", button, *keys[1])

    def key(self, name: str) -> None:
        self.desktop.xdotool("key", name)

    def drawn(self) -> list[QgsFeature]:
        """The walks of this test; the town comes with one of its own."""
        return [walk for walk in self.walks.getFeatures() if walk["title"].startswith("Centrum")]

    def lengths(self) -> list[int]:
        return sorted(round(walk.geometry().length()) for walk in self.drawn())

    def choose(self, label: str) -> None:
        """Choose from the menu With this walk, with the mouse; the walk is selected in the list before."""
        self.page.table.selectRow(0)
        self.desktop.settle()
        button = self.page.with_walk
        entry = button.entries[label]

        def press() -> None:
            self.desktop.grab("menu", button.menu())
            self.desktop.click_at(button.menu(), button.menu().actionGeometry(entry).center())

        # The menu holds the click until an entry is chosen.
        QTimer.singleShot(1000, press)
        self.desktop.click(button)
        self.desktop.settle()


def keep_threads(desktop: Desktop) -> QTimer:
    """Let QGIS work a little every ten seconds.

    Its task manager lets go of its threads after thirty seconds without work, and QGIS 3.40.6, with no plugin too,
    falls when it is closed soon after it had to make new ones.
    """
    timer = QTimer(desktop.iface.mainWindow())
    timer.timeout.connect(lambda: QgsApplication.taskManager().addTask(QgsTask.fromFunction("", lambda _task: None)))
    timer.start(10_000)
    return timer


def act(desktop: Desktop) -> dict[str, Any]:
    keep_threads(desktop)
    planner = Planner(desktop)
    return {
        **use_menus(desktop, planner),
        **draw(desktop, planner),
        **reverse(planner),
        **put_on_streets(planner),
        **go_on(planner),
        **move_a_corner(planner),
        **split(planner),
        **save(desktop, planner),
    }


def fill_in(desktop: Desktop, form: QWidget, text: str) -> None:
    lines = [line for line in form.findChildren(QLineEdit) if line.isVisible() and line.isEnabled() and not line.text()]
    line = min(lines, key=lambda line: line.mapTo(form, QPoint(0, 0)).y())
    desktop.click(line)
    desktop.xdotool("type", text)
    desktop.click(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def use_menus(desktop: Desktop, planner: Planner) -> dict[str, Any]:
    """Before the first point a right click opens the menu, later the menu key does; both switch following."""
    seen: list[Any] = []

    def choose(entry: str, picture: str) -> None:
        menu = QApplication.activePopupWidget()
        desktop.screen(picture)
        (action,) = [action for action in menu.actions() if action.text() == entry]
        seen.append(len(menu.actions()))
        desktop.click_at(menu, menu.actionGeometry(action).center())

    desktop.click(planner.page.draw_button)
    desktop.wait_until(lambda: planner.page._drawing.streets.graph is not None)
    QTimer.singleShot(1500, lambda: choose("Följ gatorna", "0_menu_right"))
    planner.click(-200, 0, 3)
    seen.append(planner.page.follow.isChecked())
    planner.click(-200, 0)
    planner.click(60, 30)
    seen.append(planner.tool.size())
    QTimer.singleShot(1500, lambda: choose("Följ gatorna", "0_menu_key"))
    planner.key("Menu")
    desktop.settle(1)
    seen.append(planner.page.follow.isChecked())
    QTimer.singleShot(1500, lambda: choose("Avbryt rutten", "0_menu_drop"))
    planner.key("Menu")
    desktop.settle(1)
    return {"menus": [*seen, planner.tool.size()]}


def draw(desktop: Desktop, planner: Planner) -> dict[str, Any]:
    """Follow, free, back with both keys, Enter; then undo and redo the finished route."""
    sizes: list[int] = []
    desktop.click(planner.page.draw_button)
    desktop.wait_until(lambda: planner.page._drawing.streets.graph is not None)
    planner.click(-200, 0)
    planner.click(60, 30)
    planner.move(120, 160)
    label = planner.tool.label.text()
    desktop.screen("1_following")
    for back in ("BackSpace", "ctrl+z"):
        sizes.append(planner.tool.size())
        planner.click(120, 160)
        sizes.append(planner.tool.size())
        planner.key(back)
    after_undo = planner.tool.size()
    planner.click(100, 60, ctrl=True)
    sizes.append(planner.tool.size())
    planner.move(160, 180)
    desktop.when_open(lambda form: fill_in(desktop, form, "Centrum"))
    planner.key("Return")
    steps = [planner.lengths()]
    desktop.iface.mainWindow().findChild(object, "mActionUndo").trigger()
    desktop.settle()
    steps.append(planner.lengths())
    desktop.iface.mainWindow().findChild(object, "mActionRedo").trigger()
    desktop.settle()
    steps.append(planner.lengths())
    desktop.click(planner.page.stops_button)
    for x, y, name in ((-100, 0, "Bron"), (50, 30, "Torget")):
        desktop.when_open(lambda form, name=name: fill_in(desktop, form, name))
        planner.click(x, y)
    desktop.grab("2_route")
    return {
        "label": label,
        "sizes": sizes,
        "after undo": after_undo,
        "undone and redone": steps,
        "drawn": planner.lengths(),
    }


def numbers() -> dict[str, int]:
    stops = find(QgsProject.instance(), LayerRole.WALK_STOPS)
    return {stop["place"]: stop["number"] for stop in stops.getFeatures() if stop["place"] in ("Bron", "Torget")}


def reverse(planner: Planner) -> dict[str, Any]:
    before = numbers()
    planner.choose("Reverse the route")
    return {"numbers before": before, "numbers reversed": numbers()}


def put_on_streets(planner: Planner) -> dict[str, Any]:
    planner.choose("Put the route on the streets")
    planner.desktop.settle(0.5)
    bar = planner.desktop.iface.messageBar()
    told = bar.currentItem().text()
    planner.desktop.grab("3_on_streets")
    bar.clearWidgets()
    return {"told": told, "on streets": planner.lengths()}


def go_on(planner: Planner) -> dict[str, Any]:
    planner.choose("Continue the route")
    # The route was reversed: its last point is where it began.
    planner.click(-250, 60)
    planner.move(-260, 120)
    label = planner.tool.label.text()
    planner.desktop.screen("4_continue")
    planner.click(-250, 60, 3)
    return {"continued": planner.lengths(), "label of whole": label}


def move_a_corner(planner: Planner) -> dict[str, Any]:
    planner.choose("Change the route")
    corner = planner.drawn()[0].geometry().vertexAt(0)
    at = (corner.x() - planner.x, corner.y() - planner.y)
    before = planner.lengths()
    planner.move(*at)
    planner.click(*at)
    planner.move(at[0] + 30, at[1] + 30)
    planner.click(at[0] + 30, at[1] + 30)
    planner.desktop.grab("5_vertex")
    walk = planner.drawn()[0]
    return {"corner": [before, planner.lengths()], "length as stored": round(walk["length_m"])}


def split(planner: Planner) -> dict[str, Any]:
    planner.choose("Split the walk")
    planner.move(-100, 3)
    planner.desktop.grab("6_split")
    planner.click(-100, 3)
    planner.desktop.grab("7_parts")
    return {"parts": planner.lengths(), "titles": sorted(walk["title"] for walk in planner.drawn())}


def save(desktop: Desktop, planner: Planner) -> dict[str, Any]:
    desktop.click(planner.dock.unsaved.save_button)
    with planner.dock.session.database.reading() as connection:
        stored = connection.execute(
            "SELECT walk.title, walk_stop.place, walk_stop.number FROM walk_stop"
            " JOIN walk ON walk_stop.walk = walk.uuid WHERE walk.title LIKE 'Centrum%' ORDER BY walk_stop.place"
        ).fetchall()
    return {"stored": [list(row) for row in stored]}
