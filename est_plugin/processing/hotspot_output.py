# SPDX-License-Identifier: GPL-2.0-or-later
"""How do hotspots become layers?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from est_plugin.processing.row_output import Rows

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from est_plugin.analysis.hotspots import HotspotResult

_PLACES = (
    ("rank", QMetaType.Type.Int),
    ("name", QMetaType.Type.QString),
    ("incidents", QMetaType.Type.Int),
    ("cells", QMetaType.Type.Int),
    ("z", QMetaType.Type.Double),
    ("q", QMetaType.Type.Double),
    ("main_category", QMetaType.Type.QString),
    ("on_one_point", QMetaType.Type.Int),
    ("dominated", QMetaType.Type.Bool),
)
_STACKS = (
    ("count", QMetaType.Type.Int),
    ("share", QMetaType.Type.Double),
    ("categories", QMetaType.Type.QString),
)


def places(result: HotspotResult, names: list[str], crs: QgsCoordinateReferenceSystem) -> Rows:
    """The places, by rank."""
    rows = []
    for place, name in zip(result.places, names, strict=True):
        main = place.categories[0][0] if place.categories else None
        values = [place.rank, name, place.incidents, place.cells, place.z_max, place.p_min, main]
        rows.append((place.polygon.wkb, [*values, place.on_one_point, place.dominated]))
    return Rows.on_map(_PLACES, Qgis.WkbType.MultiPolygon, crs, rows)


def stacks(result: HotspotResult, crs: QgsCoordinateReferenceSystem) -> Rows:
    """The stacks as points, the largest first."""
    rows = [
        (shapely.Point(stack.x, stack.y).wkb, [stack.count, stack.share, ", ".join(stack.categories)])
        for stack in result.stacks
    ]
    return Rows.on_map(_STACKS, Qgis.WkbType.Point, crs, rows)
