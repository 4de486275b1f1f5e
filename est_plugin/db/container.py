# SPDX-License-Identifier: GPL-2.0-or-later
"""What GDAL makes in a GeoPackage: the tables of the standard, and the spatial indexes."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from osgeo import ogr

from est_plugin.db.file_database import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def create_container(path: Path) -> None:
    """An empty GeoPackage with the tables of the standard, made by GDAL."""
    driver = ogr.GetDriverByName("GPKG")
    with ogr_exceptions():
        dataset = driver.CreateDataSource(str(path))
        # GDAL writes the list of geometry columns with the first layer only.
        dataset.CreateLayer("first", None, ogr.wkbPoint)
        dataset.DeleteLayer(0)
        del dataset


@contextmanager
def ogr_exceptions() -> Iterator[None]:
    """Let GDAL raise what it otherwise only prints."""
    before = ogr.GetUseExceptions()
    ogr.UseExceptions()
    try:
        yield
    finally:
        if not before:
            ogr.DontUseExceptions()


def create_spatial_indexes(path: Path) -> None:
    """Spatial indexes, in GDAL's own form, for the tables that have none yet."""
    with closing(connect(path, mode="ro")) as connection:
        tables = [
            row["table_name"]
            for row in connection.execute(
                "SELECT table_name FROM gpkg_geometry_columns WHERE NOT EXISTS"
                " (SELECT 1 FROM sqlite_master WHERE name = 'rtree_' || table_name || '_geom')"
            )
        ]
    if not tables:
        return
    with ogr_exceptions():
        dataset = ogr.Open(str(path), update=1)
        for table in tables:
            dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{table}', 'geom')", dialect="")
        del dataset
