# SPDX-License-Identifier: GPL-2.0-or-later
"""est:stability – how firm the hotspots are when the grid is laid otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.stability import find_stability
from est_plugin.export.stability_page import stability_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.processing import incident_input, report_output, search_input
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from est_plugin.analysis.stability import StabilityResult
    from est_plugin.feedback import Feedback

_INT, _DOUBLE, _BOOL = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.Bool
_PLACE_FIELDS = (("rank", _INT), ("incidents", _INT), ("found_in", _INT), ("share", _DOUBLE), ("firm", _BOOL))
_CELL_FIELDS = (("hot_in", _INT), ("share", _DOUBLE))


class StabilityAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.stability``."""

    ID = "stability"
    ICON = "hotspot"
    OUTPUT = "OUTPUT"
    CELLS = "CELLS"
    FIRM = "FIRM"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "How firm are the hotspots?")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Looks for hotspots twelve times, with three cell sizes and four positions of the grid, and says in how "
            "many of them each hotspot and each cell is found.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True)
        search_input.declare(self)
        search_input.declare_area(self)
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, translate("est_plugin", "Hotspots")))
        self.add(
            QgsProcessingParameterFeatureSink(
                self.CELLS, translate("est_plugin", "Cells"), optional=True, createByDefault=False
            )
        )
        report_output.declare(self)
        self.addOutput(QgsProcessingOutputNumber(self.FIRM, translate("est_plugin", "Firm hotspots")))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        chosen = search_input.parameters_of(self, parameters, context)
        area = search_input.study_area_of(self, context, source.crs)
        result = find_stability(source.points(), chosen, feedback, study_area=area)
        words = Language(user_language())
        page = replace(stability_page(result, [""] * len(result.places), words), about=source.about(words))
        for sentence in page.sentences:
            feedback.info(sentence)
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, _places(result, source.crs)),
            self.CELLS: write_rows(self, parameters, context, self.CELLS, _cells(result, source.crs)),
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.FIRM: sum(place.is_firm for place in result.places),
            self.SENTENCE: page.sentences[0],
        }


def _places(result: StabilityResult, crs: QgsCoordinateReferenceSystem) -> Rows:
    rows = (
        (
            firm.place.polygon.wkb,
            [firm.place.rank, firm.place.incidents, firm.found_in, firm.share, firm.is_firm],
        )
        for firm in result.places
    )
    return Rows.on_map(_PLACE_FIELDS, Qgis.WkbType.MultiPolygon, crs, rows)


def _cells(result: StabilityResult, crs: QgsCoordinateReferenceSystem) -> Rows:
    rows = (
        (wkb, [hot_in, hot_in / len(result.variants)])
        for wkb, hot_in in zip(
            shapely.to_wkb(result.cells.polygons()).tolist(), result.cells.hot_in.tolist(), strict=True
        )
    )
    return Rows.on_map(_CELL_FIELDS, Qgis.WkbType.Polygon, crs, rows)
