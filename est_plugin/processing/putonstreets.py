# SPDX-License-Identifier: GPL-2.0-or-later
"""est:putonstreets – lines drawn beside the streets, redrawn along them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback
from est_plugin.i18n import translate
from est_plugin.layers.route_on_streets import put_on_streets
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.street_reading import StreetRules
from est_plugin.layers.whole_reading import all_features
from est_plugin.processing.algorithm import EstAlgorithm
from est_plugin.processing.walk_inputs import layer_of

if TYPE_CHECKING:
    from qgis.core import QgsFeatureSource, QgsProcessingContext

    from est_plugin.feedback import Feedback

_LINE = [Qgis.ProcessingSourceType.VectorLine]


class PutOnStreetsAlgorithm(EstAlgorithm):
    """Face of ``layers.route_on_streets``."""

    ID = "putonstreets"
    ICON = "walk"
    INPUT = "INPUT"
    STREETS = "STREETS"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:
        return translate("est_plugin", "Put routes on the streets")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Redraws each line along the shortest ways on the streets between its corners. What is farther than 50 m "
            "from a street, or where no street leads, stays straight; the result tells how much of each line that is, "
            "and how far it moved.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        self.add(QgsProcessingParameterFeatureSource(self.INPUT, translate("est_plugin", "Routes"), _LINE))
        self.add(
            QgsProcessingParameterFeatureSource(self.STREETS, translate("est_plugin", "Streets"), _LINE),
            translate("est_plugin", "Lines that meet at their ends. One-way rules do not matter on foot."),
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("est_plugin", "Routes on the streets"), Qgis.ProcessingSourceType.VectorLine
            )
        )

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        routes, streets = layer_of(self, self.INPUT), layer_of(self, self.STREETS)
        rules = StreetRules(transforms=context.transformContext())
        graph = StreetGraph(streets, streets.sourceCrs(), rules)
        crs = routes.sourceCrs()
        to_graph = QgsCoordinateTransform(crs, graph.crs, context.transformContext())
        fields = _fields(routes)
        sink, output = self.parameterAsSink(parameters, self.OUTPUT, context, fields, Qgis.WkbType.MultiLineString, crs)
        features = list(all_features(routes, QgsFeatureRequest()))
        for number, feature in enumerate(features):
            part = PartFeedback(feedback, number / len(features), (number + 1) / len(features))
            put = _put(feature, fields, graph, to_graph, part)
            if sink is None or not sink.addFeature(put, QgsFeatureSink.Flag.FastInsert):
                raise InputError(
                    QT_TRANSLATE_NOOP("est_plugin", "The output {name} could not be written."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The file refuses new features."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another file."),
                    name=self.OUTPUT,
                )
        return {self.OUTPUT: output}


def _put(
    feature: QgsFeature, fields: QgsFields, graph: StreetGraph, to_graph: QgsCoordinateTransform, feedback: Feedback
) -> QgsFeature:
    """The feature on the streets; each of its lines by itself."""
    found = [
        put_on_streets(line, graph, to_graph, feedback)
        for line in feature.geometry().asGeometryCollection()
        if line.constGet().nCoordinates() > 1
    ]
    put = QgsFeature(fields)
    if found:
        put.setGeometry(QgsGeometry.collectGeometry([part.route for part in found]))
    told = [
        max((part.moved_m for part in found), default=0.0),
        sum(part.legs for part in found),
        sum(part.straight_legs for part in found),
    ]
    put.setAttributes([*feature.attributes(), *told])
    return put


def _fields(routes: QgsFeatureSource) -> QgsFields:
    """Those of the routes, and what became of them."""
    fields = QgsFields(routes.fields())
    for name, kind in (
        ("moved_m", QMetaType.Type.Double),
        ("legs", QMetaType.Type.Int),
        ("straight_legs", QMetaType.Type.Int),
    ):
        fields.append(QgsField(name, kind))
    return fields
