# SPDX-License-Identifier: GPL-2.0-or-later
"""The background of a package: the town, layers of the project, map servers, or nothing; and whom to credit."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import package_sample as sample
import pytest
from osgeo import ogr, osr
from qgis.core import (
    QgsAnnotationLayer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.errors import ExportError, InputError
from est_plugin.export.background import background_of, has_town, open_background
from est_plugin.export.package import write_package
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.pictures import Extract, draw, png
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
from est_plugin.layers.loader import load_est_group
from est_plugin.layers.tree import visible_below

X, Y = sample.CENTRE
HERE = Extract((X - 100, Y - 100, X + 100, Y + 100), 20, 20)
GROUND = QColor("#f4f4f2")


def area(name="ground", color="#00ff00", crs="EPSG:3006"):
    """A layer in memory that covers the town."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt(f"POLYGON (({X} {Y}, {X + 50} {Y}, {X} {Y + 50}, {X} {Y}))").buffer(9000, 4)
    )
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": color, "outline_style": "no"})))
    return layer


def drawn(layers, authid="EPSG:3006"):
    """Colour in the middle of a picture of these background layers."""
    image = next(draw([HERE], open_background(layers), authid, SilentFeedback()))
    return QColor(image.pixel(10, 10))


def text_of(package):
    return "\n".join(read_pdf(package.pdf.read_bytes()).texts)


@pytest.fixture
def database(tmp_path, qgis_app):
    return sample.make_database(tmp_path / "est.gpkg")


@pytest.fixture
def server(qgis_app):
    """A tile server that answers with one red tile; yields its layer and the requests it got."""
    tile = QImage(256, 256, QImage.Format.Format_RGB32)
    tile.fill(QColor("#ff0000"))
    content, asked = png(tile), []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments):
            """Silence."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    source = f"type=xyz&url=http://127.0.0.1:{running.server_port}/{{z}}/{{x}}/{{y}}.png&zmin=0&zmax=18"
    layer = QgsRasterLayer(source, "tiles", "wms")
    yield layer, asked, running
    running.shutdown()
    running.server_close()


def test_a_layer_in_memory_is_copied_with_its_style_and_what_is_in_it(qgis_app):
    layer = area()
    taken = background_of(layer)
    layer.dataProvider().truncate()
    assert drawn([taken]) == QColor("#00ff00")


def test_layers_are_drawn_with_their_style_and_crs_the_first_on_top(tmp_path, qgis_app):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "ground.shp"))
    table = dataset.CreateLayer("ground", None, ogr.wkbPolygon)
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(area().getFeature(1).geometry().asWkt()))
    table.CreateFeature(feature)
    del table, dataset
    layer = QgsVectorLayer(str(tmp_path / "ground.shp"), "ground", "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#0000ff", "outline_style": "no"})))
    taken = background_of(layer)
    assert taken.copy is None
    assert drawn([taken]) == QColor("#0000ff")
    assert drawn([taken, background_of(area())]) == QColor("#0000ff")
    assert drawn([background_of(area()), taken]) == QColor("#00ff00")


def test_a_layer_that_cannot_be_drawn_elsewhere_is_refused(qgis_app):
    options = QgsAnnotationLayer.LayerOptions(QgsProject.instance().transformContext())
    with pytest.raises(InputError, match="notes"):
        background_of(QgsAnnotationLayer("notes", options))


def test_without_a_town_and_a_choice_the_ground_is_plain_and_the_package_says_so(database, tmp_path):
    assert not has_town(database)
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    sentence = "Kartan saknar bakgrund"
    assert sentence in package.html.read_text(encoding="utf-8")
    assert text_of(package).count(sentence) == 1 + len(plan.hotspots)


def test_the_credit_is_printed_without_links_on_map_and_paper(database, tmp_path):
    layer = area()
    metadata = layer.metadata()
    metadata.setRights(['&copy; <a href="https://example.org/">Lantm&auml;teriet</a>'])
    layer.setMetadata(metadata)
    plan = make_plan(
        database, PackageRequest(sample.FILTER, language="en", background=(background_of(layer),)), today=sample.TODAY
    )
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    assert "Background map: © Lantmäteriet." in package.html.read_text(encoding="utf-8")
    assert "Background map: © Lantmäteriet." in text_of(package)


def test_a_map_server_is_drawn_into_the_package_and_not_needed_afterwards(database, server, tmp_path):
    layer, asked, running = server
    assert layer.isValid()
    plan = make_plan(
        database, PackageRequest(sample.FILTER, language="en", background=(background_of(layer),)), today=sample.TODAY
    )
    package = write_package(plan, tmp_path / "out", SilentFeedback())
    assert asked
    page = package.html.read_text(encoding="utf-8")
    assert '"0/0_0":' in page
    for path in package.folder.rglob("*"):
        assert path.is_dir() or f"127.0.0.1:{running.server_port}".encode() not in path.read_bytes()


def test_a_map_server_that_does_not_answer_is_told(database, server, tmp_path):
    layer, _, running = server
    running.shutdown()
    running.server_close()
    plan = make_plan(
        database, PackageRequest(sample.FILTER, language="en", background=(background_of(layer),)), today=sample.TODAY
    )
    with pytest.raises(ExportError, match="tiles is empty"):
        write_package(plan, tmp_path / "out", SilentFeedback())
    assert list((tmp_path / "out").iterdir()) == []


def test_the_layers_of_a_project_are_those_visible_below_our_group(database, qgis_new_project):
    project = QgsProject.instance()
    load_est_group(project, database, sample.FILTER, "en")
    root = project.layerTreeRoot()
    group = QgsLayerTreeGroup("more")
    root.addChildNode(group)
    names = {}
    for name, parent in (("first", root), ("second", group), ("hidden", root), ("above", None)):
        names[name] = project.addMapLayer(area(name), False)
        (root.insertLayer(0, names[name]) if parent is None else parent.addLayer(names[name]))
    root.findLayer(names["hidden"].id()).setItemVisibilityChecked(False)
    assert {layer.name() for layer in visible_below(project)} == {"first", "second"}
    group.setItemVisibilityChecked(False)
    assert [layer.name() for layer in visible_below(project)] == ["first"]
    assert all(isinstance(layer, QgsMapLayer) for layer in visible_below(project))
