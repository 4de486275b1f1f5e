# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm write rows into a layer, or none if that was not asked for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSink

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeature, QgsFields, QgsProcessingContext

    from est_plugin.processing.algorithm import EstAlgorithm


@dataclass(frozen=True)
class Rows:
    """What a layer is to hold."""

    fields: QgsFields
    geometry: Qgis.WkbType
    crs: QgsCoordinateReferenceSystem
    features: Iterable[QgsFeature]


def write_rows(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str, rows: Rows
) -> str | None:
    """Write the rows where the parameter ``name`` says, and give the layer's id; None if it says nothing.

    Raises ExportError if the layer refuses a row.
    """
    sink, identity = algorithm.parameterAsSink(parameters, name, context, rows.fields, rows.geometry, rows.crs)
    if not identity and not parameters.get(name):
        return None
    if sink is None or not all(sink.addFeature(row, QgsFeatureSink.Flag.FastInsert) for row in rows.features):
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {name} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The file or its folder refuses it."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
            name=parameters.get(name),
        )
    return str(identity)
