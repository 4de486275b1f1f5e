# SPDX-License-Identifier: GPL-2.0-or-later
"""Which ground does a package show?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.analysis.points import PointSet
    from est_plugin.export.reading import PackageRows

#: Room around what is shown, in metres, and the least width of a map.
_MARGIN = 150.0
_LEAST_WIDTH = 1500.0
_ROUNDED = 100.0
#: One report from the other end of the municipality must not make the town small.
_USUAL = (0.02, 0.98)


def extent_of(rows: PackageRows) -> tuple[float, float, float, float]:
    """What a package shows.

    Raises InputError if nothing has a place.
    """
    places = [
        *(row.wkb for row in rows.hotspots),
        *(row.wkb for row in rows.measures),
        *(row.wkb for row in rows.walks),
    ]
    return extent_around(rows.points, places)


def extent_around(points: PointSet, places: Iterable[bytes | None]) -> tuple[float, float, float, float]:
    """What is shown, with a margin: all places (WKB), and the ground of nearly all incidents.

    Rounded outwards, so that no side of the map tells where the outermost incident lies.

    Raises InputError if nothing has a place.
    """
    shapes = [shapely.from_wkb(wkb) for wkb in places if wkb is not None]
    if len(points):
        (left, right), (bottom, top) = (np.quantile(values, _USUAL) for values in (points.x, points.y))
        shapes.append(shapely.box(left, bottom, right, top))
    if not shapes:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to put on the map of the package."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "The period has no incidents, and there are no hotspots, measures or walks."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another period, or import the reports first."),
        )
    west, south, east, north = shapely.total_bounds(shapes)
    wide = max(_MARGIN, (_LEAST_WIDTH - (east - west)) / 2)
    high = max(_MARGIN, (_LEAST_WIDTH - (north - south)) / 2)
    outer = np.array([west - wide, south - high, -(east + wide), -(north + high)])
    left, bottom, right, top = (float(side) for side in np.floor(outer / _ROUNDED) * _ROUNDED)
    return left, bottom, -right, -top
