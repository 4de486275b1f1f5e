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

#: Places in cell widths and row heights. ``OFFSET 0`` lets every step be worked out once for each incident: else
#: PostgreSQL writes the steps into each other.
_PLACES = """
    SELECT ST_X(geom) / CAST(:width AS double precision) AS c, ST_Y(geom) / CAST(:height AS double precision) AS r
    FROM incident
    WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed')
    AND occurred_from >= :start AND occurred_from < :end
    AND (:categories = '[]' OR category IN (SELECT value FROM json_each(:categories)))
    AND (:organisations = '[]' OR organisation IN (SELECT value FROM json_each(:organisations)))
    OFFSET 0
"""
#: Statements for PostgreSQL. Step by step ``HexagonGrid.index``, in the same order of the same operations, so that
#: also a point on an edge gets the same cell.
_COUNT = {
    GridKind.SQUARE: """
        SELECT i, j, count(*) AS number FROM (SELECT floor(c) AS i, floor(r) AS j FROM (@places) AS places) AS cells
        GROUP BY i, j ORDER BY i, j
    """,
    GridKind.HEXAGON: """
        SELECT i, j, count(*) AS number
        FROM (
            SELECT CASE WHEN is_above THEN i_above ELSE i_below END AS i, CASE WHEN is_above THEN b + 1 ELSE b END AS j
            FROM (
                SELECT b, i_below, i_above,
                    (c - (i_above + 0.5 * (b + 1))) * (c - (i_above + 0.5 * (b + 1)))
                    + 0.75 * ((r - (b + 1)) * (r - (b + 1)))
                    <= (c - (i_below + 0.5 * b)) * (c - (i_below + 0.5 * b)) + 0.75 * ((r - b) * (r - b)) AS is_above
                FROM (
                    SELECT c, r, b, floor(c - 0.5 * b + 0.5) AS i_below, floor(c - 0.5 * (b + 1) + 0.5) AS i_above
                    FROM (SELECT c, r, floor(r) AS b FROM (@places) AS places OFFSET 0) AS rows
                    OFFSET 0
                ) AS columns
                OFFSET 0
            ) AS nearest
        ) AS cells
        GROUP BY i, j ORDER BY i, j
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
