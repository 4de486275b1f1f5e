# SPDX-License-Identifier: GPL-2.0-or-later
"""In which form do the values of a table travel between a file and a server?

As a GeoPackage holds them: instants as texts in UTC with milliseconds, uuids as texts in small letters, truth as 0 or
1, geometries as blobs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from est_plugin.db import times
from est_plugin.db.geometry_blob import GeometryBlob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: What belongs to the town's map: no part of the schema, so a copy makes these tables anew.
TOWN = "town_"
#: Rows that are read and written together.
ROWS_AT_A_TIME = 2000
#: The types of geometry that both engines know; what a file says of itself goes into no statement unseen.
GEOMETRY_TYPES = frozenset(
    {"GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"}
)
Row = tuple[Any, ...]


class Kind(StrEnum):
    """What the engines write differently; PLAIN is the rest."""

    PLAIN = "plain"
    BOOLEAN = "boolean"
    INSTANT = "instant"
    UUID = "uuid"
    JSON = "json"
    BYTES = "bytes"
    GEOMETRY = "geometry"


@dataclass(frozen=True)
class Column:
    """A column; ``type_name`` is the type as the engine says it."""

    name: str
    kind: Kind
    type_name: str


@dataclass(frozen=True)
class Table:
    """A table, with the tables that its rows refer to."""

    name: str
    columns: tuple[Column, ...]
    parents: frozenset[str] = frozenset()

    def position(self, column: str) -> int:
        """Where in a row a column stands."""
        return [known.name for known in self.columns].index(column)


def converted(rows: Iterable[Sequence[Any]], table: Table, forms: dict[Kind, Callable[[Any], Any]]) -> Iterator[Row]:
    """The rows with what each kind of column needs done to its values; nothing stays nothing."""
    steps = [(place, forms[column.kind]) for place, column in enumerate(table.columns) if column.kind in forms]
    for row in rows:
        values = list(row)
        for place, form in steps:
            if values[place] is not None:
                values[place] = form(values[place])
        yield tuple(values)


def instant(text: str) -> str:
    """An instant as we write it; one without a zone, as other programs leave in a file, is UTC."""
    if len(text) == len(times.EARLIEST) and text[10] == "T" and text[19] == "." and text[23] == "Z":
        return text
    moment = times.from_text(text)
    return times.to_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


#: How values of a file begin to travel.
FROM_FILE: dict[Kind, Callable[[Any], Any]] = {
    Kind.INSTANT: instant,
    Kind.UUID: str.lower,
    Kind.GEOMETRY: GeometryBlob,
}
