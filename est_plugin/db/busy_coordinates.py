# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinates carry several reports? A server says so itself, and tells only these."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from est_plugin.analysis.stacks import DEFAULT_MIN_COUNT, DEFAULT_MIN_GAP, DOMINATING, BusyCoordinates
from est_plugin.db.grid_counts import CHOSEN, chosen

if TYPE_CHECKING:
    from est_plugin.db.database import Connection
    from est_plugin.domain.incident import IncidentFilter

#: Fewer reports of one category on a coordinate decide nothing (see ``stacks_among``).
_OF_CATEGORY = math.ceil(DEFAULT_MIN_COUNT / DEFAULT_MIN_GAP)
#: For PostgreSQL, in one pass: rows of a coordinate, of a category on a coordinate, and of a category everywhere.
_BUSY = """
    SELECT x, y, category, count(*) AS number, grouping(x) AS is_sum, grouping(category) AS is_total
    FROM (SELECT ST_X(geom) AS x, ST_Y(geom) AS y, category FROM incident WHERE @chosen OFFSET 0) AS places
    GROUP BY GROUPING SETS ((x, y), (x, y, category), (category))
    HAVING count(*) >= CASE
        WHEN grouping(x) = 1 THEN 1
        WHEN grouping(category) = 1 THEN CAST(:on_coordinate AS bigint)
        ELSE CAST(:of_category AS bigint)
    END
"""


def read_busy_coordinates(connection: Connection, incident_filter: IncidentFilter) -> BusyCoordinates:
    """What ``busy_coordinates`` makes of the incidents of the filter, from a server.

    Of the categories on a coordinate only those with enough reports to make it a stack are told.
    """
    least = chosen(incident_filter) | {"on_coordinate": DOMINATING, "of_category": _OF_CATEGORY}
    rows = connection.execute(_BUSY.replace("@chosen", CHOSEN), least).fetchall()
    sums = {row["category"]: row["number"] for row in rows if row["is_sum"]}
    codes = sorted(sums)
    totals = np.array([(row["x"], row["y"], row["number"]) for row in rows if row["is_total"]]).reshape(-1, 3)
    # Adding 0.0 turns -0.0 into 0.0, as in a PointSet.
    x, y, total = (totals + 0.0)[np.lexsort((totals[:, 1], totals[:, 0]))].T
    place = {where: index for index, where in enumerate(zip(x.tolist(), y.tolist(), strict=True))}
    parts = [row for row in rows if not row["is_sum"] and not row["is_total"]]
    return BusyCoordinates(
        x=x,
        y=y,
        total=total.astype(np.int64),
        place=np.array([place[row["x"] + 0.0, row["y"] + 0.0] for row in parts], dtype=np.int64),
        category=np.array([codes.index(row["category"]) for row in parts], dtype=np.int64),
        count=np.array([row["number"] for row in parts], dtype=np.int64),
        category_codes=tuple(codes),
        sums=np.array([sums[code] for code in codes], dtype=np.int64),
    )
