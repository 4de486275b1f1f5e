# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: take in a messy file with mouse and keys, mend a row. Run by test_take_in_desktop.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication, QInputDialog

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QComboBox


def pick(desktop: Any, box: QComboBox, text: str) -> None:
    """Open a list with the mouse, type the beginning of an entry, and press Return."""
    desktop.click(box)
    desktop.xdotool("type", "--delay", 30, text)
    desktop.xdotool("key", "Return")


def act(desktop: Any) -> dict[str, Any]:
    main = desktop.iface.mainWindow()
    dock = main.findChild(EstDock)
    main.resizeDocks([dock], [400], 1)
    session = dock.session
    session.open(desktop.folder / "est.gpkg")
    desktop.settle()
    desktop.grab("01_empty")
    bar = dock.pages.widget(0).intake
    result: dict[str, Any] = {"quarantine_at_first": bar.quarantine.isEnabled()}
    desktop.click(bar.take_in)
    dialog = bar.dialog
    form = dialog.form
    desktop.grab("02_no_file", dialog)
    desktop.click(form.file.lineEdit())
    desktop.xdotool("type", "--delay", 5, desktop.folder / "felanmalan.csv")
    desktop.xdotool("key", "Tab")
    desktop.wait_until(lambda: not dialog.is_working and form.mapping() is not None)
    desktop.wait_until(lambda: session._busy == 0 and form.words.table.rowCount() > 0)
    desktop.grab("03_opened", dialog)
    result["recognised"] = form.recognised.text()
    result["places_at_first"] = form.reading.check.text()
    desktop.wait_until(form.reading.use.isVisible)
    desktop.click(form.reading.use)
    desktop.wait_until(lambda: session._busy == 0 and not form.reading.use.isVisible())
    pick(desktop, form.words.table.cellWidget(0, 2), "Klot")
    desktop.wait_until(lambda: session._busy == 0)
    desktop.grab("04_mapped", dialog)
    result["places"] = form.reading.check.text()
    desktop.click(dialog.check)
    desktop.wait_until(lambda: not dialog.is_working and dialog.take_in.isVisible())
    desktop.grab("05_checked", dialog)
    result["checked"] = dialog.report.toPlainText()
    result["stored_after_check"] = find(QgsProject.instance(), LayerRole.INCIDENTS).featureCount()
    desktop.click(dialog.take_in)
    desktop.wait_until(lambda: not dialog.is_working and not dialog.take_in.isVisible())
    desktop.grab("06_taken_in", dialog)
    result["report"] = dialog.report.toPlainText()
    desktop.xdotool("key", "Escape")
    desktop.wait_until(lambda: QApplication.activeModalWidget() is None)
    desktop.grab("07_on_the_map")
    layer = find(QgsProject.instance(), LayerRole.INCIDENTS)
    result["in_view"] = desktop.iface.mapCanvas().extent().contains(layer.extent())
    result["incidents"] = find(QgsProject.instance(), LayerRole.INCIDENTS).featureCount()
    result["period"] = [str(session.period.start), str(session.period.last_day)]
    result["total"] = dock.pages.widget(0).total.text()
    result["button"] = bar.quarantine.text()
    return result | mend(desktop, dock, bar)


def mend(desktop: Any, dock: EstDock, bar: Any) -> dict[str, Any]:
    """Mend the broken date, try again; discard what is left."""
    desktop.click(bar.quarantine)
    dialog = bar.dialog
    desktop.wait_until(lambda: not dialog.is_working and dialog.rows.rowCount() > 0)
    desktop.grab("08_quarantine", dialog)
    result: dict[str, Any] = {"reasons": [dialog.rows.item(row, 2).text() for row in range(dialog.rows.rowCount())]}
    cells = dialog.row.cells
    [row] = [row for row in range(cells.rowCount()) if cells.item(row, 0).text() == "Datum"]
    desktop.click_at(cells.viewport(), cells.visualItemRect(cells.item(row, 3)).center(), double=True)
    desktop.xdotool("key", "ctrl+a")
    desktop.xdotool("type", "--delay", 20, "2026-03-14")
    desktop.xdotool("key", "Return")
    desktop.grab("09_mended", dialog)
    desktop.click(dialog.try_one)
    desktop.wait_until(lambda: not dialog.is_working and dialog.rows.rowCount() == len(result["reasons"]) - 1)
    desktop.grab("10_tried", dialog)
    result["after_mending"] = find(QgsProject.instance(), LayerRole.INCIDENTS).featureCount()
    desktop.click(dialog.discard)
    desktop.wait_until(lambda: isinstance(QApplication.activeModalWidget(), QInputDialog))
    desktop.grab("11_discard", QApplication.activeModalWidget())
    desktop.xdotool("type", "--delay", 20, "Provrad")
    desktop.xdotool("key", "Return")
    desktop.wait_until(lambda: not dialog.is_working and dialog.rows.rowCount() == 0)
    pick(desktop, dialog.shown, "Av")
    desktop.wait_until(lambda: not dialog.is_working and dialog.rows.rowCount() == len(result["reasons"]))
    desktop.grab("12_settled", dialog)
    result["stories"] = [dialog.rows.item(row, 2).text() for row in range(dialog.rows.rowCount())]
    desktop.xdotool("key", "Escape")
    desktop.wait_until(lambda: QApplication.activeModalWidget() is None)
    desktop.grab("13_after")
    result["button_at_last"] = bar.quarantine.text()
    return result
