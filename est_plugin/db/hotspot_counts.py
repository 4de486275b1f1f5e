# SPDX-License-Identifier: GPL-2.0-or-later
"""From which counts are the hotspots of some periods found? A server counts; only a file hands over its incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.counted_incidents import CountedIncidents, cell_peaks, count_periods
from est_plugin.analysis.stacks import stacks_among, together
from est_plugin.db.busy_coordinates import read_busy_coordinates
from est_plugin.db.grid_counts import count_by_category
from est_plugin.db.incidents import read_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from est_plugin.analysis.grid import Grid
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter


def counts_for_hotspots(
    database: Database, periods: Sequence[IncidentFilter], grid: Grid, *, include_stacks: bool
) -> tuple[CountedIncidents, ...]:
    """The counts of each of the ``periods``, the same from a server as ``count_periods`` makes of the incidents.

    A server is asked in one transaction, so all counts are of one moment. Raises DatabaseError if the database cannot
    be read.
    """
    if not database.IS_GUARDED:
        points = [read_points(database, period) for period in periods]
        return count_periods(points, grid, include_stacks=include_stacks)
    with database.reading() as connection:
        busy = [read_busy_coordinates(connection, period) for period in periods]
        stacks = together([stacks_among(one) for one in busy])
        left_out = () if include_stacks else stacks
        result = []
        for period, coordinates in zip(periods, busy, strict=True):
            rows = count_by_category(connection, period, grid, left_out)
            result.append(
                CountedIncidents(
                    grid=grid,
                    i=rows.i,
                    j=rows.j,
                    category=rows.category,
                    count=rows.count,
                    category_codes=rows.category_codes,
                    peaks=cell_peaks(grid, coordinates, left_out),
                    stacks=stacks,
                    stacked=int(coordinates.sums.sum() - rows.count.sum()),
                )
            )
    return tuple(result)
