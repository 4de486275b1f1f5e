# SPDX-License-Identifier: GPL-2.0-or-later
"""Which streets, stops and wishes was est:proposewalk given?"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsExpressionContext, QgsFeatureRequest, QgsVariantUtils

from est_plugin.domain.street import LightChoice, StreetFields
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.place_name import place_name
from est_plugin.i18n import translate
from est_plugin.layers.pace import Pace
from est_plugin.layers.street_reading import StreetRules
from est_plugin.layers.walk_proposal import WalkWish
from est_plugin.layers.walk_stops import Stop
from est_plugin.layers.whole_reading import all_features
from est_plugin.processing import walk_parameters as given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSource, QgsPointXY, QgsProcessingContext

    from est_plugin.processing.algorithm import EstAlgorithm

#: Fields that name a stop, the first that the layer has.
_NAME_FIELDS = ("name", "place", "title")
#: The fields that tell the result of est:hotspots from a layer of places.
_HOTSPOT_FIELDS = frozenset({"rank", "name", "incidents", "main_category"})
_LEAVE_OUT = 1


class WalkInputs:
    """What was given to a run, for its thread; places come in ``crs``."""

    def __init__(
        self,
        algorithm: EstAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._crs = crs

    @property
    def light_factor(self) -> float:
        """How much light weighs."""
        return self._algorithm.parameterAsDouble(self._parameters, given.LIGHT_FACTOR, self._context)

    def rules(self) -> StreetRules:
        """What makes a line a street to walk along."""
        usual = StreetFields()
        fields = StreetFields(
            kind=self._field(given.KIND_FIELD) or usual.kind,
            foot=self._field(given.FOOT_FIELD) or usual.foot,
            access=self._field(given.ACCESS_FIELD) or usual.access,
            lit=self._field(given.LIT_FIELD) or usual.lit,
            lit_values=self._words(given.LIT_VALUES),
            unlit_values=self._words(given.UNLIT_VALUES),
        )
        # QGIS's own reading of an expression takes a wrong one for none.
        walkable = self._algorithm.parameterAsString(self._parameters, given.FILTER, self._context)
        return StreetRules(walkable, fields, self._context.transformContext())

    def wish(self) -> WalkWish:
        """What the walk shall be like.

        Raises InputError for a point that cannot be read.
        """
        algorithm, parameters, context = self._algorithm, self._parameters, self._context
        has_limit = parameters.get(given.TIME_LIMIT) is not None
        return WalkWish(
            pace=Pace(self._number(given.SPEED), self._number(given.MINUTES_PER_STOP)),
            round_trip=algorithm.parameterAsBoolean(parameters, given.ROUND_TRIP, context),
            start=self._point(given.START),
            end=self._point(given.END),
            time_limit_min=self._number(given.TIME_LIMIT) if has_limit else None,
            light=tuple(LightChoice)[algorithm.parameterAsEnum(parameters, given.LIGHTING, context)],
            snap_limit_m=self._number(given.SNAP_LIMIT),
            leave_out=algorithm.parameterAsEnum(parameters, given.OFF_NETWORK, context) == _LEAVE_OUT,
        )

    def stops(self) -> tuple[tuple[Stop, ...], bool]:
        """The stops of all layers, and whether more than one layer has some.

        Raises InputError for a missing layer or an importance that is no number, DatabaseError if a layer was not read
        to its end.
        """
        stops = tuple(self._named_stops(layer_of(self._algorithm, given.STOPS)))
        more = [
            Stop(name, place.x(), place.y())
            for key, name in (
                (given.UNSAFE_PLACES, translate("est_plugin", "Unsafe place")),
                (given.LAMPS_OUT, translate("est_plugin", "Lamp that is out")),
            )
            if (layer := self._algorithm.layer_source(key)) is not None
            for _, place in self._places(layer, QgsFeatureRequest().setNoAttributes())
        ]
        return (*stops, *more), bool(more)

    def _number(self, name: str) -> float:
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def _point(self, name: str) -> QgsPointXY | None:
        point = self._algorithm.parameterAsPoint(self._parameters, name, self._context, self._crs)
        return None if point.isEmpty() else point

    def _field(self, name: str) -> str:
        """The field that was chosen; empty if none was.

        Raises InputError if the streets do not have it.
        """
        chosen = self._algorithm.parameterAsString(self._parameters, name, self._context)
        if chosen and chosen not in layer_of(self._algorithm, given.STREETS).fields().names():
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The streets have no field {field}."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It was given as {name}."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose one of the layer's fields, or leave it empty."),
                field=chosen,
                name=name,
            )
        return chosen

    def _words(self, name: str) -> frozenset[str]:
        text = self._algorithm.parameterAsString(self._parameters, name, self._context)
        return frozenset(word.strip().lower() for word in text.split(",") if word.strip())

    def _named_stops(self, source: QgsFeatureSource) -> Iterator[Stop]:
        """The places; a name comes from the layer or is the place's number in it.

        What hotspots are called is written for the house: neither the log nor a paper shows it.
        """
        names = source.fields().names()
        are_hotspots = "uuid" in names or set(names) >= _HOTSPOT_FIELDS
        naming = None if are_hotspots else next((name for name in _NAME_FIELDS if name in names), None)
        importance = self._importance(source)
        for number, (feature, centre) in enumerate(self._places(source, QgsFeatureRequest()), start=1):
            place = str(feature[naming] or "") if naming else ""
            if are_hotspots:
                name = place_name("", (feature["rank"] if "rank" in names else None) or number, translate)
            else:
                name = place or translate("est_plugin", "Stop {number}").format(number=number)
            hotspot = str(feature["uuid"] or "") if "uuid" in names else ""
            yield Stop(name, centre.x(), centre.y(), hotspot, importance(feature, name), place)

    def _places(self, source: QgsFeatureSource, request: QgsFeatureRequest) -> Iterator[tuple[QgsFeature, QgsPointXY]]:
        """Each feature and its centre, without those that lie nowhere."""
        request.setDestinationCrs(self._crs, self._context.transformContext())
        for feature in all_features(source, request):
            if feature.hasGeometry() and not feature.geometry().isEmpty():
                yield feature, feature.geometry().centroid().asPoint()

    def _importance(self, source: QgsFeatureSource) -> Callable[[QgsFeature, str], float]:
        """Tells how much a stop matters."""
        text = self._algorithm.parameterAsString(self._parameters, given.IMPORTANCE, self._context)
        if not text:
            return lambda _feature, _name: 1.0
        expression, scope = QgsExpression(text), QgsExpressionContext()
        scope.setFields(source.fields())
        if not expression.prepare(scope):
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The importance of the stops is no valid expression."),
                why="{error}",
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the expression, or leave it empty."),
                error=expression.parserErrorString() or expression.evalErrorString(),
            )

        def tell(feature: QgsFeature, name: str) -> float:
            scope.setFeature(feature)
            value = expression.evaluate(scope)
            if QgsVariantUtils.isNull(value):
                return 0.0
            try:
                number = float(value)
            except (TypeError, ValueError):
                number = -1.0
            if not 0 <= number < inf:
                raise InputError(
                    QT_TRANSLATE_NOOP("est_plugin", "The importance of the stop “{name}” is {value}."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "It must be a number that is not negative."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Correct the expression, or leave it empty."),
                    name=name,
                    value=value,
                )
            return number

        return tell


def layer_of(algorithm: EstAlgorithm, name: str) -> QgsFeatureSource:
    """The features of a layer that must be there."""
    source = algorithm.layer_source(name)
    if source is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The input {name} cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is no such layer."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a layer that is there."),
            name=name,
        )
    return source
