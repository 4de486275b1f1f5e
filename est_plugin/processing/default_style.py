# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a result that QGIS loads get the style that was written beside its file? QGIS's toolbox leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from qgis.core import QgsProcessingLayerPostProcessorInterface

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback


class DefaultStyle(QgsProcessingLayerPostProcessorInterface):
    """Loads it. Each run needs one of its own, which QGIS deletes; its Python half is kept here until it is called."""

    _waiting: ClassVar[set[DefaultStyle]] = set()

    @classmethod
    def for_one_layer(cls) -> DefaultStyle:
        """One that a layer to be loaded may keep."""
        style = cls()
        cls._waiting.add(style)
        return style

    def postProcessLayer(
        self,
        layer: QgsMapLayer | None,
        context: QgsProcessingContext,  # noqa: ARG002 (QGIS's signature)
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> None:
        self._waiting.discard(self)
        if layer is not None:
            layer.loadDefaultStyle()
            layer.triggerRepaint()
