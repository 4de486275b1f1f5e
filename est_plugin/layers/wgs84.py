# SPDX-License-Identifier: GPL-2.0-or-later
"""Where on the Earth are points of a projected CRS? For the sun, which knows longitudes and latitudes only."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (  # type: ignore[attr-defined] # the stubs lack QgsCsException
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
)

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import FloatArray

_HEAD = struct.Struct("<BII")
_LINE = 2
#: One point alone is no line.
_LEAST = 2


@dataclass(frozen=True, eq=False)
class LongitudeLatitude:
    """WGS 84 degrees, float64 (n) each."""

    longitude: FloatArray
    latitude: FloatArray


def longitude_latitude(
    x: FloatArray, y: FloatArray, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> LongitudeLatitude:
    """The points (n) as degrees; in any thread.

    Raises InputError if ``crs`` has no way to WGS 84 there.
    """
    if x.size == 0:
        return LongitudeLatitude(np.zeros(0), np.zeros(0))
    # As one line QGIS moves them all at once.
    repeats = max(_LEAST - x.size, 0)
    places = np.column_stack([np.append(values, [values[0]] * repeats) for values in (x, y)])
    line = QgsGeometry()
    line.fromWkb(_HEAD.pack(1, _LINE, len(places)) + places.astype("<f8").tobytes())
    try:
        outcome = line.transform(_to_degrees(crs, context))
    except QgsCsException as error:
        raise _refused(crs) from error
    moved = np.frombuffer(line.asWkb().data(), dtype="<f8", offset=_HEAD.size).reshape(-1, 2)[: x.size]
    # PROJ's answer for a single point that it cannot move is infinite.
    if outcome != Qgis.GeometryOperationResult.Success or not np.isfinite(moved).all():
        raise _refused(crs)
    return LongitudeLatitude(moved[:, 0].copy(), moved[:, 1].copy())


def _to_degrees(crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext) -> QgsCoordinateTransform:
    """Raises InputError if there is no way: QGIS would leave the points where they are."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(crs, degrees, context)
    if not transform.isValid():
        # Of a CRS whose thread has ended, of which QGIS knows no more than the name; and it remembers that it failed.
        QgsCoordinateTransform.invalidateCache()
        transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs.authid()), degrees, context)
    if not transform.isValid():
        raise _refused(crs)
    return transform


def _refused(crs: QgsCoordinateReferenceSystem) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The place of the sun cannot be worked out."),
        why=QT_TRANSLATE_NOOP("est_plugin", "A point lies outside the area of the coordinate system {crs}."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the coordinates, or the coordinate system of the layer."),
        crs=crs.userFriendlyIdentifier(),
    )
