# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with a real mouse: dark stretches of a walk, and measures from them. Run by
test_lighting_in_the_desktop.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from est_plugin.gui.dock import EstDock
from est_plugin.gui.lighting_window import LightingWindow
from est_plugin.gui.walk_lighting import DARK_STRETCHES_ACTION
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.walk_page import WalkPage


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    bar = dock.pages.tabBar()
    desktop.click_at(bar, bar.tabRect(2).center())
    page = dock.pages.widget(2)
    desktop.wait_until(lambda: page.table.findItems("Genom parken", Qt.MatchFlag.MatchExactly))
    (walk,) = page.table.findItems("Genom parken", Qt.MatchFlag.MatchExactly)
    desktop.click_at(page.table.viewport(), page.table.visualItemRect(walk).center())
    choose(desktop, page)
    desktop.wait_until(windows)
    desktop.settle()
    window = windows()[0]
    desktop.screen("1_window")
    desktop.grab("2_result", window)
    register = look_at_register(desktop, window)
    listed = propose(desktop, window)
    window.close()
    desktop.iface.mainWindow().raise_()
    desktop.screen("5_proposed")
    points, lines = (find(QgsProject.instance(), role) for role in (LayerRole.MEASURE_POINTS, LayerRole.MEASURE_LINES))
    proposed = [len(layer.editBuffer().addedFeatures()) for layer in (points, lines)]
    unsaved = dock.unsaved.text.text()
    desktop.click(dock.unsaved.save_button)
    with dock.session.database.reading() as connection:
        stored = connection.execute("SELECT count(*) FROM measure WHERE kind = 'BEL' AND walk_stop IS NOT NULL")
        stored = stored.fetchone()[0]
    return {
        "text": window.text.toPlainText(),
        "register": register,
        "listed": listed,
        "proposed": proposed,
        "unsaved": unsaved,
        "stored": stored,
    }


def choose(desktop: Desktop, page: WalkPage) -> None:
    """Choose from the menu with the mouse; the menu holds the click until an entry is chosen."""

    def press() -> None:
        menu = page.with_walk.menu()
        desktop.click_at(menu, menu.actionGeometry(page.with_walk.entries[DARK_STRETCHES_ACTION.label]).center())

    QTimer.singleShot(1000, press)
    desktop.click(page.with_walk)


def windows() -> list[LightingWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, LightingWindow) and one.isVisible()]


def look_at_register(desktop: Desktop, window: LightingWindow) -> list[str]:
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        desktop.wait_until(lambda: dialog.values.rowCount() > 0)
        desktop.grab("3_register", dialog)
        seen.extend(
            f"{dialog.values.item(row, 0).text()}: {dialog.values.cellWidget(row, 2).currentText()}"
            for row in range(dialog.values.rowCount())
        )
        press(desktop, dialog, "Avbryt")

    desktop.when_open(look)
    desktop.click(window.register_button)
    return seen


def propose(desktop: Desktop, window: LightingWindow) -> list[str]:
    listed: list[str] = []

    def look(dialog: QWidget) -> None:
        desktop.grab("4_choice", dialog)
        listed.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        press(desktop, dialog, "Föreslå")

    desktop.when_open(look)
    desktop.click(window.propose_button)
    desktop.wait_until(lambda: listed)
    desktop.settle()
    return listed


def press(desktop: Desktop, dialog: QWidget, name: str) -> None:
    desktop.click(next(button for button in dialog.findChildren(QPushButton) if button.text() == name))
