# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents lie in each cell of a grid? A server counts them itself and sends cells instead of incidents.

One statement is whole or an error, while rows that are fetched one after the other may be cut short by the network.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.grid import GridKind
from est_plugin.db.incident_rows import COUNTED
from est_plugin.db.incidents import filter_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.analysis.grid import Grid
    from est_plugin.analysis.stacks import Stack
    from est_plugin.db.database import Connection
    from est_plugin.domain.incident import IncidentFilter

_FILTERED = """
    AND occurred_from >= :start AND occurred_from < :end
    AND (:categories = '[]' OR category IN (SELECT value FROM json_each(:categories)))
    AND (:organisations = '[]' OR organisation IN (SELECT value FROM json_each(:organisations)))
    AND (ST_X(geom), ST_Y(geom)) NOT IN (
        SELECT x, y FROM unnest(CAST(:stack_x AS float8[]), CAST(:stack_y AS float8[])) AS stack (x, y)
    )
"""
#: The incidents of a filter on a server, without those on the coordinates ``stack_x``, ``stack_y``.
CHOSEN = COUNTED + _FILTERED
#: Places in cell widths and row heights, and the row below. ``OFFSET 0`` lets each step be worked out once for each
#: incident: else PostgreSQL writes the steps into each other.
_PLACES = """
    SELECT (ST_X(geom) - CAST(:east AS double precision)) / CAST(:width AS double precision) AS c,
        (ST_Y(geom) - CAST(:north AS double precision)) / CAST(:height AS double precision) AS r,
        floor((ST_Y(geom) - CAST(:north AS double precision)) / CAST(:height AS double precision)) AS b, category
    FROM incident
    WHERE @chosen
    OFFSET 0
"""
#: Statements for PostgreSQL. ``HexagonGrid.index`` with the same operations in the same order, so that a point on an
#: edge gets the same cell too. Hexagons of two rows share a third of the height: only there distances are compared.
_COUNT = {
    GridKind.SQUARE: """
        SELECT floor(c) AS i, b AS j, category, count(*) AS number
        FROM (@places) AS places GROUP BY 1, 2, 3
    """,
    GridKind.HEXAGON: """
        SELECT floor(c - 0.5 * j + 0.5) AS i, j, category, count(*) AS number
        FROM (
            SELECT c, category, CASE
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
        GROUP BY 1, 2, 3
    """,
}


@dataclass(frozen=True, eq=False)
class CategoryCounts:
    """One row for each cell and category with incidents, k rows in the order of (i, j, category)."""

    i: IntArray
    j: IntArray
    #: Index into ``category_codes``, which are sorted.
    category: IntArray
    count: IntArray
    category_codes: tuple[str, ...]


def count_by_category(
    connection: Connection, incident_filter: IncidentFilter, grid: Grid, left_out: Sequence[Stack] = ()
) -> CategoryCounts:
    """The incidents of the filter on a server per cell and category, without those on the stacks ``left_out``.

    Raises DatabaseError if the database cannot be read.
    """
    height = grid.cell_size * math.sqrt(3) / 2 if grid.kind == GridKind.HEXAGON else grid.cell_size
    east, north = grid.origin
    parameters = chosen(incident_filter, left_out) | {"width": repr(grid.cell_size), "height": repr(height)}
    parameters |= {"east": repr(east), "north": repr(north)}
    rows = connection.execute(statement_of(grid.kind), parameters).fetchall()
    codes = sorted({row[2] for row in rows})
    rank = {code: index for index, code in enumerate(codes)}
    table = np.array([(i, j, rank[code], number) for i, j, code, number in rows], dtype=np.float64)
    i, j, category, count = table.reshape(-1, 4).T.astype(np.int64)
    order = np.lexsort((category, j, i))
    return CategoryCounts(i[order], j[order], category[order], count[order], tuple(codes))


def chosen(incident_filter: IncidentFilter, left_out: Sequence[Stack] = ()) -> dict[str, object]:
    """The parameters of ``CHOSEN``."""
    places = {"stack_x": [stack.x for stack in left_out], "stack_y": [stack.y for stack in left_out]}
    return {**filter_parameters(incident_filter), **places}


def statement_of(kind: GridKind) -> str:
    """The statement that a server runs; parameters: those of ``chosen``, ``width``, ``height``, ``east``, ``north``."""
    return _COUNT[kind].replace("@places", _PLACES).replace("@chosen", CHOSEN)
