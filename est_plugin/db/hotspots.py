# SPDX-License-Identifier: GPL-2.0-or-later
"""Hotspots as tracked places: found for a period, recognised from earlier ones, stored with their numbers."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPolygon

from est_plugin.analysis import hotspots as analysis
from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.analysis.tracking import match_places
from est_plugin.db.geometry_blob import geometry_blob, wkb_of
from est_plugin.db.incidents import read_points
from est_plugin.db.times import now
from est_plugin.domain.hotspot import HotspotStatus
from est_plugin.domain.incident import IncidentFilter
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import PartFeedback, step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult, Place
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback


@dataclass(frozen=True)
class HotspotRequest:
    """What to analyse, and what gives the places their names (streets or places, in the database's CRS)."""

    incident_filter: IncidentFilter
    parameters: HotspotParameters
    named: Sequence[NamedGeometry] = field(default_factory=tuple)


@dataclass(frozen=True)
class HotspotRow:
    """A tracked place with its numbers of one period; ``rank`` is None when it was not hot then."""

    uuid: str
    name: str
    status: HotspotStatus
    rank: int | None
    incidents: int
    incidents_before: int | None
    main_category: str | None
    z: float | None
    q: float | None
    wkb: bytes


def update_hotspots(database: Database, request: HotspotRequest, feedback: Feedback) -> HotspotResult:
    """Find the hotspots of a period and store them as tracked places, all or none.

    A place that shares ground with a known hotspot continues it and keeps its name; known hotspots that were not found
    again have cooled. A second run for the same period replaces the first.

    Raises InputError without a period or where the analysis has nothing to work on.
    """
    period = request.incident_filter.period
    if period is None:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "Hotspots cannot be tracked without a period."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Each hotspot keeps its numbers for each period."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a first and a last day."),
        )
    points = read_points(database, request.incident_filter)
    step(feedback, 0.2)
    result = analysis.find_hotspots(points, request.parameters, PartFeedback(feedback, 0.2, 0.8))
    before = _counts_before(database, request.incident_filter, period.previous(), result.places)
    step(feedback, 0.9)
    with database.writing() as connection:
        _store(connection, database.srs_id, period, result, before, request.named)
    feedback.set_progress(1.0)
    return result


def list_hotspots(database: Database, period: Period | None = None) -> tuple[HotspotRow, ...]:
    """The hotspots of a period by rank; without a period the latest state of all, cooled ones last."""
    with database.reading() as connection:
        if period is None:
            rows = connection.execute(
                "SELECT * FROM hotspot WHERE deleted_at IS NULL AND geom IS NOT NULL"
                " ORDER BY rank IS NULL, rank, period_end DESC, id"
            ).fetchall()
        else:
            rows = connection.execute(
                "SELECT h.uuid, h.name, h.status, p.rank, p.incidents, p.incidents_before, h.main_category, p.z, p.q,"
                " h.geom FROM hotspot_period p JOIN hotspot h ON h.uuid = p.hotspot"
                " WHERE h.deleted_at IS NULL AND h.geom IS NOT NULL AND p.period_start = ? AND p.period_end = ?"
                " ORDER BY p.rank",
                (period.start.isoformat(), period.last_day.isoformat()),
            ).fetchall()
    return tuple(
        HotspotRow(
            uuid=row["uuid"],
            name=row["name"],
            status=HotspotStatus(row["status"]),
            rank=row["rank"],
            incidents=row["incidents"],
            incidents_before=row["incidents_before"],
            main_category=row["main_category"],
            z=row["z"],
            q=row["q"],
            wkb=wkb_of(row["geom"]),
        )
        for row in rows
    )


def _counts_before(
    database: Database, incident_filter: IncidentFilter, previous: Period, places: Sequence[Place]
) -> list[int]:
    """Incidents of the period before on the same ground."""
    points = read_points(database, IncidentFilter(previous, incident_filter.categories, incident_filter.organisations))
    return [int(np.count_nonzero(shapely.contains_xy(place.polygon, points.x, points.y))) for place in places]


def _store(
    connection: sqlite3.Connection,
    srs_id: int,
    period: Period,
    result: HotspotResult,
    before: Sequence[int],
    named: Sequence[NamedGeometry],
) -> None:
    dates = {"start": period.start.isoformat(), "end": period.last_day.isoformat()}
    connection.execute("DELETE FROM hotspot_period WHERE period_start = :start AND period_end = :end", dates)
    known = connection.execute(
        "SELECT uuid, geom FROM hotspot WHERE deleted_at IS NULL AND status <> 'closed' AND geom IS NOT NULL"
        " ORDER BY id"
    ).fetchall()
    polygons = [place.polygon for place in result.places]
    matches = match_places(polygons, [shapely.from_wkb(wkb_of(row["geom"])) for row in known])
    names = name_places(polygons, named)
    connection.execute(
        "UPDATE hotspot SET rank = NULL, status = 'cooled' WHERE deleted_at IS NULL AND status <> 'closed'"
    )
    method = json.dumps(asdict(result.method), ensure_ascii=False, default=str)
    for place, match, name, number_before in zip(result.places, matches, names, before, strict=True):
        identity = str(uuid.uuid4()) if match is None else known[match]["uuid"]
        values = {**dates, **_values(place, srs_id), "uuid": identity, "name": name, "before": number_before}
        _store_place(connection, values, is_known=match is not None)
        connection.execute(
            "INSERT INTO hotspot_period (hotspot, period_start, period_end, rank, incidents, incidents_before, cells,"
            " z, q, categories, method, computed_at)"
            " VALUES (:uuid, :start, :end, :rank, :incidents, :before, :cells, :z, :q, :categories, :method, :now)",
            {**values, "method": method, "now": now()},
        )
    _drop_untraced(connection)


def _values(place: Place, srs_id: int) -> dict[str, object]:
    multi = MultiPolygon(shapely.get_parts(place.polygon).tolist())
    return {
        "rank": place.rank,
        "incidents": place.incidents,
        "cells": place.cells,
        "z": place.z_max,
        "q": place.p_min,
        "main_category": place.categories[0][0] if place.categories else None,
        "categories": json.dumps(dict(place.categories), ensure_ascii=False),
        "geom": geometry_blob(bytes(shapely.to_wkb(multi, byte_order=1)), multi.bounds, srs_id),
    }


def _store_place(connection: sqlite3.Connection, values: dict[str, object], *, is_known: bool) -> None:
    if is_known:
        connection.execute(
            "UPDATE hotspot SET rank = :rank, incidents = :incidents, incidents_before = :before, z = :z, q = :q,"
            " main_category = :main_category, period_start = :start, period_end = :end, geom = :geom,"
            " status = CASE WHEN EXISTS"
            " (SELECT 1 FROM hotspot_period p WHERE p.hotspot = :uuid AND p.period_start < :start) THEN"
            " 'lasting' ELSE 'new' END WHERE uuid = :uuid",
            values,
        )
    else:
        connection.execute(
            "INSERT INTO hotspot (uuid, name, status, rank, incidents, incidents_before, z, q, main_category,"
            " period_start, period_end, geom) VALUES (:uuid, :name, 'new', :rank, :incidents, :before, :z, :q,"
            " :main_category, :start, :end, :geom)",
            values,
        )


def _drop_untraced(connection: sqlite3.Connection) -> None:
    """A place that only a replaced run had found, and that nobody has linked anything to, was never a hotspot."""
    connection.execute(
        "UPDATE hotspot SET deleted_at = ? WHERE deleted_at IS NULL"
        " AND uuid NOT IN (SELECT hotspot FROM hotspot_period)"
        " AND uuid NOT IN (SELECT hotspot FROM measure WHERE hotspot IS NOT NULL)"
        " AND uuid NOT IN (SELECT hotspot FROM walk WHERE hotspot IS NOT NULL)"
        " AND uuid NOT IN (SELECT hotspot FROM walk_stop WHERE hotspot IS NOT NULL)"
        " AND uuid NOT IN (SELECT hotspot FROM cause)",
        (now(),),
    )
