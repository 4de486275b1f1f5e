# SPDX-License-Identifier: GPL-2.0-or-later
"""Hotspots as tracked places: found for a period, recognised from earlier ones, stored with their numbers."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import shapely
from shapely import MultiPolygon

from est_plugin.analysis.naming import NamedGeometry, name_places
from est_plugin.analysis.tracking import match_places
from est_plugin.db import changesets
from est_plugin.db.geometry_blob import geometry_blob, wkb_of
from est_plugin.db.ground_counts import count_on_grounds
from est_plugin.db.hotspot_rows import HotspotRow, list_hotspots
from est_plugin.db.hotspot_search import search
from est_plugin.db.times import now
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import PartFeedback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.hotspots import HotspotParameters, HotspotResult, Place
    from est_plugin.db.database import Connection, Database
    from est_plugin.domain.period import Period
    from est_plugin.feedback import Feedback

__all__ = ["HotspotRequest", "HotspotRow", "list_hotspots", "update_hotspots"]


@dataclass(frozen=True)
class HotspotRequest:
    """Which period to analyse, and what gives the places their names (streets or places, in the database's CRS).

    All incidents of the period count: a place that is tracked would come and go with a choice of categories.
    """

    period: Period
    parameters: HotspotParameters
    named: Sequence[NamedGeometry] = field(default_factory=tuple)
    #: A polygon in the database's CRS; None: where the incidents are.
    study_area: BaseGeometry | None = None
    #: How many periods, this one the last, are tested together.
    periods: int = 1


def update_hotspots(database: Database, request: HotspotRequest, feedback: Feedback) -> HotspotResult:
    """Find the hotspots of a period and store them as tracked places, all or none.

    A place that shares ground with a known hotspot continues it and keeps its name; known hotspots that were not found
    again have cooled, and keep their count of the period all the same. A second run for a period replaces the first.
    Reports on stacks that the analysis leaves out are left out of the counts of both periods too.

    Raises InputError where the analysis has nothing to work on, CancelledError if a person has cancelled.
    """
    result = search(
        database,
        request.period,
        request.parameters,
        PartFeedback(feedback, 0.0, 0.7),
        study_area=request.study_area,
        periods=request.periods,
    )
    is_stored = False
    while not is_stored:
        # What takes long is done before the transaction: while it lasts, nobody else can save.
        with database.reading() as connection:
            known = _known(connection)
        states = _states(database, request, result, known, PartFeedback(feedback, 0.7, 0.95))
        with changesets.recorded(database, changesets.Kind.ANALYSIS, str(uuid.uuid4())) as connection:
            is_stored = known == _known(connection)
            if is_stored:
                _store(connection, database.srs_id, request.period, states)
    feedback.set_progress(1.0)
    return result


@dataclass(frozen=True)
class _Known:
    """A tracked place that may be found again."""

    uuid: str
    geom: bytes


@dataclass(frozen=True)
class _State:
    """What a place is in the period: ``place`` if it was found, else it was not hot; ``method`` is JSON."""

    uuid: str
    is_known: bool
    name: str
    place: Place | None
    incidents: int
    before: int
    method: str


def _known(connection: Connection) -> list[_Known]:
    rows = connection.execute(
        "SELECT uuid, geom FROM hotspot WHERE deleted_at IS NULL AND status <> 'closed' AND geom IS NOT NULL"
        " ORDER BY id"
    )
    return [_Known(row["uuid"], row["geom"]) for row in rows]


def _states(
    database: Database, request: HotspotRequest, result: HotspotResult, known: list[_Known], feedback: Feedback
) -> list[_State]:
    """What was found, then the known places that were not; nothing is stored yet."""
    left_out = () if request.parameters.include_stacks else result.stacks
    grounds = [shapely.from_wkb(wkb_of(place.geom)) for place in known]
    polygons = [place.polygon for place in result.places]
    matches = match_places(polygons, grounds)
    names = name_places(polygons, request.named)
    cooled = [number for number in range(len(known)) if number not in matches]
    calm = [grounds[number] for number in cooled]
    before = count_on_grounds(
        database,
        IncidentFilter(request.period.previous()),
        [*polygons, *calm],
        left_out,
        PartFeedback(feedback, 0.0, 0.5),
    )
    method = json.dumps(asdict(result.method), ensure_ascii=False, default=str)
    found = [
        _State(
            uuid=str(uuid.uuid4()) if match is None else known[match].uuid,
            is_known=match is not None,
            name=name,
            place=place,
            incidents=place.incidents,
            before=count,
            method=method,
        )
        for place, match, name, count in zip(result.places, matches, names, before, strict=False)
    ]
    now = count_on_grounds(database, IncidentFilter(request.period), calm, left_out, PartFeedback(feedback, 0.5, 1.0))
    return (
        found
        + [
            _State(known[number].uuid, True, "", None, count, count_before, method)  # noqa: FBT003 (it is known)
            for number, count, count_before in zip(cooled, now, before[len(found) :], strict=True)
        ]
    )


def _store(connection: Connection, srs_id: int, period: Period, states: list[_State]) -> None:
    run = {"start": period.start.isoformat(), "end": period.last_day.isoformat(), "now": now()}
    connection.execute("DELETE FROM hotspot_period WHERE period_start = :start AND period_end = :end", run)
    hot_later = {row["hotspot"] for row in connection.execute(_HOT_LATER, run)}
    for state in states:
        values = {
            **run,
            **(_NOT_HOT if state.place is None else _values(state.place, srs_id)),
            "uuid": state.uuid,
            "name": state.name,
            "incidents": state.incidents,
            "before": state.before,
            "method": state.method,
        }
        if state.place is not None and state.uuid not in hot_later:
            _store_place(connection, values, is_known=state.is_known)
        connection.execute(_INSERT_STATE, values)
    _drop_untraced(connection)
    _take_newest_states(connection)


#: A known place in a period in which it was not hot.
_NOT_HOT = {
    "rank": None,
    "cells": 0,
    "z": None,
    "q": None,
    "main_category": None,
    "categories": "{}",
    "geom": None,
}
_INSERT_STATE = """
    INSERT INTO hotspot_period (hotspot, period_start, period_end, rank, incidents, incidents_before, cells, z, q,
    main_category, categories, geom, method, computed_at)
    VALUES (:uuid, :start, :end, :rank, :incidents, :before, :cells, :z, :q, :main_category, :categories, :geom,
    :method, :now)
"""
#: A place says of itself what it was in the newest period that was analysed, whatever period was analysed last.
_NEWEST_STATES = """
    SELECT h.id, s.rank, s.incidents, s.incidents_before, s.z, s.q, s.period_start, s.period_end,
        coalesce(s.status, 'cooled') AS status
    FROM hotspot AS h JOIN hotspot_state AS s ON s.hotspot = h.uuid
    WHERE h.status <> 'closed' AND s.id = (
        SELECT n.id FROM hotspot_period AS n WHERE n.hotspot = h.uuid
        ORDER BY n.period_end DESC, n.period_start DESC LIMIT 1
    )
"""
_TAKE_STATE = """
    UPDATE hotspot SET rank = :rank, incidents = :incidents, incidents_before = :incidents_before, z = :z, q = :q,
    period_start = :period_start, period_end = :period_end, status = :status, base_version = version
    WHERE id = :id
"""
_HOT_LATER = "SELECT DISTINCT hotspot FROM hotspot_period WHERE period_end > :end AND rank IS NOT NULL"
_UNTRACED = """
    SELECT id FROM hotspot WHERE deleted_at IS NULL
    AND uuid NOT IN (SELECT hotspot FROM hotspot_period WHERE rank IS NOT NULL)
    AND uuid NOT IN (SELECT hotspot FROM measure WHERE hotspot IS NOT NULL)
    AND uuid NOT IN (SELECT hotspot FROM walk WHERE hotspot IS NOT NULL)
    AND uuid NOT IN (SELECT hotspot FROM walk_stop WHERE hotspot IS NOT NULL)
    AND uuid NOT IN (SELECT hotspot FROM cause)
    AND uuid NOT IN (SELECT hotspot FROM decision WHERE hotspot IS NOT NULL)
    AND name = found_name AND comment = '' AND status <> 'closed' AND info_class = 1
    AND coalesce(common, long_lasting, deviating, delimited, influenceable, costly, affects_many) IS NULL
"""


def _values(place: Place, srs_id: int) -> dict[str, object]:
    multi = MultiPolygon(shapely.get_parts(place.polygon).tolist())
    return {
        "rank": place.rank,
        "cells": place.cells,
        "z": place.z_max,
        "q": place.p_min,
        "main_category": place.categories[0][0] if place.categories else None,
        "categories": json.dumps(dict(place.categories), ensure_ascii=False),
        "geom": geometry_blob(bytes(shapely.to_wkb(multi, byte_order=1)), multi.bounds, srs_id),
    }


def _store_place(connection: Connection, values: dict[str, object], *, is_known: bool) -> None:
    """Make a place, or give a known one its new shape."""
    if is_known:
        connection.execute(
            "UPDATE hotspot SET main_category = :main_category, geom = :geom, base_version = version"
            " WHERE uuid = :uuid",
            values,
        )
    else:
        connection.execute(
            "INSERT INTO hotspot (uuid, name, found_name, main_category, geom)"
            " VALUES (:uuid, :name, :name, :main_category, :geom)",
            values,
        )


def _take_newest_states(connection: Connection) -> None:
    connection.executemany(_TAKE_STATE, [dict(row) for row in connection.execute(_NEWEST_STATES).fetchall()])


def _drop_untraced(connection: Connection) -> None:
    """A place that only a replaced run had found, and that nobody has worked on or linked to, was never a hotspot."""
    connection.executemany(
        "UPDATE hotspot SET deleted_at = ?, base_version = version WHERE id = ?",
        [(now(), row["id"]) for row in connection.execute(_UNTRACED).fetchall()],
    )
