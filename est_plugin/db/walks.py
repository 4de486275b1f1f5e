# SPDX-License-Identifier: GPL-2.0-or-later
"""Safety walks and their numbered stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

import shapely

from est_plugin.db.geometry_blob import geometry_blob, point_blob, wkb_of
from est_plugin.domain.walk import WalkStatus
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    import sqlite3

    from est_plugin.db.database import Database

#: The hotspot is looked up, so that a stop that stands for none, or for a deleted one, has none.
_INSERT_STOP = """
    INSERT INTO walk_stop (uuid, walk, number, place, hotspot, geom)
    VALUES (:uuid, :walk, :number, :place,
            (SELECT uuid FROM hotspot WHERE uuid = :hotspot AND deleted_at IS NULL), :geom)
"""


@dataclass(frozen=True)
class NewStop:
    """A stop to store, in the database's CRS; ``hotspot`` is a uuid or empty."""

    place: str
    x: float
    y: float
    hotspot: str = ""


@dataclass(frozen=True)
class NewWalk:
    """A proposed walk to store: its line as little-endian WKB in the database's CRS, its stops in walking order."""

    title: str
    line_wkb: bytes
    length_m: float
    minutes: float
    stops: tuple[NewStop, ...]


@dataclass(frozen=True)
class StopRow:
    """A stored stop, in the database's CRS; ``number`` is None before it is numbered."""

    uuid: str
    number: int | None
    place: str
    x: float
    y: float


@dataclass(frozen=True)
class WalkRow:
    """A stored walk with its stops by number; length in metres."""

    uuid: str
    title: str
    status: WalkStatus
    starts_at: str | None
    length_m: float | None
    minutes: float | None
    stops: tuple[StopRow, ...]


def store_walk(database: Database, walk: NewWalk) -> str:
    """Store a proposed walk with its stops, numbered from 1, all or nothing; returns the walk's uuid.

    Raises InputError if the route is no line, DatabaseError if nothing could be stored.
    """
    line = shapely.from_wkb(walk.line_wkb, on_invalid="ignore")
    if line is None or line.geom_type != "LineString" or line.is_empty:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The walk “{title}” cannot be stored."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its route is no line."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route again."),
            title=walk.title,
        )
    uuid = str(uuid4())
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO walk (uuid, title, status, length_m, minutes, geom) VALUES (?, ?, ?, ?, ?, ?)",
            (
                uuid,
                walk.title,
                WalkStatus.PROPOSED.value,
                walk.length_m,
                walk.minutes,
                geometry_blob(walk.line_wkb, line.bounds, database.srs_id),
            ),
        )
        connection.executemany(
            _INSERT_STOP,
            [
                {
                    "uuid": str(uuid4()),
                    "walk": uuid,
                    "number": number,
                    "place": stop.place,
                    "hotspot": stop.hotspot,
                    "geom": point_blob(stop.x, stop.y, database.srs_id),
                }
                for number, stop in enumerate(walk.stops, start=1)
            ],
        )
    return uuid


def list_walks(database: Database) -> tuple[WalkRow, ...]:
    """All walks with their stops, the newest first.

    Raises DatabaseError if the file cannot be read.
    """
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT uuid, title, status, starts_at, length_m, minutes FROM walk WHERE deleted_at IS NULL"
            " ORDER BY id DESC"
        ).fetchall()
        return tuple(
            WalkRow(
                uuid=row["uuid"],
                title=row["title"],
                status=WalkStatus(row["status"]),
                starts_at=row["starts_at"],
                length_m=row["length_m"],
                minutes=row["minutes"],
                stops=_stops(connection, row["uuid"]),
            )
            for row in rows
        )


def renumber_stops(database: Database, walk: str) -> tuple[StopRow, ...]:
    """Number the stops of a walk from 1 in the order in which its route passes them; returns them so.

    Raises InputError if the walk is gone or has no route, DatabaseError if nothing could be stored.
    """
    with database.writing() as connection:
        row = connection.execute("SELECT geom FROM walk WHERE uuid = ? AND deleted_at IS NULL", (walk,)).fetchone()
        if row is None or row["geom"] is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "The stops cannot be numbered."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The walk was deleted, or it has no route."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw the route first."),
            )
        line = shapely.from_wkb(wkb_of(row["geom"]))
        along = sorted(_stops(connection, walk), key=lambda stop: line.project(shapely.Point(stop.x, stop.y)))
        connection.executemany(
            "UPDATE walk_stop SET number = ? WHERE uuid = ?",
            [(number, stop.uuid) for number, stop in enumerate(along, start=1) if stop.number != number],
        )
        return _stops(connection, walk)


def _stops(connection: sqlite3.Connection, walk: str) -> tuple[StopRow, ...]:
    rows = connection.execute(
        "SELECT uuid, number, place, geom FROM walk_stop WHERE walk = ? AND deleted_at IS NULL AND geom IS NOT NULL"
        " ORDER BY number IS NULL, number, id",
        (walk,),
    )
    return tuple(
        StopRow(row["uuid"], row["number"], row["place"], *shapely.from_wkb(wkb_of(row["geom"])).coords[0])
        for row in rows
    )
