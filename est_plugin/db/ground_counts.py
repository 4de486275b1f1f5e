# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents of a database lie on each of some pieces of ground? A server counts them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.stacks import on_stacks
from est_plugin.db.grid_counts import CHOSEN, chosen
from est_plugin.db.incidents import read_points
from est_plugin.feedback import step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.stacks import Stack
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.feedback import Feedback

#: Metres from the edge within which the server leaves the answer to the same geometry library that a file uses.
_EDGE_M = 0.001
#: For PostgreSQL: incidents well inside each ground, and the places of those on its edge.
_ON_GROUNDS = """
    SELECT number, edge_x, edge_y, count(*) AS incidents
    FROM (
        SELECT g.number, CASE WHEN is_edge THEN ST_X(p.geom) END AS edge_x,
            CASE WHEN is_edge THEN ST_Y(p.geom) END AS edge_y
        FROM (
            SELECT number, ST_SetSRID(ST_GeomFromWKB(decode(wkb, 'hex')), :srs_id) AS ground
            FROM unnest(CAST(:numbers AS int[]), CAST(:grounds AS text[])) AS g (number, wkb)
        ) AS g
        JOIN LATERAL (
            SELECT geom FROM incident WHERE geom && ground AND @chosen
        ) AS p ON true
        CROSS JOIN LATERAL (SELECT ST_DWithin(ST_Boundary(ground), p.geom, :edge) AS is_edge) AS e
        WHERE is_edge OR ST_Contains(ground, p.geom)
    ) AS found
    GROUP BY 1, 2, 3
"""


def count_on_grounds(
    database: Database,
    incident_filter: IncidentFilter,
    grounds: Sequence[BaseGeometry],
    left_out: Sequence[Stack],
    feedback: Feedback,
) -> list[int]:
    """The incidents of the filter within each of ``grounds`` (in the database's CRS; they may overlap), without those
    on the stacks ``left_out``; the same from a server as ``count_on`` counts.

    Raises DatabaseError if the database cannot be read, CancelledError if a person has cancelled.
    """
    if not grounds:
        return []
    if not database.IS_GUARDED:
        points = read_points(database, incident_filter)
        return count_on(grounds, points.select(~on_stacks(points, left_out)), feedback)
    step(feedback, 0.0)
    parameters = chosen(incident_filter, left_out) | {
        "numbers": list(range(len(grounds))),
        "grounds": [ground.wkb.hex() for ground in grounds],
        "srs_id": database.srs_id,
        "edge": _EDGE_M,
    }
    with database.reading() as connection:
        rows = connection.execute(_ON_GROUNDS.replace("@chosen", CHOSEN), parameters).fetchall()
    counts = [0] * len(grounds)
    for row in rows:
        ground = grounds[row["number"]]
        if row["edge_x"] is None or shapely.contains_xy(ground, row["edge_x"], row["edge_y"]):
            counts[row["number"]] += row["incidents"]
    step(feedback, 1.0)
    return counts
