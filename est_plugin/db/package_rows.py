# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that only a map package needs: walks with their stops, the method of an analysis, the highest class."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.walk import WalkStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from est_plugin.db.database import Connection, Database
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
    database: Database, period: Period, hotspots: tuple[str, ...], measures: tuple[str, ...]
) -> InfoClass:
    """The highest class among these hotspots and measures (uuids) and the incidents of the period.

    A picture of incidents is never below internal.
    """
    start, end = (to_text(instant) for instant in period.bounds_utc(LOCAL_ZONE))
    with database.reading() as connection:
        row = connection.execute(
            "SELECT max(info_class) AS highest FROM ("
            "SELECT info_class FROM hotspot WHERE CAST(uuid AS text) IN (SELECT value FROM json_each(:hotspots))"
            " UNION ALL SELECT info_class FROM measure"
            " WHERE CAST(uuid AS text) IN (SELECT value FROM json_each(:measures))"
            " UNION ALL SELECT info_class FROM incident WHERE deleted_at IS NULL"
            " AND review_status IN ('new', 'reviewed') AND occurred_from >= :start AND occurred_from < :end"
            ") AS classes",
            {"hotspots": json.dumps(hotspots), "measures": json.dumps(measures), "start": start, "end": end},
        ).fetchone()
    return max(InfoClass.INTERNAL, InfoClass(row["highest"] or 0))


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
