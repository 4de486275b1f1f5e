# SPDX-License-Identifier: GPL-2.0-or-later
"""How did each hotspot stand in a period?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.domain.period import Period

_SELECT = (
    "SELECT hotspot, rank, incidents, incidents_before, status FROM hotspot_state"
    " WHERE period_start = ? AND period_end = ? ORDER BY hotspot"
)


@dataclass(frozen=True)
class HotspotState:
    """A hotspot (its uuid) in a period; one that has cooled has no rank."""

    hotspot: str
    rank: int | None
    incidents: int
    incidents_before: int | None
    status: str


def read_states(database: Database, period: Period | None) -> tuple[HotspotState, ...]:
    """The hotspots that the period was analysed for; none without a period."""
    if period is None:
        return ()
    with database.reading() as connection:
        rows = connection.execute(_SELECT, (period.start.isoformat(), period.last_day.isoformat())).fetchall()
    return tuple(HotspotState(*row) for row in rows)
