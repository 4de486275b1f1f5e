# SPDX-License-Identifier: GPL-2.0-or-later
"""A desktop script: flag a signage measure with the mouse, and accept QGIS's own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QTabWidget

from est_plugin.db.migrator import create_database
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import SilentFeedback
from est_plugin.layers import roles
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.drawing_tool import Desktop as ToolDesktop
from est_plugin.maptools.measure_tool import MeasurePreset, MeasureTool

if TYPE_CHECKING:
    from desktop_driver import Desktop


def act(desktop: Desktop) -> dict[str, object]:
    """What the form showed, and what the layer holds after OK."""
    project, canvas = QgsProject.instance(), desktop.iface.mapCanvas()
    database = create_database(
        desktop.folder / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    project.setCrs(loaded_crs(project, database))
    canvas.setExtent(QgsRectangle(500000, 6600000, 500500, 6600500))
    desktop.settle()
    told, seen = [], {}
    tool = MeasureTool(
        ToolDesktop(
            project,
            canvas,
            desktop.iface.cadDockWidget(),
            desktop.iface.vectorLayerTools(),
            told.append,
            desktop.iface.setActiveLayer,
        ),
        MeasurePreset.SIGNAGE,
    )
    tool.begin()
    QTimer.singleShot(500, lambda: accept_when_open(seen))
    place = canvas.getCoordinateTransform().transform(QgsPointXY(500250, 6600250))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    desktop.wait_until(lambda: seen)
    desktop.settle()
    layer = roles.find(project, LayerRole.MEASURE_POINTS)
    kinds = [feature["kind"] for feature in layer.getFeatures()]
    steps = layer.undoStack().count()
    saved = layer.commitChanges()
    tool.release()
    tool.deleteLater()
    project.clear()
    return {"told": len(told), "kinds": kinds, "steps": steps, "saved": saved, **seen}


def loaded_crs(project, database):
    """Load the layers; the CRS of the map is theirs."""
    load_est_group(project, database, IncidentFilter(), "sv")
    return roles.find(project, LayerRole.MEASURE_POINTS).crs()


def accept_when_open(seen):
    """What a person sees in the form, then OK."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(200, lambda: accept_when_open(seen))
        return
    tabs = dialog.findChild(QTabWidget)
    seen["tabs"] = [tabs.tabText(index) for index in range(tabs.count()) if tabs.isTabVisible(index)]
    seen["labels"] = sorted(label.text() for label in dialog.findChildren(QLabel) if label.text())
    dialog.accept()
