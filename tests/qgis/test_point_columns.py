# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of a layer: the fast way gives the same to the bit, and stands back where the layer shows something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from est_plugin.layers.point_columns import columns_in_file, columns_of, point_file
from est_plugin.processing.heatmap import HeatmapAlgorithm
from est_plugin.processing.incident_input import source_of
from tests.old_gdal import use_old_gdal

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = 70_000  # more than one batch


@pytest.fixture(scope="module")
def coordinates():
    rng = np.random.default_rng(3)
    return np.column_stack((rng.uniform(500_000, 520_000, NUMBER), rng.uniform(6_600_000, 6_620_000, NUMBER)))


@pytest.fixture(scope="module")
def memory(coordinates, qgis_app):
    return memory_layer([QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in coordinates.tolist()])


def memory_layer(geometries, kind="Point"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:3006&field=name:string", "points", "memory")
    features = []
    for number, geometry in enumerate(geometries):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes([f"n{number}"])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def written(layer, path: Path, driver="GPKG", name="points"):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, name
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError
    source = f"{path}|layername={name}" if driver == "GPKG" else str(path)
    return QgsVectorLayer(source, "file", "ogr")


def read_file(layer):
    file = point_file(layer)
    columns = None if file is None else columns_in_file(file)
    return None if columns is None else columns.coordinates


def coordinates_of(layer):
    return columns_of(layer).coordinates


@pytest.fixture
def layer(memory, tmp_path):
    return written(memory, tmp_path / "points.gpkg")


@pytest.mark.parametrize(("driver", "name"), [("GPKG", "points.gpkg"), ("ESRI Shapefile", "points.shp")])
def test_a_file_gives_the_same_to_the_bit(memory, coordinates, tmp_path, driver, name):
    layer = written(memory, tmp_path / name, driver)
    fast = read_file(layer)
    assert np.array_equal(fast, coordinates)
    assert np.array_equal(fast, coordinates_of(layer))


def test_a_gdal_older_than_3_6_leaves_it_to_the_features(layer, coordinates, monkeypatch):
    use_old_gdal(monkeypatch)
    assert columns_in_file(point_file(layer)) is None
    np.testing.assert_array_equal(columns_of(layer).coordinates, coordinates)


def test_an_edited_layer_shows_its_edits(layer):
    layer.startEditing()
    layer.deleteFeature(next(iter(layer.getFeatures())).id())
    assert read_file(layer) is None
    assert len(coordinates_of(layer)) == NUMBER - 1
    layer.rollBack()


def test_a_filtered_layer_shows_what_its_filter_leaves(layer):
    layer.setSubsetString("\"name\" IN ('n3', 'n5')")
    assert read_file(layer) is None
    assert len(coordinates_of(layer)) == 2


def test_a_memory_layer_is_read_by_features(memory, coordinates):
    assert read_file(memory) is None
    assert np.array_equal(coordinates_of(memory), coordinates)


def test_a_missing_geometry_is_left_out(tmp_path):
    layer = written(memory_layer([QgsGeometry.fromWkt("POINT (1 2)"), QgsGeometry()]), tmp_path / "gap.gpkg")
    assert read_file(layer) is None
    assert coordinates_of(layer).tolist() == [[1.0, 2.0]]


def test_a_multipoint_gives_all_its_points(tmp_path):
    geometry = QgsGeometry.fromWkt("MULTIPOINT ((1 2), (3 4))")
    layer = written(memory_layer([geometry], "MultiPoint"), tmp_path / "multi.gpkg")
    assert read_file(layer) is None
    assert coordinates_of(layer).tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_an_empty_file_gives_no_points(tmp_path):
    layer = written(memory_layer([]), tmp_path / "empty.gpkg")
    assert coordinates_of(layer).shape == (0, 2)
    assert (read_file(layer) is None) or read_file(layer).shape == (0, 2)


def points_for(value):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = HeatmapAlgorithm().create()
    assert algorithm.prepare({"INPUT": value}, context, QgsProcessingFeedback())
    return source_of(algorithm, {"INPUT": value}, context).points()


def test_an_algorithm_reads_the_selected_features_only(layer, coordinates, qgis_new_project):
    QgsProject.instance().addMapLayer(layer)
    assert len(points_for(layer.id())) == NUMBER
    wanted = [feature.id() for feature in layer.getFeatures(QgsFeatureRequest().setLimit(3))]
    layer.selectByIds(wanted)
    selected = points_for(QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True))
    assert np.array_equal(selected.x, coordinates[:3, 0])
    assert len(points_for(layer.id())) == NUMBER
