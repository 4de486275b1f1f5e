# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackage geometry blobs: a small header with the envelope, then WKB (OGC 12-128, section 2.1.3).

SQLite itself knows no geometries. Where GDAL keeps a spatial index, its triggers call ``ST_MinX`` and its siblings;
``register`` gives them to a plain SQLite connection, so that rows can be written with parameters in a transaction.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_MAGIC = b"GP"
_LITTLE_ENDIAN = 0x01
_EMPTY = 0x10
_ENVELOPE_XY = 1 << 1
_HEADER = struct.Struct("<2sBBi")
_POINT = struct.Struct("<BIdd")
_WKB_POINT = 1
#: Set in the type of a geometry in EWKB, PostGIS's form of WKB, when the SRID follows.
_EWKB_HAS_SRID = 0x20000000
_EWKB_HEAD = struct.Struct("<BIi")
#: Bytes of the envelope for each envelope code.
_ENVELOPE_SIZES = (0, 32, 48, 48, 64)


class GeometryBlob(bytes):
    """The bytes of a blob, known from other bytes, so that each engine can be given what it understands."""

    __slots__ = ()

    @classmethod
    def from_ewkb(cls, ewkb: bytes) -> GeometryBlob:
        """The blob, without an envelope, of a geometry as PostGIS gives it (little-endian, with its SRID)."""
        order, kind, srs_id = _EWKB_HEAD.unpack_from(ewkb)
        wkb_head = struct.pack("<BI", order, kind & ~_EWKB_HAS_SRID)
        return cls(_HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN, srs_id) + wkb_head + ewkb[_EWKB_HEAD.size :])

    @property
    def srs_id(self) -> int:
        """The CRS that the header names."""
        return int(_HEADER.unpack_from(self)[3])

    def to_ewkb(self) -> bytes:
        """The geometry as PostGIS takes it."""
        wkb = wkb_of(self)
        order, kind = struct.unpack_from("<BI", wkb)
        return _EWKB_HEAD.pack(order, kind | _EWKB_HAS_SRID, self.srs_id) + wkb[5:]


def point_blob(x: float, y: float, srs_id: int) -> GeometryBlob:
    """Blob of a point; points carry no envelope."""
    return GeometryBlob(_HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN, srs_id) + _POINT.pack(1, _WKB_POINT, x, y))


def geometry_blob(wkb: bytes, bounds: tuple[float, float, float, float], srs_id: int) -> GeometryBlob:
    """Blob of any geometry, given as little-endian WKB with its bounds (x_min, y_min, x_max, y_max)."""
    x_min, y_min, x_max, y_max = bounds
    header = _HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN | _ENVELOPE_XY, srs_id)
    return GeometryBlob(header + struct.pack("<4d", x_min, x_max, y_min, y_max) + wkb)


def empty_blob(wkb: bytes, srs_id: int) -> GeometryBlob:
    """Blob of an empty geometry, given as little-endian WKB."""
    return GeometryBlob(_HEADER.pack(_MAGIC, 0, _LITTLE_ENDIAN | _EMPTY, srs_id) + wkb)


def wkb_of(blob: bytes) -> bytes:
    """The WKB inside a blob."""
    return blob[_HEADER.size + _ENVELOPE_SIZES[blob[3] >> 1 & 0x07] :]


def _bounds(blob: bytes | None) -> tuple[float, float, float, float] | None:
    """(x_min, x_max, y_min, y_max), or None for an empty geometry."""
    if blob is None or blob[3] & _EMPTY:
        return None
    order = "<" if blob[3] & _LITTLE_ENDIAN else ">"
    if blob[3] >> 1 & 0x07:
        x_min, x_max, y_min, y_max = struct.unpack_from(f"{order}4d", blob, _HEADER.size)
        return x_min, x_max, y_min, y_max
    x, y = struct.unpack_from(("<" if blob[8] == 1 else ">") + "2d", blob, _HEADER.size + 5)
    return None if math.isnan(x) else (x, x, y, y)


def register(connection: sqlite3.Connection) -> None:
    """Give ``connection`` the functions that a GeoPackage's spatial index triggers call."""

    def bound(position: int) -> None:
        def value(blob: bytes | None) -> float | None:
            bounds = _bounds(blob)
            return None if bounds is None else bounds[position]

        name = ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")[position]
        connection.create_function(name, 1, value, deterministic=True)

    for position in range(4):
        bound(position)
    connection.create_function("ST_IsEmpty", 1, lambda blob: blob is None or _bounds(blob) is None, deterministic=True)
