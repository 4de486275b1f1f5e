# SPDX-License-Identifier: GPL-2.0-or-later
"""Are the units of a coordinate system metres on the ground?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

#: Web maps stretch metres: at 60 degrees north two of theirs are one.
_STRETCHED = frozenset({"merc", "webmerc"})


def has_true_metres(crs: QgsCoordinateReferenceSystem) -> bool:
    """Can lengths be measured in it? Not in degrees, nor in the metres of web maps."""
    is_metric = crs.isValid() and not crs.isGeographic() and crs.mapUnits() == Qgis.DistanceUnit.Meters
    return is_metric and crs.projectionAcronym() not in _STRETCHED
