# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a density that was written as a file look when QGIS opens it? A QML file beside it says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsBilinearRasterResampler, QgsRasterLayer

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.layers import density_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsRasterDataProvider

    from est_plugin.analysis.density_grid import DensityGrid
    from est_plugin.i18n import Language


def write_style(grid: DensityGrid, breaks: Sequence[float], path: str, language: Language) -> None:
    """Write the style of the raster at ``path``, with the scale ``breaks`` and the unit in its legend.

    Raises ExportError if the file cannot be written.
    """
    layer = QgsRasterLayer(path, "density", "gdal", QgsRasterLayer.LayerOptions(loadDefaultStyle=False))
    provider: QgsRasterDataProvider = layer.dataProvider()  # type: ignore[assignment] # never None
    layer.setRenderer(density_colours.renderer(provider, grid, breaks, language))
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    style = str(Path(path).with_suffix(".qml"))
    message, is_written = layer.saveNamedStyle(style)
    if not is_written:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The style {path} could not be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "QGIS says: {error}"),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the folder exists and that the disk is not full."),
            path=style,
            error=message,
        )
