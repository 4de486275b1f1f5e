# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: report the selected walk to those who took part. Run by test_walk_report_in_the_desktop.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_walk_sheet import choose
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem

from est_plugin.gui.dock import EstDock
from est_plugin.gui.walk_report_dialog import WalkReportDialog
from est_plugin.gui.walk_report_done import WalkReportDone
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.PyQt.QtWidgets import QTableWidget


def tick(desktop: Desktop, table: QTableWidget, line: int, column: int) -> None:
    """Click the box of a cell."""
    item = table.item(line, column)
    table.scrollToItem(item)
    desktop.settle()
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = table.visualItemRect(item)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)
    desktop.click_at(table.viewport(), QPoint(box.center()))


def act(desktop: Desktop) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    session = window.findChild(EstDock).session
    session.open(desktop.folder / "lindvik.gpkg")
    dock = window.findChild(EstDock)
    dock.pages.setCurrentIndex(2)
    desktop.settle()
    page = dock.pages.widget(2)
    desktop.wait_until(lambda: page.table.rowCount() == 1)
    page.table.selectRow(0)
    desktop.settle()
    choose(desktop, page.with_walk, "Rapport till deltagarna…")
    desktop.wait_until(lambda: window.findChild(WalkReportDialog) is not None)
    dialog = window.findChild(WalkReportDialog)
    desktop.settle()
    table = dialog.table.widget
    (shown,) = [line for line in range(table.rowCount()) if table.item(line, 2).text().startswith("Trasig bänk")]
    tick(desktop, table, shown, 2)
    tick(desktop, table, shown, 3)
    dialog.folder.setFilePath(str(desktop.folder))
    dialog.name.setText("rapport")
    desktop.grab("dialog", dialog)
    note = dialog.messages.text()
    desktop.click(dialog.write_button)
    desktop.wait_until(lambda: window.findChild(WalkReportDone) is not None)
    done = window.findChild(WalkReportDone)
    desktop.settle()
    desktop.click(done.answered_button)
    desktop.grab("done", done)
    desktop.screen("screen")
    walks = find(session.project, LayerRole.WALKS)
    told = done.messages.text()
    status = next(walks.getFeatures())["status"]
    walks.undoStack().undo()
    undone = next(walks.getFeatures())["status"]
    walks.rollBack()
    return {"note": note, "told": told, "status": status, "undone": undone}
