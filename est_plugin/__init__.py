# SPDX-License-Identifier: GPL-2.0-or-later
"""EST: effective coordination for safety (effektiv samordning för trygghet), for the map manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from est_plugin.plugin import EstPlugin
    from est_plugin.unusable_plugin import UnusablePlugin


def classFactory(iface: QgisInterface) -> EstPlugin | UnusablePlugin:
    """Called by QGIS when it loads the plugin."""
    # Inside, since these modules need what environment.problem() looks for.
    from est_plugin.environment import problem  # noqa: PLC0415
    from est_plugin.unusable_plugin import UnusablePlugin  # noqa: PLC0415

    found = problem()
    if found is not None:
        return UnusablePlugin(iface, found)
    from est_plugin.plugin import EstPlugin  # noqa: PLC0415

    return EstPlugin(iface)
