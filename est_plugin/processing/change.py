# SPDX-License-Identifier: GPL-2.0-or-later
"""est:change – what has changed between two periods or over many: in all, in areas or in cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from est_plugin.analysis.category_change import joint_checksum
from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.emerging import History
from est_plugin.analysis.grid import make_grid
from est_plugin.analysis.hotspot_histories import cell_histories
from est_plugin.analysis.hotspot_periods import evaluate
from est_plugin.analysis.period_series import count_series
from est_plugin.analysis.rate_change import compare_rates
from est_plugin.analysis.rate_trends import rate_trends
from est_plugin.analysis.unit_counts import UnitCounts, count_all, count_areas, count_cells, without_stacks
from est_plugin.domain.period import Period
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.about import about_days
from est_plugin.export.change_page import Compared, change_page, compared_in_words, history_page, trend_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.named_places import named_geometries
from est_plugin.processing import change_input, change_output, report_output, row_output, search_input
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from qgis.core import QgsProcessingContext

    from est_plugin.analysis.comparison import Comparison
    from est_plugin.analysis.period_series import PeriodCount
    from est_plugin.export.result_page import ResultPage
    from est_plugin.feedback import Feedback
    from est_plugin.processing.change_input import ChangeInput

_PAIR = 2


class ChangeAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.rate_change``, and over many periods of ``rate_trends`` and ``hotspot_histories``."""

    ID = "change"
    ICON = "situation"
    OUTPUT = row_output.OUTPUT
    AREAS = "AREAS"
    AREA_NAME = "AREA_NAME"
    BY_CELLS = "BY_CELLS"
    PERIODS = "PERIODS"
    SENTENCE = "SENTENCE"
    TESTS = "TESTS"

    def displayName(self) -> str:
        return translate("est_plugin", "Change and trend")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Compares two periods: rates per 30 days, how many times the earlier rate, the limits of that, and in "
            "words whether it can be told from chance. With five periods or more it follows the trend instead: of all "
            "incidents or of areas whether they rise or fall, of cells whether they are newly, nearly always or no "
            "longer hot. Periods that are only partly known or not fully reported are left out of trends.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        change_input.declare(self)
        self.add(
            QgsProcessingParameterNumber(
                self.PERIODS,
                translate("est_plugin", "Number of periods"),
                Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=_PAIR,
                minValue=_PAIR,
                maxValue=120,
            ),
            translate(
                "est_plugin",
                "2 compares with the period chosen above. 5 or more follow the trend over so many periods up to the "
                "one given; fewer cannot show one.",
            ),
        )
        self._declare_units()
        search_input.declare(self)
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, translate("est_plugin", "Change"), optional=True))
        report_output.declare(self)
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))
        self.addOutput(QgsProcessingOutputNumber(self.TESTS, translate("est_plugin", "Number of tests")))

    def _declare_units(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS,
                translate("est_plugin", "Areas to tell apart"),
                [Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            )
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_NAME, translate("est_plugin", "Field with the name"), "name", self.AREAS, optional=True
            ),
            translate("est_plugin", "Areas without a name are left out."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.BY_CELLS, translate("est_plugin", "Tell cells of a grid apart"), defaultValue=False
            ),
            translate("est_plugin", "Instead of areas. The four settings below are for cells only."),
        )

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        by_cells = self.parameterAsBool(parameters, self.BY_CELLS, context)
        if by_cells and self.layer_source(self.AREAS) is not None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "It is not clear what to compare."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Both areas and cells were asked for."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Give the areas, or tell cells apart."),
            )
        number = self.parameterAsInt(parameters, self.PERIODS, context)
        if number == _PAIR:
            return self._compare(parameters, context, feedback)
        if by_cells:
            return self._follow_cells(parameters, context, feedback, number)
        return self._follow(parameters, context, feedback, number)

    def _compare(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        """Two periods beside each other."""
        found, words = change_input.read_pair(self, parameters, context), Language(user_language())
        (period, before), checksum = found.periods, joint_checksum(*found.points)
        units = self._units(parameters, context, found, feedback)
        compared = _compared(found, words)
        now, then = (np.array([len(points)]) for points in found.points)
        whole = compare_rates(now, then, period.days, before.days, checksum=checksum)
        changes = whole
        if units.polygons is not None:
            changes = compare_rates(units.counts[0], units.counts[1], period.days, before.days, checksum=checksum)
        verdicts = (Verdict.INCOMPARABLE,) * len(units.names) if compared.is_forbidden else changes.verdicts
        rows = zip(
            units.names,
            changes.now.tolist(),
            changes.before.tolist(),
            [period.days] * len(units.names),
            [before.days] * len(units.names),
            *(column.tolist() for column in (changes.rates, changes.rates_before)),
            *(column.tolist() for column in (changes.ratio, changes.low, changes.high, changes.p, changes.q)),
            *_told(verdicts, words),
            strict=True,
        )
        total = translate("est_plugin", "Total")
        tables = [(translate("est_plugin", "All incidents"), [total], whole)]
        if units.polygons is not None:
            tables.append((translate("est_plugin", "Areas"), list(units.names), changes))
        about = found.source.about(words, about_days(period, words, before=before))
        page = replace(change_page(tables, compared, words), about=about)
        table = change_output.rows_of(change_output.CHANGE_FIELDS, rows, units.polygons, found.crs)
        output = write_rows(self, parameters, context, self.OUTPUT, table)
        return self._answer(parameters, context, page, words, (output, verdicts, changes.method.tests))

    def _follow(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback, number: int
    ) -> dict[str, Any]:
        """All incidents or areas over many periods."""
        found, words = change_input.read_run(self, parameters, context, number), Language(user_language())
        kept = found.whole()
        units = self._units(parameters, context, kept, feedback)
        trends = rate_trends(
            units.counts, np.array([period.days for period in kept.periods]), joint_checksum(*kept.points)
        )
        rows = zip(
            units.names,
            trends.counts[-1].tolist(),
            trends.rates[-1].tolist(),
            [len(kept.periods)] * len(units.names),
            trends.trends.s.tolist(),
            trends.trends.p.tolist(),
            trends.q.tolist(),
            *_told(trends.directions, words),
            strict=True,
        )
        page = replace(trend_page(units.names, trends, _series(found), words), about=_about_run(found, words))
        table = change_output.rows_of(change_output.TREND_FIELDS, rows, units.polygons, found.crs)
        output = write_rows(self, parameters, context, self.OUTPUT, table)
        return self._answer(parameters, context, page, words, (output, trends.directions, trends.method.tests))

    def _follow_cells(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback, number: int
    ) -> dict[str, Any]:
        """Cells over many periods: which are newly, nearly always or no longer hot."""
        found, words = change_input.read_run(self, parameters, context, number), Language(user_language())
        kept, search = found.whole(), search_input.parameters_of(self, parameters, context)
        cube = evaluate(kept.points, search, feedback)
        histories = cell_histories(
            cube, search, joint_checksum(*kept.points), np.array([period.days for period in kept.periods])
        )
        x, y = cube.grid.centres(cube.i, cube.j)
        names = [f"{east:.0f} {north:.0f}" for east, north in zip(x.tolist(), y.tolist(), strict=True)]
        rows = zip(
            names,
            histories.counts[-1].tolist(),
            histories.intensity[-1].tolist(),
            [len(kept.periods)] * len(names),
            histories.hot.sum(axis=0).tolist(),
            *_told(histories.histories, words),
            strict=True,
        )
        shown = {n: names[n] for n, history in enumerate(histories.histories) if history is not History.NONE}
        left_out = [period for period in found.periods if period not in kept.periods]
        page = history_page(shown, histories, kept.periods, left_out, words)
        page = replace(page, about=_about_run(found, words))
        table = change_output.rows_of(change_output.HISTORY_FIELDS, rows, cube.polygons(), found.crs)
        output = write_rows(self, parameters, context, self.OUTPUT, table)
        return self._answer(parameters, context, page, words, (output, histories.histories, cube.tests))

    def _units(
        self, parameters: dict[str, Any], context: QgsProcessingContext, found: ChangeInput, feedback: Feedback
    ) -> UnitCounts:
        """What is told apart. Raises InputError for a layer without a named area."""
        areas = self.layer_source(self.AREAS)
        if areas is not None:
            field = self.parameterAsString(parameters, self.AREA_NAME, context)
            is_there = areas.fields().lookupField(field) >= 0
            named = named_geometries(areas, field, found.crs, context.transformContext()) if is_there else ()
            if not named:
                raise InputError(
                    QT_TRANSLATE_NOOP("est_plugin", "The areas cannot be told apart."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "None of them has a name."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the field with the names of the areas."),
                )
            return count_areas(found.points, named, feedback)
        if self.parameterAsBool(parameters, self.BY_CELLS, context):
            search = search_input.parameters_of(self, parameters, context)
            points = found.points if search.include_stacks else without_stacks(found.points)
            return count_cells(points, make_grid(search.grid, search.cell_size))
        return count_all(found.points, translate("est_plugin", "Total"))

    def _answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        page: ResultPage,
        words: Language,
        result: tuple[str | None, Iterable[StrEnum], int],
    ) -> dict[str, Any]:
        output, kinds, tests = result
        if output is not None:
            change_output.ColouredByKind(kinds).await_layer(output, context)
        return {
            self.OUTPUT: output,
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.SENTENCE: page.sentences[0],
            self.TESTS: tests,
        }


def _told(kinds: Iterable[StrEnum], words: Language) -> tuple[list[str], list[str]]:
    """The kinds for the program, and for people."""
    kinds = list(kinds)
    return [kind.value for kind in kinds], [words.tell(kind) for kind in kinds]


def _compared(found: ChangeInput, words: Language) -> Compared:
    """The two periods, and their bars from the older to the newer."""
    in_time = sorted(zip(found.periods, found.points, strict=True), key=lambda pair: pair[0].start)
    series = _series(replace(found, periods=tuple(p for p, _ in in_time), points=tuple(p for _, p in in_time)))
    return replace(compared_in_words(cast("Comparison", found.comparison), words), series=series)


def _about_run(found: ChangeInput, words: Language) -> str:
    days = Period.between(found.periods[0].start, found.periods[-1].last_day)
    return found.source.about(words, about_days(days, words))


def _series(found: ChangeInput) -> tuple[PeriodCount, ...]:
    """The bars of the periods; none without an incident at any time."""
    return () if found.known is None else count_series([len(p) for p in found.points], found.periods, found.known)
