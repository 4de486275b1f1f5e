# SPDX-License-Identifier: GPL-2.0-or-later
"""A canvas of 500 x 500 m over a real database, and a person who clicks on it and fills in QGIS's form."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsMapCanvas,
    QgsMapMouseEvent,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSize, Qt

from est_plugin.domain.incident import IncidentFilter
from est_plugin.layers.loader import load_est_group
from est_plugin.maptools.drawing_tool import Desktop

X, Y = 500000, 6600000
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier


class Person(QgsVectorLayerTools):
    """Fills in QGIS's own form as the desktop shows it: ``answer`` is what the person writes, None presses Cancel."""

    def __init__(self):
        super().__init__()
        self.answer = {}

    def addFeature(self, layer, values, geometry):
        feature = QgsVectorLayerUtils.createFeature(layer, geometry, values)
        context = QgsAttributeEditorContext()
        dialog = QgsAttributeDialog(layer, feature, False, None, True, context)
        dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        if self.answer is None:
            dialog.reject()
            return False, feature
        layer.beginEditCommand("Add feature")
        for name, value in self.answer.items():
            dialog.attributeForm().changeAttribute(name, value)
        saved = dialog.attributeForm().save()
        layer.endEditCommand()
        dialog.deleteLater()
        return saved, feature


def flush():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def database(request):
    """A file; one on a server where a test asks for it."""
    return request.getfixturevalue("editors_database" if getattr(request, "param", "") == "server" else "file_database")


@pytest.fixture
def project(database):
    project = QgsProject.instance()
    load_est_group(project, database, IncidentFilter(), "sv")
    yield project
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    project.clear()


@pytest.fixture
def desktop(project, person):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    canvas.resize(QSize(500, 500))
    canvas.setExtent(QgsRectangle(X, Y, X + 500, Y + 500))
    dock = QgsAdvancedDigitizingDockWidget(canvas)
    told, activated = [], []
    yield Desktop(project, canvas, dock, person, told.append, activated.append)
    assert not told
    dock.deleteLater()
    canvas.deleteLater()
    flush()


@pytest.fixture
def ready(desktop):
    """Make tools, and delete them before the canvas goes."""
    made = []

    def make(kind, *arguments):
        tool = kind(desktop, *arguments)
        made.append(tool)
        return tool

    yield make
    for tool in made:
        tool.release()
        tool.deleteLater()
    flush()


def send(desktop, x, y, kind, button=Qt.MouseButton.NoButton, keys=NO_KEY):
    point = desktop.canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y)).toQPointF().toPoint()
    tool = desktop.canvas.mapTool()
    receive = {
        QEvent.Type.MouseMove: tool.canvasMoveEvent,
        QEvent.Type.MouseButtonPress: tool.canvasPressEvent,
        QEvent.Type.MouseButtonRelease: tool.canvasReleaseEvent,
    }[kind]
    receive(QgsMapMouseEvent(desktop.canvas, kind, point, button, button, keys))


def move(desktop, x, y, keys=NO_KEY):
    send(desktop, x, y, QEvent.Type.MouseMove, keys=keys)


def click(desktop, x, y, button=LEFT, keys=NO_KEY):
    for kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        send(desktop, x, y, kind, button, keys)


def draw(desktop, *points):
    for point in points:
        click(desktop, *point)
    click(desktop, *points[-1], RIGHT)


def only(layer):
    (feature,) = layer.getFeatures()
    return feature


def near(feature, wkt, tolerance=3.0):
    return feature.geometry().hausdorffDistance(QgsGeometry.fromWkt(wkt)) < tolerance
