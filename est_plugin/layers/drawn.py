# SPDX-License-Identifier: GPL-2.0-or-later
"""Can a person see a layer anywhere: on the map, with a map theme, or in a layout that keeps its layers?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsLayoutItemMap

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject


def may_be_drawn(project: QgsProject, layer: QgsMapLayer) -> bool:
    """False only where the layer is switched off everywhere, so that nobody misses what it would show."""
    node = project.layerTreeRoot().findLayer(layer)
    themes = project.mapThemeCollection()
    return (
        (node is not None and node.isVisible())
        or any(layer.id() in themes.mapThemeVisibleLayerIds(theme) for theme in themes.mapThemes())
        or any(_keeps(item, layer) for layout in project.layoutManager().printLayouts() for item in layout.items())
    )


def _keeps(item: object, layer: QgsMapLayer) -> bool:
    return isinstance(item, QgsLayoutItemMap) and item.keepLayerSet() and layer in item.layers()
