# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of safety walks over a real database with one walk of 300 m, and a person who answers its dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QApplication

import est_plugin
from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from tests.waiting import opened, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.PyQt.QtWidgets import QDialog

    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.walk_page import WalkPage

X, Y = 500_000, 6_600_000


@pytest.fixture
def dock(qgis_iface, qgis_processing, qgis_new_project, monkeypatch) -> Iterator[EstDock]:
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    for entry in (plugin._session.settings.lamp_fields, plugin._session.settings.lamp_distance):
        entry.remove()
    dock = plugin._dock
    dock.show()
    dock.pages.setCurrentIndex(2)
    yield dock
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    QgsProject.instance().clear()
    plugin.unload()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def add_walk(database: Database, starts_at: str | None = "2026-11-12T17:00:00.000Z") -> str:
    line = shapely.LineString([(X, Y), (X + 300, Y)])
    stops = (NewStop("Start", X, Y), NewStop("Bron", X + 160, Y))
    walk = store_walk(database, NewWalk("Centrum", shapely.to_wkb(line, byte_order=1), 300.0, 60.0, stops))
    apply(database, Changeset((Change("walk", Op.UPDATE, walk, {"starts_at": starts_at}, base_version=1),)))
    return walk


def open_at(dock: EstDock, database: Database) -> WalkPage:
    opened(dock.session, database.path if isinstance(database, FileDatabase) else database.address)
    page = dock.pages.widget(2)
    until(lambda: page.table.rowCount() == 1)
    page.table.selectRow(0)
    return page


def answer(act: Callable[[QDialog], None], kind: type[QDialog]) -> None:
    """Do something in the next dialog of a kind that waits for a person."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
