# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: flag lighting and a traffic ban with its rule, take steps, be refused. Run by its test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsAttributeForm, QgsFilterLineEdit
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QDockWidget, QTabWidget, QToolButton

from est_plugin.gui.dock import EstDock
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QWidget

X, Y = 503_000, 6_571_000


def fill_in(form: QWidget, **values: object) -> None:
    (found,) = [child for child in form.children() if child.metaObject().className() == "QgsAttributeForm"]
    for name, value in values.items():
        sip.cast(found, QgsAttributeForm).changeAttribute(name, value)


def press_ok(dialog: QWidget) -> None:
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def flag(desktop: Desktop, page: Any, preset: MeasurePreset, title: str, places: list[tuple[float, float]]) -> None:
    """Press the button, draw with the mouse, and fill in the form."""
    desktop.click(page.buttons[preset])

    def answer(dialog: QWidget) -> None:
        fill_in(dialog, title=title)
        press_ok(dialog)

    *first, last = places
    for place in first:
        desktop.click_map(*place)
    desktop.when_open(answer)
    is_point = preset is MeasurePreset.LIGHTING
    if not is_point:
        desktop.click_map(*last)
    desktop.click_map(*last, button=1 if is_point else 3)
    desktop.settle()


def select(desktop: Desktop, page: Any, title: str) -> None:
    titles = [page.table.item(line, 0).text() for line in range(page.table.rowCount())]
    item = page.table.item(titles.index(title), 0)
    page.table.scrollToItem(item)
    desktop.click_at(page.table.viewport(), page.table.visualItemRect(item).center())
    desktop.settle()


def step(desktop: Desktop, page: Any, label: str, picture: str = "", **said: str) -> list[str]:
    """Choose a step in the menu with the mouse and answer the small dialog; what the menu offered."""
    offered: list[str] = []

    def answer(dialog: QWidget) -> None:
        for name, text in said.items():
            box = getattr(dialog, name)
            (box.setText if hasattr(box, "setText") else box.setPlainText)(text)
        if picture:
            desktop.screen(picture)
        press_ok(dialog)

    def choose() -> None:
        offered.extend(action.text() for action in page.steps.actions())
        if picture:
            desktop.screen(f"{picture}_menu")
        (action,) = [action for action in page.steps.actions() if action.text() == label]
        desktop.when_open(answer)
        desktop.click_at(page.steps, page.steps.actionGeometry(action).center())

    QTimer.singleShot(1000, choose)
    desktop.click(page.next_step)
    desktop.settle()
    return offered


def above(below: QWidget) -> QWidget | None:
    """The form that has opened over this one."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible() and window is not below]
    return next((window for window in shown if window.metaObject().className() == "QgsAttributeDialog"), None)


def add_rule(desktop: Desktop, page: Any) -> list[str]:
    """Open the form of the selected ban, and add its rule with the button of the tab; the tabs of the form."""
    tabs: list[str] = []

    def rule(dialog: QWidget) -> None:
        fill_in(
            dialog, vehicles="{motor_not_moped2}", weekdays="{5,6}", time_from="20:00", time_to="05:00",
            exceptions="{residents,emergency}", stfs_id="1781 2026:00012", is_decided=True,
        )  # fmt: skip
        desktop.screen("03_rule")
        press_ok(dialog)

    def form(dialog: QWidget) -> None:
        book = dialog.findChild(QTabWidget)
        tabs.extend(book.tabText(index) for index in range(book.count()) if book.isTabVisible(index))
        book.setCurrentIndex(tabs.index("Trafikförbud"))
        desktop.settle()
        named = {button.objectName(): button for button in book.currentWidget().findChildren(QToolButton)}
        editing = named["mToggleEditingButton"]
        if not editing.isChecked():
            desktop.click(editing)
        desktop.click(named["mAddFeatureButton"])
        desktop.wait_until(lambda: above(dialog))
        rule(above(dialog))
        desktop.settle()
        desktop.screen("04_ban")
        press_ok(dialog)

    desktop.when_open(form)
    page.rows.form_action.trigger()
    desktop.settle()
    return tabs


def act(desktop: Desktop) -> dict[str, Any]:
    main = desktop.iface.mainWindow()
    dock = main.findChild(EstDock)
    main.resizeDocks([dock], [520], 1)
    dock.session.open(desktop.folder / "lindvik.gpkg")
    desktop.wait_until(lambda: dock.session.database is not None)
    desktop.settle()
    dock.pages.setCurrentIndex(3)
    page = dock.pages.widget(3)
    canvas = desktop.iface.mapCanvas()
    canvas.setExtent(QgsRectangle(X - 200, Y - 200, X + 200, Y + 200))
    desktop.settle()
    flag(desktop, page, MeasurePreset.LIGHTING, "Laga lampan", [(X - 60, Y + 60)])
    area = [(X, Y), (X + 100, Y), (X + 100, Y - 80), (X, Y - 80)]
    flag(desktop, page, MeasurePreset.TRAFFIC_BAN_AREA, "Förbud på torget", area)
    desktop.screen("01_drawn")
    main.resizeDocks([main.findChild(QDockWidget, "Layers")], [420], 1)
    desktop.screen("01b_legend")
    result: dict[str, Any] = {"bar": dock.unsaved.text.text()}
    desktop.click(dock.unsaved.save_button)
    desktop.settle()
    select(desktop, page, "Laga lampan")
    result["offered"] = step(desktop, page, "Beslutad", "02_step", by="Gatuchef", note="Delegation")
    desktop.click(dock.unsaved.save_button)
    desktop.settle()
    select(desktop, page, "Förbud på torget")
    result["tabs"] = add_rule(desktop, page)
    desktop.click(dock.unsaved.save_button)
    desktop.settle()
    for label in ("Beslutad", "Genomförd"):
        select(desktop, page, "Förbud på torget")
        step(desktop, page, label)
        desktop.click(dock.unsaved.save_button)
        desktop.settle()
    result["told"] = [f"{item.title()}: {item.text()}" for item in desktop.iface.messageBar().items()]
    desktop.screen("05_refused")
    desktop.click(page.filter.findChild(QgsFilterLineEdit))
    desktop.xdotool("type", "lampan")
    result["found"] = [page.table.item(line, 0).text() for line in range(page.table.rowCount())]
    desktop.xdotool("key", "ctrl+a", "key", "BackSpace")
    desktop.settle()
    page.filter.search.clear()
    rules = roles.find(QgsProject.instance(), LayerRole.TRAFFIC_RULES)
    result["rules"] = [
        [row[name] for name in ("vehicles", "weekdays", "time_from", "stfs_id", "is_decided")]
        for row in rules.getFeatures()
    ]
    for layer in QgsProject.instance().mapLayers().values():
        if hasattr(layer, "rollBack"):
            layer.rollBack()
    return result
