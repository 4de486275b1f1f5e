# SPDX-License-Identifier: GPL-2.0-or-later
"""What do people think lies behind the hotspots?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.domain.cause import Confidence, Controller, TriangleSide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.db.database import Database


@dataclass(frozen=True)
class CauseRow:
    """A cause of a hotspot (uuid); None where nobody has said."""

    hotspot: str
    problem: str
    triangle_side: TriangleSide | None
    missing_controller: Controller | None
    #: What in the data speaks for it.
    support: str
    confidence: Confidence | None


_CAUSES = (
    "SELECT hotspot, problem, triangle_side, missing_controller, support, confidence FROM cause"
    " WHERE deleted_at IS NULL AND CAST(hotspot AS text) IN (SELECT value FROM json_each(?))"
    " ORDER BY confidence IS NULL, confidence DESC, id"
)


def causes_of(database: Database, hotspots: Iterable[str]) -> tuple[CauseRow, ...]:
    """The causes of these hotspots (uuids), the surest first."""
    with database.reading() as connection:
        rows = connection.execute(_CAUSES, (json.dumps(list(hotspots)),)).fetchall()
    return tuple(
        CauseRow(
            hotspot=str(row["hotspot"]),
            problem=row["problem"],
            triangle_side=TriangleSide(row["triangle_side"]) if row["triangle_side"] else None,
            missing_controller=Controller(row["missing_controller"]) if row["missing_controller"] else None,
            support=row["support"],
            confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        )
        for row in rows
    )
