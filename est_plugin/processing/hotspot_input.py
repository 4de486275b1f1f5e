# SPDX-License-Identifier: GPL-2.0-or-later
"""What can a person set when est:hotspots searches?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
)

from est_plugin.analysis.fdr import Correction
from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters, Significance
from est_plugin.i18n import translate
from est_plugin.processing import incident_input, report_output

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.processing.algorithm import EstAlgorithm

CELL_SIZE = "CELL_SIZE"
NEIGHBOURHOOD = "NEIGHBOURHOOD"
GRID = "GRID"
SIGNIFICANCE = "SIGNIFICANCE"
INCLUDE_STACKS = "INCLUDE_STACKS"
CORRECTION = "CORRECTION"
STUDY_AREA = "STUDY_AREA"
PERIODS = "PERIODS"
NAMES = "NAMES"
NAME_FIELD = "NAME_FIELD"
STORE = "STORE"
OUTPUT = "OUTPUT"
STACKS = "STACKS"
#: Two years of months.
_MOST_PERIODS = 24


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameters, in the order of the form."""
    _declare_cells(algorithm)
    _declare_test(algorithm)
    _declare_area(algorithm)
    _declare_results(algorithm)


def parameters_of(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> HotspotParameters:
    """How to search."""
    return HotspotParameters(
        cell_size=algorithm.parameterAsDouble(parameters, CELL_SIZE, context),
        neighbourhood=algorithm.parameterAsDouble(parameters, NEIGHBOURHOOD, context),
        grid=tuple(GridKind)[algorithm.parameterAsEnum(parameters, GRID, context)],
        significance=tuple(Significance)[algorithm.parameterAsEnum(parameters, SIGNIFICANCE, context)],
        correction=tuple(Correction)[algorithm.parameterAsEnum(parameters, CORRECTION, context)],
        include_stacks=algorithm.parameterAsBool(parameters, INCLUDE_STACKS, context),
    )


def _declare_cells(algorithm: EstAlgorithm) -> None:
    incident_input.declare(algorithm)
    algorithm.add(
        QgsProcessingParameterNumber(
            CELL_SIZE,
            translate("est_plugin", "Cell width (metres)"),
            Qgis.ProcessingNumberParameterType.Double,
            defaultValue=HotspotParameters.cell_size,
            minValue=1.0,
        )
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            NEIGHBOURHOOD,
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
    algorithm.add(
        QgsProcessingParameterEnum(
            GRID,
            translate("est_plugin", "Cells"),
            [translate("est_plugin", "Hexagons"), translate("est_plugin", "Squares")],
            defaultValue=0,
        )
    )


def _declare_test(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterEnum(
            SIGNIFICANCE,
            translate("est_plugin", "Significance"),
            [
                translate("est_plugin", "Exact permutation of the counts"),
                translate("est_plugin", "Classic z score, as in ArcGIS"),
            ],
            defaultValue=0,
        ),
        translate("est_plugin", "The classic score finds hotspots in shuffled data too; use it to compare only."),
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            INCLUDE_STACKS,
            translate("est_plugin", "Count reports stacked on one point"),
            defaultValue=False,
        ),
        translate("est_plugin", "Only when you know that they really belong there."),
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            CORRECTION,
            translate("est_plugin", "Correction for many tests"),
            [translate("est_plugin", correction.label) for correction in Correction],
            defaultValue=0,
        ),
        translate(
            "est_plugin",
            "Benjamini-Yekutieli holds however the cells depend on each other, and finds less.",
        ),
    )


def _declare_area(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            STUDY_AREA,
            translate("est_plugin", "Study area"),
            [Qgis.ProcessingSourceType.VectorPolygon],
            optional=True,
        ),
        translate(
            "est_plugin",
            "Where people live and move: all polygons of the layer together. Empty land in it makes the town "
            "itself look hot. Without a layer the cells with incidents and the gaps between them are compared.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            PERIODS,
            translate("est_plugin", "Periods tested together"),
            Qgis.ProcessingNumberParameterType.Integer,
            defaultValue=1,
            minValue=1,
            maxValue=_MOST_PERIODS,
        ),
        translate(
            "est_plugin",
            "The period and those just before it: when several are looked at together, the correction must be made "
            "over the tests of all. Needs a database and a period.",
        ),
    )


def _declare_results(algorithm: EstAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            NAMES,
            translate("est_plugin", "Streets or places that give names"),
            [Qgis.ProcessingSourceType.VectorAnyGeometry],
            optional=True,
        )
    )
    algorithm.add(
        QgsProcessingParameterField(
            NAME_FIELD,
            translate("est_plugin", "Field with the name"),
            "name",
            NAMES,
            optional=True,
        )
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            STORE, translate("est_plugin", "Store the hotspots in the EST database"), defaultValue=True
        ),
        translate("est_plugin", "The places are tracked from period to period. Needs a database and a period."),
    )
    algorithm.add(QgsProcessingParameterFeatureSink(OUTPUT, translate("est_plugin", "Hotspots")))
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            STACKS,
            translate("est_plugin", "Reports stacked on one point"),
            Qgis.ProcessingSourceType.VectorPoint,
            optional=True,
            createByDefault=False,
        ),
        translate("est_plugin", "Look at them before you trust the map: is it the default point of a register?"),
    )
    report_output.declare(algorithm)
