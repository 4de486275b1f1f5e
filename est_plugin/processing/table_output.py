# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm give a table without places?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingParameterFeatureSink,
)

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qgis.core import QgsProcessingContext
    from qgis.PyQt.QtCore import QMetaType

    from est_plugin.processing.algorithm import EstAlgorithm

OUTPUT = "OUTPUT"


def declare(algorithm: EstAlgorithm, label: str) -> None:
    """Add the parameter, with a translated label."""
    algorithm.add(QgsProcessingParameterFeatureSink(OUTPUT, label, Qgis.ProcessingSourceType.Vector))


def write_table(
    algorithm: EstAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    columns: Sequence[tuple[str, QMetaType.Type]],
    rows: Iterable[Sequence[object]],
) -> str:
    """Write the rows where the parameter says; gives the table's id.

    Raises ExportError if it cannot be written.
    """
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    nowhere = QgsCoordinateReferenceSystem()
    sink, identity = algorithm.parameterAsSink(parameters, OUTPUT, context, fields, Qgis.WkbType.NoGeometry, nowhere)
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The table {name} could not be written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The file or its folder refuses it."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                name=parameters.get(OUTPUT),
            )
    return str(identity)
