# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the points of a layer lie? As arrays, and as fast as the layer allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsFeatureRequest, QgsProviderRegistry

from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    import numpy.typing as npt
    from qgis.core import QgsFeatureSource, QgsVectorLayer

    from est_plugin.analysis.arrays import FloatArray

#: A point as WKB: byte order (1: little-endian) and kind (1: point), x, y.
_WKB_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("xy", "<f8", 2)])


def coordinates_of(source: QgsFeatureSource) -> FloatArray:
    """x and y of every point, (n, 2), in the source's CRS; a multipoint gives all of its points.

    Raises DatabaseError if the source was not read to its end.
    """
    places = [
        (vertex.x(), vertex.y())
        for feature in all_features(source, QgsFeatureRequest().setNoAttributes())
        for vertex in feature.geometry().vertices()
    ]
    return np.array(places, dtype=np.float64).reshape(-1, 2)


@dataclass(frozen=True)
class PointFile:
    """A file whose points a layer shows as they are, so that any thread can read them; ``layer_name`` may be empty."""

    path: str
    layer_name: str
    features: int


def point_file(layer: QgsVectorLayer) -> PointFile | None:
    """The file of a layer, to be asked on the layer's own thread.

    None where the layer shows anything else than the file's plain points: it is edited, filtered or no file.
    """
    uri = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()) if layer.providerType() == "ogr" else {}
    plain = {name for name, value in uri.items() if value} <= {"path", "layerName"}
    if not (uri and plain) or layer.isEditable() or layer.subsetString() or layer.wkbType() != Qgis.WkbType.Point:
        return None
    return PointFile(uri["path"], uri.get("layerName") or "", layer.featureCount())


def coordinates_in_file(file: PointFile) -> FloatArray | None:
    """What ``coordinates_of`` gives, read straight from the file, some seven times as fast.

    None where it cannot be read this way, or a geometry is missing or of another kind.
    """
    try:
        return _read(file)
    except RuntimeError:  # GDAL cannot read it this way
        return None


def _read(file: PointFile) -> FloatArray | None:
    dataset = gdal.OpenEx(file.path, gdal.OF_VECTOR)
    if dataset is None:
        return None
    table = dataset.GetLayerByName(file.layer_name) if file.layer_name else dataset.GetLayer(0)
    definition = table.GetLayerDefn()
    # The column of the ids must stay: without it GDAL 3.6 gives a GeoPackage's geometries as zeros.
    table.SetIgnoredFields([definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())])
    column = table.GetGeometryColumn() or "wkb_geometry"
    stream = table.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=NO"])
    blobs = b"".join(_blobs(batch[column]) for batch in stream)
    if len(blobs) != file.features * _WKB_POINT.itemsize:
        return None
    points = np.frombuffer(blobs, dtype=_WKB_POINT)
    coordinates: FloatArray = points["xy"].copy()
    is_plain = (points["order"] == 1).all() and (points["kind"] == 1).all() and np.isfinite(coordinates).all()
    return coordinates if is_plain else None


def _blobs(column: npt.NDArray[Any]) -> bytes:
    """The geometries of a batch, one after the other. GDAL gives an array of bytes where all are equally long."""
    return column.tobytes() if column.dtype.kind == "V" else b"".join(blob or b"" for blob in column)
