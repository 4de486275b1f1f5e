# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an analysis gets its incidents: an EST database with a period, or any point layer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
)

from est_plugin.analysis.points import PointSet
from est_plugin.db.incidents import read_points
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers.point_coordinates import PointFile, coordinates_in_file, coordinates_of, point_file
from est_plugin.processing import database_input
from est_plugin.processing.algorithm import EstAlgorithm

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeatureSource, QgsProcessingContext, QgsProcessingFeedback

    from est_plugin.db.database import Database

INPUT = "INPUT"
PERIOD_START = "PERIOD_START"
PERIOD_END = "PERIOD_END"


class IncidentAlgorithm(EstAlgorithm):
    """An algorithm that analyses incidents. It asks their layer while QGIS runs it where the layer lives."""

    file: PointFile | None = None

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> bool:
        # A definition says more than which layer: the selected features only, a filter, a limit.
        if not isinstance(parameters.get(INPUT), QgsProcessingFeatureSourceDefinition):
            layer = self.parameterAsVectorLayer(parameters, INPUT, context)
            self.file = None if layer is None else point_file(layer)
        return super().prepareAlgorithm(parameters, context, feedback)


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameters."""
    database_input.declare(
        algorithm,
        translate("est_plugin", "Reviewed and new incidents of the period are used. Give this or a point layer."),
    )
    for name, label in (
        (PERIOD_START, translate("est_plugin", "First day")),
        (PERIOD_END, translate("est_plugin", "Last day")),
    ):
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


@dataclass(frozen=True)
class IncidentSource:
    """Where the incidents come from; they are read when ``points`` is called."""

    crs: QgsCoordinateReferenceSystem
    points: Callable[[], PointSet]
    #: None when they come from a layer.
    database: Database | None
    incident_filter: IncidentFilter


def source_of(
    algorithm: IncidentAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> IncidentSource:
    """The database or the layer that was chosen.

    Raises InputError unless exactly one of database and layer was given, if only one day of the period was, and for a
    layer whose CRS has no metres.
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
        file = algorithm.file
        return IncidentSource(source.sourceCrs(), lambda: _points_of(source, file), None, incident_filter)
    database = database_input.database_of(algorithm, parameters, context)
    crs = QgsCoordinateReferenceSystem(database.crs_authid)
    return IncidentSource(crs, lambda: read_points(database, incident_filter), database, incident_filter)


def _period(algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Period | None:
    """The period between the two days; None when neither was given."""
    start, end = (_day(algorithm, parameters, name, context) for name in (PERIOD_START, PERIOD_END))
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


def _points_of(source: QgsFeatureSource, file: PointFile | None) -> PointSet:
    """The points of ``source``; ``file`` is what holds exactly these, if it is known."""
    coordinates = None if file is None else coordinates_in_file(file)
    if coordinates is None:
        coordinates = coordinates_of(source)
    return PointSet(
        x=coordinates[:, 0],
        y=coordinates[:, 1],
        category=np.zeros(len(coordinates), dtype=np.int32),
        category_codes=("",),
    )


def _day(algorithm: EstAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
    moment = algorithm.parameterAsDateTime(parameters, name, context)
    if not moment.isValid():
        return None
    day = moment.date()
    return date(day.year(), day.month(), day.day())
