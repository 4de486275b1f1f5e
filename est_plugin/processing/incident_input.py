# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an analysis gets its incidents: an EST database with a period, or any point layer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.about import about_database, about_days, about_layer
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import translate
from est_plugin.layers.point_columns import PointFile, point_file
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm, ProcessingFeedback
from est_plugin.processing.layer_incidents import IncidentFields, incidents_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeatureSource, QgsProcessingContext, QgsProcessingFeedback

    from est_plugin.analysis.arrays import FloatArray
    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.feedback import Feedback
    from est_plugin.i18n import Language

INPUT = "INPUT"
PERIOD_START = "PERIOD_START"
PERIOD_END = "PERIOD_END"
TIME_FIELD = "TIME_FIELD"
TIME_TO_FIELD = "TIME_TO_FIELD"
CATEGORY_FIELD = "CATEGORY_FIELD"
WEIGHT_FIELD = "WEIGHT_FIELD"


class IncidentAlgorithm(EstAlgorithm):
    """An algorithm that analyses incidents. It asks their layer while QGIS runs it where the layer lives."""

    file: PointFile | None = None
    #: Hears what is left out of a layer.
    listener: Feedback = SilentFeedback()

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> bool:
        self.listener = ProcessingFeedback(feedback)
        # A definition says more than which layer: the selected features only, a filter, a limit.
        if not isinstance(parameters.get(INPUT), QgsProcessingFeatureSourceDefinition):
            layer = self.parameterAsVectorLayer(parameters, INPUT, context)
            self.file = None if layer is None else point_file(layer)
        return super().prepareAlgorithm(parameters, context, feedback)


def declare(
    algorithm: EstAlgorithm,
    *,
    times: bool = False,
    category: bool = False,
    weight: bool = False,
    days: tuple[str, str] | None = None,
) -> None:
    """Add the parameters, with those for a layer's fields that the algorithm can use.

    ``days``: what its first and its last day are called, translated, where they could be taken for others.
    """
    database_input.declare(
        algorithm,
        translate("est_plugin", "Reviewed and new incidents of the period are used. Give this or a point layer."),
    )
    labels = days or (translate("est_plugin", "First day"), translate("est_plugin", "Last day"))
    for name, label in zip((PERIOD_START, PERIOD_END), labels, strict=True):
        algorithm.add(
            QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Type.Date, optional=True)
        )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            INPUT,
            translate("est_plugin", "Point layer"),
            [Qgis.ProcessingSourceType.VectorPoint],
            optional=True,
        ),
        translate("est_plugin", "Any layer of points in a projected coordinate system with metres."),
    )
    if times:
        _declare_times(algorithm)
    if category:
        _declare_field(algorithm, CATEGORY_FIELD, translate("est_plugin", "Field with the category"))
    if weight:
        _declare_field(
            algorithm,
            WEIGHT_FIELD,
            translate("est_plugin", "Field with the weight"),
            translate("est_plugin", "A number of 0 or more: an incident of weight 2 counts as two."),
            is_number=True,
        )


def _declare_times(algorithm: EstAlgorithm) -> None:
    _declare_field(
        algorithm,
        TIME_FIELD,
        translate("est_plugin", "Field with the time"),
        translate(
            "est_plugin",
            "A date, a date with a time, or such a text (2026-03-01T22:15). What names no time zone is Swedish time. "
            "With days given above, only the features of that period are used.",
        ),
    )
    _declare_field(
        algorithm,
        TIME_TO_FIELD,
        translate("est_plugin", "Field with the latest time"),
        translate("est_plugin", "For incidents that happened at some time between two. Empty: the time is known."),
    )


def _declare_field(
    algorithm: EstAlgorithm, name: str, label: str, help_text: str = "", *, is_number: bool = False
) -> None:
    kinds = QgsProcessingParameterField.DataType
    kind = kinds.Numeric if is_number else kinds.Any
    algorithm.add(QgsProcessingParameterField(name, label, None, INPUT, kind, optional=True), help_text)


@dataclass(frozen=True)
class IncidentSource:
    """Where the incidents come from; they are read when ``points`` is called."""

    crs: QgsCoordinateReferenceSystem
    points: Callable[[], PointSet]
    #: None when they come from a layer.
    database: Database | None
    incident_filter: IncidentFilter
    #: What each of the points counts for, finite and not negative; None: each counts for one.
    weights: Callable[[], FloatArray | None] = lambda: None
    #: What people call the layer.
    name: str = ""

    def about(self, words: Language, days: str = "") -> str:
        """What a result is about, in one line; ``days`` if they are not those of the filter."""
        if self.database is not None:
            return about_database(self.database, self.incident_filter, words, days=days)
        return about_layer(self.name, days or about_days(self.incident_filter.period, words))


def source_of(
    algorithm: IncidentAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> IncidentSource:
    """The database or the layer that was chosen.

    Raises InputError unless exactly one of database and layer was given, if only one day of the period was, for a
    layer whose CRS has no metres, and for a period with a layer without a field of times.
    """
    source = algorithm.layer_source(INPUT)
    if database_input.is_given(algorithm, parameters, context) == (source is not None):
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The incidents to analyse are not clear."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Exactly one of EST database and point layer is needed."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give one of them and leave the other empty."),
        )
    incident_filter = IncidentFilter(_period(algorithm, parameters, context))
    if source is not None:
        _check_metres(source)
        fields = _fields(algorithm, parameters, context)
        if incident_filter.period is not None and not fields.time:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The incidents of the period cannot be chosen."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No field says when the incidents happened."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Give the field with the time, or leave the days empty to use the whole layer."
                ),
            )
        return _source_of_layer(algorithm, source, fields, incident_filter)
    database = database_input.database_of(algorithm, parameters, context)
    crs = QgsCoordinateReferenceSystem(database.crs_authid)
    return IncidentSource(crs, lambda: read_points(database, incident_filter), database, incident_filter)


def _source_of_layer(
    algorithm: IncidentAlgorithm, source: QgsFeatureSource, fields: IncidentFields, incident_filter: IncidentFilter
) -> IncidentSource:
    # Read once, so that what is left out is told once, and points and weights belong together.
    read = cache(
        partial(incidents_of, source, algorithm.file, fields, incident_filter.period, feedback=algorithm.listener)
    )
    return IncidentSource(
        source.sourceCrs(),
        lambda: read().points,
        None,
        incident_filter,
        weights=lambda: read().weights,
        name=source.sourceName(),
    )


def _fields(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> IncidentFields:
    """The fields that were chosen, of those that the algorithm asks for.

    Raises InputError for a latest time without a time.
    """
    time, time_to, category, weight = (
        algorithm.parameterAsString(parameters, name, context) if algorithm.parameterDefinition(name) else ""
        for name in (TIME_FIELD, TIME_TO_FIELD, CATEGORY_FIELD, WEIGHT_FIELD)
    )
    if time_to and not time:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The times of the incidents are not clear."),
            why=QT_TRANSLATE_NOOP("est_plugin", "There is a field with the latest time, but none with the time."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give both fields, or neither."),
        )
    return IncidentFields(time, time_to, category, weight)


def _period(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Period | None:
    """The period between the two days; None when neither was given."""
    start, end = (day_of(algorithm, parameters, name, context) for name in (PERIOD_START, PERIOD_END))
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A period with free dates needs a first and a last day."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give both days."),
        )
    return Period.between(start, end)


def _check_metres(source: QgsFeatureSource) -> None:
    crs = source.sourceCrs()
    if crs.isGeographic() or crs.mapUnits() != Qgis.DistanceUnit.Meters:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {name} cannot be analysed."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its coordinate system, {crs}, has no metres."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Reproject it, for example to SWEREF 99 TM (EPSG:3006)."),
            name=source.sourceName(),
            crs=crs.userFriendlyIdentifier(),
        )


def day_of(
    algorithm: EstAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> date | None:
    """The day that was given for a parameter; None for none."""
    moment = algorithm.parameterAsDateTime(parameters, name, context)
    if not moment.isValid():
        return None
    day = moment.date()
    return date(day.year(), day.month(), day.day())
