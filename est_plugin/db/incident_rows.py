# SPDX-License-Identifier: GPL-2.0-or-later
"""How are counted incidents read row by row? The way that every database knows, and that others are compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from est_plugin.analysis.distinct import distinct
from est_plugin.db.incident_set import IncidentSet
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from est_plugin.db.database import Connection, Database

#: What counts on the map and in every number.
COUNTED = "deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed')"
#: Bytes of a point blob: 8 of header, 5 of WKB head, x, y.
_POINT_BLOB = np.dtype({"names": ["x", "y"], "formats": ["<f8", "<f8"], "offsets": [13, 21], "itemsize": 29})
#: Bounds the memory that rows take while they become arrays.
_ROWS_AT_A_TIME = 20_000
_SELECT = """
    SELECT category, coalesce(organisation, ''), unixepoch(occurred_from), geom,
        coalesce(unixepoch(occurred_to), unixepoch(occurred_from) + CASE WHEN time_known THEN 0 ELSE 86399 END)
    FROM incident
    WHERE {counted} {further}
    ORDER BY id
"""


class _Codes:
    """Texts of rows as numbers, in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._columns = [np.zeros(0, np.int32)]

    def add(self, texts: Sequence[str]) -> None:
        numbers = self._numbers
        self._columns.append(np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int32))

    def sorted(self) -> tuple[npt.NDArray[np.int32], tuple[str, ...]]:
        codes, place = distinct(np.array([code.encode() for code in self._numbers], dtype=np.bytes_))
        return place.astype(np.int32)[np.concatenate(self._columns)], codes


def read_rows(
    database: Database, connection: Connection, further: str = "", parameters: Mapping[str, Any] | Sequence[Any] = ()
) -> IncidentSet:
    """The counted incidents; ``further`` are more conditions in SQL (``AND …``) with their parameters.

    Raises DatabaseError if the database cannot be read or holds a damaged point.
    """
    category, organisation = _Codes(), _Codes()
    points = [np.zeros(0, _POINT_BLOB)]
    times = [np.zeros((0, 2), np.int64)]
    cursor = connection.execute(_SELECT.format(counted=COUNTED, further=further), parameters)
    while rows := cursor.fetchmany(_ROWS_AT_A_TIME):
        category.add([row[0] for row in rows])
        organisation.add([row[1] for row in rows])
        times.append(np.array([(row[2], row[4]) for row in rows], dtype=np.int64))
        points.append(_points(database, [row[3] for row in rows]))
    place = np.concatenate(points)
    time, until = np.concatenate(times).T.copy()
    return IncidentSet(place["x"].copy(), place["y"].copy(), time, until, *category.sorted(), *organisation.sorted())


def _points(database: Database, blobs: list[bytes]) -> npt.NDArray[np.void]:
    """The places in point blobs; raises DatabaseError if one of them is no plain point."""
    if set(map(len, blobs)) - {_POINT_BLOB.itemsize}:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The incidents of {path} cannot be read."),
            why=QT_TRANSLATE_NOOP("est_plugin", "At least one incident is not stored as a plain point."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Delete the point that another program wrote, and place it anew."
            ),
            path=database,
        )
    return np.frombuffer(b"".join(blobs), dtype=_POINT_BLOB)
