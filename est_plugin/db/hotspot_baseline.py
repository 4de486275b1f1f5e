# SPDX-License-Identifier: GPL-2.0-or-later
"""How many incidents did the hotspots of a period have in the one it is compared with?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from est_plugin.analysis.stacks import Stack, find_stacks, stacks_among
from est_plugin.db.busy_coordinates import read_busy_coordinates
from est_plugin.db.ground_counts import count_on_grounds
from est_plugin.db.incidents import read_points
from est_plugin.db.package_rows import method_of
from est_plugin.domain.incident import IncidentFilter
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.db.database import Database
    from est_plugin.db.hotspots import HotspotRow
    from est_plugin.domain.period import Period


def counts_before(
    database: Database, rows: Sequence[HotspotRow], period: Period, before: Period
) -> tuple[int | None, ...]:
    """The number of each of ``rows``, which are the hotspots of ``period``, in ``before``.

    Those of the period just before are stored with the hotspots; others are counted on the ground, without the stacks
    that the search left out.

    Raises DatabaseError if the database cannot be read.
    """
    if before == period.previous() or not rows:
        return tuple(row.incidents_before for row in rows)
    parameters = method_of(database, period).get("parameters")
    are_stacks_counted = isinstance(parameters, dict) and bool(parameters.get("include_stacks"))
    left_out = () if are_stacks_counted else _stacks_of(database, period)
    grounds = [shapely.from_wkb(row.wkb) for row in rows]
    return tuple(count_on_grounds(database, IncidentFilter(before), grounds, left_out, SilentFeedback()))


def _stacks_of(database: Database, period: Period) -> tuple[Stack, ...]:
    if not database.IS_GUARDED:
        return find_stacks(read_points(database, IncidentFilter(period)))
    with database.reading() as connection:
        return stacks_among(read_busy_coordinates(connection, IncidentFilter(period)))
