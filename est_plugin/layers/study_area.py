# SPDX-License-Identifier: GPL-2.0-or-later
"""Which ground do the polygons of a layer cover together?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis, QgsFeatureRequest

from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsFeatureSource


def area_of(
    source: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> shapely.Geometry:
    """All polygons of ``source`` as one, in ``crs``; lines that cross each other are mended.

    Raises DatabaseError if the layer was not read to its end.
    """
    request = QgsFeatureRequest().setNoAttributes()
    request.setDestinationCrs(crs, transforms)
    # What is no valid polygon is mended below, not left out.
    request.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
    parts = [
        shapely.from_wkb(bytes(feature.geometry().asWkb()))
        for feature in all_features(source, request)
        if not feature.geometry().isEmpty()
    ]
    return shapely.union_all([shapely.make_valid(part) for part in parts])
