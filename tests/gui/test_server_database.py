# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job in the dock on a database that others work in at the same time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import psycopg2
import pytest
from qgis.core import (
    Qgis,
    QgsDataSourceUri,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

import est_plugin
from est_plugin.db import guard
from est_plugin.db.measures import list_measures
from est_plugin.db.server_database import open_server_database
from est_plugin.gui.server_dialog import ServerDialog
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests.postgres import cursor_on
from tests.waiting import settled, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.postgres import Server

CONNECTION = "Kommunens EST"


@pytest.fixture
def dock(qgis_iface, qgis_processing, qgis_new_project, monkeypatch, editors_connection) -> Iterator[EstDock]:
    """The dock of the loaded plugin, no database open."""
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    dock = plugin._dock
    dock.show()
    yield dock
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    QgsProject.instance().clear()
    plugin.unload()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(dock: EstDock) -> EstDock:
    """The dock after a person chose the connection."""
    choose_connection(dock)
    until(lambda: dock.session.database is not None)
    settled(dock.session)
    return dock


def choose_connection(dock: EstDock) -> None:
    """Choose the entry of the header's menu, the connection in the dialog, and press Open."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ServerDialog)
        dialog.connections.setConnection(CONNECTION)
        dialog.ok_button.click()

    QTimer.singleShot(0, answer)
    next(action for action in dock.database_menu.actions() if "server" in action.text()).trigger()


def layer_of(role: LayerRole) -> QgsVectorLayer:
    return roles.find(QgsProject.instance(), role)


def warnings(qgis_iface: object) -> list[str]:
    return qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)


def write_reports(path: Path) -> None:
    """Ninety reports close together, ninety all over the town, and one with a broken date."""
    chance = random.Random(3)
    places = [(chance.gauss(503_000, 100), chance.gauss(6_571_000, 100)) for _ in range(90)]
    places += [(chance.uniform(500_000, 506_000), chance.uniform(6_568_000, 6_574_000)) for _ in range(90)]
    rows = [f"{n};Klotter;2026-03-{n % 28 + 1:02};{x:.1f};{y:.1f}" for n, (x, y) in enumerate(places)]
    path.write_text("\n".join(("Nr;Kategori;Datum;X;Y", *rows, "999;Klotter;2026-02-30;503000;6571000")))


def test_reports_come_in_and_become_hotspots_on_the_map(opened: EstDock, tmp_path: Path) -> None:
    session, situation, hotspots = opened.session, opened.pages.widget(0), opened.pages.widget(1)
    path = tmp_path / "bolaget.csv"
    write_reports(path)
    situation.intake.take_in.click()
    dialog = situation.intake.dialog
    dialog.form.file.setFilePath(str(path))
    until(lambda: dialog.form.mapping() is not None and not dialog.is_working)
    QTest.qWait(400)
    until(lambda: session._busy == 0)
    dialog.check.click()
    until(lambda: not dialog.is_working)
    dialog.take_in.click()
    until(lambda: not dialog.is_working and "180" in situation.total.text())
    dialog.reject()
    opened.pages.setCurrentWidget(hotspots)
    assert layer_of(LayerRole.INCIDENTS).featureCount() == 180
    assert "(1)" in situation.intake.quarantine.text()
    hotspots.find_button.click()
    until(lambda: hotspots.table.rowCount() == 1)
    settled(session)
    [hotspot] = layer_of(LayerRole.HOTSPOTS).getFeatures()
    assert (hotspot["period_rank"], hotspot["period_status"]) == (1, "new")


def new_measure(dock: EstDock, title: str) -> str:
    """Draw a measure and save it with the bar of the dock; returns its uuid."""
    layer = layer_of(LayerRole.MEASURE_POINTS)
    attributes = {layer.fields().indexOf(name): value for name, value in {"kind": "BEL", "title": title}.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point (503000 6571000)"), attributes)
    with edit_command(layer, "draw"):
        assert layer.addFeature(feature)
    until(lambda: opened_bar_says(dock))
    dock.unsaved.save_button.click()
    return feature["uuid"]


def opened_bar_says(dock: EstDock) -> bool:
    return "1 measure" in dock.unsaved.text.text()


def test_a_conflict_with_a_colleague_overwrites_nothing_and_the_work_is_kept(
    opened: EstDock, server: Server, editors_database: ServerDatabase
) -> None:
    uuid = new_measure(opened, "Lamp")
    assert [(measure.uuid, measure.title) for measure in list_measures(editors_database)] == [(uuid, "Lamp")]
    layer = layer_of(LayerRole.MEASURE_POINTS)
    [row] = layer.getFeatures()
    with edit_command(layer, "retitle"):
        assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("title"), "Two lamps")
    until(lambda: opened_bar_says(opened))
    colleague = open_server_database(server.address(editors_database.address.name, "bo"))
    with cursor_on(colleague) as cursor:
        cursor.execute("UPDATE est.measure SET title = 'Bench', base_version = version")
    opened.unsaved.save_button.click()
    assert layer.getFeature(row.id())["title"] == "Two lamps"
    assert [measure.title for measure in list_measures(editors_database)] == ["Bench"]


def test_changes_of_other_columns_are_both_kept(
    opened: EstDock, server: Server, editors_database: ServerDatabase
) -> None:
    new_measure(opened, "Lamp")
    layer = layer_of(LayerRole.MEASURE_POINTS)
    [row] = layer.getFeatures()
    with edit_command(layer, "retitle"):
        assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("title"), "Two lamps")
    colleague = open_server_database(server.address(editors_database.address.name, "bo"))
    with cursor_on(colleague) as cursor:
        cursor.execute("UPDATE est.measure SET owner = 'polis', base_version = version")
    opened.unsaved.save_button.click()
    [measure] = list_measures(editors_database)
    assert (measure.title, measure.owner) == ("Two lamps", "polis")


def test_every_layer_that_is_edited_says_which_version_it_is_based_on(opened: EstDock) -> None:
    editable = [layer for layer in QgsProject.instance().mapLayers().values() if not layer.readOnly()]
    assert len(editable) >= 7
    for layer in editable:
        definition = layer.defaultValueDefinition(layer.fields().indexOf(guard.BASE_VERSION_FIELD))
        assert definition.expression() == guard.BASE_VERSION_EXPRESSION, layer.name()
        assert definition.applyOnUpdate()


def test_a_walk_with_stops_is_drawn_and_saved(opened: EstDock, editors_database: ServerDatabase) -> None:
    walks, stops = layer_of(LayerRole.WALKS), layer_of(LayerRole.WALK_STOPS)
    line = QgsGeometry.fromWkt("LineString (503000 6571000, 503500 6571000)")
    walk = QgsVectorLayerUtils.createFeature(walks, line, {walks.fields().indexOf("title"): "Centrum"})
    with edit_command(walks, "draw"):
        assert walks.addFeature(walk)
    names = [stops.fields().indexOf(name) for name in ("walk", "place")]
    for place in ("Torget", "Bron"):
        values = dict(zip(names, (walk["uuid"], place), strict=True))
        stop = QgsVectorLayerUtils.createFeature(stops, QgsGeometry.fromWkt("Point (503100 6571000)"), values)
        with edit_command(stops, "draw"):
            assert stops.addFeature(stop)
    until(lambda: "2 stop" in opened.unsaved.text.text())
    opened.unsaved.save_button.click()
    opened.pages.setCurrentIndex(2)
    until(lambda: opened.pages.widget(2).table.rowCount() == 1)
    with editors_database.reading() as connection:
        rows = connection.execute("SELECT s.place FROM walk_stop s JOIN walk w ON w.uuid = s.walk ORDER BY s.id")
        assert [row["place"] for row in rows] == ["Torget", "Bron"]


def test_the_database_is_the_last_one_and_a_saved_project_brings_it_back(
    opened: EstDock, editors_database: ServerDatabase, tmp_path: Path
) -> None:
    project = tmp_path / "work.qgz"
    assert QgsProject.instance().write(str(project))
    QgsProject.instance().clear()
    assert opened.session.database is None
    start = opened._stack.currentWidget()
    start.hide()
    start.show()
    assert CONNECTION in start.last_button.text()
    assert QgsProject.instance().read(str(project))
    until(lambda: opened.session.database is not None)
    assert opened.session.database.address.name == CONNECTION
    assert opened.session.database.key == editors_database.key
    ids = {layer.id() for layer in QgsProject.instance().mapLayers().values()}
    opened.session.reload_layers()
    settled(opened.session)
    assert {layer.id() for layer in QgsProject.instance().mapLayers().values()} == ids


def test_a_server_that_does_not_answer_is_told(
    dock: EstDock, server: Server, editors_database: ServerDatabase, qgis_iface: object
) -> None:
    server.execute("postgres", f"ALTER DATABASE {editors_database.address.name} WITH ALLOW_CONNECTIONS false")
    choose_connection(dock)
    until(lambda: warnings(qgis_iface) and "cannot be reached" in warnings(qgis_iface)[-1])
    assert dock.session.database is None
    server.execute("postgres", f"ALTER DATABASE {editors_database.address.name} WITH ALLOW_CONNECTIONS true")


def test_a_database_without_est_is_told(dock: EstDock, server: Server, qgis_iface: object) -> None:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    plain = metadata.createConnection(server.address("postgres", "anna").parameters, {"saveUsername": True})
    metadata.saveConnection(plain, CONNECTION)
    choose_connection(dock)
    until(lambda: warnings(qgis_iface) and "is not an EST database" in warnings(qgis_iface)[-1])
    assert dock.session.database is None


def log_in(server: Server, database: ServerDatabase, login: str) -> None:
    """Let the connection be another person's."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    parameters = server.address(database.address.name, login).parameters
    metadata.saveConnection(metadata.createConnection(parameters, {"saveUsername": True}), CONNECTION)


def test_a_reporter_is_told_that_the_dock_is_not_for_that_login(
    dock: EstDock, server: Server, editors_database: ServerDatabase, qgis_iface: object
) -> None:
    log_in(server, editors_database, "polly")
    choose_connection(dock)
    until(lambda: warnings(qgis_iface) and "Your login may not do this" in warnings(qgis_iface)[-1])
    assert dock.session.database is None
    assert QgsProject.instance().count() == 0


REPORTS = """
    INSERT INTO est.incident (uuid, source, source_ref, category, organisation, occurred_from, info_class, geom)
    SELECT gen_random_uuid(), 'x', n, 'klotter', 'polis', '2026-03-10', n % 4,
        ST_SetSRID(ST_MakePoint(503000 + n, 6571000 + n), 3006) FROM generate_series(1, 40) AS n;
    INSERT INTO est.measure (uuid, kind, title, geom)
    SELECT gen_random_uuid(), 'BEL', 'Lamp', ST_SetSRID(ST_MakePoint(503000, 6571000), 3006);
"""


def test_a_reader_sees_maps_and_lists_and_is_told_that_nothing_can_be_changed(
    dock: EstDock, server: Server, editors_database: ServerDatabase, qgis_iface: object
) -> None:
    server.execute(editors_database.address.name, REPORTS)
    log_in(server, editors_database, "rita")
    choose_connection(dock)
    until(lambda: dock.session.database is not None)
    settled(dock.session)
    assert dock.writer.isVisible()
    assert "look at the database" in dock.writer.text.text()
    assert "est_editor" in dock.writer.text.text()
    incidents = layer_of(LayerRole.INCIDENTS)
    assert (incidents.featureCount(), incidents.fields().indexOf("description")) == (20, -1)
    situation = dock.pages.widget(0)
    until(lambda: "20" in situation.total.text())
    assert situation.by_category.rowCount() == 1
    assert not situation.intake.take_in.isEnabled()
    assert not situation.intake.quarantine.isEnabled()
    told = len(warnings(qgis_iface))
    for number in range(dock.pages.count()):
        dock.pages.setCurrentIndex(number)
        settled(dock.session)
    dock.pages.setCurrentIndex(3)
    settled(dock.session)
    assert dock.pages.widget(3).table.rowCount() == 1
    assert warnings(qgis_iface)[told:] == []
    for layer in QgsProject.instance().mapLayers().values():
        assert not isinstance(layer, QgsVectorLayer) or not layer.startEditing(), layer.name()
    dock.pages.widget(1).find()
    until(lambda: len(warnings(qgis_iface)) > told)
    assert "look at the database" in warnings(qgis_iface)[-1]


def test_another_login_gets_layers_of_its_own(dock: EstDock, server: Server, editors_database: ServerDatabase) -> None:
    log_in(server, editors_database, "rita")
    choose_connection(dock)
    until(lambda: dock.session.database is not None)
    assert not layer_of(LayerRole.MEASURE_POINTS).startEditing()
    log_in(server, editors_database, "bo")
    choose_connection(dock)
    until(lambda: dock.session.database.refusal is None)
    layers = [layer_of(role) for role in (LayerRole.INCIDENTS, LayerRole.MEASURE_POINTS)]
    assert [QgsDataSourceUri(layer.source()).username() for layer in layers] == ["bo", "bo"]
    assert layers[0].fields().indexOf("description") != -1
    assert layers[1].startEditing()
    assert len(QgsProject.instance().mapLayers()) == len(
        {*map(roles.role_of, QgsProject.instance().mapLayers().values())}
    )


def test_the_dialog_needs_a_connection_and_says_how_to_get_one(dock: EstDock, editors_connection: str) -> None:
    QgsProviderRegistry.instance().providerMetadata("postgres").deleteConnection(editors_connection)
    dialog = ServerDialog(dock)
    assert not dialog.ok_button.isEnabled()
    assert "no connection yet" in dialog.hint.text()
    dialog.deleteLater()


def test_what_is_shared_is_read_while_a_colleague_writes(opened: EstDock, server: Server) -> None:
    name = opened.session.database.address.parameters
    other = psycopg2.connect(name)
    with other.cursor() as cursor:
        cursor.execute("INSERT INTO est.walk (uuid, title) VALUES (gen_random_uuid(), 'half done')")
        opened.pages.setCurrentIndex(2)
        opened.session.reload_layers()
        settled(opened.session)
        assert opened.pages.widget(2).table.rowCount() == 0
    other.rollback()
    other.close()
