# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does a place of one coordinate system lie in another?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCsException, QgsGeometry  # type: ignore[attr-defined] # the stubs lack QgsCsException

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransform


def moved(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry:
    """A copy of the geometry, moved.

    Raises InputError where a coordinate system does not reach.
    """
    copy = QgsGeometry(geometry)
    try:
        copy.transform(transform)  # noqa: QGS201 (it raises)
    except QgsCsException as error:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The place cannot be found in {crs}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It lies outside what this coordinate system can show."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another coordinate system for the map."),
            crs=transform.destinationCrs().userFriendlyIdentifier(),
        ) from error
    return copy
