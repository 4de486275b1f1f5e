# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a GeoPackage tell? Its tables, columns and values; what none should have: programs, rests, projects."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

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
_BYTES = QT_TRANSLATE_NOOP("est_plugin", "It holds bytes that are no geometry.")
_STYLES = "layer_styles"
_GEOMETRY = "geom"
#: Bytes of a geometry's header, and of the envelope that follows by its code.
_HEADER = 8
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
#: As long as the shortest thing that is looked for among numbers.
_LONG_NUMBER = 10**9
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
            findings += _hidden_in(connection, name, number)
            findings += _unknown_fields(connection, name, number) if name != _STYLES else ()
        elif kind == "table" and name in _MACHINERY:
            pieces += _told_by_machinery(connection, name)
        elif kind == "table" and name not in _MACHINERY and not name.startswith(_INDEX):
            findings.append(Finding(f"#{number}", _TABLE))
        elif kind != "table" and not name.startswith(_KEEPERS):
            findings.append(Finding(f"#{number}", _PROGRAM))
    pieces += [Piece("sqlite_master", text, is_ours=True) for text in _names_of_parts(connection)]
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


def _told_by_machinery(connection: sqlite3.Connection, table: str) -> list[Piece]:
    """Texts of a table of the standard: descriptions could say anything, but the times and systems are nobody's."""
    rows = connection.execute(f'SELECT * FROM "{table}"')  # nosec B608 # noqa: S608 (one of a list of names)
    texts = [_text_of(value) for row in rows for value in row]
    return [Piece(table, text, is_ours=True) for text in texts if text]


def _names_of_parts(connection: sqlite3.Connection) -> Iterator[str]:
    """What tables, indexes and columns are called, and how they were made."""
    for row in connection.execute("SELECT name, tbl_name, sql FROM sqlite_master"):
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
            text = _text_of(value)
            if text:
                yield Piece(where.format(table=table, row=number, column=column), text, is_ours=is_style)


def _text_of(value: object) -> str:
    """A text, or a number that is long enough to be more than a count."""
    if isinstance(value, str):
        return value
    is_long = isinstance(value, (int, float)) and abs(value) >= _LONG_NUMBER and float(value).is_integer()
    return f"{value:.0f}" if is_long else ""


def _hidden_in(connection: sqlite3.Connection, table: str, number: int) -> list[Finding]:
    """Bytes stand nowhere but in a geometry, and a geometry is one to its last byte."""
    rows = connection.execute(f'SELECT * FROM "{table}"')  # nosec B608 # noqa: S608 (a name from the file's own list)
    names = [column[0] for column in rows.description]
    is_hidden = any(
        isinstance(value, bytes) and (name != _GEOMETRY or table == _STYLES or not _is_geometry(value))
        for row in rows
        for name, value in zip(names, row, strict=True)
    )
    return [Finding(f"#{number}", _BYTES)] if is_hidden else []


def _is_geometry(blob: bytes) -> bool:
    """GeoPackage's header, and a geometry that its own size fills (OGC 12-128r19, 2.1.3)."""
    if blob[:2] != b"GP" or len(blob) <= _HEADER:
        return False
    envelope = _ENVELOPES.get(blob[3] >> 1 & 7)
    if envelope is None:
        return False
    wkb = blob[_HEADER + envelope :]
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return not geometry.isNull() and geometry.wkbSize() == len(wkb)
