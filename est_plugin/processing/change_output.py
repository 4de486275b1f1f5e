# SPDX-License-Identifier: GPL-2.0-or-later
"""How does est:change write its rows, and how are they coloured?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsProcessingLayerPostProcessorInterface,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from shapely import MultiPolygon

from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.emerging import History
from est_plugin.analysis.rate_trends import Direction
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum

    from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback

    from est_plugin.analysis.arrays import GeometryArray
    from est_plugin.processing.algorithm import EstAlgorithm

OUTPUT = "OUTPUT"
#: The field that the colours follow.
KIND = "kind"
_INT, _DOUBLE, _TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
CHANGE_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("n_before", _INT),
    ("days", _INT),
    ("days_before", _INT),
    ("rate", _DOUBLE),
    ("rate_before", _DOUBLE),
    ("ratio", _DOUBLE),
    ("low", _DOUBLE),
    ("high", _DOUBLE),
    ("p", _DOUBLE),
    ("q", _DOUBLE),
    (KIND, _TEXT),
    ("words", _TEXT),
)
TREND_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("rate", _DOUBLE),
    ("periods", _INT),
    ("s", _INT),
    ("p", _DOUBLE),
    ("q", _DOUBLE),
    (KIND, _TEXT),
    ("words", _TEXT),
)
HISTORY_FIELDS = (
    ("name", _TEXT),
    ("n", _INT),
    ("z", _DOUBLE),
    ("periods", _INT),
    ("hot_periods", _INT),
    (KIND, _TEXT),
    ("words", _TEXT),
)
#: Brown for more, blue for less, grey for what cannot be told: apart in grey print and for the colour-blind.
_COLOURS: dict[StrEnum, str] = {
    Verdict.MORE: "#b35806",
    Verdict.MORE_PER_DAY: "#e08214",
    Verdict.FEWER: "#0b5394",
    Verdict.FEWER_PER_DAY: "#6fa8dc",
    Verdict.UNCHANGED: "#d9d9d9",
    Verdict.CHANCE: "#d9d9d9",
    Verdict.TOO_FEW: "#f2f2f2",
    Verdict.INCOMPARABLE: "#bdbdbd",
    Direction.RISING: "#b35806",
    Direction.FALLING: "#0b5394",
    Direction.NONE: "#d9d9d9",
    Direction.UNTOLD: "#f2f2f2",
    History.NEW: "#f1a340",
    History.CONSECUTIVE: "#d9761a",
    History.INTENSIFYING: "#7f2704",
    History.PERSISTENT: "#a63603",
    History.DIMINISHING: "#cb9a76",
    History.SPORADIC: "#fdd0a2",
    History.OSCILLATING: "#b2abd2",
    History.HISTORICAL: "#5b2a86",
    History.NONE: "#f2f2f2",
}


_OUTLINE = {"outline_color": "#7f7f7f", "outline_width": "0.1"}


def write_rows(
    algorithm: EstAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    table: tuple[Sequence[tuple[str, QMetaType.Type]], Iterable[Sequence[object]], GeometryArray | None],
) -> str | None:
    """Write a ``table`` (fields, rows, their polygons or None) into the sink; its id, or None if none was asked for.

    Raises ExportError if it refuses.
    """
    heads, rows, polygons = table
    fields = QgsFields()
    for name, kind in heads:
        fields.append(QgsField(name, kind))
    shape = Qgis.WkbType.NoGeometry if polygons is None else Qgis.WkbType.MultiPolygon
    sink, identity = algorithm.parameterAsSink(parameters, OUTPUT, context, fields, shape, crs)
    if sink is None:
        return None
    for number, row in enumerate(rows):
        feature = QgsFeature(fields)
        feature.setAttributes([_stored(value) for value in row])
        if polygons is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(MultiPolygon(shapely.get_parts(polygons[number]).tolist()).wkb)
            feature.setGeometry(geometry)
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise ExportError(
                QT_TRANSLATE_NOOP("est_plugin", "The layer {name} could not be written."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The file or its folder refuses it."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                name=parameters.get(OUTPUT),
            )
    return str(identity)


def _stored(value: object) -> object:
    """No table holds "infinite": where the counts set no limit, there is none."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


class ColouredByKind(QgsProcessingLayerPostProcessorInterface):
    """Gives the layer a colour for each kind that occurs in it."""

    def __init__(self, kinds: Iterable[StrEnum]) -> None:
        super().__init__()
        # In the order of their definition, which is that of the legend.
        self._kinds = [kind for kind in _COLOURS if kind in set(kinds)]

    def postProcessLayer(
        self,
        layer: QgsMapLayer | None,
        context: QgsProcessingContext,  # noqa: ARG002 (QGIS's signature)
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> None:
        if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial():
            return
        categories = [
            QgsRendererCategory(
                kind.value,
                QgsFillSymbol.createSimple(
                    {"color": _COLOURS[kind], "outline_color": "#7f7f7f", "outline_width": "0.1"}
                ),
                translate("est_plugin", kind.label),  # type: ignore[attr-defined] # all kinds have a label
            )
            for kind in self._kinds
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer(KIND, categories))
        layer.triggerRepaint()
