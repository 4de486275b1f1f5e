# SPDX-License-Identifier: GPL-2.0-or-later
"""How do hotspots become layers?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import Qgis, QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QMetaType
from shapely import MultiPolygon, Point

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.processing.hotspot_input import OUTPUT, STACKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.hotspots import HotspotResult
    from est_plugin.processing.algorithm import EstAlgorithm

_Columns = tuple[tuple[str, QMetaType.Type], ...]
_PLACES: _Columns = (
    ("rank", QMetaType.Type.Int),
    ("name", QMetaType.Type.QString),
    ("incidents", QMetaType.Type.Int),
    ("cells", QMetaType.Type.Int),
    ("z", QMetaType.Type.Double),
    ("q", QMetaType.Type.Double),
    ("main_category", QMetaType.Type.QString),
    ("on_one_point", QMetaType.Type.Int),
    ("dominated", QMetaType.Type.Bool),
)
_STACKS: _Columns = (
    ("count", QMetaType.Type.Int),
    ("share", QMetaType.Type.Double),
    ("categories", QMetaType.Type.QString),
)


@dataclass(frozen=True)
class HotspotSinks:
    """The outputs of one run of ``algorithm``."""

    algorithm: EstAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    crs: QgsCoordinateReferenceSystem

    def write_places(self, result: HotspotResult, names: list[str]) -> str:
        """The places, by rank. Raises ExportError if the layer cannot be written."""
        rows = []
        for place, name in zip(result.places, names, strict=True):
            main = place.categories[0][0] if place.categories else None
            values = [place.rank, name, place.incidents, place.cells, place.z_max, place.p_min, main]
            values += [place.on_one_point, place.dominated]
            rows.append((MultiPolygon(shapely.get_parts(place.polygon).tolist()), values))
        return self._write(OUTPUT, _PLACES, Qgis.WkbType.MultiPolygon, rows)

    def write_stacks(self, result: HotspotResult) -> str:
        """The stacks as points, the largest first. Raises ExportError if the layer cannot be written."""
        rows = [
            (Point(stack.x, stack.y), [stack.count, stack.share, ", ".join(stack.categories)])
            for stack in result.stacks
        ]
        return self._write(STACKS, _STACKS, Qgis.WkbType.Point, rows)

    def _write(
        self, name: str, columns: _Columns, kind: Qgis.WkbType, rows: Iterable[tuple[BaseGeometry, list[Any]]]
    ) -> str:
        fields = QgsFields()
        for column in columns:
            fields.append(QgsField(*column))
        sink, identity = self.algorithm.parameterAsSink(self.parameters, name, self.context, fields, kind, self.crs)
        for geometry, values in rows:
            feature = QgsFeature(fields)
            shape = QgsGeometry()
            shape.fromWkb(geometry.wkb)
            feature.setGeometry(shape)
            feature.setAttributes(values)
            if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise ExportError(
                    QT_TRANSLATE_NOOP("est_plugin", "The layer {name} could not be written."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The file or its folder refuses it."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                    name=self.parameters.get(name),
                )
        return str(identity)
