# SPDX-License-Identifier: GPL-2.0-or-later
"""The streets of walks are read in the background when they are wanted, and anew when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from est_plugin.db.migrator import create_database
from est_plugin.errors import InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.kept_streets import KeptStreets
from tests.desk import Desk, desk
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.layers.street_graph import StreetGraph

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
    assert kept.graph is not None, "until the new ones are read"
    until(lambda: is_street(kept, THERE))
    layer.rollBack()
    until(lambda: not is_street(kept, THERE))
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


@pytest.fixture
def town(a_desk: Desk, layer: QgsVectorLayer, tmp_path: Path) -> QgsVectorLayer:
    """Streets in a file that are only read here."""
    path = str(tmp_path / "town.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsCoordinateTransformContext(), options)
    town = QgsVectorLayer(path, "Gator", "ogr")
    town.setReadOnly(True)
    QgsProject.instance().addMapLayer(town)
    return town


def test_streets_that_are_only_read_are_kept_when_a_reload_brings_nothing(
    kept: KeptStreets, town: QgsVectorLayer
) -> None:
    kept.use(town)
    kept.want()
    assert not is_street(kept, THERE)
    graph = kept.graph
    town.reload()
    kept.ask(lambda found: None if found is graph else pytest.fail("they were read again"))
    assert kept.graph is graph
    other = QgsVectorLayer(town.source(), "Gator", "ogr")
    assert other.dataProvider().addFeatures([street(other, "LINESTRING (500000 6600500, 500300 6600500)")])[0]
    town.reload()
    until(lambda: is_street(kept, THERE))


def test_who_asked_for_streets_that_left_is_not_answered_later(kept: KeptStreets, layer: QgsVectorLayer) -> None:
    kept.use(layer)
    told: list[StreetGraph] = []
    kept.ask(told.append)
    QgsProject.instance().removeMapLayer(layer)
    kept.use(add_layer("LINESTRING (500000 6600000, 500300 6600000)"))
    assert is_street(kept, HERE)
    assert told == []


def test_each_who_asked_is_told_also_when_one_of_them_fails(
    kept: KeptStreets, layer: QgsVectorLayer, a_desk: Desk
) -> None:
    told: list[object] = []

    def fail(_: StreetGraph) -> None:
        raise InputError("No.")

    kept.ready.connect(lambda: told.append("ready"))
    kept.use(layer)
    kept.ask(fail)
    kept.ask(told.append)
    until(lambda: len(told) > 1)
    assert told == ["ready", kept.graph]
    until(lambda: bool(a_desk.told))
