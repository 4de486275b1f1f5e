# SPDX-License-Identifier: GPL-2.0-or-later
"""A density grid as a GeoTIFF that QGIS shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osgeo import gdal, gdal_array
from qgis.core import Qgis

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from est_plugin.analysis.density_grid import DensityGrid


def write_geotiff(grid: DensityGrid, crs: QgsCoordinateReferenceSystem, path: str) -> None:
    """Write the grid as one band of float32 in its unit; NaN is no data.

    Not compressed: to pack 1.5 million pixels takes as long as to compute them, and saves 4 MB.

    Raises ExportError if the file cannot be written.
    """
    memory = gdal_array.OpenArray(grid.values)
    memory.SetGeoTransform((grid.x_min, grid.cell_size, 0.0, grid.y_max, 0.0, -grid.cell_size))
    memory.SetProjection(crs.toWkt(Qgis.CrsWktVariant.Preferred))
    band = memory.GetRasterBand(1)
    band.SetUnitType(grid.unit.value)
    if not grid.known.all():
        band.SetNoDataValue(float("nan"))
    try:
        written = gdal.GetDriverByName("GTiff").CreateCopy(path, memory, options=["TILED=YES"])
    except RuntimeError as error:
        # Whether GDAL raises is set for all of QGIS, by any plugin.
        raise _unwritten(path, str(error)) from error
    if written is None:
        raise _unwritten(path, gdal.GetLastErrorMsg())


def _unwritten(path: str, error: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The heatmap {path} could not be written."),
        why=QT_TRANSLATE_NOOP("est_plugin", "GDAL says: {error}."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the folder exists and that the disk is not full."),
        path=path,
        error=error,
    )
