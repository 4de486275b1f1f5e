# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns has the schema? Asked of the schema itself, so that a new column is known at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from est_plugin.db.schema_version import migrations


@dataclass(frozen=True, order=True)
class SchemaColumn:
    """A column of a table; ``is_text`` tells free text and codes from numbers, times and places."""

    table: str
    name: str
    is_text: bool


@cache
def schema_columns() -> frozenset[SchemaColumn]:
    """All columns of the tables that hold a municipality's work; both engines have the same."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in migrations():
            for script in step.files:
                text = script.read_text(encoding="utf-8")
                # What lists our tables in a GeoPackage needs a GeoPackage, and makes none.
                if "gpkg_" not in text:
                    connection.executescript(text)
        rows = connection.execute(
            "SELECT t.name, c.name, c.type FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'"
        )
        return frozenset(SchemaColumn(table, name, kind == "TEXT") for table, name, kind in rows)
