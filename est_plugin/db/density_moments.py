# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a density need to know of the incidents in a database? A server adds it up and sends no incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from est_plugin.analysis.map_density import map_moments, pixel_size
from est_plugin.analysis.pixel_moments import PixelMoments
from est_plugin.db.incidents import CHOSEN, filter_parameters, read_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.map_density import Extent
    from est_plugin.db.database import Connection, Database
    from est_plugin.db.loaded_incidents import LoadedIncidents
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
                WHERE @chosen
                OFFSET 0
            ) AS places
            OFFSET 0
        ) AS pixels
        OFFSET 0
    ) AS offsets
    GROUP BY r, c
"""
_EXTENT = """
    SELECT min(ST_X(geom)), min(ST_Y(geom)), max(ST_X(geom)), max(ST_Y(geom)) FROM incident
    WHERE @chosen
"""
_COLUMNS = {"row": "i4", "column": "i4", "number": "i4", "f": "f4", "g": "f4", "ff": "f4", "gg": "f4", "fg": "f4"}


def read_moments(database: Database, incident_filter: IncidentFilter, size: float) -> PixelMoments:
    """The moments of the filter's incidents in pixels of ``size`` metres, the same as of ``read_points``.

    Raises DatabaseError if the database cannot be read.
    """
    if not database.IS_GUARDED:
        points = read_points(database, incident_filter)
        return PixelMoments.of(points.x, points.y, size)
    with database.reading() as connection:
        return _moments_in(cast("ServerConnection", connection), incident_filter, size)


def read_map_moments(
    database: Database, incidents: LoadedIncidents, incident_filters: Sequence[IncidentFilter], bandwidth: float
) -> tuple[PixelMoments, ...]:
    """The moments of each filter's incidents, all in pixels of the size that suits a map of them.

    Of a file they are made of what ``incidents`` holds, which takes no longer than a look; a server is asked for them.
    Raises DatabaseError if the database cannot be read, and InputError as ``pixel_size`` does.
    """
    if not database.IS_GUARDED:
        points = [incidents.points(database, each) for each in incident_filters]
        return map_moments(points, bandwidth)
    with database.reading() as connection:
        extents = [_extent_in(connection, each) for each in incident_filters]
        size = pixel_size(extents, bandwidth)
        return tuple(_moments_in(cast("ServerConnection", connection), each, size) for each in incident_filters)


def _extent_in(connection: Connection, incident_filter: IncidentFilter) -> Extent | None:
    row = connection.execute(_EXTENT.replace("@chosen", CHOSEN), filter_parameters(incident_filter)).fetchone()
    return None if row[0] is None else (float(row[0]), float(row[1]), float(row[2]), float(row[3]))


def _moments_in(connection: ServerConnection, incident_filter: IncidentFilter, size: float) -> PixelMoments:
    parameters = filter_parameters(incident_filter) | {"size": repr(float(size))}
    found = connection.numbers(_MOMENTS.replace("@chosen", CHOSEN), parameters, _COLUMNS)
    found = found[np.lexsort((found["column"], found["row"]))]
    row, column, number = (found[name].astype(np.int64) for name in ("row", "column", "number"))
    sums = np.stack([found[name].astype(np.float64) for name in ("number", "f", "g", "ff", "gg", "fg")])
    return PixelMoments(float(size), row, column, number, sums)
