# SPDX-License-Identifier: GPL-2.0-or-later
"""How the history writes old values: as JSON of a file, or as JSON of a server."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from est_plugin.db import table_shape
from est_plugin.db.blob_envelope import standard_blob
from est_plugin.db.geometry_blob import GeometryBlob
from est_plugin.db.table_shape import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from est_plugin.db.table_shape import Column, Row, Table

HISTORY = "history"
#: A number that a file keeps as text, with all its digits; ``file_history``'s triggers write it so.
_REAL = "double precision"


class HistoryForm:
    """Turns the column ``old`` of history rows from one form into the other."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """``tables`` as the server tells them."""
        self._kinds = {name: {column.name: _kind(column) for column in table.columns} for name, table in tables.items()}

    def as_file(self, rows: Iterable[Row], history: Table) -> Iterator[Row]:
        """Rows of a server as a file holds them."""
        return self._turned(rows, history, _AS_FILE)

    def as_server(self, rows: Iterable[Row], history: Table) -> Iterator[Row]:
        """Rows of a file as a server holds them."""
        return self._turned(rows, history, _AS_SERVER)

    def _turned(self, rows: Iterable[Row], history: Table, forms: Mapping[str, Callable[[Any], Any]]) -> Iterator[Row]:
        of_table, old = history.position("table_name"), history.position("old")
        for row in rows:
            kinds = self._kinds.get(row[of_table], {})
            values = {
                column: value if value is None or kinds.get(column) not in forms else forms[kinds[column]](value)
                for column, value in json.loads(row[old]).items()
            }
            text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            yield (*row[:old], text, *row[old + 1 :])


def _kind(column: Column) -> str:
    return _REAL if column.type_name == _REAL else column.kind


def _file_number(number: float) -> str:
    # SQLite's own printf has digits that Python's lacks.
    with closing(sqlite3.connect(":memory:")) as connection:
        return str(connection.execute("SELECT printf('%!.17g', ?)", (float(number),)).fetchone()[0])


def _server_instant(text: str) -> str:
    """As ``to_jsonb`` writes it: an offset, and no noughts at the end."""
    return table_shape.instant(text)[:-1].rstrip("0").rstrip(".") + "+00:00"


def _file_geometry(ewkb: str) -> str:
    blob = GeometryBlob.from_ewkb(bytes.fromhex(ewkb))
    return standard_blob(blob).hex().upper()


def _server_geometry(blob: str) -> str:
    return GeometryBlob(bytes.fromhex(blob)).to_ewkb().hex().upper()


_AS_FILE: dict[str, Callable[[Any], Any]] = {
    Kind.BOOLEAN: int,
    Kind.INSTANT: table_shape.instant,
    Kind.GEOMETRY: _file_geometry,
    _REAL: _file_number,
}
_AS_SERVER: dict[str, Callable[[Any], Any]] = {
    Kind.BOOLEAN: bool,
    Kind.INSTANT: _server_instant,
    Kind.GEOMETRY: _server_geometry,
    _REAL: float,
}
