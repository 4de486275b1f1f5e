# SPDX-License-Identifier: GPL-2.0-or-later
"""est:shuffletest – how many maps would show a hotspot, were it all chance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
)

from est_plugin.analysis.shuffle_result import MAX_MAPS, MIN_MAPS, ShuffleParameters
from est_plugin.analysis.shuffle_test import shuffle_test
from est_plugin.export.shuffle_page import shuffle_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.processing import incident_input, report_output, search_input
from est_plugin.processing.incident_input import IncidentAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback


class ShuffleTestAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.shuffle_test``."""

    ID = "shuffletest"
    ICON = "hotspot"
    MAPS = "MAPS"
    SEED = "SEED"
    SHARE = "SHARE"
    SHARE_LOW = "SHARE_LOW"
    SHARE_HIGH = "SHARE_HIGH"
    SHARE_CLASSIC = "SHARE_CLASSIC"
    FALSE_CELLS = "FALSE_CELLS"
    FALSE_CELLS_CLASSIC = "FALSE_CELLS_CLASSIC"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Shuffle test of hotspots")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Shuffles the counts of your own incidents over the cells, so that nothing but chance is left, and looks "
            "for hotspots in each shuffled map. At most 5 of 100 maps may show one. The classic method is shown "
            "beside ours.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True)
        search_input.declare(self)
        search_input.declare_area(self)
        for name, label, default, least, most in (
            (self.MAPS, translate("est_plugin", "Shuffled maps"), ShuffleParameters.maps, MIN_MAPS, MAX_MAPS),
            (self.SEED, translate("est_plugin", "Seed"), ShuffleParameters.seed, 0, 2**31 - 1),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    label,
                    Qgis.ProcessingNumberParameterType.Integer,
                    defaultValue=default,
                    minValue=least,
                    maxValue=most,
                )
            )
        report_output.declare(self)
        for name, label in (
            (self.SHARE, translate("est_plugin", "Share of shuffled maps with a hotspot")),
            (self.SHARE_LOW, translate("est_plugin", "Share, lower bound")),
            (self.SHARE_HIGH, translate("est_plugin", "Share, upper bound")),
            (self.SHARE_CLASSIC, translate("est_plugin", "Share with the classic method")),
            (self.FALSE_CELLS, translate("est_plugin", "False cells per map")),
            (self.FALSE_CELLS_CLASSIC, translate("est_plugin", "False cells per map, classic method")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        chosen = ShuffleParameters(
            search_input.parameters_of(self, parameters, context),
            maps=self.parameterAsInt(parameters, self.MAPS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )
        area = search_input.study_area_of(self, context, source.crs)
        result = shuffle_test(source.points(), chosen, feedback, study_area=area)
        words = Language(user_language())
        page = replace(shuffle_page(result, words), about=source.about(words))
        for sentence in page.sentences:
            feedback.info(sentence)
        return {
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.SHARE: result.exact.interval.share,
            self.SHARE_LOW: result.exact.interval.low,
            self.SHARE_HIGH: result.exact.interval.high,
            self.SHARE_CLASSIC: result.classic.interval.share,
            self.FALSE_CELLS: result.exact.mean,
            self.FALSE_CELLS_CLASSIC: result.classic.mean,
            self.SENTENCE: page.sentences[0],
        }
