# SPDX-License-Identifier: GPL-2.0-or-later
"""What gives a hotspot its name: the streets on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsVectorLayer

from est_plugin.analysis.naming import NamedGeometry
from est_plugin.layers.roles import LayerRole, find
from est_plugin.layers.whole_reading import all_features

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransformContext, QgsFeatureSource, QgsProject

    from est_plugin.db.database import Database


@dataclass(frozen=True)
class StreetSource:
    """Where the streets of the map are: said on the main thread, so that any thread can read them."""

    provider: str
    source: str
    transforms: QgsCoordinateTransformContext

    def named(self, database: Database) -> tuple[NamedGeometry, ...]:
        """The streets with a name, in the database's CRS."""
        layer = QgsVectorLayer(self.source, "streets", self.provider)
        return named_geometries(layer, "name", QgsCoordinateReferenceSystem(database.crs_authid), self.transforms)


def street_source(project: QgsProject) -> StreetSource | None:
    """The streets of the project's background; None when it has no street layer."""
    layer = find(project, LayerRole.STREETS)
    return None if layer is None else StreetSource(layer.providerType(), layer.source(), project.transformContext())


def named_geometries(
    source: QgsFeatureSource, field: str, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> tuple[NamedGeometry, ...]:
    """The features of ``source`` that have a name in ``field``, in ``crs``."""
    request = QgsFeatureRequest().setSubsetOfAttributes([field], source.fields())
    request.setDestinationCrs(crs, transforms)
    return tuple(
        NamedGeometry(str(feature[field]), shapely.from_wkb(bytes(feature.geometry().asWkb())))
        for feature in all_features(source, request)
        if feature[field] and not feature.geometry().isEmpty()
    )
