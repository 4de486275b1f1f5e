# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop, with a real mouse: measures of what the observations of a walk propose. Run by
test_walk_measures_in_the_desktop.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import QPushButton

from est_plugin.gui.dock import EstDock
from est_plugin.gui.walk_measures import OBSERVATION_MEASURES
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
    desktop.wait_until(lambda: page.table.rowCount() == 1)
    desktop.click_at(page.table.viewport(), page.table.visualItemRect(page.table.item(0, 0)).center())
    listed = propose(desktop, page)
    desktop.screen("2_proposed")
    points = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    proposed, unsaved = len(points.editBuffer().addedFeatures()), dock.unsaved.text.text()
    desktop.click(dock.unsaved.save_button)
    with dock.session.database.reading() as connection:
        stored = connection.execute("SELECT kind FROM measure WHERE observation IS NOT NULL ORDER BY kind").fetchall()
    answered = answer_first(desktop, page)
    # QGIS would ask before it ends.
    desktop.click(dock.unsaved.save_button)
    return {
        "answered": answered,
        "listed": listed,
        "proposed": proposed,
        "unsaved": unsaved,
        "stored": [row["kind"] for row in stored],
    }


def answer_first(desktop: Desktop, page: WalkPage) -> list[str]:
    """Answer what waits first in the list, then look at the form of a measure of something else."""
    panel = page.observations
    rows = range(panel.table.rowCount())
    waiting = next(row for row in rows if panel.table.item(row, 2).text() == "Inget svar än")
    panel.table.scrollToItem(panel.table.item(waiting, 1))
    desktop.click_at(panel.table.viewport(), panel.table.visualItemRect(panel.table.item(waiting, 1)).center())
    desktop.screen("3_list")

    def fill(dialog: QWidget) -> None:
        dialog.answer.setCurrentIndex(2)
        desktop.click(dialog.words)
        desktop.xdotool("type", "Vi ser till det snart.")
        desktop.grab("4_answer", dialog)
        desktop.click(dialog.accept_button)

    desktop.when_open(fill)
    desktop.click(panel.answer_button)
    desktop.settle()
    answered = [panel.table.item(waiting, 2).text(), panel.count.text()]
    desktop.screen("5_answered")

    def look(form: QWidget) -> None:
        desktop.screen("6_form")
        form.reject()

    desktop.when_open(look)
    desktop.click(panel.measure_button)
    desktop.settle(2)
    return answered


def propose(desktop: Desktop, page: WalkPage) -> list[str]:
    """Choose from the menu, take the tick from the first line, and accept."""
    listed: list[str] = []

    def press() -> None:
        menu = page.with_walk.menu()
        desktop.click_at(menu, menu.actionGeometry(page.with_walk.entries[OBSERVATION_MEASURES.label]).center())

    def look(dialog: QWidget) -> None:
        listed.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        first = dialog.list.visualItemRect(dialog.list.item(0))
        desktop.click_at(dialog.list.viewport(), QPoint(first.left() + 10, first.center().y()))
        desktop.grab("1_dialog", dialog)
        desktop.click(next(button for button in dialog.findChildren(QPushButton) if button.text() == "Föreslå"))

    desktop.when_open(look)
    # The menu holds the click until an entry is chosen.
    QTimer.singleShot(1000, press)
    desktop.click(page.with_walk)
    desktop.wait_until(lambda: listed)
    desktop.settle()
    return listed
