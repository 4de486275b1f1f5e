# SPDX-License-Identifier: GPL-2.0-or-later
"""Stores a safety walk with its numbered stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

import shapely

from est_plugin.db import changesets
from est_plugin.db.changesets import Change, Changeset, Op
from est_plugin.db.geometry_blob import geometry_blob, point_blob
from est_plugin.domain.walk import WalkStatus
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.db.database import Database


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
    route = {
        "title": walk.title,
        "status": WalkStatus.PROPOSED.value,
        "length_m": walk.length_m,
        "minutes": walk.minutes,
        "geom": geometry_blob(walk.line_wkb, line.bounds, database.srs_id),
    }
    hotspots = _known_hotspots(database)
    stops = (
        Change(
            "walk_stop",
            Op.INSERT,
            str(uuid4()),
            {
                "walk": uuid,
                "number": number,
                "place": stop.place,
                "hotspot": stop.hotspot if stop.hotspot in hotspots else None,
                "geom": point_blob(stop.x, stop.y, database.srs_id),
            },
        )
        for number, stop in enumerate(walk.stops, start=1)
    )
    changesets.apply(database, Changeset((Change("walk", Op.INSERT, uuid, route), *stops)))
    return uuid


def _known_hotspots(database: Database) -> frozenset[str]:
    """A stop that stands for no hotspot, or for a deleted one, has none."""
    with database.reading() as connection:
        rows = connection.execute("SELECT CAST(uuid AS text) FROM hotspot WHERE deleted_at IS NULL")
        return frozenset(row[0] for row in rows)
