# SPDX-License-Identifier: GPL-2.0-or-later
"""What gives a hotspot its name: the streets on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProject, QgsVectorLayer

from est_plugin.analysis.naming import NamedGeometry
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from est_plugin.db.database import Database


def street_names(project: QgsProject, database: Database) -> tuple[NamedGeometry, ...]:
    """The named streets of the project's background; none when it has no street layer."""
    layer = find(project, LayerRole.STREETS)
    return () if layer is None else named_geometries(layer, "name", QgsCoordinateReferenceSystem(database.crs_authid))


def named_geometries(layer: QgsVectorLayer, field: str, crs: QgsCoordinateReferenceSystem) -> tuple[NamedGeometry, ...]:
    """The features of ``layer`` that have a name in ``field``, in ``crs``."""
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    request.setDestinationCrs(crs, QgsProject.instance().transformContext())
    return tuple(
        NamedGeometry(str(feature[field]), shapely.from_wkb(bytes(feature.geometry().asWkb())))
        for feature in layer.getFeatures(request)
        if feature[field] and not feature.geometry().isEmpty()
    )
