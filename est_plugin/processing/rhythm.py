# SPDX-License-Identifier: GPL-2.0-or-later
"""est:rhythm – when incidents happen: hours of the week, months, light and dark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.rhythm import RhythmRequest
from est_plugin.db.incidents import days_with_incidents
from est_plugin.export.rhythm_page import rhythm_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.incident_rhythm import Ground, incident_rhythm, rhythm_request
from est_plugin.processing import incident_input, report_output, row_output
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingContext

    from est_plugin.analysis.rhythm import Rhythm
    from est_plugin.feedback import Feedback

_HOURS = 24
_COLUMNS = (
    ("weekday", QMetaType.Type.Int),
    ("hour", QMetaType.Type.Int),
    ("weight", QMetaType.Type.Double),
    ("exposure_hours", QMetaType.Type.Double),
    ("rate", QMetaType.Type.Double),
    ("low", QMetaType.Type.Double),
    ("high", QMetaType.Type.Double),
)


class RhythmAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.rhythm``."""

    ID = "rhythm"
    ICON = "situation"
    OUTPUT = row_output.OUTPUT
    DARK_BELOW = "DARK_BELOW"
    SIMULATIONS = "SIMULATIONS"
    SEED = "SEED"
    P = "P"
    DARK_SHARE = "DARK_SHARE"
    DARK_SHARE_EXPECTED = "DARK_SHARE_EXPECTED"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Rhythm of incidents")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Spreads each incident over the hours in which it may have happened, on Swedish clocks, and counts how "
            "many such hours the period holds, as far as reports reach. The table has the 168 hours of the week, "
            "weekday 1 being Monday, with incidents per hour and bounds of 95 %. A busiest window is told only if "
            "chance does not make one.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True)
        self.add(
            QgsProcessingParameterNumber(
                self.DARK_BELOW,
                translate("est_plugin", "Dark when the sun stands below (degrees)"),
                Qgis.ProcessingNumberParameterType.Double,
                defaultValue=RhythmRequest.dark_below,
                minValue=-18.0,
                maxValue=-0.833,
            ),
            translate("est_plugin", "−6 is the end of civil twilight: without lamps one no longer sees well."),
        )
        for name, label, default, least in (
            (self.SIMULATIONS, translate("est_plugin", "Simulations"), RhythmRequest.simulations, 99),
            (self.SEED, translate("est_plugin", "Seed"), RhythmRequest.seed, 0),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Integer, defaultValue=default, minValue=least
                )
            )
        row_output.declare_table(self, translate("est_plugin", "Hours of the week"))
        report_output.declare(self)
        for name, label in (
            (self.P, translate("est_plugin", "p of the busiest window")),
            (self.DARK_SHARE, translate("est_plugin", "Share of incidents in the dark")),
            (
                self.DARK_SHARE_EXPECTED,
                translate("est_plugin", "Share of dark hours on the days of the incidents"),
            ),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        request = replace(
            rhythm_request(
                source.incident_filter.period,
                None if source.database is None else days_with_incidents(source.database),
            ),
            dark_below=self.parameterAsDouble(parameters, self.DARK_BELOW, context),
            simulations=self.parameterAsInt(parameters, self.SIMULATIONS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )
        ground = Ground(source.crs, context.transformContext())
        result = incident_rhythm(source.points(), ground, request, feedback)
        words = Language(user_language())
        page = replace(rhythm_page(result, words), about=source.about(words))
        for sentence in page.sentences:
            feedback.info(sentence)
        daylight = result.daylight
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, Rows.table(_COLUMNS, _rows(result))),
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.P: None if result.window is None else result.window.p,
            self.DARK_SHARE: daylight.weight.dark / daylight.known if daylight is not None and daylight.known else None,
            self.DARK_SHARE_EXPECTED: None if daylight is None else daylight.time_share.dark,
            self.SENTENCE: page.sentences[0],
        }


def _rows(result: Rhythm) -> Iterator[list[object]]:
    week = result.week
    columns = (week.weight, week.exposure, week.rate, week.low, week.high)
    for number, values in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        yield [number // _HOURS + 1, number % _HOURS, *values]
