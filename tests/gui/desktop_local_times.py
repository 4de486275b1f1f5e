# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: an incident in QGIS's form, table and identify panel. Run by test_desktop_local_times.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import qgis.utils
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsDateTimeEdit, QgsGui
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QDialog, QTableView, QTabWidget, QTreeWidget, QWidget

from est_plugin.gui.dock import EstDock
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.core import QgsVectorLayer

X, Y = 500000, 6600000


def act(desktop: Desktop) -> dict[str, Any]:
    """What is seen in each place, before and after the plugin is loaded anew."""
    project, canvas = QgsProject.instance(), desktop.iface.mapCanvas()
    desktop.iface.mainWindow().findChild(EstDock).session.open(desktop.folder / "est.gpkg")
    desktop.settle()
    layer = roles.find(project, LayerRole.INCIDENTS)
    project.setCrs(layer.crs())
    canvas.setExtent(QgsRectangle(X - 200, Y - 200, X + 200, Y + 200))
    desktop.settle()
    seen: dict[str, Any] = {
        "identified": identified(desktop, layer),
        "in the table": in_the_table(desktop, layer),
        "typed in the table": typed_in_the_table(desktop, layer),
        "in the form": in_the_form(desktop, layer),
    }
    accept_properties(desktop, layer)
    index = layer.fields().indexOf("occurred_from")
    seen["widget on the layer"] = layer.editorWidgetSetup(index).type()
    assert qgis.utils.unloadPlugin("est_plugin")
    seen["widget after unload"] = QgsGui.editorWidgetRegistry().findBest(layer, "occurred_from").type()
    assert qgis.utils.loadPlugin("est_plugin")
    assert qgis.utils.startPlugin("est_plugin")
    seen["in the form of a second load"] = in_the_form(desktop, layer)
    project.clear()
    return seen


def identified(desktop: Desktop, layer: QgsVectorLayer) -> list[str]:
    """What the identify panel says of the times."""
    desktop.iface.setActiveLayer(layer)
    desktop.iface.actionIdentify().trigger()
    desktop.click_map(X, Y)
    tree = desktop.iface.mainWindow().findChild(QTreeWidget, "lstResults")
    desktop.wait_until(lambda: tree.topLevelItemCount() > 0)
    desktop.grab("identify")
    return sorted(
        item.text(1) for item in tree.findItems("20*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive, 1)
    )


def cell_of(window: QWidget, layer: QgsVectorLayer) -> QModelIndex:
    """Where the attribute table has the time."""
    model, alias = window.findChild(QTableView).model(), layer.attributeAlias(layer.fields().indexOf("occurred_from"))
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    return model.index(0, headers.index(alias))


def in_the_table(desktop: Desktop, layer: QgsVectorLayer) -> str:
    """The cell of the attribute table."""
    window = desktop.iface.showAttributeTable(layer)
    desktop.settle()
    desktop.grab("table", window)
    text = cell_of(window, layer).data()
    window.close()
    return text


def typed_in_the_table(desktop: Desktop, layer: QgsVectorLayer) -> str:
    """What the edit buffer holds after a person typed another month, day and time into the cell."""
    layer.startEditing()
    window = desktop.iface.showAttributeTable(layer)
    desktop.settle()
    table = window.findChild(QTableView)
    place = table.visualRect(cell_of(window, layer)).center()
    desktop.click_at(table.viewport(), place, double=True)
    desktop.xdotool("key", "Home", "ctrl+Right")
    desktop.xdotool("type", "01151900")
    desktop.grab("typed", window)
    desktop.xdotool("key", "Return")
    text = next(layer.getFeatures())["occurred_from"].toString(Qt.DateFormat.ISODate)
    layer.rollBack()
    window.close()
    return text


def in_the_form(desktop: Desktop, layer: QgsVectorLayer) -> dict[str, str]:
    """The times of QGIS's own form."""
    layer.startEditing()
    feature = next(layer.getFeatures())
    desktop.iface.openFeatureForm(layer, feature, False, False)
    desktop.settle()
    (dialog,) = [
        dialog
        for dialog in desktop.iface.mainWindow().findChildren(QDialog)
        if dialog.isVisible() and dialog.findChild(QgsDateTimeEdit, "occurred_from")
    ]
    tabs = dialog.findChild(QTabWidget)
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        desktop.grab(f"form_{index}", dialog)
    times = {edit.objectName(): edit.text() for edit in dialog.findChildren(QgsDateTimeEdit)}
    dialog.close()
    desktop.settle()
    layer.rollBack()
    return times


def accept_properties(desktop: Desktop, layer: QgsVectorLayer) -> None:
    """Open QGIS's window for layer properties at the form's page and press OK."""

    def press(dialog: QWidget) -> None:
        desktop.grab("properties", dialog)
        dialog.accept()

    desktop.when_open(press)
    desktop.iface.showLayerProperties(layer, "mOptsPage_AttributesForm")
