# SPDX-License-Identifier: GPL-2.0-or-later
"""est:hotspots – places where more is reported than chance explains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from shapely import MultiPolygon

from est_plugin.analysis import hotspots as analysis
from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult, Significance
from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.db.hotspots import HotspotRequest, update_hotspots
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError, InputError
from est_plugin.i18n import translate
from est_plugin.layers.named_places import named_geometries
from est_plugin.processing import incident_input
from est_plugin.processing.incident_input import IncidentAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback
    from est_plugin.processing.incident_input import IncidentSource

_FIELDS = (
    ("rank", QMetaType.Type.Int),
    ("name", QMetaType.Type.QString),
    ("incidents", QMetaType.Type.Int),
    ("cells", QMetaType.Type.Int),
    ("z", QMetaType.Type.Double),
    ("q", QMetaType.Type.Double),
    ("main_category", QMetaType.Type.QString),
)


class HotspotsAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.hotspots``, and of ``db.hotspots`` where the places are tracked."""

    ID = "hotspots"
    ICON = "hotspot"
    CELL_SIZE = "CELL_SIZE"
    NEIGHBOURHOOD = "NEIGHBOURHOOD"
    GRID = "GRID"
    SIGNIFICANCE = "SIGNIFICANCE"
    INCLUDE_STACKS = "INCLUDE_STACKS"
    NAMES = "NAMES"
    NAME_FIELD = "NAME_FIELD"
    STORE = "STORE"
    OUTPUT = "OUTPUT"
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
        incident_input.declare(self)
        self.add(
            QgsProcessingParameterNumber(
                self.CELL_SIZE,
                translate("est_plugin", "Cell width (metres)"),
                Qgis.ProcessingNumberParameterType.Double,
                defaultValue=HotspotParameters.cell_size,
                minValue=1.0,
            )
        )
        self.add(
            QgsProcessingParameterNumber(
                self.NEIGHBOURHOOD,
                translate("est_plugin", "Distance (metres)"),
                Qgis.ProcessingNumberParameterType.Double,
                defaultValue=HotspotParameters.neighbourhood,
                minValue=1.0,
            ),
            translate(
                "est_plugin",
                "Cells with their centre this near are asked about together: about the radius of the places you look "
                "for. Two to three cell widths are good.",
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.GRID,
                translate("est_plugin", "Cells"),
                [translate("est_plugin", "Hexagons"), translate("est_plugin", "Squares")],
                defaultValue=0,
            )
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SIGNIFICANCE,
                translate("est_plugin", "Significance"),
                [
                    translate("est_plugin", "Exact permutation of the counts"),
                    translate("est_plugin", "Classic z score, as in ArcGIS"),
                ],
                defaultValue=0,
            ),
            translate("est_plugin", "The classic score finds hotspots in shuffled data too; use it to compare only."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.INCLUDE_STACKS,
                translate("est_plugin", "Count reports stacked on one point"),
                defaultValue=False,
            ),
            translate("est_plugin", "Only when you know that they really belong there."),
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                self.NAMES,
                translate("est_plugin", "Streets or places that give names"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            )
        )
        self.add(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                translate("est_plugin", "Field with the name"),
                "name",
                self.NAMES,
                optional=True,
            )
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.STORE, translate("est_plugin", "Store the hotspots in the EST database"), defaultValue=True
            ),
            translate("est_plugin", "The places are tracked from period to period. Needs a database and a period."),
        )
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, translate("est_plugin", "Hotspots")))
        self.addOutput(QgsProcessingOutputNumber(self.HOTSPOTS, translate("est_plugin", "Number of hotspots")))
        self.addOutput(QgsProcessingOutputNumber(self.STACKED, translate("est_plugin", "Reports on stacked points")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        named = self._named(parameters, context, source.crs)
        chosen = HotspotParameters(
            cell_size=self.parameterAsDouble(parameters, self.CELL_SIZE, context),
            neighbourhood=self.parameterAsDouble(parameters, self.NEIGHBOURHOOD, context),
            grid=tuple(GridKind)[self.parameterAsEnum(parameters, self.GRID, context)],
            significance=tuple(Significance)[self.parameterAsEnum(parameters, self.SIGNIFICANCE, context)],
            include_stacks=self.parameterAsBool(parameters, self.INCLUDE_STACKS, context),
        )
        if source.database is not None and self.parameterAsBool(parameters, self.STORE, context):
            request = HotspotRequest(_period_of(source), chosen, named)
            result = update_hotspots(source.database, request, feedback)
        else:
            result = analysis.find_hotspots(source.points(), chosen, feedback)
        for stack in result.stacks:
            feedback.info(
                translate("est_plugin", "{count} reports ({share} %) lie on exactly one point: {x}, {y}.").format(
                    count=stack.count, share=round(100 * stack.share, 1), x=stack.x, y=stack.y
                )
            )
        return {
            self.OUTPUT: self._write(parameters, context, source.crs, result, named),
            self.HOTSPOTS: len(result.places),
            self.STACKED: sum(stack.count for stack in result.stacks),
        }

    def _named(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem
    ) -> tuple[NamedGeometry, ...]:
        source = self.layer_source(self.NAMES)
        field = self.parameterAsString(parameters, self.NAME_FIELD, context)
        if source is None or not field:
            return ()
        return named_geometries(source, field, crs, context.transformContext())

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
        result: HotspotResult,
        named: tuple[NamedGeometry, ...],
    ) -> str:
        fields = QgsFields()
        for name, kind in _FIELDS:
            fields.append(QgsField(name, kind))
        sink, identity = self.parameterAsSink(parameters, self.OUTPUT, context, fields, Qgis.WkbType.MultiPolygon, crs)
        names = name_places([place.polygon for place in result.places], named)
        for place, name in zip(result.places, names, strict=True):
            feature = QgsFeature(fields)
            geometry = QgsGeometry()
            geometry.fromWkb(MultiPolygon(shapely.get_parts(place.polygon).tolist()).wkb)
            feature.setGeometry(geometry)
            main = place.categories[0][0] if place.categories else None
            feature.setAttributes([place.rank, name, place.incidents, place.cells, place.z_max, place.p_min, main])
            if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise ExportError(
                    QT_TRANSLATE_NOOP("est_plugin", "The layer {name} could not be written."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "The file or its folder refuses it."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that you may write to."),
                    name=parameters.get(self.OUTPUT),
                )
        return str(identity)


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
