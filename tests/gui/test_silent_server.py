# SPDX-License-Identifier: GPL-2.0-or-later
"""While a server does not answer the desktop goes on: the event loop turns, the old numbers stay, the new ones come."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest
import shapely
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

import est_plugin
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.server import ServerAddress
from est_plugin.db.walks import NewWalk, store_walk
from est_plugin.domain.period import Period
from est_plugin.gui.lighting_window import LightingWindow
from est_plugin.gui.walk_lighting import DARK_STRETCHES_ACTION
from est_plugin.layers import lamp_memory, roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.lamp_layer import LampMapping
from est_plugin.layers.roles import LayerRole
from tests.link import link_to
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from est_plugin.db.server_database import ServerDatabase
    from est_plugin.gui.dock import EstDock
    from tests.link import Link
    from tests.postgres import Server

#: A test that the desktop stood still in would wait for ever.
GIVE_UP_S = 20
TURNS = 30


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with link_to(server.port) as running:
        yield running


@pytest.fixture
def address(link: Link, editors_database: ServerDatabase) -> ServerAddress:
    """The database at the end of the link, with two incidents in March 2026 and one in February."""
    with editors_database.writing() as connection:
        for number, day in enumerate(("2026-02-10", "2026-03-10", "2026-03-11")):
            connection.execute(
                "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
                " VALUES (gen_random_uuid(), 'test', ?, 'klotter', 'polis', ?, ?)",
                (str(number), f"{day}T12:00:00.000Z", point_blob(500_000, 6_600_000, 3006)),
            )
    name = editors_database.address.name
    return ServerAddress(name, f"host='127.0.0.1' port={link.port} dbname='{name}' user='anna'")


@pytest.fixture
def dock(qgis_iface, qgis_processing, qgis_new_project, monkeypatch) -> Iterator[EstDock]:
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


@contextmanager
def silence(link: Link) -> Iterator[None]:
    """No answer comes within the block. If the desktop waits for one in it, the test fails."""
    gave_up: list[bool] = []

    def give_up() -> None:
        gave_up.append(True)
        link.come_up()

    link.hold()
    guard = threading.Timer(GIVE_UP_S, give_up)
    guard.start()
    try:
        yield
    finally:
        guard.cancel()
        link.come_up()
    assert not gave_up, "The desktop stood still until the server answered."


def assert_turns_while(waits: Callable[[], object]) -> None:
    """The event loop turns many times while something waits for the server."""
    turns: list[None] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start()
    assert waits()
    until(lambda: len(turns) >= TURNS)
    assert waits()


def incidents() -> QgsVectorLayer:
    return roles.find(QgsProject.instance(), LayerRole.INCIDENTS)


def test_a_database_is_opened(dock: EstDock, link: Link, address: ServerAddress) -> None:
    with silence(link):
        dock.session.open(address)
        assert_turns_while(lambda: dock.session._busy and dock.session.database is None)
    settled(dock.session)
    assert dock.session.database is not None
    assert "2 incidents" in dock.pages.widget(0).total.text()
    for layer in QgsProject.instance().mapLayers().values():
        assert layer.thread() is layer.dataProvider().thread() is QCoreApplication.instance().thread()


@pytest.mark.parametrize("number", range(5))
def test_a_page_is_shown_and_read_again(dock: EstDock, link: Link, address: ServerAddress, number: int) -> None:
    opened(dock.session, address)
    dock.pages.setCurrentIndex((number + 1) % 5)
    settled(dock.session)
    with silence(link):
        dock.pages.setCurrentIndex(number)
        assert_turns_while(lambda: dock.session.reader.is_reading)
        dock.refresh()
        assert_turns_while(lambda: dock.session.reader.is_reading)
    settled(dock.session)
    assert not dock.session.reader.has_failed


def test_another_period_is_chosen_and_its_numbers_come_when_the_server_answers(
    dock: EstDock, link: Link, address: ServerAddress
) -> None:
    opened(dock.session, address)
    page = dock.pages.widget(0)
    with silence(link):
        dock.session.choose_period(dock.session.period.previous())
        dock.session.choose_period(Period.between(date(2025, 1, 1), date(2025, 1, 31)))
        dock.session.choose_period(Period.between(date(2026, 2, 1), date(2026, 2, 28)))
        assert_turns_while(lambda: dock.session.reader.is_reading)
        assert "2026-02-01" in dock.header.text()
        assert "2 incidents" in page.total.text()
        assert "2026-03" in incidents().subsetString()
    settled(dock.session)
    assert "1 incidents" in page.total.text()
    assert "2026-02" in incidents().subsetString()
    assert incidents().featureCount() == 1


def test_the_layers_are_loaded_again(dock: EstDock, link: Link, address: ServerAddress) -> None:
    opened(dock.session, address)
    told: list[None] = []
    dock.session.data_changed.connect(lambda: told.append(None))
    with silence(link):
        for _ in range(3):
            dock.session.reload_layers()
        assert_turns_while(lambda: dock.session.reader.is_reading)
        assert not told
    settled(dock.session)
    assert len(told) == 1


def test_what_is_drawn_is_counted_and_listed_later(dock: EstDock, link: Link, address: ServerAddress) -> None:
    opened(dock.session, address)
    dock.pages.setCurrentIndex(3)
    settled(dock.session)
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    attributes = {layer.fields().indexOf("kind"): "BEL", layer.fields().indexOf("title"): "Lampa"}
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("Point (500000 6600000)"), attributes)
    with silence(link):
        with edit_command(layer, "draw"):
            assert layer.addFeature(feature)
        QTest.qWait(20)
        assert "1 measure" in dock.unsaved.text.text()
        assert_turns_while(lambda: dock.session.reader.is_reading)
    settled(dock.session)
    assert dock.pages.widget(3).table.item(0, 0).text() == "Lampa"


def test_a_row_is_selected_and_the_map_goes_there_later(
    dock: EstDock, link: Link, address: ServerAddress, editors_database: ServerDatabase, qgis_iface: object
) -> None:
    with editors_database.writing() as connection:
        for number in (1, 2):
            connection.execute(
                "INSERT INTO measure (uuid, kind, title, geom) VALUES (gen_random_uuid(), 'BEL', ?, ?)",
                (f"Lampa {number}", point_blob(500_000 + number * 1000, 6_600_000, 3006)),
            )
    opened(dock.session, address)
    canvas, page = qgis_iface.mapCanvas(), dock.pages.widget(3)
    canvas.setDestinationCrs(roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS).crs())
    canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
    dock.pages.setCurrentIndex(3)
    settled(dock.session)
    with silence(link):
        page.table.selectAll()
        assert_turns_while(lambda: dock.session.reader.is_reading)
    settled(dock.session)
    assert canvas.extent().contains(QgsRectangle(501_000, 6_599_999, 502_000, 6_600_001))
    scale = canvas.scale()
    page.table.clearSelection()
    page.table.selectRow(0)
    settled(dock.session)
    assert round(canvas.extent().center().x()) in {501_000, 502_000}
    # A single point is panned to.
    assert canvas.scale() == pytest.approx(scale)


def test_the_dock_says_that_it_reads(dock: EstDock, link: Link, address: ServerAddress) -> None:
    opened(dock.session, address)
    assert dock.reading.isHidden()
    with silence(link):
        dock.refresh()
        until(lambda: "Reading" in dock.reading.text() and dock.reading.isVisible())
    settled(dock.session)
    assert dock.reading.isHidden()


def test_a_server_that_is_gone_is_told_once_and_the_choice_before_is_shown_again(
    dock: EstDock, server: Server, link: Link, address: ServerAddress, qgis_iface: object
) -> None:
    opened(dock.session, address)
    before, page = dock.session.incident_filter, dock.pages.widget(0)
    told = len(qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning))
    server.execute("postgres", f"ALTER DATABASE {address.name} WITH ALLOW_CONNECTIONS false")
    dock.session.choose_period(dock.session.period.previous())
    settled(dock.session)
    assert dock.session.incident_filter == before
    assert "2 incidents" in page.total.text()
    assert len(qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)) == told + 1
    assert "did not answer" in dock.reading.text()
    assert dock.reading.isVisible()
    server.execute("postgres", f"ALTER DATABASE {address.name} WITH ALLOW_CONNECTIONS true")
    dock.reading.linkActivated.emit("#")
    settled(dock.session)
    assert dock.reading.isHidden()


def test_dark_stretches_are_found_and_known_lighting_is_read(
    dock: EstDock, link: Link, address: ServerAddress, editors_database: ServerDatabase
) -> None:
    line = shapely.LineString([(500_000, 6_600_000), (500_300, 6_600_000)])
    store_walk(editors_database, NewWalk("Centrum", shapely.to_wkb(line, byte_order=1), 300.0, 60.0, ()))
    lamps = QgsVectorLayer("Point?crs=EPSG:3006", "Belysning", "memory")
    rows = [QgsFeature() for _ in range(3)]
    for row, x in zip(rows, (500_000, 500_300, 500_150), strict=True):
        row.setGeometry(QgsGeometry.fromWkt(f"POINT ({x} {6_600_000 if x % 100 == 0 else 6_600_200})"))
    lamps.dataProvider().addFeatures(rows)
    opened(dock.session, address)
    QgsProject.instance().addMapLayer(lamps)
    lamp_memory.remember(dock.session.project, lamps, LampMapping(), dock.session.settings.lamp_fields)
    page = dock.pages.widget(2)
    dock.pages.setCurrentIndex(2)
    until(lambda: page.table.rowCount() == 1)
    settled(dock.session)
    page.table.selectRow(0)
    settled(dock.session)
    with silence(link):
        page.with_walk.entries[DARK_STRETCHES_ACTION.label].trigger()
        assert_turns_while(lambda: dock.session._busy)
    settled(dock.session)
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, LightingWindow) and one.isVisible())
    assert "250 of 300 m" in window.text.toPlainText()
    with silence(link):
        window.propose_button.click()
        assert_turns_while(lambda: dock.session.reader.is_reading)
        dock.session.reader.drop(window)
    settled(dock.session)
    window.close()


def test_the_plugin_is_unloaded_while_it_reads(
    qgis_iface, qgis_processing, qgis_new_project, monkeypatch, link: Link, address: ServerAddress
) -> None:
    cad_dock = QgsAdvancedDigitizingDockWidget(qgis_iface.mapCanvas())
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock)
    plugin = est_plugin.classFactory(qgis_iface)
    plugin.initGui()
    dock, session = plugin._dock, plugin._session
    dock.show()
    opened(session, address)
    told = len(qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning))
    with silence(link):
        dock.refresh()
        assert session.reader.is_reading
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(200)
    assert len(qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)) == told
    QgsProject.instance().clear()
    cad_dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
