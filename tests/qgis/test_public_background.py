# SPDX-License-Identifier: GPL-2.0-or-later
"""What may lie below the squares of a public edition: nothing that can draw what EST keeps."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import public_sample as sample
import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from est_plugin.db.server_database import open_server_database
from est_plugin.errors import InputError
from est_plugin.export.background import background_of
from est_plugin.export.plan import BackgroundLayer
from est_plugin.export.planner import make_plan
from est_plugin.layers.roles import ROLE_PROPERTY


@pytest.fixture
def database(file_database):
    return sample.fill(file_database)


def planned(database, *background):
    return make_plan(database, sample.request(background=background), today=sample.TODAY)


def path_of(database):
    return Path(database.layer_source("incident").split("|")[0])


def opened(source, provider="ogr"):
    layer = QgsVectorLayer(source, "Lager", provider)
    assert layer.isValid()
    return layer


def saved(folder, shapes, kind="Polygon", name="karta"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:3006", name, "memory")
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(shape)
        layer.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    path = str(folder / f"{name}.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsCoordinateTransformContext(), options)
    return opened(f"{path}|layername={name}")


def square_at(x, y, half):
    ring = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in ring]])


def an_incident(database):
    layer = opened(database.layer_source("incident"), database.PROVIDER)
    return next(layer.getFeatures()).geometry().asPoint()


def _virtual(layer):
    QgsProject.instance().addMapLayer(layer)
    return opened(f'?query=SELECT * FROM "{layer.id()}"', "virtual")


def _numbered(path):
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT table_name FROM gpkg_contents").fetchall()
    layers = (opened(f"{path}|layerid={number}") for number in range(len(rows)))
    return next(one for one in layers if one.fields().indexOf("source_ref") >= 0)


SNEAKED_IN = {
    "the table": lambda path: opened(f"{path}|layername=incident"),
    "in capitals": lambda path: opened(f"{path}|layername=INCIDENT"),
    "by its number": _numbered,
    "the file alone": lambda path: opened(str(path)),
    "a query": lambda path: opened(f"{path}|subset=SELECT * FROM incident"),
    "a query of a town's table": lambda path: opened(f"{path}|layername=incident|subset=SELECT * FROM incident"),
    "a copy in the memory": lambda path: opened(f"{path}|layername=incident").materialize(QgsFeatureRequest()),
    "a virtual layer": lambda path: _virtual(opened(f"{path}|layername=incident")),
    "hotspots": lambda path: opened(f"{path}|layername=hotspot"),
}


@pytest.mark.parametrize("way", SNEAKED_IN)
def test_what_est_keeps_is_drawn_in_no_way(database, way, qgis_new_project):
    with pytest.raises(InputError, match="cannot be the background"):
        planned(database, background_of(SNEAKED_IN[way](path_of(database))))


def test_nor_from_a_copy_of_the_database(database, tmp_path):
    copy = tmp_path / "kopia.gpkg"
    with sqlite3.connect(path_of(database)) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    with pytest.raises(InputError, match="cannot be the background"):
        planned(database, background_of(opened(f"{copy}|layername=hotspot")))


def test_nor_from_a_server(server, editors_database):
    sample.fill(editors_database)
    others = open_server_database(server.address(editors_database.address.name, "anna"))
    layer = background_of(opened(others.layer_source("hotspot"), others.PROVIDER))
    with pytest.raises(InputError, match="EST database"):
        planned(editors_database, layer)


def test_points_are_refused_and_areas_of_others_are_not(database, tmp_path):
    place = an_incident(database)
    points = saved(tmp_path, [QgsGeometry.fromPointXY(QgsPointXY(sample.WEST + 5, sample.SOUTH + 5))], "Point", "p")
    with pytest.raises(InputError) as refused:
        planned(database, background_of(points))
    assert "points" in refused.value.why
    areas = saved(tmp_path, [square_at(place.x() + 3, place.y() + 3, 40)], name="hus")
    assert [layer.name for layer in planned(database, background_of(areas)).background] == ["Lager"]


def test_areas_or_lines_that_were_made_of_incidents_are_refused(database, tmp_path):
    place = an_incident(database)
    around = saved(tmp_path, [square_at(place.x(), place.y(), 40)], name="buffert")
    line = QgsGeometry.fromPolylineXY([QgsPointXY(place.x() + 0.5, place.y()), QgsPointXY(sample.WEST, sample.SOUTH)])
    for layer in (around, saved(tmp_path, [line], "LineString", "linje")):
        with pytest.raises(InputError) as refused:
            planned(database, background_of(layer))
        assert "exactly where an incident lies" in refused.value.why


def test_a_layer_that_est_made_or_whose_style_reads_others_is_refused(database, tmp_path):
    areas = saved(tmp_path, [square_at(sample.WEST + 900, sample.SOUTH + 900, 40)])
    areas.setCustomProperty(ROLE_PROPERTY, "heatmap")
    with pytest.raises(InputError) as refused:
        planned(database, background_of(areas))
    assert "made by EST" in refused.value.why
    areas.removeCustomProperty(ROLE_PROPERTY)
    plain = background_of(areas)
    with pytest.raises(InputError) as refused:
        planned(database, replace(plain, style=plain.style + "<!-- aggregate('incident', 'collect', $geometry) -->"))
    assert "reads other layers" in refused.value.why


def test_pictures_of_a_server_are_drawn_and_what_nobody_can_tell_is_not(database):
    tiles = BackgroundLayer("Karta", "wms", "type=xyz&url=https://karta.example/{z}/{x}/{y}.png", "", "raster")
    town = planned(database, tiles)
    assert town.background == (tiles,)
    for layer in (
        replace(tiles, source="type=xyz&url=file:///home/anna/{z}.png"),
        replace(tiles, provider="virtualraster", source="?crs=EPSG:3006&formula=a"),
        replace(tiles, provider="postgresraster", source="dbname='x' schema='est' table='incident'"),
        replace(tiles, provider="mesh_memory", kind="mesh"),
    ):
        with pytest.raises(InputError, match="cannot be the background"):
            planned(database, layer)
