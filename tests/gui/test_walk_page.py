# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk is proposed along the streets of the database, or along any layer of lines that the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import Qgis, QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent

import est_plugin
from est_plugin.db.geometry_blob import geometry_blob
from est_plugin.db.migrator import create_database
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.walk_sheet_action import WALK_SHEET
from est_plugin.gui.walk_sheet_dialog import WalkSheetDialog
from est_plugin.layers.roles import LayerRole, find
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.gui.walk_page import WalkPage

#: Two hotspots at both ends of a bent street.
PLACES = {"West": (500_000, 6_600_010), "North": (500_300, 6_600_300)}
STREET = "LINESTRING (500000 6600000, 500300 6600000, 500300 6600300)"


def add_hotspots(database: Database, period: Period) -> None:
    with database.writing() as connection:
        for rank, (name, centre) in enumerate(PLACES.items(), start=1):
            ground = shapely.MultiPolygon([shapely.Point(centre).buffer(10)])
            blob = geometry_blob(shapely.to_wkb(ground, byte_order=1), ground.bounds, database.srs_id)
            connection.execute("INSERT INTO hotspot (uuid, name, geom) VALUES (?, ?, ?)", (name, name, blob))
            connection.execute(
                "INSERT INTO hotspot_period (hotspot, period_start, period_end, rank, incidents, cells, categories,"
                " method, computed_at) VALUES (?, ?, ?, ?, 9, 1, '{}', '{}', '2026-01-01T00:00:00.000Z')",
                (name, period.start.isoformat(), period.last_day.isoformat(), rank),
            )


@pytest.fixture
def page(
    qgis_iface: QgisInterface,
    qgis_processing: None,
    qgis_new_project: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[WalkPage]:
    """The page of the loaded plugin, with two hotspots and a database without streets."""
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    dock = plugin._dock
    path = tmp_path / "est.gpkg"
    database = create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    add_hotspots(database, dock.session.period)
    dock.show()
    dock.pages.setCurrentIndex(2)
    opened(dock.session, path)
    yield dock.pages.widget(2)
    plugin.unload()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def add_streets() -> QgsVectorLayer:
    layer = QgsVectorLayer("LineString?crs=EPSG:3006", "Gator", "memory")
    street = QgsFeature()
    street.setGeometry(QgsGeometry.fromWkt(STREET))
    assert layer.dataProvider().addFeatures([street])[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_without_any_lines_the_page_says_what_to_add(page: WalkPage, qgis_iface: QgisInterface) -> None:
    page.propose()
    assert "Streets" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]


def test_a_layer_of_the_project_serves_as_streets(page: WalkPage) -> None:
    add_streets()
    page.round_trip.setChecked(False)
    page.refresh()
    settled(page.session)
    page.propose()
    settled(page.session)
    assert page.table.rowCount() == 1
    [walk] = find(QgsProject.instance(), LayerRole.WALKS).getFeatures()
    assert walk["length_m"] == pytest.approx(600, abs=11)


def test_our_own_drawings_are_no_streets(page: WalkPage) -> None:
    streets = add_streets()
    page.refresh()
    settled(page.session)
    offered = {page.streets.layer(index) for index in range(page.streets.count())}
    assert offered == {streets}


def select_a_walk(page: WalkPage) -> None:
    """Store a walk with two stops, and select it in the list."""
    route = shapely.to_wkb(shapely.from_wkt(STREET), byte_order=1)
    stops = (NewStop("Torget", 500_000, 6_600_000), NewStop("Bron", 500_300, 6_600_000))
    store_walk(page.session.database, NewWalk("Centrum", route, 600.0, 24.0, stops))
    page.session.reload_layers()
    settled(page.session)
    page.table.selectRow(0)


def ask_for_the_sheet(page: WalkPage, qgis_iface: QgisInterface) -> WalkSheetDialog:
    page.with_walk.entries[WALK_SHEET.label].trigger()
    settled(page.session)
    return qgis_iface.mainWindow().findChildren(WalkSheetDialog)[-1]


def test_a_walk_is_not_printed_before_its_stops_are_saved(page: WalkPage, qgis_iface: QgisInterface) -> None:
    select_a_walk(page)
    stops = find(QgsProject.instance(), LayerRole.WALK_STOPS)
    stop = next(stops.getFeatures())
    assert stops.startEditing()
    assert stops.changeAttributeValue(stop.id(), stops.fields().indexOf("place"), "Parken")
    page.with_walk.entries[WALK_SHEET.label].trigger()
    settled(page.session)
    assert "not saved" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert stops.rollBack()


def test_a_cancelled_sheet_leaves_nothing_and_can_be_written_again(
    page: WalkPage, qgis_iface: QgisInterface, tmp_path: Path
) -> None:
    select_a_walk(page)
    folder = tmp_path / "sheets"
    folder.mkdir()
    for is_cancelled in (True, False):
        dialog = ask_for_the_sheet(page, qgis_iface)
        dialog.file.setFilePath(str(folder / "walk"))
        dialog.write()
        if is_cancelled:
            QgsApplication.taskManager().cancelAll()
        settled(page.session)
        assert [path.name for path in folder.iterdir()] == ([] if is_cancelled else ["walk.pdf"])
