# SPDX-License-Identifier: GPL-2.0-or-later
"""EST: effective coordination for safety (effektiv samordning för trygghet), for the map manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from est_plugin.plugin import EstPlugin


def classFactory(iface: QgisInterface) -> EstPlugin:
    """Called by QGIS when it loads the plugin."""
    from est_plugin.plugin import EstPlugin  # noqa: PLC0415 (QGIS imports this module only to ask for the class)

    return EstPlugin(iface)
