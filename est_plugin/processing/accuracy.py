# SPDX-License-Identifier: GPL-2.0-or-later
"""est:accuracy – how well the hotspot map of one period tells where the next one's incidents come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.accuracy import HeldOut, measure_accuracy
from est_plugin.analysis.accuracy_result import AccuracyParameters
from est_plugin.analysis.ranked_maps import RankedMap
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.about import about_test
from est_plugin.export.accuracy_page import accuracy_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.processing import incident_input, report_output, row_output, search_input
from est_plugin.processing.incident_input import PERIOD_END, PERIOD_START, IncidentAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingContext

    from est_plugin.analysis.accuracy_result import AccuracyResult
    from est_plugin.analysis.capture import AreaHits
    from est_plugin.feedback import Feedback

_COLUMNS = (
    ("map", QMetaType.Type.QString),
    ("area_share", QMetaType.Type.Double),
    ("hits", QMetaType.Type.Double),
    ("incidents", QMetaType.Type.Int),
    ("hit_rate", QMetaType.Type.Double),
    ("hit_rate_low", QMetaType.Type.Double),
    ("hit_rate_high", QMetaType.Type.Double),
    ("pai", QMetaType.Type.Double),
    ("pei", QMetaType.Type.Double),
    ("rri", QMetaType.Type.Double),
)
#: The hotspots on their own area, in the column ``map``.
_PLACES = "places"


class AccuracyAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.accuracy``."""

    ID = "accuracy"
    ICON = "hotspot"
    TEST_DAYS = "TEST_DAYS"
    BANDWIDTH = "BANDWIDTH"
    OUTPUT = row_output.OUTPUT
    TESTED = "TESTED"
    HIT_RATE = "HIT_RATE"
    HIT_RATE_COUNTS = "HIT_RATE_COUNTS"
    HIT_RATE_DENSITY = "HIT_RATE_DENSITY"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Accuracy of the hotspot map")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "The days given are those of the map; the days after them are tested. Makes the hotspot map and counts how "
            "many of the incidents that followed came where the map says: hit rate, PAI, PEI and RRI on 1, 2 and 5 % "
            "of the area, beside two maps that need no test: the counts of the period, and the heat map of everything "
            "earlier.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        days = translate("est_plugin", "First day of the map"), translate("est_plugin", "Last day of the map")
        incident_input.declare(self, times=True, days=days)
        search_input.declare(self)
        search_input.declare_area(self)
        self.add(
            QgsProcessingParameterNumber(
                self.TEST_DAYS,
                translate("est_plugin", "Days to test on"),
                Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=1,
            ),
            translate("est_plugin", "They follow the last day. Empty: as long a period as the one given."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.BANDWIDTH,
                translate("est_plugin", "Bandwidth of the heat map (metres)"),
                Qgis.ProcessingNumberParameterType.Double,
                defaultValue=AccuracyParameters.bandwidth,
                minValue=1.0,
            )
        )
        row_output.declare_table(self, translate("est_plugin", "Table of accuracy"))
        report_output.declare(self)
        for name, label in (
            (self.TESTED, translate("est_plugin", "Tested incidents")),
            (self.HIT_RATE, translate("est_plugin", "Hit rate of the hotspot map on 2 % of the area")),
            (self.HIT_RATE_COUNTS, translate("est_plugin", "Hit rate of the counts on 2 % of the area")),
            (self.HIT_RATE_DENSITY, translate("est_plugin", "Hit rate of the heat map on 2 % of the area")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        train = source.incident_filter.period
        if train is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
                why=QT_TRANSLATE_NOOP("est_plugin", "It is not clear which period the map is made of."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
            )
        # What is tested on, and everything earlier, lie outside the period.
        whole = {name: value for name, value in parameters.items() if name not in (PERIOD_START, PERIOD_END)}
        points = incident_input.source_of(self, whole, context).points()
        tested = self._test_period(train, parameters, context)
        held_out = HeldOut.cut(points, train, tested, LOCAL_ZONE)
        _check_there_is_a_test(held_out, train, tested)
        chosen = AccuracyParameters(
            search_input.parameters_of(self, parameters, context),
            bandwidth=self.parameterAsDouble(parameters, self.BANDWIDTH, context),
        )
        area = search_input.study_area_of(self, context, source.crs)
        result = measure_accuracy(held_out, chosen, feedback, study_area=area)
        words = Language(user_language())
        page = replace(accuracy_page(result, words), about=source.about(words, about_test(train, tested, words)))
        for sentence in page.sentences:
            feedback.info(sentence)
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, Rows.table(_COLUMNS, _rows(result))),
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.TESTED: result.tested,
            self.HIT_RATE: result.at_headline(RankedMap.HOTSPOTS).hit_rate.share,
            self.HIT_RATE_COUNTS: result.at_headline(RankedMap.COUNTS).hit_rate.share,
            self.HIT_RATE_DENSITY: result.at_headline(RankedMap.DENSITY).hit_rate.share,
            self.SENTENCE: page.sentences[0],
        }

    def _test_period(self, train: Period, parameters: dict[str, Any], context: QgsProcessingContext) -> Period:
        if parameters.get(self.TEST_DAYS) is None:
            return train.following()
        days = timedelta(days=self.parameterAsInt(parameters, self.TEST_DAYS, context))
        return Period(PeriodKind.FREE, train.end, train.end + days)


def _check_there_is_a_test(held_out: HeldOut, train: Period, tested: Period) -> None:
    if len(held_out.test) == 0 < len(held_out.train):
        earlier = train.previous()
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The map cannot be tested."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "No incident of {start} – {end} is known, the days after those of the map."
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Give the map earlier days: with {first} – {last} the days now given are tested."
            ),
            start=tested.start,
            end=tested.last_day,
            first=earlier.start,
            last=earlier.last_day,
        )


def _rows(result: AccuracyResult) -> Iterator[list[object]]:
    for name, hits in _hits(result):
        rate = hits.hit_rate
        counted, rates = (name, hits.area, hits.hits, hits.incidents), (rate.share, rate.low, rate.high)
        yield [*counted, *rates, hits.pai, hits.pei, hits.rri]


def _hits(result: AccuracyResult) -> Iterator[tuple[str, AreaHits]]:
    for one in result.maps:
        for hits in one.at:
            yield one.kind.value, hits
    if result.places is not None:
        yield _PLACES, result.places
