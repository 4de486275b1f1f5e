# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents did the hotspots of a period have in the one it is compared with?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from est_plugin.analysis.ground_counts import count_on
from est_plugin.analysis.stacks import find_stacks, on_stacks
from est_plugin.db.package_rows import method_of
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from est_plugin.analysis.points import PointSet
    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.domain.period import Period


def counts_before(
    database: Database,
    rows: Sequence[HotspotRow],
    period: Period,
    before: Period,
    read: Callable[[Database, IncidentFilter], PointSet],
) -> tuple[int | None, ...]:
    """The number of each of ``rows``, which are the hotspots of ``period``, in ``before``.

    Those of the period just before are stored with the hotspots; others are counted on the ground, without the stacks
    that the search left out. ``read`` reads the incidents, as ``db.incidents.read_points`` does.

    Raises DatabaseError if the database cannot be read.
    """
    if before == period.previous() or not rows:
        return tuple(row.incidents_before for row in rows)
    points = read(database, IncidentFilter(before))
    parameters = method_of(database, period).get("parameters")
    if not (isinstance(parameters, dict) and parameters.get("include_stacks")):
        points = points.select(~on_stacks(points, find_stacks(read(database, IncidentFilter(period)))))
    return tuple(count_on([shapely.from_wkb(row.wkb) for row in rows], points, SilentFeedback()))
