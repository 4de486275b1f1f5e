# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tables and columns of a walk go to the field, and in which form are their values compared when they return?"""

from __future__ import annotations

import uuid as uuids
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

import shapely

from est_plugin.db.geometry_blob import GeometryBlob, geometry_blob, point_blob, wkb_of
from est_plugin.db.table_shape import instant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: A value in the form in which it is compared: a place is the WKB as hexadecimal, an instant a text in UTC.
Value = str | int | float | None
_WKB_LITTLE_ENDIAN = 1


class Kind(Enum):
    """What a column holds. A TEXT is never NULL, nor is a text that is CHOSEN from a list; a CODE, or a REFERENCE to
    the uuid of another row, may be.
    """

    TEXT = auto()
    CHOSEN = auto()
    CODE = auto()
    REFERENCE = auto()
    WHOLE = auto()
    REAL = auto()
    DATE = auto()
    INSTANT = auto()
    PLACE = auto()


@dataclass(frozen=True)
class FieldColumn:
    """A column; what is not ``returned`` is only shown in the field."""

    name: str
    kind: Kind = Kind.TEXT
    returned: bool = True


@dataclass(frozen=True)
class FieldTable:
    """A table; ``geometry`` is Point, LineString or empty, ``parent`` the column that its rows hang by."""

    name: str
    geometry: str
    parent: str
    columns: tuple[FieldColumn, ...]

    def column(self, name: str) -> FieldColumn:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


_PLACE = FieldColumn("geom", Kind.PLACE)
#: Parents first. Nothing here tells of incidents or hotspots: not the reason of the walk, no link, no answer.
FIELD_TABLES = (
    FieldTable(
        "walk",
        "LineString",
        "",
        (
            FieldColumn("title"),
            FieldColumn("status", Kind.CODE),
            FieldColumn("starts_at", Kind.INSTANT),
            FieldColumn("ends_at", Kind.INSTANT),
            FieldColumn("length_m", Kind.REAL, returned=False),
            FieldColumn("minutes", Kind.REAL, returned=False),
            FieldColumn("area"),
            FieldColumn("meeting_point"),
            FieldColumn("organiser"),
            FieldColumn("note_taker_function"),
            FieldColumn("light_condition", Kind.CODE),
            FieldColumn("weather"),
            _PLACE,
        ),
    ),
    FieldTable(
        "walk_stop",
        "Point",
        "walk",
        (
            FieldColumn("walk", Kind.REFERENCE),
            FieldColumn("number", Kind.WHOLE),
            FieldColumn("place"),
            FieldColumn("land_owner", Kind.CODE),
            FieldColumn("comment"),
            _PLACE,
        ),
    ),
    FieldTable(
        "walk_participant",
        "",
        "walk",
        (FieldColumn("walk", Kind.REFERENCE), FieldColumn("role", Kind.CODE), FieldColumn("number", Kind.WHOLE)),
    ),
    FieldTable(
        "observation",
        "Point",
        "walk_stop",
        (
            FieldColumn("walk_stop", Kind.REFERENCE),
            FieldColumn("item", Kind.CODE),
            FieldColumn("value", Kind.CHOSEN),
            FieldColumn("comment"),
            FieldColumn("photo", Kind.CODE),
            FieldColumn("observed_at", Kind.INSTANT),
            FieldColumn("measure_kind", Kind.CODE),
            FieldColumn("term", Kind.CODE),
            FieldColumn("priority", Kind.WHOLE),
            FieldColumn("responsible", Kind.CODE),
            FieldColumn("deadline", Kind.DATE),
            _PLACE,
        ),
    ),
)
PHOTO = "photo"


@dataclass(frozen=True)
class KnownRow:
    """A row as the office holds it; ``values`` by column, compared forms."""

    table: str
    uuid: str
    version: int
    is_deleted: bool
    values: Mapping[str, Value]


def table_of(name: str) -> FieldTable:
    """The table of that name."""
    return next(table for table in FIELD_TABLES if table.name == name)


def comparable(kind: Kind, value: object) -> Value:
    """The form in which two values of a column are compared, whichever program wrote them.

    Raises ValueError if it is no value of that kind.
    """
    if kind in {Kind.TEXT, Kind.CHOSEN}:
        return "" if value is None else str(value)
    if value is None or value == "":
        return None
    return _FORMS.get(kind, str)(value)


def stored(kind: Kind, value: Value, srs_id: int) -> object:
    """The value as ``db.changesets`` takes it."""
    if kind is not Kind.PLACE or value is None:
        return value
    wkb = bytes.fromhex(str(value))
    shape = shapely.from_wkb(wkb)
    if isinstance(shape, shapely.Point):
        return point_blob(shape.x, shape.y, srs_id)
    return geometry_blob(wkb, shape.bounds, srs_id)


def plain_uuid(text: object) -> str:
    """A uuid as the database writes it, whoever wrote it; empty if it is none."""
    try:
        return str(uuids.UUID(str(text)))
    except ValueError:
        return ""


def _whole(value: object) -> int:
    number = float(str(value))
    if number != int(number):
        msg = f"{value} is no whole number"
        raise ValueError(msg)
    return int(number)


def _place(value: object) -> str | None:
    """Two dimensions, little-endian: a phone may add a height."""
    if not isinstance(value, bytes):
        msg = "this is no place"
        raise ValueError(msg)  # noqa: TRY004 (a value of a foreign file, no mistake in the code)
    try:
        shape = shapely.from_wkb(wkb_of(GeometryBlob(value)))
    except (shapely.errors.GEOSException, IndexError) as error:
        raise ValueError(str(error)) from error
    if shape.is_empty:
        return None
    wkb: bytes = shapely.to_wkb(shapely.force_2d(shape), byte_order=_WKB_LITTLE_ENDIAN, output_dimension=2)
    return wkb.hex()


_FORMS: dict[Kind, Callable[[object], Value]] = {
    Kind.REFERENCE: lambda value: str(uuids.UUID(str(value))),
    Kind.WHOLE: _whole,
    Kind.REAL: lambda value: float(str(value)),
    Kind.DATE: lambda value: date.fromisoformat(str(value)[:10]).isoformat(),
    Kind.INSTANT: lambda value: instant(str(value).replace(" ", "T")),
    Kind.PLACE: _place,
}
