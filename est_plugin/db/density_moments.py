# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a density need to know of the incidents in a database? A server adds it up and sends no incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.db.incidents import filter_parameters, read_points

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.db.server_cursor import ServerConnection
    from est_plugin.domain.incident import IncidentFilter

#: ``PixelMoments.of`` with the same operations in the same order, so that a point on an edge gets the same pixel too.
#: ``OFFSET 0`` lets each step be worked out once for each incident: else PostgreSQL writes the steps into each other.
#: The sums leave the server in single precision, which the density has too; the numbers of incidents are exact.
_MOMENTS = """
    SELECT CAST(r AS integer), CAST(c AS integer), CAST(count(*) AS integer), CAST(sum(f) AS real),
        CAST(sum(g) AS real), CAST(sum(f * f) AS real), CAST(sum(g * g) AS real), CAST(sum(f * g) AS real)
    FROM (
        SELECT r, c, x - c - 0.5 AS f, y - r - 0.5 AS g FROM (
            SELECT x, y, floor(x) AS c, floor(y) AS r FROM (
                SELECT ST_X(geom) / CAST(:size AS double precision) AS x,
                    ST_Y(geom) / CAST(:size AS double precision) AS y
                FROM incident
                WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed')
                AND occurred_from >= :start AND occurred_from < :end
                AND (:categories = '[]' OR category IN (SELECT value FROM json_each(:categories)))
                AND (:organisations = '[]' OR organisation IN (SELECT value FROM json_each(:organisations)))
                OFFSET 0
            ) AS places
            OFFSET 0
        ) AS pixels
        OFFSET 0
    ) AS offsets
    GROUP BY r, c
"""
_COLUMNS = {"row": "i4", "column": "i4", "number": "i4", "f": "f4", "g": "f4", "ff": "f4", "gg": "f4", "fg": "f4"}


def read_moments(database: Database, incident_filter: IncidentFilter, size: float) -> PixelMoments:
    """The moments of the filter's incidents in pixels of ``size`` metres, the same as of ``read_points``.

    Raises DatabaseError if the database cannot be read.
    """
    if not database.IS_GUARDED:
        points = read_points(database, incident_filter)
        return PixelMoments.of(points.x, points.y, size)
    parameters = filter_parameters(incident_filter) | {"size": repr(float(size))}
    with database.reading() as connection:
        found = cast("ServerConnection", connection).numbers(_MOMENTS, parameters, _COLUMNS)
    found = found[np.lexsort((found["column"], found["row"]))]
    row, column, number = (found[name].astype(np.int64) for name in ("row", "column", "number"))
    sums = np.stack([found[name].astype(np.float64) for name in ("number", "f", "g", "ff", "gg", "fg")])
    return PixelMoments(float(size), row, column, number, sums)
