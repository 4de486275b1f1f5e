# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the database know of a walk that its paper needs? Nothing of incidents, reasons or comments on stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.times import LATEST, from_text
from est_plugin.domain.observation import Answer
from est_plugin.domain.walk import LandOwner
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from datetime import datetime

    from est_plugin.db.database import Connection, Database


@dataclass(frozen=True)
class PaperStop:
    """A stop; ``wkb`` is None where it has no place yet."""

    uuid: str
    number: int
    place: str
    land_owner: LandOwner | None
    wkb: bytes | None


@dataclass(frozen=True)
class OpenObservation:
    """Something that an earlier walk found lacking, or proposed a measure for, and that is not done."""

    wkb: bytes
    item: str
    value: str
    comment: str
    answer: Answer | None
    reply: str
    walked_at: datetime | None


@dataclass(frozen=True)
class WalkPaper:
    """A walk; ``participants`` are codes of roles with their numbers, geometries WKB in the database's CRS."""

    uuid: str
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    area: str
    meeting_point: str
    length_m: float | None
    minutes: float | None
    wkb: bytes | None
    stops: tuple[PaperStop, ...]
    participants: tuple[tuple[str, int], ...]
    open_observations: tuple[OpenObservation, ...]


_WALK = (
    "SELECT uuid, title, starts_at, ends_at, area, meeting_point, length_m, minutes, geom FROM walk"
    " WHERE deleted_at IS NULL"
)
#: Without a word on which one: the newest that is planned, else the newest of all.
_NEWEST = (
    " ORDER BY CASE status WHEN 'planned' THEN 0 WHEN 'proposed' THEN 1 ELSE 2 END, starts_at IS NULL, starts_at DESC,"
    " id DESC LIMIT 1"
)
_STOPS = (
    "SELECT uuid, number, place, land_owner, geom FROM walk_stop WHERE CAST(walk AS text) = ? AND deleted_at IS NULL"
    " ORDER BY number IS NULL, number, id"
)
_PARTICIPANTS = (
    "SELECT p.role, sum(p.number) AS number FROM walk_participant p JOIN participant_role r ON r.code = p.role"
    " WHERE CAST(p.walk AS text) = ? AND p.deleted_at IS NULL GROUP BY p.role, r.sort ORDER BY r.sort, p.role"
)
_OBSERVATIONS = (
    "SELECT coalesce(o.geom, s.geom) AS geom, o.item, o.value, o.comment, o.answer, o.reply, w.starts_at"
    " FROM observation o JOIN walk_stop s ON s.uuid = o.walk_stop JOIN walk w ON w.uuid = s.walk"
    " JOIN checklist_item c ON c.code = o.item"
    " WHERE o.deleted_at IS NULL AND s.deleted_at IS NULL AND w.deleted_at IS NULL"
    " AND CAST(w.uuid AS text) <> :walk AND (w.starts_at IS NULL OR w.starts_at < :start)"
    " AND (o.answer IS NULL OR o.answer <> 'done') AND coalesce(o.geom, s.geom) IS NOT NULL"
    " AND (o.measure_kind IS NOT NULL OR (c.answer = 'scale_0_3' AND o.value IN ('1', '2', '3')))"
    " ORDER BY w.starts_at IS NULL, w.starts_at DESC, o.id"
)


def paper_of_walk(database: Database, uuid: str = "") -> WalkPaper:
    """The walk, its stops in order, and what earlier walks left open anywhere, the newest first.

    Raises InputError if there is no such walk, or none at all.
    """
    with database.reading() as connection:
        if uuid:
            row = connection.execute(f"{_WALK} AND CAST(uuid AS text) = ?", (uuid,)).fetchone()
        else:
            row = connection.execute(f"{_WALK}{_NEWEST}").fetchone()
        if row is None:
            raise _no_walk(uuid)
        return _paper(connection, row)


def _no_walk(uuid: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "There is no safety walk to print."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The database holds no walk with the id {walk}.")
        if uuid
        else QT_TRANSLATE_NOOP("est_plugin", "The database holds no walk."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw a route or let a walk be proposed, save it, and try again."),
        walk=uuid,
    )


def _paper(connection: Connection, row: Any) -> WalkPaper:  # noqa: ANN401 (a row of values)
    uuid = str(row["uuid"])
    stops = connection.execute(_STOPS, (uuid,)).fetchall()
    people = connection.execute(_PARTICIPANTS, (uuid,)).fetchall()
    observations = connection.execute(_OBSERVATIONS, {"walk": uuid, "start": row["starts_at"] or LATEST}).fetchall()
    return WalkPaper(
        uuid=uuid,
        title=row["title"],
        starts_at=_instant(row["starts_at"]),
        ends_at=_instant(row["ends_at"]),
        area=row["area"],
        meeting_point=row["meeting_point"],
        length_m=row["length_m"],
        minutes=row["minutes"],
        wkb=_wkb(row["geom"]),
        stops=tuple(
            PaperStop(
                uuid=str(stop["uuid"]),
                number=position if stop["number"] is None else stop["number"],
                place=stop["place"],
                land_owner=LandOwner(stop["land_owner"]) if stop["land_owner"] else None,
                wkb=_wkb(stop["geom"]),
            )
            for position, stop in enumerate(stops, start=1)
        ),
        participants=tuple((person["role"], int(person["number"])) for person in people),
        open_observations=tuple(map(_observation, observations)),
    )


def _observation(row: Any) -> OpenObservation:  # noqa: ANN401 (a row of values)
    return OpenObservation(
        wkb=wkb_of(row["geom"]),
        item=row["item"],
        value=row["value"],
        comment=row["comment"],
        answer=Answer(row["answer"]) if row["answer"] else None,
        reply=row["reply"],
        walked_at=_instant(row["starts_at"]),
    )


def _instant(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _wkb(blob: bytes | None) -> bytes | None:
    return None if blob is None else wkb_of(blob)
