# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a GeoPackage tell? Its tables, columns and values; what none should have: programs, rests, projects."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from est_plugin.db.file_uri import file_uri
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.allowed_fields import allowed_fields
from est_plugin.export.gate_findings import NOT_WHOLE, Finding, Piece, Told
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLE = QT_TRANSLATE_NOOP("est_plugin", "It holds a table that is no layer of the package.")
_FIELD = QT_TRANSLATE_NOOP("est_plugin", "It has a column that no layer of a package may have.")
_PROGRAM = QT_TRANSLATE_NOOP("est_plugin", "It holds a trigger or a view.")
_RESTS = QT_TRANSLATE_NOOP("est_plugin", "It holds rests of rows that were deleted.")
#: What the standard asks for (OGC 12-128r19), GDAL's count of rows, and QGIS's styles.
_MACHINERY = frozenset(
    [
        "gpkg_spatial_ref_sys",
        "gpkg_contents",
        "gpkg_geometry_columns",
        "gpkg_extensions",
        "gpkg_tile_matrix_set",
        "gpkg_tile_matrix",
        "gpkg_ogr_contents",
        "sqlite_sequence",
        "layer_styles",
    ]
)
_STYLES = "layer_styles"
_INDEX = "rtree_"
#: Triggers that keep the index, the count of rows and the rules of the standard.
_KEEPERS = ("rtree_", "gpkg_tile_matrix_", "trigger_insert_feature_count_", "trigger_delete_feature_count_")


def read_geopackage(path: Path) -> Told:
    """Names of columns and all values that are text; geometries are not texts."""
    try:
        with closing(sqlite3.connect(file_uri(path.resolve(), "mode=ro&immutable=1"), uri=True)) as connection:
            return _read(connection)
    except sqlite3.DatabaseError:
        return Told(findings=(Finding("", NOT_WHOLE),))


def _read(connection: sqlite3.Connection) -> Told:
    layers = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    findings: list[Finding] = []
    pieces: list[Piece] = []
    # No name is told, as it could be anything.
    for number, (kind, name) in enumerate(
        connection.execute("SELECT type, name FROM sqlite_master WHERE type <> 'index' ORDER BY rowid").fetchall()
    ):
        if kind == "table" and name in layers | {_STYLES}:
            pieces += _values(connection, name)
            findings += _unknown_fields(connection, name, number) if name != _STYLES else ()
        elif kind == "table" and name not in _MACHINERY and not name.startswith(_INDEX):
            findings.append(Finding(f"#{number}", _TABLE))
        elif kind != "table" and not name.startswith(_KEEPERS):
            findings.append(Finding(f"#{number}", _PROGRAM))
    pieces += [Piece("gpkg_contents", text) for text in _described(connection)]
    [rests] = connection.execute("PRAGMA freelist_count").fetchone()
    if rests:
        findings.append(Finding("", _RESTS))
    return Told(tuple(pieces), tuple(findings))


def _unknown_fields(connection: sqlite3.Connection, layer: str, number: int) -> list[Finding]:
    allowed = allowed_fields(layer)
    if allowed is None:
        return [Finding(f"#{number}", _TABLE)]
    names = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (layer,))}
    return [Finding(f"#{number}", _FIELD)] if names - allowed else []


def _described(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT table_name, identifier, description FROM gpkg_contents"):
        yield from (text for text in row if text)


def _values(connection: sqlite3.Connection, table: str) -> Iterator[Piece]:
    rows = connection.execute(f'SELECT * FROM "{table}"')  # nosec B608 # noqa: S608 (a name from the file's own list)
    names = [column[0] for column in rows.description]
    where = translate("est_plugin", "table {table}, row {row}, column {column}")
    is_style = table == _STYLES
    if not is_style:
        yield from (
            Piece(where.format(table=table, row=0, column=number), name, is_name=True)
            for number, name in enumerate(names, start=1)
        )
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, str) and value:
                yield Piece(where.format(table=table, row=number, column=column), value, is_ours=is_style)
