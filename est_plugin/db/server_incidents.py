# SPDX-License-Identifier: GPL-2.0-or-later
"""How are all counted incidents of a server read at once? As one copy in binary, counted in the same snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from est_plugin.db.incident_rows import COUNTED
from est_plugin.db.incident_set import IncidentSet

if TYPE_CHECKING:
    from est_plugin.analysis.arrays import IntArray
    from est_plugin.db.server_cursor import ServerConnection

_CODES = "SELECT category, coalesce(organisation, ''), count(*) FROM incident WHERE {counted} GROUP BY 1, 2"
#: Codes go as numbers: the place in a list that is sent along. Times go as they are kept.
_QUERY = """
    SELECT i.id::bigint, ST_X(i.geom), ST_Y(i.geom), i.occurred_from,
        CASE WHEN i.occurred_to IS NULL AND NOT i.time_known THEN i.occurred_from + interval '86399 seconds'
            ELSE coalesce(i.occurred_to, i.occurred_from) END,
        c.place::integer, o.place::integer
    FROM incident AS i
    JOIN unnest({categories}) WITH ORDINALITY AS c (code, place) ON c.code = i.category
    JOIN unnest({organisations}) WITH ORDINALITY AS o (code, place) ON o.code = coalesce(i.organisation, '')
    WHERE {counted}
"""
#: Signature, flags and length of an extension that is not there; at the end a row of -1 fields.
_HEAD, _END = b"PGCOPY\n\xff\r\n\x00" + bytes(8), b"\xff\xff"
_SECONDS_UNTIL_2000 = 946_684_800
_KINDS = {"id": ">i8", "x": ">f8", "y": ">f8", "time": ">i8", "until": ">i8", "category": ">i4", "organisation": ">i4"}
#: Number of fields; before each its length.
_ROW = np.dtype(
    [("fields", ">i2")]
    + [part for name, kind in _KINDS.items() for part in ((f"length_of_{name}", ">i4"), (name, kind))]
)


def read_copy(connection: ServerConnection) -> IncidentSet | None:
    """The counted incidents that the login may see; None if one of them is no plain point, or not as counted.

    ``connection`` is one of ``ServerDatabase.reading``. Raises what it raises.
    """
    found = connection.execute(_CODES.format(counted=COUNTED)).fetchall()
    categories, organisations = (tuple(sorted({row[place] for row in found})) for place in (0, 1))
    copied = connection.copied(
        _QUERY.format(categories=_array(categories), organisations=_array(organisations), counted=COUNTED)
    )
    rows = _rows(copied, sum(row[2] for row in found))
    if rows is None:
        return None
    order = np.argsort(rows["id"], kind="stable")
    column = {name: rows[name].astype(np.dtype(kind).newbyteorder("="))[order] for name, kind in _KINDS.items()}
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


def _rows(copied: memoryview, count: int) -> np.ndarray[tuple[int], np.dtype[np.void]] | None:
    """None if the rows are not as many, or not all of the form that is expected."""
    size = count * _ROW.itemsize
    if len(copied) != len(_HEAD) + size + len(_END) or bytes(copied[: len(_HEAD)]) != _HEAD:
        return None
    rows = np.frombuffer(copied[len(_HEAD) : len(_HEAD) + size], dtype=_ROW)
    lengths: list[tuple[IntArray, int]] = [(rows["fields"], len(_KINDS))]
    lengths += [(rows[f"length_of_{name}"], np.dtype(kind).itemsize) for name, kind in _KINDS.items()]
    return rows if all((found == expected).all() for found, expected in lengths) else None


def _seconds(kept: IntArray) -> IntArray:
    """Seconds since 1970 of PostgreSQL's microseconds since 2000."""
    seconds: IntArray = kept // 1_000_000 + _SECONDS_UNTIL_2000
    return seconds


def _array(texts: tuple[str, ...]) -> str:
    """An array of texts for PostgreSQL, whatever stands in them."""
    quoted = ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
    return f"ARRAY[{quoted}]::text[]"
