# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the database know of a walk that its paper needs? Nothing of incidents, reasons or comments on stops."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.times import LATEST, from_text
from est_plugin.db.walk_findings import answer_of
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.observation import Answer, AnswerKind
from est_plugin.domain.observation_answer import wants_answer
from est_plugin.domain.walk import LandOwner
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    """Something of an earlier walk that wants an answer and is not done; what people wrote does not go along."""

    wkb: bytes
    item: str
    answer: Answer | None
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
    "SELECT o.uuid, coalesce(o.geom, s.geom) AS geom, o.item, o.value, o.measure_kind, o.answer, o.reply, o.deadline,"
    " c.answer AS kind, w.starts_at"
    " FROM observation o JOIN walk_stop s ON s.uuid = o.walk_stop JOIN walk w ON w.uuid = s.walk"
    " JOIN checklist_item c ON c.code = o.item"
    " WHERE o.deleted_at IS NULL AND s.deleted_at IS NULL AND w.deleted_at IS NULL"
    " AND CAST(w.uuid AS text) <> :walk AND (w.starts_at IS NULL OR w.starts_at < :start)"
    " AND (o.answer IS NULL OR o.answer <> 'done') AND coalesce(o.geom, s.geom) IS NOT NULL"
    " ORDER BY w.starts_at IS NULL, w.starts_at DESC, o.id"
)
#: Of a sensitive or a protected measure nothing leaves, not even that it is there.
_MEASURES = (
    "SELECT observation, status, due_date, public_text FROM measure"
    " WHERE observation IS NOT NULL AND deleted_at IS NULL AND info_class <= ? ORDER BY id"
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
        open_observations=tuple(_open(connection, uuid, row["starts_at"] or LATEST)),
    )


def _open(connection: Connection, walk: str, start: str) -> Iterator[OpenObservation]:
    """What wants an answer as the report of its walk says, until it is done."""
    measures: defaultdict[str, list[Any]] = defaultdict(list)
    for measure in connection.execute(_MEASURES, (int(InfoClass.INTERNAL),)).fetchall():
        measures[str(measure["observation"])].append(measure)
    for row in connection.execute(_OBSERVATIONS, {"walk": walk, "start": start}).fetchall():
        of_it = measures[str(row["uuid"])]
        given, has_proposal = answer_of(row, of_it), row["measure_kind"] is not None or bool(of_it)
        is_wanted = wants_answer(AnswerKind(row["kind"]), row["value"], given, has_proposal=has_proposal)
        if is_wanted and given.answer is not Answer.DONE:
            yield OpenObservation(wkb_of(row["geom"]), row["item"], given.answer, _instant(row["starts_at"]))


def _instant(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _wkb(blob: bytes | None) -> bytes | None:
    return None if blob is None else wkb_of(blob)
