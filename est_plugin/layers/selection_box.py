# SPDX-License-Identifier: GPL-2.0-or-later
"""Which part of the map holds the selected features?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsRectangle, QgsVectorLayerFeatureSource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer


def selection_box(
    project: QgsProject, layers: Sequence[QgsVectorLayer], crs: QgsCoordinateReferenceSystem
) -> Callable[[], QgsRectangle]:
    """To be called in any thread: the box in ``crs`` around what is selected now, saved or not."""
    selected = [
        (
            QgsVectorLayerFeatureSource(layer),
            QgsFeatureRequest(layer.selectedFeatureIds()).setNoAttributes(),
            QgsCoordinateTransform(layer.crs(), crs, project),
        )
        for layer in layers
        if layer.selectedFeatureCount()
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
