# SPDX-License-Identifier: GPL-2.0-or-later
"""est:proposewalk – a route along the streets through chosen places, as a layer and as a walk in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.db.walks import store_walk
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.proposed_walk import sentences
from est_plugin.feedback import PartFeedback, step
from est_plugin.i18n import translate
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.walk_network import on_streets
from est_plugin.layers.walk_proposal import propose_walk, to_store
from est_plugin.layers.walk_stops import merged
from est_plugin.processing import database_input, walk_parameters
from est_plugin.processing.algorithm import EstAlgorithm
from est_plugin.processing.walk_inputs import WalkInputs, layer_of

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback
    from est_plugin.layers.walk_proposal import WalkProposal


class ProposeWalkAlgorithm(EstAlgorithm):
    """Face of ``layers.walk_proposal`` and ``db.walks``."""

    ID = "proposewalk"
    ICON = "propose"
    TITLE = "TITLE"
    OUTPUT = "OUTPUT"
    OUTPUT_STOPS = "OUTPUT_STOPS"
    LENGTH = "LENGTH"
    MINUTES = "MINUTES"
    STOP_COUNT = "STOP_COUNT"
    LIT = "LIT"
    UNLIT = "UNLIT"
    UNKNOWN = "UNKNOWN"
    LEFT_OUT = "LEFT_OUT"
    SUMMARY = "SUMMARY"

    def displayName(self) -> str:
        return translate("est_plugin", "Propose a safety walk")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Finds the shortest walk along the streets through all chosen places, for example hotspots, and numbers "
            "the stops. When time is short it visits those that matter most. With a database the walk is stored there "
            "as a proposal.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        walk_parameters.declare(self)
        self._add_outputs()

    def _add_outputs(self) -> None:
        database_input.declare(self, translate("est_plugin", "Stores the walk and its stops in this database too."))
        self.add(
            QgsProcessingParameterString(
                self.TITLE, translate("est_plugin", "Title"), translate("est_plugin", "Safety walk"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("est_plugin", "Route"), Qgis.ProcessingSourceType.VectorLine
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_STOPS, translate("est_plugin", "Numbered stops"), Qgis.ProcessingSourceType.VectorPoint
            )
        )
        for name, label in (
            (self.LENGTH, translate("est_plugin", "Length, m")),
            (self.MINUTES, translate("est_plugin", "Minutes")),
            (self.STOP_COUNT, translate("est_plugin", "Stops")),
            (self.LIT, translate("est_plugin", "Lit, m")),
            (self.UNLIT, translate("est_plugin", "Unlit, m")),
            (self.UNKNOWN, translate("est_plugin", "Light unknown, m")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.LEFT_OUT, translate("est_plugin", "Stops left out")))
        self.addOutput(QgsProcessingOutputString(self.SUMMARY, translate("est_plugin", "Summary")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        has_database = database_input.is_given(self, parameters, context)
        database = database_input.database_of(self, parameters, context) if has_database else None
        if database is not None:
            database.check_may_write()
        streets = layer_of(self, walk_parameters.STREETS)
        crs = streets.sourceCrs() if database is None else QgsCoordinateReferenceSystem(database.crs_authid)
        given = WalkInputs(self, parameters, context, crs)
        graph = StreetGraph(streets, crs, given.rules(), light_factor=given.light_factor)
        step(feedback, 0.3)
        wish = given.wish()
        stops, has_more = given.stops()
        if has_more:
            stops = merged(on_streets(graph, stops, wish.snap_limit_m))
        proposal = propose_walk(graph, stops, wish, PartFeedback(feedback, 0.3, 0.9))
        title = self.parameterAsString(parameters, self.TITLE, context)
        outputs = self._write(parameters, context, proposal, title, crs)
        step(feedback, 0.9)
        if database is not None:
            store_walk(database, to_store(proposal, title))
        told = sentences(proposal)
        for sentence in told:
            feedback.info(sentence)
        return {**outputs, **self._numbers(proposal), self.SUMMARY: " ".join(told)}

    def _numbers(self, walk: WalkProposal) -> dict[str, Any]:
        return {
            self.LENGTH: walk.length_m,
            self.MINUTES: walk.minutes,
            self.STOP_COUNT: len(walk.stops),
            self.LIT: walk.light.lit,
            self.UNLIT: walk.light.unlit,
            self.UNKNOWN: walk.light.unknown,
            self.LEFT_OUT: ", ".join(stop.name for stop in (*walk.no_time_for, *walk.unreached)),
        }

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        proposal: WalkProposal,
        title: str,
        crs: QgsCoordinateReferenceSystem,
    ) -> dict[str, Any]:
        """Write route and stops to their layers."""
        number = QMetaType.Type.Double
        route = _fields(
            title=QMetaType.Type.QString,
            length_m=number,
            minutes=number,
            lit_m=number,
            unlit_m=number,
            unknown_m=number,
        )
        light = proposal.light
        values = [title, proposal.length_m, proposal.minutes, light.lit, light.unlit, light.unknown]
        line = _feature(route, proposal.geometry, values)
        stop = _fields(number=QMetaType.Type.Int, place=QMetaType.Type.QString, importance=number)
        points = [
            _feature(
                stop, QgsGeometry.fromPointXY(QgsPointXY(place.x, place.y)), [position, place.name, place.importance]
            )
            for position, place in enumerate(proposal.stops, start=1)
        ]
        ids = {}
        for name, fields, kind, features in (
            (self.OUTPUT, route, Qgis.WkbType.LineString, [line]),
            (self.OUTPUT_STOPS, stop, Qgis.WkbType.Point, points),
        ):
            sink, ids[name] = self.parameterAsSink(parameters, name, context, fields, kind, crs)
            if sink is None or not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise InputError(
                    QT_TRANSLATE_NOOP("est_plugin", "The output {name} could not be written."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The file refuses new features."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another file."),
                    name=name,
                )
        return ids


def _fields(**types: QMetaType.Type) -> QgsFields:
    fields = QgsFields()
    for name, kind in types.items():
        fields.append(QgsField(name, kind))
    return fields


def _feature(fields: QgsFields, geometry: QgsGeometry, values: list[Any]) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setGeometry(geometry)
    feature.setAttributes(values)
    return feature
