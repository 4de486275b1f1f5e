# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a density stand on the map? As a raster layer whose picture is in memory only.

A density of few incidents is sensitive: it is never in a file on a disk, nor in a project file. While there is no
picture, and in a project file, the source of the layer is a text that GDAL reads as a raster in which there is nothing.
"""

from __future__ import annotations

import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsDataProvider,
    QgsMapLayerLegendUtils,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
)

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.i18n import CONTEXT
from est_plugin.layers import density_colours, roles
from est_plugin.layers.density_raster import write_geotiff
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer
    from qgis.PyQt.QtXml import QDomElement

    from est_plugin.analysis.heatmap import Heatmap
    from est_plugin.i18n import Language

_FOLDER = "/vsimem/est_plugin"
#: One pixel over the ground of the last picture. QGIS asks for its statistics, and GDAL would find none.
_NOTHING = (
    '<VRTDataset rasterXSize="1" rasterYSize="1"><SRS>{crs}</SRS><GeoTransform>{transform}</GeoTransform>'
    '<VRTRasterBand dataType="Byte" band="1"><Metadata><MDI key="STATISTICS_MINIMUM">0</MDI>'
    '<MDI key="STATISTICS_MAXIMUM">1</MDI><MDI key="STATISTICS_MEAN">0</MDI><MDI key="STATISTICS_STDDEV">0</MDI>'
    "</Metadata><NoDataValue>0</NoDataValue></VRTRasterBand></VRTDataset>"
)
#: The look that the layer got here. As long as it has it, it follows the scale; a style of a person's own stays.
_LOOK = "est/look"


class DensityPicture:
    """A density in memory, for as long as somebody holds it. Made in any thread.

    Raises ExportError if there is no room for it.
    """

    def __init__(self, heatmap: Heatmap, crs: QgsCoordinateReferenceSystem) -> None:
        self.heatmap = heatmap
        self.path = f"{_FOLDER}/{uuid4().hex}.tif"
        weakref.finalize(self, _forget, self.path)
        write_geotiff(heatmap.grid, crs, self.path)


def _forget(path: str) -> None:
    """Let go of the picture, and of what GDAL wrote beside it when it was asked for statistics."""
    for name in (path, f"{path}.aux.xml"):
        # Where another plugin lets GDAL raise, it does for a file that is not there.
        with suppress(RuntimeError):
            gdal.Unlink(name)


def make(language: Language) -> QgsRasterLayer:
    """The layer, with nothing to show."""
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
    source = _NOTHING.format(crs="", transform="0,1,0,0,0,-1")
    layer = QgsRasterLayer(source, language.translate(CONTEXT, LayerRole.HEATMAP.label), "gdal", options)
    layer.setExtent(QgsRectangle())
    roles.mark(layer, LayerRole.HEATMAP)
    layer.setCustomProperty(_LOOK, density_colours.look_of(layer.renderer()))
    return layer


def show(layer: QgsRasterLayer, picture: DensityPicture, title: str, language: Language) -> None:
    """Show another picture in our colours, or in those that a person chose instead; all else of the style stays.

    ``title`` stands over the legend.
    """
    grid, breaks = picture.heatmap.grid, picture.heatmap.breaks
    provider: QgsRasterDataProvider = layer.dataProvider()  # type: ignore[assignment] # never None
    renderer = density_colours.renderer(provider, grid, breaks, language)
    look = density_colours.look_of(renderer)
    with _legend(layer, title):
        _set_source(layer, picture.path)
        if density_colours.look_of(layer.renderer()) == (layer.customProperty(_LOOK) or "") != look:
            renderer.setOpacity(layer.opacity())
            layer.setRenderer(renderer)
            layer.setCustomProperty(_LOOK, look)
            _smooth(layer, grid.kind)
    layer.triggerRepaint()


def clear(layer: QgsRasterLayer) -> None:
    """Show nothing, where the picture was."""
    if layer.source().startswith(_FOLDER):
        with _legend(layer, ""):
            _set_source(layer, _nothing_of(layer))
        layer.triggerRepaint()


def _smooth(layer: QgsRasterLayer, kind: DensityKind) -> None:
    """Let no pixel be seen. Of a density the colours run from one pixel to the next, which QGIS draws fast; where each
    class has one colour the values must, so that it has an edge.
    """
    is_level = kind == DensityKind.LEVEL
    stage = Qgis.RasterResamplingStage
    layer.setResamplingStage(stage.ResampleFilter if is_level else stage.Provider)
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    provider: QgsRasterDataProvider = layer.dataProvider()  # type: ignore[assignment] # never None
    # Where GDAL cannot, the pixels are seen.
    provider.enableProviderResampling(not is_level)  # noqa: QGS201
    provider.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)  # noqa: QGS201


@contextmanager
def _legend(layer: QgsRasterLayer, title: str) -> Iterator[None]:
    """Let the title stand where QGIS writes the name of the band. The layer panel closes a legend whose rows are
    replaced; a person who had it open sees it still.
    """
    project = layer.project()
    root = None if project is None else project.layerTreeRoot()
    node = None if root is None else root.findLayer(layer)
    if node is None:
        yield
        return
    is_open = node.isExpanded()
    yield
    if QgsMapLayerLegendUtils.legendNodeUserLabel(node, 0) != title:
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, title)
        layer.legend().itemsChanged.emit()
    if is_open:
        node.setExpanded(False)
        node.setExpanded(True)


def keep_out_of_project(layer: QgsMapLayer, element: QDomElement) -> None:
    """Let the element that a project file holds of a layer refer to no picture in memory.

    What stays in the layer tree of the file tells of no incident: the name of the picture, and the days it is of.
    """
    if isinstance(layer, QgsRasterLayer) and layer.source().startswith(_FOLDER):
        element.firstChildElement("datasource").firstChild().setNodeValue(_nothing_of(layer))


def _nothing_of(layer: QgsRasterLayer) -> str:
    extent = layer.extent()
    size = f"{extent.xMinimum()},{extent.width()},0,{extent.yMaximum()},0,{-extent.height()}"
    return _NOTHING.format(crs=layer.crs().authid(), transform=size)


def _set_source(layer: QgsRasterLayer, source: str) -> None:
    layer.setDataSource(source, layer.name(), "gdal", QgsDataProvider.ProviderOptions())
