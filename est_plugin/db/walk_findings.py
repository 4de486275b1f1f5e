# SPDX-License-Identifier: GPL-2.0-or-later
"""What was found on a safety walk, and what became of it? All that its report chooses from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.domain.info_class import InfoClass
from est_plugin.domain.measure import MeasureStatus
from est_plugin.domain.observation import Answer
from est_plugin.domain.observation_answer import GivenAnswer, MeasureStanding, given_answer
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.db.database import Connection, Database


@dataclass(frozen=True)
class Finding:
    """An observation of a stop (uuid); ``item`` and ``responsible`` are codes, ``photo`` a file in the photo folder.

    Who has said nothing of its own answers by the measures that were made of it.
    """

    uuid: str
    stop: str
    item: str
    value: str
    comment: str
    photo: str
    photo_checked: bool
    has_proposal: bool
    responsible: str
    given: GivenAnswer
    #: Where it was seen, if that is not just its stop; WKB in the database's CRS.
    wkb: bytes | None = None


@dataclass(frozen=True)
class WalkFindings:
    """A walk with its findings in walking order."""

    uuid: str
    next_walk: date | None
    findings: tuple[Finding, ...]


_WALK = "SELECT uuid, title, next_walk FROM walk WHERE deleted_at IS NULL"
#: Without a word on which one: the newest that was walked, whose participants wait for their answers.
_NEWEST = (
    " AND status IN ('walked', 'answered')"
    " ORDER BY CASE status WHEN 'walked' THEN 0 ELSE 1 END, starts_at IS NULL, starts_at DESC, id DESC LIMIT 1"
)
_WALKED_SINCE = " AND status IN ('walked', 'answered') AND starts_at >= ? ORDER BY starts_at DESC, id"
_FINDINGS = (
    "SELECT o.uuid, o.walk_stop, o.item, o.value, o.comment, o.photo, o.photo_checked, o.measure_kind, o.responsible,"
    " o.answer, o.reply, o.deadline, o.geom FROM observation o"
    " JOIN walk_stop s ON s.uuid = o.walk_stop JOIN checklist_item c ON c.code = o.item"
    " WHERE CAST(s.walk AS text) = ? AND o.deleted_at IS NULL AND s.deleted_at IS NULL"
    " ORDER BY s.number IS NULL, s.number, s.id, c.sort, o.id"
)
#: Of a sensitive or a protected measure nothing leaves, not even that it is there.
_MEASURES = (
    "SELECT m.observation, m.status, m.due_date, m.public_text, m.owner FROM measure m"
    " JOIN observation o ON o.uuid = m.observation JOIN walk_stop s ON s.uuid = o.walk_stop"
    " WHERE CAST(s.walk AS text) = ? AND m.deleted_at IS NULL AND m.info_class <= ? ORDER BY m.id"
)


def findings_of_walk(database: Database, uuid: str = "") -> WalkFindings:
    """The findings of a walk, or of the newest that was walked.

    Raises InputError if there is no such walk, or if nothing was noted on it.
    """
    with database.reading() as connection:
        if uuid:
            row = connection.execute(f"{_WALK} AND CAST(uuid AS text) = ?", (uuid,)).fetchone()
        else:
            row = connection.execute(f"{_WALK}{_NEWEST}").fetchone()
        if row is None:
            raise _no_walk(uuid)
        found = _findings(connection, row)
    if not found.findings:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "There is nothing to report of the walk “{title}”."),
            why=QT_TRANSLATE_NOOP("est_plugin", "No observation is saved at any of its stops."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Bring the walk back from the field, or write the observations in, save, and try again."
            ),
            title=row["title"],
        )
    return found


def findings_since(database: Database, first_day: date) -> tuple[WalkFindings, ...]:
    """The findings of all walks that were walked on that day or later, the newest first."""
    start = datetime(first_day.year, first_day.month, first_day.day, tzinfo=LOCAL_ZONE)
    with database.reading() as connection:
        rows = connection.execute(f"{_WALK}{_WALKED_SINCE}", (to_text(start),)).fetchall()
        return tuple(_findings(connection, row) for row in rows)


def _no_walk(uuid: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "There is no safety walk to report."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The database holds no walk with the id {walk}.")
        if uuid
        else QT_TRANSLATE_NOOP("est_plugin", "The database holds no walk that was walked."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Set the status of the walk to Walked in its form, save, and try again."
        ),
        walk=uuid,
    )


def _findings(connection: Connection, row: Any) -> WalkFindings:  # noqa: ANN401 (a row of values)
    uuid = str(row["uuid"])
    measures: defaultdict[str, list[Any]] = defaultdict(list)
    for measure in connection.execute(_MEASURES, (uuid, int(InfoClass.INTERNAL))).fetchall():
        measures[str(measure["observation"])].append(measure)
    findings = connection.execute(_FINDINGS, (uuid,)).fetchall()
    return WalkFindings(
        uuid=uuid,
        next_walk=_day(row["next_walk"]),
        findings=tuple(_finding(finding, measures[str(finding["uuid"])]) for finding in findings),
    )


def _finding(row: Any, measures: Sequence[Any]) -> Finding:  # noqa: ANN401 (rows of values)
    return Finding(
        uuid=str(row["uuid"]),
        stop=str(row["walk_stop"]),
        item=row["item"],
        value=row["value"],
        comment=row["comment"],
        photo=row["photo"],
        photo_checked=bool(row["photo_checked"]),
        has_proposal=row["measure_kind"] is not None or bool(measures),
        responsible=row["responsible"] or next((one["owner"] for one in measures if one["owner"]), ""),
        given=answer_of(row, measures),
        wkb=None if row["geom"] is None else wkb_of(row["geom"]),
    )


def answer_of(row: Any, measures: Sequence[Any]) -> GivenAnswer:  # noqa: ANN401 (rows of values)
    """What is answered to the row of an observation, which counts the rows of measures that may be told of."""
    own = GivenAnswer(Answer(row["answer"]) if row["answer"] else None, row["reply"], _day(row["deadline"]))
    standings = [
        MeasureStanding(MeasureStatus(one["status"]), _day(one["due_date"]), one["public_text"]) for one in measures
    ]
    return given_answer(own, standings)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
