# SPDX-License-Identifier: GPL-2.0-or-later
"""Which incidents of which periods does est:change compare?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
)

from est_plugin.analysis.comparison import Comparison, ReportedDays, find_obstacle
from est_plugin.analysis.period_series import Known, KnownDays, periods_until, split_by_period
from est_plugin.db.incidents import read_points
from est_plugin.db.period_counts import read_known_days
from est_plugin.db.report_days import read_comparison
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.period import Baseline, Period
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.processing import incident_input

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from est_plugin.analysis.points import PointSet
    from est_plugin.processing.incident_input import IncidentAlgorithm, IncidentSource

COMPARISON = "COMPARISON"
BEFORE_START = "BEFORE_START"
BEFORE_END = "BEFORE_END"


def declare(algorithm: IncidentAlgorithm) -> None:
    """Add the parameters."""
    incident_input.declare(algorithm, times=True)
    algorithm.add(
        QgsProcessingParameterEnum(
            COMPARISON,
            translate("est_plugin", "Compare with"),
            [
                *(translate("est_plugin", baseline.label) for baseline in Baseline),
                translate("est_plugin", "The days given below"),
            ],
            defaultValue=1,
        ),
        translate("est_plugin", "The same period last year has the same season."),
    )
    for name, label in (
        (BEFORE_START, translate("est_plugin", "First day of the comparison")),
        (BEFORE_END, translate("est_plugin", "Last day of the comparison")),
    ):
        algorithm.add(
            QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Type.Date, optional=True)
        )


@dataclass(frozen=True)
class ChangeInput:
    """The incidents of each period, in the order of ``periods``, and how much of them is known."""

    source: IncidentSource
    periods: tuple[Period, ...]
    points: tuple[PointSet, ...]
    known: KnownDays | None
    #: Of the two periods of a comparison, the first one first: what forbids it, and what is still to come in.
    comparison: Comparison | None = None

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """That of the incidents."""
        return self.source.crs

    def whole(self) -> ChangeInput:
        """Only the periods that are wholly known and fully reported."""
        kept = [n for n, period in enumerate(self.periods) if self.known and self.known.of(period) is Known.WHOLE]
        return replace(self, periods=tuple(self.periods[n] for n in kept), points=tuple(self.points[n] for n in kept))


def read_pair(algorithm: IncidentAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> ChangeInput:
    """The period and the one that it is compared with. Raises InputError if days are missing."""
    source, period = _source_of(algorithm, parameters, context)
    chosen = algorithm.parameterAsEnum(parameters, COMPARISON, context)
    if chosen < len(Baseline):
        before = tuple(Baseline)[chosen].of(period)
    else:
        first, last = (
            incident_input.day_of(algorithm, parameters, name, context) for name in (BEFORE_START, BEFORE_END)
        )
        if first is None or last is None:
            raise _days_missing()
        before = Period.between(first, last)
    found = _read(source, (period, before))
    today = datetime.now(LOCAL_ZONE).date()
    if source.database is not None:
        return replace(found, comparison=read_comparison(source.database, period, before, today))
    reported = None if found.known is None else ReportedDays(found.known.first, found.known.last)
    return replace(found, comparison=Comparison(period, before, find_obstacle(reported, period, before, today)))


def read_run(
    algorithm: IncidentAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, number: int
) -> ChangeInput:
    """So many periods up to the one given, the oldest first. Raises InputError if days are missing."""
    source, period = _source_of(algorithm, parameters, context)
    return _read(source, periods_until(period, number))


def _source_of(
    algorithm: IncidentAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[IncidentSource, Period]:
    """The incidents of all times, and the period that was given."""
    period = incident_input.source_of(algorithm, parameters, context).incident_filter.period
    if period is None:
        raise _days_missing()
    all_times = parameters | {incident_input.PERIOD_START: None, incident_input.PERIOD_END: None}
    return incident_input.source_of(algorithm, all_times, context), period


def _read(source: IncidentSource, periods: tuple[Period, ...]) -> ChangeInput:
    newest = max(periods, key=lambda period: period.end)
    if source.database is not None:
        database, chosen = source.database, source.incident_filter
        points = tuple(read_points(database, replace(chosen, period=period)) for period in periods)
        return ChangeInput(source, periods, points, read_known_days(database, newest))
    everything = source.points()
    return ChangeInput(source, periods, split_by_period(everything, periods, LOCAL_ZONE), _known(everything))


def _known(points: PointSet) -> KnownDays | None:
    """From the first incident to the last one; a layer does not say what is still to come."""
    if points.time is None or not len(points):
        return None
    first, last = (datetime.fromtimestamp(int(t), LOCAL_ZONE).date() for t in (points.time.min(), points.time.max()))
    return KnownDays(first, last)


def _days_missing() -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The periods to compare are not clear."),
        why=QT_TRANSLATE_NOOP("est_plugin", "A first or a last day is missing."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Give both days."),
    )
