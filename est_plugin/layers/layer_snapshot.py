# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as it is when an algorithm begins: read from any thread, also when the layer is gone from the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsFeatureSource, QgsVectorLayerFeatureSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import (
        Qgis,
        QgsCoordinateReferenceSystem,
        QgsFeatureIterator,
        QgsFields,
        QgsProcessingFeatureSourceDefinition,
        QgsVectorLayer,
    )


class LayerSnapshot(QgsFeatureSource):
    """QGIS's own source of an algorithm holds on to the layer itself, and QGIS falls when that is removed meanwhile.

    Made where the layer lives; holds its edits too.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__()
        self._name = layer.name()
        self._crs = layer.crs()
        self._fields = layer.fields()
        self._kind = layer.wkbType()
        self._count = layer.featureCount()
        self._source = QgsVectorLayerFeatureSource(layer)

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> QgsFeatureIterator:
        return self._source.getFeatures(request or QgsFeatureRequest())

    def sourceName(self) -> str:
        return self._name

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def fields(self) -> QgsFields:
        return self._fields

    def wkbType(self) -> Qgis.WkbType:
        return self._kind

    def featureCount(self) -> int:
        return self._count


def snapshot(layer: QgsVectorLayer, definition: QgsProcessingFeatureSourceDefinition | None) -> QgsFeatureSource:
    """What an algorithm reads of a layer: all of it, or what the person narrowed it down to in the dialog."""
    source: QgsFeatureSource = LayerSnapshot(layer)
    # One after the other: a request knows one kind of filter.
    for request in () if definition is None else _requests(layer, definition):
        source = source.materialize(request)  # type: ignore[assignment] # None is for who cancels
    return source


def _requests(layer: QgsVectorLayer, definition: QgsProcessingFeatureSourceDefinition) -> Iterator[QgsFeatureRequest]:
    if definition.selectedFeaturesOnly:
        yield QgsFeatureRequest().setFilterFids(layer.selectedFeatureIds())
    if definition.filterExpression:
        yield QgsFeatureRequest().setFilterExpression(definition.filterExpression)
    if definition.featureLimit >= 0:
        yield QgsFeatureRequest().setLimit(definition.featureLimit)
