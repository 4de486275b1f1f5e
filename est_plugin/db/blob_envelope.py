# SPDX-License-Identifier: GPL-2.0-or-later
"""What does GDAL write in the header of a geometry blob?"""

from __future__ import annotations

from osgeo import ogr

from est_plugin.db.geometry_blob import GeometryBlob, empty_blob, geometry_blob, wkb_of


def standard_blob(blob: GeometryBlob) -> GeometryBlob:
    """The blob with an envelope, which the triggers of a spatial index need of all but points and empty geometries."""
    wkb = wkb_of(blob)
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry.IsEmpty():
        return empty_blob(wkb, blob.srs_id)
    if geometry.GetGeometryType() == ogr.wkbPoint:
        return blob
    x_min, x_max, y_min, y_max = geometry.GetEnvelope()
    return geometry_blob(wkb, (x_min, y_min, x_max, y_max), blob.srs_id)
