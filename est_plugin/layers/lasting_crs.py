# SPDX-License-Identifier: GPL-2.0-or-later
"""Why does a layer that another thread made still lie in the right place when that thread has ended?

QGIS drops what PROJ knows of a CRS with the thread that worked it out. The CRS still says that it is valid and which
one it is, but each transform from it fails, leaves the points where they are, and is remembered for healthy CRSs too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsMapLayer

_DEGREES, _WEB = "EPSG:4326", "EPSG:3857"


def forget_what_a_thread_knew() -> None:
    """Let QGIS work out anew what it remembers of CRSs, when work in another thread has ended, whose own do not last.

    On the main thread: what PROJ has made for a thread is best let go there, where most of it was made.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()


def make_last(layers: Iterable[QgsMapLayer]) -> None:
    """Give the layers a CRS of the main thread, and let the other threads take theirs from it; on the main thread.

    What has no CRS, or one without a name, stays as it is.
    """
    # A CRS that another thread made may be remembered too: healthy now, but not for long.
    QgsCoordinateReferenceSystem.invalidateCache()
    for layer in layers:
        name = layer.crs().authid()
        lasting = QgsCoordinateReferenceSystem(name)
        if lasting.isValid():
            # One of the same name would be taken for no change, one that is not valid be asked for.
            layer.setCrs(QgsCoordinateReferenceSystem(_WEB if name == _DEGREES else _DEGREES))
            layer.setCrs(lasting)
    QgsCoordinateTransform.invalidateCache()
