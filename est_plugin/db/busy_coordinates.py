# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinates carry several reports? A server says so itself, and tells only these."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from est_plugin.analysis.stacks import DEFAULT_MIN_COUNT, DEFAULT_MIN_GAP, DOMINATING, BusyCoordinates
from est_plugin.db.grid_counts import CHOSEN, chosen

if TYPE_CHECKING:
    from est_plugin.db.database import Connection
    from est_plugin.domain.incident import IncidentFilter

#: Fewer reports of one category on a coordinate decide nothing (see ``stacks_among``).
_OF_CATEGORY = math.ceil(DEFAULT_MIN_COUNT / DEFAULT_MIN_GAP)
#: For PostgreSQL. Each grouping is a statement of its own, since the session ends one that takes over a minute.
_PLACES = "SELECT ST_X(geom) AS x, ST_Y(geom) AS y, category FROM incident WHERE @chosen OFFSET 0"
_BUSY = """
    SELECT x, y, count(*) AS number FROM (@places) AS places GROUP BY x, y HAVING count(*) >= :least
"""
_OF_EACH = """
    SELECT x, y, category, count(*) AS number FROM (@places) AS places
    WHERE (x, y) IN (SELECT * FROM unnest(CAST(:xs AS float8[]), CAST(:ys AS float8[])) AS busy (x, y))
    GROUP BY x, y, category HAVING count(*) >= :least
"""
_SUMS = "SELECT category, count(*) AS number FROM incident WHERE @chosen GROUP BY category"


def read_busy_coordinates(connection: Connection, incident_filter: IncidentFilter) -> BusyCoordinates:
    """What ``busy_coordinates`` makes of the incidents of the filter, from a server.

    Of the categories on a coordinate only those with enough reports to make it a stack are told.
    """
    wanted = chosen(incident_filter)
    sums = dict(_rows(connection, _SUMS, wanted))
    codes = sorted(sums)
    coordinates = _rows(connection, _BUSY, wanted | {"least": DOMINATING})
    # Adding 0.0 turns -0.0 into 0.0, as in a PointSet.
    totals = np.array(coordinates, dtype=np.float64).reshape(-1, 3) + 0.0
    x, y, total = totals[np.lexsort((totals[:, 1], totals[:, 0]))].T
    place = {where: index for index, where in enumerate(zip(x.tolist(), y.tolist(), strict=True))}
    candidates = {"xs": x[total >= _OF_CATEGORY].tolist(), "ys": y[total >= _OF_CATEGORY].tolist()}
    parts = _rows(connection, _OF_EACH, wanted | candidates | {"least": _OF_CATEGORY})
    return BusyCoordinates(
        x=x,
        y=y,
        total=total.astype(np.int64),
        place=np.array([place[row[0] + 0.0, row[1] + 0.0] for row in parts], dtype=np.int64),
        category=np.array([codes.index(row[2]) for row in parts], dtype=np.int64),
        count=np.array([row[3] for row in parts], dtype=np.int64),
        category_codes=tuple(codes),
        sums=np.array([sums[code] for code in codes], dtype=np.int64),
    )


def _rows(connection: Connection, sql: str, parameters: dict[str, object]) -> list[Any]:
    return connection.execute(sql.replace("@places", _PLACES).replace("@chosen", CHOSEN), parameters).fetchall()
