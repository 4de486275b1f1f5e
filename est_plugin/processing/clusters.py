# SPDX-License-Identifier: GPL-2.0-or-later
"""est:clusters – where incidents crowd together, without a grid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.analysis.clusters import ClusterParameters, find_clusters
from est_plugin.analysis.dbscan import NOISE
from est_plugin.export.cluster_page import cluster_page
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers import clusters as cluster_rows
from est_plugin.layers.plain_rows import fields_of
from est_plugin.processing import incident_input, report_output
from est_plugin.processing.incident_input import IncidentAlgorithm
from est_plugin.processing.row_output import Rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from est_plugin.analysis.clusters import ClusterResult
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import Feedback

_POINT_FIELDS = (("cluster", QMetaType.Type.Int), ("core", QMetaType.Type.Bool))


class ClustersAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.clusters``."""

    ID = "clusters"
    ICON = "hotspot"
    DISTANCE = "DISTANCE"
    MIN_INCIDENTS = "MIN_INCIDENTS"
    DAYS = "DAYS"
    OUTPUT = "OUTPUT"
    POINTS = "POINTS"
    CLUSTERS = "CLUSTERS"
    SENTENCE = "SENTENCE"

    def displayName(self) -> str:
        return translate("est_plugin", "Clusters of incidents (DBSCAN)")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Groups incidents that lie close together, without a grid: DBSCAN, and ST-DBSCAN where days are given. "
            "Reports on one point count as so many. A cluster that lies on a single point is marked. Nothing is "
            "tested: the hotspots say what chance does not explain.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self, times=True, category=True)
        number, defaults = Qgis.ProcessingNumberParameterType, ClusterParameters
        self.add(
            QgsProcessingParameterNumber(
                self.DISTANCE,
                translate("est_plugin", "Distance (metres)"),
                number.Double,
                defaultValue=defaults.distance,
                minValue=0.1,
            ),
            translate("est_plugin", "Incidents this near each other are close."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_INCIDENTS,
                translate("est_plugin", "Least number of incidents"),
                number.Integer,
                defaultValue=defaults.min_incidents,
                minValue=1,
            ),
            translate(
                "est_plugin", "So many must be close to an incident, itself included, to make it part of a core."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.DAYS,
                translate("est_plugin", "Days (0: at any time)"),
                number.Double,
                defaultValue=defaults.days,
                minValue=0.0,
            ),
            translate("est_plugin", "Only incidents that happened within so many days of each other are close."),
        )
        self._declare_results()

    def _declare_results(self) -> None:
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, translate("est_plugin", "Clusters")))
        self.add(
            QgsProcessingParameterFeatureSink(
                self.POINTS,
                translate("est_plugin", "Incidents with their cluster"),
                optional=True,
                createByDefault=False,
            ),
            translate("est_plugin", "One point for each incident: do not hand it on."),
        )
        report_output.declare(self)
        self.addOutput(QgsProcessingOutputNumber(self.CLUSTERS, translate("est_plugin", "Number of clusters")))
        self.addOutput(QgsProcessingOutputString(self.SENTENCE, translate("est_plugin", "Result in words")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        chosen = ClusterParameters(
            distance=self.parameterAsDouble(parameters, self.DISTANCE, context),
            min_incidents=self.parameterAsInt(parameters, self.MIN_INCIDENTS, context),
            days=self.parameterAsDouble(parameters, self.DAYS, context),
        )
        points = source.points()
        result = find_clusters(points, chosen, feedback)
        words = Language(user_language())
        page = replace(cluster_page(result, None, {}, words), about=source.about(words))
        for sentence in page.sentences:
            feedback.info(sentence)
        return {
            self.OUTPUT: write_rows(self, parameters, context, self.OUTPUT, _polygons(result, source.crs)),
            self.POINTS: write_rows(self, parameters, context, self.POINTS, _points(points, result, source.crs)),
            report_output.REPORT: report_output.write_report(self, parameters, context, page.html(words)),
            self.CLUSTERS: len(result.clusters),
            self.SENTENCE: page.sentences[0],
        }


def _polygons(result: ClusterResult, crs: QgsCoordinateReferenceSystem) -> Rows:
    return Rows(cluster_rows.fields(), cluster_rows.GEOMETRY, crs, cluster_rows.features(result))


def _points(points: PointSet, result: ClusterResult, crs: QgsCoordinateReferenceSystem) -> Rows:
    """The incidents in their order, with the rank of their cluster."""
    columns = fields_of(_POINT_FIELDS)

    def features() -> Iterator[QgsFeature]:
        """Without the detour over WKB: there may be a million."""
        label, core = result.partition.label.tolist(), result.partition.core.tolist()
        for x, y, number, is_core in zip(points.x.tolist(), points.y.tolist(), label, core, strict=True):
            feature = QgsFeature(columns)
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            feature.setAttributes([None if number == NOISE else number + 1, is_core])
            yield feature

    return Rows(columns, Qgis.WkbType.Point, crs, features())
