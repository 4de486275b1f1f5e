# SPDX-License-Identifier: GPL-2.0-or-later
"""est:heatmap – density of incidents as a raster, alone or compared with another period."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from est_plugin.analysis.density import DensityParameters
from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import MomentsOfPeriod, heatmap
from est_plugin.analysis.kernels import Kernel
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.db.density_moments import read_moments
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.about import about_days
from est_plugin.export.heatmap_page import heatmap_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.density_raster import write_geotiff
from est_plugin.layers.density_style import write_style
from est_plugin.processing import incident_input, report_output, search_input
from est_plugin.processing.default_style import DefaultStyle
from est_plugin.processing.incident_input import IncidentAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.processing.incident_input import IncidentSource

_KINDS = tuple(DensityKind)


class HeatmapAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.heatmap``; a database on a server adds up the incidents itself."""

    ID = "heatmap"
    ICON = "situation"
    BANDWIDTH = "BANDWIDTH"
    CELL_SIZE = "CELL_SIZE"
    KERNEL = "KERNEL"
    RATE = "RATE"
    COMPARE = "COMPARE"
    BEFORE = "BEFORE"
    BEFORE_START = "BEFORE_START"
    BEFORE_END = "BEFORE_END"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:
        return translate("est_plugin", "Heatmap")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Density of incidents, in events per square kilometre, or how it has changed since another period. The sum "
            "over the map is the number of incidents, and the picture does not move when the extent changes.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True, weight=True)
        for name, label, default in (
            (self.BANDWIDTH, translate("est_plugin", "Bandwidth (metres)"), 250.0),
            (self.CELL_SIZE, translate("est_plugin", "Pixel size (metres)"), 25.0),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, defaultValue=default, minValue=0.1
                )
            )
        kernels = [translate("est_plugin", kernel.label) for kernel in Kernel]
        self.add(QgsProcessingParameterEnum(self.KERNEL, translate("est_plugin", "Kernel"), kernels, defaultValue=0))
        search_input.declare_area(
            self,
            translate(
                "est_plugin",
                "Where incidents are known, for example the municipality. Only those inside count, and the density is "
                "corrected for what is missing outside. Nothing is shown outside.",
            ),
        )
        self._declare_comparison()
        self.add(QgsProcessingParameterRasterDestination(self.OUTPUT, translate("est_plugin", "Heatmap")))
        report_output.declare(self)

    def _declare_comparison(self) -> None:
        self.add(
            QgsProcessingParameterBoolean(self.RATE, translate("est_plugin", "Per 30 days"), defaultValue=False),
            translate("est_plugin", "So that periods of different length compare. Needs the days of the period."),
        )
        shown = [
            translate("est_plugin", "The density of the period"),
            translate("est_plugin", "More or fewer than in the other period"),
            translate("est_plugin", "How many times as many as in the other period"),
        ]
        self.add(
            QgsProcessingParameterEnum(self.COMPARE, translate("est_plugin", "Show"), shown, defaultValue=0),
            translate(
                "est_plugin",
                "Rates per 30 days are compared. A point layer needs a field with the time. The map does not tell what "
                "is more than chance.",
            ),
        )
        periods = [
            translate("est_plugin", "The period before"),
            translate("est_plugin", "The same season last year"),
        ]
        self.add(
            QgsProcessingParameterEnum(self.BEFORE, translate("est_plugin", "Other period"), periods, defaultValue=0)
        )
        for name, label in (
            (self.BEFORE_START, translate("est_plugin", "First day of the other period")),
            (self.BEFORE_END, translate("est_plugin", "Last day of the other period")),
        ):
            self.add(
                QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Type.Date, optional=True),
                translate("est_plugin", "Instead of the choice above."),
            )

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        chosen = DensityParameters(
            bandwidth=self.parameterAsDouble(parameters, self.BANDWIDTH, context),
            cell_size=self.parameterAsDouble(parameters, self.CELL_SIZE, context),
            kernel=tuple(Kernel)[self.parameterAsEnum(parameters, self.KERNEL, context)],
        )
        kind = _KINDS[self.parameterAsEnum(parameters, self.COMPARE, context)]
        is_compared = kind != DensityKind.LEVEL
        is_rate = is_compared or self.parameterAsBoolean(parameters, self.RATE, context)
        sources = [source, self._source_before(source, parameters, context)] if is_compared else [source]
        periods = tuple(
            MomentsOfPeriod(_moments(each, chosen.cell_size), _days(each) if is_rate else None) for each in sources
        )
        area = search_input.study_area_of(self, context, source.crs)
        result = heatmap(periods, kind, chosen, feedback, area=area)
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        words = Language(user_language())
        write_geotiff(result.grid, source.crs, output)
        write_style(result.grid, result.breaks, output, words)
        DefaultStyle().await_layer(output, context)
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            details.name = f"{details.name} ({translate('est_plugin', result.grid.unit.label)})"
        feedback.info(words.say(result.sentence))
        days = about_days(source.incident_filter.period, words, before=sources[-1].incident_filter.period)
        page = replace(heatmap_page(result, words), about=source.about(words, days if is_compared else ""))
        return {
            self.OUTPUT: output,
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
        }

    def _source_before(
        self, source: IncidentSource, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> IncidentSource:
        """The incidents of the other period, from the same place."""
        start, end = incident_input.PERIOD_START, incident_input.PERIOD_END
        days = {start: parameters.get(self.BEFORE_START), end: parameters.get(self.BEFORE_END)}
        if not any(days.values()):
            period = _period(source)
            is_last_year = self.parameterAsEnum(parameters, self.BEFORE, context) == 1
            before = period.same_last_year() if is_last_year else period.previous()
            days = {start: before.start.isoformat(), end: before.last_day.isoformat()}
        return incident_input.source_of(self, parameters | days, context)


def _moments(source: IncidentSource, size: float) -> PixelMoments:
    if source.database is not None:
        return read_moments(source.database, source.incident_filter, size)
    points = source.points()
    return PixelMoments.of(points.x, points.y, size, source.weights())


def _period(source: IncidentSource) -> Period:
    period = source.incident_filter.period
    if period is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No rate per 30 days can be given."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It needs the density of one period and its number of days."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the first and the last day of the period."),
        )
    return period


def _days(source: IncidentSource) -> int:
    """The days of the period that have begun: what is still to come can hold no incident."""
    return _period(source).days_until(datetime.now(LOCAL_ZONE).date())
