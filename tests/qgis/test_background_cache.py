# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn backgrounds are kept until the map or its style changes, and never in the way of a package."""

from __future__ import annotations

import json
import os
import re
import zipfile

import package_sample as sample
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsMarkerSymbol,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsVectorLayer,
)

from est_plugin import paths
from est_plugin.export.background import background_of, town_background
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

X, Y = sample.CENTRE


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    """A profile without kept backgrounds."""
    monkeypatch.setattr(paths, "background_folder", lambda: tmp_path / "backgrounds")


@pytest.fixture
def database(tmp_path):
    made = sample.make_database(tmp_path / "est.gpkg")
    add_street(made, f"LINESTRING ({X - 500} {Y}, {X + 500} {Y + 30})")
    return made


def add_street(database, wkt):
    dataset = ogr.Open(str(database.path), 1)
    layer = dataset.GetLayerByName("town_street")
    if layer is None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(3006)
        layer = dataset.CreateLayer("town_street", reference, ogr.wkbLineString)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    layer.CreateFeature(feature)


def tiles_of(database, folder, background=None):
    """The tiles of the page of a package, as they stand in it."""
    plan = make_plan(database, PackageRequest(sample.FILTER, background=background), today=sample.TODAY)
    page = write_package(plan, folder, SilentFeedback()).html.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="tiles">(.*?)</script>', page)[1])


def kept():
    return sorted(paths.background_folder().glob("*"))


def test_second_package_takes_the_pictures_that_were_kept(database, tmp_path):
    first = tiles_of(database, tmp_path / "out")
    files = kept()
    assert files
    assert len(first["images"]) > 1
    with zipfile.ZipFile(files[0]) as archive:
        picture = archive.read(archive.namelist()[0])
    for path in files:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, picture)
    assert len(tiles_of(database, tmp_path / "again")["images"]) == 1
    assert kept() == files


def test_another_ground_shares_the_tiles_that_both_show(database, tmp_path):
    tiles_of(database, tmp_path / "out")
    files = kept()
    with database.writing() as connection:
        connection.execute("UPDATE measure SET geom = ?", (sample.point_blob(X + 3000, Y, 3006),))
    tiles_of(database, tmp_path / "again")
    assert set(files) < set(kept())


def test_a_report_taken_in_changes_no_picture_of_the_town(database, tmp_path):
    tiles_of(database, tmp_path / "out")
    files = kept()
    with database.writing() as connection:
        sample.add_report(connection, "late", "2026-03-20")
    tiles_of(database, tmp_path / "again")
    assert kept() == files


def test_a_new_street_is_drawn(database, tmp_path):
    first = tiles_of(database, tmp_path / "out")
    add_street(database, f"LINESTRING ({X} {Y - 500}, {X + 30} {Y + 500})")
    assert tiles_of(database, tmp_path / "again")["images"] != first["images"]


def test_a_new_style_is_drawn(database, tmp_path):
    (street,) = town_background(database)
    styled = street.style.replace("</qgis>", "<layerOpacity>0.2</layerOpacity></qgis>")
    first = tiles_of(database, tmp_path / "out")
    second = tiles_of(database, tmp_path / "again", (type(street)(**{**vars(street), "style": styled}),))
    assert second["images"] != first["images"]


def test_damaged_pictures_are_drawn_again(database, tmp_path):
    first = tiles_of(database, tmp_path / "out")
    for path in kept():
        path.write_bytes(path.read_bytes()[:100])
    assert tiles_of(database, tmp_path / "again") == first


def test_without_room_for_them_a_package_is_written_all_the_same(database, tmp_path):
    paths.background_folder().write_text("a file where the folder belongs", encoding="utf-8")
    assert tiles_of(database, tmp_path / "out")["images"]


def test_a_new_picture_in_a_mosaic_is_drawn(database, tmp_path):
    part = tmp_path / "part.tif"
    paint(part, 50)
    mosaic = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(mosaic), [str(part)]).FlushCache()
    background = (background_of(QgsRasterLayer(str(mosaic), "photo")),)
    tiles_of(database, tmp_path / "out", background)
    before = set(kept())
    tiles_of(database, tmp_path / "same", background)
    assert set(kept()) == before
    paint(part, 200)
    tiles_of(database, tmp_path / "again", background)
    assert set(kept()) > before


def paint(path, grey):
    """A picture of one grey over the town."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 40, 40, 1)
    dataset.SetGeoTransform((X - 2000, 100, 0, Y + 2000, 0, -100))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.GetRasterBand(1).Fill(grey)
    dataset.FlushCache()


def test_a_new_drawing_in_a_style_is_drawn(database, tmp_path):
    drawing = tmp_path / "sign.svg"
    drawing.write_text(SIGN.format(color="red"), encoding="utf-8")
    layer = QgsVectorLayer(str(places(tmp_path / "places.gpkg")), "places")
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, QgsSvgMarkerSymbolLayer(str(drawing), 20))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    background = (background_of(layer),)
    tiles_of(database, tmp_path / "out", background)
    drawing.write_text(SIGN.format(color="blue!"), encoding="utf-8")
    before = set(kept())
    tiles_of(database, tmp_path / "again", background)
    assert set(kept()) > before


SIGN = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="{color}"/></svg>'


def places(path):
    """Two points in the town."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("places", reference, ogr.wkbPoint)
    for east in (0, 300):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({X + east} {Y})"))
        layer.CreateFeature(feature)
    return path


def test_files_of_killed_programs_go_and_files_that_are_held_stay(database, tmp_path):
    folder = paths.background_folder()
    folder.mkdir()
    half = folder / "x.part"
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    (folder / "y.part").mkdir()
    os.utime(folder / "y.part", (0, 0))
    tiles_of(database, tmp_path / "out")
    assert not half.exists()
    assert (folder / "y.part").exists()
