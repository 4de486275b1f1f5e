# SPDX-License-Identifier: GPL-2.0-or-later
"""Our layers are made in threads that end; beside a web map they still lie where they should."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest

from est_plugin import settings
from est_plugin.analysis.clusters import ClusterParameters, find_clusters
from est_plugin.analysis.points import PointSet
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers import roles
from est_plugin.layers.answer_layer import CLUSTERS, put_on_map
from est_plugin.layers.clusters import cluster_layer
from est_plugin.layers.roles import PRIVATE_ROLES, LayerRole
from est_plugin.layers.wgs84 import longitude_latitude
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qgis.core import QgsMapLayer

    from est_plugin.db.server_database import ServerDatabase

#: On the central meridian of a local zone of SWEREF 99, as far north as 59.5 degrees.
EAST, NORTH = 150_000.0, 6_598_000.0
WEB = "EPSG:3857"
#: Metres on the web map by degree of longitude.
PER_DEGREE = 20_037_508.342789244 / 180
#: The central meridian of local zones, by EPSG code. Tests have their own, for QGIS remembers a CRS.
MERIDIAN = {3007: 12.0, 3008: 13.5, 3009: 15.0, 3010: 16.5, 3011: 18.0, 3012: 14.25}


@pytest.fixture
def session(qgis_iface: object, qgis_new_project: None) -> Iterator[Session]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    yield session
    session.unload()
    settings.unregister()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def database_in_zone(path: Path, zone: int) -> Path:
    """With twelve incidents on the central meridian of the zone."""
    database = create_database(
        path, srs_id=zone, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, organisation, occurred_from, geom)"
            " VALUES (lower(hex(randomblob(16))), 'test', ?, 'klotter', 'polis', '2026-03-10T12:00:00.000Z', ?)",
            [(str(number), point_blob(EAST, NORTH, zone)) for number in range(12)],
        )
    return database.path


def on_the_web_map(layer: QgsMapLayer, place: QgsPointXY) -> QgsPointXY:
    """As the canvas of a web map moves it."""
    web = QgsCoordinateReferenceSystem(WEB)
    return QgsCoordinateTransform(layer.crs(), web, QgsProject.instance()).transform(place)


def incidents() -> QgsVectorLayer:
    found = roles.find(QgsProject.instance(), LayerRole.INCIDENTS)
    assert found is not None
    return found


def ended(make: Callable[[], QgsVectorLayer]) -> QgsVectorLayer:
    """The layer of a thread that has ended since, which had to work out its CRS by itself."""
    QgsCoordinateReferenceSystem.invalidateCache()
    made: list[QgsVectorLayer] = []
    thread = threading.Thread(target=lambda: made.append(make()))
    thread.start()
    thread.join()
    # A thread of Python's is over a moment before that of the system.
    until(lambda: not made[0].crs().toWkt())
    return made[0]


def test_incidents_and_heatmap_lie_where_they_happened(session: Session, tmp_path: Path) -> None:
    opened(session, database_in_zone(tmp_path / "est.gpkg", 3009))
    heatmap = roles.find_heatmap(QgsProject.instance())
    assert isinstance(heatmap, QgsRasterLayer)
    place = QgsPointXY(EAST, NORTH)
    for layer in (incidents(), heatmap):
        assert on_the_web_map(layer, place).x() == pytest.approx(PER_DEGREE * MERIDIAN[3009], abs=1)
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem(WEB), QgsProject.instance().transformContext()
    )
    moved = [feature.geometry().asPoint().x() for feature in incidents().getFeatures(request)]
    assert moved == pytest.approx([PER_DEGREE * MERIDIAN[3009]] * 12, abs=1)


def test_every_layer_of_ours_has_a_crs_that_can_be_told(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "lindvik.gpkg"
    create_demo_database(path, seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(session, path)
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if layer.isSpatial()]
    assert len(layers) == len(set(LayerRole) - set(PRIVATE_ROLES))
    assert all(layer.crs().toWkt() and layer.crs().authid() == "EPSG:3006" for layer in layers)
    assert QgsProject.instance().crs().toWkt() or not QgsProject.instance().crs().isValid()


def test_layers_of_another_database_lie_right_too_also_when_read_again(session: Session, tmp_path: Path) -> None:
    opened(session, database_in_zone(tmp_path / "first.gpkg", 3010))
    opened(session, database_in_zone(tmp_path / "second.gpkg", 3011))
    place = QgsPointXY(EAST, NORTH)
    assert on_the_web_map(incidents(), place).x() == pytest.approx(PER_DEGREE * MERIDIAN[3011], abs=1)
    QgsProject.instance().removeMapLayer(incidents().id())
    session.reload_layers()
    settled(session)
    assert on_the_web_map(incidents(), place).x() == pytest.approx(PER_DEGREE * MERIDIAN[3011], abs=1)
    session.open(tmp_path / "second.gpkg")
    settled(session)
    session.read_again()
    settled(session)
    assert on_the_web_map(incidents(), place).x() == pytest.approx(PER_DEGREE * MERIDIAN[3011], abs=1)


def test_layers_of_a_server_and_their_copies_lie_right(session: Session, editors_database: ServerDatabase) -> None:
    QgsCoordinateReferenceSystem.invalidateCache()
    opened(session, editors_database.address)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    for layer in (incidents(), incidents().clone()):
        transform = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
        assert transform.transform(QgsPointXY(500_000, NORTH)).x() == pytest.approx(15.0, abs=1e-6)
    QgsProject.instance().clear()
    settled(session)


def test_a_way_that_failed_once_is_mended_by_opening(session: Session, tmp_path: Path) -> None:
    path = database_in_zone(tmp_path / "est.gpkg", 3012)
    dead = ended(lambda: QgsVectorLayer(f"{path}|layername=incident", "incident", "ogr"))
    assert on_the_web_map(dead, QgsPointXY(EAST, NORTH)).x() == EAST
    opened(session, path)
    place = on_the_web_map(incidents(), QgsPointXY(EAST, NORTH))
    assert place.x() == pytest.approx(PER_DEGREE * MERIDIAN[3012], abs=1)


def test_clusters_lie_right_when_their_thread_ends(qgis_new_project: None) -> None:
    points = PointSet(np.full(20, EAST), np.full(20, NORTH), np.zeros(20, np.int32), ("klotter",))
    result = find_clusters(points, ClusterParameters(100, 5), SilentFeedback())
    layers: list[QgsVectorLayer] = []
    is_made, may_end = threading.Event(), threading.Event()

    def make() -> None:
        layers.append(cluster_layer(result, "EPSG:3007", "Clusters", "2026"))
        is_made.set()
        may_end.wait(20)

    thread = threading.Thread(target=make)
    thread.start()
    is_made.wait(20)
    put_on_map(QgsProject.instance(), layers[0], CLUSTERS)
    may_end.set()
    thread.join()
    QTest.qWait(50)
    place = on_the_web_map(layers[0], QgsPointXY(EAST, NORTH))
    assert place.x() == pytest.approx(PER_DEGREE * MERIDIAN[3007], abs=1)


def test_degrees_are_known_of_a_crs_whose_thread_has_ended(qgis_new_project: None) -> None:
    crs = ended(lambda: QgsVectorLayer("Point?crs=EPSG:3008", "", "memory")).crs()
    QgsCoordinateReferenceSystem.invalidateCache()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    assert not QgsCoordinateTransform(crs, degrees, QgsProject.instance()).isValid()
    places = longitude_latitude(np.array([EAST]), np.array([NORTH]), crs, QgsProject.instance().transformContext())
    assert places.longitude == pytest.approx([MERIDIAN[3008]])
