# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk is proposed along the streets of the database, or along any layer of lines that the person chooses."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import shapely
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest

import est_plugin
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.db.hotspots import HotspotRequest, list_hotspots, update_hotspots
from est_plugin.db.migrator import create_database
from est_plugin.db.package_rows import walks_for_package
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.walk_report_action import WALK_REPORT
from est_plugin.gui.walk_report_dialog import WalkReportDialog
from est_plugin.gui.walk_report_done import WalkReportDone
from est_plugin.gui.walk_sheet_action import WALK_SHEET
from est_plugin.gui.walk_sheet_dialog import WalkSheetDialog
from est_plugin.intake.demo_walk import store_demo_walk
from est_plugin.intake.importer import import_incidents
from est_plugin.intake.mapping_proposal import propose
from est_plugin.layers.roles import LayerRole, find
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.gui import QgisInterface

    from est_plugin.db.database import Database
    from est_plugin.gui.propose_dialog import ProposeDialog
    from est_plugin.gui.walk_page import WalkPage

#: Two hotspots at both ends of a bent street.
PLACES = {"West": (500_000, 6_600_010), "North": (500_300, 6_600_300)}
HEADERS = ("Nr", "Kategori", "Datum", "X", "Y", "Beskrivning")
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
def empty_page(
    qgis_iface: QgisInterface, qgis_processing: None, qgis_new_project: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WalkPage]:
    """The page of the loaded plugin, without a database."""
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    dock = plugin._dock
    dock.session.settings.proposed_walk.setValue("")
    dock.show()
    dock.pages.setCurrentIndex(2)
    yield dock.pages.widget(2)
    plugin.unload()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(empty_page: WalkPage, tmp_path: Path) -> WalkPage:
    """The page with two hotspots and a database without streets."""
    path = tmp_path / "est.gpkg"
    database = create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    add_hotspots(database, empty_page.session.period)
    opened(empty_page.session, path)
    return empty_page


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


def asked(page: WalkPage) -> ProposeDialog:
    """The dialog of a proposal."""
    page.refresh()
    settled(page.session)
    page.propose()
    settled(page.session)
    assert page.proposing.dialog is not None
    return page.proposing.dialog


def proposed(page: WalkPage) -> QgsFeature:
    """The walk that the dialog leads to."""
    assert page.proposing.dialog is not None
    page.proposing.dialog.accept()
    settled(page.session)
    [walk] = find(QgsProject.instance(), LayerRole.WALKS).getFeatures()
    return walk


def stops() -> list[tuple[str, int, int]]:
    layer = find(QgsProject.instance(), LayerRole.WALK_STOPS)
    rows = sorted(layer.getFeatures(), key=lambda row: row["number"])
    points = [row.geometry().asPoint() for row in rows]
    return [(row["place"], round(point.x()), round(point.y())) for row, point in zip(rows, points, strict=True)]


def test_enter_proposes_a_round_trip_past_the_highest_hotspots_along_a_layer_of_the_project(
    page: WalkPage,
) -> None:
    add_streets()
    asked(page)
    walk = proposed(page)
    assert walk["length_m"] == pytest.approx(1200, abs=1)
    assert page.table.rowCount() == 1
    assert [row.row() for row in page.table.selectionModel().selectedRows()] == [0]
    assert "1200 m, 33 minutes, 2 stop" in page.note.text()
    assert "say nothing about light" in page.note.text()
    assert page.proposing.dialog is None


def test_what_was_chosen_is_offered_the_next_time(page: WalkPage) -> None:
    add_streets()
    dialog = asked(page)
    dialog.end.choose_round_trip(is_round_trip=False)
    dialog.minutes.setValue(60)
    dialog.light.setCurrentIndex(2)
    assert proposed(page)["length_m"] == pytest.approx(600, abs=1)
    again = asked(page)
    assert (again.end.is_round_trip, again.minutes.value(), again.light.currentIndex()) == (False, 60, 2)
    again.reject()


def test_time_that_is_too_short_for_the_walk_is_told_and_nothing_is_stored(
    page: WalkPage, qgis_iface: QgisInterface
) -> None:
    add_streets()
    asked(page).minutes.setValue(20)
    page.proposing.dialog.accept()
    settled(page.session)
    assert "The shortest one takes 33 minutes" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert page.table.rowCount() == 0


def test_a_proposal_that_is_cancelled_is_not_stored(page: WalkPage) -> None:
    add_streets()
    dialog, streets = asked(page), page._drawing.streets
    streets.read_by(dialog.chosen(QgsCoordinateReferenceSystem("EPSG:3006")).street_fields)
    until(lambda: streets.graph is not None)
    assert streets.graph is not None
    # The way is not found before the person has cancelled.
    with streets.graph._lock:
        dialog.accept()
        until(lambda: any(task.status() == QgsTask.TaskStatus.Running for task in page.session._tasks._running))
        page.session.cancel()
    settled(page.session)
    assert not walks_for_package(page.session.database)
    assert page.table.rowCount() == 0


def test_the_start_is_clicked_on_the_map_and_the_dialog_waits_aside(page: WalkPage, qgis_iface: QgisInterface) -> None:
    add_streets()
    dialog = asked(page)
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    dialog.hotspots.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.start.setCurrentIndex(1)
    dialog.start.activated.emit(1)
    assert not dialog.isVisible()
    canvas.mapTool().canvasClicked.emit(QgsPointXY(500_100, 6_600_020), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    walk = proposed(page)
    assert walk["length_m"] == pytest.approx(2 * 500, abs=1)
    assert stops() == [("North", 500_300, 6_600_300)]
    assert walk.geometry().asPolyline()[0] == QgsPointXY(500_100, 6_600_000)


def test_escape_on_the_map_picks_no_start_and_the_tool_before_comes_back(
    page: WalkPage, qgis_iface: QgisInterface
) -> None:
    add_streets()
    dialog = asked(page)
    canvas = qgis_iface.mapCanvas()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    dialog.start.setCurrentIndex(1)
    dialog.start.activated.emit(1)
    assert canvas.mapTool() is not pan
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan
    assert dialog.isVisible()
    assert dialog.start.currentIndex() == 0
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    assert (dialog.chosen(crs).start, dialog.chosen(crs).end) == (None, None)
    canvas.unsetMapTool(pan)


def test_another_database_closes_the_dialog(page: WalkPage, qgis_iface: QgisInterface) -> None:
    add_streets()
    dialog = asked(page)
    dialog.start.setCurrentIndex(1)
    dialog.start.activated.emit(1)
    page.session.database_changed.emit()
    assert page.proposing.dialog is None
    assert qgis_iface.mapCanvas().mapTool() is None


def test_unsafe_places_and_poor_light_near_the_hotspots_are_stops_without_their_texts(page: WalkPage) -> None:
    add_streets()
    add_reports(page)
    dialog = asked(page)
    assert "2" in dialog.unsafe_places.text()
    assert "1" in dialog.lamps_out.text()
    dialog.unsafe_places.setChecked(True)
    dialog.lamps_out.setChecked(True)
    dialog.reach.setValue(200)
    proposed(page)
    assert sorted(stops()) == [
        ("North", 500_300, 6_600_300),
        ("Poor light", 500_300, 6_600_200),
        ("Unsafe place", 500_100, 6_600_000),
        ("West", 500_000, 6_600_000),
    ]


def add_reports(page: WalkPage) -> None:
    """One unsafe place and one dark place near a hotspot, one unsafe place far away."""
    database = page.session.database
    day = page.session.period.start.isoformat()
    with database.writing() as connection:
        for number, (category, x, y) in enumerate(
            (
                ("otrygg_plats", 500_100, 6_600_005),
                ("odslig", 500_000, 6_609_000),
                ("bristfallig_belysning", 500_305, 6_600_200),
            )
        ):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, place, description, geom)"
                " VALUES (?, 'x', ?, ?, ?, 'hemligt', 'hemligt', ?)",
                (str(uuid4()), str(number), category, f"{day}T12:00:00.000Z", point_blob(x, y, database.srs_id)),
            )
    page.session.incidents.drop()


def test_a_file_and_a_server_get_the_walk_past_what_was_found_and_reported_there(
    empty_page: WalkPage, either_database: Database, tmp_path: Path
) -> None:
    chance = random.Random(3)
    centres = [(chance.gauss(500_000, 60), chance.gauss(6_600_000, 60)) for _ in range(90)]
    spread = [(chance.uniform(497_000, 503_000), chance.uniform(6_597_000, 6_603_000)) for _ in range(90)]
    rows = [f"{n};Klotter;2026-03-02;{x:.0f};{y:.0f};hemligt" for n, (x, y) in enumerate(centres + spread)]
    rows += ["a;Bristfällig belysning;2026-03-03;500290;6600005;hemligt"]
    reports = tmp_path / "bolaget.csv"
    reports.write_text("\n".join((";".join(HEADERS), *rows)), encoding="utf-8")
    mapping = propose(HEADERS, source="bolaget", crs_authid="EPSG:3006")
    import_incidents(either_database, reports, mapping, SilentFeedback())
    month = Period.containing(PeriodKind.MONTH, date(2026, 3, 1))
    update_hotspots(either_database, HotspotRequest(month, HotspotParameters()), SilentFeedback())
    place = either_database.path if isinstance(either_database, FileDatabase) else either_database.address
    opened(empty_page.session, place)
    add_streets()
    dialog = asked(empty_page)
    assert dialog.hotspots.count() == 1
    dialog.lamps_out.setChecked(True)
    walk = proposed(empty_page)
    [hotspot] = list_hotspots(either_database, empty_page.session.period)
    assert sorted(name for name, _, _ in stops()) == sorted(["Place 1", "Poor light"])
    assert 2 * 150 < walk["length_m"] < 2 * 450
    [stop] = [row for row in find(QgsProject.instance(), LayerRole.WALK_STOPS).getFeatures() if row["hotspot"]]
    assert str(stop["hotspot"]).strip("{}") == hotspot.uuid


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


def test_a_report_waits_for_what_is_not_saved(page: WalkPage, qgis_iface: QgisInterface) -> None:
    select_a_walk(page)
    walks = find(QgsProject.instance(), LayerRole.WALKS)
    assert walks.startEditing()
    assert walks.changeAttributeValue(next(walks.getFeatures()).id(), walks.fields().indexOf("area"), "Parken")
    page.with_walk.entries[WALK_REPORT.label].trigger()
    settled(page.session)
    assert "not saved" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]
    assert walks.rollBack()
    page.with_walk.entries[WALK_REPORT.label].trigger()
    settled(page.session)
    assert "nothing to report" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]


def test_a_report_is_cancelled_or_written_once(page: WalkPage, qgis_iface: QgisInterface, tmp_path: Path) -> None:
    store_demo_walk(page.session.database, date(2026, 11, 1))
    page.session.reload_layers()
    settled(page.session)
    page.table.selectRow(0)
    folder = tmp_path / "reports"
    folder.mkdir()
    window = qgis_iface.mainWindow()
    for is_cancelled in (True, False):
        page.with_walk.entries[WALK_REPORT.label].trigger()
        settled(page.session)
        dialog = window.findChildren(WalkReportDialog)[-1]
        dialog.folder.setFilePath(str(folder))
        dialog.name.setText("../report")
        dialog.write()
        assert "slashes" in dialog.messages.text()
        dialog.name.setText("report")
        dialog.write()
        if is_cancelled:
            QgsApplication.taskManager().cancelAll()
        settled(page.session)
        assert [path.name for path in folder.iterdir()] == ([] if is_cancelled else ["report"])
    window.findChildren(WalkReportDone)[-1].set_answered()
    assert next(find(QgsProject.instance(), LayerRole.WALKS).getFeatures())["status"] == "answered"
    assert find(QgsProject.instance(), LayerRole.WALKS).rollBack()
