# SPDX-License-Identifier: GPL-2.0-or-later
"""The streets of walks are read in the background when they are wanted, and anew when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.kept_streets import KeptStreets
from tests.desk import Desk, desk
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE, THERE = QgsPointXY(500_010, 6_600_000), QgsPointXY(500_010, 6_600_500)


@pytest.fixture
def a_desk(qgis_processing: None, qgis_new_project: None, tmp_path: Path) -> Iterator[Desk]:
    database = create_database(
        tmp_path / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    with desk() as one:
        one.open(database.path)
        yield one


@pytest.fixture
def kept(a_desk: Desk) -> Iterator[KeptStreets]:
    streets = KeptStreets(a_desk.session)
    yield streets
    streets.unload()


def add_layer(wkt: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("LineString?crs=EPSG:3006&field=name:string", "Gator", "memory")
    assert layer.dataProvider().addFeatures([street(layer, wkt)])[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


def street(layer: QgsVectorLayer, wkt: str) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    return feature


@pytest.fixture
def layer(a_desk: Desk) -> QgsVectorLayer:
    return add_layer("LINESTRING (500000 6600000, 500300 6600000)")


def is_street(kept: KeptStreets, place: QgsPointXY) -> bool:
    until(lambda: kept.graph is not None)
    return kept.graph is not None and kept.graph.nearest(place) is not None


def test_streets_are_read_once_and_only_when_they_are_wanted(kept: KeptStreets, layer: QgsVectorLayer) -> None:
    told: list[bool] = []
    kept.ready.connect(lambda: told.append(True))
    kept.use(layer)
    assert not kept.is_reading
    kept.want()
    assert kept.is_reading
    assert is_street(kept, HERE)
    graph = kept.graph
    kept.want()
    kept.use(layer)
    assert (kept.graph, told) == (graph, [True])


def test_an_edit_a_filter_or_another_layer_makes_them_read_anew(kept: KeptStreets, layer: QgsVectorLayer) -> None:
    kept.use(layer)
    kept.want()
    assert not is_street(kept, THERE)
    layer.startEditing()
    layer.addFeature(street(layer, "LINESTRING (500000 6600500, 500300 6600500)"))
    assert kept.graph is None
    assert is_street(kept, THERE)
    layer.rollBack()
    assert not is_street(kept, THERE)
    kept.use(add_layer("LINESTRING (500000 6600500, 500300 6600500)"))
    assert is_street(kept, THERE)


def test_a_layer_that_leaves_takes_its_streets_along(kept: KeptStreets, layer: QgsVectorLayer) -> None:
    kept.use(layer)
    kept.want()
    assert is_street(kept, HERE)
    QgsProject.instance().removeMapLayer(layer)
    assert (kept.graph, kept.layer, kept.is_reading) == (None, None, False)


def test_what_is_wrong_with_them_is_kept_for_who_needs_them(kept: KeptStreets, a_desk: Desk) -> None:
    empty = QgsVectorLayer("LineString?crs=EPSG:3006", "Tomt", "memory")
    QgsProject.instance().addMapLayer(empty)
    kept.use(empty)
    kept.want()
    until(lambda: not kept.is_reading)
    assert kept.graph is None
    assert "no streets" in str(kept.problem)
    assert not a_desk.is_told()
