# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie in each cell of a grid? A server counts them itself and sends cells instead of incidents.

One statement is whole or an error, while rows that are fetched one after the other may be cut short by the network.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.grid import CellCounts, GridKind, count_cells
from est_plugin.db.incidents import filter_parameters, read_points

if TYPE_CHECKING:
    from est_plugin.analysis.grid import Grid
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter

#: Places in cell widths and row heights, and the row below. ``OFFSET 0`` lets each step be worked out once for each
#: incident: else PostgreSQL writes the steps into each other.
_PLACES = """
    SELECT ST_X(geom) / CAST(:width AS double precision) AS c, ST_Y(geom) / CAST(:height AS double precision) AS r,
        floor(ST_Y(geom) / CAST(:height AS double precision)) AS b
    FROM incident
    WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed')
    AND occurred_from >= :start AND occurred_from < :end
    AND (:categories = '[]' OR category IN (SELECT value FROM json_each(:categories)))
    AND (:organisations = '[]' OR organisation IN (SELECT value FROM json_each(:organisations)))
    OFFSET 0
"""
#: Statements for PostgreSQL. ``HexagonGrid.index`` with the same operations in the same order, so that a point on an
#: edge gets the same cell too. Hexagons of two rows share a third of the height: only there distances are compared.
_COUNT = {
    GridKind.SQUARE: """
        SELECT floor(c) AS i, b AS j, count(*) AS number FROM (@places) AS places GROUP BY 1, 2 ORDER BY 1, 2
    """,
    GridKind.HEXAGON: """
        SELECT floor(c - 0.5 * j + 0.5) AS i, j, count(*) AS number
        FROM (
            SELECT c, CASE
                WHEN r - b < 0.33 THEN b
                WHEN r - b > 0.67 THEN b + 1
                WHEN (c - (floor(c - 0.5 * (b + 1) + 0.5) + 0.5 * (b + 1)))
                    * (c - (floor(c - 0.5 * (b + 1) + 0.5) + 0.5 * (b + 1)))
                    + 0.75 * ((r - (b + 1)) * (r - (b + 1)))
                    <= (c - (floor(c - 0.5 * b + 0.5) + 0.5 * b)) * (c - (floor(c - 0.5 * b + 0.5) + 0.5 * b))
                    + 0.75 * ((r - b) * (r - b))
                THEN b + 1 ELSE b END AS j
            FROM (@places) AS places
            OFFSET 0
        ) AS rows
        GROUP BY 1, 2 ORDER BY 1, 2
    """,
}


def count_in_cells(database: Database, incident_filter: IncidentFilter, grid: Grid) -> CellCounts:
    """The incidents of the filter per cell, the same as ``count_cells`` makes of ``read_points``.

    Raises DatabaseError if the database cannot be read.
    """
    if not database.IS_GUARDED:
        points = read_points(database, incident_filter)
        return count_cells(grid, points.x, points.y)
    height = grid.cell_size * math.sqrt(3) / 2 if grid.kind == GridKind.HEXAGON else grid.cell_size
    parameters = filter_parameters(incident_filter) | {"width": repr(grid.cell_size), "height": repr(height)}
    with database.reading() as connection:
        rows = connection.execute(statement_of(grid.kind), parameters).fetchall()
    i, j, count = np.array(rows, dtype=np.float64).reshape(-1, 3).T.astype(np.int64)
    return CellCounts(i, j, count)


def statement_of(kind: GridKind) -> str:
    """The statement that a server runs; its parameters are those of the filter, and ``width`` and ``height``."""
    return _COUNT[kind].replace("@places", _PLACES)
