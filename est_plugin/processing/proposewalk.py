# SPDX-License-Identifier: GPL-2.0-or-later
"""est:proposewalk – a route along the streets through chosen places, as a layer and as a walk in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import step
from est_plugin.i18n import translate
from est_plugin.layers.pace import Pace
from est_plugin.layers.street_network import Stop, StreetNetwork
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsFeatureSource, QgsProcessingContext

    from est_plugin.feedback import Feedback
    from est_plugin.layers.street_network import WalkProposal

_DEFAULT_SPEED_KMH = 3.5
_DEFAULT_MINUTES_PER_STOP = 6.0
#: Fields that name a stop, the first that the layer has.
_NAME_FIELDS = ("name", "place", "title")


class ProposeWalkAlgorithm(EstAlgorithm):
    """Face of ``layers.street_network`` and ``db.walks``."""

    ID = "proposewalk"
    ICON = "propose"
    STREETS = "STREETS"
    STOPS = "STOPS"
    START = "START"
    ROUND_TRIP = "ROUND_TRIP"
    SPEED = "SPEED"
    MINUTES_PER_STOP = "MINUTES_PER_STOP"
    FILTER = "FILTER"
    TITLE = "TITLE"
    OUTPUT = "OUTPUT"
    OUTPUT_STOPS = "OUTPUT_STOPS"
    LENGTH = "LENGTH"
    MINUTES = "MINUTES"

    def displayName(self) -> str:
        return translate("est_plugin", "Propose a safety walk")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Finds the shortest walk along the streets through all chosen places, for example hotspots, and numbers "
            "the stops. With a database the walk is stored there as a proposal.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        self._add_inputs()
        self._add_pace()
        self._add_outputs()

    def _add_inputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STREETS, translate("est_plugin", "Streets"), [Qgis.ProcessingSourceType.VectorLine]
            ),
            translate("est_plugin", "Lines that meet at their ends. One-way rules do not matter on foot."),
        )
        self.add(
            QgsProcessingParameterExpression(
                self.FILTER,
                translate("est_plugin", "Streets to walk along"),
                parentLayerParameterName=self.STREETS,
                optional=True,
            ),
            translate("est_plugin", "Leave it empty to use all streets, or leave out motorways and the like."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STOPS,
                translate("est_plugin", "Stops"),
                [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorPolygon],
            ),
            translate("est_plugin", "Points, or areas such as hotspots; of an area its centre is visited."),
        )
        self.add(
            QgsProcessingParameterPoint(self.START, translate("est_plugin", "Meeting point"), optional=True),
            translate("est_plugin", "Where the walk begins. Without it the walk begins at a stop."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.ROUND_TRIP, translate("est_plugin", "Walk back to the beginning"), defaultValue=False
            )
        )

    def _add_pace(self) -> None:
        for name, label, default in (
            (self.SPEED, translate("est_plugin", "Walking speed, km/h"), _DEFAULT_SPEED_KMH),
            (self.MINUTES_PER_STOP, translate("est_plugin", "Minutes at each stop"), _DEFAULT_MINUTES_PER_STOP),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    label,
                    Qgis.ProcessingNumberParameterType.Double,
                    default,
                    minValue=0.5 if name == self.SPEED else 0.0,
                    maxValue=60.0,
                )
            )

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
        self.addOutput(QgsProcessingOutputNumber(self.LENGTH, translate("est_plugin", "Length, m")))
        self.addOutput(QgsProcessingOutputNumber(self.MINUTES, translate("est_plugin", "Minutes")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        streets = self._source(self.STREETS)
        has_database = database_input.is_given(self, parameters, context)
        database = database_input.database_of(self, parameters, context) if has_database else None
        if database is not None:
            database.check_may_write()
        crs = streets.sourceCrs() if database is None else QgsCoordinateReferenceSystem(database.crs_authid)
        network = StreetNetwork(streets, crs, walkable=self.parameterAsExpression(parameters, self.FILTER, context))
        step(feedback, 0.3)
        start = self.parameterAsPoint(parameters, self.START, context, crs)
        proposal = network.route(
            _stops(self._source(self.STOPS), crs, context),
            Pace(
                self.parameterAsDouble(parameters, self.SPEED, context),
                self.parameterAsDouble(parameters, self.MINUTES_PER_STOP, context),
            ),
            round_trip=self.parameterAsBoolean(parameters, self.ROUND_TRIP, context),
            start=None if start.isEmpty() else start,
        )
        step(feedback, 0.9)
        title = self.parameterAsString(parameters, self.TITLE, context)
        outputs = self._write(parameters, context, proposal, title, crs)
        if database is not None:
            store_walk(database, _to_store(proposal, title))
        return {**outputs, self.LENGTH: proposal.length_m, self.MINUTES: proposal.minutes}

    def _source(self, name: str) -> QgsFeatureSource:
        source = self.layer_source(name)
        if source is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The input {name} cannot be read."),
                why=QT_TRANSLATE_NOOP("est_plugin", "There is no such layer."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a layer that is there."),
                name=name,
            )
        return source

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        proposal: WalkProposal,
        title: str,
        crs: QgsCoordinateReferenceSystem,
    ) -> dict[str, Any]:
        """Write route and stops to their layers."""
        route = _fields(title=QMetaType.Type.QString, length_m=QMetaType.Type.Double, minutes=QMetaType.Type.Double)
        line = _feature(route, proposal.geometry, [title, proposal.length_m, proposal.minutes])
        stop = _fields(number=QMetaType.Type.Int, place=QMetaType.Type.QString)
        points = [
            _feature(stop, QgsGeometry.fromPointXY(QgsPointXY(place.x, place.y)), [number, place.name])
            for number, place in enumerate(proposal.stops, start=1)
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


def _stops(source: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext) -> list[Stop]:
    """The places in ``crs``; a name comes from the layer or is the place's number in it."""
    names = source.fields().names()
    naming = next((name for name in _NAME_FIELDS if name in names), None)
    request = QgsFeatureRequest().setDestinationCrs(crs, context.transformContext())
    stops = []
    for number, feature in enumerate(source.getFeatures(request), start=1):
        if feature.hasGeometry():
            point = feature.geometry().centroid().asPoint()
            name = feature[naming] if naming else None
            name = str(name) if name else translate("est_plugin", "Stop {number}").format(number=number)
            hotspot = str(feature["uuid"] or "") if "uuid" in names else ""
            stops.append(Stop(name, point.x(), point.y(), hotspot))
    return stops


def _to_store(proposal: WalkProposal, title: str) -> NewWalk:
    return NewWalk(
        title=title,
        line_wkb=bytes(proposal.geometry.asWkb()),
        length_m=proposal.length_m,
        minutes=proposal.minutes,
        stops=tuple(NewStop(stop.name, stop.x, stop.y, stop.hotspot) for stop in proposal.stops),
    )


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
