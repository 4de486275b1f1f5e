# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a result that QGIS loads get the style that was written beside its file? QGIS's toolbox leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.processing.kept_post_processor import KeptPostProcessor

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer


class DefaultStyle(KeptPostProcessor):
    """Loads it."""

    def dress(self, layer: QgsMapLayer) -> None:
        layer.loadDefaultStyle()
