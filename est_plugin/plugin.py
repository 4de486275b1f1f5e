# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS sees of the plugin: wires and unwires, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from est_plugin import i18n
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator


class EstPlugin:
    """Every line of ``initGui`` has its opposite in ``unload``."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._translator: QTranslator | None = i18n.install()
        self._provider: EstProvider | None = None

    def initGui(self) -> None:
        """Put the plugin into the desktop."""
        self.initProcessing()

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process asks for."""
        self._provider = EstProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self) -> None:
        """Take down what initGui and initProcessing put up."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        i18n.remove(self._translator)
        self._translator = None
