# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock while the server goes and comes, and while others work in the same database."""

from __future__ import annotations

import threading
import uuid
from typing import TYPE_CHECKING

import pytest
from qgis.core import (
    QgsGeometry,
    QgsMarkerSymbol,
    QgsProject,
    QgsProviderRegistry,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QSignalSpy, QTest

import est_plugin
from est_plugin.db import pulse
from est_plugin.db.server import saved_connection
from est_plugin.errors import DatabaseError
from est_plugin.gui.connection_banner import ConnectionBanner
from est_plugin.gui.presence_line import PresenceLine
from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole
from tests.link import link_to
from tests.postgres import cursor_on
from tests.waiting import settled, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.link import Link
    from tests.postgres import Server

CONNECTION = "EST over a bad way"


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with link_to(server.port) as link:
        yield link


@pytest.fixture
def dock(
    qgis_iface, qgis_processing, qgis_new_project, monkeypatch, link: Link, server_database: ServerDatabase
) -> Iterator[EstDock]:
    """The dock of the loaded plugin; QGIS knows a connection that leads over the link."""
    monkeypatch.setattr(pulse, "INTERVAL_S", 0.5)
    monkeypatch.setattr(pulse, "_SOON_S", 0.3)
    monkeypatch.setattr(pulse, "NO_ANSWER_S", 2.0)
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    parameters = f"host=127.0.0.1 port={link.port} dbname='{server_database.address.name}' user='anna'"
    metadata.saveConnection(metadata.createConnection(parameters, {"saveUsername": True}), CONNECTION)
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    plugin._dock.show()
    yield plugin._dock
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()
    QgsProject.instance().clear()
    plugin.unload()
    assert not [thread for thread in threading.enumerate() if thread.name == "EST pulse"]
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    metadata.deleteConnection(CONNECTION)


@pytest.fixture
def opened(dock: EstDock) -> EstDock:
    dock.session.open(saved_connection(CONNECTION))
    until(lambda: dock.session.connection.news is not None)
    settled(dock.session)
    return dock


def banner(dock: EstDock) -> ConnectionBanner:
    return dock.findChild(ConnectionBanner)


def layer_of(role: LayerRole) -> QgsVectorLayer:
    return roles.find(QgsProject.instance(), role)


def draw_a_measure() -> None:
    layer = layer_of(LayerRole.MEASURE_POINTS)
    attributes = {layer.fields().indexOf(name): value for name, value in {"kind": "BEL", "title": "Lamp"}.items()}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point (503000 6571000)"), attributes)
    with edit_command(layer, "draw"):
        assert layer.addFeature(feature)


def add_a_walk(database: ServerDatabase) -> None:
    content = '{"changes": [{"table": "walk", "op": "insert", "uuid": "%s", "values": {"title": "Centrum"}}]}'
    with cursor_on(database) as cursor:
        cursor.execute("SELECT est.apply_changeset(gen_random_uuid(), %s)", (content % uuid.uuid4(),))


def test_a_lost_server_is_told_the_work_is_kept_and_saved_on_the_return(
    opened: EstDock, link: Link, server_database: ServerDatabase
) -> None:
    assert banner(opened).isHidden()
    draw_a_measure()
    link.go_down()
    until(lambda: "No contact with the server since" in banner(opened).text.text())
    assert not banner(opened).isHidden()
    assert not banner(opened).try_button.isHidden()
    assert "1 measure" in opened.unsaved.text.text()
    link.come_up()
    banner(opened).try_button.click()
    until(lambda: "answers again" in banner(opened).text.text())
    assert banner(opened).try_button.isHidden()
    opened.unsaved.save_button.click()
    with cursor_on(server_database) as cursor:
        cursor.execute("SELECT title FROM est.measure")
        assert [row["title"] for row in cursor.fetchall()] == ["Lamp"]


def test_a_network_that_swallows_everything_is_told_without_holding_up_the_window(opened: EstDock, link: Link) -> None:
    session = opened.session
    link.become_a_hole()
    until(lambda: "No contact" in banner(opened).text.text())
    shown = session.period
    with pytest.raises(DatabaseError, match="cannot be reached"):
        session.choose_period(shown.previous())
    assert session.period == shown
    link.come_up()
    until(lambda: "answers again" in banner(opened).text.text())


def test_the_plugin_is_unloaded_while_the_network_swallows_everything(opened: EstDock, link: Link) -> None:
    link.become_a_hole()
    opened.session.connection.try_now()
    # The fixture unloads it now, and sees to it that nothing still waits for the server.
    QTest.qWait(300)


def test_a_slow_server_is_told_quietly(opened: EstDock, link: Link) -> None:
    link.delay(1.5)
    until(lambda: "slowly" in banner(opened).text.text())
    assert banner(opened).try_button.isHidden()
    link.come_up()
    until(lambda: banner(opened).isHidden())


def test_a_project_opened_without_the_server_is_shown_when_it_answers(
    opened: EstDock, link: Link, server_database: ServerDatabase, tmp_path: Path
) -> None:
    measures = layer_of(LayerRole.MEASURE_POINTS)
    measures.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "1,2,3"})))
    ids = {layer.id() for layer in QgsProject.instance().mapLayers().values()}
    tabs = [tab.name() for tab in measures.editFormConfig().tabs()]
    assert QgsProject.instance().write(str(tmp_path / "work.qgz"))
    QgsProject.instance().clear()
    add_a_walk(server_database)
    link.go_down()
    assert QgsProject.instance().read(str(tmp_path / "work.qgz"))
    until(lambda: "layers cannot be reached" in banner(opened).text.text())
    assert not layer_of(LayerRole.MEASURE_POINTS).isValid()
    assert opened.session.database is None
    link.come_up()
    until(lambda: opened.session.database is not None)
    settled(opened.session)
    assert {layer.id() for layer in QgsProject.instance().mapLayers().values()} == ids
    assert all(layer.isValid() for layer in QgsProject.instance().mapLayers().values())
    measures = layer_of(LayerRole.MEASURE_POINTS)
    assert measures.renderer().symbol().color().getRgb()[:3] == (1, 2, 3)
    assert [tab.name() for tab in measures.editFormConfig().tabs()] == tabs
    assert measures.subsetString() == '"deleted_at" IS NULL'
    opened.pages.setCurrentIndex(2)
    until(lambda: opened.pages.widget(2).table.rowCount() == 1)


def test_what_a_colleague_stores_comes_on_the_map_and_the_pages_but_not_on_a_layer_that_is_edited(
    opened: EstDock, server_database: ServerDatabase
) -> None:
    opened.pages.setCurrentIndex(2)
    draw_a_measure()
    measures, walks = layer_of(LayerRole.MEASURE_POINTS), layer_of(LayerRole.WALKS)
    repainted, disturbed = QSignalSpy(walks.repaintRequested), QSignalSpy(measures.repaintRequested)
    shown = len(disturbed)
    for _ in range(5):
        add_a_walk(server_database)
    until(lambda: len(repainted) >= 1)
    until(lambda: opened.pages.widget(2).table.rowCount() == 5)
    assert len(disturbed) == shown
    assert measures.isEditable()
    assert "1 measure" in opened.unsaved.text.text()


def test_a_burst_of_notices_is_read_as_one(opened: EstDock, server_database: ServerDatabase) -> None:
    opened.pages.setCurrentIndex(2)
    settled(opened.session)
    read = QSignalSpy(opened.session.data_changed)
    for _ in range(20):
        add_a_walk(server_database)
    until(lambda: opened.pages.widget(2).table.rowCount() == 20)
    assert len(read) <= 3


def test_colleagues_are_shown_with_what_they_edit(
    opened: EstDock, server: Server, server_database: ServerDatabase
) -> None:
    line = opened.findChild(PresenceLine)
    assert line.isHidden()
    connection = server.connect(server_database.address.name, "bo")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT est.present('')")
        until(lambda: line.text() == "bo is here")
        cursor.execute("SELECT est.present('measure,walk,what is this')")
        until(lambda: line.text() == "bo is editing routes and measures")
        assert not line.isHidden()
        draw_a_measure()
        until(lambda: editing_of(cursor) == [("anna", "measure")])
        layer_of(LayerRole.MEASURE_POINTS).rollBack()
        until(lambda: editing_of(cursor) == [("anna", "")])
    connection.close()


def editing_of(cursor) -> list[tuple[str, str]]:
    cursor.execute("SELECT login, editing FROM est.present('')")
    return cursor.fetchall()


def test_a_file_has_no_pulse(opened: EstDock, tmp_path: Path, file_database) -> None:
    opened.session.open(file_database.path)
    until(lambda: opened.session.connection.news is None)
    until(lambda: not [thread for thread in threading.enumerate() if thread.name == "EST pulse"])
