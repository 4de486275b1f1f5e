# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm write rows into a layer or a table, or none if that was not asked for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeatureSink, QgsProcessingParameterFeatureSink

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.layers.plain_rows import features_of, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qgis.core import QgsFeature, QgsFields, QgsProcessingContext
    from qgis.PyQt.QtCore import QMetaType

    from est_plugin.processing.algorithm import EstAlgorithm

    Columns = Sequence[tuple[str, QMetaType.Type]]

#: The layer or table that an algorithm is run for.
OUTPUT = "OUTPUT"


@dataclass(frozen=True)
class Rows:
    """What a layer or a table is to hold."""

    fields: QgsFields
    geometry: Qgis.WkbType
    crs: QgsCoordinateReferenceSystem
    features: Iterable[QgsFeature]

    @classmethod
    def table(cls, columns: Columns, rows: Iterable[Sequence[object]]) -> Rows:
        """Rows without places."""
        fields, nowhere = fields_of(columns), Qgis.WkbType.NoGeometry
        features = features_of(fields, nowhere, ((None, row) for row in rows))
        return cls(fields, nowhere, QgsCoordinateReferenceSystem(), features)

    @classmethod
    def on_map(
        cls,
        columns: Columns,
        kind: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        rows: Iterable[tuple[bytes, Sequence[object]]],
    ) -> Rows:
        """Rows with a shape each, as WKB."""
        fields = fields_of(columns)
        return cls(fields, kind, crs, features_of(fields, kind, rows))


def declare_table(algorithm: EstAlgorithm, label: str) -> None:
    """Add the parameter for a table without places, with a translated label."""
    algorithm.add(QgsProcessingParameterFeatureSink(OUTPUT, label, Qgis.ProcessingSourceType.Vector))


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
