# SPDX-License-Identifier: GPL-2.0-or-later
"""Has a file of map data changed? A mark that is another when its contents are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from est_plugin.db.file_uri import file_uri

if TYPE_CHECKING:
    from pathlib import Path


def content_mark(path: Path, table: str) -> tuple[str, ...]:
    """The mark of a file, for a GeoPackage of one of its tables: a report taken in does not change the town beside it.

    Raises OSError if the file cannot be read.
    """
    if path.suffix.lower() == ".gpkg" and table:
        found = _table_mark(path, table)
        if found is not None:
            return found
    # A shapefile is several files; so is a picture with its world file.
    files = sorted(each for each in path.parent.glob(f"{path.stem}.*") if each.is_file())
    states = [(each.name, each.stat()) for each in files]
    return tuple(f"{name} {state.st_mtime_ns} {state.st_size}" for name, state in states)


def _table_mark(path: Path, table: str) -> tuple[str, ...] | None:
    """When the table was last changed, as every program that follows the format writes it, and its rows and bounds."""
    try:
        with closing(sqlite3.connect(file_uri(path.absolute(), "mode=ro"), uri=True)) as connection:
            row = connection.execute(
                "SELECT last_change, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE lower(table_name) = lower(?)",
                (table,),
            ).fetchone()
            if row is None:
                return None
            name = table.replace('"', '""')
            rows = connection.execute(f'SELECT count(*), max(rowid) FROM "{name}"').fetchone()  # nosec B608 # noqa: S608
    except sqlite3.Error:
        return None
    return tuple(str(value) for value in (path, table, *row, *rows))


def layer_counts(path: Path) -> dict[str, int]:
    """How many rows each layer has of a GeoPackage that nobody writes to any more; nothing of a damaged one."""
    try:
        with closing(sqlite3.connect(file_uri(path.resolve(), "mode=ro&immutable=1"), uri=True)) as connection:
            names = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
            return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # nosec B608 # noqa: S608
    except sqlite3.Error:
        return {}
