# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the database know of a meeting: when, where, which functions, its agenda and its decisions?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from est_plugin.db.times import LOCAL_ZONE, from_text, to_text
from est_plugin.domain.info_class import InfoClass

if TYPE_CHECKING:
    from collections.abc import Collection

    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period


@dataclass(frozen=True)
class DecisionRow:
    """A decision; ``owner`` is the code of an organisation, the class the higher one of what it is about."""

    number: int
    text: str
    owner: str | None
    due_date: date | None
    info_class: InfoClass = InfoClass.OPEN
    #: Is it about one measure?
    has_measure: bool = False


@dataclass(frozen=True)
class MeetingRow:
    """A meeting without its notes; ``attending`` names functions."""

    kind: str
    held_at: datetime
    place: str
    attending: str
    items: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]


_NEWEST = (
    "SELECT uuid, kind, held_at, place, attending FROM meeting WHERE deleted_at IS NULL"
    " AND kind IN (SELECT value FROM json_each(:kinds))"
    " AND ((period_start <= :last AND coalesce(period_end, period_start) >= :first)"
    " OR (period_start IS NULL AND held_at >= :start AND held_at < :end))"
    " ORDER BY held_at DESC, id DESC LIMIT 1"
)
_ITEMS = "SELECT title FROM agenda_item WHERE CAST(meeting AS text) = ? AND deleted_at IS NULL ORDER BY number, id"
_DECISIONS = (
    "SELECT d.number, d.text, d.owner, d.due_date, d.measure IS NOT NULL AS has_measure,"
    " coalesce(h.info_class, 0) AS hotspot_class, coalesce(m.info_class, 0) AS measure_class FROM decision AS d"
    " LEFT JOIN hotspot AS h ON h.uuid = d.hotspot LEFT JOIN measure AS m ON m.uuid = d.measure"
    " WHERE CAST(d.meeting AS text) = ? AND d.deleted_at IS NULL ORDER BY d.number, d.id"
)


def meeting_of(database: Database, kinds: Collection[str], period: Period) -> MeetingRow | None:
    """The newest meeting of these kinds about the period; where nobody said about which, one that was held in it."""
    start, end = (to_text(instant) for instant in period.bounds_utc(LOCAL_ZONE))
    values = {
        "kinds": json.dumps(sorted(kinds)),
        "first": period.start.isoformat(),
        "last": period.last_day.isoformat(),
        "start": start,
        "end": end,
    }
    with database.reading() as connection:
        row = connection.execute(_NEWEST, values).fetchone()
        if row is None:
            return None
        uuid = str(row["uuid"])
        return MeetingRow(
            kind=row["kind"],
            held_at=from_text(row["held_at"]).astimezone(LOCAL_ZONE),
            place=row["place"],
            attending=row["attending"],
            items=tuple(item["title"] for item in connection.execute(_ITEMS, (uuid,)).fetchall()),
            decisions=tuple(
                DecisionRow(
                    number=found["number"],
                    text=found["text"],
                    owner=found["owner"],
                    due_date=date.fromisoformat(found["due_date"]) if found["due_date"] else None,
                    info_class=InfoClass(max(found["hotspot_class"], found["measure_class"])),
                    has_measure=bool(found["has_measure"]),
                )
                for found in connection.execute(_DECISIONS, (uuid,)).fetchall()
            ),
        )
