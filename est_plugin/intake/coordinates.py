# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings coordinates into the database's CRS, and says which of them cannot be right."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal, osr
from qgis.core import Qgis, QgsCoordinateReferenceSystem

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.arrays import BoolArray, FloatArray

#: Municipalities reach a little over the border of their zone.
_MARGIN_DEGREES = 0.5
_WORLD = (-180.0, -90.0, 180.0, 90.0)
#: No projected CRS in metres reaches further.
_FARTHEST_M = 1e8
_DEGREES = "EPSG:4326"


#: Fewer coordinates may end in zeros by chance.
_MIN_FOR_RESOLUTION = 40
#: A decimal fraction is not exact in binary.
_ROUNDING = 1e-4
_METRES_PER_DEGREE = 111_000.0
_FINEST_DECIMALS, _COARSEST_ZEROS = 6, 4


@dataclass(frozen=True, eq=False)
class PlacedPoints:
    """Coordinates in the database's CRS (metres), n of each; only those with both masks true are usable."""

    x: FloatArray
    y: FloatArray
    #: Inside the area of use of the CRS they came in.
    in_source_area: BoolArray
    #: Inside the area of use of the database's CRS.
    in_database_area: BoolArray


class Placer:
    """From one CRS to the database's. Coordinates are (east, north) in both, degrees for a geographic CRS.

    Raises InputError if ``crs_authid`` is no CRS.
    """

    def __init__(self, crs_authid: str, srs_id: int) -> None:
        self._source = _known_crs(crs_authid)
        self._target = _known_crs(f"EPSG:{srs_id}")
        self._degrees = _known_crs(_DEGREES)

    def resolution_m(self, values: FloatArray) -> float | None:
        """To how many metres the coordinates ``values`` (of both axes) are rounded; None if finer than a metre, or if
        there are too few to tell.
        """
        known = values[np.isfinite(values)]
        if known.size < _MIN_FOR_RESOLUTION:
            return None
        unit = _METRES_PER_DEGREE if self._source.isGeographic() else 1.0
        for exponent in range(_COARSEST_ZEROS, -_FINEST_DECIMALS - 1, -1):
            steps = known / 10.0**exponent
            if np.abs(steps - np.rint(steps)).max() < _ROUNDING:
                metres = 10.0**exponent * unit
                return metres if metres >= 1 else None
        return None

    def place(self, x: FloatArray, y: FloatArray) -> PlacedPoints:
        """The points in the database's CRS. NaN is outside everything."""
        longitude, latitude = _transformed(self._source, self._degrees, x, y)
        in_source = _inside(longitude, latitude, self._source)
        in_database = _inside(longitude, latitude, self._target)
        usable = in_source & in_database
        to_x, to_y = np.full(x.shape, np.nan), np.full(y.shape, np.nan)
        to_x[usable], to_y[usable] = _transformed(self._source, self._target, x[usable], y[usable])
        in_database &= ~usable | (np.isfinite(to_x) & np.isfinite(to_y))
        return PlacedPoints(to_x, to_y, in_source, in_database)


def _known_crs(authid: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem(authid)
    if not crs.isValid():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The coordinate system {crs} is not known."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the coordinate system the reports were written in."),
            crs=authid,
        )
    return crs


def _reference(crs: QgsCoordinateReferenceSystem) -> osr.SpatialReference:
    """The CRS as GDAL knows it, which moves whole arrays; always east before north."""
    reference = osr.SpatialReference()
    # By its name where it has one: a CRS that QGIS remembers from a thread that has ended has no definition any more.
    reference.SetFromUserInput(crs.authid() or crs.toWkt(Qgis.CrsWktVariant.Wkt2_2019))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


@contextmanager
def _quiet() -> Iterator[None]:
    """Points that PROJ cannot move come back infinite; GDAL neither raises nor prints."""
    raising = osr.GetUseExceptions()
    osr.DontUseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()
        if raising:
            osr.UseExceptions()


def _transformed(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem, x: FloatArray, y: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Coordinates in ``target``; NaN or infinite where there are none."""
    if source == target:
        return x.copy(), y.copy()
    limit_x, limit_y = _WORLD[2:] if source.isGeographic() else (_FARTHEST_M, _FARTHEST_M)
    movable = (np.abs(x) <= limit_x) & (np.abs(y) <= limit_y)
    result = np.full((x.size, 2), np.nan)
    if movable.any():
        with _quiet():
            transform = osr.CoordinateTransformation(_reference(source), _reference(target))
            moved = transform.TransformPoints(np.column_stack((x[movable], y[movable])))
        result[movable] = np.asarray(moved)[:, :2]
    return result[:, 0], result[:, 1]


def _inside(longitude: FloatArray, latitude: FloatArray, crs: QgsCoordinateReferenceSystem) -> BoolArray:
    """Which points (degrees) lie in the area of use, a margin included. NaN does not."""
    area = crs.bounds()
    west, south, east, north = _WORLD
    if not area.isEmpty():
        west, south = area.xMinimum() - _MARGIN_DEGREES, area.yMinimum() - _MARGIN_DEGREES
        east, north = area.xMaximum() + _MARGIN_DEGREES, area.yMaximum() + _MARGIN_DEGREES
    inside: BoolArray = (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)
    return inside
