# SPDX-License-Identifier: GPL-2.0-or-later
"""est:nearrepeat – whether it happens again nearby, soon, more often than chance explains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.close_pairs import Distance
from est_plugin.analysis.near_repeat import NearRepeatParameters, find_near_repeats
from est_plugin.export.near_repeat_page import near_repeat_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.processing import incident_input, report_output, row_output
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingContext

    from est_plugin.analysis.near_repeat import NearRepeat
    from est_plugin.feedback import Feedback

_COLUMNS = (
    ("distance_from", QMetaType.Type.Double),
    ("distance_to", QMetaType.Type.Double),
    ("days_from", QMetaType.Type.Int),
    ("days_to", QMetaType.Type.Int),
    ("pairs", QMetaType.Type.LongLong),
    ("expected", QMetaType.Type.Double),
    ("ratio", QMetaType.Type.Double),
    ("p", QMetaType.Type.Double),
    ("p_corrected", QMetaType.Type.Double),
    ("repeat", QMetaType.Type.Bool),
)


class NearRepeatAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.near_repeat``."""

    ID = "nearrepeat"
    ICON = "situation"
    OUTPUT = row_output.OUTPUT
    METRES = "METRES"
    DISTANCES = "DISTANCES"
    DAYS = "DAYS"
    INTERVALS = "INTERVALS"
    METRIC = "METRIC"
    PERMUTATIONS = "PERMUTATIONS"
    SEED = "SEED"
    REPEATS = "REPEATS"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Near repeats")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Counts pairs of incidents by their distance in metres and in days, and asks whether there are more of "
            "them near each other than if chance gave the places their times (Knox). Pairs at exactly the same place "
            "have a row of their own. A repeat is a cell with a corrected p of 0.05 at most and over a fifth more "
            "pairs than expected.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True)
        double, whole = Qgis.ProcessingNumberParameterType.Double, Qgis.ProcessingNumberParameterType.Integer
        default = NearRepeatParameters
        for name, label, kind, value, most in (
            (self.METRES, translate("est_plugin", "Bands of distance (metres)"), double, default.metres, 10_000),
            (
                self.DISTANCES,
                translate("est_plugin", "Number of bands of distance"),
                whole,
                default.distances,
                20,
            ),
            (self.DAYS, translate("est_plugin", "Bands of time (days)"), whole, default.days, 3660),
            (self.INTERVALS, translate("est_plugin", "Number of bands of time"), whole, default.intervals, 20),
        ):
            self.add(QgsProcessingParameterNumber(name, label, kind, defaultValue=value, minValue=1, maxValue=most))
        for name, label, value, least, most in (
            (self.PERMUTATIONS, translate("est_plugin", "Shuffles"), default.permutations, 99, 99_999),
            (self.SEED, translate("est_plugin", "Seed"), default.seed, 0, 2**31 - 1),
        ):
            self.add(
                QgsProcessingParameterNumber(name, label, whole, defaultValue=value, minValue=least, maxValue=most)
            )
        self.add(
            QgsProcessingParameterEnum(
                self.METRIC,
                translate("est_plugin", "Distance"),
                [translate("est_plugin", distance.label) for distance in Distance],
                defaultValue=0,
            )
        )
        row_output.declare_table(self, translate("est_plugin", "Pairs by distance and time"))
        report_output.declare(self)
        self.addOutput(QgsProcessingOutputNumber(self.REPEATS, translate("est_plugin", "Cells with repeats")))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        chosen = NearRepeatParameters(
            metres=self.parameterAsDouble(parameters, self.METRES, context),
            distances=self.parameterAsInt(parameters, self.DISTANCES, context),
            days=self.parameterAsInt(parameters, self.DAYS, context),
            intervals=self.parameterAsInt(parameters, self.INTERVALS, context),
            distance=tuple(Distance)[self.parameterAsEnum(parameters, self.METRIC, context)],
            permutations=self.parameterAsInt(parameters, self.PERMUTATIONS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )
        result = find_near_repeats(source.points(), chosen, feedback)
        words = Language(user_language())
        page = replace(near_repeat_page(result, words), about=source.about(words))
        for sentence in page.sentences:
            feedback.info(sentence)
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, Rows.table(_COLUMNS, _rows(result))),
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.REPEATS: int(result.is_repeat.sum()),
            self.SENTENCE: page.sentences[0],
        }


def _rows(result: NearRepeat) -> Iterator[list[object]]:
    metres, days = result.parameters.metres, result.parameters.days
    rows, columns = result.observed.shape
    for row in range(rows):
        for column in range(columns):
            yield [
                max(row - 1, 0) * metres,
                row * metres,
                column * days,
                (column + 1) * days,
                int(result.observed[row, column]),
                float(result.expected[row, column]),
                float(result.ratio[row, column]),
                float(result.p[row, column]),
                float(result.q[row, column]),
                bool(result.is_repeat[row, column]),
            ]
