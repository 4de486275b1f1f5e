# SPDX-License-Identifier: GPL-2.0-or-later
"""est:darkstretches – where a route has no working lamp near, from any register of lamps."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from est_plugin.analysis.dark_stretches import DEFAULT_DISTANCE_M, DEFAULT_REACH_M, Light, find_dark_stretches
from est_plugin.analysis.nightfall import Place, walk_light
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.lighting_page import lighting_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers import dark_layer
from est_plugin.layers.lamp_layer import LampMapping, read_lamps
from est_plugin.layers.local_time import to_local
from est_plugin.layers.true_metres import has_true_metres
from est_plugin.layers.wgs84 import longitude_latitude
from est_plugin.layers.whole_reading import all_features
from est_plugin.processing import report_output
from est_plugin.processing.algorithm import EstAlgorithm
from est_plugin.processing.kept_post_processor import KeptPostProcessor
from est_plugin.processing.row_output import OUTPUT, Rows, write_rows
from est_plugin.processing.walk_inputs import layer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureSource, QgsMapLayer, QgsProcessingContext
    from qgis.PyQt.QtCore import QDateTime
    from shapely.geometry import LineString

    from est_plugin.analysis.nightfall import WalkLight
    from est_plugin.feedback import Feedback


class DarkStretchesAlgorithm(EstAlgorithm):
    """Face of ``analysis.dark_stretches``."""

    ID = "darkstretches"
    ICON = "lighting"
    ROUTE = "ROUTE"
    LAMPS = "LAMPS"
    STATUS_FIELD = "STATUS_FIELD"
    WORKING_VALUES = "WORKING_VALUES"
    BROKEN_VALUES = "BROKEN_VALUES"
    POLE_FIELD = "POLE_FIELD"
    DISTANCE = "DISTANCE"
    REACH = "REACH"
    TIME = "TIME"
    OUTPUT = OUTPUT
    DARK_LENGTH = "DARK_LENGTH"
    UNKNOWN_LENGTH = "UNKNOWN_LENGTH"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Dark stretches")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Finds the stretches of a route that have no working lamp within a distance, exactly, from any layer of "
            "lamps. A lamp that is out does not count, one of which nothing is known does, and the report says so. "
            "Where the lamp register does not reach, a stretch is not known and is never called dark.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        self.add(
            QgsProcessingParameterFeatureSource(
                self.ROUTE, translate("est_plugin", "Route"), [Qgis.ProcessingSourceType.VectorLine]
            ),
            translate(
                "est_plugin",
                "Lines in a projected coordinate system in metres, such as the safety walks of a database; each is "
                "looked at by itself. Choose the selected features only for one walk.",
            ),
        )
        self._add_lamps()
        for name, label, value in (
            (self.DISTANCE, translate("est_plugin", "A lamp lights (metres)"), DEFAULT_DISTANCE_M),
            (self.REACH, translate("est_plugin", "Known as far from a lamp (metres)"), DEFAULT_REACH_M),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, value, minValue=0.1, maxValue=100_000
                )
            )
        self.add(
            QgsProcessingParameterDateTime(self.TIME, translate("est_plugin", "When people walk"), optional=True),
            translate("est_plugin", "Local time. With it the report says whether it is dark then, or when."),
        )
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, translate("est_plugin", "Dark stretches")))
        report_output.declare(self)
        self.addOutput(QgsProcessingOutputNumber(self.DARK_LENGTH, translate("est_plugin", "Dark, m")))
        self.addOutput(QgsProcessingOutputNumber(self.UNKNOWN_LENGTH, translate("est_plugin", "Not known, m")))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def _add_lamps(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.LAMPS, translate("est_plugin", "Lamps"), [Qgis.ProcessingSourceType.VectorPoint]
            ),
            translate("est_plugin", "The municipality's lamp register, all of it: its edge says what is known."),
        )
        for name, label, is_values in (
            (self.STATUS_FIELD, translate("est_plugin", "Field: does it work?"), False),
            (self.WORKING_VALUES, translate("est_plugin", "Values of lamps that work"), True),
            (self.BROKEN_VALUES, translate("est_plugin", "Values of lamps that are out"), True),
            (self.POLE_FIELD, translate("est_plugin", "Field: pole id"), False),
        ):
            if is_values:
                text = translate("est_plugin", "Separated by commas. All other values mean: not known.")
                self.add(QgsProcessingParameterString(name, label, optional=True), text)
            else:
                field = QgsProcessingParameterField(name, label, parentLayerParameterName=self.LAMPS, optional=True)
                self.add(field)

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = layer_of(self, self.ROUTE)
        crs = source.sourceCrs()
        _check_metric(source)
        routes = _routes(source)
        mapping = self._mapping(parameters, context)
        found = find_dark_stretches(
            routes,
            read_lamps(layer_of(self, self.LAMPS), mapping, crs, context.transformContext()),
            feedback,
            distance=self.parameterAsDouble(parameters, self.DISTANCE, context),
            reach=self.parameterAsDouble(parameters, self.REACH, context),
        )
        words = Language(user_language())
        light = self._light(parameters, context, routes, crs)
        page = lighting_page(found, light, words, routes=len(routes), about=source.sourceName())
        for sentence in page.sentences:
            feedback.info(sentence)
        rows = Rows(dark_layer.fields(), dark_layer.GEOMETRY, crs, dark_layer.features(found))
        written = write_rows(self, parameters, context, self.OUTPUT, rows)
        if written is not None:
            _Dressed().await_layer(written, context)
        return {
            self.OUTPUT: written,
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.DARK_LENGTH: found.total(Light.DARK),
            self.UNKNOWN_LENGTH: found.total(Light.UNKNOWN),
            self.SENTENCE: page.sentences[0],
        }

    def _mapping(self, parameters: dict[str, Any], context: QgsProcessingContext) -> LampMapping:
        """Raises InputError if values are given without a field, or a field without values."""
        field = self.parameterAsString(parameters, self.STATUS_FIELD, context)
        working, broken = (
            frozenset(filter(None, map(str.strip, self.parameterAsString(parameters, name, context).split(","))))
            for name in (self.WORKING_VALUES, self.BROKEN_VALUES)
        )
        if bool(field) != bool(working | broken) or working & broken:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "It is not clear which lamps work."),
                why=QT_TRANSLATE_NOOP(
                    "est_plugin", "A field and its values belong together, and a value can mean one thing only."
                ),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give the field and the values of lamps that work or are out, or neither."
                ),
            )
        return LampMapping(field, working, broken, self.parameterAsString(parameters, self.POLE_FIELD, context))

    def _light(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        routes: Sequence[LineString],
        crs: QgsCoordinateReferenceSystem,
    ) -> WalkLight | None:
        """None without a time or a route."""
        chosen: QDateTime = self.parameterAsDateTime(parameters, self.TIME, context)
        if not chosen.isValid() or not routes:
            return None
        has_zone = chosen.timeSpec() != Qt.TimeSpec.LocalTime
        local = to_local(chosen) if has_zone else chosen.toPyDateTime().replace(tzinfo=LOCAL_ZONE)
        middle = routes[0].interpolate(0.5, normalized=True)
        at = longitude_latitude(np.array([middle.x]), np.array([middle.y]), crs, context.transformContext())
        midnight = datetime.combine(local.date(), time(), LOCAL_ZONE)
        place = Place(float(at.longitude[0]), float(at.latitude[0]))
        return walk_light(place, int(midnight.timestamp()), int(local.timestamp()), 0.0)


class _Dressed(KeptPostProcessor):
    """Gives the layer its colours when QGIS loads it."""

    def dress(self, layer: QgsMapLayer) -> None:
        if isinstance(layer, QgsVectorLayer):
            dark_layer.dress(layer, Language(user_language()))


def _routes(source: QgsFeatureSource) -> list[LineString]:
    """Every line by itself, curves as QGIS draws them.

    Raises InputError without any.
    """
    parts = [
        part
        for feature in all_features(source, QgsFeatureRequest().setNoAttributes())
        if feature.hasGeometry()
        for part in QgsGeometry(feature.geometry().constGet().segmentize()).asGeometryCollection()
    ]
    lines: list[Any] = [shapely.from_wkb(bytes(part.asWkb())) for part in parts if not part.isEmpty()]
    if not lines:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is no route to look along."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The layer {name} has no lines."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route first."),
            name=source.sourceName(),
        )
    return lines


def _check_metric(source: QgsFeatureSource) -> None:
    crs = source.sourceCrs()
    if not has_true_metres(crs):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {name} cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its coordinate system, {crs}, has no metres."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Reproject it, for example to SWEREF 99 TM (EPSG:3006)."),
            name=source.sourceName(),
            crs=crs.userFriendlyIdentifier(),
        )
