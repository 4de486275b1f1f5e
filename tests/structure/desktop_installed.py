# SPDX-License-Identifier: GPL-2.0-or-later
"""Desktop script: what QGIS has of the installed plugin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

import est_plugin
from est_plugin.errors import CancelledError

if TYPE_CHECKING:
    from desktop_driver import Desktop


def act(desktop: Desktop) -> dict[str, object]:
    desktop.grab("installed")
    text = CancelledError().what
    return {
        "package": str(Path(est_plugin.__file__).parent),
        "active": "est_plugin" in qgis.utils.active_plugins,
        "algorithms": [algorithm.id() for algorithm in QgsApplication.processingRegistry().algorithms()],
        "translated": QCoreApplication.translate("est_plugin", text) != text,
    }
