# SPDX-License-Identifier: GPL-2.0-or-later
"""How are very many incidents of a server read at once? As one copy in binary, counted in the same snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from est_plugin.db.incident_rows import COUNTED
from est_plugin.db.incident_set import IncidentSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.analysis.arrays import IntArray
    from est_plugin.db.server_cursor import ServerConnection

_CODES = """
    SELECT category, coalesce(organisation, ''), count(*) FROM incident WHERE {counted} {further} GROUP BY 1, 2
"""
#: Codes go as numbers: the place in a list that is sent along. Times go as they are kept, an empty point as NaN.
_QUERY = """
    SELECT CAST(i.id AS bigint), coalesce(ST_X(i.geom), 'NaN'), coalesce(ST_Y(i.geom), 'NaN'), i.occurred_from,
        CASE WHEN i.occurred_to IS NULL AND NOT i.time_known THEN i.occurred_from + interval '86399 seconds'
            ELSE coalesce(i.occurred_to, i.occurred_from) END,
        CAST(c.rank AS integer), CAST(o.rank AS integer)
    FROM incident AS i
    JOIN unnest(CAST(:category_codes AS text[])) WITH ORDINALITY AS c (code, rank) ON c.code = i.category
    JOIN unnest(CAST(:organisation_codes AS text[])) WITH ORDINALITY AS o (code, rank)
        ON o.code = coalesce(i.organisation, '')
    WHERE {counted} {further}
"""
_COLUMNS = {"id": "i8", "x": "f8", "y": "f8", "time": "i8", "until": "i8", "category": "i4", "organisation": "i4"}
_SECONDS_UNTIL_2000 = 946_684_800


def read_copy(
    connection: ServerConnection, further: str = "", parameters: Mapping[str, Any] | None = None
) -> IncidentSet | None:
    """The counted incidents that the login may see; ``further`` are more conditions in SQL (``AND …``) with their
    parameters. None if one of the incidents is no plain point, or if they are not as many as counted.

    ``connection`` is one of ``ServerDatabase.reading``. Raises what it raises.
    """
    known = dict(parameters or {})
    found = connection.execute(_CODES.format(counted=COUNTED, further=further), known).fetchall()
    categories, organisations = (tuple(sorted({row[place] for row in found})) for place in (0, 1))
    codes = {"category_codes": list(categories), "organisation_codes": list(organisations)}
    rows = connection.numbers(_QUERY.format(counted=COUNTED, further=further), known | codes, _COLUMNS)
    if rows.size != sum(row[2] for row in found) or np.isnan(rows["x"]).any() or np.isnan(rows["y"]).any():
        return None
    order = np.argsort(rows["id"], kind="stable")
    column = {name: rows[name].astype(np.dtype(kind))[order] for name, kind in _COLUMNS.items()}
    return IncidentSet(
        column["x"],
        column["y"],
        _seconds(column["time"]),
        _seconds(column["until"]),
        column["category"] - np.int32(1),
        categories,
        column["organisation"] - np.int32(1),
        organisations,
    )


def _seconds(kept: IntArray) -> IntArray:
    """Seconds since 1970 of PostgreSQL's microseconds since 2000."""
    seconds: IntArray = kept // 1_000_000 + _SECONDS_UNTIL_2000
    return seconds
