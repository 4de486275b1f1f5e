# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: a walk to the field, its project opened, and home again. Run by test_field_in_the_desktop.py."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QTabWidget

sys.path.append(str(Path(__file__).resolve().parents[2]))

from est_plugin.db.changesets import Change, Op
from est_plugin.gui.dock import EstDock
from est_plugin.gui.field_return_dialog import FieldReturnDialog
from est_plugin.gui.walk_to_field import FieldPackageDialog
from tests.field_sample import Phone, change

if TYPE_CHECKING:
    from desktop_driver import Desktop
    from qgis.core import QgsVectorLayer

    from est_plugin.gui.walk_page import WalkPage


def choose(desktop: Desktop, page: WalkPage, label: str) -> None:
    """Open the menu of the selected walk and choose an entry with the mouse."""
    desktop.wait_until(lambda: page.table.rowCount() > 0)
    page.table.selectRow(0)
    desktop.settle()
    menu = page.with_walk.menu()
    # The menu holds the click until an entry is chosen.
    QTimer.singleShot(1000, lambda: desktop.click_at(menu, menu.actionGeometry(page.with_walk.entries[label]).center()))
    desktop.click(page.with_walk)


def act(desktop: Desktop) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    dock = window.findChild(EstDock)
    session = dock.session
    database = desktop.folder / "lindvik.gpkg"
    session.open(database)
    dock.pages.setCurrentIndex(2)
    desktop.settle()
    page = dock.pages.widget(2)
    choose(desktop, page, "To the field…")
    desktop.wait_until(lambda: window.findChild(FieldPackageDialog) is not None)
    dialog = window.findChild(FieldPackageDialog)
    dialog.folder.setFilePath(str(desktop.folder / "ut"))
    desktop.screen("1_to_field")
    desktop.click(dialog.write_button)
    desktop.wait_until(lambda: session._busy == 0 and list((desktop.folder / "ut").glob("EST-*")), 60)
    desktop.screen("2_written")
    (folder,) = (desktop.folder / "ut").glob("EST-*")
    observed = in_the_field(desktop, folder)
    return {"folder": folder.name, **observed, **home(desktop, database, folder)}


def in_the_field(desktop: Desktop, folder: Path) -> dict[str, Any]:
    """Open the project as a phone does, and look at the form of a new observation with a photo."""
    phone = Phone(folder)
    taken = phone.photograph("iakttagelse_1.jpg")
    assert desktop.iface.addProject(str(folder / "vandring.qgz"))
    desktop.settle(2)
    desktop.screen("3_field_project")
    project = QgsProject.instance()
    (layer,) = project.mapLayersByName("Iakttagelser")
    (stops,) = project.mapLayersByName("Stopp på vandringar")
    stop = next(stops.getFeatures())
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry(stop.geometry()))
    filled(layer, feature, item="SIK", comment="Buskaget skymmer gångvägen", photo=taken, walk_stop=stop["uuid"])
    form = desktop.iface.getFeatureForm(layer, feature)
    form.show()
    desktop.settle(1)
    desktop.screen("4_field_form")
    form.close()
    of_stop = desktop.iface.getFeatureForm(stops, stop)
    of_stop.show()
    of_stop.findChild(QTabWidget).setCurrentIndex(1)
    desktop.settle(1)
    desktop.screen("4_stop_form")
    of_stop.close()
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    stops.startEditing()
    stops.changeAttributeValue(stop.id(), stops.fields().indexOf("comment"), "Lampa trasig i fält")
    assert stops.commitChanges(), stops.commitErrors()
    names = sorted(one.name() for one in project.mapLayers().values() if one.isValid())
    project.clear()
    desktop.settle()
    return {"layers": names, "stop": stop["uuid"]}


def filled(layer: QgsVectorLayer, feature: QgsFeature, **values: str) -> None:
    """The row as the form of the layer makes it: its own defaults, then what a person enters."""
    for index, field in enumerate(layer.fields()):
        if field.name() != "id":
            feature.setAttribute(index, values.get(field.name(), layer.defaultValue(index, feature)))


def home(desktop: Desktop, database: Path, folder: Path) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    dock = window.findChild(EstDock)
    session = dock.session
    session.open(database)
    desktop.settle(1)
    page = dock.pages.widget(2)
    with session.database.reading() as connection:
        row = connection.execute("SELECT uuid, version FROM walk_stop WHERE number = 1 ORDER BY id").fetchone()
    change(session.database, Change("walk_stop", Op.UPDATE, row["uuid"], {"comment": "Lampan anmäld"}, row["version"]))
    session.reload_layers()
    desktop.settle()
    choose(desktop, page, "Bring home from the field…")
    desktop.wait_until(lambda: window.findChild(FieldReturnDialog) is not None)
    dialog = window.findChild(FieldReturnDialog)
    dialog.folder.setFilePath(str(folder))
    desktop.wait_until(lambda: dialog.rows.rowCount() == 2)
    desktop.screen("5_home")
    dialog.rows.selectRow(1)
    desktop.screen("6_home_new")
    states = [dialog.rows.item(line, 2).text() for line in range(2)]
    desktop.click(dialog.store_button)
    desktop.wait_until(lambda: session._busy == 0 and window.findChild(FieldReturnDialog) is None)
    desktop.settle(1)
    desktop.screen("7_stored")
    with session.database.reading() as connection:
        seen = connection.execute(
            "SELECT comment, photo FROM observation WHERE item = 'SIK' ORDER BY id DESC"
        ).fetchone()
        note = connection.execute("SELECT comment FROM walk_stop WHERE uuid = ?", (row["uuid"],)).fetchone()
    return {"states": states, "comment": seen["comment"], "has photo": bool(seen["photo"]), "note": note["comment"]}
