# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that only a map package needs: walks with their stops, the method of an analysis, the highest class."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.incidents import CHOSEN, filter_parameters
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.walk import WalkStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from est_plugin.db.database import Connection, Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Period


@dataclass(frozen=True)
class StopRow:
    """A stop; comments stay in the database."""

    uuid: str
    number: int
    place: str
    wkb: bytes | None


@dataclass(frozen=True)
class WalkRow:
    """A walk without organiser, participants and notes."""

    uuid: str
    title: str
    status: WalkStatus
    length_m: float | None
    minutes: float | None
    wkb: bytes | None
    stops: tuple[StopRow, ...]


def walks_for_package(database: Database) -> tuple[WalkRow, ...]:
    """All walks that are not deleted, the newest first, with their stops in order."""
    with database.reading() as connection:
        walks = connection.execute(
            "SELECT uuid, title, status, length_m, minutes, geom FROM walk WHERE deleted_at IS NULL"
            " ORDER BY starts_at IS NULL, starts_at DESC, id"
        ).fetchall()
        return tuple(_walk(connection, row) for row in walks)


def method_of(database: Database, period: Period) -> Mapping[str, object]:
    """How the hotspots of the period were found; empty if none are stored."""
    with database.reading() as connection:
        row = connection.execute(
            "SELECT method FROM hotspot_period WHERE period_start = ? AND period_end = ? ORDER BY rank LIMIT 1",
            (period.start.isoformat(), period.last_day.isoformat()),
        ).fetchone()
    method = {} if row is None else json.loads(row["method"])
    return method if isinstance(method, dict) else {}


def highest_class(
    database: Database, counted: Iterable[IncidentFilter], hotspots: tuple[str, ...], measures: tuple[str, ...]
) -> InfoClass:
    """The highest class among these hotspots and measures (uuids) and all incidents that any of the filters counts.

    A picture of incidents is never below internal.
    """
    things = {"hotspots": json.dumps(hotspots), "measures": json.dumps(measures)}
    with database.reading() as connection:
        highest = connection.execute(
            "SELECT max(info_class) AS highest FROM ("
            "SELECT info_class FROM hotspot WHERE CAST(uuid AS text) IN (SELECT value FROM json_each(:hotspots))"
            " UNION ALL SELECT info_class FROM measure"
            " WHERE CAST(uuid AS text) IN (SELECT value FROM json_each(:measures))"
            ") AS classes",
            things,
        ).fetchone()["highest"]
        of_incidents = [
            connection.execute(
                f"SELECT max(info_class) AS highest FROM incident WHERE {CHOSEN}",  # nosec B608 # noqa: S608
                filter_parameters(chosen),
            ).fetchone()["highest"]
            for chosen in counted
        ]
    return max(InfoClass.INTERNAL, *(InfoClass(found or 0) for found in (highest, *of_incidents)))


def _walk(connection: Connection, row: Any) -> WalkRow:  # noqa: ANN401 (a row of values)
    stops = connection.execute(
        "SELECT uuid, number, place, geom FROM walk_stop WHERE walk = ? AND deleted_at IS NULL"
        " ORDER BY number IS NULL, number, id",
        (row["uuid"],),
    ).fetchall()
    return WalkRow(
        uuid=str(row["uuid"]),
        title=row["title"],
        status=WalkStatus(row["status"]),
        length_m=row["length_m"],
        minutes=row["minutes"],
        wkb=_wkb(row["geom"]),
        stops=tuple(
            StopRow(
                str(stop["uuid"]),
                position if stop["number"] is None else stop["number"],
                stop["place"],
                _wkb(stop["geom"]),
            )
            for position, stop in enumerate(stops, start=1)
        ),
    )


def _wkb(blob: bytes | None) -> bytes | None:
    return None if blob is None else wkb_of(blob)
