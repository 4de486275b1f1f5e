# SPDX-License-Identifier: GPL-2.0-or-later
"""Which hotspots does a period have?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from est_plugin.db.geometry_blob import wkb_of
from est_plugin.domain.hotspot import PERHAPS_NEW, HotspotStatus
from est_plugin.domain.info_class import InfoClass

if TYPE_CHECKING:
    from est_plugin.db.database import Connection, Database
    from est_plugin.domain.period import Period


#: The shape on which the numbers were counted: the place itself has that of the newest period in which it was hot. Rows
#: that were stored without a shape have the place's.
_OF_PERIOD = """
    SELECT h.uuid, h.name, s.status, s.rank, s.incidents, s.incidents_before, s.z, s.q, h.info_class,
        coalesce(p.geom, h.geom) AS geom,
        CASE WHEN p.geom IS NULL THEN h.main_category ELSE p.main_category END AS main_category
    FROM hotspot_state AS s JOIN hotspot_period AS p ON p.id = s.id JOIN hotspot AS h ON h.uuid = s.hotspot
    WHERE s.rank IS NOT NULL AND h.geom IS NOT NULL AND s.period_start = ? AND s.period_end = ?
    ORDER BY s.rank
"""


@dataclass(frozen=True)
class HotspotRow:
    """A tracked place with its numbers of one period; ``rank`` is None when it was not hot then.

    The shape and the most common category are those of the period too.

    ``is_followed`` says whether what came just before the period was searched: else nobody knows if a place is new.
    """

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
    is_followed: bool = True
    info_class: InfoClass = InfoClass.INTERNAL

    @property
    def status_label(self) -> str:
        """Source text of the status."""
        is_known = self.is_followed or self.status is not HotspotStatus.NEW
        return self.status.label if is_known else PERHAPS_NEW


def list_hotspots(database: Database, period: Period | None = None) -> tuple[HotspotRow, ...]:
    """The hotspots of a period by rank; without a period the latest state of all, cooled ones last."""
    is_followed = True
    with database.reading() as connection:
        if period is None:
            rows = connection.execute(
                "SELECT * FROM hotspot WHERE deleted_at IS NULL AND geom IS NOT NULL"
                " ORDER BY rank IS NULL, rank, period_end DESC, id"
            ).fetchall()
        else:
            rows = connection.execute(
                _OF_PERIOD,
                (period.start.isoformat(), period.last_day.isoformat()),
            ).fetchall()
            is_followed = _is_day_before_searched(connection, period)
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
            is_followed=is_followed,
            info_class=InfoClass(row["info_class"]),
        )
        for row in rows
    )


def _is_day_before_searched(connection: Connection, period: Period) -> bool:
    """Did a search for an earlier period, one that holds the day before this one, leave anything?"""
    day_before = (period.start - timedelta(days=1)).isoformat()
    found = connection.execute(
        "SELECT 1 FROM hotspot_period WHERE period_start <= ? AND period_end >= ? LIMIT 1", (day_before, day_before)
    )
    return found.fetchone() is not None
