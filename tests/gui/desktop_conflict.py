# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: a colleague changes the rows that a person edits; the dialog, with the mouse. Run by
test_conflict_in_the_desktop.py.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import psycopg2
from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QAction

from est_plugin.db.server import ServerAddress
from est_plugin.gui.conflict_dialog import ConflictDialog
from est_plugin.gui.dock import EstDock
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer


def colleague(address: str, assignment: str, title: str) -> None:
    connection = psycopg2.connect(address)
    with connection, connection.cursor() as cursor:
        cursor.execute(f"UPDATE est.measure SET {assignment}, base_version = version WHERE title = %s", (title,))
    connection.close()


def change(layer: QgsVectorLayer, known_as: str, **values: Any) -> None:
    [row] = [row for row in layer.getFeatures() if row["title"] == known_as]
    with edit_command(layer, "change"):
        for name, value in values.items():
            if name == "geom":
                layer.changeGeometry(row.id(), QgsGeometry.fromWkt(value))
            else:
                layer.changeAttributeValue(row.id(), layer.fields().indexOf(name), value)


def cell(desktop: Any, dialog: ConflictDialog, line: int, column: int) -> None:
    table = dialog.table
    desktop.click_at(table.viewport(), table.visualItemRect(table.item(line, column)).center())


def shown(dialog: ConflictDialog) -> list[list[str]]:
    table = dialog.table
    return [[table.item(line, column).text() for column in range(4)] for line in range(table.rowCount())]


def act(desktop: Any) -> dict[str, Any]:
    logins = json.loads((desktop.folder / "logins.json").read_text())
    main = desktop.iface.mainWindow()
    dock = main.findChild(EstDock)
    main.resizeDocks([dock], [400], 1)
    dock.session.open(ServerAddress("Lindvik", logins["anna"]))
    desktop.wait_until(lambda: dock.session.database is not None)
    dock.pages.setCurrentIndex(3)
    layer = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    desktop.iface.setActiveLayer(layer)
    desktop.iface.mapCanvas().setExtent(layer.extent().buffered(300))
    desktop.settle()
    change(layer, "Belysning vid torget", status="decided", due_date=QDate(2026, 12, 1), geom="Point (503160 6571050)")
    change(layer, "Klotter på skolan", title="Sanera klotter")
    desktop.settle()
    moved = "geom = ST_SetSRID('POINT(503060 6570960)'::geometry, 3006), status = 'assessed', due_date = '2027-01-15'"
    colleague(logins["bo"], moved, "Belysning vid torget")
    colleague(logins["bo"], "deleted_at = now()", "Klotter på skolan")
    desktop.settle()
    desktop.grab("01_unsaved")
    result: dict[str, Any] = {"bar_before": dock.unsaved.text.text()}
    # QGIS's own button: Save Layer Edits.
    main.findChild(QAction, "mActionSaveLayerEdits").trigger()
    desktop.wait_until(lambda: main.findChild(ConflictDialog) is not None)
    dialog = main.findChild(ConflictDialog)
    desktop.settle(1)
    desktop.xdotool("mousemove", 10, 10)
    desktop.screen("02_dialog")
    result["items_in_the_message_bar"] = [item.text() for item in desktop.iface.messageBar().items()]
    result["title"] = dialog.windowTitle()
    result["first"] = shown(dialog)
    result["story"] = dialog.story.text()
    status, due = (next(n for n, row in enumerate(shown(dialog)) if row[0] == name) for name in ("Status", "Slutdatum"))
    cell(desktop, dialog, status, 2)
    cell(desktop, dialog, due, 1)
    desktop.screen("03_columns")
    row = dialog.rows.visualItemRect(dialog.rows.item(1)).center()
    desktop.click_at(dialog.rows.viewport(), row)
    result["second_story"] = dialog.story.text()
    result["buttons"] = [dialog.mine.text(), dialog.theirs.text(), dialog.row_later.text()]
    desktop.screen("04_deleted")
    desktop.click(dialog.mine)
    desktop.screen("05_decided")
    desktop.click(dialog.save)
    desktop.wait_until(lambda: not layer.isModified())
    desktop.settle(1)
    desktop.grab("06_saved")
    result["bar_hidden"] = dock.unsaved.isHidden()
    return result | delete(desktop, dock)


def delete(desktop: Any, dock: EstDock) -> dict[str, Any]:
    """Delete the first measure of the list with the key, and save."""
    table = dock.pages.widget(3).table
    desktop.click_at(table.viewport(), table.visualItemRect(table.item(0, 0)).center())
    said: list[str] = []

    def answer(box: Any) -> None:
        said.append(box.informativeText())
        desktop.screen("07_question")
        box.defaultButton().click()

    desktop.when_open(answer)
    desktop.xdotool("key", "Delete")
    desktop.wait_until(lambda: table.rowCount() == 1)
    desktop.grab("08_marked")
    desktop.click(dock.unsaved.save_button)
    desktop.wait_until(dock.unsaved.isHidden)
    desktop.settle(1)
    desktop.grab("09_deleted")
    return {"question": said[0], "shown": find(QgsProject.instance(), LayerRole.MEASURE_POINTS).featureCount()}
