# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinate systems a database may have: projected ones in metres."""

from __future__ import annotations

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError


def metric_crs(srs_id: int) -> str:
    """WKT of a projected CRS in metres.

    Raises InputError for any other CRS.
    """
    crs = QgsCoordinateReferenceSystem(f"EPSG:{srs_id}")
    if not crs.isValid() or crs.isGeographic() or crs.mapUnits() != Qgis.DistanceUnit.Meters:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "EPSG:{srs_id} cannot be the database's coordinate system."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Distances and densities need a projected system in metres."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose SWEREF 99 TM (EPSG:3006) or the municipality's local SWEREF 99 zone."
            ),
            srs_id=srs_id,
        )
    return crs.toWkt(Qgis.CrsWktVariant.Wkt1Gdal)
