# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: the history dialog and the tab of a form. Run by test_history_in_the_desktop.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QTabWidget

from est_plugin.gui.dock import EstDock
from est_plugin.gui.history_dialog import HistoryDialog
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from collections.abc import Callable


def act(desktop: Any) -> dict[str, Any]:
    main = desktop.iface.mainWindow()
    dock = main.findChild(EstDock)
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    layer = find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    row = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("\"title\" = 'Två lampor'")))
    form = desktop.iface.getFeatureForm(layer, row)
    form.show()
    desktop.settle()
    tabs = form.findChild(QTabWidget)
    tabs.setCurrentIndex(tabs.count() - 1)
    desktop.settle()
    desktop.grab("form", form)
    result: dict[str, Any] = {"tab": tabs.tabText(tabs.count() - 1)}
    form.close()
    action = next(action for action in dock.database_menu.actions() if action.text() == "Historik…")
    action.trigger()
    dialog = next(box for box in QApplication.topLevelWidgets() if isinstance(box, HistoryDialog))
    desktop.wait_until(lambda: session._busy == 0 and dialog.rows.rowCount() > 0)
    desktop.settle()
    desktop.grab("changes", dialog)
    result["entries"] = [dialog.entries.item(number, 2).text() for number in range(dialog.entries.rowCount())]
    asked: list[str] = []

    def agree(box: QMessageBox) -> None:
        desktop.grab("question", box)
        asked.append(box.text())
        desktop.click(box.defaultButton())

    when_asked(agree)
    desktop.click(dialog.undo_button)
    desktop.wait_until(lambda: asked and session._busy == 0 and dialog.messages.isVisible())
    desktop.settle()
    desktop.grab("undone", dialog)
    result["asked"] = asked[0]
    result["told"] = dialog.messages.text()
    dialog.tabs.setCurrentIndex(1)
    desktop.settle()
    desktop.grab("deleted", dialog)
    desktop.click(dialog.restore_button)
    desktop.wait_until(lambda: session._busy == 0 and dialog.deleted.rowCount() == 0)
    result["restored"] = dialog.messages.text()
    dialog.reject()
    result["titles"] = sorted(row["title"] for row in layer.getFeatures())
    return result


def when_asked(act: Callable[[QMessageBox], None]) -> None:
    """Answer the next question; the dialog that asks is modal too."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox) and box.isActiveWindow():
        act(box)
    else:
        QTimer.singleShot(100, lambda: when_asked(act))
