# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS sees of the plugin: wires and unwires, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class EstPlugin:
    """Every line of ``initGui`` has its opposite in ``unload``."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface

    def initGui(self) -> None:
        """Put the plugin into the desktop."""

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process asks for."""

    def unload(self) -> None:
        """Take down what initGui and initProcessing put up."""
