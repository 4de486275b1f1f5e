# SPDX-License-Identifier: GPL-2.0-or-later
"""Do two tables hold the same rows, whatever the order and whichever engine keeps them?"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.table_shape import Kind, converted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.table_shape import Row, Table

_SIZE = 16


class RowDigest:
    """The number of rows and the sum of their digests; equal for equal tables."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.rows = 0
        self._sum = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowDigest) and (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment] # it grows

    def add(self, rows: Iterable[Row]) -> None:
        """Count rows in the form in which they travel."""
        for row in converted(rows, self._table, {Kind.GEOMETRY: _place, Kind.JSON: _normal_json}):
            self._sum += int.from_bytes(blake2b(repr(row).encode(), digest_size=_SIZE).digest(), "big")
            self.rows += 1
        self._sum %= 1 << 8 * _SIZE


def _place(blob: bytes) -> tuple[bytes, bytes]:
    """The CRS and the coordinates, without the envelope that one program writes and another does not."""
    return blob[4:8], wkb_of(blob)


def _normal_json(text: str) -> str:
    """PostgreSQL keeps the meaning of JSON and not its blanks."""
    return json.dumps(json.loads(text), sort_keys=True)
