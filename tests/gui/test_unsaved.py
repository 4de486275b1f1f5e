# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar of the dock follows every edit of the EST layers; lists and map show the same, saved or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QEvent, Qt, QTime, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton

import est_plugin
from est_plugin.db.measures import list_measures
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole, find
from tests.waiting import opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.gui.dock import EstDock

POINT = "Point (500000 6600000)"
LINE = "LineString (500000 6600000, 500100 6600000)"


def new_database(path):
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


@pytest.fixture
def cad_dock(qgis_iface) -> Iterator[QgsAdvancedDigitizingDockWidget]:
    """Python dies at exit if it is not deleted."""
    dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    yield dock
    dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dock(qgis_iface, cad_dock, qgis_processing, qgis_new_project, monkeypatch, tmp_path) -> Iterator[EstDock]:
    """The dock of the loaded plugin with an empty database open."""
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    dock = plugin._dock
    dock.show()
    opened(dock.session, new_database(tmp_path / "est.gpkg").path)
    yield dock
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def layer_of(role: LayerRole) -> QgsVectorLayer:
    return find(QgsProject.instance(), role)


def draw(role: LayerRole, wkt: str, **values: object) -> str:
    """Add a feature to the edit buffer; returns its uuid."""
    layer = layer_of(role)
    attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(wkt), attributes)
    with edit_command(layer, "draw"):
        assert layer.addFeature(feature)
    QTest.qWait(20)
    return feature["uuid"]


def answer(text: str) -> None:
    """Press a button of the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            next(button for button in box.findChildren(QPushButton) if button.text() == text).click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(20, press)


def shown_page(dock, number: int):
    """The page after a person chose its tab."""
    dock.pages.setCurrentIndex(number)
    settled(dock.session)
    return dock.pages.widget(number)


def titles(page) -> list[str]:
    settled(page.session)
    return [page.table.item(line, 0).text() for line in range(page.table.rowCount())]


def test_the_bar_counts_what_is_drawn_and_saves_it(dock):
    assert dock.unsaved.isHidden()
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    draw(LayerRole.WALK_STOPS, POINT, walk=walk)
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    draw(LayerRole.MEASURE_LINES, LINE, kind="LTF")
    assert dock.unsaved.text.text() == "Not saved: 1 route(s), 1 stop(s) and 2 measure(s)"
    dock.unsaved.save_button.click()
    QTest.qWait(20)
    assert dock.unsaved.isHidden()
    assert len(list_measures(dock.session.database)) == 2
    assert layer_of(LayerRole.WALK_STOPS).featureCount() == 1


def test_the_bar_follows_save_and_undo_of_qgis_itself(dock):
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    layer_of(LayerRole.MEASURE_POINTS).undoStack().undo()
    QTest.qWait(20)
    assert dock.unsaved.isHidden()
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    assert layer_of(LayerRole.MEASURE_POINTS).rollBack()
    QTest.qWait(20)
    assert dock.unsaved.isHidden()
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    assert layer_of(LayerRole.MEASURE_POINTS).commitChanges()
    QTest.qWait(20)
    assert dock.unsaved.isHidden()


def test_qgis_saves_the_route_of_a_stop_first(dock):
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    draw(LayerRole.WALK_STOPS, POINT, walk=walk)
    stops = layer_of(LayerRole.WALK_STOPS)
    assert stops.commitChanges(), stops.commitErrors()
    assert not layer_of(LayerRole.WALKS).isModified()


def test_qgis_saves_nothing_that_the_saved_layer_does_not_refer_to(dock):
    draw(LayerRole.INCIDENTS, POINT, category="klotter")
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    stop = draw(LayerRole.WALK_STOPS, POINT, walk=walk)
    measures = layer_of(LayerRole.MEASURE_POINTS)
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    assert measures.commitChanges(stopEditing=False), measures.commitErrors()
    QTest.qWait(20)
    assert dock.unsaved.text.text() == "Not saved: 1 incident(s), 1 route(s) and 1 stop(s)"
    with edit_command(measures, "link"):
        measures.changeAttributeValue(next(measures.getFeatures()).id(), measures.fields().indexOf("walk_stop"), stop)
    assert measures.commitChanges(), measures.commitErrors()
    QTest.qWait(20)
    assert dock.unsaved.text.text() == "Not saved: 1 incident(s)"


def test_a_walk_and_its_stops_that_were_deleted_are_saved_though_the_order_is_the_other(dock):
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    draw(LayerRole.WALK_STOPS, POINT, walk=walk)
    dock.unsaved.save_button.click()
    for role in (LayerRole.WALKS, LayerRole.WALK_STOPS):
        layer = layer_of(role)
        with edit_command(layer, "delete"):
            assert layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    new = draw(LayerRole.WALKS, LINE, title="Ny")
    draw(LayerRole.WALK_STOPS, POINT, walk=new)
    dock.unsaved.save_button.click()
    QTest.qWait(20)
    assert dock.unsaved.isHidden()
    assert [walk["title"] for walk in layer_of(LayerRole.WALKS).getFeatures()] == ["Ny"]
    assert [stop["walk"] for stop in layer_of(LayerRole.WALK_STOPS).getFeatures()] == [new]


def test_what_the_database_refuses_stays_and_is_told(dock, qgis_iface):
    with dock.session.database.writing() as connection:
        connection.execute("CREATE TRIGGER full AFTER INSERT ON measure BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    dock.unsaved.save_button.click()
    QTest.qWait(20)
    assert dock.unsaved.text.text() == "Not saved: 1 measure(s)"
    assert "disk full" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)[-1]


@pytest.mark.parametrize(("button", "left"), [("Cancel", 1), ("Undo all", 0)])
def test_undo_all_asks_first(dock, button, left):
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    answer(button)
    dock.unsaved.discard_button.click()
    assert layer_of(LayerRole.MEASURE_POINTS).featureCount() == left


@pytest.mark.parametrize(
    ("button", "stored", "opened"), [("Save", 1, True), ("Do not save", 0, True), ("Cancel", 0, False)]
)
def test_another_database_is_opened_after_a_question(dock, tmp_path, button, stored, opened):
    other = new_database(tmp_path / "other.gpkg")
    before = dock.session.database
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    dock.session.settings.last_database.setValue(str(other.path))
    answer(button)
    dock._start_page.last_button.click()
    settled(dock.session)
    assert (dock.session.database.path == other.path) is opened
    assert len(list_measures(before)) == stored
    assert layer_of(LayerRole.MEASURE_POINTS).isModified() is not opened


def test_edits_stay_while_the_layers_of_the_same_database_are_loaded_again(dock):
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL")
    dock.session.reload_layers()
    settled(dock.session)
    assert dock.unsaved.text.text() == "Not saved: 1 measure(s)"
    dock.unsaved.save_button.click()
    assert len(list_measures(dock.session.database)) == 1


def test_rows_and_features_are_selected_together(dock):
    page = shown_page(dock, 3)
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL", title="Lampor")
    draw(LayerRole.MEASURE_LINES, LINE, kind="LTF", title="Förbud")
    settled(dock.session)
    points, lines = layer_of(LayerRole.MEASURE_POINTS), layer_of(LayerRole.MEASURE_LINES)
    page.table.selectRow(titles(page).index("Förbud"))
    assert (points.selectedFeatureCount(), lines.selectedFeatureCount()) == (0, 1)
    points.selectAll()
    lines.removeSelection()
    QTest.qWait(20)
    assert [titles(page)[index.row()] for index in page.table.selectionModel().selectedRows()] == ["Lampor"]
    dock.unsaved.save_button.click()
    QTest.qWait(20)
    assert [titles(page)[index.row()] for index in page.table.selectionModel().selectedRows()] == ["Lampor"]


def test_measures_are_sorted_by_a_header_and_chosen_by_kind_status_and_due_date(dock):
    page = shown_page(dock, 3)
    draw(LayerRole.MEASURE_POINTS, POINT, kind="BEL", title="Lampor")
    draw(LayerRole.MEASURE_POINTS, POINT, kind="SKY", title="Skylt", due_date=QDate(2020, 1, 1), status="decided")
    draw(LayerRole.MEASURE_LINES, LINE, kind="LTF", title="Förbud", due_date=QDate(2099, 1, 1))
    assert titles(page) == ["Skylt", "Förbud", "Lampor"]
    header = page.table.horizontalHeader()
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["Förbud", "Lampor", "Skylt"]
    page.filter.only_overdue.setChecked(True)
    assert titles(page) == ["Skylt"]
    page.filter.only_overdue.setChecked(False)
    choose(page.filter.kind, "LTF")
    assert titles(page) == ["Förbud"]
    choose(page.filter.kind, "")
    choose(page.filter.status, "decided")
    assert titles(page) == ["Skylt"]
    assert page.note.text() == "1 of 3 measures shown, 1 overdue"


def choose(box, data: str) -> None:
    index = box.findData(data)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_the_walk_list_shows_date_stops_length_and_minutes_and_numbers_stops(dock, qgis_iface):
    page = shown_page(dock, 2)
    walk = draw(LayerRole.WALKS, LINE, title="Centrum", starts_at=QDateTime(QDate(2026, 11, 20), QTime(19, 0)))
    for number, x in ((1, 90), (2, 10)):
        draw(LayerRole.WALK_STOPS, f"Point ({500000 + x} 6600003)", walk=walk, number=number)
    settled(dock.session)
    assert [page.table.item(0, column).text() for column in range(4)] == ["Centrum", "2026-11-20", "2", "100"]
    page.table.selectRow(0)
    page.with_walk.entries["Number the stops"].trigger()
    stops = layer_of(LayerRole.WALK_STOPS)
    assert {round(stop.geometry().asPoint().x()): stop["number"] for stop in stops.getFeatures()} == {
        500010: 1,
        500090: 2,
    }
    page.with_walk.entries["Number the stops"].trigger()
    assert "already" in qgis_iface.messageBar().currentItem().text()


def test_nothing_is_listed_without_the_layers(dock):
    page = shown_page(dock, 2)
    draw(LayerRole.WALKS, LINE, title="Centrum")
    dock.unsaved.save_button.click()
    settled(dock.session)
    assert page.table.rowCount() == 1
    QgsProject.instance().removeMapLayers([layer_of(LayerRole.WALKS).id()])
    settled(dock.session)
    assert page.table.rowCount() == 0
