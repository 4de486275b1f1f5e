# SPDX-License-Identifier: GPL-2.0-or-later
"""est:hotspots – places where more is reported than chance explains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber

from est_plugin.analysis import hotspots as analysis
from est_plugin.analysis.hotspot_words import cautions_of
from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.db.hotspot_search import search
from est_plugin.db.hotspots import HotspotRequest, update_hotspots
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.hotspots_page import hotspots_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.named_places import named_geometries
from est_plugin.processing import hotspot_input, hotspot_output, incident_input, report_output, row_output, search_input
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import write_rows

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.processing.incident_input import IncidentSource


class HotspotsAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.hotspots``, and of ``db.hotspots`` where the places are tracked."""

    ID = "hotspots"
    ICON = "hotspot"
    OUTPUT = row_output.OUTPUT
    STACKS = hotspot_input.STACKS
    HOTSPOTS = "HOTSPOTS"
    STACKED = "STACKED"

    def displayName(self) -> str:
        return translate("est_plugin", "Find hotspots")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Counts incidents in the cells of a fixed national grid, asks for each cell whether its neighbourhood "
            "holds more than chance explains (Gi*, corrected for the number of cells tested), and ranks the peaks "
            "among the cells that do. Reports stacked on exactly one point are left out and told.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        hotspot_input.declare(self)
        self.addOutput(QgsProcessingOutputNumber(self.HOTSPOTS, translate("est_plugin", "Number of hotspots")))
        self.addOutput(QgsProcessingOutputNumber(self.STACKED, translate("est_plugin", "Reports on stacked points")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        named = self._named(parameters, context, source.crs)
        chosen = hotspot_input.parameters_of(self, parameters, context)
        area = search_input.study_area_of(self, context, source.crs)
        periods = self.parameterAsInt(parameters, hotspot_input.PERIODS, context)
        if source.database is None:
            result = self._of_layer(source, chosen, periods, area, feedback)
        elif self.parameterAsBool(parameters, hotspot_input.STORE, context):
            request = HotspotRequest(_period_of(source), chosen, named, area, periods)
            result = update_hotspots(source.database, request, feedback)
        else:
            period = _period_of(source) if periods > 1 else source.incident_filter.period
            result = search(source.database, period, chosen, feedback, study_area=area, periods=periods)
        words = Language(user_language())
        for sentence in (result.sentence, *cautions_of(result)):
            feedback.info(words.say(sentence))
        for stack in result.stacks:
            feedback.info(
                translate("est_plugin", "{count} reports ({share} %) lie on exactly one point: {x}, {y}.").format(
                    count=stack.count, share=round(100 * stack.share, 1), x=stack.x, y=stack.y
                )
            )
        names = name_places([place.polygon for place in result.places], named)
        places = hotspot_output.places(result, names, source.crs)
        stacks = hotspot_output.stacks(result, source.crs)
        html = replace(hotspots_page(result, names, words), about=source.about(words)).html(words)
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, places),
            self.STACKS: write_rows(self, parameters, context, self.STACKS, stacks),
            report_output.REPORT: report_output.write_report(self, parameters, context, html),
            self.HOTSPOTS: len(result.places),
            self.STACKED: sum(stack.count for stack in result.stacks),
        }

    @staticmethod
    def _of_layer(
        source: IncidentSource,
        chosen: HotspotParameters,
        periods: int,
        area: BaseGeometry | None,
        feedback: Feedback,
    ) -> HotspotResult:
        if periods > 1:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "Several periods cannot be tested together here."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The incidents come from a point layer, not from a database."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose an EST database and a period, or one period only."),
            )
        return analysis.find_hotspots(source.points(), chosen, feedback, study_area=area)

    def _named(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem
    ) -> tuple[NamedGeometry, ...]:
        source = self.layer_source(hotspot_input.NAMES)
        field = self.parameterAsString(parameters, hotspot_input.NAME_FIELD, context)
        if source is None or not field:
            return ()
        return named_geometries(source, field, crs, context.transformContext())


def _period_of(source: IncidentSource) -> Period:
    """Raises InputError if no period was given."""
    period = source.incident_filter.period
    if period is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Hotspots cannot be tracked without a period."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Each hotspot keeps its numbers for each period."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
        )
    return period
