# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an algorithm dress a layer that QGIS loads only when the algorithm is gone?"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from qgis.core import QgsProcessingLayerPostProcessorInterface

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback


class KeptPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Dresses one layer. QGIS deletes it in the end, but holds no Python half: that is kept here until it is called."""

    #: One whose layer is never loaded, since the run failed after all, stays here: a few words in memory, until QGIS
    #: ends. They are not cleared at unload, where a layer of a run in the background may still be to come.
    _waiting: ClassVar[set[KeptPostProcessor]] = set()

    @abstractmethod
    def dress(self, layer: QgsMapLayer) -> None:
        """Do it to the layer, in the main thread."""

    def await_layer(self, output: str, context: QgsProcessingContext) -> None:
        """Be called for the layer ``output`` when it is loaded, if it is to be."""
        if context.willLoadLayerOnCompletion(output):
            self._waiting.add(self)
            context.layerToLoadOnCompletionDetails(output).setPostProcessor(self)

    def postProcessLayer(
        self,
        layer: QgsMapLayer | None,
        context: QgsProcessingContext,  # noqa: ARG002 (QGIS's signature)
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> None:
        self._waiting.discard(self)
        if layer is not None:
            self.dress(layer)
            layer.triggerRepaint()
