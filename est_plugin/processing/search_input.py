# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm ask how hotspots are searched for?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from qgis.core import (
    Qgis,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from est_plugin.analysis.grid import GridKind
from est_plugin.analysis.hotspots import HotspotParameters
from est_plugin.i18n import translate
from est_plugin.layers.study_area import area_of

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext
    from shapely.geometry.base import BaseGeometry

    from est_plugin.processing.algorithm import EstAlgorithm

CELL_SIZE = "CELL_SIZE"
NEIGHBOURHOOD = "NEIGHBOURHOOD"
GRID = "GRID"
INCLUDE_STACKS = "INCLUDE_STACKS"
STUDY_AREA = "STUDY_AREA"


def declare(algorithm: EstAlgorithm) -> None:
    """Add the parameters."""
    near = translate(
        "est_plugin",
        "Cells with their centre this near are asked about together: about the radius of the places you look for. Two "
        "to three cell widths are good.",
    )
    for name, label, default, help_text in (
        (CELL_SIZE, translate("est_plugin", "Cell width (metres)"), HotspotParameters.cell_size, ""),
        (NEIGHBOURHOOD, translate("est_plugin", "Distance (metres)"), HotspotParameters.neighbourhood, near),
    ):
        algorithm.add(
            QgsProcessingParameterNumber(
                name, label, Qgis.ProcessingNumberParameterType.Double, defaultValue=default, minValue=1.0
            ),
            help_text,
        )
    algorithm.add(
        QgsProcessingParameterEnum(
            GRID,
            translate("est_plugin", "Cells"),
            [translate("est_plugin", "Hexagons"), translate("est_plugin", "Squares")],
            defaultValue=0,
        )
    )
    algorithm.add(
        QgsProcessingParameterBoolean(
            INCLUDE_STACKS, translate("est_plugin", "Count reports stacked on one point"), defaultValue=False
        ),
        translate("est_plugin", "Only when you know that they really belong there."),
    )


def declare_area(algorithm: EstAlgorithm, help_text: str = "") -> None:
    """Add the parameter for the study area; the help says what it is for, if that is not the cells to compare."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            STUDY_AREA,
            translate("est_plugin", "Study area"),
            [Qgis.ProcessingSourceType.VectorPolygon],
            optional=True,
        ),
        help_text
        or translate(
            "est_plugin",
            "Where people live and move: all polygons of the layer together. Empty land in it makes the town "
            "itself look hot. Without a layer the cells with incidents and the gaps between them are compared.",
        ),
    )


def study_area_of(
    algorithm: EstAlgorithm, context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem
) -> BaseGeometry | None:
    """All polygons of the study area together, in ``crs``; None if none was given.

    Raises DatabaseError if they were not read to their end.
    """
    source = algorithm.layer_source(STUDY_AREA)
    return None if source is None else cast("BaseGeometry", area_of(source, crs, context.transformContext()))


def parameters_of(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> HotspotParameters:
    """The settings that were given."""
    return HotspotParameters(
        cell_size=algorithm.parameterAsDouble(parameters, CELL_SIZE, context),
        neighbourhood=algorithm.parameterAsDouble(parameters, NEIGHBOURHOOD, context),
        grid=tuple(GridKind)[algorithm.parameterAsEnum(parameters, GRID, context)],
        include_stacks=algorithm.parameterAsBool(parameters, INCLUDE_STACKS, context),
    )
