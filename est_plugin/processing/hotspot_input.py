# SPDX-License-Identifier: GPL-2.0-or-later
"""What can a person set when est:hotspots searches?"""

from __future__ import annotations

from dataclasses import replace
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
from est_plugin.analysis.hotspots import Significance
from est_plugin.i18n import translate
from est_plugin.processing import incident_input, report_output, row_output, search_input

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.analysis.hotspots import HotspotParameters
    from est_plugin.processing.algorithm import EstAlgorithm

SIGNIFICANCE = "SIGNIFICANCE"
CORRECTION = "CORRECTION"
PERIODS = "PERIODS"
NAMES = "NAMES"
NAME_FIELD = "NAME_FIELD"
STORE = "STORE"
STACKS = "STACKS"
#: Two years of months.
_MOST_PERIODS = 24


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameters, in the order of the form."""
    incident_input.declare(algorithm, times=True)
    search_input.declare(algorithm)
    _declare_test(algorithm)
    search_input.declare_area(algorithm)
    _declare_periods(algorithm)
    _declare_results(algorithm)


def parameters_of(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> HotspotParameters:
    """How to search."""
    return replace(
        search_input.parameters_of(algorithm, parameters, context),
        significance=tuple(Significance)[algorithm.parameterAsEnum(parameters, SIGNIFICANCE, context)],
        correction=tuple(Correction)[algorithm.parameterAsEnum(parameters, CORRECTION, context)],
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


def _declare_periods(algorithm: EstAlgorithm) -> None:
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
    algorithm.add(QgsProcessingParameterFeatureSink(row_output.OUTPUT, translate("est_plugin", "Hotspots")))
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
