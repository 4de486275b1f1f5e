# SPDX-License-Identifier: GPL-2.0-or-later
"""What is deleted in the lists of the dock is marked, can be undone, and leaves map and lists when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.unsaved import save_all
from tests.gui.test_server_database import dock, layer_of, opened
from tests.waiting import opened as open_and_wait
from tests.waiting import settled, until

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.page import Page

__all__ = ["dock", "opened"]

LINE = "LineString (503000 6571000, 503500 6571000)"


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, dock: EstDock) -> EstDock:
    """The dock with a database of each engine in turn, as an editor."""
    if request.param == "server":
        return request.getfixturevalue("opened")
    open_and_wait(dock.session, request.getfixturevalue("file_database").path)
    return dock


def shown_page(desk: EstDock, number: int) -> Page:
    """The page after a person chose its tab."""
    desk.pages.setCurrentIndex(number)
    settled(desk.session)
    return desk.pages.widget(number)


def draw(role: LayerRole, wkt: str, /, **values: object) -> str:
    layer = layer_of(role)
    attributes = {layer.fields().indexOf(name): value for name, value in values.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(wkt), attributes)
    with edit_command(layer, "draw"):
        assert layer.addFeature(feature)
    QTest.qWait(20)
    return feature["uuid"]


def save(desk: EstDock) -> None:
    save_all(QgsProject.instance())
    settled(desk.session)


def answer(name: str) -> list[str]:
    """Press a button of the question that comes next; what the question says is added to the list."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(f"{box.text()} {box.informativeText()}")
            next(button for button in box.buttons() if button.text() == name).click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(20, press)
    return said


def deleted(database: Database, table: str) -> list[bool]:
    with database.reading() as connection:
        rows = connection.execute(f"SELECT deleted_at FROM {table} ORDER BY id").fetchall()
    return [row["deleted_at"] is not None for row in rows]


def test_a_measure_leaves_the_list_at_once_and_the_map_when_it_is_saved(desk: EstDock) -> None:
    page = shown_page(desk, 3)
    for title in ("Lamp", "Bench"):
        draw(LayerRole.MEASURE_POINTS, "Point (503000 6571000)", kind="BEL", title=title)
    save(desk)
    assert not page.delete.isEnabled()
    page.table.selectRow(0)
    title = page.table.item(0, 0).text()
    said = answer("Delete")
    page.delete.trigger()
    until(lambda: page.table.rowCount() == 1)
    assert said[0].startswith(f"Delete “{title}”?")
    assert deleted(desk.session.database, "measure") == [False, False]
    save(desk)
    assert sum(deleted(desk.session.database, "measure")) == 1
    assert [row["title"] for row in layer_of(LayerRole.MEASURE_POINTS).getFeatures()] != [title]
    assert page.table.rowCount() == 1


def test_a_deletion_can_be_refused_and_undone(desk: EstDock) -> None:
    page = shown_page(desk, 3)
    draw(LayerRole.MEASURE_POINTS, "Point (503000 6571000)", kind="BEL", title="Lamp")
    save(desk)
    page.table.selectRow(0)
    answer("Cancel")
    page.delete.trigger()
    assert not layer_of(LayerRole.MEASURE_POINTS).isEditable()
    page.table.selectRow(0)
    answer("Delete")
    page.delete.trigger()
    until(lambda: page.table.rowCount() == 0)
    layer_of(LayerRole.MEASURE_POINTS).undoStack().undo()
    until(lambda: page.table.rowCount() == 1)
    save(desk)
    assert deleted(desk.session.database, "measure") == [False]


def test_what_was_never_saved_is_dropped(desk: EstDock) -> None:
    page = shown_page(desk, 3)
    draw(LayerRole.MEASURE_POINTS, "Point (503000 6571000)", kind="BEL", title="Lamp")
    settled(desk.session)
    page.table.selectRow(0)
    answer("Delete")
    page.delete.trigger()
    until(lambda: page.table.rowCount() == 0)
    layer_of(LayerRole.MEASURE_POINTS).undoStack().undo()
    until(lambda: page.table.rowCount() == 1)
    layer_of(LayerRole.MEASURE_POINTS).undoStack().redo()
    save(desk)
    assert deleted(desk.session.database, "measure") == []


def test_a_walk_takes_its_stops_with_it_and_the_question_says_so(desk: EstDock) -> None:
    page = shown_page(desk, 2)
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    for number, x in ((1, 503100), (2, 503200)):
        draw(LayerRole.WALK_STOPS, f"Point ({x} 6571000)", walk=walk, number=number)
    draw(LayerRole.PARTICIPANTS, "", walk=walk, role="resident", number=4)
    save(desk)
    stop = next(layer_of(LayerRole.WALK_STOPS).getFeatures())["uuid"]
    for item in ("BEL", "SIK", "PLU"):
        draw(LayerRole.OBSERVATIONS, "Point (503100 6571000)", walk_stop=stop, item=item)
    save(desk)
    page.table.selectRow(0)
    said = answer("Delete")
    page.delete.trigger()
    until(lambda: page.table.rowCount() == 0)
    assert "2 stop(s) of the walk" in said[0]
    assert "3 observation(s)" in said[0]
    save(desk)
    assert deleted(desk.session.database, "walk") == [True]
    assert deleted(desk.session.database, "walk_stop") == [True, True]
    assert deleted(desk.session.database, "observation") == [True, True, True]
    assert deleted(desk.session.database, "walk_participant") == [True]


def test_stops_that_are_selected_on_the_map_are_deleted_and_the_rest_is_numbered_anew(desk: EstDock) -> None:
    page = shown_page(desk, 2)
    walk = draw(LayerRole.WALKS, LINE, title="Centrum")
    for number, x in ((1, 503100), (2, 503200), (3, 503300)):
        draw(LayerRole.WALK_STOPS, f"Point ({x} 6571000)", walk=walk, number=number)
    save(desk)
    stops = layer_of(LayerRole.WALK_STOPS)
    first = next(row for row in stops.getFeatures() if row["number"] == 1)
    draw(LayerRole.MEASURE_POINTS, "Point (503000 6571000)", kind="BEL", walk_stop=first["uuid"])
    stops.selectByIds([first.id()])
    QTest.qWait(20)
    said = answer("Delete")
    page.delete.trigger()
    assert "1 other row(s) refer to this" in said[0]
    save(desk)
    assert sorted(row["number"] for row in stops.getFeatures()) == [1, 2]
    assert deleted(desk.session.database, "walk_stop").count(True) == 1
    assert deleted(desk.session.database, "walk") == [False]


def test_a_hotspot_leaves_its_page(desk: EstDock) -> None:
    database, page = desk.session.database, shown_page(desk, 1)
    day = desk.session.period.start.isoformat()
    area = "MultiPolygon (((503000 6571000, 503100 6571000, 503100 6571100, 503000 6571000)))"
    uuid = draw(LayerRole.HOTSPOTS, area, name="Torget")
    save(desk)
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO hotspot_period (hotspot, period_start, period_end, rank, incidents, cells, categories, method,"
            " computed_at) VALUES (?, ?, ?, 1, 9, 1, '{}', '{}', '2026-04-01T00:00:00.000Z')",
            (uuid, day, desk.session.period.last_day.isoformat()),
        )
    desk.session.reload_layers()
    settled(desk.session)
    assert page.table.rowCount() == 1
    page.table.selectRow(0)
    answer("Delete")
    page.delete.trigger()
    save(desk)
    until(lambda: page.table.rowCount() == 0)
    assert deleted(database, "hotspot") == [True]
