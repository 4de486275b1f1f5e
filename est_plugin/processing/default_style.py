# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a result that QGIS loads get the style that was written beside its file? QGIS's toolbox leaves it out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingLayerPostProcessorInterface

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback


class DefaultStyle(QgsProcessingLayerPostProcessorInterface):
    """Loads it."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer | None,
        context: QgsProcessingContext,  # noqa: ARG002 (QGIS's signature)
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> None:
        if layer is not None:
            layer.loadDefaultStyle()
            layer.triggerRepaint()


@cache
def default_style() -> DefaultStyle:
    """The one that there is. QGIS does not keep it, and calls it when the algorithm is gone."""
    return DefaultStyle()
