# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: what README and manual show. Run by pictures.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

PAGES = ("situation", "hotspots", "walk", "measures", "meeting")
#: Width in pixels that a page of the manual has room for, and the one of the README.
MANUAL_WIDTH, README_WIDTH = 700, 1200


class Camera:
    """Takes pictures for the manual and the README."""

    def __init__(self, desktop: Any) -> None:
        self._desktop = desktop
        for part in ("manual", "readme"):
            (desktop.folder / part).mkdir()

    def manual(self, name: str, widget: QWidget | None = None) -> None:
        self._take(f"manual/{name}", widget, MANUAL_WIDTH)

    def readme(self, name: str) -> None:
        self._take(f"readme/{name}", None, README_WIDTH)

    def _take(self, name: str, widget: QWidget | None, width: int) -> None:
        path = self._desktop.grab(name, widget)
        image = QImage(str(path))
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        assert image.save(str(path), "PNG", 0)


def act(desktop: Any) -> None:
    main = desktop.iface.mainWindow()
    camera = Camera(desktop)
    main.findChild(QDockWidget, "Browser").hide()
    dock = main.findChild(EstDock)
    camera.manual("start", dock)
    session = dock.session
    session.open(desktop.folder / "demo" / "lindvik.gpkg")
    desktop.settle()
    session.choose_period(session.period.previous())
    main.resizeDocks([dock, main.findChild(QDockWidget, "Layers")], [430, 260], Qt.Orientation.Horizontal)
    show_town(desktop)
    for number, name in enumerate(PAGES):
        dock.pages.setCurrentIndex(number)
        if name in ("hotspots", "walk", "measures"):
            dock.pages.widget(number).table.selectRow(0)
            show_town(desktop)
        camera.manual(name, dock)
        if name in ("situation", "hotspots", "measures"):
            camera.readme(name)
        if name == "situation":
            camera.manual("desktop")
    take_in(desktop, camera, dock)


def show_town(desktop: Any) -> None:
    """Show the whole town, and wait for the map: it begins to render a moment after it was asked to."""
    desktop.settle(1)
    project: QgsProject = QgsProject.instance()  # type: ignore[assignment] # never None
    desktop.iface.mapCanvas().setExtent(find(project, LayerRole.BUILDINGS).extent())  # type: ignore[union-attr]
    desktop.iface.mapCanvas().refresh()
    desktop.settle(2)


def take_in(desktop: Any, camera: Camera, dock: EstDock) -> None:
    """The dialogs of page 1, with a file that has something wrong in it."""
    dock.pages.setCurrentIndex(0)
    bar = dock.pages.widget(0).intake
    bar.take_in.click()
    dialog = bar.dialog
    path = desktop.folder / "demo" / "reports" / "felanmalan.csv"
    dialog.form.file.setFilePath(str(path))
    desktop.wait_until(lambda: not dialog.is_working and dialog.form.mapping() is not None)
    desktop.wait_until(lambda: dialog.form.words.table.rowCount() > 0)
    desktop.settle(1)
    camera.manual("take_in", dialog)
    dialog.check.click()
    desktop.wait_until(lambda: not dialog.is_working and dialog.take_in.isVisible())
    dialog.resize(760, 460)
    camera.manual("checked", dialog)
    dialog.reject()
    desktop.wait_until(lambda: QApplication.activeModalWidget() is None)
    bar.quarantine.click()
    dialog = bar.dialog
    desktop.wait_until(lambda: not dialog.is_working and dialog.rows.rowCount() > 0)
    camera.manual("quarantine", dialog)
    dialog.reject()
    desktop.wait_until(lambda: QApplication.activeModalWidget() is None)
