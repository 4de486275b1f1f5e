# SPDX-License-Identifier: GPL-2.0-or-later
"""Which part of the map holds these features?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    from est_plugin.layers.shown_rows import MapPlace


def selection_box(
    project: QgsProject, chosen: Iterable[MapPlace], crs: QgsCoordinateReferenceSystem
) -> Callable[[], QgsRectangle]:
    """To be called in any thread: the box in ``crs`` around the features that are chosen, saved or not."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for place in chosen:
        rows[place.layer_id].append(place.feature_id)
    selected = [
        (
            QgsVectorLayerFeatureSource(layer),
            QgsFeatureRequest(numbers).setNoAttributes(),
            QgsCoordinateTransform(layer.crs(), crs, project),
        )
        for layer_id, numbers in rows.items()
        if isinstance(layer := project.mapLayer(layer_id), QgsVectorLayer)
    ]

    def read() -> QgsRectangle:
        box = QgsRectangle()
        for source, request, to_map in selected:
            of_layer = QgsRectangle()
            for feature in source.getFeatures(request):
                of_layer.combineExtentWith(feature.geometry().boundingBox())
            if not of_layer.isNull():
                box.combineExtentWith(to_map.transformBoundingBox(of_layer))
        return box

    return read
