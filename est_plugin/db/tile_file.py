# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes map tiles into one MBTiles file, which QGIS and the apps of the field read without a network."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_TABLES = """
    CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT);
    CREATE TABLE tiles (
        zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,
        PRIMARY KEY (zoom_level, tile_column, tile_row)
    );
"""


def write_tiles(path: Path, metadata: Mapping[str, str], tiles: Iterable[tuple[int, int, int, bytes]]) -> None:
    """Write tiles of (zoom, column, row counted from the north, picture). Raises sqlite3.Error if it cannot."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_TABLES)
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
        # The format counts rows from the south.
        flipped = ((zoom, column, 2**zoom - 1 - row, picture) for zoom, column, row, picture in tiles)
        connection.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", flipped)
        connection.commit()
