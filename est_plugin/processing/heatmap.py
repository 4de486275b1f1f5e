# SPDX-License-Identifier: GPL-2.0-or-later
"""est:heatmap – density of incidents as a raster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from est_plugin.analysis.density import DensityParameters, density
from est_plugin.analysis.kernels import Kernel
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers.density_raster import write_geotiff
from est_plugin.processing import incident_input
from est_plugin.processing.incident_input import IncidentAlgorithm

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.feedback import Feedback

_KERNEL_LABELS = {
    Kernel.QUARTIC: QT_TRANSLATE_NOOP("est_plugin", "Quartic"),
    Kernel.UNIFORM: QT_TRANSLATE_NOOP("est_plugin", "Uniform"),
    Kernel.TRIANGULAR: QT_TRANSLATE_NOOP("est_plugin", "Triangular"),
    Kernel.EPANECHNIKOV: QT_TRANSLATE_NOOP("est_plugin", "Epanechnikov"),
    Kernel.GAUSSIAN: QT_TRANSLATE_NOOP("est_plugin", "Gaussian"),
}


class HeatmapAlgorithm(IncidentAlgorithm):
    """Face of ``analysis.density``."""

    ID = "heatmap"
    ICON = "situation"
    BANDWIDTH = "BANDWIDTH"
    CELL_SIZE = "CELL_SIZE"
    KERNEL = "KERNEL"
    OUTPUT = "OUTPUT"

    def displayName(self) -> str:
        return translate("est_plugin", "Heatmap")

    def help_text(self) -> str:
        return translate(
            "est_plugin",
            "Density of incidents, in events per square kilometre. The sum over the map is the number of incidents, "
            "and the picture does not move when the extent changes.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        incident_input.declare(self)
        for name, label, default in (
            (self.BANDWIDTH, translate("est_plugin", "Bandwidth (metres)"), 250.0),
            (self.CELL_SIZE, translate("est_plugin", "Pixel size (metres)"), 25.0),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, defaultValue=default, minValue=0.1
                )
            )
        self.add(
            QgsProcessingParameterEnum(
                self.KERNEL,
                translate("est_plugin", "Kernel"),
                [translate("est_plugin", label) for label in _KERNEL_LABELS.values()],
                defaultValue=0,
            )
        )
        self.add(QgsProcessingParameterRasterDestination(self.OUTPUT, translate("est_plugin", "Heatmap")))

    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        source = incident_input.source_of(self, parameters, context)
        points = source.points()
        if len(points) == 0:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "No heatmap can be made."),
                why=QT_TRANSLATE_NOOP("est_plugin", "There is no incident in the period or the layer."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or take in reports first."),
            )
        chosen = DensityParameters(
            bandwidth=self.parameterAsDouble(parameters, self.BANDWIDTH, context),
            cell_size=self.parameterAsDouble(parameters, self.CELL_SIZE, context),
            kernel=tuple(_KERNEL_LABELS)[self.parameterAsEnum(parameters, self.KERNEL, context)],
        )
        grid = density(points.x, points.y, chosen, feedback)
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        write_geotiff(grid, source.crs, output)
        return {self.OUTPUT: output}
